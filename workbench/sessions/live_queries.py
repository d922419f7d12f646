"""Reading the live run: where a session stands, from what is stored, also after a crash."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session as Connection

from workbench.models.sessions import BlockRun, Session, SessionRun
from workbench.sessions.agenda import Agenda, PlacedBlock
from workbench.sessions.calendar_file import checked_zone
from workbench.sessions.live_tracks import Lane, RunTrack, TrackedRun, joined
from workbench.sessions.queries import SessionDetail, session_detail
from workbench.sessions.run_rules import Run, RunBlock, Visit


@dataclass(frozen=True, slots=True)
class LiveSession:
    """A session as the Live page needs it; `slot_ends` is an instant in UTC."""

    detail: SessionDetail
    plan: tuple[RunBlock, ...]
    tracks: tuple[RunTrack, ...]
    tracked: TrackedRun
    slot_ends: datetime

    @property
    def run(self) -> Run:
        """The run of the whole session, without its tracks."""
        return self.tracked.whole

    @property
    def starts(self) -> datetime:
        """The instant in UTC at which it is planned to start."""
        return self.slot_ends - timedelta(minutes=self.detail.minutes)

    @property
    def running_tracks(self) -> tuple[RunTrack, ...]:
        """The tracks of the block that runs."""
        here = self.run.current_block
        return tuple(track for track in self.tracks if track.within == here and track.blocks)

    @property
    def agenda(self) -> Agenda:
        """The blocks with their planned starts."""
        return self.detail.agenda


def live_session(connection: Connection, session_id: int) -> LiveSession:
    """Return a session with its plan as instants and its run; raises NotFound."""
    detail = session_detail(connection, session_id)
    tracks = _tracks(detail)
    return LiveSession(
        detail,
        _plan(detail),
        tracks,
        tracked_run(connection, session_id, tracks),
        start_instant(detail) + timedelta(minutes=detail.minutes),
    )


def running_session(connection: Connection, community_id: int) -> int | None:
    """Return the session of a community whose run was started last and never ended, or None."""
    return connection.scalar(
        select(SessionRun.session_id)
        .join(Session, Session.id == SessionRun.session_id)
        .where(Session.community_id == community_id, SessionRun.ended_at.is_(None))
        .order_by(SessionRun.started_at.desc())
        .limit(1)
    )


def ended_runs(connection: Connection, community_id: int) -> int:
    """Return how many sessions of a community were run live to their end."""
    ended = (
        select(func.count())
        .select_from(SessionRun)
        .join(Session, Session.id == SessionRun.session_id)
        .where(Session.community_id == community_id, SessionRun.ended_at.is_not(None))
    )
    return connection.scalar(ended) or 0


def run_of(connection: Connection, session_id: int) -> Run:
    """Return the stored run of a session without its tracks, an empty one where it never ran."""
    return tracked_run(connection, session_id, ()).whole


def tracked_run(connection: Connection, session_id: int, tracks: Sequence[RunTrack]) -> TrackedRun:
    """Return the stored run of a session with those of its tracks, as far as they began."""
    whole = connection.get(SessionRun, session_id)
    if whole is None:
        return TrackedRun()
    lanes: dict[Lane | None, list[Visit]] = defaultdict(list)
    for row in connection.scalars(
        select(BlockRun).where(BlockRun.session_id == session_id).order_by(BlockRun.position)
    ):
        if row.track is None:
            lanes[None].append(_visit(row))
        elif row.within_id is not None:  # else the block it stood in was deleted
            lanes[row.within_id, row.track].append(_visit(row))
    run = Run(tuple(lanes.pop(None, ())), whole.paused_at, whole.ended_at)
    own = {lane: _own(visits, run) for lane, visits in lanes.items() if lane is not None}
    return joined(TrackedRun(run, own), tracks)


def start_instant(detail: SessionDetail) -> datetime:
    """Return the instant in UTC at which a session is planned to start."""
    return detail.starts.replace(tzinfo=checked_zone(detail.zone)).astimezone(UTC)


def _plan(detail: SessionDetail) -> tuple[RunBlock, ...]:
    return _as_run(detail, detail.agenda.blocks)


def _tracks(detail: SessionDetail) -> tuple[RunTrack, ...]:
    return tuple(
        RunTrack(
            placed.block.key,
            one.track.number,
            one.track.said,
            one.track.place,
            _as_run(detail, one.blocks),
        )
        for placed in detail.agenda.blocks
        for one in placed.tracks
    )


def _as_run(detail: SessionDetail, blocks: Sequence[PlacedBlock]) -> tuple[RunBlock, ...]:
    starts = start_instant(detail)
    return tuple(
        RunBlock(
            placed.block.key,
            placed.block.minutes,
            starts + timedelta(minutes=placed.start),
            placed.block.locked_start is not None,
            placed.block.title,
            placed.block.method,
        )
        for placed in blocks
    )


def _own(visits: Sequence[Visit], whole: Run) -> Run:
    last = visits[-1]
    return Run(tuple(visits), whole.paused_at if last.ended is None else None, last.ended)


def _visit(row: BlockRun) -> Visit:
    return Visit(
        row.block_id,
        row.started_at,
        row.ended_at,
        timedelta(seconds=row.pause_seconds),
        row.planned_minutes,
        row.extra_minutes,
        row.title,
        row.method,
    )
