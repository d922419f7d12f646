"""The Insights page without Qt: the days shown, the figures chosen, the saved picture."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from workbench.insights.queries import Insights, insights
from workbench.insights.spans import Span, seen_in
from workbench.ui.desk import Desk
from workbench.ui.insights.shown_insights import (
    Said,
    ShownReading,
    as_text,
    care_note,
    compared_words,
    readings_of,
    with_figures,
)
from workbench.ui.insights.shown_notes import (
    ChartKey,
    chart_keys,
    numbered,
    with_notes,
)
from workbench.ui.insights.shown_range import ALL, OWN, THIS_YEAR, span_of

if TYPE_CHECKING:
    from workbench.reports.charts import ChartPage


@dataclass(frozen=True, slots=True)
class ShownPage:
    """Everything the page shows for one period; `keys` says what each chart is.

    `chart` carries the numbers of the notes; `bare` is the same page without them. An index has no
    keys: all measures share one chart. `index_month` is the month they would all be 100 in, and
    `has_other` says whether there are bootstrap intervals to show instead.
    """

    chart: "ChartPage"
    bare: "ChartPage"
    keys: tuple[ChartKey, ...]
    span: Span
    said: Said
    index_month: date | None
    has_other: bool


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was chosen: the range, own days, the business figures (None: the first).

    `index` lays all measures over each other; `other` shows bootstrap intervals.
    """

    choice: str = THIS_YEAR
    own: Span | None = None
    figures: frozenset[int] | None = None
    index: bool = False
    other: bool = False


class InsightsView(Protocol):
    """What the presenter asks of the page."""

    def show_page(self, shown: ShownPage) -> None:
        """Draw the charts and write what they say."""
        ...

    def show_nothing(self, *, anything: bool) -> None:
        """Say that nothing is there: at all, or in the period chosen."""
        ...

    def show_choices(self, figures: list[tuple[int, str]], wanted: Wanted) -> None:
        """Offer the business figures; show which period and figures hold."""
        ...


class InsightsPresenter:
    """Holds what was read and what was chosen, and leads the view."""

    def __init__(self, desk: Desk, view: InsightsView) -> None:
        self.desk = desk
        self.view = view
        self.wanted = Wanted()
        self.found: Insights | None = None
        self.shown: ShownPage | None = None
        self.names_hidden = False
        self._asked = self._made = 0

    @property
    def settled(self) -> bool:
        """Whether what is shown is what was last asked for."""
        return self.found is not None and self._made == self._asked

    def load(self) -> None:
        """Read everything the page shows."""
        community_id, today = self.desk.community, self.desk.clock.today()
        self.desk.read(
            lambda workspace: workspace.read(insights, community_id, today), self._arrived
        )

    def choose_range(self, choice: str) -> None:
        """Show another period."""
        self.wanted = replace(self.wanted, choice=choice)
        self.show()

    def choose_days(self, span: Span) -> None:
        """Show the days typed in."""
        self.wanted = replace(self.wanted, choice=OWN, own=span)
        self.show()

    def choose_figures(self, figures: Collection[int]) -> None:
        """Show these business figures below the others, perhaps none."""
        self.wanted = replace(self.wanted, figures=frozenset(figures))
        self.show()

    def turn_index(self) -> None:
        """Lay all measures over each other as an index, or show each by itself again."""
        self.wanted = replace(self.wanted, index=not self.wanted.index)
        self.show()

    def turn_interval(self) -> None:
        """Show the other interval round the means, or the usual one again."""
        self.wanted = replace(self.wanted, other=not self.wanted.other)
        self.show()

    def hide_names(self, *, hidden: bool) -> None:
        """Leave out what the facilitator wrote, which may name people, or show it again."""
        self.names_hidden = hidden
        self.show()

    def words(self) -> str:
        """Return what the charts say as lines to paste elsewhere."""
        shown = self.shown
        return as_text(shown.said) if shown else ""

    def save_picture(self, path: Path, *, notes: bool = False) -> None:
        """Write the charts as a picture; own notes stand on it only where they are asked for."""
        shown = self.shown
        if shown is None:
            return
        page, note = shown.chart if notes else shown.bare, method_notes(shown.said.readings)

        def write() -> None:
            from workbench.reports.charts import save_chart

            save_chart(path, page, note, notes=notes)

        self.desk.run(write, lambda _: self.desk.say(f"Saved as {path.name}."))

    def show(self) -> None:
        """Work out the page for what was chosen, beside the window, and show it."""
        found, wanted = self.found, self.wanted
        if found is None:
            return
        self._asked += 1
        number, today = self._asked, self.desk.clock.today()
        figures = [(one.figure.id, one.figure.name) for one in found.figures]
        self.view.show_choices(figures, wanted)
        chosen = with_figures(found, wanted.figures)
        if self.names_hidden:
            chosen = replace(chosen, notes=(), questions=())

        def make() -> ShownPage | None:
            span = span_of(found, wanted.choice, today, wanted.own)
            return made_page(chosen, span, wanted) if span else None

        self.desk.run(make, lambda shown: self._show(number, shown), self._failed)

    def _arrived(self, found: Insights) -> None:
        self.found = found
        today, wanted = self.desk.clock.today(), self.wanted
        if span_of(found, wanted.choice, today, wanted.own) is None and found.days:
            self.wanted = replace(wanted, choice=ALL)
        self.show()

    def _show(self, number: int, shown: ShownPage | None) -> None:
        self._made = max(self._made, number)
        if number != self._asked:
            return
        self.shown = shown
        if shown is not None:
            self.view.show_page(shown)
        elif self.found is not None:
            self.view.show_nothing(anything=bool(self.found.days))

    def _failed(self, problem: Exception) -> None:
        self._made = self._asked
        self.desk.tell(problem)


def method_notes(readings: Collection[ShownReading]) -> str:
    """Return how every change was worked out, as lines."""
    return "\n".join(f"{one.title}: {one.method}" for one in readings if one.method)


def made_page(found: Insights, span: Span, wanted: Wanted) -> ShownPage | None:
    """Return what the page shows of these days, or None where nothing lies in them."""
    from workbench.reports.charts import bootstrap_page, has_bootstrap, index_month, indexed
    from workbench.reports.panels import insights_page

    seen = seen_in(found, span)
    bare = insights_page(seen, span.start, span.end)
    if not bare.panels:
        return None
    keys = chart_keys(seen)
    notes = numbered(seen.notes, keys, bare.panels)
    month, has_other = index_month(bare), has_bootstrap(bare)
    other = wanted.other and has_other
    bare = bootstrap_page(bare) if other else bare
    chart = with_notes(bare, keys, notes)
    if wanted.index and month is not None:
        chart = bare = indexed(bare, month)
        keys = ()
    said = Said(
        found.events,
        found.questions,
        readings_of(seen, other=other),
        compared_words(seen),
        care_note(seen, span),
        notes,
        has_charts=True,
    )
    return ShownPage(chart, bare, keys, span, said, month, has_other)
