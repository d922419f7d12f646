"""Tracks of another length than their block: said where it arises, with what would mend it."""

from dataclasses import dataclass
from itertools import pairwise

from workbench.sessions.agenda import LONGEST_BLOCK, PlacedBlock, PlacedTrack
from workbench.sessions.trims import Trim, short_name, stretches, trims


@dataclass(frozen=True, slots=True)
class TrackTrouble:
    """One line on a track, whether it runs over, and proposals."""

    words: str
    is_over: bool
    mends: tuple[Trim, ...]


def track_troubles(container: PlacedBlock) -> dict[int, TrackTrouble]:
    """Return by their numbers what is to be said of the tracks of a block."""
    found: dict[int, TrackTrouble] = {}
    for track in container.tracks:
        trouble = _over_a_lock(track) or _over(container, track) or _short(container, track)
        if trouble is not None:
            found[track.track.number] = trouble
    return found


def _over_a_lock(track: PlacedTrack) -> TrackTrouble | None:
    cut = stretches(track.blocks)
    for stretch, after in pairwise(cut):
        over, locked = stretch[-1].end - after[0].start, after[0].block
        if over > 0 and locked.locked_start is not None:
            words = f"{over} min over: {locked.title} is locked to {locked.locked_start:%H:%M}"
            return TrackTrouble(words, True, trims(stretch, over, "Spread over the track"))
    return None


def _over(container: PlacedBlock, track: PlacedTrack) -> TrackTrouble | None:
    if not track.over:
        return None
    words = f"{track.track.said} runs {track.over} min over this block"
    longer = _as_long(container, track.end)
    shorter = trims(stretches(track.blocks)[-1], track.over, "Spread over the track")
    return TrackTrouble(words, True, (*longer, *shorter))


def _short(container: PlacedBlock, track: PlacedTrack) -> TrackTrouble | None:
    said = track.track.said
    if not track.blocks:
        return TrackTrouble(f"Nothing is planned in {said} yet", False, ())
    if not track.open:
        return None
    last = track.blocks[-1].block
    wanted = last.minutes + track.limit - track.blocks[-1].end
    mends: tuple[Trim, ...] = ()
    if wanted <= LONGEST_BLOCK:
        mends = (Trim(f"Make {short_name(last.title)} {wanted} min", {last.key: wanted}),)
    longest = max(other.end for other in container.tracks)
    if longest < container.end:
        words = f"{said} ends {track.open} min before this block"
        return TrackTrouble(words, False, (*mends, *_as_long(container, longest)))
    return TrackTrouble(f"{said} ends {track.open} min before the others", False, mends)


def _as_long(container: PlacedBlock, end: int) -> tuple[Trim, ...]:
    minutes = end - container.start
    if not 1 <= minutes <= LONGEST_BLOCK:
        return ()
    return (Trim(f"Make the block {minutes} min", {container.block.key: minutes}),)
