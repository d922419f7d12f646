"""The part of Home about who is worth a call: the newest few, the whole list, a note of a call."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbench.foundation.text import counted
from workbench.insights.worth_queries import CallList, CallRow
from workbench.ui.desk import Desk
from workbench.ui.home.calls_dialog import CallsDialog, open_called
from workbench.ui.home.home_presenter import HomePresenter
from workbench.ui.home.quiet_lines import CallMoves, QuietLine
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.chips import Icon
from workbench.ui.kit.dialog import Dialog
from workbench.ui.kit.hidden_names import hidden_line
from workbench.ui.kit.page import card
from workbench.ui.kit.panel import heading_row
from workbench.ui.kit.rows_card import rows_card
from workbench.ui.kit.text import Text

_SHOWN: Final = 4
_TELLS: Final = "tells of a person"


class QuietPart:
    """Builds the list into a column of the page; its dialogs go when names are hidden."""

    def __init__(self, page: QWidget, desk: Desk, presenter: HomePresenter) -> None:
        self._page, self._desk, self._presenter = page, desk, presenter
        self._lines: list[QuietLine] = []
        self._found = CallList()

    def show(self, column: QVBoxLayout, found: CallList, *, hidden: bool) -> None:
        """Build the list, on the page and where the whole of it is open."""
        self._found = found
        self._lines = []
        if found.rows or found.notes:
            self._build(column, found, hidden=hidden)
        for dialog in self._dialogs():
            if isinstance(dialog, CallsDialog):
                dialog.show_calls(found)

    def hide(self) -> None:
        """Close what tells of a person by name."""
        for dialog in self._dialogs():
            dialog.finish()

    def see_all(self) -> None:
        """Show everybody worth a call, and the notes made."""
        dialog = CallsDialog(self._page, self._found, self._moves(), self._presenter.forget)
        dialog.setObjectName(_TELLS)
        dialog.open()

    def _build(self, column: QVBoxLayout, found: CallList, *, hidden: bool) -> None:
        if hidden:
            column.addLayout(heading_row("Quiet lately"))
            column.addSpacing(8)
            column.addWidget(card(hidden_line()))
        else:
            note = counted(len(found.rows), "person", "people")
            see_all = Button("See all", self.see_all, kind="link")
            column.addLayout(heading_row("Quiet lately", note, see_all))
            column.addSpacing(8)
            moves = self._moves()
            self._lines = [QuietLine(row, moves) for row in found.rows[:_SHOWN]]
            column.addWidget(rows_card(*self._lines, foot=_foot(any_left=bool(self._lines))))
        column.addSpacing(22)

    def _moves(self) -> CallMoves:
        return CallMoves(
            self._open,
            self._called,
            self._presenter.snooze,
            self._desk.settings.single_letter_keys,
        )

    def _open(self, row: CallRow) -> None:
        self.hide()
        self._desk.go("person", person=row.member.roster.person_id)

    def _called(self, row: CallRow) -> None:
        dialog = open_called(self._page, row, self._presenter.called, self._desk.tell)
        dialog.setObjectName(_TELLS)

    def _dialogs(self) -> list[Dialog]:
        options = Qt.FindChildOption.FindDirectChildrenOnly
        found = self._page.window().findChildren(Dialog, _TELLS, options)
        return [dialog for dialog in found if not dialog.isHidden()]


def _foot(*, any_left: bool) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(16, 8, 16, 8)
    row.setSpacing(10)
    row.addWidget(Icon("info", "text_2", 16), 0, Qt.AlignmentFlag.AlignVCenter)
    told = "A reason to ask, not a verdict." if any_left else "Everybody was called or is put off."
    row.addWidget(Text(f"{told} Stays on this screen.", "caption", "text_2", wrap=True), 1)
    return holder
