"""A season before it exists: several rhythms over a span, days off, themes slotted onto dates."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from workbench.foundation.dates import full_date, short_day
from workbench.foundation.errors import BadInput
from workbench.foundation.text import clean
from workbench.foundation.words import OnDayOff
from workbench.sessions.calendar_file import checked_zone
from workbench.sessions.days_off import DaysOff, DaysShut
from workbench.sessions.recurrence import checked_rule, days_of, read_rule
from workbench.sessions.rules import FIRST_YEAR, LAST_YEAR, checked_slot

MOST_SESSIONS: Final = 400
_LONGEST_SPAN: Final = 10
NO_DAY_LEFT: Final = "no working day left that week"


@dataclass(frozen=True, slots=True)
class Rhythm:
    """One repeated meeting: kind, RFC 5545 rule, wall time, minutes, template, place.

    `series_id` is that of a rhythm kept already, whose dates up to `decided` are no longer asked.
    """

    name: str
    rule: str
    starts: time
    minutes: int
    template: str = ""
    place: str = ""
    series_id: int | None = None
    decided: date | None = None


@dataclass(frozen=True, slots=True)
class SeasonPlan:
    """All that makes a season; both days of the span are included, themes go by date."""

    first: date | None
    last: date | None
    rhythms: tuple[Rhythm, ...]
    country: str = ""
    region: str = ""
    closures: tuple[DaysShut, ...] = ()
    on_day_off: OnDayOff = OnDayOff.SKIP
    themes: tuple[str, ...] = ()
    season_id: int | None = None


@dataclass(frozen=True, slots=True)
class Taken:
    """A session there is already: wall time `starts` (naive) in `zone`."""

    title: str
    kind: str
    starts: datetime
    minutes: int
    zone: str
    cancelled: bool = False


@dataclass(frozen=True, slots=True)
class Proposal:
    """One session to be: `moved_from` a day off for `reason`, or kept on it; `clash` says whom."""

    rhythm: Rhythm
    starts: datetime
    theme: str = ""
    moved_from: date | None = None
    reason: str = ""
    clash: str = ""
    number: int = 0

    @property
    def on(self) -> date:
        """The day it is on."""
        return self.starts.date()


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A day of a rhythm without a session: on a day off, or `there` already."""

    rhythm: Rhythm
    on: date
    reason: str = ""
    there: bool = False


@dataclass(frozen=True, slots=True)
class Preview:
    """What a plan would make, by date, and what it leaves out."""

    proposals: tuple[Proposal, ...]
    left_out: tuple[LeftOut, ...]
    empty: tuple[Rhythm, ...]


def checked_rhythm(rhythm: Rhythm) -> Rhythm:
    """Return the rhythm cleaned; raises BadInput at name, rule or minutes."""
    name = clean(rhythm.name)
    if not name:
        raise BadInput("A rhythm needs a name.", "Type one such as Deep dive.", field="name")
    return replace(
        rhythm,
        name=name,
        rule=checked_rule(rhythm.rule),
        minutes=checked_slot(rhythm.minutes),
        place=clean(rhythm.place),
    )


def checked_span(plan: SeasonPlan) -> tuple[date, date]:
    """Return first and last day; raises BadInput at the field of the day that is wrong."""
    if plan.first is None:
        raise BadInput("A season needs a first day.", "Type one.", field="first")
    if plan.last is None:
        raise BadInput(
            "Without a last day the rhythms would never end.", "Type the last day.", field="last"
        )
    if plan.last < plan.first:
        raise BadInput(
            f"{full_date(plan.last)} is before the first day.", "Type a later day.", field="last"
        )
    for day, field in ((plan.first, "first"), (plan.last, "last")):
        if not FIRST_YEAR <= day.year < LAST_YEAR:
            raise BadInput(
                f"{day.year} cannot be the year of a session.",
                f"Type a year from {FIRST_YEAR} to {LAST_YEAR - 1}.",
                field=field,
            )
    if plan.last.year - plan.first.year > _LONGEST_SPAN:
        raise BadInput(
            f"A season cannot last more than {_LONGEST_SPAN} years.",
            "Type an earlier last day.",
            field="last",
        )
    return plan.first, plan.last


def propose(plan: SeasonPlan, zone: str, off: DaysOff, taken: Sequence[Taken]) -> Preview:
    """Return the sessions that a plan would make; nothing is written.

    `off` and `taken` cover the span. Raises BadInput at a field: first, last, rhythms.
    """
    first, last = checked_span(plan)
    there = {(each.kind, each.starts) for each in taken}
    found: list[Proposal | LeftOut] = []
    empty: list[Rhythm] = []
    for rhythm in map(checked_rhythm, plan.rhythms):
        days = _days(rhythm, first, last, checked_zone(zone))
        if not days:
            empty.append(rhythm)
        found += _placed(rhythm, days, plan.on_day_off, off, there)
    made = sorted(_proposals(found), key=lambda each: (each.starts, each.rhythm.name))
    if len(made) > MOST_SESSIONS:
        raise _too_many()
    left_out = sorted(
        (each for each in found if isinstance(each, LeftOut)), key=lambda each: each.on
    )
    numbered = _numbered(_with_clashes(made, zone, taken), taken)
    themes = [*plan.themes, *[""] * len(numbered)]
    return Preview(
        tuple(
            replace(each, theme=clean(theme)) for each, theme in zip(numbered, themes, strict=False)
        ),
        tuple(left_out),
        tuple(empty),
    )


def _days(rhythm: Rhythm, first: date, last: date, zone: ZoneInfo) -> list[date]:
    rule = read_rule(rhythm.rule)
    days = days_of(rule, first, last, rhythm.starts, zone, MOST_SESSIONS + 1)
    if len(days) > MOST_SESSIONS:
        raise _too_many(rhythm.name)
    return [day for day in days if rhythm.decided is None or day > rhythm.decided]


def _too_many(name: str = "") -> BadInput:
    who = f'"{name}" alone' if name else "The rhythms"
    return BadInput(
        f"{who} would make more than {MOST_SESSIONS} sessions.",
        "Type an earlier last day.",
        field="last",
    )


def _placed(
    rhythm: Rhythm,
    days: Sequence[date],
    on_day_off: OnDayOff,
    off: DaysOff,
    there: set[tuple[str, datetime]],
) -> list[Proposal | LeftOut]:
    """Return what becomes of each day; a day the rhythm uses itself is not free to move to."""
    used = set(days)
    found: list[Proposal | LeftOut] = []
    for day in days:
        placed = _place(rhythm, day, on_day_off, off, used)
        if isinstance(placed, Proposal):
            used.add(placed.on)
            if (rhythm.name, placed.starts) in there:
                placed = LeftOut(rhythm, placed.on, there=True)
            else:
                there.add((rhythm.name, placed.starts))
        found.append(placed)
    return found


def _place(
    rhythm: Rhythm, day: date, on_day_off: OnDayOff, off: DaysOff, used: set[date]
) -> Proposal | LeftOut:
    why = off.why(day)
    if not why:
        return Proposal(rhythm, datetime.combine(day, rhythm.starts))
    if on_day_off is OnDayOff.KEEP:
        return Proposal(rhythm, datetime.combine(day, rhythm.starts), reason=why)
    if on_day_off is OnDayOff.SKIP:
        return LeftOut(rhythm, day, why)
    rest = [each for each in off.rest_of_week(day) if each.weekday() not in off.weekend]
    free = [each for each in rest if off.works(each) and each not in used]
    if not free:
        all_closed = day in off.closed and rest and all(off.why(each) == why for each in rest)
        return LeftOut(rhythm, day, why if all_closed else f"{why}, {NO_DAY_LEFT}")
    return Proposal(rhythm, datetime.combine(free[0], rhythm.starts), moved_from=day, reason=why)


def _proposals(found: Iterable[Proposal | LeftOut]) -> list[Proposal]:
    return [each for each in found if isinstance(each, Proposal)]


def _with_clashes(made: Sequence[Proposal], zone: str, taken: Sequence[Taken]) -> list[Proposal]:
    others = [each for each in taken if not each.cancelled]
    others += [
        Taken(p.theme or p.rhythm.name, p.rhythm.name, p.starts, p.rhythm.minutes, zone)
        for p in made
    ]
    spans = [(*_span(each.starts, each.minutes, each.zone), each) for each in others]
    by_day: dict[date, list[tuple[datetime, datetime, Taken]]] = {}
    for begins, ends, each in spans:
        for ahead in range((ends.date() - begins.date()).days + 1):
            by_day.setdefault(begins.date() + timedelta(days=ahead), []).append(
                (begins, ends, each)
            )
    return [replace(p, clash=_clash(p, zone, by_day)) for p in made]


def _clash(
    proposal: Proposal, zone: str, by_day: dict[date, list[tuple[datetime, datetime, Taken]]]
) -> str:
    begins, ends = _span(proposal.starts, proposal.rhythm.minutes, zone)
    days = {begins.date(), ends.date()}
    for near in sorted(days):
        for other_begins, other_ends, other in by_day.get(near, ()):
            own = other.starts == proposal.starts and other.kind == proposal.rhythm.name
            if not own and begins < other_ends and other_begins < ends:
                return f"{other.title}, {short_day(other.starts)} {other.starts:%H:%M}"
    return ""


def _span(starts: datetime, minutes: int, zone: str) -> tuple[datetime, datetime]:
    begins = starts.replace(tzinfo=checked_zone(zone)).astimezone(UTC)
    return begins, begins + timedelta(minutes=minutes)


def _numbered(made: Sequence[Proposal], taken: Sequence[Taken]) -> list[Proposal]:
    """Number the proposals as they will stand among the sessions that are there."""
    earlier = sorted(each.starts for each in taken)
    numbered, place = [], 0
    for count, proposal in enumerate(made):
        while place < len(earlier) and earlier[place] <= proposal.starts:
            place += 1
        numbered.append(replace(proposal, number=place + count + 1))
    return numbered
