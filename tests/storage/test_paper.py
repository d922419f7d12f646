"""A typed-back sign-in sheet on a real file: one step, one undo, nothing half marked."""

import pytest

from tests.storage.exact_rows import perform_undo_redo
from tests.storage.session_desk import SessionDesk
from tests.storage.table_rows import everything
from workbench.foundation.errors import DecisionNeeded
from workbench.foundation.words import Mark
from workbench.rosters.actions import add_guest
from workbench.sessions.attendance_actions import mark_attendance
from workbench.sessions.attendance_queries import marking
from workbench.sessions.paper_actions import PaperDone, mark_paper
from workbench.storage.workspace import Workspace


class Desk(SessionDesk):
    """Four people and one session."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, "Ama", "Bo", "Cem", "Dee")
        self.talk = self.session("2026-10-01T14:00", "Talk")

    def marks(self) -> dict[str, Mark]:
        return {row.name: row.mark for row in self.workspace.read(marking, self.talk).rows}


@pytest.fixture
def desk(workspace: Workspace) -> Desk:
    return Desk(workspace)


def test_those_who_signed_guests_and_the_rest_are_one_step(desk: Desk) -> None:
    ama, bo, cem, _ = desk.people
    desk.workspace.perform(mark_attendance, desk.talk, ama, Mark.PART)
    desk.workspace.perform(mark_attendance, desk.talk, cem, Mark.EXCUSED)
    done = perform_undo_redo(desk.workspace, mark_paper, desk.talk, [ama, bo], ["Kim"], Mark.ABSENT)
    assert done == PaperDone(here=2, guests=1, rest=1)
    assert desk.workspace.undo_names[0] == "Sign-in sheet: 2 people and 1 guest marked here"
    assert desk.marks() == {
        "Ama": Mark.PART, "Bo": Mark.PRESENT, "Cem": Mark.EXCUSED, "Dee": Mark.ABSENT,
        "Kim": Mark.PRESENT,
    }  # fmt: skip


def test_apologies_and_misses_give_way_to_a_signature(desk: Desk) -> None:
    ama, bo, *_ = desk.people
    desk.workspace.perform(mark_attendance, desk.talk, ama, Mark.EXCUSED)
    desk.workspace.perform(mark_attendance, desk.talk, bo, Mark.ABSENT)
    desk.workspace.perform(mark_paper, desk.talk, [ama, bo])
    assert desk.marks() == {
        "Ama": Mark.PRESENT, "Bo": Mark.PRESENT, "Cem": Mark.UNKNOWN, "Dee": Mark.UNKNOWN,
    }  # fmt: skip


def test_a_guest_of_two_people_s_name_leaves_everything_as_it_was(desk: Desk) -> None:
    for _ in range(2):
        desk.workspace.perform(add_guest, desk.community, "Kim Novak")
    before = desk.workspace.read(everything)
    with pytest.raises(DecisionNeeded):
        desk.workspace.perform(mark_paper, desk.talk, desk.people, ["Kim Novak"])
    assert desk.workspace.read(everything) == before
