"""What each parallel track of the running block shows at one instant."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from workbench.sessions import run_rules as rules
from workbench.sessions.live_queries import LiveSession
from workbench.sessions.live_tracks import RunTrack
from workbench.sessions.run_rules import Run
from workbench.sessions.run_words import Pressure, clock_words, pressure


@dataclass(frozen=True, slots=True)
class TrackFace:
    """One track: where it is, its clock in words, how far its block is, and what comes next."""

    number: int
    name: str
    place: str
    title: str
    timer: str
    pressure: Pressure
    share: float
    next_words: str
    is_through: bool

    @property
    def said(self) -> str:
        """The whole track in one sentence for a screen reader."""
        place = f", {self.place}" if self.place else ""
        state = "through" if self.is_through else f"{self.title}, {self.timer} left"
        return f"{self.name}{place}: {state}"


def track_faces(live: LiveSession, now: datetime) -> tuple[TrackFace, ...]:
    """Return the tracks of the block that runs at an instant (aware)."""
    return tuple(_face(track, live.tracked.of(track), now) for track in live.running_tracks)


def _face(track: RunTrack, run: Run, now: datetime) -> TrackFace:
    left = rules.left_here(run, track.blocks, now)
    following = rules.next_block(run, track.order) if run.current else None
    coming = next((block for block in track.blocks if block.key == following), None)
    return TrackFace(
        number=track.number,
        name=track.name,
        place=track.place,
        title=_title(track, run),
        timer=clock_words(left) if left is not None else "",
        pressure=pressure(left) if left is not None else Pressure.CALM,
        share=_share(run, left, now),
        next_words=f"{coming.title} · {coming.minutes} min" if coming else "",
        is_through=run.current is None,
    )


def _title(track: RunTrack, run: Run) -> str:
    if run.current is None:
        return "Through with its blocks"
    here = next((block for block in track.blocks if block.key == run.current_block), None)
    return here.title if here else run.current.title


def _share(run: Run, left: timedelta | None, now: datetime) -> float:
    if left is None:
        return 1.0
    spent = rules.current_elapsed(run, now)
    whole = spent + left
    return min(1.0, spent / whole) if whole > timedelta(0) else 1.0
