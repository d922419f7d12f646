"""What is kept of meeting files: lines and stays, each minute once, twice changes nothing."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.storage.table_rows import everything
from workbench.foundation.clock import FixedClock
from workbench.foundation.words import Mark, Role, Source
from workbench.imports.attendance import (
    perform_report,
    plan_report,
    with_choices,
    write_report,
)
from workbench.imports.attendance_choices import AttendanceChoices, Decisions
from workbench.imports.attendance_command import apply_attendance
from workbench.imports.kept_line_queries import kept_lines
from workbench.imports.roster import perform_plan, plan_file
from workbench.imports.tables import read_source, source_from_text
from workbench.models.rosters import Alias
from workbench.models.sessions import (
    AttendanceFile,
    AttendanceLine,
    AttendanceMark,
    AttendanceStay,
)
from workbench.rosters.queries import roster
from workbench.sessions.attendance_actions import mark_many
from workbench.storage.workspace import Workspace, create_workspace
from workbench.ui.imports.attendance_shown import shown_review

ROSTER = "Name;E-mail\nAna Berg;ana@x.example\nBo Li;bo@x.example\nCy Dahl;\n"
HEAD = "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest\n"


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    clock = FixedClock(datetime(2026, 10, 13, 9), "Europe/London")
    with create_workspace(tmp_path / "w.fwb", clock=clock) as made:
        perform_plan(made, plan_file(made, "Bridges", source_from_text(ROSTER)))
        yield made


def zoom(path: Path, *lines: tuple[str, str, str, str], day: str = "10/13/2026") -> Path:
    """Write a Zoom report: name, address, from, to as "2:05:00 PM"."""

    def minutes(start: str, end: str) -> int:
        first, last = (datetime.strptime(each, "%I:%M:%S %p") for each in (start, end))  # noqa: DTZ007 - wall times
        return round((last - first).total_seconds() / 60)

    body = "".join(
        f"{name},{email},{day} {start},{day} {end},{minutes(start, end)},Yes\n"
        for name, email, start, end in lines
    )
    path.write_text(HEAD + body, encoding="utf-8")
    return path


def marks(workspace: Workspace) -> dict[str, tuple[Mark, float | None]]:
    def read(session: Session) -> dict[int, tuple[Mark, float | None]]:
        rows = session.scalars(select(AttendanceMark))
        return {row.person_id: (row.mark, row.minutes) for row in rows}

    names = {row.person_id: row.name for row in workspace.read(roster, 1)}
    return {names[person]: found for person, found in workspace.read(read).items()}


def test_lines_and_stays_are_kept_as_points_in_time_with_the_thresholds(
    workspace: Workspace, tmp_path: Path
) -> None:
    path = zoom(
        tmp_path / "z.csv",
        ("Ana B", "ana@x.example", "2:00:00 PM", "2:30:00 PM"),
        ("Ana B", "ana@x.example", "2:40:00 PM", "3:00:00 PM"),
        ("iPhone", "", "2:00:00 PM", "2:30:00 PM"),
    )
    apply_attendance(
        workspace, "Bridges", path, AttendanceChoices(create=True, min_minutes=45, late_after=10)
    )

    def read(session: Session) -> list[list[object]]:
        files = session.execute(
            select(AttendanceFile.name, AttendanceFile.min_minutes, AttendanceFile.late_after)
        )
        lines = session.execute(select(AttendanceLine.name, AttendanceLine.email))
        stays = session.execute(select(AttendanceStay.starts_at, AttendanceStay.ends_at))
        return [[tuple(row) for row in rows] for rows in (files, lines, stays)]

    files, lines, stays = workspace.read(read)
    assert files == [("z.csv", 45, 10)]
    assert lines == [("Ana B", "ana@x.example")]
    assert len(stays) == 2
    kept = workspace.read(kept_lines, 1)
    (line,) = kept[1]
    assert [(stay.start.hour, stay.start.minute) for stay in line.stays] == [(14, 0), (14, 40)]
    assert (line.minutes, line.stated_minutes) == (50, 50)
    workspace.undo()
    assert workspace.read(kept_lines, 1) == {}


def test_overlapping_files_count_each_minute_once(workspace: Workspace, tmp_path: Path) -> None:
    one = zoom(tmp_path / "1.csv", ("Ana Berg", "", "2:00:00 PM", "2:30:00 PM"))
    two = zoom(tmp_path / "2.csv", ("Ana Berg", "", "2:15:00 PM", "2:45:00 PM"))
    apply_attendance(workspace, "Bridges", one, AttendanceChoices(create=True, min_minutes=40))
    assert marks(workspace) == {"Ana Berg": (Mark.PART, 30)}
    apply_attendance(workspace, "Bridges", two, AttendanceChoices(session=1, min_minutes=40))
    assert marks(workspace) == {"Ana Berg": (Mark.PRESENT, 45)}


def test_the_same_file_twice_changes_nothing_and_a_later_decision_adds_only_its_line(
    workspace: Workspace, tmp_path: Path
) -> None:
    path = zoom(
        tmp_path / "z.csv",
        ("Ana Berg", "", "2:00:00 PM", "3:00:00 PM"),
        ("Bo L.", "", "2:00:00 PM", "3:00:00 PM"),
    )
    apply_attendance(workspace, "Bridges", path, AttendanceChoices(create=True))
    before = workspace.read(everything)
    apply_attendance(workspace, "Bridges", path, AttendanceChoices(create=True))
    assert workspace.read(everything) == before
    plan = plan_report(workspace, "Bridges", read_source(path), AttendanceChoices())
    bo = next(known.person for known in plan.roster if known.name == "Bo Li")
    write_report(workspace, with_choices(plan, _with(plan.choices, people={1: bo})))
    assert marks(workspace) == {"Ana Berg": (Mark.PRESENT, 60), "Bo Li": (Mark.PRESENT, 60)}
    assert sorted(workspace.read(kept_lines, 1)) == [1, 2]
    after = workspace.read(everything)
    apply_attendance(workspace, "Bridges", path, AttendanceChoices())
    assert workspace.read(everything) == after
    workspace.undo()
    assert marks(workspace) == {"Ana Berg": (Mark.PRESENT, 60)}


def test_a_mark_set_by_hand_after_the_file_stays_when_it_is_counted_anew(
    workspace: Workspace, tmp_path: Path
) -> None:
    path = zoom(
        tmp_path / "z.csv",
        ("Ana Berg", "", "2:00:00 PM", "3:00:00 PM"),
        ("Bo Li", "", "2:00:00 PM", "3:00:00 PM"),
        ("Cy Dahl", "", "2:00:00 PM", "3:00:00 PM"),
    )
    apply_attendance(workspace, "Bridges", path, AttendanceChoices(create=True))
    workspace.perform(mark_many, 1, {1: Mark.ABSENT, 2: Mark.PRESENT})
    done = apply_attendance(workspace, "Bridges", path, AttendanceChoices(min_minutes=61))
    assert done.changed == 2
    assert marks(workspace) == {
        "Ana Berg": (Mark.ABSENT, None), "Bo Li": (Mark.PART, 60), "Cy Dahl": (Mark.PART, 60),
    }  # fmt: skip


def test_a_line_given_to_somebody_else_stays_theirs_when_the_file_comes_again(
    workspace: Workspace, tmp_path: Path
) -> None:
    path = zoom(tmp_path / "z.csv", ("iPhone", "", "2:00:00 PM", "3:00:00 PM"))
    plan = plan_report(workspace, "Bridges", read_source(path), AttendanceChoices(create=True))
    write_report(workspace, with_choices(plan, _with(plan.choices, people={0: 3})))
    before = workspace.read(everything)
    again = apply_attendance(workspace, "Bridges", path, AttendanceChoices())
    assert (again.people[0].person, again.people[0].match.how) == (3, "Taken in before")
    assert workspace.read(everything) == before


def _with(choices: AttendanceChoices, **parts: object) -> AttendanceChoices:
    return replace(choices, decisions=replace(Decisions(), **parts))  # type: ignore[arg-type]  # named parts


def test_who_not_when_keeps_neither_stays_nor_minutes(workspace: Workspace, tmp_path: Path) -> None:
    path = zoom(tmp_path / "z.csv", ("Ana Berg", "", "2:00:00 PM", "3:00:00 PM"))
    choices = AttendanceChoices(create=True, who_not_when=True, min_minutes=90)
    apply_attendance(workspace, "Bridges", path, choices)
    (line,) = workspace.read(kept_lines, 1)[1]
    assert (line.stays, line.minutes, line.stated_minutes, line.timeless) == ((), None, None, True)
    assert marks(workspace) == {"Ana Berg": (Mark.PART, None)}
    later = zoom(
        tmp_path / "2.csv",
        ("Ana Berg", "", "2:00:00 PM", "3:00:00 PM"),
        ("Cy Dahl", "", "2:00:00 PM", "3:00:00 PM"),
    )
    apply_attendance(workspace, "Bridges", later, AttendanceChoices(session=1, who_not_when=True))
    assert {minutes for _, minutes in marks(workspace).values()} == {None}


def test_a_new_member_and_a_guest_belong_from_the_day_of_the_session(
    workspace: Workspace, tmp_path: Path
) -> None:
    path = zoom(
        tmp_path / "z.csv",
        ("Marek Dvořák (Guest)", "marek@y.example", "2:00:00 PM", "3:00:00 PM"),
        ("Xin Yu", "xin@y.example", "2:00:00 PM", "3:00:00 PM"),
        day="09/29/2026",
    )
    plan = plan_report(workspace, "Bridges", read_source(path), AttendanceChoices(create=True))
    choices = _with(plan.choices, guests=frozenset({0}), joining=frozenset({1}))
    write_report(workspace, with_choices(plan, choices))
    people = {row.name: row for row in workspace.read(roster, 1)}
    assert people["Marek Dvořák"].role is Role.GUEST
    assert people["Xin Yu"].role is Role.MEMBER
    assert people["Xin Yu"].email == "xin@y.example"
    assert {str(people[name].joined_on) for name in ("Marek Dvořák", "Xin Yu")} == {"2026-09-29"}
    assert marks(workspace)["Xin Yu"] == (Mark.PRESENT, 60)
    assert len(workspace.read(kept_lines, 1)) == 2
    workspace.undo()
    assert len(workspace.read(roster, 1)) == 3


def test_an_ignored_name_is_no_question_in_later_files_of_that_tool(
    workspace: Workspace, tmp_path: Path
) -> None:
    lines = (("Bot", "", "2:00:00 PM", "3:00:00 PM"),)
    first = zoom(tmp_path / "1.csv", *lines)
    plan = plan_report(workspace, "Bridges", read_source(first), AttendanceChoices(create=True))
    perform_report(workspace, with_choices(plan, _with(plan.choices, ignored=frozenset({0}))))
    assert workspace.undo_names[0] == "Remember 1 name"
    second = zoom(tmp_path / "2.csv", *lines, day="10/12/2026")
    again = plan_report(workspace, "Bridges", read_source(second), AttendanceChoices(create=True))
    assert (again.unknown, again.to_check) == ((), ())
    assert again.people[0].match.how == "Ignored: you said so on 13 Oct"


def test_a_sure_match_teaches_its_name_and_never_a_device(
    workspace: Workspace, tmp_path: Path
) -> None:
    path = zoom(
        tmp_path / "z.csv",
        ("Annika Berg-Lund", "ana@x.example", "2:00:00 PM", "3:00:00 PM"),
        ("iPhone", "bo@x.example", "2:00:00 PM", "3:00:00 PM"),
        ("Cy Dahl", "", "2:00:00 PM", "3:00:00 PM"),
    )
    apply_attendance(workspace, "Bridges", path, AttendanceChoices(create=True))

    def learned(session: Session) -> list[object]:
        return [
            (row.source, row.name, row.how, row.decided) for row in session.scalars(select(Alias))
        ]

    assert workspace.read(learned) == [(Source.ZOOM, "Annika Berg-Lund", "same e-mail", False)]


def test_no_byte_of_a_telephone_is_kept(workspace: Workspace, tmp_path: Path) -> None:
    path = zoom(tmp_path / "z.csv", ("+49 170 1234567", "", "2:00:00 PM", "3:00:00 PM"))
    plan = plan_report(workspace, "Bridges", read_source(path), AttendanceChoices(create=True))
    write_report(workspace, with_choices(plan, _with(plan.choices, people={0: 1})))
    assert "1234567" not in str(workspace.read(everything))


def test_stays_across_a_change_of_the_clocks_are_taken(
    workspace: Workspace, tmp_path: Path
) -> None:
    path = zoom(
        tmp_path / "z.csv", ("Ana Berg", "", "12:30:00 AM", "1:30:00 AM"),
        ("Ana Berg", "", "1:40:00 AM", "2:30:00 AM"), day="03/29/2026",
    )  # fmt: skip
    found = apply_attendance(workspace, "Bridges", path, AttendanceChoices(create=True))
    assert found.written
    (line,) = workspace.read(kept_lines, 1)[1]
    assert line.minutes is not None


def test_the_commands_json_tells_the_stated_minutes_too(
    workspace: Workspace, tmp_path: Path
) -> None:
    path = zoom(tmp_path / "z.csv", ("Ana Berg", "", "2:00:00 PM", "3:00:00 PM"))
    path.write_text(path.read_text("utf-8").replace(",60,", ",75,"), "utf-8")
    found = apply_attendance(workspace, "Bridges", path, AttendanceChoices(create=True))
    people: Any = found.as_json()["people"]
    (person,) = people
    assert (person["minutes"], person["stated_minutes"]) == (60, 75)
    shown = shown_review(found, {}, frozenset())
    assert shown.matched[0].reason == "Same name; 60 min in the joins, 75 stated"
    assert "2 members are not in the file: not known, and not marked as missed." in found.lines()


def test_members_who_are_not_in_the_file_get_no_mark_and_are_not_missed(
    workspace: Workspace, tmp_path: Path
) -> None:
    path = zoom(tmp_path / "z.csv", ("Ana Berg", "", "2:00:00 PM", "3:00:00 PM"))
    apply_attendance(workspace, "Bridges", path, AttendanceChoices(create=True))
    assert marks(workspace) == {"Ana Berg": (Mark.PRESENT, 60)}
