"""The Insights page: charts on one axis of time, and beside them what they say."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from workbench.foundation.dates import month_name, period
from workbench.foundation.text import counted
from workbench.foundation.words import ChartSeries
from workbench.insights.spans import Span
from workbench.ui.desk import Desk
from workbench.ui.insights.chart_twin import TWIN_TITLES, twin_rows
from workbench.ui.insights.compare_dialog import CompareDialog
from workbench.ui.insights.insights_presenter import InsightsPresenter, ShownPage, Wanted
from workbench.ui.insights.own_forms import OwnForms
from workbench.ui.insights.range_picker import RangeForm, RangePicker
from workbench.ui.insights.reading_panel import PanelDeeds, ReadingPanel
from workbench.ui.insights.shown_insights import Said
from workbench.ui.insights.shown_notes import ChartKey
from workbench.ui.insights.usual_range_form import UsualRangeForms
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.chart import Canvas, ChartTwin, ChartView
from workbench.ui.kit.chart_menu import OneChart, chart_items
from workbench.ui.kit.empty import EmptyState
from workbench.ui.kit.filters import FilterBar
from workbench.ui.kit.menus import Item, menu_of, pop_up
from workbench.ui.kit.page import Page, scrolled
from workbench.ui.kit.text import Text
from workbench.ui.theme import look

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbench.reports.charts import Drawing, Spot

_SIDE = 28


class InsightsPage(Page):
    """Safety, loneliness, attendance, contributions, business figures, one above the other."""

    name = "insights"
    title = "Insights"
    interests = frozenset(
        {"surveys", "sessions", "contributions", "impact", "communities", "rosters"}
    )
    without_names = True

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._figures: list[tuple[int, str]] = []
        self.presenter = InsightsPresenter(desk, self)
        self.forms = OwnForms(self, desk, self._charts)
        self.usual = UsualRangeForms(self, desk)
        self._save = Button("Save picture", self.save_picture, icon="download", keys="Ctrl E")
        self._words = Button("What they say", self.show_panel, icon="speech")
        self._participation = Button("Participation", self.open_participation, icon="people")
        self._compare = Button("Compare", self.compare, icon="split")
        self.header.set_actions(self._participation, self._compare, self._save)
        self._make_filters()
        self._make_body()
        forms = self.forms
        deeds = PanelDeeds(
            self.copy_words, self.new_item, forms.edit_event, forms.add_note, forms.edit_note
        )
        self.reading = ReadingPanel(deeds, forms.questions)
        self.use_panel(self.reading)
        self._was_narrow: bool | None = None

    def reload(self) -> None:
        """Read the figures again."""
        self.presenter.load()

    def arrive(self, **argument: Any) -> None:  # noqa: ANN401 - each page has its own
        """Take `range`, the choice of days to show, and `compare`, to open the comparison."""
        if "range" in argument:
            self.presenter.choose_range(str(argument["range"]))
        if argument.get("compare"):
            self.compare()

    def settled(self) -> bool:
        """Whether the charts are drawn."""
        return self.presenter.settled and (self.presenter.shown is None or self.chart.settled)

    def new_item(self) -> None:
        """Open the form for a new event."""
        self.forms.add_event()

    def as_table(self) -> None:
        """Show the charts as a table, or as charts again."""
        if self.presenter.shown is not None:
            wanted = not self.chart.as_table
            self.chart.show_as_table(wanted=wanted)
            self.table_button.relabel("Show charts" if wanted else "Show as table")

    def export(self) -> None:
        """Write the charts as a picture."""
        self.save_picture()

    def save_picture(self, *, notes: bool = False) -> None:
        """Let the user say where the picture goes; own notes are on it only if asked for."""
        self.desk.choose_new_file(
            "Save picture",
            f"{self.desk.community_name} insights.png",
            lambda path: self.presenter.save_picture(path, notes=notes),
        )

    def compare(self) -> None:
        """Compare two waves, two quarters, or before and after an event."""
        found = self.presenter.found
        if found is not None and found.days:
            CompareDialog(self, self.desk, found).open()

    def open_participation(self) -> None:
        """Go to who belongs, stays and gives."""
        self.desk.go("participation")

    def copy_words(self) -> None:
        """Put what the charts say on the clipboard."""
        QGuiApplication.clipboard().setText(self.presenter.words())
        self.desk.say("Copied what the charts say.")

    def hide_names(self, *, hidden: bool) -> None:
        """Leave out own notes and questions, which may name people, or show them again."""
        self.presenter.hide_names(hidden=hidden)

    def commands(self) -> list[Item]:
        """What the palette offers here."""
        items = [
            Item("Add event to the charts", self.new_item, icon="plus", keys="Ctrl N"),
            Item("Show charts as a table", self.as_table, icon="table", keys="Ctrl T"),
            Item("Choose own dates for the charts", self.choose_dates, icon="calendar"),
            Item("Compare two waves, quarters, or before and after", self.compare, icon="split"),
            Item("Save the charts as a picture", self.save_picture, icon="download"),
            Item("Copy what the charts say", self.copy_words, icon="copy"),
            Item("Participation", self.open_participation, icon="people"),
        ]
        if self.names_hidden:
            return items
        return [
            *items,
            *self.view_items(),
            Item("Add note on a chart", self.forms.add_note, icon="note"),
            Item("Add open question", self.forms.add_question, icon="help"),
            Item("Save the charts with your notes", lambda: self.save_picture(notes=True),
                 icon="download"),
        ]  # fmt: skip

    def choose_dates(self) -> None:
        """Ask for own dates; going without keeps the range that held."""
        found, shown, today = self.presenter.found, self.presenter.shown, self.desk.clock.today()
        if found is None or not found.days:
            return
        span = shown.span if shown else Span(found.days[0], max(found.days[-1], today))
        form = RangeForm(self, span, today, found.days)
        form.taken.connect(self.presenter.choose_days)
        form.cancelled.connect(self._show_range)
        form.open()

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
        self._show_said(shown.said)

    def show_nothing(self, *, anything: bool) -> None:
        """Say that nothing is there: at all, or in the period chosen."""
        self.header.show_title("Insights", "nothing in these months" if anything else "")
        self._show_controls(there=anything)
        self.stack.setCurrentIndex(2 if anything else 1)
        found = self.presenter.found
        if found is not None:
            questions = () if self.names_hidden else found.questions
            self._show_said(Said(found.events, questions))

    def show_choices(self, figures: list[tuple[int, str]], wanted: Wanted) -> None:
        """Offer the business figures; show which period and figures hold."""
        self._figures = figures
        self.by_figure.setVisible(len(figures) > 1)
        shown = len([number for number, _ in figures if number in self._chosen()])
        self.by_figure.relabel(counted(shown, "business figure", "business figures"))
        self.by_figure.setAccessibleName(f"Business figures: {self.by_figure.label}")
        self.range.show_choice(wanted.choice, wanted.own)

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

    def _show_said(self, said: Said) -> None:
        self.reading.show_words(said, self.desk.clock.today(), hidden=self.names_hidden)

    def _show_controls(self, *, there: bool) -> None:
        self.filters.setVisible(there)
        self._compare.setEnabled(there)
        self._save.setEnabled(self.presenter.shown is not None)

    def _show_range(self) -> None:
        wanted = self.presenter.wanted
        self.range.show_choice(wanted.choice, wanted.own)

    def _make_filters(self) -> None:
        self.range = RangePicker()
        self.range.preset.connect(self.presenter.choose_range)
        self.range.own_wanted.connect(self.choose_dates)
        self.by_figure = Button("Business figure", self._open_figures, menu_arrow=True)
        self.table_button = Button("Show as table", self.as_table, icon="table", keys="Ctrl T")
        self.view = Button("View", lambda: pop_up(self.view_items(), self.view), menu_arrow=True)
        self.view.setAccessibleName("How the charts are drawn")
        self.filters = FilterBar(
            self.range, self.by_figure, self.view, right=[self._words, self.table_button]
        )
        self.body.addWidget(self.filters)

    def _chosen(self) -> set[int]:
        chosen = self.presenter.wanted.figures
        if chosen is None:
            return {number for number, _ in self._figures[:1]}
        return set(chosen)

    def _open_figures(self) -> None:
        pop_up(self.figure_items(), self.by_figure)

    def figure_items(self) -> list[Item]:
        """Return each business figure, ticked where it is drawn; choosing one turns it."""
        chosen = self._chosen()

        def item(number: int, name: str) -> Item:
            turned = chosen ^ {number}
            return Item(
                name, lambda: self.presenter.choose_figures(turned), checked=number in chosen
            )

        return [item(number, name) for number, name in self._figures]

    def view_items(self) -> list[Item]:
        """Return the other ways to draw the charts, each ticked where it holds."""
        shown, wanted = self.presenter.shown, self.presenter.wanted
        if shown is None:
            return []
        month = shown.index_month
        name = f"{month_name(month)} {month.year}" if month else "a month"
        return [
            Item(
                f"Index, {name} = 100",
                self.presenter.turn_index,
                checked=wanted.index,
                enabled=month is not None,
            ),
            Item(
                "Other interval (bootstrap)",
                self.presenter.turn_interval,
                checked=wanted.other,
                enabled=shown.has_other,
            ),
        ]

    def _make_body(self) -> None:
        holder = QWidget()
        self.stack = QStackedLayout(holder)
        self.chart = ChartView(self.desk, height=480, menus=True)
        self.chart.spot_chosen.connect(self._note_on)
        self.chart.menu_asked.connect(self._open_chart_menu)
        charts = QWidget()
        column = QVBoxLayout(charts)
        column.setContentsMargins(_SIDE, 12, _SIDE, 8)
        column.addWidget(self.chart, 1)
        self.stack.addWidget(scrolled(charts))
        self.stack.addWidget(_empty(self.desk))
        self.stack.addWidget(_no_months())
        self.body.addWidget(holder, 1)

    def _charts(self) -> list[tuple[ChartKey, str]]:
        shown = self.presenter.shown
        if shown is None:
            return []
        if not shown.keys:  # an index, where all share one chart
            return []
        titles = [panel.title for panel in shown.chart.panels]
        return list(zip(shown.keys, titles, strict=True))

    def _note_on(self, spot: "Spot") -> None:
        from workbench.reports.charts.specs import panel_days

        shown = self.presenter.shown
        if shown is not None and spot.panel < len(shown.keys) and not self.names_hidden:
            day = panel_days(shown.chart.panels[spot.panel])[spot.point]
            self.forms.add_note(shown.keys[spot.panel], day)

    def _open_chart_menu(self, panel: int, where: QPoint) -> None:
        menu = menu_of(self.chart_menu(panel), self.chart)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(where)

    def chart_menu(self, panel: int) -> list[Item]:
        """Return what can be done with one chart, or with all of them where -1 is none."""
        from workbench.reports.charts import panel_page

        shown = self.presenter.shown
        if shown is None or not 0 <= panel < len(shown.keys):
            return self.commands()
        name = f"{self.desk.community_name} {shown.bare.panels[panel].title}"
        page, note = panel_page(shown.bare, panel), shown.said.readings[panel].method
        items = chart_items(self.desk, self, OneChart(page, name, note))
        if not self.names_hidden:
            key = shown.keys[panel]
            items.insert(0, Item("Add note", lambda: self.forms.add_note(key), icon="note"))
            items[1:1] = self._usual_items(key)
        return items

    def _usual_items(self, key: ChartKey) -> list[Item]:
        found = self.presenter.found
        if found is None or key.series is ChartSeries.FIGURE:
            return []
        return [Item("Fix usual range", lambda: self.usual.open(found, key.series), icon="lock")]


def _empty(desk: Desk) -> EmptyState:
    plan = Button("Plan a survey", lambda: desk.go("surveys"), kind="primary", icon="clipboard")
    return EmptyState(
        "chart",
        "Trends will appear here",
        "One session gives a point, a trend needs two waves, and a usual range needs eight "
        "sessions. Nothing is claimed before.",
        [plan, Button("See sessions", lambda: desk.go("sessions"), icon="calendar")],
    )


def _no_months() -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(_SIDE, 24, _SIDE, 24)
    column.addWidget(Text("Nothing was held or asked in these months.", "lead", wrap=True))
    column.addStretch(1)
    return holder


def _drawing(shown: ShownPage) -> "Callable[[Canvas], Drawing]":
    def draw(canvas: Canvas) -> "Drawing":
        from workbench.reports import charts

        return charts.page_drawing(
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
