"""What the Live page shows at one instant, worked out from the stored run and the clock alone."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum
from zoneinfo import ZoneInfo

from workbench.foundation.dates import weekday_and_day
from workbench.foundation.text import counted
from workbench.foundation.words import BlockKind, SessionState
from workbench.sessions import run_rules as rules
from workbench.sessions.agenda import AgendaBlock
from workbench.sessions.calendar_file import checked_zone
from workbench.sessions.live_queries import LiveSession
from workbench.sessions.live_remedies import Skippable, remedies
from workbench.sessions.live_rounds import Rounds, rounds_now, rounds_of
from workbench.sessions.run_rules import Forecast, RunBlock
from workbench.sessions.run_words import Pressure, clock_words, drift_words, pressure
from workbench.sessions.session_day import elsewhere
from workbench.ui.sessions.live_track_face import TrackFace, track_faces

_SOON = timedelta(minutes=1)
_CLOCKED = timedelta(hours=10)


class Stage(Enum):
    """Where the session stands."""

    WAITING = "not started"
    RUNNING = "running"
    PAUSED = "paused"
    LEFT_OPEN = "never ended"
    ENDED = "ended"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class LiveLine:
    """One block in the agenda: when it started or will, how long it took of what was planned."""

    key: int
    at: str
    title: str
    kind: BlockKind
    took: str
    planned: str
    is_current: bool
    is_done: bool


@dataclass(frozen=True, slots=True)
class Offer:
    """One way to end in time: a sentence, its button, what is said once done, minutes by block."""

    words: str
    button: str
    done: str
    minutes: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Face:
    """Everything that changes with the clock; empty words where there is nothing to say."""

    stage: Stage
    clock: str
    title: str
    under_title: str
    kind: BlockKind | None
    timer: str
    pressure: Pressure
    share: float
    began: str
    due: str
    lines: tuple[LiveLine, ...]
    drift: str
    is_behind: bool
    ends: str
    is_late: bool
    slot_ends: str
    next_words: str
    has_next: bool
    minutes_left: int | None
    rounds: Rounds | None
    offers: tuple[Offer, ...]
    tracks: tuple[TrackFace, ...]

    @property
    def until_round(self) -> str:
        """Such as "Round 3 in 5:42", empty in the last round and where there are none."""
        if self.rounds is None or self.rounds.until_next is None:
            return ""
        return f"Round {self.rounds.now + 1} in {clock_words(self.rounds.until_next)}"


def face_of(live: LiveSession, now: datetime, here: datetime) -> Face:
    """Return what shows at an instant (aware); the times are those of the session's zone.

    `here` is the wall time (naive) where the facilitator sits: the clock names another place.
    """
    zone = checked_zone(live.detail.zone)
    run, stage = live.run, _stage(live, now)
    ahead = rules.forecast(run, live.plan, now)
    current = next((b for b in live.plan if b.key == run.current_block), None)
    block = _block(live, run.current_block)
    following = _block(live, rules.next_block(run, [b.key for b in live.plan]))
    running = stage in (Stage.RUNNING, Stage.PAUSED)
    left = rules.left_here(run, live.plan, now)
    rounds = _rounds(live, current, block, now) if running else None
    return Face(
        stage=stage,
        clock=f"{_wall(now, zone)} {elsewhere(live.detail.zone, now, here)}".strip(),
        title=_title(live, stage, block),
        under_title=_under(stage, block, live, zone, rounds),
        kind=block.kind if block and running else None,
        timer=_timer(live, stage, left, now),
        pressure=_pressure(live, stage, left, now),
        share=_share(live, left, now),
        began=_began(live, zone),
        due=_wall(now + max(timedelta(0), left), zone) if left is not None and running else "",
        lines=tuple(_lines(live, ahead, now, zone)),
        drift=drift_words(ahead.drift) if left is not None and running else "",
        is_behind=ahead.drift >= _SOON,
        ends=_wall(ahead.ends, zone) if running and live.plan else "",
        is_late=running and bool(live.plan) and ahead.ends - live.slot_ends >= _SOON,
        slot_ends=_wall(live.slot_ends, zone),
        next_words=f"{following.title} · {following.minutes} min" if following else "",
        has_next=following is not None,
        minutes_left=_whole_minutes(left) if stage is Stage.RUNNING else None,
        rounds=rounds,
        offers=_offers(live, rounds, block, now, zone) if running else (),
        tracks=track_faces(live, now) if running else (),
    )


def _stage(live: LiveSession, now: datetime) -> Stage:
    if live.detail.state is SessionState.CANCELLED:
        return Stage.CANCELLED
    if not live.run.visits:
        return Stage.WAITING
    if rules.is_over_rehearsal(live.run, live.starts, now):
        return Stage.WAITING
    if live.run.ended is not None:
        return Stage.ENDED
    if rules.was_left_open(live.run, live.slot_ends, now):
        return Stage.LEFT_OPEN
    return Stage.RUNNING if live.run.paused_at is None else Stage.PAUSED


def _title(live: LiveSession, stage: Stage, block: AgendaBlock | None) -> str:
    if stage in (Stage.RUNNING, Stage.PAUSED):
        gone = live.run.current.title if live.run.current else ""
        return block.title if block else gone or live.detail.title
    return live.detail.title


def _under(
    stage: Stage,
    block: AgendaBlock | None,
    live: LiveSession,
    zone: ZoneInfo,
    rounds: Rounds | None,
) -> str:
    if stage is Stage.LEFT_OPEN and live.run.current is not None:
        return f"Started at {_wall(live.run.visits[0].started, zone)} and never ended"
    if stage is Stage.ENDED and live.run.ended is not None:
        return f"Ended at {_wall(live.run.ended, zone)}"
    if stage is Stage.CANCELLED:
        return "This session was cancelled"
    if stage is Stage.WAITING:
        starts = live.detail.starts
        day = weekday_and_day(starts.date())
        return f"Planned for {day}, {starts:%H:%M}, {live.detail.minutes} minutes"
    if block is None and live.run.current and live.run.current.planned:
        return "Not in the plan any more; its clock goes on"
    stands = f"Paused at {_wall(live.run.paused_at, zone)}" if live.run.paused_at else ""
    parts = (stands, *_words_of(block, rounds))
    return " · ".join(part for part in parts if part)


def _words_of(block: AgendaBlock | None, rounds: Rounds | None) -> tuple[str, ...]:
    return (block.method, block.grouping, rounds.words if rounds else "") if block else ()


def _timer(live: LiveSession, stage: Stage, left: timedelta | None, now: datetime) -> str:
    if stage is Stage.WAITING:
        return _until(live.starts - now)
    if stage in (Stage.RUNNING, Stage.PAUSED):
        if left is not None:
            return clock_words(left)
        return clock_words(rules.current_elapsed(live.run, now))
    return ""


def _until(ahead: timedelta) -> str:
    if abs(ahead) < _CLOCKED:
        return clock_words(ahead)
    days = round(ahead / timedelta(days=1))
    return f"in {counted(max(1, days), 'day', 'days')}" if ahead > timedelta(0) else ""


def _pressure(live: LiveSession, stage: Stage, left: timedelta | None, now: datetime) -> Pressure:
    if stage is Stage.WAITING and live.starts < now:
        return Pressure.LAST_MINUTE
    running = stage in (Stage.RUNNING, Stage.PAUSED)
    return pressure(left) if left is not None and running else Pressure.CALM


def _share(live: LiveSession, left: timedelta | None, now: datetime) -> float:
    if left is None:
        return 0.0
    whole = rules.current_elapsed(live.run, now) + left
    return min(1.0, 1 - left / whole) if whole > timedelta(0) else 1.0


def _rounds(
    live: LiveSession, current: RunBlock | None, block: AgendaBlock | None, now: datetime
) -> Rounds | None:
    if current is None or block is None:
        return None
    first = next(v for v in live.run.visits if v.block == current.key)
    allowed, elapsed = rules.allowed(live.run, current), rules.elapsed(live.run, current.key, now)
    return rounds_now(rounds_of(block), first.planned, block.minutes, allowed, elapsed)


def _offers(
    live: LiveSession,
    rounds: Rounds | None,
    block: AgendaBlock | None,
    now: datetime,
    zone: ZoneInfo,
) -> tuple[Offer, ...]:
    spare = None
    if rounds is not None and block is not None and rounds.now < rounds.count:
        minutes = round(block.minutes / rounds.count)
        spare = Skippable(_short_name(block), minutes)
    return tuple(
        Offer(
            f"{each.words} to end at {_wall(each.ends, zone)}.",
            each.button,
            each.done,
            tuple(each.minutes.items()),
        )
        for each in remedies(live.run, live.plan, live.slot_ends, now, spare)
    )


def _short_name(block: AgendaBlock) -> str:
    name = block.method or block.title
    return name.split()[0] if name.casefold().startswith("troika") else name


def _began(live: LiveSession, zone: ZoneInfo) -> str:
    return _wall(live.run.current.started, zone) if live.run.current else ""


def _lines(live: LiveSession, ahead: Forecast, now: datetime, zone: ZoneInfo) -> list[LiveLine]:
    took = rules.actual_minutes(live.run, now)
    current = live.run.current_block
    lines = []
    for placed in live.agenda.blocks:
        block = placed.block
        started = rules.first_start(live.run, block.key)
        ahead_at = ahead.starts.get(block.key) if live.run.current else None
        at = started if ahead_at is None else ahead_at
        planned = f"{live.agenda.wall(placed.start):%H:%M}"
        done = started is not None and block.key != current and ahead_at is None
        lines.append(
            LiveLine(
                key=block.key,
                at=_wall(at, zone) if at and live.run.visits else planned,
                title=_line_title(block),
                kind=block.kind,
                took=str(took[block.key]) if done else "",
                planned=str(block.minutes),
                is_current=block.key == current,
                is_done=done,
            )
        )
    return lines


def _line_title(block: AgendaBlock) -> str:
    count = len(block.tracks)
    return f"{block.title} · {counted(count, 'track', 'tracks')}" if count else block.title


def _block(live: LiveSession, key: int | None) -> AgendaBlock | None:
    blocks = (placed.block for placed in live.agenda.blocks)
    return next((block for block in blocks if block.key == key), None)


def _whole_minutes(left: timedelta | None) -> int | None:
    if left is None or left < timedelta(0):
        return None
    return -(-int(left.total_seconds()) // 60)


def _wall(instant: datetime, zone: ZoneInfo) -> str:
    return f"{instant.astimezone(zone):%H:%M}"
