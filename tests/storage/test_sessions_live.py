"""The live run on a real file: every press is there after the file is closed without warning."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.factories import community_with
from tests.storage.session_rows import every_row, wall
from workbench.foundation.errors import BadInput
from workbench.foundation.words import SessionState
from workbench.sessions import live_actions as live
from workbench.sessions import run_rules
from workbench.sessions.actions import SessionDraft, add_session, cancel_session
from workbench.sessions.agenda import AgendaBlock
from workbench.sessions.agenda_actions import delete_block, move_block
from workbench.sessions.live_queries import LiveSession, live_session, running_session
from workbench.sessions.queries import session_rows
from workbench.sessions.run_words import clock_words, drift_words
from workbench.storage.workspace import Workspace, create_workspace, open_workspace

if TYPE_CHECKING:
    from workbench.storage.unit_of_work import Action

START = datetime(2026, 10, 15, 13, tzinfo=UTC)  # 14:00 in London


@dataclass
class Ticking:
    """A clock the test moves; London in October is an hour ahead of UTC."""

    at: datetime = field(default=START)

    def now(self) -> datetime:
        return self.at

    def today(self) -> date:
        return self.local().date()

    def local(self) -> datetime:
        return (self.at + timedelta(hours=1)).replace(tzinfo=None)

    def wait(self, minutes: float) -> None:
        self.at += timedelta(minutes=minutes)


@dataclass
class Room:
    workspace: Workspace
    clock: Ticking
    community: int
    session: int

    def state(self) -> LiveSession:
        return self.workspace.read(live_session, self.session)

    @property
    def blocks(self) -> list[int]:
        return [block.key for block in self.state().plan]

    def left(self) -> str:
        state = self.state()
        block = next(b for b in state.plan if b.key == state.run.current_block)
        return clock_words(run_rules.remaining(state.run, block, self.clock.now()))


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    clock = Ticking()
    with create_workspace(tmp_path / "w.fwb", clock=clock) as workspace:
        community = community_with(workspace, "Ama")[0]
        blocks = [AgendaBlock(0, f"Block {m}", m) for m in (8, 20, 10)]
        draft = SessionDraft(title="Handovers", starts=wall("2026-10-15T14:00"), minutes=40)
        session = workspace.perform(add_session, community, draft, blocks).value
        yield Room(workspace, clock, community, session)


def test_start_next_back_and_end(room: Room) -> None:
    assert room.workspace.perform(live.start_live, room.session).step == "Start Handovers"
    room.clock.wait(9)
    room.workspace.perform(live.next_block, room.session)
    room.clock.wait(5)
    assert room.left() == "15:00"
    state = room.state()
    seen = run_rules.forecast(state.run, state.plan, room.clock.now())
    assert drift_words(seen.drift) == "1 min behind"
    room.workspace.perform(live.previous_block, room.session)
    assert room.left() == "−1:00"
    room.workspace.perform(live.add_minutes, room.session)
    assert room.left() == "0:00"
    room.workspace.perform(live.go_to_block, room.session, room.blocks[2])
    room.clock.wait(4)
    run = room.workspace.perform(live.end_live, room.session).value
    assert run_rules.actual_minutes(run, room.clock.now()) == dict(
        zip(room.blocks, [9, 5, 4], strict=True)
    )
    assert room.workspace.read(running_session, room.community) is None
    assert room.workspace.read(session_rows, room.community)[0].state is SessionState.HELD


def test_the_last_block_has_no_next_and_the_first_no_back(room: Room) -> None:
    room.workspace.perform(live.start_live, room.session)
    assert room.workspace.perform(live.previous_block, room.session).step is None
    for _ in range(2):
        room.workspace.perform(live.next_block, room.session)
    assert room.workspace.perform(live.next_block, room.session).step is None
    assert room.workspace.perform(live.go_to_block, room.session, 999).step is None


def test_a_broken_off_run_comes_back_at_the_same_block(room: Room) -> None:
    room.workspace.perform(live.start_live, room.session)
    room.clock.wait(8)
    room.workspace.perform(live.next_block, room.session)
    room.workspace.perform(live.add_minutes, room.session, 2)
    before = room.state().run
    copy = room.workspace.path.with_name("found-after-the-crash.fwb")
    copy.write_bytes(room.workspace.path.read_bytes())
    room.clock.wait(3)
    with open_workspace(copy, clock=room.clock) as found:
        assert found.read(running_session, room.community) == room.session
        assert found.read(live_session, room.session).run == before
        assert Room(found, room.clock, room.community, room.session).left() == "19:00"


def test_a_pause_survives_too(room: Room) -> None:
    room.workspace.perform(live.start_live, room.session)
    room.clock.wait(3)
    room.workspace.perform(live.pause, room.session)
    room.clock.wait(30)
    assert room.left() == "5:00"
    room.workspace.perform(live.resume, room.session)
    room.clock.wait(1)
    assert room.left() == "4:00"
    assert room.workspace.perform(live.resume, room.session).step is None


def test_an_ended_session_goes_on_where_it_ended(room: Room) -> None:
    room.workspace.perform(live.start_live, room.session)
    room.clock.wait(3)
    room.workspace.perform(live.end_live, room.session)
    room.clock.wait(10)
    with pytest.raises(BadInput, match="has ended"):
        room.workspace.perform(live.next_block, room.session)
    room.workspace.perform(live.start_live, room.session)
    assert room.left() == "5:00"


def test_a_run_left_open_can_be_ended_at_its_time(room: Room) -> None:
    room.workspace.perform(live.start_live, room.session)
    room.clock.wait(24 * 60)
    state = room.state()
    assert run_rules.was_left_open(state.run, state.slot_ends, room.clock.now())
    run = room.workspace.perform(live.end_live, room.session, state.slot_ends).value
    assert run_rules.actual_minutes(run, room.clock.now()) == {room.blocks[0]: 40}


def test_editing_the_plan_while_it_runs_keeps_the_place(room: Room) -> None:
    room.workspace.perform(live.start_live, room.session)
    first, second, third = room.blocks
    room.workspace.perform(move_block, third, 0)
    room.workspace.perform(delete_block, first)
    run = room.state().run
    assert run.current is not None
    assert (run.current.block, run.current.title) == (None, "Block 8")
    assert room.workspace.perform(live.next_block, room.session).value.current_block == third
    assert room.workspace.perform(live.next_block, room.session).value.current_block == second


def test_without_an_agenda_it_is_a_stopwatch(room: Room) -> None:
    draft = SessionDraft(title="Open floor", starts=wall("2026-10-15T16:00"))
    session = room.workspace.perform(add_session, room.community, draft).value
    room.workspace.perform(live.start_live, session)
    room.clock.wait(7)
    run = room.workspace.read(live_session, session).run
    assert run_rules.current_elapsed(run, room.clock.now()) == timedelta(minutes=7)


def test_a_rehearsal_leaves_the_session_planned(room: Room) -> None:
    room.clock.at = START - timedelta(days=2)
    room.workspace.perform(live.start_live, room.session)
    assert room.workspace.read(session_rows, room.community)[0].state is SessionState.PLANNED


def test_a_cancelled_session_does_not_start(room: Room) -> None:
    room.workspace.perform(cancel_session, room.session)
    with pytest.raises(BadInput, match="Handovers on Thu 15 Oct was cancelled"):
        room.workspace.perform(live.start_live, room.session)


def test_every_press_undoes_to_the_same_rows(room: Room) -> None:
    seen = [every_row(room.workspace)]
    presses: list[tuple[Action[..., Any], tuple[int, ...]]] = [
        (live.start_live, ()),
        (live.next_block, ()),
        (live.pause, ()),
        (live.resume, ()),
        (live.add_minutes, (1,)),
        (live.previous_block, ()),
        (live.end_live, ()),
    ]
    for press, more in presses:
        room.workspace.perform(press, room.session, *more)
        room.clock.wait(1)
        seen.append(every_row(room.workspace))
    for rows in reversed(seen[:-1]):
        room.workspace.undo()
        assert every_row(room.workspace) == rows
    for rows in seen[1:]:
        room.workspace.redo()
        assert every_row(room.workspace) == rows
