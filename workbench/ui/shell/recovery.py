"""Recovery: what happened to the file, what is safe, and its backups, newest first."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout

from workbench.foundation.errors import UserFixable
from workbench.storage.backup_names import BackupCopy
from workbench.storage.recovery import Diagnosis
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cells import TextCell
from workbench.ui.kit.moments import moment, size_words
from workbench.ui.kit.panel import heading_row
from workbench.ui.kit.rows import Column
from workbench.ui.kit.table import RowTable
from workbench.ui.kit.text import Text
from workbench.ui.shell.seats import CircleOfSeats
from workbench.ui.shell.stage import Stage
from workbench.ui.shell.welcome import notice


class RecoveryStage(Stage):
    """Restoring sets the damaged file aside; nothing is deleted, nothing opens over it."""

    restore = Signal(object)
    another = Signal()

    def __init__(self, found: Diagnosis) -> None:
        super().__init__(CircleOfSeats(), width=640, share=60)
        self._found = found
        copies = found.backups
        self.column.addSpacing(28)
        self.column.addWidget(Text("Your file needs a backup", "large_title", wrap=True))
        self.column.addSpacing(16)
        self.column.addWidget(
            notice(UserFixable(found.title, f"{found.sentence} {found.safe}", found.next_step))
        )
        self.column.addSpacing(24)
        note = f"{len(copies)} found, newest first" if copies else ""
        self.column.addLayout(heading_row(f"Backups of {found.path.name}", note))
        self.column.addSpacing(8)
        self._add_list(copies, found.path)
        self.column.addSpacing(16)
        self._add_foot(bool(copies))

    def _add_list(self, copies: Sequence[BackupCopy], path: Path) -> None:
        self.table: RowTable[BackupCopy] = RowTable(
            [
                Column(
                    "when",
                    "Made",
                    lambda row: TextCell(moment(row.when), role="strong"),
                    lambda row: row.when,
                    width=180,
                ),
                Column(
                    "why", "Why", lambda row: TextCell(row.why, "text_2"), width=140, stretch=True
                ),
                Column(
                    "size",
                    "Size",
                    lambda row: TextCell(size_words(row.size)),
                    lambda row: row.size,
                    width=90,
                    align="right",
                ),
                Column("checked", "", _checked, width=124),
            ],
            lambda row: moment(row.when),
            side=12,
        )
        if not copies:
            self.column.addWidget(
                Text(
                    f"No backup of {path.name} lies beside it. If you keep backups on a drive, "
                    "plug it in and open the newest one from there.",
                    tone="text_2",
                    wrap=True,
                )
            )
            self.column.addStretch(1)
            return
        self.table.show_rows(copies)
        best = self._found.best
        self.table.choose(lambda copy: best is None or copy == best)
        self.table.opened.connect(self._offer)
        self.table.setMinimumHeight(240)
        self.column.addWidget(self.table, 1)
        self.setFocusProxy(self.table)

    def _add_foot(self, any_copy: bool) -> None:
        if any_copy:
            self.column.addWidget(
                Text(
                    "The copy is opened and checked first. The damaged file stays in its folder "
                    "under another name.",
                    tone="text_2",
                    wrap=True,
                )
            )
            self.column.addSpacing(12)
        row = QHBoxLayout()
        row.setSpacing(10)
        if any_copy:
            row.addWidget(
                Button(
                    "Restore this backup",
                    self._restore,
                    kind="primary",
                    icon="history",
                    size="large",
                )
            )
        row.addWidget(Button("Open another file", self.another.emit, size="large"))
        row.addStretch(1)
        row.addWidget(Button("Copy what was found", self._copy, kind="ghost", icon="copy"))
        self.column.addLayout(row)

    def _restore(self) -> None:
        copy = self.table.current_row()
        if copy is not None:
            self._offer(copy)

    def _offer(self, copy: BackupCopy) -> None:
        if copy.checked is not False:
            self.restore.emit(copy)

    def _copy(self) -> None:
        found = self._found
        told = (found.title, found.sentence, found.safe, found.detail)
        QGuiApplication.clipboard().setText("\n".join(part for part in told if part))


def _checked(copy: BackupCopy) -> TextCell:
    if copy.checked is False:
        return TextCell("cannot be used", "danger", icon="warning")
    if copy.checked is None:
        return TextCell("not opened", "text_3")
    return TextCell("whole", "accent_text", icon="check")
