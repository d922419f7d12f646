"""What the Insights page says beside its charts, as plain data: a reading for each."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from workbench.communities.queries import EventRow
from workbench.communities.question_queries import QuestionRow
from workbench.insights.measure_words import asides
from workbench.insights.measures import Measure
from workbench.insights.queries import FigureReading, Insights
from workbench.insights.series_words import TOGETHER, WHO_COMES, SeriesWords, Tone
from workbench.insights.spans import Span
from workbench.insights.wording import Reading
from workbench.ui.insights.shown_notes import ShownNote

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
    """One section of the reading panel; `colour` is the measure's chart token, `why` a tooltip.

    `long` is the sentence for leaders and `method` how it was worked out, both where two waves were
    set side by side.
    """

    title: str
    colour: str
    chip: str
    tone: str
    icon: str
    sentence: str
    why: str = ""
    aside: str = ""
    change: ShownChange | None = None
    long: str = ""
    method: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """Everything that stands beside the charts; without any, `has_charts` does not hold."""

    events: tuple[EventRow, ...]
    questions: tuple[QuestionRow, ...]
    readings: tuple[ShownReading, ...] = ()
    compared: str = ""
    note: str = ""
    notes: tuple[ShownNote, ...] = ()
    has_charts: bool = False


def with_figures(found: Insights, chosen: Collection[int] | None) -> Insights:
    """Return the insights with the business figures chosen, or with the first where none was."""
    if chosen is None:
        return replace(found, figures=found.figures[:1])
    return replace(found, figures=tuple(one for one in found.figures if one.figure.id in chosen))


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
    parts = [TOGETHER]
    if found.measures and found.attendance.chart.points:
        parts.append(WHO_COMES)
    if meanwhile:
        parts.append(f"Also in these months: {meanwhile[-1]}.")
    return " ".join(parts)


def as_text(said: Said) -> str:
    """Return what the charts say as lines to paste elsewhere, without the facilitator's notes."""
    lines = [said.compared] if said.compared else []
    for one in said.readings:
        lines.append(f"{one.title} ({one.chip}): {one.sentence}")
        lines += [f"  {words}" for words in (one.aside, one.long, one.method) if words]
    return "\n".join([*lines, said.note])


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
        why=measure.trend.reason,
        aside=" ".join(asides(measure)),
        change=ShownChange(compared.difference, compared.ci_low, compared.ci_high)
        if compared
        else None,
        long=measure.change.words.long if measure.change else "",
        method=note,
    )


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
