"""The bar over the month: which month it is, turning it, what the colours stand for."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QWidget

from workbench.foundation.dates import month_name
from workbench.ui.kit.buttons import Button, IconButton
from workbench.ui.kit.chips import Mark
from workbench.ui.kit.panel import clear
from workbench.ui.kit.table import PAGE_SIDE
from workbench.ui.kit.text import Text
from workbench.ui.sessions.proposal_marks import ProposedMark
from workbench.ui.sessions.sessions_shown import Month

_MOST_KINDS = 6


class MonthBar(QWidget):
    """Arrows turn the month, Today leads back; the legend names the kinds of sessions."""

    def __init__(self, turn: Callable[[int], None]) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(PAGE_SIDE, 8, PAGE_SIDE, 8)
        row.setSpacing(8)
        for icon, name, by in (
            ("chevron-left", "Month before", -1),
            ("chevron-right", "Month after", 1),
        ):
            row.addWidget(IconButton(icon, name, partial(turn, by), kind="secondary"))
        self.month_title = Text("", "section")
        row.addWidget(self.month_title)
        row.addWidget(Button("Today", partial(turn, 0), kind="ghost"))
        row.addStretch(1)
        self._legend = QHBoxLayout()
        self._legend.setSpacing(8)
        row.addLayout(self._legend)
        self._shown: tuple[tuple[str, ...], bool] | None = None

    def show_month(self, month: Month) -> None:
        """Show the name of a month and the kinds there are."""
        self.month_title.say(f"{month_name(month.first)} {month.first.year}")
        wanted = (month.kinds, month.proposes)
        if wanted == self._shown:
            return
        self._shown = wanted
        clear(self._legend)
        for place, kind in enumerate(month.kinds[:_MOST_KINDS]):
            self._legend.addWidget(Mark(place, kind))
            self._legend.addWidget(Text(kind, "caption", "text_2"))
        if month.proposes:
            self._legend.addWidget(ProposedMark())
            self._legend.addWidget(Text("proposed", "caption", "text_2"))
