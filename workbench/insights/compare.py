"""Two stretches of time side by side: one line for each measure, series and figure, never more.

Waves are compared as everywhere, by the table of survey science 3.17; of each stretch its last
shown wave stands for it. Nothing is compared with everything, which would find something by chance.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from statistics import fmean

from workbench.communities.queries import EventRow
from workbench.foundation.dates import period
from workbench.foundation.text import counted, number
from workbench.insights.measures import ChangeReading, Measure, closed, reading_of
from workbench.insights.queries import FigureReading, Insights, Series
from workbench.insights.series_words import TOGETHER, MonthValue, figure_words
from workbench.insights.shares import Share, share_change
from workbench.insights.spans import Span
from workbench.insights.wording import Reading
from workbench.surveys.queries import WaveResult

_TITLES = {"safety": "Psychological safety", "loneliness": "Loneliness"}
_SAME_PEOPLE = (
    "Newcombe's interval for two shares, of all who were expected at all sessions; the same people "
    "are counted at each of them, so the interval is rather too narrow than too wide."
)
_ENOUGH_SESSIONS = 3
_MIDDLE = 15  # of a month, which belongs to the stretch that holds it
_FEW_SESSIONS = "With fewer than three sessions on a side, one odd day could make the difference."
_FACT = "A figure as typed, no sample: no interval, and no verdict."


@dataclass(frozen=True, slots=True)
class ComparedLine:
    """What one measure, series or figure says of the two; `sure` as on the chips of the page.

    `change` holds the difference and the ends of its 95% interval where waves were compared.
    """

    title: str
    colour: str
    chip: str
    sure: bool
    sentence: str
    long: str = ""
    method: str = ""
    change: tuple[float, float, float] | None = None


@dataclass(frozen=True, slots=True)
class Compared:
    """Two stretches of time in the order of time, each by its words, and what is said of them."""

    one: str
    other: str
    lines: tuple[ComparedLine, ...]

    def as_text(self) -> str:
        """Return everything as lines to paste elsewhere, the method with each."""
        lines = [f"{self.other} compared with {self.one}"]
        for line in self.lines:
            lines.append(f"{line.title} ({line.chip}): {line.sentence}")
            lines += [f"  {words}" for words in (line.long, line.method) if words]
        return "\n".join([*lines, TOGETHER])


@dataclass(frozen=True, slots=True)
class AskedThen:
    """A time of asking: its name, and the days its questionnaires closed on."""

    name: str
    span: Span


def compare(found: Insights, one: Span, other: Span, names: tuple[str, str] = ("", "")) -> Compared:
    """Compare two stretches that do not overlap, the earlier first, whatever the order given.

    `names` are their words, else their days are.
    """
    stretches = sorted([(one, names[0]), (other, names[1])], key=lambda pair: pair[0].start)
    (earlier, first), (later, second) = stretches
    lines = [_measure(measure, earlier, later) for measure in found.measures]
    lines += _attendance(found.attendance, earlier, later)
    lines += _contributions(found.contributions, earlier, later)
    lines += [line for row in found.figures for line in _figure(row, earlier, later)]
    words = (first or period(earlier.start, earlier.end), second or period(later.start, later.end))
    return Compared(*words, tuple(line for line in lines if line is not None))


def compare_waves(found: Insights, one: AskedThen, other: AskedThen) -> Compared:
    """Compare two times of asking: the measures alone, since a wave is a moment."""
    first, second = sorted([one, other], key=lambda asked: asked.span.start)
    lines = [_measure(measure, first.span, second.span) for measure in found.measures]
    return Compared(first.name, second.name, tuple(line for line in lines if line is not None))


def times_of_asking(found: Insights) -> list[AskedThen]:
    """Return when was asked, newest first; waves of one label and year belong together."""
    days: dict[tuple[str, int], list[date]] = {}
    for measure in found.measures:
        for wave in measure.results:
            days.setdefault((wave.wave.label, closed(wave).year), []).append(closed(wave))
    labels = [label for label, _ in days]
    times = [
        AskedThen(
            label if labels.count(label) == 1 else f"{label} ({year})", Span(min(on), max(on))
        )
        for (label, year), on in days.items()
    ]
    return sorted(times, key=lambda asked: asked.span.end, reverse=True)


def around(event: EventRow, days: int, today: date) -> tuple[Span, Span] | None:
    """Return equally many days before and after an event or a pause, as many as have passed.

    The day of the event is the first of those after it; None where none has passed.
    """
    after = event.ends_on + timedelta(days=1) if event.ends_on else event.starts_on
    length = min(days, (today - after).days + 1)
    if length < 1:
        return None
    before = Span(event.starts_on - timedelta(days=length), event.starts_on - timedelta(days=1))
    return before, Span(after, after + timedelta(days=length - 1))


def _measure(measure: Measure, earlier: Span, later: Span) -> ComparedLine | None:
    first, second = _wave_in(measure, earlier), _wave_in(measure, later)
    construct = measure.instrument.construct
    title = _TITLES.get(construct, measure.instrument.title)
    colour = construct if construct in _TITLES else "business"
    if first is None and second is None:
        return None
    if first is None or second is None:
        when = "later" if first is None else "earlier"
        return ComparedLine(
            title, colour, "not compared", False, f"Asked only in the {when} of the two."
        )
    return _changed(title, colour, reading_of(first, second))


def _changed(title: str, colour: str, reading: ChangeReading) -> ComparedLine:
    words, found = reading.words, reading.change.comparison
    return ComparedLine(
        title,
        colour,
        words.reading.value,
        words.reading is Reading.LIKELY_REAL,
        words.short,
        words.long if words.long != words.short else "",
        words.note,
        (found.difference, found.ci_low, found.ci_high) if found else None,
    )


def _wave_in(measure: Measure, span: Span) -> WaveResult | None:
    """Return the last shown wave of a stretch, or its last hidden one, which says why it is."""
    inside = [one for one in measure.results if span.holds(closed(one))]
    shown = [one for one in inside if not one.figures.suppressed]
    return shown[-1] if shown else inside[-1] if inside else None


def _attendance(series: Series, earlier: Span, later: Span) -> list[ComparedLine]:
    if not series.counts:
        return []
    held = [[one for one in series.counts if span.holds(one.on)] for span in (earlier, later)]
    shares = [Share(sum(one.part for one in part), sum(one.whole for one in part)) for part in held]
    change = share_change(*shares)
    if change is None:
        return [_without("Attendance", "attendance", shares[0].whole, shares[1].whole)]
    facts = ", then ".join(f"{number(100 * (one.value or 0), 0)}% ({_of(one)})" for one in shares)
    few = min(map(len, held)) < _ENOUGH_SESSIONS
    sure = change.excludes_zero and not few
    said = f"{facts}. {_FEW_SESSIONS if few else change.sentence()}"
    return [
        ComparedLine(
            "Attendance",
            "attendance",
            "likely real" if sure else "too early",
            sure,
            said,
            method="" if few else _SAME_PEOPLE,
        )
    ]


def _of(share: Share) -> str:
    return f"{share.part:,} of {share.whole:,}"


def _contributions(series: Series, earlier: Span, later: Span) -> list[ComparedLine]:
    points = series.chart.points
    given = [[one.value for one in points if span.holds(one.on)] for span in (earlier, later)]
    if not points:
        return []
    if not all(given):
        return [_without("Contributions", "contributions", len(given[0]), len(given[1]))]
    facts = ", then ".join(
        f"{number(fmean(one))} a session over {counted(len(one), 'session', 'sessions')}"
        for one in given
    )
    method = "Counts as logged: a fact about the log, no verdict."
    return [
        ComparedLine("Contributions", "contributions", "a fact", False, f"{facts}.", "", method)
    ]


def _figure(one: FigureReading, earlier: Span, later: Span) -> list[ComparedLine]:
    row = one.figure
    last = [_last_month(one, span) for span in (earlier, later)]
    if last[0] is None and last[1] is None:
        return []
    if last[0] is None or last[1] is None:
        return [_without(row.name, "business", int(last[0] is not None), int(last[1] is not None))]
    words = figure_words([last[0], last[1]], row.unit, row.source, row.target)
    return [ComparedLine(row.name, "business", words.chip, False, words.sentence, "", _FACT)]


def _last_month(one: FigureReading, span: Span) -> MonthValue | None:
    inside = [
        MonthValue(month.month, month.value)
        for month in one.figure.months
        if span.holds(month.month.replace(day=_MIDDLE))
    ]
    return inside[-1] if inside else None


def _without(title: str, colour: str, first: int, second: int) -> ComparedLine:
    if not first and not second:
        where = "either of the two"
    else:
        where = f"the {'later' if first else 'earlier'} of the two"
    return ComparedLine(title, colour, "not compared", False, f"Nothing stands in {where}.")
