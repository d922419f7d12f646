"""Attendance and contributions reopened: letters, totals, fractions; nothing private inside."""

from datetime import date
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from workbench.contributions.feed_queries import FeedRow
from workbench.contributions.names import Somebody
from workbench.foundation.words import ContributionKind, ExcusedRule, Mark, SessionState
from workbench.reports.attendance_sheet import (
    Attender,
    Meeting,
    attendance_read_me,
    attendance_sheets,
)
from workbench.reports.contributions_sheet import contributions_read_me, contributions_sheets
from workbench.reports.excel import write_workbook
from workbench.rosters.queries import DepartmentRow
from workbench.sessions.attendance_rules import SessionRecord

DAY = date(2026, 10, 13)
PEOPLE = [Attender(1, "Ama", "Support"), Attender(2, "=Ben", ""), Attender(3, "Guest", "")]
P, L, E, A = Mark.PRESENT, Mark.PART, Mark.EXCUSED, Mark.ABSENT
BOTH = frozenset({1, 2})
HELD = SessionState.HELD
MEETINGS = [
    Meeting(1, "Kick-off", HELD, SessionRecord(11, date(2026, 1, 22), BOTH, {1: P, 2: A, 3: P})),
    Meeting(
        2,
        "Called off",
        SessionState.CANCELLED,
        SessionRecord(12, date(2026, 2, 5), BOTH, {1: P}, cancelled=True),
    ),
    Meeting(
        3, "Handover", HELD, SessionRecord(13, date(2026, 2, 19), BOTH, {1: L, 2: E}, head_count=2)
    ),
    Meeting(4, "Unmarked", HELD, SessionRecord(14, date(2026, 3, 5), BOTH)),
]


def attendance(folder: Path, rule: ExcusedRule = ExcusedRule.EXPECTED) -> Any:
    target = folder / "attendance.xlsx"
    read_me = attendance_read_me("Bridges", DAY, None, rule)
    write_workbook(target, attendance_sheets(PEOPLE, MEETINGS, rule), read_me)
    return load_workbook(target)


def values(sheet: Any) -> list[list[Any]]:
    return [list(row) for row in sheet.iter_rows(values_only=True)]


def test_the_grid_has_letters_and_every_rate_its_fraction(tmp_path: Path) -> None:
    book = attendance(tmp_path)
    assert book.sheetnames == ["Attendance", "Read me", "Sessions"]
    rows = values(book["Attendance"])
    assert rows[0] == ["Name", "Department", "Here", "Expected", "Rate", "1. 22 Jan 2026",
                       "3. 19 Feb 2026", "4. 5 Mar 2026"]  # fmt: skip
    assert rows[1] == ["Ama", "Support", 2, 2, 1, "P", "L", "?"]
    assert rows[2] == ["=Ben", None, 0, 2, 0, "A", "E", "?"]
    assert rows[3] == ["Guest", None, 0, 0, None, "P", None, None]
    assert rows[5:] == [
        ["Here", None, 2, None, None, 1, 1, None],
        ["Expected", None, None, 4, None, 2, 2, None],
        ["Rate", None, None, None, 0.5, 0.5, 0.5, None],
    ]
    assert book["Attendance"].auto_filter.ref == "A1:H4"
    assert book["Attendance"]["E8"].number_format == "0%"


def test_apologies_set_apart_leave_the_denominator_and_the_read_me_says_so(tmp_path: Path) -> None:
    book = attendance(tmp_path, ExcusedRule.SET_APART)
    assert values(book["Attendance"])[2][2:5] == [0, 1, 0]
    notes = "\n".join(str(cell) for row in values(book["Read me"]) for cell in row if cell)
    assert "apologies are set apart" in notes
    assert "P here, L late, E apologies, A missed" in notes


def test_the_session_list_has_real_dates_and_leaves_cancelled_ones_empty(tmp_path: Path) -> None:
    rows = values(attendance(tmp_path)["Sessions"])
    assert rows[1][1].date() == date(2026, 1, 22)
    assert rows[1][4:] == [1, 0, 0, 1, 0, 2, 0.5, 1, None]
    assert rows[2][3:] == ["cancelled", *[None] * 9]
    assert rows[3][4:] == [1, 1, 1, 0, 0, 2, 0.5, 0, 2]
    assert rows[4][4:11] == [0, 0, 0, 0, 2, 2, None]


def gift(number: int, day: date, session: int | None, kind: ContributionKind) -> FeedRow:
    return FeedRow(
        id=number,
        giver=Somebody(1, "Ama"),
        department=DepartmentRow(1, "Support", 0),
        kind=kind,
        receivers=(Somebody(2, "Ben"), Somebody(3, "Cleo")),
        text="=two-line note",
        tags=("in use", "handover"),
        given_on=day,
        session_id=session,
    )


def test_contributions_by_date_and_by_session(tmp_path: Path) -> None:
    help_, story = ContributionKind.HELP, ContributionKind.STORY
    rows = [
        gift(3, date(2026, 2, 19), 13, story),
        gift(1, date(2026, 1, 22), 11, help_),
        gift(2, date(2026, 1, 22), 11, story),
        gift(4, date(2026, 3, 1), None, help_),
    ]
    target = tmp_path / "c.xlsx"
    sheets = contributions_sheets(rows, {11: "Kick-off", 13: "Handover"})
    write_workbook(target, sheets, contributions_read_me("Bridges", DAY, DAY, len(rows)))
    book = load_workbook(target)
    assert book.sheetnames == ["Contributions", "Read me", "By session"]
    gifts = values(book["Contributions"])
    assert [row[1] for row in gifts[1:]] == ["Kick-off", "Kick-off", "Handover", "Between sessions"]
    assert gifts[1][0].date() == date(2026, 1, 22)
    assert gifts[1][2:] == ["Ama", "Support", "help", "Ben; Cleo", "=two-line note",
                            "in use; handover"]  # fmt: skip
    counts = values(book["By session"])
    assert counts[0][:4] == ["Date", "Session", "In all", "Question"]
    assert [row[2] for row in counts[1:4]] == [2, 1, 1]
    assert counts[-1][1:3] == ["In all", 4]
    assert sum(counts[-1][3:]) == 4


def test_nothing_given_yet_is_an_empty_sheet(tmp_path: Path) -> None:
    target = tmp_path / "c.xlsx"
    read_me = contributions_read_me("Bridges", DAY, None, 0)
    write_workbook(target, contributions_sheets([], {}), read_me)
    assert len(values(load_workbook(target)["Contributions"])) == 1
