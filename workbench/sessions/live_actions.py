"""Writing the live run: every press is stored at once, so that a crash or sleep loses nothing."""

from collections.abc import Callable
from datetime import datetime, timedelta

from sqlalchemy import select

from workbench.foundation.dates import weekday_and_day
from workbench.foundation.errors import BadInput
from workbench.foundation.words import SessionState
from workbench.models.sessions import BlockRun, SessionRun
from workbench.sessions import run_rules as rules
from workbench.sessions.live_queries import plan_of, run_of
from workbench.sessions.row_queries import block_rows, session_row
from workbench.sessions.run_rules import Run
from workbench.storage.unit_of_work import Work, action


@action("Start session")
def start_live(work: Work, session_id: int) -> Run:
    """Start the first block, or a stopwatch without an agenda; an ended session goes on again.

    A rehearsal before its day leaves the session planned. Raises BadInput for a cancelled one.
    """
    row = session_row(work.session, session_id)
    if row.state is SessionState.CANCELLED:
        day = weekday_and_day(row.starts_at.date())
        raise BadInput(f"{row.title} on {day} was cancelled.", "Restore the session first.")
    if row.starts_at.date() <= work.clock.today():
        row.state = SessionState.HELD
    work.name = f"Start {row.title}"
    run = run_of(work.session, session_id)
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
    return _change(work, session_id, lambda run, now: rules.ended(run, at or now))


def _go_to(
    work: Work, session_id: int, choose: Callable[[Run, list[int]], int | None]
) -> Run | None:
    plan = {block.key: block for block in plan_of(work.session, session_id)}
    key = choose(run_of(work.session, session_id), list(plan))
    if key is None:
        return None
    title = next(r.title for r in block_rows(work.session, session_id) if r.id == key)
    return _change(work, session_id, lambda run, now: rules.started(run, plan[key], now, title))


def _change(work: Work, session_id: int, turn: Callable[[Run, datetime], Run]) -> Run:
    before = run_of(work.session, session_id)
    run = turn(before, work.clock.now())
    if run != before:
        _store(work, session_id, run)
    return run


def _store(work: Work, session_id: int, run: Run) -> None:
    whole = work.session.get(SessionRun, session_id)
    if whole is None:
        whole = SessionRun(session_id=session_id, started_at=run.visits[0].started)
        work.session.add(whole)
    whole.paused_at, whole.ended_at = run.paused_at, run.ended
    statement = select(BlockRun).where(BlockRun.session_id == session_id)
    rows = {row.position: row for row in work.session.scalars(statement)}
    for position, visit in enumerate(run.visits):
        row = rows.get(position)
        if row is None:
            row = BlockRun(session_id=session_id, position=position, block_id=visit.block)
            work.session.add(row)
        row.title, row.planned_minutes = visit.title, visit.planned
        row.started_at, row.ended_at = visit.started, visit.ended
        row.extra_minutes = visit.extra
        row.pause_seconds = visit.paused_for / timedelta(seconds=1)
    work.session.flush()
