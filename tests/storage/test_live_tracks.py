"""Parallel tracks on a real file: stamps by track, closed with their block, back after a kill."""

import signal
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session as Connection

from tests.factories import community_with
from tests.storage.children import ROOT, environment, python
from tests.storage.session_rows import every_row, wall
from workbench.foundation.clock import FixedClock
from workbench.models.sessions import BlockRun
from workbench.sessions import live_actions as live
from workbench.sessions import run_rules as rules
from workbench.sessions.actions import SessionDraft, add_session
from workbench.sessions.actual_queries import block_times
from workbench.sessions.agenda import AgendaBlock, TrackPlan
from workbench.sessions.agenda_actions import delete_block
from workbench.sessions.duration_queries import learned_durations
from workbench.sessions.live_queries import LiveSession, live_session
from workbench.sessions.run_words import clock_words
from workbench.storage.workspace import Workspace, create_workspace, open_workspace

AGENDA = (
    AgendaBlock(0, "Check-in", 10, method="Round"),
    AgendaBlock(
        0,
        "Two rooms",
        30,
        tracks=(
            TrackPlan(
                1,
                "Quiet",
                blocks=(
                    AgendaBlock(0, "Read", 10, method="Silent wall"),
                    AgendaBlock(0, "Write", 20),
                ),
            ),
            TrackPlan(2, "Loud", "Ash", blocks=(AgendaBlock(0, "Case", 30, method="Clinic"),)),
        ),
    ),
    AgendaBlock(0, "Close", 10),
)


class Room:
    def __init__(self, workspace: Workspace, clock: FixedClock) -> None:
        self.workspace, self.clock = workspace, clock
        self.community = community_with(workspace, "Ama")[0]
        draft = SessionDraft(title="Handovers", starts=wall("2026-10-15T14:00"), minutes=50)
        self.session = workspace.perform(add_session, self.community, draft, AGENDA).value

    def at(self, clock: str) -> None:
        self.clock.at = wall(f"2026-10-15T{clock}")

    def state(self) -> LiveSession:
        return self.workspace.read(live_session, self.session)

    def left(self) -> list[str]:
        return clocks(self.state(), self.clock.now())

    def rows(self) -> list[tuple[str, int | None, int, bool]]:
        def read(connection: Connection) -> list[BlockRun]:
            found = select(BlockRun).where(BlockRun.session_id == self.session)
            return list(connection.scalars(found.order_by(BlockRun.id)))

        return [
            (r.title, r.track, r.position, r.ended_at is None) for r in self.workspace.read(read)
        ]


def clocks(state: LiveSession, now: datetime) -> list[str]:
    found = []
    for track in state.running_tracks:
        left = rules.left_here(state.tracked.of(track), track.blocks, now)
        found.append(clock_words(left) if left is not None else "through")
    return found


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    clock = FixedClock(wall("2026-10-15T14:00"), "Europe/London")
    with create_workspace(tmp_path / "w.fwb", clock=clock) as workspace:
        room = Room(workspace, clock)
        workspace.perform(live.start_live, room.session)
        room.at("14:10")
        workspace.perform(live.next_block, room.session)
        yield room


def test_each_track_is_stamped_by_itself(room: Room) -> None:
    room.at("14:14")
    assert room.left() == ["6:00", "26:00"]
    room.at("14:22")
    done = room.workspace.perform(live.next_in_track, room.session, 1)
    assert done.step == "Next in track: Quiet"
    room.workspace.perform(live.add_minutes_in_track, room.session, 2, 2)
    room.at("14:23")
    assert room.left() == ["19:00", "19:00"]
    assert room.rows() == [
        ("Check-in", None, 0, False),
        ("Two rooms", None, 1, True),
        ("Read", 1, 0, False),
        ("Case", 2, 0, True),
        ("Write", 1, 1, True),
    ]


def test_leaving_the_block_closes_every_track_and_the_times_are_kept(room: Room) -> None:
    room.at("14:22")
    room.workspace.perform(live.next_in_track, room.session, 1)
    room.at("14:41")
    room.workspace.perform(live.next_block, room.session)
    room.at("14:50")
    room.workspace.perform(live.end_live, room.session)
    assert not any(open_ for *_, open_ in room.rows())
    times = room.workspace.read(block_times, room.session)
    assert [(t.title, t.method, t.track, t.planned, t.taken) for t in times] == [
        ("Check-in", "Round", None, 10, 10),
        ("Two rooms", "", None, 30, 31),
        ("Read", "Silent wall", 1, 10, 12),
        ("Case", "Clinic", 2, 30, 31),
        ("Write", "", 1, 20, 19),
        ("Close", "", None, 10, 9),
    ]


def test_a_track_nobody_moved_teaches_no_duration(room: Room) -> None:
    room.at("14:41")
    room.workspace.perform(live.next_block, room.session)
    found = room.workspace.read(learned_durations)
    assert sorted(found) == ["clinic", "round"], "not the silent wall, which stood for both blocks"
    assert [run.minutes for run in found["clinic"]] == [31]


def test_one_pause_for_all_and_every_press_undoes(room: Room) -> None:
    before = every_row(room.workspace)
    room.at("14:12")
    room.workspace.perform(live.pause, room.session)
    room.at("14:20")
    assert room.left() == ["8:00", "28:00"]
    room.workspace.perform(live.next_in_track, room.session, 1)
    room.workspace.perform(live.resume, room.session)
    room.at("14:21")
    assert room.left() == ["19:00", "27:00"]
    for _ in range(3):
        room.workspace.undo()
    assert every_row(room.workspace) == before


def test_a_track_that_does_not_run_changes_nothing(room: Room) -> None:
    assert room.workspace.perform(live.next_in_track, room.session, 9).step is None
    room.workspace.perform(live.previous_block, room.session)
    assert room.workspace.perform(live.next_in_track, room.session, 1).step is None


def test_deleting_the_block_they_stand_in_leaves_nothing_open(room: Room) -> None:
    here = room.state().run.current_block
    assert here is not None
    room.workspace.perform(delete_block, here)
    state = room.state()
    assert (state.run.current_block, state.running_tracks) == (None, ())
    left = rules.left_here(state.run, state.plan, room.clock.now() + timedelta(minutes=5))
    assert left == timedelta(minutes=25), "its clock goes on"
    room.at("14:20")
    assert room.workspace.perform(live.next_block, room.session).value.current is not None
    room.workspace.perform(live.end_live, room.session)
    assert not any(open_ for *_, open_ in room.rows())
    room.workspace.undo()
    room.workspace.undo()
    room.workspace.undo()
    assert room.left() == ["0:00", "20:00"], "undo brings block, tracks and clocks back"


def test_a_rehearsal_makes_room_for_the_run_of_the_day(tmp_path: Path) -> None:
    clock = FixedClock(wall("2026-10-13T09:00"), "Europe/London")
    with create_workspace(tmp_path / "w.fwb", clock=clock) as workspace:
        room = Room(workspace, clock)
        workspace.perform(live.start_live, room.session)
        clock.at = wall("2026-10-13T09:30")
        workspace.perform(live.end_live, room.session)
        room.at("14:00")
        run = workspace.perform(live.start_live, room.session).value
        assert len(run.visits) == 1
        assert run.visits[0].started == clock.now()


RUNNING = """
from workbench.sessions import live_actions as live
clock.zone = "Europe/London"
session = int(os.environ["SESSION"])
workspace = open_workspace(path, None, clock)
clock.at = datetime(2026, 10, 15, 14, 22)
workspace.perform(live.next_in_track, session, 1)
clock.at = datetime(2026, 10, 15, 14, 24)
workspace.perform(live.pause, session)
clock.at = datetime(2026, 10, 15, 14, 26)
workspace.perform(live.resume, session)
workspace.perform(live.add_minutes_in_track, session, 2, 1)
print("ready", flush=True)
signal.pause()
"""


def test_a_killed_program_comes_back_with_every_clock(room: Room) -> None:
    path, session, clock = room.workspace.path, room.session, room.clock
    room.workspace.close()
    process = subprocess.Popen(
        python(RUNNING, path),
        env=environment() | {"SESSION": str(session)}, cwd=ROOT, stdout=subprocess.PIPE,
    )  # fmt: skip
    assert process.stdout
    assert process.stdout.readline() == b"ready\n"
    process.send_signal(signal.SIGKILL)
    assert process.wait() == -signal.SIGKILL
    process.stdout.close()
    room.at("14:30")
    with open_workspace(path, clock=clock) as found:
        state = found.read(live_session, session)
        assert (
            clock_words(rules.left_here(state.run, state.plan, clock.now()) or timedelta())
            == "12:00"
        )
        assert clocks(state, clock.now()) == ["14:00", "13:00"]
        asleep = clock.now() + timedelta(minutes=20)  # the lid was closed meanwhile
        assert clocks(state, asleep) == ["−6:00", "−7:00"]
        assert state.tracked.whole.visits[0].started == datetime(2026, 10, 15, 13, tzinfo=UTC)
