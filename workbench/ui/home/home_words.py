"""What Home says: greetings, days to go, the five tiles; kind, exact, never a verdict."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from workbench.foundation.dates import WEEKDAYS, day_and_month, short_day, weekday_and_day
from workbench.foundation.text import counted, number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.contributions.promise_queries import PromiseRow
    from workbench.insights.help_queries import HelpPoint
    from workbench.insights.measures import Measure
    from workbench.insights.queries import Series
    from workbench.sessions.queries import SessionRow
    from workbench.ui.home.home_reads import Coming, Figures

_WINDOW = 4
_CONSTRUCTS = {"safety": "Psychological safety", "loneliness": "Loneliness"}


@dataclass(frozen=True, slots=True)
class Tile:
    """One measure: title, figure with its unit, one sentence, the line, the page it leads to.

    `hollow` lines have a ring at every wave; `tone` is a colour of the charts; `why` says of which
    time the figure is, where other pages have one of the same name for another.
    """

    title: str
    value: str
    unit: str
    sentence: str
    line: tuple[float, ...]
    tone: str
    page: str
    hollow: bool = False
    why: str = ""


def greeting(now: datetime, facilitator: str) -> str:
    """Return "Good morning, Ruth" by the hour, with the first name where it is known."""
    part = "morning" if now.hour < 12 else "afternoon" if now.hour < 18 else "evening"
    first = facilitator.split(" ", maxsplit=1)[0]
    return f"Good {part}, {first}" if first else f"Good {part}"


def long_day(day: date) -> str:
    """Return "Tuesday 13 October"."""
    return f"{WEEKDAYS[day.weekday()]} {day_and_month(day)}"


def days_to_go(day: date, today: date) -> str:
    """Return "today", "tomorrow", "in 2 days" or "in 3 weeks"."""
    days = (day - today).days
    if days <= 1:
        return "tomorrow" if days == 1 else "today"
    return f"in {days} days" if days < 21 else f"in {days // 7} weeks"


def coming_words(coming: "Coming") -> str:
    """Return "About 31 likely to come, 3 apologies"."""
    parts = [f"About {coming.likely:,} likely to come"]
    if coming.apologies:
        parts.append(counted(coming.apologies, "apology", "apologies"))
    return ", ".join(parts)


def agenda_words(row: "SessionRow") -> str:
    """Return how far a later session is planned: "4 blocks, 40 of 90 min planned"."""
    if row.agenda.blocks:
        blocks = counted(row.agenda.blocks, "block", "blocks")
        return f"{blocks}, {row.agenda.words} planned"
    if row.continues_number:
        return f"No agenda yet. Start from session {row.continues_number}?"
    return "No agenda yet"


def due_words(row: "PromiseRow", today: date) -> tuple[str, str]:
    """Return when a promise is due, and the tone of these words."""
    if row.due_on is None:
        return "no date", "text_3"
    if row.late > 0:
        return counted(row.late, "day late", "days late"), "danger"
    if row.due_on == today:
        return "Today", "warn"
    return weekday_and_day(row.due_on), "text_2"


def who_words(row: "PromiseRow") -> str:
    """Return whose promise it is: "Promised by Kofi Mensah", "You", or whom it is about."""
    if row.who:
        return f"Promised by {row.who}"
    if row.about:
        return row.about
    return "Promised by you" if row.session_id else "You"


def follow_up_note(rows: "Sequence[PromiseRow]", today: date) -> str:
    """Return "1 late, 1 today, 2 more this week"."""
    late = sum(row.late > 0 for row in rows)
    now = sum(row.due_on == today for row in rows)
    sunday = 6 - today.weekday()
    week = sum(row.due_on is not None and 0 < (row.due_on - today).days <= sunday for row in rows)
    parts = [f"{late} late"] if late else []
    parts += [f"{now} today"] if now else []
    parts += [f"{week} more this week" if parts else f"{week} this week"] if week else []
    return ", ".join(parts)


def tiles(figures: "Figures") -> list[Tile]:
    """Return the tiles of what the file holds; a measure never asked about has none."""
    made = [*_attendance(figures.attendance), *_contributions(figures.contributions)]
    made += [_measure(one) for one in figures.measures if one.instrument.construct in _CONSTRUCTS]
    return [*made, *_help(figures.help)]


def _attendance(series: "Series") -> list[Tile]:
    if not series.counts:
        return []
    chart, last, count = series.chart, series.chart.points[-1], series.counts[-1]
    share = f"{number(100 * last.value, 0)}%"
    usual = f"usual range {number(100 * last.low, 0)} to {number(100 * last.high, 0)}%"
    return [
        Tile(
            f"Attendance, {short_day(last.on)}",
            f"{count.part} of {count.whole}",
            "",
            f"{share} · {usual}" if chart.has_limits else f"{share}, {_few(len(chart.points))}",
            tuple(point.value for point in chart.points),
            "attendance",
            "attendance",
        )
    ]


def _contributions(series: "Series") -> list[Tile]:
    chart = series.chart
    if not chart.points:
        return []
    last = chart.points[-1]
    usual = f"usual range {number(last.low, 0)} to {number(last.high, 0)}"
    return [
        Tile(
            f"Contributions, {short_day(last.on)}",
            number(last.value, 0),
            "",
            usual if chart.has_limits else _few(len(chart.points)),
            tuple(point.value for point in chart.points),
            "contributions",
            "contributions",
        )
    ]


def _few(sessions: int) -> str:
    return f"{counted(sessions, 'session', 'sessions')}: no usual range yet"


def _measure(measure: "Measure") -> Tile:
    construct = measure.instrument.construct
    shown = [one.figures.mean for one in measure.waves if one.figures.mean is not None]
    newest = measure.waves[-1].figures.mean
    _, highest = measure.instrument.range
    return Tile(
        _CONSTRUCTS[construct],
        number(newest) if newest is not None else "–",
        f"of {number(highest, 0)}" if newest is not None else "",
        _change_words(measure),
        tuple(shown),
        construct,
        "insights",
        hollow=True,
    )


def _change_words(measure: "Measure") -> str:
    found = measure.change.change.comparison if measure.change else None
    if measure.change is None or found is None:
        return measure.sentence
    direction = "Up" if found.difference > 0 else "Down"
    since = measure.change.change.earlier.label
    moved = f"{direction} {number(abs(found.difference))}"
    if found.excludes_zero:
        return f"{moved} since {since}: likely real"
    return f"{moved}: too early to tell"


def _help(points: "Sequence[HelpPoint]") -> list[Tile]:
    held = [point for point in points if point.across.whole]
    recent = _pooled(points[-_WINDOW:])
    if not recent[1]:
        return []
    sentence = f"{recent[0]} of {counted(recent[1], 'offer', 'offers')}"
    first = _pooled(points[:_WINDOW])
    if len(points) >= 2 * _WINDOW and first[1]:
        sentence += f" · was {number(100 * first[0] / first[1], 0)}%"
    rolling = [
        _pooled(points[max(0, place - _WINDOW) : place]) for place in range(1, len(points) + 1)
    ]
    line = tuple(part / whole for part, whole in rolling if whole)
    share = f"{number(100 * recent[0] / recent[1], 0)}%"
    few = counted(min(_WINDOW, len(points)), "session", "sessions")
    why = f"Of the last {few}; what is compared is the first {few}."
    return [Tile("Help across departments", share, f"last {few}", sentence, line if held else (),
                 "business", "contributions", why=why)]  # fmt: skip


def _pooled(points: "Sequence[HelpPoint]") -> tuple[int, int]:
    return sum(one.across.part for one in points), sum(one.across.whole for one in points)
