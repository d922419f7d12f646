"""Lists of people and meeting files go into a real file, each as one step that undo takes back."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.storage.table_rows import everything
from workbench.foundation.clock import FixedClock
from workbench.foundation.errors import NotFound
from workbench.foundation.words import Mark, Role
from workbench.imports.attendance import (
    plan_report,
    with_choices,
    write_report,
)
from workbench.imports.attendance_choices import AttendanceChoices, Decisions
from workbench.imports.attendance_command import apply_attendance, preview_attendance
from workbench.imports.attendance_import import AttendanceImport
from workbench.imports.roster import apply_roster, perform_plan, plan_file, preview_roster
from workbench.imports.tables import read_source, source_from_text
from workbench.models.rosters import Alias
from workbench.models.sessions import AttendanceMark
from workbench.rosters.queries import RosterRow, roster
from workbench.storage.workspace import Workspace, create_workspace

TITLES = (
    "1. Summary\nMeeting title\tDeep dive\nStart time\t{day}, 2:00:00 PM\n"
    "End time\t{day}, 3:30:00 PM\n"
)
TABLE = "\n2. Participants\nName\tFirst Join\tLast Leave\tIn-Meeting Duration\tEmail\tRole\n"
PEOPLE = "Name;E-mail;Department\nAna Berg;ana@x.example;IT\nBo Li;;HR\nCy Dahl;cy@x.example;IT\n"


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    clock = FixedClock(datetime(2026, 10, 13, 9), "Europe/London")
    with create_workspace(tmp_path / "w.fwb", clock=clock) as made:
        yield made


def people(workspace: Workspace) -> list[RosterRow]:
    return workspace.read(roster, 1)


def import_people(workspace: Workspace, text: str = PEOPLE) -> None:
    perform_plan(workspace, plan_file(workspace, "Bridges", source_from_text(text)))


def marks(workspace: Workspace) -> dict[str, tuple[Mark, float | None]]:
    def read(session: Session) -> dict[int, tuple[Mark, float | None]]:
        rows = session.scalars(select(AttendanceMark))
        return {row.person_id: (row.mark, row.minutes) for row in rows}

    names = {row.person_id: row.name for row in people(workspace)}
    return {names[person]: found for person, found in workspace.read(read).items()}


def meeting(path: Path, *lines: tuple[str, str, int, str], day: str = "10/13/26") -> Path:
    body = "".join(
        f"{name}\t{day}, 2:{start}:00 PM\t{day}, 3:45:00 PM\t{minutes}m\t{email}\tAttendee\n"
        for name, start, minutes, email in lines
    )
    path.write_bytes((TITLES.format(day=day) + TABLE + body).encode("utf-16"))
    return path


def test_a_list_comes_in_as_one_step_and_goes_back_exactly(
    workspace: Workspace, tmp_path: Path
) -> None:
    before = workspace.read(everything)
    path = tmp_path / "people.csv"
    path.write_text(PEOPLE, encoding="utf-8")
    assert preview_roster(workspace, "Bridges", path).as_json()["written"] is False
    assert workspace.read(everything) == before
    found = apply_roster(workspace, "Bridges", path)
    assert (found.plan.count("added"), found.written) == (3, True)
    assert "no community Bridges" in found.warnings[0]
    assert workspace.undo_names == ["Import 3 people"]
    assert apply_roster(workspace, "Bridges", path).plan.count("unchanged") == 3
    assert workspace.undo_names == ["Import 3 people"]
    workspace.undo()
    assert workspace.read(everything) == before


def test_changes_are_written_where_they_stand_and_only_if_accepted(workspace: Workspace) -> None:
    import_people(workspace)
    edited = PEOPLE.replace("Bo Li;;HR", "Bo Li;bo@x.example;HR").replace("Cy Dahl", "Cy Dahlin")
    plan = plan_file(workspace, "Bridges", source_from_text(edited))
    assert plan.plan.count("changed") == 2
    changed = [row.number for row in plan.plan.rows if row.kind == "changed"]
    perform_plan(workspace, plan, accepted=changed[:1])
    assert {row.name: row.email for row in people(workspace)} == {
        "Ana Berg": "ana@x.example", "Bo Li": "bo@x.example", "Cy Dahl": "cy@x.example",
    }  # fmt: skip


def test_a_mapping_that_was_corrected_is_remembered(workspace: Workspace) -> None:
    text = "Who;Where\nAna Berg;IT\n"
    source = source_from_text(text)
    perform_plan(workspace, plan_file(workspace, "Bridges", source, {"Where": "job title"}))
    again = plan_file(workspace, "Bridges", source_from_text(text + "Bo Li;HR\n"))
    assert [guess.why for guess in again.guesses] == ["as last time"] * 2
    assert people(workspace)[0].job_title == "IT"


def test_joining_again_after_leaving(workspace: Workspace) -> None:
    once = "Name;E-mail;Joined on;Left on\nAna;ana@x.example;2020-01-01;2021-01-01\n"
    import_people(workspace, once)
    import_people(workspace, once + "Ana;ana@x.example;2023-01-01;\n")
    assert [str(row.joined_on) for row in people(workspace)] == ["2020-01-01", "2023-01-01"]
    assert len({row.person_id for row in people(workspace)}) == 1


def test_a_meeting_makes_its_session_marks_the_sure_and_leaves_the_rest(
    workspace: Workspace, tmp_path: Path
) -> None:
    import_people(workspace)
    path = meeting(
        tmp_path / "m.csv",
        ("Berg, Ana", "00", 80, ""), ("Bo L.", "05", 70, ""), ("iPhone", "10", 5, ""),
        ("C. D.", "00", 20, "CY@x.example"),
    )  # fmt: skip
    found = apply_attendance(
        workspace, "Bridges", path, AttendanceChoices(create=True, min_minutes=45)
    )
    assert marks(workspace) == {"Ana Berg": (Mark.PRESENT, 80), "Cy Dahl": (Mark.PART, 20)}
    assert [line.attendee.name for line in found.to_check] == ["Bo L."]
    assert [line.attendee.name for line in found.unknown] == ["iPhone"]
    before = workspace.read(everything)
    again = apply_attendance(workspace, "Bridges", path, AttendanceChoices(create=True))
    assert again.as_json()["changed"] == 0
    assert workspace.read(everything) == before
    workspace.undo()
    assert marks(workspace) == {}


def test_a_decision_is_learned_for_the_next_file_of_that_tool(
    workspace: Workspace, tmp_path: Path
) -> None:
    import_people(workspace)
    first = meeting(tmp_path / "1.csv", ("Bo L.", "00", 80, "private@x.example"))
    plan = _plan(workspace, first)
    bo = plan.to_check[0].match.proposals[0].person
    write_report(workspace, with_choices(plan, _decided(plan, Decisions(people={0: bo}))))
    second = meeting(
        tmp_path / "2.csv", ("Somebody", "00", 30, "PRIVATE@x.example"), day="10/12/26"
    )
    found = apply_attendance(workspace, "Bridges", second, AttendanceChoices(create=True))
    assert found.people[0].person == bo

    def learned(session: Session) -> list[str]:
        return list(session.scalars(select(Alias.name).order_by(Alias.name)))

    assert workspace.read(learned) == ["Bo L.", "private@x.example"]


def test_guests_people_in_a_room_and_two_lines_of_one_person(
    workspace: Workspace, tmp_path: Path
) -> None:
    import_people(workspace)
    path = meeting(
        tmp_path / "m.csv",
        ("Birch Room", "00", 90, ""), ("Marek Dvořák (Guest)", "00", 80, ""),
        ("Bo Li", "00", 30, ""), ("Galaxy S21", "00", 20, ""),
    )  # fmt: skip
    plan = _plan(workspace, path)
    ids = {row.name: row.person_id for row in people(workspace)}
    decisions = Decisions(
        people={3: ids["Bo Li"]}, guests=frozenset({1}), room=frozenset({ids["Ana Berg"]})
    )
    write_report(workspace, with_choices(plan, _decided(plan, decisions)))
    assert {name: mark for name, (mark, _) in marks(workspace).items()} == {
        "Ana Berg": Mark.PRESENT, "Bo Li": Mark.PRESENT, "Marek Dvořák": Mark.PRESENT,
    }  # fmt: skip
    assert marks(workspace)["Bo Li"][1] == 50
    assert [row.role for row in people(workspace) if row.name == "Marek Dvořák"] == [Role.GUEST]
    workspace.undo()
    assert len(people(workspace)) == 3


def test_who_not_when_keeps_no_times(workspace: Workspace, tmp_path: Path) -> None:
    import_people(workspace)
    path = meeting(tmp_path / "m.csv", ("Ana Berg", "00", 80, ""))
    found = apply_attendance(
        workspace, "Bridges", path, AttendanceChoices(create=True, who_not_when=True)
    )
    assert marks(workspace) == {"Ana Berg": (Mark.PRESENT, None)}
    assert found.as_json()["people"][0]["minutes"] is None  # type: ignore[index]  # a list of people


def test_a_restarted_meeting_adds_up_and_the_same_one_written_twice_does_not(
    workspace: Workspace, tmp_path: Path
) -> None:
    import_people(workspace)
    first = meeting(tmp_path / "1.csv", ("Ana Berg", "00", 30, ""))
    apply_attendance(workspace, "Bridges", first, AttendanceChoices(create=True, min_minutes=45))
    assert marks(workspace)["Ana Berg"] == (Mark.PART, 30)
    second = meeting(tmp_path / "2.csv", ("Ana Berg", "40", 25, ""))
    into = AttendanceChoices(session=1, min_minutes=45)
    apply_attendance(workspace, "Bridges", second, into)
    assert marks(workspace)["Ana Berg"] == (Mark.PRESENT, 55)
    resaved = tmp_path / "1 again.csv"
    resaved.write_bytes(first.read_bytes() + "\n".encode("utf-16-le"))
    apply_attendance(workspace, "Bridges", resaved, into)
    assert marks(workspace)["Ana Berg"] == (Mark.PRESENT, 55)


def test_open_questions_write_nothing(workspace: Workspace, tmp_path: Path) -> None:
    import_people(workspace)
    before = workspace.read(everything)
    path = meeting(tmp_path / "m.csv", ("Ana Berg", "00", 30, ""), day="05/06/26")
    found = apply_attendance(workspace, "Bridges", path, AttendanceChoices(create=True))
    assert (found.written, len(found.questions)) == (False, 1)
    assert workspace.read(everything) == before
    settled = AttendanceChoices(create=True, dates="day-first")
    assert apply_attendance(workspace, "Bridges", path, settled).written


def test_sessions_that_are_not_there_or_still_to_come(workspace: Workspace, tmp_path: Path) -> None:
    import_people(workspace)
    path = meeting(tmp_path / "m.csv", ("Ana Berg", "00", 30, ""), day="10/25/26")
    with pytest.raises(NotFound, match="99"):
        preview_attendance(workspace, "Bridges", path, AttendanceChoices(session=99))
    found = apply_attendance(workspace, "Bridges", path, AttendanceChoices(create=True))
    assert not found.written
    assert "after this computer's date" in found.questions[0]
    assert workspace.undo_names == ["Import 3 people"]


def _plan(workspace: Workspace, path: Path) -> AttendanceImport:
    return plan_report(workspace, "Bridges", read_source(path), AttendanceChoices(create=True))


def _decided(plan: AttendanceImport, decisions: Decisions) -> AttendanceChoices:
    return AttendanceChoices(create=plan.choices.create, decisions=decisions)
