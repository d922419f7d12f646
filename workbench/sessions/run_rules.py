"""The live run of an agenda: what runs, for how long, how far ahead or behind, all from instants.

Nothing ticks in here: every answer is worked out from stored instants and the instant asked for,
so that a run that was broken off comes back at the same block with the right clock.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from workbench.foundation.errors import BadInput

LEFT_OPEN_AFTER: Final = timedelta(hours=6)
_REST: Final = timedelta(hours=1)
_ZERO: Final = timedelta(0)
ANOTHER_TIME: Final = timedelta(hours=3)


@dataclass(frozen=True, slots=True)
class Visit:
    """One stretch on a block from start to end (aware instants, None while it runs).

    `block` is None once the block was deleted from the plan; `planned` and `extra` are minutes.
    """

    block: int | None
    started: datetime
    ended: datetime | None = None
    paused_for: timedelta = _ZERO
    planned: int = 0
    extra: int = 0
    title: str = ""
    method: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """The stored state of one run: visits in order, since when it stands still, and its end."""

    visits: tuple[Visit, ...] = ()
    paused_at: datetime | None = None
    ended: datetime | None = None

    @property
    def current(self) -> Visit | None:
        """The visit that runs or is paused; None before the start and after the end."""
        return self.visits[-1] if self.visits and self.ended is None else None

    @property
    def current_block(self) -> int | None:
        """The key of the current block, where it is still in the plan."""
        return self.current.block if self.current else None


@dataclass(frozen=True, slots=True)
class RunBlock:
    """One block as the run sees it: planned minutes, planned start, and a start it waits for."""

    key: int
    minutes: int
    planned_start: datetime
    locked: bool = False
    title: str = ""
    method: str = ""


@dataclass(frozen=True, slots=True)
class Forecast:
    """When each block still to come will start at this pace, when all ends, and the drift."""

    starts: Mapping[int, datetime]
    ends: datetime
    drift: timedelta


def started(run: Run, block: RunBlock, now: datetime) -> Run:
    """Return the run with a block started: the one that ran before ends at the same instant.

    Raises BadInput once the run has ended.
    """
    if run.ended is not None:
        raise BadInput("This session has ended.", "Undo the end to go on.")
    if run.current and run.current.block == block.key:
        return resumed(run, now)
    return Run((*_closed(run, now), visit_of(block, now)))


def visit_of(block: RunBlock, now: datetime) -> Visit:
    """Return a visit that begins now, with what the plan says of its block."""
    return Visit(block.key, now, planned=block.minutes, title=block.title, method=block.method)


def stopwatch_started(run: Run, now: datetime) -> Run:
    """Return the run of a session without an agenda: one visit that belongs to no block."""
    return run if run.visits else Run((Visit(None, now),))


def paused(run: Run, now: datetime) -> Run:
    """Return the run with its clock standing; without a running block nothing changes."""
    if run.current is None or run.paused_at is not None:
        return run
    return replace(run, paused_at=max(now, run.current.started))


def resumed(run: Run, now: datetime) -> Run:
    """Return the run going on; the time it stood is taken off the block's clock."""
    if run.current is None or run.paused_at is None:
        return run
    return Run((*run.visits[:-1], _with_pause(run.current, run.paused_at, now)))


def with_minutes_added(run: Run, minutes: int = 1) -> Run:
    """Return the run with minutes added to the current visit; it never falls below none added."""
    if run.current is None:
        return run
    visit = replace(run.current, extra=max(0, run.current.extra + minutes))
    return replace(run, visits=(*run.visits[:-1], visit))


def ended(run: Run, now: datetime) -> Run:
    """Return the run ended; a run that has ended, or never began, stays as it is."""
    if run.current is None:
        return run
    return Run(_closed(run, now), ended=max(now, run.current.started))


def reopened(run: Run, now: datetime) -> Run:
    """Return a run that was ended going on with its last block; time since the end is left out."""
    if run.ended is None or not run.visits:
        return run
    last = run.visits[-1]
    again = replace(last, started=now, ended=None, paused_for=_ZERO, extra=0)
    return Run((*run.visits, again))


def next_block(run: Run, order: Sequence[int]) -> int | None:
    """Return the key after the current one, the first before the start, None at the end.

    Where the current block left the plan, the first that has not run is next: after the block
    that ran before it, else at all.
    """
    if run.current_block in order:
        after = order[order.index(run.current_block) + 1 :]
    else:
        before = _last_in(run, order)
        rest = order[order.index(before) + 1 :] if before is not None else order
        after = [key for key in (*rest, *order) if not has_run(run, key)]
    return after[0] if after else None


def previous_block(run: Run, order: Sequence[int]) -> int | None:
    """Return the key before the current one, or None at the beginning.

    Where the current block left the plan, it is the block that ran before it.
    """
    if run.current_block not in order:
        return _last_in(run, order)
    at = order.index(run.current_block)
    return order[at - 1] if at else None


def has_run(run: Run, block: int) -> bool:
    """Whether the block was ever started."""
    return any(visit.block == block for visit in run.visits)


def elapsed(run: Run, block: int, now: datetime) -> timedelta:
    """Return how long a block has run up to now, pauses left out; a clock set back counts none."""
    own = (visit for visit in run.visits if visit.block == block)
    return sum((length(visit, run, now) for visit in own), _ZERO)


def current_elapsed(run: Run, now: datetime) -> timedelta:
    """Return how long the current block has run, also one deleted from the plan meanwhile."""
    if run.current is None:
        return _ZERO
    if run.current.block is None:
        return length(run.current, run, now)
    return elapsed(run, run.current.block, now)


def first_start(run: Run, block: int) -> datetime | None:
    """Return the instant a block was first started."""
    return next((visit.started for visit in run.visits if visit.block == block), None)


def allowed(run: Run, block: RunBlock) -> timedelta:
    """Return the time a block has: its planned minutes and those added."""
    extra = sum(visit.extra for visit in run.visits if visit.block == block.key)
    return timedelta(minutes=block.minutes + extra)


def remaining(run: Run, block: RunBlock, now: datetime) -> timedelta:
    """Return the time left to a block, negative once it is over."""
    return allowed(run, block) - elapsed(run, block.key, now)


def left_here(run: Run, blocks: Sequence[RunBlock], now: datetime) -> timedelta | None:
    """Return the time left to what runs, None for a stopwatch and where nothing runs.

    A block that left the plan meanwhile keeps the minutes it began with.
    """
    visit = run.current
    here = _current_in(run, blocks)
    if here is not None:
        return remaining(run, here, now)
    if visit is None or not visit.planned:
        return None
    return timedelta(minutes=visit.planned + visit.extra) - length(visit, run, now)


def forecast(run: Run, blocks: Sequence[RunBlock], now: datetime) -> Forecast:
    """Return when the rest will start and end if nothing else changes, and how far that drifts.

    A locked block waits for its time, and one that was left goes on where it was. The drift is the
    end of the current block at this pace against the plan (of the first to come, where none is
    current): positive is behind.
    """
    upcoming = blocks_to_come(run, blocks)
    cursor = now + max(_ZERO, left_here(run, blocks, now) or _ZERO)
    here = _current_in(run, blocks)
    drift = _ZERO
    if here is not None:
        drift = cursor - (here.planned_start + timedelta(minutes=here.minutes))
    elif run.current is not None and upcoming:
        drift = cursor - upcoming[0].planned_start
    starts: dict[int, datetime] = {}
    for block in upcoming:
        if block.locked:
            cursor = max(cursor, block.planned_start)
        starts[block.key] = cursor
        cursor += max(_ZERO, remaining(run, block, now))
    return Forecast(starts, cursor, drift)


def blocks_to_come(run: Run, blocks: Sequence[RunBlock]) -> Sequence[RunBlock]:
    """Return the next block and those that follow it in the plan."""
    order = [block.key for block in blocks]
    following = next_block(run, order)
    return blocks[order.index(following) :] if following is not None else ()


def is_rehearsal(run: Run, slot_starts: datetime) -> bool:
    """Whether a run began so long before its slot that it was a rehearsal."""
    return bool(run.visits) and slot_starts - run.visits[0].started > ANOTHER_TIME


def is_over_rehearsal(run: Run, slot_starts: datetime, now: datetime) -> bool:
    """Whether a run was a rehearsal, is over, and the time of the session itself has come.

    A session that was begun hours early is none: it still runs, or ended within the hour.
    """
    if not is_rehearsal(run, slot_starts) or slot_starts - now > ANOTHER_TIME:
        return False
    if run.ended is not None:
        return now - run.ended > _REST
    return now - run.visits[-1].started > LEFT_OPEN_AFTER


def was_left_open(run: Run, slot_ends: datetime, now: datetime) -> bool:
    """Whether a run was never ended and its slot is long over, so that it should be asked about."""
    return run.current is not None and now - slot_ends > LEFT_OPEN_AFTER


def actual_minutes(run: Run, now: datetime) -> dict[int, int]:
    """Return the whole minutes each block still in the plan ran, by key."""
    keys = dict.fromkeys(visit.block for visit in run.visits if visit.block is not None)
    return {key: round(elapsed(run, key, now).total_seconds() / 60) for key in keys}


def _current_in(run: Run, blocks: Sequence[RunBlock]) -> RunBlock | None:
    return next((block for block in blocks if block.key == run.current_block), None)


def _last_in(run: Run, order: Sequence[int]) -> int | None:
    visited = (visit.block for visit in reversed(run.visits))
    return next((key for key in visited if key is not None and key in order), None)


def length(visit: Visit, run: Run, now: datetime) -> timedelta:
    """Return how long one visit lasted up to now, pauses left out."""
    until = visit.ended or run.paused_at or now
    return max(_ZERO, until - visit.started - visit.paused_for)


def _with_pause(visit: Visit, paused_at: datetime, until: datetime) -> Visit:
    stood_since = max(paused_at, visit.started)
    return replace(visit, paused_for=visit.paused_for + max(_ZERO, until - stood_since))


def _closed(run: Run, now: datetime) -> tuple[Visit, ...]:
    if run.current is None:
        return run.visits
    until = max(now, run.current.started)
    visit = run.current
    if run.paused_at is not None:
        visit = _with_pause(visit, run.paused_at, until)
    return (*run.visits[:-1], replace(visit, ended=until))
