"""The whole list of who is worth a call, with the notes made, and the note of one call."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbench.foundation.text import counted
from workbench.insights.worth_queries import CallList, CallRow
from workbench.rosters.call_queries import CallNoteRow
from workbench.ui.home.quiet_lines import CallMoves, QuietLine, note_words, reasons_words
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.dialog import Dialog
from workbench.ui.kit.forms import Field, Form
from workbench.ui.kit.inputs import TextArea
from workbench.ui.kit.kept_focus import give_focus, place_of_focus
from workbench.ui.kit.panel import clear, heading_row
from workbench.ui.kit.rows_card import rows_card
from workbench.ui.kit.text import Text

PRIVATE = "Private: stays in this file, never in exports or reports."
_ABOUT = "Reasons to ask, the newest first. Nobody is compared."


class CallsDialog(Dialog):
    """Everybody with a reason, then who was called or put off; a note can be forgotten."""

    def __init__(
        self, over: QWidget, found: CallList, moves: CallMoves,
        forget: Callable[[CallNoteRow], object],
    ) -> None:  # fmt: skip
        super().__init__(over, "Worth a call", "Done", subtitle=_ABOUT, width=600, cancel="Close")
        self._moves, self._forget = moves, forget
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self.body.addLayout(self._list)
        self.effect.say(PRIVATE)
        self.accepted.connect(self.finish)
        self.show_calls(found)

    def show_calls(self, found: CallList) -> None:
        """Show the list as it stands now, the keys where they were."""
        place = place_of_focus(self)
        clear(self._list)
        lines = [QuietLine(row, self._moves) for row in found.rows]
        if lines:
            self._list.addWidget(rows_card(*lines))
        else:
            self._list.addWidget(Text("Nobody just now.", tone="text_2"))
        if found.notes:
            self._list.addSpacing(8)
            told = counted(len(found.notes), "note", "notes")
            self._list.addLayout(heading_row("Called or put off", told))
            self._list.addWidget(rows_card(*(self._note(note) for note in found.notes)))
        give_focus(self, place)

    def _note(self, note: CallNoteRow) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(16, 8, 8, 8)
        row.setSpacing(12)
        words = QVBoxLayout()
        words.setSpacing(0)
        head, line = note_words(note)
        words.addWidget(Text(head, "strong", wrap=True))
        if line:
            words.addWidget(Text(line, "caption", "text_2", wrap=True))
        row.addLayout(words, 1)
        button = Button("Forget", partial(self._forget, note), kind="link")
        button.setAccessibleName(f"Forget: {head}")
        row.addWidget(button)
        return holder


def open_called(
    over: QWidget,
    row: CallRow,
    keep: Callable[[CallRow, str, Callable[[], None], Callable[[Exception], None]], None],
    tell: Callable[[Exception], None],
) -> Dialog:
    """Ask for the note of a call; `keep(row, note, done, failed)` writes it."""
    name = row.member.roster.name
    dialog = Dialog(over, f"Called {name}", "Note the call", width=480, subtitle=reasons_words(row))
    text = TextArea(lines=4, hint="What was said, if you want to remember it")
    form = Form(Field("Note", text, key="note"))
    dialog.body.addWidget(form)
    dialog.effect.say(PRIVATE)

    def failed(problem: Exception) -> None:
        if not form.show_problem(problem):
            tell(problem)

    dialog.accepted.connect(lambda: keep(row, text.toPlainText(), dialog.finish, failed))
    dialog.open()
    return dialog
