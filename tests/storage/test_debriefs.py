"""Debriefs on a real file: each answer kept by itself, carried over once, asked for while fresh."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest

from tests.factories import community_with
from tests.storage.session_rows import every_row, wall
from workbench.foundation.clock import FixedClock
from workbench.foundation.errors import BadInput, NotFound
from workbench.imports.sample import make_sample, sample_clock
from workbench.sessions import live_actions as live
from workbench.sessions.actions import SessionDraft, add_session
from workbench.sessions.actual_queries import block_times, overran_last_time
from workbench.sessions.agenda import AgendaBlock
from workbench.sessions.debrief_actions import answer_debrief, carry_into_next
from workbench.sessions.debrief_queries import debrief, open_debriefs
from workbench.sessions.debrief_rules import DebriefText
from workbench.sessions.queries import session_detail
from workbench.storage.workspace import Workspace, create_workspace, open_workspace


@dataclass
class Room:
    workspace: Workspace
    clock: FixedClock
    community: int
    first: int
    second: int


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    clock = FixedClock(datetime(2026, 10, 1, 14), "Europe/London")
    with create_workspace(tmp_path / "w.fwb", clock=clock) as workspace:
        community = community_with(workspace, "Ama")[0]
        blocks = [AgendaBlock(0, "Check-in", 8, method="Round"), AgendaBlock(0, "Troika", 30)]
        sessions = [
            workspace.perform(
                add_session, community, SessionDraft(title=t, starts=wall(at), minutes=40), blocks
            ).value
            for t, at in [("First", "2026-10-01T14:00"), ("Second", "2026-10-15T14:00")]
        ]
        yield Room(workspace, clock, community, *sessions)


def run_first(room: Room) -> None:
    room.workspace.perform(live.start_live, room.first)
    room.clock.at = wall("2026-10-01T14:11")
    room.workspace.perform(live.next_block, room.first)
    room.clock.at = wall("2026-10-01T14:40")
    room.workspace.perform(live.end_live, room.first)


def test_each_answer_is_kept_by_itself_and_undoes(room: Room) -> None:
    before = every_row(room.workspace)
    done = room.workspace.perform(answer_debrief, room.first, "worked", " The bell\n")
    assert (done.step, done.value) == ("Debrief of 1 Oct", DebriefText("The bell"))
    assert room.workspace.perform(answer_debrief, room.first, "worked", "The bell").step is None
    room.workspace.perform(answer_debrief, room.first, "carry_over", "Bring it again")
    assert room.workspace.read(debrief, room.first) == DebriefText("The bell", "", "Bring it again")
    room.workspace.undo()
    room.workspace.undo()
    assert every_row(room.workspace) == before


def test_taking_every_word_back_leaves_none(room: Room) -> None:
    before = every_row(room.workspace)
    room.workspace.perform(answer_debrief, room.first, "worked", "x")
    room.workspace.perform(answer_debrief, room.first, "worked", " ")
    assert every_row(room.workspace) == before
    with pytest.raises(NotFound):
        room.workspace.perform(answer_debrief, 999, "worked", "x")


def test_what_is_carried_over_goes_into_the_next_note_once(room: Room) -> None:
    with pytest.raises(BadInput, match="Nothing is carried over yet"):
        room.workspace.perform(carry_into_next, room.first)
    room.workspace.perform(answer_debrief, room.first, "carry_over", "Fewer topics")
    assert room.workspace.perform(carry_into_next, room.first).value == room.second
    assert room.workspace.read(session_detail, room.second).note == "From 1 Oct: Fewer topics"
    assert room.workspace.perform(carry_into_next, room.first).step is None
    room.workspace.perform(answer_debrief, room.second, "carry_over", "More")
    with pytest.raises(BadInput, match="No session is planned after this one"):
        room.workspace.perform(carry_into_next, room.second)


def test_what_ran_over_last_time(room: Room) -> None:
    assert room.workspace.read(overran_last_time, room.second) is None
    run_first(room)
    times = room.workspace.read(block_times, room.first)
    assert [(t.title, t.method, t.words) for t in times] == [
        ("Check-in", "Round", "8 planned, 11 taken"),
        ("Troika", "", "30 planned, 29 taken"),
    ]
    last = room.workspace.read(overran_last_time, room.second)
    assert last is not None
    assert last.lines == ("Check-in: 8 planned, 11 taken",)
    assert room.workspace.read(overran_last_time, room.first) is None


def test_a_session_asks_for_its_debrief_until_a_word_is_written(room: Room) -> None:
    today = room.clock.today()
    assert room.workspace.read(open_debriefs, room.community, today) == []
    run_first(room)
    (one,) = room.workspace.read(open_debriefs, room.community, today)
    assert (one.session_id, one.line) == (room.first, "Debrief of 1 Oct is still open")
    room.workspace.perform(answer_debrief, room.first, "differently", "Less")
    assert room.workspace.read(open_debriefs, room.community, today) == []


def test_a_session_that_runs_does_not_ask_for_its_debrief(room: Room) -> None:
    room.workspace.perform(live.start_live, room.first)
    today = room.clock.today()
    assert room.workspace.read(open_debriefs, room.community, today) == []
    room.workspace.perform(live.end_live, room.first)
    assert len(room.workspace.read(open_debriefs, room.community, today)) == 1


def test_the_sample_has_one_open_debrief_and_true_runs(tmp_path: Path) -> None:
    make_sample(tmp_path / "s.fwb")
    with open_workspace(tmp_path / "s.fwb", clock=sample_clock()) as workspace:
        open_ones = workspace.read(open_debriefs, 1, sample_clock().today())
        assert [one.line for one in open_ones] == ["Debrief of 1 Oct is still open"]
        last = workspace.read(overran_last_time, 17)
        assert last is not None
        assert last.lines == ("Ask me anything: 38 planned, 40 taken",)
        assert {time.method for time in workspace.read(block_times, 6)} >= {"Troika consulting"}
