"""The strip of large figures over a results page; two rows where the window is narrow."""

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from workbench.ui.kit.chips import Bar, Icon
from workbench.ui.kit.panel import clear
from workbench.ui.kit.text import Span, Text
from workbench.ui.kit.themed import frame, hairline
from workbench.ui.surveys.results_shown import Stat
from workbench.ui.theme import look

_SIDE = 28
_LEAST = 205


class StatStrip(QWidget):
    """Figures side by side with hairlines between them."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._ground = frame("footer")
        self._grid = QGridLayout(self._ground)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)
        column.addWidget(self._ground)
        column.addWidget(hairline())
        self._stats: tuple[Stat, ...] = ()
        self._columns = 4

    def show_stats(self, stats: Sequence[Stat]) -> None:
        """Show these figures."""
        self._stats = tuple(stats)
        self._lay_out()

    def fit(self, width: int) -> None:
        """Take two rows where four figures do not fit side by side."""
        columns = 4 if width >= 4 * look().px(_LEAST) else 2
        if columns != self._columns:
            self._columns = columns
            self._lay_out()

    def _lay_out(self) -> None:
        clear(self._grid)
        for place, stat in enumerate(self._stats):
            row, column = divmod(place, self._columns)
            self._grid.addWidget(_figure(stat, first=column == 0), row, column)
        for column in range(4):
            self._grid.setColumnStretch(column, 1 if column < self._columns else 0)


def _figure(stat: Stat, *, first: bool) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    if not first:
        row.addWidget(hairline(upright=True))
    column = QVBoxLayout()
    column.setContentsMargins(_SIDE if first else 20, 12, 16, 12)
    column.setSpacing(1)
    column.addWidget(Text(stat.label, tone="text_2"))
    column.addWidget(_value(stat))
    if stat.share is not None:
        bar = Bar(6)
        bar.show_share(stat.share, words=f"{stat.value} {stat.of}")
        column.addSpacing(6)
        column.addWidget(bar)
        column.addSpacing(4)
    if stat.line or stat.share is None:
        column.addWidget(Text(stat.line, "caption", "text_2"))
    column.addStretch(1)
    row.addLayout(column, 1)
    holder.setAccessibleName(f"{stat.label}: {stat.value} {stat.of} {stat.line}".strip())
    return holder


def _value(stat: Stat) -> QWidget:
    if not stat.icon:
        words = Text(role="figure")
        of = [Span(f" {stat.of}", "body", "text_2")] if stat.of else []
        words.say_spans(Span(stat.value, "figure", stat.tone), *of)
        return words
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 4, 0, 4)
    row.setSpacing(8)
    row.addWidget(Icon(stat.icon, stat.tone))
    row.addWidget(Text(stat.value, "section", stat.tone), 1)
    return holder
