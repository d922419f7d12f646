"""The strip above the map: help across departments, the silo index, what may be said of both."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from workbench.foundation.dates import month_name, with_year
from workbench.foundation.text import number
from workbench.insights.connection_queries import Connections
from workbench.insights.help_queries import HelpShown
from workbench.insights.shares import Share
from workbench.insights.silo import SiloIndex
from workbench.ui.contributions.silo_gauge import SiloGauge
from workbench.ui.kit.panel import clear
from workbench.ui.kit.text import Span, Text
from workbench.ui.kit.themed import frame
from workbench.ui.theme import look

_BESIDE = 600


class ConnectionStrip(QFrame):
    """Three cells beside each other, below each other where there is no room."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("filterBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(24, 10, 16, 10)
        self._grid.setHorizontalSpacing(20)
        self._grid.setVerticalSpacing(8)
        self._cells: list[QWidget] = []

    def show_connections(self, shown: Connections, today: date) -> None:
        """Show the figures, or say that there is too little to say anything."""
        clear(self._grid)
        self._cells = _cells(shown, today)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the cells beside or below each other."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        beside = self.width() >= look().px(_BESIDE)
        for cell in self._cells:
            self._grid.removeWidget(cell)
        for place, cell in enumerate(self._cells):
            if beside or place < 2:
                self._grid.addWidget(cell, 0, place, Qt.AlignmentFlag.AlignTop)
            else:
                self._grid.addWidget(cell, 1, 0, 1, 2)
        for place, share in enumerate((5, 5, 4 if beside else 0)):
            self._grid.setColumnStretch(place, share)


def _cells(shown: Connections, today: date) -> list[QWidget]:
    if shown.help is None:
        return []
    help_, index = shown.help, shown.help.now.index
    month = with_year(month_name(help_.since), help_.since, today)
    across = _across(help_, month)
    if index is None:
        return [across, _column(_title("Silo index"), _words(help_.now.reason))]
    gauge = _column(_title("Silo index"), SiloGauge(index, help_.before.index))
    words = _words(_sentence(index, help_, month), "caption")
    words.setToolTip(index.sentence())
    return [across, gauge, words]


def _across(help_: HelpShown, month: str) -> QWidget:
    now, before = help_.now.across, help_.before.across
    if now.value is None:
        none = "None logged in these sessions."
        said = "Their departments are not known." if help_.now.left_out else none
        return _column(_title("Help across departments"), _words(said))
    share = Text(role="figure")
    share.say_spans(Span(_percent(now), "figure"), Span(f"  since {month}", "body", "text_2"))
    was = "" if before.value is None else f" · was {_percent(before)} before"
    words = [_words(f"{now.part} of {now.whole}{was}", "caption")]
    if help_.change is not None:
        words.append(_words(help_.change.sentence(), "caption"))
    return _column(_title("Help across departments"), share, *words)


def _sentence(index: SiloIndex, help_: HelpShown, month: str) -> str:
    low, high = number(index.chance_low, 2), number(index.chance_high, 2)
    before = help_.before.index
    was = f", before {month} {_side(before)} it" if before else ""
    return (
        f"Shaded: what chance gives, {low} to {high}. Now {_side(index)} it{was}. "
        f"E-I index {number(index.ei, 2)}, by chance {number(index.expected_ei, 2)}."
    )


def _side(index: SiloIndex) -> str:
    if index.inside_chance:
        return "inside"
    return "below" if index.value < index.chance_low else "above"


def _percent(share: Share) -> str:
    return f"{number(100 * (share.value or 0.0), 0)}%"


def _title(words: str) -> Text:
    return Text(words, tone="text_2")


def _words(text: str, role: str = "body") -> Text:
    return Text(text, role, "text_2", wrap=True)


def _column(*widgets: QWidget) -> QWidget:
    cell = frame("plain")
    column = QVBoxLayout(cell)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    for widget in widgets:
        column.addWidget(widget)
    return cell
