"""Lanes of an agenda: the agenda itself and each parallel track, found, changed and walked."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count

from workbench.foundation.errors import NotFound
from workbench.sessions.agenda import AgendaBlock, TrackPlan

Blocks = tuple[AgendaBlock, ...]


@dataclass(frozen=True, slots=True)
class Lane:
    """Where blocks follow each other: the agenda, or a track, by its number, of a block."""

    within: int | None = None
    track: int | None = None


AGENDA = Lane()


@dataclass(frozen=True, slots=True)
class Spot:
    """A place for a block, from 0, in a lane."""

    at: int
    lane: Lane = AGENDA


def lanes(blocks: Sequence[AgendaBlock]) -> Iterator[tuple[Lane, Blocks]]:
    """Yield the agenda and then every track with its blocks, in order."""
    yield AGENDA, tuple(blocks)
    for block in blocks:
        for track in block.tracks:
            yield Lane(block.key, track.number), track.blocks


def everything(blocks: Iterable[AgendaBlock]) -> Iterator[AgendaBlock]:
    """Yield every block, those in tracks after the block they stand in."""
    for block in blocks:
        yield block
        for track in block.tracks:
            yield from track.blocks


def spot_of(blocks: Sequence[AgendaBlock], key: int) -> Spot:
    """Return where a block stands in the whole agenda; raises NotFound."""
    for lane, inside in lanes(blocks):
        for index, block in enumerate(inside):
            if block.key == key:
                return Spot(index, lane)
    raise NotFound("This block is not in the agenda any more.", "Undo brings it back.")


def found(blocks: Sequence[AgendaBlock], key: int) -> AgendaBlock:
    """Return a block of the whole agenda; raises NotFound."""
    spot = spot_of(blocks, key)
    return in_lane(blocks, spot.lane)[spot.at]


def in_lane(blocks: Sequence[AgendaBlock], lane: Lane) -> Blocks:
    """Return the blocks of a lane; raises NotFound."""
    for known, inside in lanes(blocks):
        if known == lane:
            return inside
    raise NotFound("This track is not in the agenda any more.", "Undo brings it back.")


def with_lane(
    blocks: Sequence[AgendaBlock], lane: Lane, change: Callable[[Blocks], Blocks]
) -> Blocks:
    """Return the agenda with the blocks of one lane changed; raises NotFound."""
    changed = change(in_lane(blocks, lane))
    if lane == AGENDA:
        return changed

    def of(track: TrackPlan) -> TrackPlan:
        return replace(track, blocks=changed) if track.number == lane.track else track

    return tuple(
        replace(block, tracks=tuple(map(of, block.tracks))) if block.key == lane.within else block
        for block in blocks
    )


def mapped(blocks: Sequence[AgendaBlock], change: Callable[[AgendaBlock], AgendaBlock]) -> Blocks:
    """Return the agenda with every block changed, those in tracks too."""

    def of(block: AgendaBlock) -> AgendaBlock:
        new = change(block)
        tracks = tuple(replace(t, blocks=tuple(map(change, t.blocks))) for t in new.tracks)
        return replace(new, tracks=tracks)

    return tuple(map(of, blocks))


def as_new(blocks: Sequence[AgendaBlock], beside: Iterable[AgendaBlock] = ()) -> Blocks:
    """Return copies with keys of their own, below 0 and below all `beside`: no row has them yet."""
    lowest = min((block.key for block in everything(beside)), default=0)
    keys = count(min(0, lowest) - 1, -1)
    return mapped(blocks, lambda block: replace(block, key=next(keys)))
