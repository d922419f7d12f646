"""Any order of edits, in tracks too: starts stay consistent, locks still, nothing is lost."""

from collections.abc import Sequence
from datetime import time

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.sessions.agendas import (
    LOCKING,
    LOSING,
    STEPS,
    WALL_TIMES,
    agenda_of,
    alone,
    edited,
)
from workbench.sessions.agenda import Agenda, PlacedBlock, place
from workbench.sessions.agenda_edits import checked
from workbench.sessions.agenda_lanes import Blocks, everything, spot_of


def assert_follows(agenda: Agenda, begin: int, blocks: Sequence[PlacedBlock]) -> None:
    """Every start is the end of the block before, or the locked time; gaps say how they differ."""
    cursor = begin
    for placed in blocks:
        lock = placed.block.locked_start
        if lock is None:
            assert (placed.start, placed.gap, placed.overlap) == (cursor, 0, 0)
        else:
            assert agenda.wall(placed.start) == lock
            assert placed.gap - placed.overlap == placed.start - cursor
        cursor = placed.start + placed.block.minutes
        for track in placed.tracks:
            assert (track.start, track.limit) == (placed.start, placed.end)
            assert track.over - track.open == track.end - track.limit
            assert_follows(agenda, placed.start, track.blocks)


def assert_kept(name: str, before: Blocks, after: Blocks) -> None:
    old = {b.key: alone(b) for b in everything(before)}
    new = {b.key: alone(b) for b in everything(after)}
    assert len(new) == len(list(everything(after))), "keys stay unique"
    if name not in LOSING:
        assert old.keys() <= new.keys(), "nothing is lost"
    touched = [key for key in old if key in new and new[key] != old[key]]
    assert len(touched) <= (1 if name in LOCKING | {"minutes", "split", "merge"} else 0)
    if name not in LOCKING:
        assert all(new[k].locked_start == old[k].locked_start for k in old if k in new)
        gone = [old[k] for k in old if k not in new]
        assert name != "merge" or all(b.locked_start is None for b in gone)
    if name in ("split", "merge", "move", "move across"):
        assert sum(b.minutes for b in new.values()) == sum(b.minutes for b in old.values())


@settings(max_examples=150, deadline=None)
@given(WALL_TIMES, st.lists(st.integers(1, 90), min_size=1, max_size=5), STEPS)
def test_any_edits_keep_starts_consistent_and_locks_still(
    starts: time, minutes: list[int], steps: list[tuple[str, int]]
) -> None:
    blocks = agenda_of(*minutes)
    for name, number in steps:
        before, blocks = blocks, edited(blocks, starts, name, number)
        assert_kept(name, before, blocks)
        agenda = place(starts, 90, blocks)
        assert_follows(agenda, 0, agenda.blocks)
        assert [p.block.key for p in agenda.everything] == [b.key for b in everything(blocks)]
        assert checked(starts, blocks) == blocks, "what edits give may be kept"


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(1, 90), min_size=2, max_size=5), STEPS, st.integers(0, 50))
def test_splitting_and_merging_again_changes_nothing(
    minutes: list[int], steps: list[tuple[str, int]], number: int
) -> None:
    blocks = agenda_of(*minutes)
    for name, value in steps:
        blocks = edited(blocks, time(14), name, value)
    cut = edited(blocks, time(14), "split", number)
    if cut != blocks:
        every = list(everything(blocks))
        key = every[number % len(every)].key
        at = [b.key for b in everything(cut)].index(key)
        assert spot_of(cut, key) == spot_of(blocks, key)
        assert edited(cut, time(14), "merge", at) == blocks
