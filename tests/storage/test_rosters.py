from datetime import date

import pytest

from tests.factories import CLOCK, community_with, make_community
from workbench.foundation.errors import BadInput, NotFound
from workbench.foundation.words import Role
from workbench.rosters import queries
from workbench.rosters.actions import (
    add_guest,
    add_people,
    add_person,
    change_person,
    join_community,
    leave_community,
    move_department,
    remove_person,
    write_note,
)
from workbench.rosters.rules import PersonDraft
from workbench.storage.workspace import Workspace


def test_a_person_comes_back_as_written(workspace: Workspace) -> None:
    community_id = workspace.perform(make_community).value
    draft = PersonDraft(
        name='=SUM("1")  O\u2019Neill',
        email="A.B@halden.example",
        job_title="Shift lead, returns",
        department="Operations",
        role=Role.CORE,
        joined_on=date(1969, 12, 31),
        tags=("Returns", "Founding member"),
        reason_to_join="Know who to ask",
        own={"Staff number": "00123"},
        note="Sleeps at 14:00",
    )
    done = workspace.perform(add_person, community_id, draft)
    (row,) = workspace.read(queries.roster, community_id)
    assert row.name == '=SUM("1")  O\u2019Neill'
    assert row.department is not None
    assert (row.department.name, row.department.position) == ("Operations", 0)
    assert (row.email, row.job_title) == ("A.B@halden.example", "Shift lead, returns")
    assert (row.role, row.joined_on) == (Role.CORE, date(1969, 12, 31))
    assert row.tags == ("Founding member", "Returns")
    assert row.own == (("Staff number", "00123"),)
    assert workspace.read(queries.person, done.value).note == "Sleeps at 14:00"
    assert done.step == 'Add =SUM("1")  O\u2019Neill'
    assert done.topics == {"rosters"}


def test_the_roster_of_a_day_knows_who_belonged_then(workspace: Workspace) -> None:
    community_id = workspace.perform(make_community).value
    drafts = [
        PersonDraft(name="Always"),
        PersonDraft(name="Early", joined_on=date(2026, 1, 1), left_on=date(2026, 3, 31)),
        PersonDraft(name="Late", joined_on=date(2026, 4, 1)),
        PersonDraft(name="Visitor", role=Role.GUEST, joined_on=date(2026, 1, 1)),
    ]
    workspace.perform(add_people, community_id, drafts)

    def names(on: date | None) -> list[str]:
        return [row.name for row in workspace.read(queries.roster, community_id, on)]

    assert names(date(2026, 3, 31)) == ["Always", "Early", "Visitor"]
    assert names(date(2026, 4, 1)) == ["Always", "Late", "Visitor"]
    assert names(None) == ["Always", "Early", "Late", "Visitor"]
    assert workspace.read(queries.member_count, community_id, date(2026, 3, 31)) == 2


def test_an_old_session_keeps_the_department_of_its_day(workspace: Workspace) -> None:
    community_id, person_id = community_with(workspace, "Ama Boateng")
    workspace.perform(move_department, person_id, "Support", None)
    workspace.perform(move_department, person_id, "Sales", date(2026, 6, 1))

    def department(on: date) -> str:
        return workspace.read(queries.departments_of, [person_id], on)[person_id].name

    assert department(date(2026, 5, 31)) == "Support"
    assert department(date(2026, 6, 1)) == "Sales"
    change = PersonDraft(department="Finance")
    workspace.perform(change_person, community_id, person_id, change)
    assert department(CLOCK.today()) == "Finance"
    assert department(date(2026, 10, 12)) == "Sales"


def test_a_change_leaves_what_it_does_not_say(workspace: Workspace) -> None:
    community_id, person_id = community_with(workspace, "Ama Boateng", joined_on=date(2026, 1, 1))
    workspace.perform(change_person, community_id, person_id, PersonDraft(job_title="Lead"))
    (row,) = workspace.read(queries.roster, community_id)
    assert (row.name, row.job_title, row.joined_on) == ("Ama Boateng", "Lead", date(2026, 1, 1))
    cleared = PersonDraft(cleared=frozenset({"joined_on"}))
    workspace.perform(change_person, community_id, person_id, cleared)
    assert workspace.read(queries.roster, community_id)[0].joined_on is None


def test_leaving_keeps_history_and_coming_back_is_a_second_membership(
    workspace: Workspace,
) -> None:
    community_id, person_id = community_with(workspace, "Ama Boateng", joined_on=date(2026, 1, 1))
    with pytest.raises(BadInput, match="already belongs"):
        workspace.perform(join_community, community_id, person_id, date(2026, 2, 1))
    with pytest.raises(BadInput, match="before the joining date"):
        workspace.perform(leave_community, community_id, person_id, date(2025, 12, 31))
    workspace.perform(leave_community, community_id, person_id, date(2026, 5, 1), "New shift")
    assert workspace.read(queries.roster, community_id, CLOCK.today()) == []
    workspace.perform(join_community, community_id, person_id, date(2026, 9, 1))
    rows = workspace.read(queries.roster, community_id)
    assert [(row.joined_on, row.left_on) for row in rows] == [
        (date(2026, 1, 1), date(2026, 5, 1)),
        (date(2026, 9, 1), None),
    ]


def test_a_guest_takes_two_keystrokes_and_one_undo(workspace: Workspace) -> None:
    (community_id,) = community_with(workspace)
    done = workspace.perform(add_guest, community_id, "Marek Dvořák")
    assert done.step == "Add guest Marek Dvořák"
    workspace.undo()
    assert workspace.read(queries.roster, community_id) == []
    workspace.redo()
    (row,) = workspace.read(queries.roster, community_id)
    assert (row.name, row.role) == ("Marek Dvořák", Role.GUEST)


def test_removing_takes_a_person_out_of_one_community_only(workspace: Workspace) -> None:
    community_id, person_id = community_with(workspace, "Ama Boateng")
    other = workspace.perform(make_community, "Welcome circle").value
    workspace.perform(join_community, other, person_id, None)
    workspace.perform(remove_person, community_id, person_id)
    assert workspace.read(queries.roster, community_id) == []
    assert len(workspace.read(queries.roster, other)) == 1
    workspace.perform(remove_person, other, person_id)
    with pytest.raises(NotFound):
        workspace.read(queries.person, person_id)
    workspace.undo()
    assert workspace.read(queries.person, person_id).name == "Ama Boateng"


def test_a_note_is_kept_apart(workspace: Workspace) -> None:
    _, person_id = community_with(workspace, "Ama Boateng")
    workspace.perform(write_note, person_id, "Ask about the night shift\x00 ")
    assert workspace.read(queries.person, person_id).note == "Ask about the night shift"


def test_nothing_is_half_written_when_one_of_many_is_wrong(workspace: Workspace) -> None:
    community_id = workspace.perform(make_community).value
    wrong = [PersonDraft(name="Ama Boateng", own={"Badge": "7"}), PersonDraft(name=" ")]
    with pytest.raises(BadInput):
        workspace.perform(add_people, community_id, wrong)
    assert workspace.read(queries.roster, community_id) == []
    assert workspace.read(queries.own_fields) == []
    assert workspace.undo_names == ["Make community"]
