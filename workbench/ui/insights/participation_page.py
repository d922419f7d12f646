"""The Participation page: who belongs, stays and gives, and which departments met."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QStackedLayout, QWidget

from workbench.insights.participation_queries import participation
from workbench.storage.workspace import Workspace
from workbench.ui.desk import Desk
from workbench.ui.insights.participation_cards import (
    OneCard,
    ShownParticipation,
    drawing,
    shown,
)
from workbench.ui.insights.shown_range import ALL, HALF_YEAR, THIS_YEAR
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.chart import ChartTwin, ChartView
from workbench.ui.kit.chart_menu import chart_items
from workbench.ui.kit.empty import EmptyState
from workbench.ui.kit.filters import FilterBar, Segments
from workbench.ui.kit.menus import Item, menu_of
from workbench.ui.kit.page import Page, card, scrolled
from workbench.ui.kit.text import Text

_SIDE = 28
_GAP = 16
_HEIGHT = 250
_TWO_BESIDE = 900
_SIX_MONTHS = timedelta(days=182)


class ParticipationPage(Page):
    """Cards of charts, each with what it says; nothing on it is about one person."""

    name = "participation"
    title = "Participation"
    interests = frozenset({"sessions", "contributions", "rosters"})
    without_names = True

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._asked = self._read = 0
        self.shown: ShownParticipation | None = None
        self.charts: list[ChartView] = []
        self._cards: list[QWidget] = []
        self.header.show_way([("Insights", lambda: desk.go("insights"))])
        self.header.set_actions(Button("Copy words", self.copy_words, icon="copy"))
        choices = [(key, key) for key in (HALF_YEAR, THIS_YEAR, ALL)]
        self.range = Segments(choices, "Period")
        self.range.choose(ALL)
        self.range.chosen.connect(lambda _: self.reload())
        self.table_button = Button("Show as table", self.as_table, icon="table", keys="Ctrl T")
        self.body.addWidget(FilterBar(self.range, right=[self.table_button]))
        self._make_body()

    def reload(self) -> None:
        """Read participation again; only what was asked for last is shown."""
        community, today = self.desk.community, self.desk.clock.today()
        since = self._since(today)
        self._asked += 1
        number = self._asked

        def read(workspace: Workspace) -> ShownParticipation:
            return shown(workspace.read(participation, community, today, since))

        self.desk.read(read, lambda found: self._arrived(number, found), self._failed)

    def settled(self) -> bool:
        """Whether everything asked for is read and drawn."""
        return (
            self.shown is not None
            and self._read == self._asked
            and all(chart.settled for chart in self.charts)
        )

    def as_table(self) -> None:
        """Show every chart as its table, or as a chart again."""
        wanted = not any(chart.as_table for chart in self.charts)
        for chart in self.charts:
            chart.show_as_table(wanted=wanted)
        self.table_button.relabel("Show charts" if wanted else "Show as table")

    def copy_words(self) -> None:
        """Put what the charts say on the clipboard."""
        if self.shown is not None:
            QGuiApplication.clipboard().setText(self.shown.words)
            self.desk.say("Copied what the charts say.")

    def commands(self) -> list[Item]:
        """What the palette offers here."""
        return [
            Item("Show charts as a table", self.as_table, icon="table", keys="Ctrl T"),
            Item("Copy what the charts say", self.copy_words, icon="copy"),
            Item("Trends over time", lambda: self.desk.go("insights"), icon="chart"),
        ]

    def fit(self, width: int, *, narrow: bool) -> None:
        """Set two cards beside each other where there is room."""
        self._arrange(width)

    def _since(self, today: date) -> date | None:
        earliest = {HALF_YEAR: today - _SIX_MONTHS, THIS_YEAR: date(today.year, 1, 1)}
        return earliest.get(self.range.key)

    def _arrived(self, number: int, found: ShownParticipation) -> None:
        self._read = max(self._read, number)
        if number == self._asked and found != self.shown:
            self._show(found)

    def _failed(self, problem: Exception) -> None:
        self._read = self._asked
        self.desk.tell(problem)

    def _show(self, found: ShownParticipation) -> None:
        self.shown = found
        as_table = any(chart.as_table for chart in self.charts)
        for old in self._cards:
            self._grid.removeWidget(old)
            old.deleteLater()
        self.charts = [ChartView(self.desk, height=_HEIGHT) for _ in found.charts]
        self._cards = []
        for view, chart in zip(self.charts, found.charts, strict=True):
            view.show_chart(drawing(chart), chart.words, ChartTwin(chart.titles, chart.rows))
            view.show_as_table(wanted=as_table)
            one = OneCard(chart, f"{self.desk.community_name} {chart.drawn.title}")
            view.menu_asked.connect(partial(self._open_menu, one))
            self._cards.append(card(view, Text(chart.words, "caption", "text_2", wrap=True)))
        self._cards += [_told(title, lines) for title, lines in found.told]
        self._stack.setCurrentIndex(0 if self._cards else 1)
        self.table_button.setEnabled(bool(self._cards))
        self._arrange(self.width())

    def chart_menu(self, place: int) -> list[Item]:
        """Return what can be done with the chart at a place from 0."""
        chart = self.shown.charts[place] if self.shown else None
        if chart is None:
            return []
        one = OneCard(chart, f"{self.desk.community_name} {chart.drawn.title}")
        return chart_items(self.desk, self, one)

    def _open_menu(self, one: OneCard, _panel: int, where: QPoint) -> None:
        menu = menu_of(chart_items(self.desk, self, one), self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(where)

    def _arrange(self, width: int) -> None:
        beside = 2 if width >= _TWO_BESIDE else 1
        for place, each in enumerate(self._cards):
            self._grid.addWidget(each, place // beside, place % beside)
        for column in range(2):
            self._grid.setColumnStretch(column, 1 if column < beside else 0)
        self._grid.setRowStretch(len(self._cards), 1)

    def _make_body(self) -> None:
        content = QWidget()
        self._grid = QGridLayout(content)
        self._grid.setContentsMargins(_SIDE, 12, _SIDE, 16)
        self._grid.setSpacing(_GAP)
        holder = QWidget()
        self._stack = QStackedLayout(holder)
        self._stack.addWidget(scrolled(content))
        self._stack.addWidget(
            EmptyState(
                "people",
                "Participation will appear here",
                "Who belongs, who stays and what is given, once people belong to the community.",
                [Button("Add people", lambda: self.desk.go("people"), kind="primary")],
            )
        )
        self.body.addWidget(holder, 1)


def _told(title: str, lines: Sequence[str]) -> QWidget:
    return card(Text(title, "strong"), *(Text(line, tone="text_2", wrap=True) for line in lines))
