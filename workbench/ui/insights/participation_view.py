"""Participation on the Insights page: who belongs, stays and gives, and who met across."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from workbench.insights.participation_queries import Participation, participation
from workbench.storage.workspace import Workspace
from workbench.ui.desk import Desk
from workbench.ui.kit.chart import Canvas, ChartTwin, ChartView
from workbench.ui.kit.page import card, scrolled
from workbench.ui.kit.text import Text

if TYPE_CHECKING:
    from workbench.reports.participation_charts import Chart

_SIDE = 28
_GAP = 16
_HEIGHT = 250
_TWO_BESIDE = 900


@dataclass(frozen=True, slots=True)
class ShownParticipation:
    """The charts there are, and the sentences that stand without one: title, then lines."""

    charts: "tuple[Chart, ...]"
    told: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def words(self) -> str:
        """Everything the view says, to copy: departments are counted, none is named."""
        parts = [f"{chart.drawn.title}: {chart.words}" for chart in self.charts]
        parts += [f"{title}: {lines[0]}" for title, lines in self.told]
        return "\n".join(parts)


class ParticipationView(QWidget):
    """Cards of charts, each with what it says; call `load` to read them."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._asked = self._read = 0
        self._table = False
        self.shown: ShownParticipation | None = None
        self.charts: list[ChartView] = []
        self._cards: list[QWidget] = []
        self._nothing = Text(
            "Participation appears once people belong to the community.", "lead", wrap=True
        )
        content = QWidget()
        self._grid = QGridLayout(content)
        self._grid.setContentsMargins(_SIDE, 12, _SIDE, 16)
        self._grid.setSpacing(_GAP)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scrolled(content))

    @property
    def settled(self) -> bool:
        """Whether everything asked for is read and drawn."""
        return self._read == self._asked and all(chart.settled for chart in self.charts)

    @property
    def words(self) -> str:
        """What the charts say, one line each."""
        return self.shown.words if self.shown else ""

    def load(self, since: date | None = None) -> None:
        """Read participation since a day, or from the beginning; the newest asking is shown."""
        community, today = self._desk.community, self._desk.clock.today()
        self._asked += 1
        number = self._asked

        def read(workspace: Workspace) -> ShownParticipation:
            return shown(workspace.read(participation, community, today, since))

        self._desk.read(read, lambda found: self._arrived(number, found), self._failed)

    def show_as_table(self, *, wanted: bool) -> None:
        """Show every chart as its table, or as a chart again."""
        self._table = wanted
        for chart in self.charts:
            chart.show_as_table(wanted=wanted)

    def resizeEvent(self, event: object) -> None:
        """Set two cards beside each other where there is room."""
        super().resizeEvent(event)  # type: ignore[arg-type]  # Qt's own event
        self._arrange()

    def _arrived(self, number: int, found: ShownParticipation) -> None:
        self._read = max(self._read, number)
        if number == self._asked and found != self.shown:
            self._show(found)

    def _failed(self, problem: Exception) -> None:
        self._read = self._asked
        self._desk.tell(problem)

    def _show(self, found: ShownParticipation) -> None:
        self.shown = found
        for old in self._cards:
            self._grid.removeWidget(old)
            old.deleteLater()
        self.charts = [ChartView(self._desk, height=_HEIGHT) for _ in found.charts]
        self._cards = [
            card(view, Text(chart.words, "caption", "text_2", wrap=True))
            for view, chart in zip(self.charts, found.charts, strict=True)
        ]
        self._cards += [_told(title, lines) for title, lines in found.told]
        for view, chart in zip(self.charts, found.charts, strict=True):
            view.show_chart(_drawing(chart), chart.words, ChartTwin(chart.titles, chart.rows))
            view.show_as_table(wanted=self._table)
        self._nothing.setVisible(not self._cards)
        self._arrange()

    def _arrange(self) -> None:
        beside = 2 if self.width() >= _TWO_BESIDE else 1
        self._grid.addWidget(self._nothing, 0, 0, 1, 2)
        for place, each in enumerate(self._cards):
            self._grid.addWidget(each, 1 + place // beside, place % beside)
        for column in range(2):
            self._grid.setColumnStretch(column, 1 if column < beside else 0)


def shown(found: Participation) -> ShownParticipation:
    """Return the charts and sentences of what was read."""
    from workbench.reports.participation_charts import (
        across_chart,
        flow_chart,
        given_chart,
        staying_chart,
    )

    if found.empty:
        return ShownParticipation((), ())
    charts = (
        flow_chart(found.flow),
        staying_chart(found.retention),
        given_chart(found.given),
        across_chart(found.across),
    )
    spread = found.spread.whole.sentences
    if found.spread.without_hosts is not None:
        spread += (f"Without the co-hosts: {' '.join(found.spread.without_hosts.sentences[:3])}",)
    return ShownParticipation(
        tuple(chart for chart in charts if chart is not None),
        (
            ("How giving is spread", spread),
            ("Departments that never met", found.never_met.sentences),
        ),
    )


def _told(title: str, lines: Sequence[str]) -> QWidget:
    return card(Text(title, "strong"), *(Text(line, tone="text_2", wrap=True) for line in lines))


def _drawing(chart: "Chart") -> Callable[[Canvas], bytes]:
    def draw(canvas: Canvas) -> bytes:
        from workbench.reports.charts import Canvas as Surface
        from workbench.reports.participation_charts import chart_png

        theme = "dark" if canvas.dark else "light"
        return chart_png(
            chart,
            Surface(canvas.width, canvas.height, canvas.ratio, theme, canvas.scale),  # type: ignore[arg-type]
        )

    return draw
