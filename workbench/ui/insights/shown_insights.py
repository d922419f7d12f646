"""What the Insights page says beside its charts, as plain data: a reading for each."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from workbench.communities.queries import EventRow
from workbench.communities.question_queries import QuestionRow
from workbench.foundation.text import number
from workbench.insights.measure_words import asides
from workbench.insights.measures import Measure
from workbench.insights.method_note import method_note
from workbench.insights.queries import FigureReading, Insights
from workbench.insights.series_words import ALONE, TOGETHER, WHO_COMES, SeriesWords, Tone
from workbench.insights.silent_ones import mean_bounds
from workbench.insights.spans import Span
from workbench.insights.wording import Reading
from workbench.ui.insights.shown_notes import ShownNote, chart_keys

_READINGS = {
    Reading.LIKELY_REAL: ("good", "check"),
    Reading.TOO_EARLY: ("neutral", "help"),
    Reading.NOT_COMPARED: ("neutral", "dash"),
}
_TITLES = {"safety": "Psychological safety", "loneliness": "Loneliness"}
OTHER = (
    "The chart shows bootstrap intervals (BCa), offered from 12 answers; below about 30 they are "
    "rather too narrow."
)
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

    `long` is the sentence for leaders where two waves were set side by side, `answered` says who
    answered and what the others could change, `method` how it was worked out.
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
    answered: str = ""
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


def readings_of(found: Insights, *, other: bool = False) -> tuple[ShownReading, ...]:
    """Return what every chart says, in the order of the charts; `other` intervals are named."""
    readings = [_measure_reading(measure) for measure in found.measures]
    if other:
        readings = [replace(one, method=f"{one.method} {OTHER}".strip()) for one in readings]
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
    parts = [TOGETHER if len(chart_keys(found)) > 1 else ALONE]
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
        lines += [
            f"  {words}" for words in (one.aside, one.long, one.answered, one.method) if words
        ]
    return "\n".join([*lines, said.note])


def _measure_reading(measure: Measure) -> ShownReading:
    construct = measure.instrument.construct
    chip, tone, icon = _chip(measure)
    change = measure.change
    compared = change.change.comparison if change else None
    return ShownReading(
        title=_TITLES.get(construct, measure.instrument.title),
        colour=construct if construct in _OWN_COLOURS else "business",
        chip=chip,
        tone=tone,
        icon=icon,
        sentence=measure.sentence,
        why=measure.trend.reason,
        aside=" ".join(asides(measure)),
        change=ShownChange(compared.difference, compared.ci_low, compared.ci_high)
        if compared
        else None,
        long=change.words.long if change and change.words.long != change.words.short else "",
        answered=_who_answered(measure),
        method=method_note(change.change if change else None, measure.trend),
    )


def _chip(measure: Measure) -> tuple[str, str, str]:
    """Return the word on the chip with its tone and icon; a key in question comes first."""
    if measure.alarm:
        return "key in question", "warn", "warning"
    if measure.change:
        reading = measure.change.words.reading
        return (reading.value, *_READINGS[reading])
    if measure.waves[-1].figures.suppressed:
        return "not shown", "neutral", "dash"
    return "asked anew" if measure.earlier else "first wave", "neutral", "dash"


def _who_answered(measure: Measure) -> str:
    """Return how many of those invited answered the newest wave, and how far silence could move it.

    Nothing is said of a wave that is not shown, or where it is not known who was invited.
    """
    newest = measure.waves[-1]
    figures = newest.figures
    if figures.suppressed or figures.mean is None or not figures.scored or not figures.invited:
        return ""
    head = f"{newest.wave.label}: {figures.scored} of {figures.invited} people invited answered"
    if figures.scored >= figures.invited:
        return f"{head}."
    low, high = mean_bounds(figures.mean, figures.scored, figures.invited, newest.instrument.range)
    return (
        f"{head}. At the worst, with all others at one end of the scale, the mean lies between "
        f"{number(low)} and {number(high)}."
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
