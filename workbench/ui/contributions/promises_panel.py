"""Promises beside the feed: what is open and due, what was kept, what became of the rest."""

from collections.abc import Sequence

from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from workbench.contributions.promise_queries import PromiseRow
from workbench.contributions.promise_rules import Standing, standing_counts, stands_as
from workbench.ui.desk import Desk
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.empty import EmptyState
from workbench.ui.kit.filters import FilterBar, FilterMenu, Segments
from workbench.ui.kit.kept_focus import give_focus, place_of_focus
from workbench.ui.kit.page import scrolled
from workbench.ui.kit.panel import clear
from workbench.ui.kit.promise_form import open_promise_form
from workbench.ui.kit.promise_row import PromiseLine
from workbench.ui.kit.text import Text
from workbench.ui.kit.themed import hairline

_LABELS = {
    Standing.OPEN: "Open",
    Standing.DUE: "Due",
    Standing.KEPT: "Kept",
    Standing.NOT_KEPT: "Not kept",
    Standing.CHANGED: "Changed",
}
_NONE = {
    Standing.OPEN: "Nothing promised is open.",
    Standing.DUE: "No promise is due by today.",
    Standing.KEPT: "No promise has been noted as kept yet.",
    Standing.NOT_KEPT: "No promise was noted as not kept.",
    Standing.CHANGED: "No promise was noted as changed.",
}
_AT_A_TIME = 60
_YOU = "you"


class PromisesPanel(QWidget):
    """The promises of a community through two filters: how they stand, and whose they are."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._rows: tuple[PromiseRow, ...] = ()
        self._most = _AT_A_TIME
        self.lines: list[PromiseLine] = []
        self.standing = Segments([(one.value, _LABELS[one]) for one in Standing], "Which promises")
        self.standing.chosen.connect(lambda _: self._turn())
        self.by_person = FilterMenu("Anyone", self._people, "Anyone")
        self.by_person.chosen.connect(lambda _: self._turn())
        self.add = Button("Add promise", self._add, icon="plus", size="small")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(FilterBar(self.standing, self.by_person, self.add))
        inside = QWidget()
        self._list = QVBoxLayout(inside)
        self._list.setContentsMargins(12, 4, 12, 12)
        self._list.setSpacing(0)
        holder = QWidget()
        self._stack = QStackedLayout(holder)
        self._stack.addWidget(scrolled(inside))
        self._stack.addWidget(scrolled(self._empty()))
        column.addWidget(holder, 1)

    def show_promises(self, rows: Sequence[PromiseRow]) -> None:
        """Show other promises through the same filters."""
        self._rows = tuple(rows)
        self._fill()

    def show_standing(self, standing: Standing) -> None:
        """Show the promises that stand so."""
        self.standing.choose(standing.value)

    def _turn(self) -> None:
        self._most = _AT_A_TIME
        self._fill()

    def _fill(self) -> None:
        today = self.desk.clock.today()
        mine = [row for row in self._rows if self._is_chosen(row)]
        counts = standing_counts(mine, today)
        self.standing.show_counts({one.value: counts[one] for one in Standing})
        self.by_person.setVisible(bool(self._rows))
        place = place_of_focus(self)
        clear(self._list)
        self.lines = []
        self._show_lines(mine)
        give_focus(self, place)
        self._stack.setCurrentIndex(0 if self._rows else 1)

    def _show_lines(self, mine: list[PromiseRow]) -> None:
        shown, today = Standing(self.standing.key), self.desk.clock.today()
        found = [row for row in mine if stands_as(row, shown, today)]
        if shown not in (Standing.OPEN, Standing.DUE):
            found.sort(key=lambda row: row.settled_on or row.made_on, reverse=True)
        for row in found[: self._most]:
            line = PromiseLine(self.desk, row)
            self.lines.append(line)
            self._list.addWidget(line)
            self._list.addWidget(hairline())
        if not found:
            quiet = Text(_NONE[shown], tone="text_2", wrap=True)
            quiet.setContentsMargins(16, 12, 16, 12)
            self._list.addWidget(quiet)
        if len(found) > self._most:
            more = Button(f"Show all {len(found):,}", self._show_all, kind="link")
            self._list.addWidget(more)
        self._list.addStretch(1)

    def _show_all(self) -> None:
        self._most = len(self._rows)
        self._fill()

    def _is_chosen(self, row: PromiseRow) -> bool:
        key = self.by_person.key
        return not key or key == (str(row.person_id) if row.person_id is not None else _YOU)

    def _people(self) -> list[tuple[str, str]]:
        named = {str(row.person_id): row.who for row in self._rows if row.person_id is not None}
        yours = [(_YOU, "You")] if any(row.person_id is None for row in self._rows) else []
        return [*yours, *sorted(named.items(), key=lambda pair: pair[1].casefold())]

    def _add(self) -> None:
        open_promise_form(self, self.desk)

    def _empty(self) -> EmptyState:
        return EmptyState(
            "check",
            "What people promise will appear here",
            "A promise is what somebody will try or bring, in their own words, with a day where "
            "one was said. The five-minute brief asks what became of it.",
            [Button("Add promise", self._add, kind="primary", icon="plus")],
            outline=False,
        )
