"""The facilitator's notes on the charts of the Insights page: which chart, which number."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from workbench.communities.chart_note_queries import NoteRow
from workbench.communities.queries import EventRow
from workbench.foundation.dates import short_day
from workbench.foundation.words import ChartSeries
from workbench.insights.queries import Insights

if TYPE_CHECKING:
    from workbench.reports.charts import ChartPage, Panel


@dataclass(frozen=True, slots=True)
class ChartKey:
    """What a chart shows: its series, and which business figure where it is one."""

    series: ChartSeries
    figure_id: int | None = None

    @property
    def text(self) -> str:
        """The key as words for a choice."""
        return f"{self.series}:{self.figure_id or ''}"


@dataclass(frozen=True, slots=True)
class ShownNote:
    """A note with the number that stands on the chart."""

    number: int
    row: NoteRow
    chart: str


def chart_keys(seen: Insights) -> tuple[ChartKey, ...]:
    """Return what each chart shows, in the order of the charts."""
    keys = [ChartKey(_series(one.instrument.construct)) for one in seen.measures]
    if seen.attendance.chart.points:
        keys.append(ChartKey(ChartSeries.ATTENDANCE))
    if seen.contributions.chart.points:
        keys.append(ChartKey(ChartSeries.CONTRIBUTIONS))
    figures = (one.figure.id for one in seen.figures if one.figure.months)
    return (*keys, *(ChartKey(ChartSeries.FIGURE, number) for number in figures))


def numbered(
    notes: Sequence[NoteRow], keys: Sequence[ChartKey], panels: Sequence["Panel"]
) -> tuple[ShownNote, ...]:
    """Return the notes on these charts, numbered by their days from 1."""
    titles = {key: panel.title for key, panel in zip(keys, panels, strict=True)}
    there = [note for note in notes if _key(note) in titles]
    return tuple(
        ShownNote(place, note, titles[_key(note)]) for place, note in enumerate(there, start=1)
    )


def with_notes(
    page: "ChartPage", keys: Sequence[ChartKey], notes: Sequence[ShownNote]
) -> "ChartPage":
    """Return the page with the numbers of the notes on their charts."""
    from workbench.reports.charts import NoteMark

    marks: dict[ChartKey, list[NoteMark]] = {}
    for note in notes:
        mark = NoteMark(note.row.noted_on, note.number, note.row.text)
        marks.setdefault(_key(note.row), []).append(mark)
    panels = (
        replace(panel, notes=tuple(marks.get(key, ())))
        for key, panel in zip(keys, page.panels, strict=True)
    )
    return replace(page, panels=tuple(panels))


def note_line(note: ShownNote, today: date) -> tuple[str, str]:
    """Return the day and the words of a note: "4 May" and "The train did not run."."""
    return _day(note.row.noted_on, today), note.row.text


def event_line(event: EventRow, today: date) -> tuple[str, str]:
    """Return the day and the words of an event: "1 Jul" and "Summer pause, to 14 Aug"."""
    until = f", to {short_day(event.ends_on)}" if event.ends_on else ""
    return _day(event.starts_on, today), f"{event.title}{until}"


def _day(day: date, today: date) -> str:
    return short_day(day) + ("" if day.year == today.year else f" {day.year}")


def _series(construct: str) -> ChartSeries:
    known = [one.value for one in ChartSeries]
    return ChartSeries(construct) if construct in known else ChartSeries.OTHER


def _key(note: NoteRow) -> ChartKey:
    return ChartKey(note.series, note.figure_id)
