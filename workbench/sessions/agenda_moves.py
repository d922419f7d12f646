"""Where keys lead in an agenda with tracks: to which block, and to which spot a block moves."""

from collections.abc import Sequence

from workbench.sessions.agenda import AgendaBlock
from workbench.sessions.agenda_lanes import (
    AGENDA,
    Lane,
    Spot,
    everything,
    found,
    in_lane,
    spot_of,
)


def next_key(blocks: Sequence[AgendaBlock], key: int | None, by: int) -> int | None:
    """Return the block after or before one, or an end of the agenda where there is none.

    A track leads on to the block after its tracks, and back to the block it runs in; the last
    block before tracks is the one they run in.
    """
    every = [block.key for block in everything(blocks)]
    if key not in every:
        return (every[0] if by > 0 else every[-1]) if every else None
    spot = spot_of(blocks, key)
    at, inside = spot.at + by, in_lane(blocks, spot.lane)
    block = found(blocks, key)
    if by > 0 and block.tracks:
        first = next((t.blocks[0].key for t in block.tracks if t.blocks), None)
        if first is not None:
            return first
    if 0 <= at < len(inside):
        return _last_of(inside[at]) if by < 0 else inside[at].key
    if spot.lane.within is None:
        return key
    around = spot_of(blocks, spot.lane.within)
    if by < 0:
        return spot.lane.within
    return blocks[around.at + 1].key if around.at + 1 < len(blocks) else key


def key_beside(blocks: Sequence[AgendaBlock], key: int | None, by: int) -> int | None:
    """Return the block at the same place of the track beside, the block itself where none is.

    From a block with tracks to the right is its first track; left of that is the block again.
    """
    every = {block.key: block for block in everything(blocks)}
    if key is None or key not in every:
        return key
    spot = spot_of(blocks, key)
    if spot.lane.within is None:
        first = next((t.blocks[0].key for t in every[key].tracks if t.blocks), key)
        return first if by > 0 else key
    tracks = every[spot.lane.within].tracks
    at = [track.number for track in tracks].index(spot.lane.track or 0)
    beside = tracks[at + 1 :] if by > 0 else tracks[:at][::-1]
    for track in beside:
        if track.blocks:
            return track.blocks[min(spot.at, len(track.blocks) - 1)].key
    return key if by > 0 else spot.lane.within


def spot_by(blocks: Sequence[AgendaBlock], key: int, by: int) -> Spot | None:
    """Return where a block goes one up or down; over an end of a track it leaves the track.

    None where it can go no further. Spots count without the block itself.
    """
    spot = spot_of(blocks, key)
    at = spot.at + by
    if 0 <= at < len(in_lane(blocks, spot.lane)):
        return Spot(at, spot.lane)
    if spot.lane.within is None:
        return None
    around = spot_of(blocks, spot.lane.within)
    return Spot(around.at + (1 if by > 0 else 0))


def spot_beside(blocks: Sequence[AgendaBlock], key: int, by: int) -> Spot | None:
    """Return where a block goes to the right or left: into a track, to the next, or out of them.

    A block of the agenda goes right into tracks above or else below it; left of the first track
    is the agenda, after the block the tracks run in. None where it can go no further.
    """
    spot = spot_of(blocks, key)
    if spot.lane.within is None:
        return _spot_inside(blocks, spot.at) if by > 0 and not found(blocks, key).tracks else None
    tracks = found(blocks, spot.lane.within).tracks
    at = [track.number for track in tracks].index(spot.lane.track or 0) + by
    if at < 0:
        return Spot(spot_of(blocks, spot.lane.within).at + 1)
    if at >= len(tracks):
        return None
    return Spot(min(spot.at, len(tracks[at].blocks)), Lane(spot.lane.within, tracks[at].number))


def place_after(blocks: Sequence[AgendaBlock], key: int | None) -> Spot:
    """Return the spot after a block, or the end of the agenda."""
    if key is None or key not in {block.key for block in everything(blocks)}:
        return Spot(len(blocks), AGENDA)
    spot = spot_of(blocks, key)
    return Spot(spot.at + 1, spot.lane)


def _last_of(block: AgendaBlock) -> int:
    inside = [inner for track in block.tracks[:1] for inner in track.blocks]
    return inside[-1].key if inside else block.key


def _spot_inside(blocks: Sequence[AgendaBlock], at: int) -> Spot | None:
    if at > 0 and blocks[at - 1].tracks:
        above = blocks[at - 1]
        return Spot(len(above.tracks[0].blocks), Lane(above.key, above.tracks[0].number))
    if at + 1 < len(blocks) and blocks[at + 1].tracks:
        below = blocks[at + 1]
        return Spot(0, Lane(below.key, below.tracks[0].number))
    return None
