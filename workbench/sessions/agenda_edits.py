"""Edits of a list of blocks: each returns a new list, loses nothing, and moves no locked start."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import time

from workbench.foundation.errors import BadInput
from workbench.foundation.text import clean
from workbench.sessions.agenda import AgendaBlock, checked_lock, checked_minutes, place
from workbench.sessions.agenda_lanes import (
    AGENDA,
    Blocks,
    Lane,
    Spot,
    as_new,
    found,
    lanes,
    mapped,
    spot_of,
    with_lane,
)


def inserted(
    blocks: Sequence[AgendaBlock],
    block: AgendaBlock,
    after: int | None = None,
    lane: Lane = AGENDA,
) -> Blocks:
    """Return the agenda with a new block after the block `after`, or first in a lane."""
    spot = Spot(0, lane)
    if after is not None:
        behind = spot_of(blocks, after)
        spot = Spot(behind.at + 1, behind.lane)
    return with_lane(blocks, spot.lane, lambda inside: _put(inside, block, spot))


def moved(blocks: Sequence[AgendaBlock], key: int, to: int) -> Blocks:
    """Return the agenda with one block at place `to` of the lane it stands in, kept inside it."""
    return moved_to(blocks, key, Spot(to, spot_of(blocks, key).lane))


def moved_to(blocks: Sequence[AgendaBlock], key: int, spot: Spot) -> Blocks:
    """Return the agenda with one block at a spot of any lane, counted without the block itself.

    Raises BadInput for a block with tracks that is to stand in a track, NotFound.
    """
    block = found(blocks, key)
    _check_depth(block, spot.lane)
    return with_lane(removed(blocks, key), spot.lane, lambda inside: _put(inside, block, spot))


def duplicated(blocks: Sequence[AgendaBlock], key: int) -> Blocks:
    """Return the agenda with a new copy after the original; a copy is never locked to a start."""
    copies = as_new([found(blocks, key)], beside=blocks)
    (copy,) = mapped(copies, lambda block: replace(block, locked_start=None))
    return inserted(blocks, copy, after=key)


def removed(blocks: Sequence[AgendaBlock], key: int) -> Blocks:
    """Return the agenda without one block and what runs in its tracks."""
    spot = spot_of(blocks, key)
    return with_lane(blocks, spot.lane, lambda inside: (*inside[: spot.at], *inside[spot.at + 1 :]))


def changed(blocks: Sequence[AgendaBlock], block: AgendaBlock) -> Blocks:
    """Return the agenda with what one block says replaced; its tracks stay; raises NotFound."""
    kept_tracks = replace(block, tracks=found(blocks, block.key).tracks)
    return _with(blocks, kept_tracks)


def with_minutes(blocks: Sequence[AgendaBlock], minutes: Mapping[int, int]) -> Blocks:
    """Return the blocks with new minutes for the keys named; raises BadInput outside 1 to 720."""
    return mapped(
        blocks,
        lambda block: (
            replace(block, minutes=checked_minutes(minutes[block.key]))
            if block.key in minutes
            else block
        ),
    )


def locked(starts: time, blocks: Sequence[AgendaBlock], key: int, at: time | None = None) -> Blocks:
    """Return the blocks with one locked at `at`, or at the start it has now where that is None."""
    if at is None:
        agenda = place(starts, 0, blocks)
        at = next(agenda.wall(p.start) for p in agenda.everything if p.block.key == key)
    return _with(blocks, replace(found(blocks, key), locked_start=checked_lock(starts, at)))


def unlocked(blocks: Sequence[AgendaBlock], key: int) -> Blocks:
    """Return the blocks with one that follows the block above again."""
    return _with(blocks, replace(found(blocks, key), locked_start=None))


def checked(starts: time, blocks: Sequence[AgendaBlock]) -> Blocks:
    """Return the blocks as they may be kept, titles tidied; raises BadInput for one that may not.

    Minutes go from 1 to 720, no start is locked before the session begins, and no block in a track
    has tracks of its own.
    """
    for lane, inside in lanes(blocks):
        for block in inside:
            checked_minutes(block.minutes)
            if block.locked_start is not None:
                checked_lock(starts, block.locked_start)
            _check_depth(block, lane)
    return mapped(blocks, lambda block: replace(block, title=checked_title(block.title)))


def checked_title(title: str) -> str:
    """Return the title of a block cleaned; raises BadInput where nothing is left."""
    cleaned = clean(title)
    if not cleaned:
        raise BadInput("A block needs a title.", "Type it in a few words.", field="title")
    return cleaned


def _with(blocks: Sequence[AgendaBlock], block: AgendaBlock) -> Blocks:
    return mapped(blocks, lambda known: block if known.key == block.key else known)


def _check_depth(block: AgendaBlock, lane: Lane) -> None:
    if block.tracks and lane != AGENDA:
        raise BadInput(
            f"{block.title} has parallel tracks, so it cannot stand in a track itself.",
            "Leave it in the agenda, or end its tracks first.",
        )


def _put(inside: Blocks, block: AgendaBlock, spot: Spot) -> Blocks:
    at = max(0, min(spot.at, len(inside)))
    return (*inside[:at], block, *inside[at:])
