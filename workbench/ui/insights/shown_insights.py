"""What the Insights page shows, as plain data: the period, the readings beside it, the table."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from workbench.communities.queries import EventRow
from workbench.foundation.dates import full_date, month_name, short_day
from workbench.foundation.text import counted, number
from workbench.insights.measures import Measure
from workbench.insights.queries import FigureReading, Insights
from workbench.insights.series_words import TOGETHER, SeriesWords, Tone
from workbench.insights.wording import Reading

if TYPE_CHECKING:
    from workbench.reports.charts import Panel

HALF_YEAR, THIS_YEAR, ALL = "6 months", "This year", "All"
TWIN_TITLES = ("What", "When", "Value", "95% or usual", "Of", "Note")
_SIX_MONTHS = timedelta(days=182)
_READINGS = {
    Reading.LIKELY_REAL: ("good", "check"),
    Reading.TOO_EARLY: ("neutral", "help"),
    Reading.NOT_COMPARED: ("neutral", "dash"),
}
_TITLES = {"safety": "Psychological safety", "loneliness": "Loneliness"}
_OWN_COLOURS = ("safety", "loneliness")


@dataclass(frozen=True, slots=True)
class ShownChange:
    """A change with its 95% interval, in scale points, for the strip below its sentence."""

    difference: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class ShownReading:
    """One section of the reading panel; `colour` is the measure's chart token, `why` a tooltip."""

    title: str
    colour: str
    chip: str
    tone: str
    icon: str
    sentence: str
    why: str = ""
    aside: str = ""
    change: ShownChange | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """The days shown, both included."""

    start: date
    end: date


def span_of(found: Insights, choice: str, today: date) -> Span | None:
    """Return the days to show for a choice of range, or None where nothing lies in it."""
    earliest = {HALF_YEAR: today - _SIX_MONTHS, THIS_YEAR: date(today.year, 1, 1)}
    start = earliest.get(choice, date.min)
    dated = [day for day in _dated(found) if start <= day <= today]
    days = dated or [day for day in found.days if start <= day <= today]
    return Span(days[0], days[-1]) if days else None


def with_figure(found: Insights, figure_id: int | None) -> Insights:
    """Return the insights with one business figure: the one chosen, or else the first."""
    chosen = [one for one in found.figures if one.figure.id == figure_id] or found.figures[:1]
    return replace(found, figures=tuple(chosen))


def compared_words(found: Insights) -> str:
    """Return "September compared with March", or nothing where no two waves are compared."""
    for measure in found.measures:
        if measure.change:
            change = measure.change.change
            return f"{change.later.label} compared with {change.earlier.label}"
    return ""


def readings_of(found: Insights) -> tuple[ShownReading, ...]:
    """Return what every chart says, in the order of the charts."""
    readings = [_measure_reading(measure) for measure in found.measures]
    if found.attendance.chart.points:
        readings.append(_series_reading("Attendance", "attendance", found.attendance.words))
    if found.contributions.chart.points:
        words = found.contributions.words
        readings.append(_series_reading("Contributions", "contributions", words))
    readings += [_figure_reading(one) for one in found.figures if one.figure.months]
    return tuple(readings)


def care_note(found: Insights, span: Span) -> str:
    """Return the sentence that always stands below, with what else happened in these months."""
    meanwhile = [
        event.title
        for event in found.events
        if not event.is_pause and span.start <= event.starts_on <= span.end
    ]
    return f"{TOGETHER} Also in these months: {meanwhile[-1]}." if meanwhile else TOGETHER


def event_line(event: EventRow, today: date) -> tuple[str, str]:
    """Return the day and the words of an event: "1 Jul" and "Summer pause, to 14 Aug"."""
    year = "" if event.starts_on.year == today.year else f" {event.starts_on.year}"
    until = f", to {short_day(event.ends_on)}" if event.ends_on else ""
    return f"{short_day(event.starts_on)}{year}", f"{event.title}{until}"


def as_text(readings: Sequence[ShownReading], compared: str, note: str) -> str:
    """Return the reading panel as lines to paste elsewhere."""
    lines = [compared] if compared else []
    lines += [f"{one.title} ({one.chip}): {one.sentence}" for one in readings]
    return "\n".join([*lines, note])


def twin_rows(panels: Sequence["Panel"]) -> list[tuple[str, ...]]:
    """Return the rows of the table that stands for the charts."""
    from workbench.reports.charts import MonthlyPanel, SessionPanel, SurveyPanel

    rows: list[tuple[str, ...]] = []
    for panel in panels:
        if isinstance(panel, SurveyPanel):
            rows += [
                (
                    f"{panel.title}, {wave.label}",
                    full_date(wave.on),
                    _number(wave.mean, 2),
                    _range(wave.low, wave.high, 2),
                    _of(wave.n, wave.invited),
                    wave.hidden if wave.mean is None else "",
                )
                for wave in panel.waves
            ]
        elif isinstance(panel, SessionPanel):
            rows += [
                (
                    f"{panel.title}, {point.label}",
                    full_date(point.on),
                    f"{_number(point.value, 0)}{panel.suffix}",
                    _range(point.usual_low, point.usual_high, 0),
                    _of(point.part, point.whole),
                    "signal" if point.signal else "",
                )
                for point in panel.points
            ]
        elif isinstance(panel, MonthlyPanel):
            rows += [
                (
                    panel.title,
                    f"{month_name(point.month)} {point.month.year}",
                    f"{_number(point.value, panel.decimals)}{panel.suffix}",
                    "",
                    "",
                    "missing" if point.value is None else "",
                )
                for point in panel.points
            ]
    return rows


def _dated(found: Insights) -> list[date]:
    """Return the days of sessions and waves; months alone do not open or close a period."""
    days = [point.on for point in found.attendance.chart.points]
    days += [point.on for point in found.contributions.chart.points]
    for measure in found.measures:
        days += [one.wave.closed_on for one in measure.waves if one.wave.closed_on]
    return sorted(days)


def _measure_reading(measure: Measure) -> ShownReading:
    construct = measure.instrument.construct
    reading = measure.change.words.reading if measure.change else None
    tone, icon = _READINGS[reading] if reading else ("neutral", "dash")
    compared = measure.change.change.comparison if measure.change else None
    note = measure.change.words.note if measure.change else ""
    return ShownReading(
        title=_TITLES.get(construct, measure.instrument.title),
        colour=construct if construct in _OWN_COLOURS else "business",
        chip=reading.value if reading else "first wave",
        tone=tone,
        icon=icon,
        sentence=measure.sentence,
        why=" ".join(part for part in (note, measure.trend.reason) if part),
        aside=_aside(measure),
        change=ShownChange(compared.difference, compared.ci_low, compared.ci_high)
        if compared
        else None,
    )


def _aside(measure: Measure) -> str:
    """Return the trend where there is one, and what is left out of the line."""
    parts = [measure.trend.trend.sentence] if measure.trend.trend else []
    if measure.earlier_versions:
        waves = counted(measure.earlier_versions, "earlier wave", "earlier waves")
        parts.append(f"{waves} asked other questions and stand apart.")
    return " ".join(parts)


def _series_reading(title: str, colour: str, words: SeriesWords) -> ShownReading:
    warn = words.tone is Tone.WARN
    return ShownReading(
        title,
        colour,
        words.chip,
        "warn" if warn else "neutral",
        "warning" if warn else "dash",
        words.sentence,
    )


def _figure_reading(one: FigureReading) -> ShownReading:
    direction = one.words.chip.split(" ", 1)[0]
    icon = {"up": "arrow-up", "down": "arrow-down"}.get(direction, "dash")
    return ShownReading(
        one.figure.name, "business", one.words.chip, "neutral", icon, one.words.sentence
    )


def _number(value: float | None, decimals: int) -> str:
    return "" if value is None else number(value, decimals)


def _range(low: float | None, high: float | None, decimals: int) -> str:
    if low is None or high is None:
        return ""
    return f"{number(low, decimals)} to {number(high, decimals)}"


def _of(part: int | None, whole: int | None) -> str:
    if part is None:
        return ""
    return f"{part} of {whole}" if whole is not None else str(part)
