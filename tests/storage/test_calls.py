"""Notes of calls: kept, read, forgotten and undone; who is on the list of a real file."""

from datetime import date, timedelta

import pytest

from tests.factories import CLOCK, make_community
from tests.storage.session_desk import SessionDesk
from workbench.foundation.errors import BadInput, NotFound
from workbench.foundation.words import CallState, Mark
from workbench.insights.worth_a_call import Why
from workbench.insights.worth_queries import calls
from workbench.rosters.call_actions import forget_call_note, note_called, snooze_call
from workbench.rosters.call_queries import call_notes
from workbench.sessions.actions import cancel_session
from workbench.sessions.attendance_actions import guest_in
from workbench.storage.workspace import Workspace

TODAY = CLOCK.today()


class Desk(SessionDesk):
    """Two members and a session each week before today."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, "Ama", "Jonas")
        self.ama, self.jonas = self.people

    def weeks_ago(self, weeks: int, ama: Mark, jonas: Mark = Mark.PRESENT) -> int:
        session = self.session(f"{TODAY - timedelta(weeks=weeks)}T14:00", f"{weeks} ago")
        self.mark(session, self.ama, ama)
        self.mark(session, self.jonas, jonas)
        return session

    def listed(self, today: date = TODAY) -> list[tuple[str, list[Why]]]:
        found = self.workspace.read(calls, self.community, today)
        return [
            (row.member.roster.name, [reason.kind for reason in row.reasons]) for row in found.rows
        ]


@pytest.fixture
def desk(workspace: Workspace) -> Desk:
    made = Desk(workspace)
    for weeks, mark in ((6, "P"), (5, "P"), (4, "P"), (3, "A"), (2, "A"), (1, "A")):
        made.weeks_ago(weeks, Mark.PRESENT if mark == "P" else Mark.ABSENT)
    return made


def test_who_missed_three_and_who_never_spoke(desk: Desk) -> None:
    assert desk.listed() == [("Ama", [Why.MISSED]), ("Jonas", [Why.NEVER_SPOKEN])]


def test_a_cancelled_session_is_no_miss_and_a_guest_is_not_listed(desk: Desk) -> None:
    session = desk.weeks_ago(0, Mark.ABSENT)
    for weeks in (1, 0):
        desk.workspace.perform(guest_in, session, f"Kim {weeks}")
    desk.workspace.perform(cancel_session, session)
    assert [name for name, _ in desk.listed()] == ["Ama", "Jonas"]


def test_a_call_is_kept_with_its_note_and_undone(desk: Desk) -> None:
    done = desk.workspace.perform(
        note_called, desk.community, desk.ama, " New shift.\nAsk in May ", "Missed 3"
    )
    assert done.step == "Ama called"
    (note,) = desk.workspace.read(call_notes, desk.community)
    assert (note.name, note.state, note.noted_on) == ("Ama", CallState.CALLED, TODAY)
    assert (note.note, note.reason) == ("New shift.\nAsk in May", "Missed 3")
    assert [name for name, _ in desk.listed()] == ["Jonas"]
    desk.workspace.undo()
    assert desk.workspace.read(call_notes, desk.community) == []
    assert [name for name, _ in desk.listed()] == ["Ama", "Jonas"]


def test_snoozed_until_the_day(desk: Desk) -> None:
    until = TODAY + timedelta(weeks=2)
    desk.workspace.perform(snooze_call, desk.community, desk.ama, until)
    assert [name for name, _ in desk.listed()] == ["Jonas"]
    assert [name for name, _ in desk.listed(until)] == ["Ama", "Jonas"]


def test_forgetting_a_note_brings_its_person_back(desk: Desk) -> None:
    number = desk.workspace.perform(note_called, desk.community, desk.ama).value
    desk.workspace.perform(forget_call_note, number)
    assert [name for name, _ in desk.listed()] == ["Ama", "Jonas"]
    with pytest.raises(NotFound):
        desk.workspace.perform(forget_call_note, number)


@pytest.mark.parametrize("days", [0, -7])
def test_a_day_that_is_not_to_come_is_refused(desk: Desk, days: int) -> None:
    with pytest.raises(BadInput) as told:
        desk.workspace.perform(snooze_call, desk.community, desk.ama, TODAY + timedelta(days=days))
    assert told.value.field == "until"


def test_a_note_far_too_long_is_refused_and_nobody_is_called(desk: Desk) -> None:
    with pytest.raises(BadInput) as told:
        desk.workspace.perform(note_called, desk.community, desk.ama, "x" * 2001)
    assert told.value.field == "note"
    with pytest.raises(NotFound):
        desk.workspace.perform(note_called, desk.community, 999)
    assert desk.workspace.read(call_notes, desk.community) == []


def test_notes_of_one_community_do_not_reach_another(desk: Desk) -> None:
    other = desk.workspace.perform(make_community, "Harbour").value
    desk.workspace.perform(note_called, other, desk.ama)
    assert [name for name, _ in desk.listed()] == ["Ama", "Jonas"]
