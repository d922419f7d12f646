"""Backups: where they lie, when and why each was made, checking and restoring one."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbench.foundation.text import counted
from workbench.storage.backup_names import BackupCopy
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cells import TextCell
from workbench.ui.kit.flow import flow_of
from workbench.ui.kit.menus import Item, menu_of
from workbench.ui.kit.moments import moment, size_words
from workbench.ui.kit.rows import Column
from workbench.ui.kit.table import RowTable
from workbench.ui.kit.text import Text
from workbench.ui.settings.rows import SettingCard, place_tile
from workbench.ui.theme import look

_SHOWN = 5


class BackupsCard(SettingCard):
    """`folder` is chosen or dropped, `again` looks at a copy, `restore` asks before it acts."""

    def __init__(
        self,
        back_up: Callable[[], None],
        choose_folder: Callable[[], None],
        drop_folder: Callable[[], None],
        again: Callable[[BackupCopy], None],
        restore: Callable[[BackupCopy], None],
    ) -> None:
        self.now = Button("Back up now", back_up)
        super().__init__("backups", "drive", "Backups", action=self.now)
        self._choose, self._drop = choose_folder, drop_folder
        self._again, self._restore = again, restore
        self._copies: list[BackupCopy] = []
        self._all = False
        self._places = QVBoxLayout()
        holder = QWidget()
        holder.setLayout(self._places)
        self._places.setContentsMargins(16, 12, 16, 12)
        self.add(holder)
        self.table = self._made_table()
        self.add(self.table)
        self.add(self._foot())

    def show_backups(self, copies: Sequence[BackupCopy], here: Path, second: str) -> None:
        """Show the copies, newest first, and the places they lie in."""
        self._copies = list(copies)
        count = counted(len(copies), "copy", "copies")
        self.note(f"{count}, each opened and checked" if copies else "none yet")
        self.now.kind = "secondary" if copies else "primary"
        self.now.update()
        self._show_places(here, second)
        self._show_rows()

    def _show_places(self, here: Path, second: str) -> None:
        while (item := self._places.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        tiles = [place_tile("laptop", "Beside the file", here.name)]
        if not second:
            button = Button("Choose", self._choose, size="small")
            tiles.append(place_tile("usb", "A second folder", "such as a drive", button))
        else:
            there = Path(second).is_dir()
            line = second if there else "not there now; your file is safe on this laptop"
            button = Button("Drop", self._drop, size="small", kind="ghost")
            icon = "usb" if there else "warning"
            tiles.append(place_tile(icon, Path(second).name or second, line, button))
        for tile in tiles:
            self._places.addWidget(tile)

    def _show_rows(self) -> None:
        shown = self._copies if self._all else self._copies[:_SHOWN]
        self.table.show_rows(shown)
        self.table.setFixedHeight(look().px(32) + max(1, len(shown)) * look().px(40))
        for widget in (self.table, *self._acts):
            widget.setVisible(bool(self._copies))
        more = len(self._copies) > _SHOWN
        self._more.setVisible(more)
        self._more.relabel("Fewer" if self._all else f"All {len(self._copies)}")

    def _made_table(self) -> RowTable[BackupCopy]:
        table: RowTable[BackupCopy] = RowTable(
            [
                Column("when", "Made", lambda row: TextCell(moment(row.when), role="label"),
                       lambda row: row.when, width=140, stretch=True),
                Column("why", "Why", lambda row: TextCell(row.why, "text_2"), width=110),
                Column("size", "Size", lambda row: TextCell(size_words(row.size), "text_2"),
                       lambda row: row.size, width=72, align="right"),
                Column("checked", "", _checked_cell, width=96),
            ],
            lambda row: moment(row.when),
            side=16,
        )  # fmt: skip
        table.menu_wanted.connect(self._open_menu)
        table.opened.connect(self._restore)
        return table

    def _open_menu(self, copy: BackupCopy, at: QPoint) -> None:
        items = [
            Item("Check again", partial(self._again, copy), icon="shield"),
            Item("Restore", partial(self._restore, copy), icon="history"),
        ]
        menu = menu_of(items, self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def _foot(self) -> QWidget:
        foot = QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(16, 10, 16, 10)
        told = (
            "Kept: 2 days, 7 daily, 4 weekly, 12 monthly. Restoring sets today's file aside first."
        )
        row.addWidget(Text(told, "caption", "text_2", wrap=True), 1)
        self._more = Button("All", self._toggle, kind="link")
        self._acts = (
            Button("Check again", partial(self._on_current, self._again), kind="link"),
            Button("Restore", partial(self._on_current, self._restore), kind="link"),
        )
        row.addWidget(flow_of(*self._acts, self._more, gap=14))
        return foot

    def _on_current(self, do: Callable[[BackupCopy], None]) -> None:
        copy = self.table.current_row()
        if copy is not None:
            do(copy)

    def _toggle(self) -> None:
        self._all = not self._all
        self._show_rows()


def _checked_cell(copy: BackupCopy) -> TextCell:
    if copy.checked is False:
        return TextCell("unusable", "danger", icon="warning")
    return TextCell("checked", "accent_text", icon="check")
