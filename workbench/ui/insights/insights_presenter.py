"""The Insights page without Qt: the period shown, the figure chosen, events, the saved picture."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from workbench.communities.plan_actions import add_event, change_event, delete_event
from workbench.communities.queries import EventRow
from workbench.communities.rules import EventDraft
from workbench.insights.queries import Insights, insights
from workbench.ui.desk import Desk, Failed
from workbench.ui.insights.shown_insights import (
    ALL,
    THIS_YEAR,
    ShownReading,
    Span,
    as_text,
    care_note,
    compared_words,
    readings_of,
    span_of,
    with_figure,
)

if TYPE_CHECKING:
    from workbench.reports.charts import ChartPage

_PICTURE_SIZE = (1100.0, 900.0)


@dataclass(frozen=True, slots=True)
class ShownPage:
    """Everything the page shows for one period."""

    chart: "ChartPage"
    span: Span
    readings: tuple[ShownReading, ...]
    compared: str
    note: str
    events: tuple[EventRow, ...]


class InsightsView(Protocol):
    """What the presenter asks of the page."""

    def show_page(self, shown: ShownPage) -> None:
        """Draw the charts and write what they say."""
        ...

    def show_nothing(self, *, anything: bool) -> None:
        """Say that nothing is there: at all, or in the period chosen."""
        ...

    def show_choices(self, figures: list[tuple[str, str]], choice: str, figure: str) -> None:
        """Offer the business figures; show which period and figure hold."""
        ...


class InsightsPresenter:
    """Holds what was read, the period and the figure, and leads the view."""

    def __init__(self, desk: Desk, view: InsightsView) -> None:
        self.desk = desk
        self.view = view
        self.choice = THIS_YEAR
        self.figure_id: int | None = None
        self.found: Insights | None = None
        self.shown: ShownPage | None = None

    def load(self) -> None:
        """Read everything the page shows."""
        community_id, today = self.desk.community, self.desk.clock.today()
        self.desk.read(
            lambda workspace: workspace.read(insights, community_id, today), self._arrived
        )

    def choose_range(self, choice: str) -> None:
        """Show another period."""
        self.choice = choice
        self._show()

    def choose_figure(self, figure_id: int) -> None:
        """Show another business figure below the others."""
        self.figure_id = figure_id
        self._show()

    def add_event(self, draft: EventDraft, then: Callable[[], None], failed: Failed) -> None:
        """Add an event to the charts."""
        community_id = self.desk.community
        self.desk.do(
            lambda workspace: workspace.perform(add_event, community_id, draft),
            then=lambda _: then(),
            said=f"Added {draft.title}.",
            failed=failed,
        )

    def change_event(
        self, event_id: int, draft: EventDraft, then: Callable[[], None], failed: Failed
    ) -> None:
        """Change an event."""
        self.desk.do(
            lambda workspace: workspace.perform(change_event, event_id, draft),
            then=lambda _: then(),
            said=f"Changed {draft.title}.",
            failed=failed,
        )

    def delete_event(self, event: EventRow) -> None:
        """Take an event off the charts; the toast takes it back."""
        self.desk.do(
            lambda workspace: workspace.perform(delete_event, event.id),
            said=f"Deleted {event.title}.",
        )

    def words(self) -> str:
        """Return what the charts say as lines to paste elsewhere."""
        shown = self.shown
        return as_text(shown.readings, shown.compared, shown.note) if shown else ""

    def save_picture(self, path: Path) -> None:
        """Write the charts as a picture: SVG if the name says so, else PNG; always on white."""
        shown = self.shown
        if shown is None:
            return

        def write() -> None:
            from workbench.foundation.atomic_file import write_bytes
            from workbench.reports.charts import ON_SCREEN, Canvas, page_png, page_svg

            canvas = Canvas(*_PICTURE_SIZE, scale=2.0)
            if path.suffix.casefold() == ".svg":
                write_bytes(path, page_svg(shown.chart, canvas, ON_SCREEN).encode())
            else:
                write_bytes(path, page_png(shown.chart, canvas))

        self.desk.run(write, lambda _: self.desk.say(f"Saved as {path.name}."))

    def _arrived(self, found: Insights) -> None:
        self.found = found
        today = self.desk.clock.today()
        if span_of(found, self.choice, today) is None and found.days:
            self.choice = ALL
        self._show()

    def _show(self) -> None:
        found = self.found
        if found is None:
            return
        chosen = with_figure(found, self.figure_id)
        figures = [(str(one.figure.id), one.figure.name) for one in found.figures]
        held = str(chosen.figures[0].figure.id) if chosen.figures else ""
        self.view.show_choices(figures, self.choice, held)
        span = span_of(chosen, self.choice, self.desk.clock.today())
        self.shown = _shown_page(chosen, span) if span else None
        if self.shown is None:
            self.view.show_nothing(anything=bool(found.days))
        else:
            self.view.show_page(self.shown)


def _shown_page(found: Insights, span: Span) -> ShownPage | None:
    from workbench.reports.panels import insights_page

    chart = insights_page(found, span.start, span.end)
    if not chart.panels:
        return None
    return ShownPage(
        chart,
        span,
        readings_of(found),
        compared_words(found),
        care_note(found, span),
        found.events,
    )
