"""What insights say of some days only: the measures, series and figures of a stretch of time."""

from dataclasses import dataclass, replace
from datetime import date

from workbench.insights.measures import seen_between
from workbench.insights.queries import FigureReading, Insights, Series, pauses_of
from workbench.insights.series_words import (
    MonthValue,
    attendance_words,
    contribution_words,
    figure_words,
)


@dataclass(frozen=True, slots=True)
class Span:
    """Days, both ends included."""

    start: date
    end: date

    def holds(self, day: date) -> bool:
        """Whether a day is one of them."""
        return self.start <= day <= self.end


def seen_in(found: Insights, span: Span) -> Insights:
    """Return the insights as they read when only these days are looked at.

    Waves, sessions and months outside are left out of every reading; what has nothing inside goes.
    The usual range of a series stays that of all its sessions, of which these days are a part.
    """
    measures = (
        seen_between(measure, span.start, span.end, found.next_wave(measure))
        for measure in found.measures
    )
    figures = (_figure_in(one, span) for one in found.figures)
    return replace(
        found,
        measures=tuple(one for one in measures if one is not None),
        attendance=_attendance_in(found, span),
        contributions=_contributions_in(found.contributions, span),
        figures=tuple(one for one in figures if one.figure.months),
        notes=tuple(note for note in found.notes if span.holds(note.noted_on)),
    )


def _attendance_in(found: Insights, span: Span) -> Series:
    series = found.attendance
    words = attendance_words(series.chart, pauses_of(found.events), span.start, span.end)
    return replace(_points_in(series, span), words=words)


def _contributions_in(series: Series, span: Span) -> Series:
    words = contribution_words(series.chart, span.start, span.end)
    return replace(_points_in(series, span), words=words)


def _points_in(series: Series, span: Span) -> Series:
    kept = [place for place, one in enumerate(series.chart.points) if span.holds(one.on)]
    points = tuple(series.chart.points[place] for place in kept)
    return replace(
        series,
        chart=replace(series.chart, points=points),
        counts=tuple(series.counts[place] for place in kept) if series.counts else (),
        titles=tuple(series.titles[place] for place in kept),
    )


def _figure_in(one: FigureReading, span: Span) -> FigureReading:
    first = span.start.replace(day=1)
    row = replace(
        one.figure,
        months=tuple(month for month in one.figure.months if first <= month.month <= span.end),
        missing=tuple(month for month in one.figure.missing if first <= month <= span.end),
    )
    months = [MonthValue(month.month, month.value) for month in row.months]
    return FigureReading(row, figure_words(months, row.unit, row.source, row.target))
