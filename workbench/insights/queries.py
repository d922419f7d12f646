"""Reading insights: the results of one questionnaire, and everything the trend page shows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session as Connection

from workbench.communities.chart_note_queries import NoteRow, chart_notes
from workbench.communities.queries import EventRow, community_named, events
from workbench.communities.question_queries import QuestionRow, questions
from workbench.communities.usual_range_queries import usual_ranges
from workbench.contributions.queries import session_counts
from workbench.foundation.words import ChartSeries
from workbench.impact.queries import FigureRow, figures
from workbench.insights.control import ControlChart, Count, p_chart, xmr_chart
from workbench.insights.measure_queries import measures, stretch
from workbench.insights.measures import (
    Measure,
    all_pairs,
    reading_of,
    trend_over,
    when_asked_next,
)
from workbench.insights.results import Results
from workbench.insights.series_words import (
    MonthValue,
    Pause,
    SeriesWords,
    attendance_words,
    contribution_words,
    figure_words,
)
from workbench.sessions.attendance_queries import attendance_series
from workbench.surveys.queries import instrument_named, wave_results, waves


@dataclass(frozen=True, slots=True)
class Series:
    """A session series with its usual range; `counts` are the fractions behind it, if shares."""

    chart: ControlChart
    counts: tuple[Count, ...]
    titles: tuple[str, ...]
    words: SeriesWords


@dataclass(frozen=True, slots=True)
class FigureReading:
    """A business figure and what it says."""

    figure: FigureRow
    words: SeriesWords


@dataclass(frozen=True, slots=True)
class Insights:
    """Everything on the trend page: measures by construct, the two series, figures, events.

    `notes` and `questions` are the facilitator's own words and may name people. `asked_next` holds
    the month a questionnaire is asked next, by its key.
    """

    measures: tuple[Measure, ...]
    attendance: Series
    contributions: Series
    figures: tuple[FigureReading, ...]
    events: tuple[EventRow, ...]
    notes: tuple[NoteRow, ...] = ()
    questions: tuple[QuestionRow, ...] = ()
    asked_next: tuple[tuple[str, str], ...] = ()

    def next_wave(self, measure: Measure) -> str:
        """Return the month a measure is asked next, such as "December", or nothing."""
        return dict(self.asked_next).get(measure.instrument.id, "")

    @property
    def days(self) -> tuple[date, ...]:
        """Every day something stands on, in order."""
        found = [one.on for one in self.attendance.chart.points]
        found += [one.on for one in self.contributions.chart.points]
        for measure in self.measures:
            found += [one.wave.closed_on for one in measure.results if one.wave.closed_on]
        for reading in self.figures:
            found += [month.month for month in reading.figure.months]
        return tuple(sorted(found))


def results(connection: Connection, community: str, instrument_key: str) -> Results:
    """Return the results of a questionnaire in the community of a name; raises NotFound."""
    found = community_named(connection, community)
    instrument = instrument_named(connection, instrument_key)
    closed = wave_results(connection, found.id, instrument.id)
    newest = [one for one in closed if one.figures.version == closed[-1].figures.version]
    return Results(
        found.name,
        closed[-1].instrument if closed else instrument,
        tuple(closed),
        tuple(reading_of(*pair) for pair in all_pairs(closed)),
        trend_over(newest),
    )


def insights(connection: Connection, community_id: int, today: date) -> Insights:
    """Return what the trend page of a community shows."""
    happened = events(connection, community_id)
    measured = tuple(measures(connection, community_id, today))
    asked = waves(connection, community_id)
    return Insights(
        measures=measured,
        attendance=attendance(connection, community_id, pauses_of(happened)),
        contributions=contributions(connection, community_id),
        figures=tuple(figure_readings(connection, community_id, today)),
        events=tuple(happened),
        notes=tuple(chart_notes(connection, community_id)),
        questions=tuple(questions(connection, community_id)),
        asked_next=tuple(
            (one.instrument.id, when_asked_next(asked, one.instrument.id, today))
            for one in measured
        ),
    )


def pauses_of(happened: Sequence[EventRow]) -> list[Pause]:
    """Return the events that are stretches without sessions."""
    return [
        Pause(one.title, one.starts_on, one.ends_on) for one in happened if one.ends_on is not None
    ]


def attendance(connection: Connection, community_id: int, pauses: Sequence[Pause] = ()) -> Series:
    """Return who came of those expected, session by session; cancelled sessions drop out."""
    points = [
        (point, point.rate)
        for point in attendance_series(connection, community_id)
        if point.rate and point.rate.out_of
    ]
    counts = tuple(Count(point.on, rate.here, rate.out_of) for point, rate in points)
    fixed = usual_ranges(connection, community_id).get(ChartSeries.ATTENDANCE)
    chart = p_chart(counts, stretch(fixed))
    titles = tuple(point.title for point, _ in points)
    return Series(chart, counts, titles, attendance_words(chart, pauses))


def contributions(connection: Connection, community_id: int) -> Series:
    """Return how much was given in each held session."""
    counts = session_counts(connection, community_id)
    fixed = usual_ranges(connection, community_id).get(ChartSeries.CONTRIBUTIONS)
    given = [(one.on, float(one.given)) for one in counts]
    chart = xmr_chart(given, usual=stretch(fixed))
    return Series(chart, (), tuple(one.title for one in counts), contribution_words(chart))


def figure_readings(connection: Connection, community_id: int, today: date) -> list[FigureReading]:
    """Return the business figures with what each says, as facts."""
    return [
        FigureReading(
            row,
            figure_words(
                [MonthValue(month.month, month.value) for month in row.months],
                row.unit,
                row.source,
                row.target,
            ),
        )
        for row in figures(connection, community_id, today)
    ]
