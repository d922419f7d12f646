"""Agendas for tests: blocks with numbered titles, tracks, and any edit that may be made of them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import time

from hypothesis import strategies as st

from workbench.foundation.errors import UserFixable
from workbench.sessions import track_edits as tracks
from workbench.sessions.agenda import AgendaBlock, TrackPlan, on_the_wall
from workbench.sessions.agenda_edits import (
    duplicated,
    inserted,
    locked,
    moved,
    moved_to,
    removed,
    unlocked,
    with_minutes,
)
from workbench.sessions.agenda_lanes import Blocks, Lane, Spot, as_new, everything, lanes
from workbench.sessions.block_joins import merged, split

TWO = time(14)
WALL_TIMES = st.times().map(lambda t: t.replace(second=0, microsecond=0))


def agenda_of(*minutes: int) -> Blocks:
    """Return blocks 1, 2, 3 … of these minutes."""
    return tuple(AgendaBlock(key, f"Block {key}", m) for key, m in enumerate(minutes, 1))


def in_tracks(minutes: int, *inside: tuple[int, ...], key: int = 10) -> AgendaBlock:
    """Return a block with tracks "A", "B" …; the blocks in them have keys from 10 * `key` up."""
    plans = []
    for number, lane in enumerate(inside, 1):
        first = key * 10 + number * 10
        blocks = tuple(AgendaBlock(first + n, f"Part {first + n}", m) for n, m in enumerate(lane))
        plans.append(TrackPlan(number, "ABCDE"[number - 1], blocks=blocks))
    return AgendaBlock(key, f"Block {key}", minutes, tracks=tuple(plans))


def _new(blocks: Blocks, number: int) -> AgendaBlock:
    (new,) = as_new([AgendaBlock(0, "New", 1 + number % 90)], beside=blocks)
    return new


def _pick(blocks: Blocks, number: int) -> int:
    every = list(everything(blocks))
    return every[number % len(every)].key


def _lane(blocks: Blocks, number: int) -> Lane:
    every = [lane for lane, _ in lanes(blocks)]
    return every[number % len(every)]


def _container(blocks: Blocks, number: int) -> tuple[int, int]:
    with_tracks = [(b.key, t.number) for b in blocks for t in b.tracks]
    return with_tracks[number % len(with_tracks)] if with_tracks else (blocks[0].key, 99)


Edit = Callable[[Blocks, time, int], Blocks]
EDITS: dict[str, Edit] = {
    "insert": lambda b, _, n: inserted(b, _new(b, n), lane=_lane(b, n)),
    "append": lambda b, _, n: inserted(b, _new(b, n), _pick(b, n)),
    "move": lambda b, _, n: moved(b, _pick(b, n), n // 7 - 2),
    "move across": lambda b, _, n: moved_to(b, _pick(b, n), Spot(n // 7 - 1, _lane(b, n // 3))),
    "duplicate": lambda b, _, n: duplicated(b, _pick(b, n)),
    "minutes": lambda b, _, n: with_minutes(b, {_pick(b, n): 1 + n}),
    "lock": lambda b, t, n: locked(t, b, _pick(b, n), on_the_wall(t, n)),
    "lock here": lambda b, t, n: locked(t, b, _pick(b, n)),
    "unlock": lambda b, _, n: unlocked(b, _pick(b, n)),
    "split": lambda b, _, n: split(b, _pick(b, n), n // 4 if n % 2 else None),
    "merge": lambda b, _, n: merged(b, _pick(b, n)),
    "tracks": lambda b, _, n: tracks.put_in_tracks(b, _pick(b, n), 1 + n % 3),
    "add track": lambda b, _, n: tracks.track_added(b, _container(b, n)[0], f"Room {n}"),
    "name track": lambda b, _, n: tracks.track_changed(b, *_container(b, n), f"R{n}", "", ""),
    "remove track": lambda b, _, n: tracks.track_removed(b, *_container(b, n)),
    "end tracks": lambda b, _, n: tracks.tracks_ended(b, _pick(b, n)),
    "remove": lambda b, _, n: removed(b, _pick(b, n)) if len(b) > 1 else b,
}
LOSING = {"remove", "remove track", "end tracks", "merge"}
LOCKING = {"lock", "lock here", "unlock"}
STEPS = st.lists(st.tuples(st.sampled_from(sorted(EDITS)), st.integers(0, 100)), max_size=14)


def edited(blocks: Blocks, starts: time, name: str, number: int) -> Blocks:
    """Return the agenda after one edit, as it was where the edit is refused."""
    try:
        return EDITS[name](blocks, starts, number)
    except UserFixable:
        return blocks


def alone(block: AgendaBlock) -> AgendaBlock:
    """Return a block without what runs in its tracks."""
    return replace(block, tracks=())
