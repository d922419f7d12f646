"""The Insights page: charts on one axis of time, and beside them what they say."""

from collections.abc import Callable

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from workbench.communities.queries import EventRow
from workbench.communities.rules import EventDraft
from workbench.foundation.dates import period
from workbench.ui.desk import Desk, Failed
from workbench.ui.insights.event_form import EventForm
from workbench.ui.insights.insights_presenter import InsightsPresenter, ShownPage
from workbench.ui.insights.reading_panel import ReadingPanel
from workbench.ui.insights.shown_insights import (
    ALL,
    HALF_YEAR,
    THIS_YEAR,
    TWIN_TITLES,
    twin_rows,
)
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.chart import Canvas, ChartTwin, ChartView
from workbench.ui.kit.empty import EmptyState
from workbench.ui.kit.filters import FilterBar, FilterMenu, Segments
from workbench.ui.kit.menus import Item
from workbench.ui.kit.page import Page, scrolled
from workbench.ui.kit.text import Text
from workbench.ui.theme import look

_SIDE = 28


class InsightsPage(Page):
    """Safety, loneliness, attendance, contributions and a business figure, one above the other."""

    name = "insights"
    title = "Insights"
    interests = frozenset(
        {"surveys", "sessions", "contributions", "impact", "communities", "rosters"}
    )
    without_names = True

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._figures: list[tuple[str, str]] = []
        self.presenter = InsightsPresenter(desk, self)
        self._save = Button("Save picture", self.save_picture, icon="download", keys="Ctrl E")
        self._words = Button("What they say", self.show_panel, icon="speech")
        self.header.set_actions(self._save)
        self._make_filters()
        self._make_body()
        self.reading = ReadingPanel(
            copy=self.copy_words, add_event=self.new_item, edit_event=self.edit_event
        )
        self.use_panel(self.reading)
        self._was_narrow: bool | None = None

    def reload(self) -> None:
        """Read the figures again."""
        self.presenter.load()

    def settled(self) -> bool:
        """Whether the charts are drawn."""
        return self.presenter.found is not None and (
            self.presenter.shown is None or self.chart.settled
        )

    def new_item(self) -> None:
        """Open the form for a new event."""
        today = self.desk.clock.today()
        EventForm(self, today, self.presenter.add_event, self.desk.tell).open()

    def edit_event(self, event: EventRow) -> None:
        """Open the form of an event."""

        def save(draft: EventDraft, then: Callable[[], None], failed: Failed) -> None:
            self.presenter.change_event(event.id, draft, then, failed)

        EventForm(
            self,
            self.desk.clock.today(),
            save,
            self.desk.tell,
            event,
            lambda: self.presenter.delete_event(event),
        ).open()

    def as_table(self) -> None:
        """Show the charts as a table, or as charts again."""
        if self.presenter.shown is not None:
            wanted = not self.chart.as_table
            self.chart.show_as_table(wanted=wanted)
            self.table_button.relabel("Show charts" if wanted else "Show as table")

    def export(self) -> None:
        """Write the charts as a picture."""
        self.save_picture()

    def save_picture(self) -> None:
        """Let the user say where the picture goes."""
        self.desk.choose_new_file(
            "Save picture",
            f"{self.desk.community_name} insights.png",
            self.presenter.save_picture,
        )

    def copy_words(self) -> None:
        """Put what the charts say on the clipboard."""
        QGuiApplication.clipboard().setText(self.presenter.words())
        self.desk.say("Copied what the charts say.")

    def commands(self) -> list[Item]:
        """What the palette offers here."""
        return [
            Item("Add event to the charts", self.new_item, icon="plus", keys="Ctrl N"),
            Item("Show charts as a table", self.as_table, icon="table", keys="Ctrl T"),
            Item("Save the charts as a picture", self.save_picture, icon="download"),
            Item("Copy what the charts say", self.copy_words, icon="copy"),
        ]

    # what the presenter asks of the view

    def show_page(self, shown: ShownPage) -> None:
        """Draw the charts and write what they say."""
        from workbench.reports.charts import page_reading, preferred_height

        self.header.show_title("Insights", period(shown.span.start, shown.span.end))
        self._show_controls(there=True)
        self.stack.setCurrentIndex(0)
        self.chart.setMinimumHeight(preferred_height(shown.chart, look().scale))
        twin = ChartTwin(TWIN_TITLES, twin_rows(shown.chart.panels))
        self.chart.show_chart(_drawing(shown), page_reading(shown.chart), twin)
        self.reading.show_readings(
            shown.readings, shown.compared, shown.note, shown.events, self.desk.clock.today()
        )

    def show_nothing(self, *, anything: bool) -> None:
        """Say that nothing is there: at all, or in the period chosen."""
        self.header.show_title("Insights", "nothing in these months" if anything else "")
        self._show_controls(there=anything)
        self.stack.setCurrentIndex(2 if anything else 1)
        found = self.presenter.found
        events = found.events if found else ()
        self.reading.show_readings((), "", "", events, self.desk.clock.today())

    def show_choices(self, figures: list[tuple[str, str]], choice: str, figure: str) -> None:
        """Offer the business figures; show which period and figure hold."""
        self._figures = figures
        self.by_figure.setVisible(len(figures) > 1)
        self.by_figure.key = figure
        self.by_figure.relabel(dict(figures).get(figure, "Business figure"))
        self.segments.offer([(key, key) for key in (HALF_YEAR, THIS_YEAR, ALL)], choice)

    def fit(self, width: int, *, narrow: bool) -> None:
        """Show the words beside the charts; narrow windows open them over the charts."""
        self._words.setVisible(narrow)
        if narrow != self._was_narrow:
            self._was_narrow = narrow
            if narrow:
                self.hide_panel()
            else:
                self.show_panel()
            self.reading.close_button.setVisible(narrow)

    def _show_controls(self, *, there: bool) -> None:
        self.filters.setVisible(there)
        self._save.setEnabled(self.presenter.shown is not None)

    def _make_filters(self) -> None:
        self.segments = Segments([(key, key) for key in (HALF_YEAR, THIS_YEAR, ALL)], "Period")
        self.segments.choose(THIS_YEAR)
        self.segments.chosen.connect(self.presenter.choose_range)
        self.by_figure = FilterMenu("Business figure", lambda: self._figures, "The first one")
        self.by_figure.chosen.connect(self._choose_figure)
        self.table_button = Button("Show as table", self.as_table, icon="table", keys="Ctrl T")
        self.filters = FilterBar(
            self.segments, self.by_figure, right=[self._words, self.table_button]
        )
        self.body.addWidget(self.filters)

    def _choose_figure(self, key: str) -> None:
        self.presenter.choose_figure(int(key) if key else 0)

    def _make_body(self) -> None:
        holder = QWidget()
        self.stack = QStackedLayout(holder)
        self.chart = ChartView(self.desk, height=480)
        charts = QWidget()
        column = QVBoxLayout(charts)
        column.setContentsMargins(_SIDE, 12, _SIDE, 8)
        column.addWidget(self.chart, 1)
        self.stack.addWidget(scrolled(charts))
        self.stack.addWidget(self._empty())
        self.stack.addWidget(self._no_months())
        self.body.addWidget(holder, 1)

    def _empty(self) -> EmptyState:
        return EmptyState(
            "chart",
            "Trends will appear here",
            "One session gives a point, a trend needs two waves, and a usual range needs eight "
            "sessions. Nothing is claimed before.",
            [
                Button(
                    "Plan a survey",
                    lambda: self.desk.go("surveys"),
                    kind="primary",
                    icon="clipboard",
                ),
                Button("See sessions", lambda: self.desk.go("sessions"), icon="calendar"),
            ],
        )

    def _no_months(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(_SIDE, 24, _SIDE, 24)
        column.addWidget(Text("Nothing was held or asked in these months.", "lead", wrap=True))
        column.addStretch(1)
        return holder


def _drawing(shown: ShownPage) -> Callable[[Canvas], bytes]:
    def draw(canvas: Canvas) -> bytes:
        from workbench.reports import charts

        return charts.page_png(
            shown.chart,
            charts.Canvas(
                canvas.width,
                canvas.height,
                scale=canvas.ratio,
                theme="dark" if canvas.dark else "light",
                text_scale=canvas.scale,
            ),
        )

    return draw
