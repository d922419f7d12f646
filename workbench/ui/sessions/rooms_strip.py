"""The strip of a draw's figures, each beside what chance gives."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from workbench.sessions.rooms import Honour
from workbench.ui.kit.chips import Icon
from workbench.ui.kit.panel import clear
from workbench.ui.kit.table import PAGE_SIDE
from workbench.ui.kit.text import Span, Text
from workbench.ui.kit.themed import Themed
from workbench.ui.sessions.rooms_shown import RoomsShown
from workbench.ui.theme import look


class RoomsStrip(Themed, QWidget):
    """Four figures side by side, or two by two where it is narrow."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)
        self._narrow = False
        self._shown: RoomsShown | None = None

    def fit(self, *, narrow: bool) -> None:
        """Take one row or two."""
        if narrow != self._narrow:
            self._narrow = narrow
            if self._shown is not None:
                self.show_figures(self._shown)

    def show_figures(self, shown: RoomsShown) -> None:
        """Show the figures of a draw."""
        self._shown = shown
        found = shown.figures
        clear(self._grid)
        met = f"by chance {round(found.met.by_chance)}"
        met = f"{found.met_words}; {met}" if found.met_words else met
        cells = [
            _figure("New meetings", found.new.count, f"of {found.pairs} pairs",
                    f"by chance about {round(found.new.by_chance)}"),
            _figure("Of these across departments", found.across.count, "",
                    f"by chance about {round(found.across.by_chance)}"),
            _figure("Pairs who met before", found.met.count, "", met),
            _notes(shown),
        ]  # fmt: skip
        columns = 2 if self._narrow else 4
        for column in range(4):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        for place, cell in enumerate(cells):
            layout = cell.layout()
            if layout is not None and place % columns == 0:
                layout.setContentsMargins(PAGE_SIDE, 10, 4, 10)
            self._grid.addWidget(cell, place // columns, place % columns)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground and the lines between the figures."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), look().colour("sunken"))
        line = look().colour("border")
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), line)
        for place in range(self._grid.count()):
            item = self._grid.itemAt(place)
            cell = item.geometry() if item is not None else None
            if cell is not None and cell.x() > 0:
                painter.fillRect(QRectF(cell.x(), cell.y(), 1, cell.height()), line)


def _figure(title: str, count: int, unit: str, chance: str) -> QWidget:
    value = Text(role="figure")
    spans = [Span(f"{count}", "figure")]
    if unit:
        spans.append(Span(f"  {unit}", "body", "text_2"))
    value.say_spans(*spans)
    cell = _cell(title, value, chance)
    cell.setAccessibleName(f"{title}: {count} {unit}, {chance}".replace(" ,", ","))
    return cell


def _notes(shown: RoomsShown) -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 2, 0, 2)
    row.setSpacing(6)
    tone = "good" if shown.held else "warn"
    row.addWidget(Icon("check" if shown.held else "warning", tone, 16))
    long = len(shown.honour) > 16
    row.addWidget(Text(shown.honour, "strong" if long else "section", tone, wrap=long), 1)
    below = "never shown, printed or exported"
    if not shown.held:
        impossible = shown.honour in (Honour.IMPOSSIBLE.value, Honour.NOT_FOUND.value)
        below = "the nearest draw is shown" if impossible else "draw again, or move somebody back"
    cell = _cell("Keep-apart notes", line, below)
    cell.setAccessibleName(f"Keep-apart notes: {shown.honour}, {below}")
    return cell


def _cell(title: str, value: QWidget, below: str) -> QWidget:
    cell = QWidget()
    column = QVBoxLayout(cell)
    column.setContentsMargins(16, 10, 4, 10)
    column.setSpacing(0)
    column.addWidget(Text(title, tone="text_2"))
    column.addWidget(value)
    column.addWidget(Text(below, "caption", "text_2"))
    column.addStretch(1)
    return cell
