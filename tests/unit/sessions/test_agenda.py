"""Blocks and their computed starts, locks, gaps, overlaps and edits."""

from dataclasses import replace
from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.sessions.agendas import TWO, WALL_TIMES, agenda_of
from workbench.foundation.errors import BadInput, NotFound
from workbench.sessions.agenda import (
    AgendaBlock,
    checked_lock,
    checked_minutes,
    minutes_after,
    on_the_wall,
    place,
)
from workbench.sessions.agenda_edits import (
    duplicated,
    inserted,
    locked,
    moved,
    removed,
    unlocked,
    with_minutes,
)
from workbench.sessions.agenda_lanes import spot_of
from workbench.sessions.agenda_troubles import troubles


def test_starts_of_the_planner_picture() -> None:
    agenda = place(TWO, 90, agenda_of(8, 4, 10, 20, 5, 30, 8, 10))
    starts = [f"{agenda.wall(p.start):%H:%M}" for p in agenda.blocks]
    assert starts == ["14:00", "14:08", "14:12", "14:22", "14:42", "14:47", "15:17", "15:25"]
    assert f"{agenda.wall(agenda.end):%H:%M}" == "15:35"
    assert (agenda.planned, agenda.over, agenda.open) == (95, 5, 0)


def test_empty_agenda_is_open_from_start_to_end() -> None:
    agenda = place(TWO, 90, ())
    assert (agenda.end, agenda.over, agenda.open) == (0, 0, 90)


def test_a_lock_reports_a_gap_where_it_arises() -> None:
    blocks = locked(TWO, agenda_of(10, 20, 5), 2, time(14, 15))
    agenda = place(TWO, 60, blocks)
    assert [p.start for p in agenda.blocks] == [0, 15, 35]
    assert [p.gap for p in agenda.blocks] == [0, 5, 0]
    assert troubles(agenda) == {2: "5 min without a block before this"}


def test_a_lock_reports_an_overlap_where_it_arises() -> None:
    agenda = place(TWO, 60, locked(TWO, agenda_of(30, 20), 2, time(14, 20)))
    assert troubles(agenda) == {2: "Starts 10 min before the block above ends"}
    assert agenda.end == 40


def test_end_marker_is_the_end_of_what_runs_longest() -> None:
    agenda = place(TWO, 60, locked(TWO, agenda_of(60, 5), 2, time(14, 10)))
    assert agenda.end == 60


def test_a_session_may_run_past_midnight() -> None:
    late = time(23, 30)
    agenda = place(late, 60, locked(late, agenda_of(20, 20), 2, time(0, 5)))
    assert agenda.blocks[1].gap == 15
    assert agenda.wall(agenda.end) == time(0, 25)


def test_a_lock_before_the_session_is_refused_at_its_field() -> None:
    with pytest.raises(BadInput, match="13:50 is before the session starts at 14:00") as caught:
        checked_lock(TWO, time(13, 50))
    assert caught.value.field == "locked_start"


@pytest.mark.parametrize("minutes", [0, -5, 721, 10_000])
def test_impossible_minutes_are_refused_at_their_field(minutes: int) -> None:
    with pytest.raises(BadInput, match="cannot last") as caught:
        checked_minutes(minutes)
    assert caught.value.field == "minutes"


def test_a_copy_is_not_locked() -> None:
    blocks = duplicated(locked(TWO, agenda_of(10, 20), 2), 2)
    assert [(b.key, b.locked_start) for b in blocks] == [(1, None), (2, time(14, 10)), (-1, None)]


def test_insert_move_remove() -> None:
    blocks = inserted(agenda_of(1, 2, 3), AgendaBlock(9, "New", 5), after=1)
    assert [b.key for b in blocks] == [1, 9, 2, 3]
    assert [b.key for b in inserted(blocks, AgendaBlock(8, "First", 5))] == [8, 1, 9, 2, 3]
    assert [b.key for b in moved(blocks, 9, 99)] == [1, 2, 3, 9]
    assert [b.key for b in moved(blocks, 9, -1)] == [9, 1, 2, 3]
    assert [b.key for b in removed(blocks, 2)] == [1, 9, 3]


def test_a_block_that_is_gone_is_said_kindly() -> None:
    with pytest.raises(NotFound, match="not in the agenda any more"):
        spot_of(agenda_of(1), 7)


def test_unlock_follows_the_block_above_again() -> None:
    blocks = unlocked(locked(TWO, agenda_of(10, 20), 2, time(14, 30)), 2)
    assert place(TWO, 60, blocks).blocks[1].start == 10


@given(WALL_TIMES, st.integers(-600, 600))
def test_wall_time_and_minutes_turn_into_each_other(starts: time, minute: int) -> None:
    assert minutes_after(starts, on_the_wall(starts, minute)) == minute


@given(st.lists(st.integers(1, 90), min_size=2, max_size=6), st.integers(0, 5), st.integers(-2, 9))
def test_moving_there_and_back_changes_nothing(minutes: list[int], at: int, to: int) -> None:
    blocks = agenda_of(*minutes)
    index = at % len(blocks)
    assert moved(moved(blocks, blocks[index].key, to), blocks[index].key, index) == blocks


def test_only_the_named_block_changes() -> None:
    blocks = agenda_of(10, 20)
    assert with_minutes(blocks, {2: 25}) == (blocks[0], replace(blocks[1], minutes=25))
