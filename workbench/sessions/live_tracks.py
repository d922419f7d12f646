"""Parallel tracks while their block runs: each with its own clock, one pause for all, none lost.

A track begins with the block it stands in, can be moved on by itself, and ends with that block at
the latest. Going back to the block lets each track go on where it was left.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from workbench.sessions import run_rules as rules
from workbench.sessions.run_rules import Run, RunBlock

Lane = tuple[int, int]
"""The block a track stands in, and the number of the track."""


@dataclass(frozen=True, slots=True)
class RunTrack:
    """A track as the run sees it: the block it stands in, its number, its name and its blocks."""

    within: int
    number: int
    name: str
    place: str = ""
    blocks: tuple[RunBlock, ...] = ()

    @property
    def lane(self) -> Lane:
        """What its run is found by."""
        return self.within, self.number

    @property
    def order(self) -> list[int]:
        """The keys of its blocks."""
        return [block.key for block in self.blocks]


@dataclass(frozen=True, slots=True)
class TrackedRun:
    """The run of the whole session and the runs of the tracks that ever began.

    The run of a track has ended once the track is through, or its block was left.
    """

    whole: Run = field(default_factory=Run)
    tracks: Mapping[Lane, Run] = field(default_factory=dict)

    def of(self, track: RunTrack) -> Run:
        """Return the run of a track, an empty one where it never began."""
        return self.tracks.get(track.lane, Run())


def joined(run: TrackedRun, plan: Sequence[RunTrack]) -> TrackedRun:
    """Return the run with every track of the current block begun.

    A track that never began starts its first block when the block it stands in did.
    """
    visit = run.whole.current
    if visit is None or visit.block is None:
        return run
    begun = {
        track.lane: Run(
            (replace(rules.visit_of(track.blocks[0], visit.started), paused_for=visit.paused_for),),
            run.whole.paused_at,
        )
        for track in plan
        if track.within == visit.block and track.blocks and not run.of(track).visits
    }
    return replace(run, tracks={**run.tracks, **begun}) if begun else run


def carried(before: TrackedRun, whole: Run, plan: Sequence[RunTrack], now: datetime) -> TrackedRun:
    """Return what a press on the whole session means for the tracks.

    A pause and its end are theirs too; leaving their block ends them, coming back reopens those
    that ended with it.
    """
    tracks = dict(before.tracks)
    left, arrived = before.whole.current_block, whole.current_block
    stays = whole.ended is None and len(whole.visits) == len(before.whole.visits)
    for lane, run in before.tracks.items():
        if lane[0] == left and stays:
            tracks[lane] = _paused_alike(run, before.whole, whole, now)
        elif lane[0] == left:
            tracks[lane] = rules.ended(run, now)
        elif lane[0] == arrived and _ended_with(run, whole):
            tracks[lane] = rules.reopened(run, now)
    return joined(TrackedRun(whole, tracks), plan)


def next_in_track(run: TrackedRun, track: RunTrack, now: datetime) -> TrackedRun:
    """Return the run with a track at its next block; after its last one the track is through."""
    own = run.of(track)
    if own.current is None:
        return run
    following = rules.next_block(own, track.order)
    if following is None:
        return _with(run, track, rules.ended(own, now))
    return _started(run, track, following, now)


def previous_in_track(run: TrackedRun, track: RunTrack, now: datetime) -> TrackedRun:
    """Return the run with a track at the block before; one that is through goes on."""
    own = run.of(track)
    if own.visits and own.ended is not None and _is_on(run, track):
        going = replace(rules.reopened(own, now), paused_at=run.whole.paused_at)
        return _with(run, track, going)
    before = rules.previous_block(own, track.order) if own.current else None
    return run if before is None else _started(run, track, before, now)


def more_in_track(run: TrackedRun, track: RunTrack, minutes: int = 1) -> TrackedRun:
    """Return the run with minutes added to what runs in a track."""
    return _with(run, track, rules.with_minutes_added(run.of(track), minutes))


def _started(run: TrackedRun, track: RunTrack, key: int, now: datetime) -> TrackedRun:
    own = run.of(track)
    block = next(block for block in track.blocks if block.key == key)
    return _with(run, track, replace(rules.started(own, block, now), paused_at=own.paused_at))


def _with(run: TrackedRun, track: RunTrack, own: Run) -> TrackedRun:
    return replace(run, tracks={**run.tracks, track.lane: own})


def _is_on(run: TrackedRun, track: RunTrack) -> bool:
    return run.whole.current_block == track.within


def _paused_alike(run: Run, before: Run, whole: Run, now: datetime) -> Run:
    if before.paused_at is None and whole.paused_at is not None:
        return rules.paused(run, now)
    if before.paused_at is not None and whole.paused_at is None:
        return rules.resumed(run, now)
    return run


def _ended_with(run: Run, whole: Run) -> bool:
    # a track that was through before its block was left stays through
    left = [v.ended for v in whole.visits[:-1] if v.block == whole.current_block and v.ended]
    return run.ended is not None and bool(left) and run.ended >= left[-1]
