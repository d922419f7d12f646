"""Writing the live run: every press is stored at once, so that a crash or sleep loses nothing."""

from collections.abc import Callable
from datetime import datetime, timedelta

from sqlalchemy import delete, select

from workbench.foundation.dates import weekday_and_day
from workbench.foundation.errors import BadInput
from workbench.foundation.words import SessionState
from workbench.models.sessions import BlockRun, SessionRun
from workbench.sessions import live_tracks
from workbench.sessions import run_rules as rules
from workbench.sessions.live_queries import live_session, run_of
from workbench.sessions.live_tracks import RunTrack, TrackedRun
from workbench.sessions.row_queries import session_row
from workbench.sessions.run_rules import Run, Visit
from workbench.sessions.session_day import day_it_is
from workbench.storage.unit_of_work import Work, action


@action("Start session")
def start_live(work: Work, session_id: int) -> Run:
    """Start the first block, or a stopwatch without an agenda; an ended session goes on again.

    A rehearsal before its day leaves the session planned, and makes room for the real run when
    that starts. Raises BadInput for a cancelled one.
    """
    row = session_row(work.session, session_id)
    if row.state is SessionState.CANCELLED:
        day = weekday_and_day(row.starts_at.date())
        raise BadInput(f"{row.title} on {day} was cancelled.", "Restore the session first.")
    if row.starts_at.date() <= day_it_is(work.clock.today(), work.clock.now(), row.zone):
        row.state = SessionState.HELD
    work.name = f"Start {row.title}"
    live = live_session(work.session, session_id)
    run = live.run
    if rules.is_over_rehearsal(run, live.starts, work.clock.now()):
        _forget(work, session_id)
        run = Run()
    if run.ended is not None:
        return _change(work, session_id, rules.reopened)
    if run.visits:
        return run
    return _go_to(work, session_id, rules.next_block) or _change(
        work, session_id, rules.stopwatch_started
    )


@action("Next block")
def next_block(work: Work, session_id: int) -> Run:
    """Go to the block after the current one; at the last one nothing changes."""
    return _go_to(work, session_id, rules.next_block) or run_of(work.session, session_id)


@action("Previous block")
def previous_block(work: Work, session_id: int) -> Run:
    """Go back to the block before; its clock goes on where it was left."""
    return _go_to(work, session_id, rules.previous_block) or run_of(work.session, session_id)


@action("Go to block")
def go_to_block(work: Work, session_id: int, block_id: int) -> Run:
    """Run any block of the agenda now; one that is not in it leaves all as it is."""
    found = _go_to(work, session_id, lambda _, order: block_id if block_id in order else None)
    return found or run_of(work.session, session_id)


@action("Pause")
def pause(work: Work, session_id: int) -> Run:
    """Let the clock of the current block stand."""
    return _change(work, session_id, rules.paused)


@action("Resume")
def resume(work: Work, session_id: int) -> Run:
    """Let the clock of the current block go on; the pause is not counted."""
    return _change(work, session_id, rules.resumed)


@action("Add a minute")
def add_minutes(work: Work, session_id: int, minutes: int = 1) -> Run:
    """Give the current block more minutes, or take added ones back."""
    return _change(work, session_id, lambda run, _: rules.with_minutes_added(run, minutes))


@action("End session")
def end_live(work: Work, session_id: int, at: datetime | None = None) -> Run:
    """End the run now, or at an instant for a run that was left open."""
    return _change(work, session_id, rules.ended, at)


@action("Next in track")
def next_in_track(work: Work, session_id: int, number: int) -> TrackedRun:
    """Move a track of the current block on; after its last block the track is through."""
    return _in_track(work, session_id, number, live_tracks.next_in_track)


@action("Previous in track")
def previous_in_track(work: Work, session_id: int, number: int) -> TrackedRun:
    """Move a track of the current block back; its clock goes on where it was left."""
    return _in_track(work, session_id, number, live_tracks.previous_in_track)


@action("Add a minute in a track")
def add_minutes_in_track(work: Work, session_id: int, number: int, minutes: int = 1) -> TrackedRun:
    """Give what runs in a track more minutes."""
    return _in_track(
        work,
        session_id,
        number,
        lambda run, track, _: live_tracks.more_in_track(run, track, minutes),
    )


def _in_track(
    work: Work,
    session_id: int,
    number: int,
    turn: Callable[[TrackedRun, RunTrack, datetime], TrackedRun],
) -> TrackedRun:
    live = live_session(work.session, session_id)
    before = live.tracked
    track = next((track for track in live.running_tracks if track.number == number), None)
    if track is None:
        return before
    run = turn(before, track, work.clock.now())
    if run != before:
        _store(work, session_id, run)
        work.name = f"{work.name}: {track.name}"
    return run


def _go_to(
    work: Work, session_id: int, choose: Callable[[Run, list[int]], int | None]
) -> Run | None:
    live = live_session(work.session, session_id)
    plan = {block.key: block for block in live.plan}
    key = choose(live.run, list(plan))
    if key is None:
        return None
    return _change(work, session_id, lambda run, now: rules.started(run, plan[key], now))


def _change(
    work: Work, session_id: int, turn: Callable[[Run, datetime], Run], at: datetime | None = None
) -> Run:
    live = live_session(work.session, session_id)
    now = at or work.clock.now()
    whole = turn(live.run, now)
    if whole != live.run:
        _store(work, session_id, live_tracks.carried(live.tracked, whole, live.tracks, now))
    return whole


def _forget(work: Work, session_id: int) -> None:
    work.session.execute(delete(BlockRun).where(BlockRun.session_id == session_id))
    work.session.execute(delete(SessionRun).where(SessionRun.session_id == session_id))
    work.session.expire_all()


def _store(work: Work, session_id: int, run: TrackedRun) -> None:
    row = work.session.get(SessionRun, session_id)
    if row is None:
        row = SessionRun(session_id=session_id, started_at=run.whole.visits[0].started)
        work.session.add(row)
    row.paused_at, row.ended_at = run.whole.paused_at, run.whole.ended
    statement = select(BlockRun).where(BlockRun.session_id == session_id)
    stored = work.session.scalars(statement).all()
    rows = {(each.within_id, each.track, each.position): each for each in stored}
    lanes = [((None, None), run.whole), *run.tracks.items()]
    for (within, track), own in lanes:
        for position, visit in enumerate(own.visits):
            found = rows.get((within, track, position))
            _store_visit(work, found or _new(session_id, within, track, position, visit), visit)
    for left in stored:
        if left.within_id is None and left.track is not None and left.ended_at is None:
            left.ended_at = work.clock.now()  # the block its track stood in was deleted
    work.session.flush()


def _new(
    session_id: int, within: int | None, track: int | None, position: int, visit: Visit
) -> BlockRun:
    return BlockRun(
        session_id=session_id,
        block_id=visit.block,
        within_id=within,
        track=track,
        position=position,
    )


def _store_visit(work: Work, row: BlockRun, visit: Visit) -> None:
    row.title, row.method, row.planned_minutes = visit.title, visit.method, visit.planned
    row.started_at, row.ended_at = visit.started, visit.ended
    row.extra_minutes = visit.extra
    row.pause_seconds = visit.paused_for / timedelta(seconds=1)
    work.session.add(row)
