"""Guests belong from the day they came, and become members with all they did as guests."""

from datetime import date, datetime
from pathlib import Path

import pytest

from tests.factories import CLOCK, community_with
from tests.storage.exact_rows import perform_undo_redo
from workbench.foundation.errors import BadInput
from workbench.foundation.words import Mark, Role
from workbench.rosters.actions import add_guest, add_person, leave_community
from workbench.rosters.duplicate_queries import possible_duplicates
from workbench.rosters.guest_actions import promote_guest
from workbench.rosters.merging_actions import merge_people, not_the_same
from workbench.rosters.queries import roster
from workbench.rosters.rules import PersonDraft
from workbench.sessions.actions import SessionDraft, add_session
from workbench.sessions.attendance_actions import guest_in
from workbench.sessions.attendance_queries import marks_of
from workbench.storage.workspace import Workspace


def session_on(workspace: Workspace, community: int, day: date) -> int:
    starts = datetime(day.year, day.month, day.day, 14)
    draft = SessionDraft(title="Evening", starts=starts, minutes=60)
    return workspace.perform(add_session, community, draft).value


def test_a_guest_marked_later_belongs_on_the_day_they_came(workspace: Workspace) -> None:
    (community,) = community_with(workspace)
    day = date(2026, 9, 17)
    session = session_on(workspace, community, day)
    guest = perform_undo_redo(workspace, guest_in, session, "Sofia Reyes")
    (row,) = workspace.read(roster, community, day)
    assert (row.person_id, row.role, row.joined_on) == (guest, Role.GUEST, day)
    earlier = session_on(workspace, community, date(2026, 9, 3))
    workspace.perform(guest_in, earlier, "sofia reyes")
    assert [r.joined_on for r in workspace.read(roster, community)] == [date(2026, 9, 3)]


def test_a_member_marked_as_a_guest_by_name_keeps_their_own_days(workspace: Workspace) -> None:
    community, ama = community_with(workspace, "Ama", joined_on=date(2026, 9, 10))
    session = session_on(workspace, community, date(2026, 9, 3))
    assert workspace.perform(guest_in, session, "Ama").value == ama
    assert [row.joined_on for row in workspace.read(roster, community)] == [date(2026, 9, 10)]


def test_a_guest_becomes_a_member_with_all_they_did(workspace: Workspace) -> None:
    (community,) = community_with(workspace)
    session = session_on(workspace, community, date(2026, 9, 17))
    guest = workspace.perform(guest_in, session, "Sofia Reyes").value
    perform_undo_redo(workspace, promote_guest, community, guest, date(2026, 10, 1), Role.CORE)
    rows = workspace.read(roster, community)
    assert [(r.role, r.joined_on, r.left_on) for r in rows] == [
        (Role.GUEST, date(2026, 9, 17), date(2026, 9, 30)),
        (Role.CORE, date(2026, 10, 1), None),
    ]
    assert workspace.read(marks_of, community)[session][guest] is Mark.PRESENT
    with pytest.raises(BadInput, match="already belongs"):
        workspace.perform(promote_guest, community, guest, date(2026, 10, 2))


def test_a_guest_of_today_is_a_member_from_today_alone(workspace: Workspace) -> None:
    (community,) = community_with(workspace)
    guest = workspace.perform(add_guest, community, "Sofia Reyes").value
    workspace.perform(promote_guest, community, guest, CLOCK.today())
    (row,) = workspace.read(roster, community)
    assert (row.role, row.joined_on) == (Role.MEMBER, CLOCK.today())


def test_somebody_who_is_no_guest_is_not_promoted(workspace: Workspace) -> None:
    community, ama = community_with(workspace, "Ama")
    with pytest.raises(BadInput, match="Ama is not a guest here"):
        workspace.perform(promote_guest, community, ama, CLOCK.today())
    guest = workspace.perform(add_guest, community, "Bo").value
    with pytest.raises(BadInput, match="not a guest"):
        workspace.perform(promote_guest, community, guest, CLOCK.today(), Role.GUEST)


def test_a_member_who_left_and_came_as_a_guest_comes_back(workspace: Workspace) -> None:
    community, ama = community_with(workspace, "Ama", joined_on=date(2026, 1, 1))
    workspace.perform(leave_community, community, ama, date(2026, 3, 1))
    session = session_on(workspace, community, date(2026, 9, 17))
    workspace.perform(guest_in, session, "Ama")
    with pytest.raises(BadInput, match="not a guest"):
        workspace.perform(promote_guest, community, ama, date(2026, 10, 1))


def test_duplicates_of_a_community_are_found_and_asked_once(workspace: Workspace) -> None:
    community, ama = community_with(workspace, "Ama Boateng")
    guest = workspace.perform(add_guest, community, "Ama Boatneg").value
    other = workspace.perform(
        add_person, community, PersonDraft(name="Kofi", email="k@halden.example")
    ).value
    twin = workspace.perform(
        add_person, community, PersonDraft(name="Kofi Mensah", email="K@halden.example")
    ).value

    def pairs() -> list[tuple[int, int]]:
        found = workspace.read(possible_duplicates, community, CLOCK.today())
        return [(pair.first.id, pair.second.id) for pair in found]

    assert pairs() == [(other, twin), (ama, guest)]
    workspace.perform(not_the_same, ama, guest)
    assert pairs() == [(other, twin)]
    workspace.perform(merge_people, other, twin)
    assert pairs() == []
    workspace.undo()
    workspace.undo()
    assert pairs() == [(other, twin), (ama, guest)]


def test_the_sample_holds_nobody_twice(tmp_path: Path) -> None:
    from workbench.communities.queries import community_named
    from workbench.imports.sample import make_sample
    from workbench.storage.workspace import open_workspace

    make_sample(tmp_path / "sample.fwb")
    with open_workspace(tmp_path / "sample.fwb") as sample:
        bridges = sample.read(community_named, "Bridges")
        assert sample.read(possible_duplicates, bridges.id, CLOCK.today()) == ()
