"""Edits of the parallel tracks of a block: each returns a new agenda, the other tracks stay."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from workbench.foundation.errors import BadInput, NotFound
from workbench.foundation.text import clean
from workbench.sessions.agenda import AgendaBlock, TrackPlan
from workbench.sessions.agenda_lanes import AGENDA, Blocks, as_new, found, mapped, spot_of

FEWEST_TRACKS: Final = 2
MOST_TRACKS: Final = 12


def put_in_tracks(blocks: Sequence[AgendaBlock], key: int, tracks: int = FEWEST_TRACKS) -> Blocks:
    """Return the agenda with a block that runs in parallel tracks, one block of its length in each.

    Raises BadInput for a block that stands in a track or has tracks already; NotFound.
    """
    block = found(blocks, key)
    if spot_of(blocks, key).lane != AGENDA:
        raise BadInput(
            f"{block.title} stands in a track, so it cannot have tracks itself.",
            "Move it into the agenda first.",
        )
    if block.tracks:
        raise BadInput(f"{block.title} runs in parallel tracks already.", "Add a track to it.")
    for _ in range(tracks):
        blocks = track_added(blocks, key)
    return tuple(blocks)


def track_added(blocks: Sequence[AgendaBlock], key: int, name: str = "") -> Blocks:
    """Return the agenda with one more track of a block; raises BadInput for too many, NotFound."""
    block = found(blocks, key)
    if len(block.tracks) >= MOST_TRACKS:
        raise BadInput(
            f"{block.title} has {MOST_TRACKS} parallel tracks.", "Put more rooms into one track."
        )
    number = max((track.number for track in block.tracks), default=0) + 1
    inside = AgendaBlock(0, block.title, block.minutes, block.kind)
    track = TrackPlan(number, clean(name), blocks=as_new([inside], beside=blocks))
    return _with(blocks, replace(block, tracks=(*block.tracks, track)))


def track_removed(blocks: Sequence[AgendaBlock], key: int, number: int) -> Blocks:
    """Return the agenda without a track and its blocks; raises NotFound."""
    block = found(blocks, key)
    _track(block, number)
    rest = tuple(track for track in block.tracks if track.number != number)
    return _with(blocks, replace(block, tracks=rest))


def track_changed(
    blocks: Sequence[AgendaBlock], key: int, number: int, name: str, place: str, lead: str
) -> Blocks:
    """Return the agenda with what is said of one track; raises NotFound."""
    block = found(blocks, key)
    track = _track(block, number)
    new = replace(track, name=clean(name), place=clean(place), lead=clean(lead))
    tracks = tuple(new if each is track else each for each in block.tracks)
    return _with(blocks, replace(block, tracks=tracks))


def tracks_ended(blocks: Sequence[AgendaBlock], key: int) -> Blocks:
    """Return the agenda with a block that has no tracks any more, nor what ran in them."""
    return _with(blocks, replace(found(blocks, key), tracks=()))


def _track(block: AgendaBlock, number: int) -> TrackPlan:
    for track in block.tracks:
        if track.number == number:
            return track
    raise NotFound("This track is not in the agenda any more.", "Undo brings it back.")


def _with(blocks: Sequence[AgendaBlock], block: AgendaBlock) -> Blocks:
    return mapped(blocks, lambda known: block if known.key == block.key else known)
