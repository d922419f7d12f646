"""Names learned from files are read, corrected, forgotten and split; the marks go along."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.storage.exact_rows import perform_undo_redo
from workbench.foundation.clock import FixedClock
from workbench.foundation.errors import BadInput, NotFound
from workbench.foundation.words import Mark, Source
from workbench.imports.alias_book_queries import AliasRow, alias_book
from workbench.imports.alias_correction_actions import (
    correct_alias,
    forget_alias,
    ignore_name,
    split_alias,
)
from workbench.imports.attendance import plan_report, with_choices, write_report
from workbench.imports.attendance_choices import AttendanceChoices, Decisions
from workbench.imports.attendance_queries import roster_names
from workbench.imports.roster import perform_plan, plan_file
from workbench.imports.tables import read_source, source_from_text
from workbench.models.rosters import Alias
from workbench.models.sessions import AttendanceMark
from workbench.rosters.alias_queries import aliases_of
from workbench.rosters.alias_rules import heard_words, reason_of
from workbench.sessions.attendance_actions import mark_attendance
from workbench.storage.unit_of_work import Work, action
from workbench.storage.workspace import Workspace, create_workspace

ANA, BO, CY = 1, 2, 3
HEAD = "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest\n"


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    clock = FixedClock(datetime(2026, 10, 13, 9), "Europe/London")
    with create_workspace(tmp_path / "w.fwb", clock=clock) as made:
        people = "Name;E-mail\nAna Berg;ana@x.example\nBo Li;bo@x.example\nCy Dahl;\n"
        perform_plan(made, plan_file(made, "Bridges", source_from_text(people)))
        yield made


def take(workspace: Workspace, folder: Path, day: int, person: int, *, times: bool = True) -> None:
    """Take in a file with one line "A. Nother", 30 minutes, said to be this person."""
    path = folder / f"{day}.csv"
    row = f"A. Nother,,10/{day:02}/2026 02:00:00 PM,10/{day:02}/2026 02:30:00 PM,30,Yes\n"
    path.write_text(HEAD + row, encoding="utf-8")
    choices = AttendanceChoices(
        create=True, min_minutes=20, who_not_when=not times, dates="month-first"
    )
    plan = plan_report(workspace, "Bridges", read_source(path), choices)
    decided = replace(choices, decisions=Decisions(people={0: person}))
    write_report(workspace, with_choices(plan, decided))


def marks(workspace: Workspace) -> dict[tuple[int, int], tuple[Mark, float | None]]:
    def read(session: Session) -> dict[tuple[int, int], tuple[Mark, float | None]]:
        rows = session.scalars(select(AttendanceMark))
        return {(row.session_id, row.person_id): (row.mark, row.minutes) for row in rows}

    return workspace.read(read)


def book(workspace: Workspace, words: str = "") -> list[AliasRow]:
    return workspace.read(alias_book, 1, words)


def test_the_book_tells_whose_a_name_is_why_and_where_it_counted(
    workspace: Workspace, tmp_path: Path
) -> None:
    take(workspace, tmp_path, 1, ANA)
    take(workspace, tmp_path, 8, ANA)
    (row,) = book(workspace)
    assert (row.learned.name, row.person_name, row.learned.source) == (
        "A. Nother", "Ana Berg", Source.ZOOM,
    )  # fmt: skip
    assert [str(line.on) for line in row.sessions] == ["2026-10-08", "2026-10-01"]
    assert reason_of(row.learned, workspace.clock.today()) == "You said so on 13 Oct"
    assert heard_words(row.learned) == "Zoom file, you said so"
    assert book(workspace, "noth berg") == [row]
    assert book(workspace, "bo") == []
    assert [each.name for each in workspace.read(aliases_of, ANA)] == ["A. Nother"]


def test_a_corrected_name_takes_its_marks_along(workspace: Workspace, tmp_path: Path) -> None:
    take(workspace, tmp_path, 1, ANA)
    take(workspace, tmp_path, 8, ANA)
    workspace.perform(mark_attendance, 2, BO, Mark.EXCUSED)
    (row,) = book(workspace)
    moved = perform_undo_redo(workspace, correct_alias, row.learned.id, BO)
    assert moved == 2
    assert marks(workspace) == {
        (1, BO): (Mark.PRESENT, 30), (2, BO): (Mark.PRESENT, 30),
    }  # fmt: skip
    assert book(workspace)[0].person_name == "Bo Li"
    assert workspace.undo_names[0] == "A. Nother is Bo Li"


def test_a_mark_set_by_hand_stays_where_it_is(workspace: Workspace, tmp_path: Path) -> None:
    take(workspace, tmp_path, 1, ANA)
    workspace.perform(mark_attendance, 1, ANA, Mark.PART)
    workspace.perform(mark_attendance, 1, ANA, Mark.PRESENT)
    (row,) = book(workspace)
    workspace.perform(correct_alias, row.learned.id, BO)
    assert marks(workspace)[1, ANA][0] is Mark.PRESENT
    assert marks(workspace)[1, BO] == (Mark.PRESENT, 30)


def test_a_name_of_nobody_takes_its_marks_away_and_is_ignored(
    workspace: Workspace, tmp_path: Path
) -> None:
    take(workspace, tmp_path, 1, ANA)
    (row,) = book(workspace)
    perform_undo_redo(workspace, correct_alias, row.learned.id, None)
    assert marks(workspace) == {}
    assert book(workspace)[0].learned.person is None


@pytest.mark.parametrize(("with_marks", "left"), [(True, 0), (False, 1)])
def test_a_forgotten_name_keeps_its_marks_or_not(
    workspace: Workspace, tmp_path: Path, with_marks: bool, left: int
) -> None:
    take(workspace, tmp_path, 1, ANA)
    (row,) = book(workspace)
    perform_undo_redo(workspace, forget_alias, row.learned.id, with_marks=with_marks)
    assert book(workspace) == []
    assert len(marks(workspace)) == left


def test_one_session_of_a_name_is_split_off(workspace: Workspace, tmp_path: Path) -> None:
    take(workspace, tmp_path, 1, ANA)
    take(workspace, tmp_path, 8, ANA)
    (row,) = book(workspace)
    perform_undo_redo(workspace, split_alias, row.learned.id, row.sessions[0].id, CY)
    assert set(marks(workspace)) == {(1, ANA), (2, CY)}
    (row,) = book(workspace)
    assert [line.session_id for line in row.sessions] == [1]
    with pytest.raises(NotFound):
        workspace.perform(split_alias, row.learned.id, 99, CY)


def test_marks_without_times_go_along_too(workspace: Workspace, tmp_path: Path) -> None:
    take(workspace, tmp_path, 1, ANA, times=False)
    (row,) = book(workspace)
    workspace.perform(correct_alias, row.learned.id, BO)
    assert marks(workspace) == {(1, BO): (Mark.PRESENT, None)}


def test_two_lines_that_come_together_count_each_minute_once(
    workspace: Workspace, tmp_path: Path
) -> None:
    path = tmp_path / "z.csv"
    when = "10/01/2026 02:{:02}:00 PM,10/01/2026 02:{:02}:00 PM,30,Yes\n"
    path.write_text(
        HEAD + "Bo Li,," + when.format(0, 30) + "Odd Name,," + when.format(15, 45), "utf-8"
    )
    choices = AttendanceChoices(
        create=True, dates="month-first", decisions=Decisions(people={1: ANA})
    )
    write_report(workspace, plan_report(workspace, "Bridges", read_source(path), choices))
    (row,) = book(workspace)
    workspace.perform(correct_alias, row.learned.id, BO)
    assert marks(workspace) == {(1, BO): (Mark.PRESENT, 45)}


def test_names_are_ignored_and_heeded_again(workspace: Workspace) -> None:
    number = perform_undo_redo(workspace, ignore_name, Source.ZOOM, "Note taker")
    assert [row.person_name for row in book(workspace)] == [""]
    workspace.perform(correct_alias, number, ANA)
    assert [row.person_name for row in book(workspace)] == ["Ana Berg"]
    with pytest.raises(BadInput):
        workspace.perform(ignore_name, Source.ZOOM, "  ")
    with pytest.raises(NotFound):
        workspace.perform(forget_alias, 99)


def test_a_name_from_before_a_merge_is_sure_in_every_tool_and_another_tools_is_proposed(
    workspace: Workspace,
) -> None:
    def learn(work: Work) -> None:
        now = work.clock.now()
        for source, name, person in ((Source.MERGE, "Cy Old", CY), (Source.TEAMS, "Bobo", BO)):
            work.session.add(
                Alias(person_id=person, source=source, name=name, folded_name=name.lower(),
                      learned_at=now)
            )  # fmt: skip

    workspace.perform(action("Learn")(learn))
    today = workspace.clock.today()
    known = {one.person: one for one in workspace.read(roster_names, 1, Source.ZOOM, today)}
    assert [heard.sure for heard in known[CY].learned] == [True]
    assert known[BO].learned[0].reason == "Known by this name in Teams (13 Oct)"
    assert not known[BO].learned[0].sure
