"""Sorting things by hand: rows under headings, each put under one of a few choices."""

from collections.abc import Callable, Sequence
from functools import lru_cache, partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QHBoxLayout, QWidget

from workbench.foundation.text import fold
from workbench.ui.communities.focus_memory import key_of
from workbench.ui.communities.sorting_shown import Sortable, Sorting
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cells import TextCell
from workbench.ui.kit.dialog import Dialog
from workbench.ui.kit.filters import FindField
from workbench.ui.kit.menus import Item, menu_of
from workbench.ui.kit.rows import Column, Section
from workbench.ui.kit.table import RowTable
from workbench.ui.theme import look

_HEIGHT, _LEAST, _AROUND, _MOST = 380, 120, 260, 16_384


class SortingDialog(Dialog):
    """Each choice is kept at once and can be undone; `choose(row, choice)` keeps it."""

    def __init__(
        self,
        over: QWidget,
        title: str,
        subtitle: str,
        titles: tuple[str, str],
        verb: str,
        choose: Callable[[int, int | None], object],
    ) -> None:
        super().__init__(over, title, "Close", subtitle=subtitle, width=720)
        self._choose, self._sorting = choose, Sorting((), ())
        self.return_key = key_of(self._focus_before)
        self.cancel_button.hide()
        self.find_field = FindField("Find", keys="", width=220)
        self.find_field.textChanged.connect(lambda _text: self._show())
        self.choose_button = Button(verb, self._open_menu, menu_arrow=True)
        top = QHBoxLayout()
        top.addWidget(self.find_field)
        top.addStretch(1)
        top.addWidget(self.choose_button)
        self.body.addLayout(top)
        self.table: RowTable[Sortable] = RowTable(
            [
                Column("first", titles[0], lambda row: TextCell(row.first, role="label"),
                       lambda row: fold(row.first), width=210),
                Column("second", titles[1], lambda row: TextCell(row.second, "text_2"),
                       width=240, stretch=True),
            ],
            name=lambda row: f"{row.first} {row.id}",
            side=12,
        )  # fmt: skip
        self.table.setAccessibleName(title)
        room = over.window().height() - look().px(_AROUND)
        self.table.setMinimumHeight(max(look().px(_LEAST), min(look().px(_HEIGHT), room)))
        self.table.opened.connect(lambda _row: self._open_menu())
        self.table.menu_wanted.connect(lambda _row, at: self._menu_at(at))
        self.body.addWidget(self.table)
        self.effect.say("Each choice is kept at once and can be undone.")
        self.accepted.connect(self.finish)

    def show_sorting(self, sorting: Sorting) -> None:
        """Show the rows under their headings."""
        self._sorting = sorting
        self._show()

    def return_to(self, widget: QWidget) -> None:
        """Give the focus to another widget at the end, as the one before may be gone by then."""
        self._focus_before = widget

    def put(self, choice: int | None) -> None:
        """Put the selected row under a choice."""
        row = self.table.current_row()
        if row is not None and row.choice != choice:
            self._choose(row.id, choice)

    def _show(self) -> None:
        words = fold(self.find_field.text()).split()
        groups = [
            (title, [row for row in rows if _fits(row, words)])
            for title, rows in self._sorting.groups
        ]
        self.table.show_groups(
            [(Section(title, f"{len(rows):,}"), rows) for title, rows in groups if rows]
        )
        if self.table.current_row() is None:
            self.table.choose(lambda _row: True)
        self.choose_button.setEnabled(any(rows for _, rows in groups))

    def _items(self) -> list[Item]:
        row = self.table.current_row()
        if row is None:
            return []
        return [
            Item(label, partial(self.put, choice), checked=row.choice == choice)
            for choice, label in self._sorting.choices
        ]

    def _open_menu(self) -> None:
        below = self.choose_button
        self._menu_at(below.mapToGlobal(QPoint(0, below.height() + 4)))

    def _menu_at(self, at: QPoint) -> None:
        items = self._items()
        if items:
            menu = menu_of(items, self)
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(at)


def _fits(row: Sortable, words: Sequence[str]) -> bool:
    text = _folded(f"{row.first} {row.second}")
    return all(word in text for word in words)


@lru_cache(maxsize=_MOST)
def _folded(text: str) -> str:
    """Return a row's words for comparing; kept, as every letter typed asks for all of them."""
    return fold(text)
