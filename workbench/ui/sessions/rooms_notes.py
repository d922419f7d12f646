"""The keep-apart notes, private to this screen: who never shares a room, and why."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbench.foundation.text import counted, fold
from workbench.sessions.rooms_actions import keep_apart, stop_keeping_apart
from workbench.sessions.rooms_queries import ApartNote, RoomPerson, apart_notes
from workbench.ui.desk import Desk
from workbench.ui.kit.buttons import Button, IconButton
from workbench.ui.kit.dialog import Dialog
from workbench.ui.kit.forms import Field, Form, beside
from workbench.ui.kit.inputs import Choice, LineInput
from workbench.ui.kit.panel import clear
from workbench.ui.kit.text import Text

_NOBODY = ("", "Choose somebody")


class NotesDialog(Dialog):
    """Lists the notes and takes new ones; each change is kept at once and can be undone."""

    def __init__(self, over: QWidget, desk: Desk, people: Sequence[RoomPerson]) -> None:
        super().__init__(
            over,
            "Keep-apart notes",
            "Done",
            subtitle="Private: they stay in this file, on this screen alone. No print, export or "
            "brief ever shows them.",
            cancel="Close",
        )
        self._desk = desk
        named = sorted(people, key=lambda one: fold(one.name))
        choices = [_NOBODY, *((str(one.id), one.name) for one in named)]
        self.one, self.other = Choice(choices), Choice(choices)
        self.one.setAccessibleName("First person")
        self.other.setAccessibleName("Second person")
        self.note = LineInput(hint="Why, for yourself (may stay empty)")
        self.form = Form(
            beside(Field("These two", self.one, key="one"), Field("and", self.other, key="other")),
            Field("Note", self.note, key="note"),
        )
        self.add_button = Button("Keep apart", self._add, icon="plus")
        holder = QWidget()
        self.list = QVBoxLayout(holder)
        self.list.setContentsMargins(0, 0, 0, 0)
        self.list.setSpacing(4)
        self.body.addWidget(self.form)
        self.body.addWidget(self.add_button)
        self.body.addWidget(holder)
        self.accepted.connect(self.finish)
        self._read()

    def _add(self) -> None:
        if not self.one.key or not self.other.key:
            self.form.fields["other"].show_error("Choose two people.")
            return
        one, other, note = int(self.one.key), int(self.other.key), self.note.text()

        def kept(_: None) -> None:
            self.note.clear()
            self.one.pick("")
            self.other.pick("")
            self._read()

        self._desk.do(
            lambda workspace: workspace.perform(keep_apart, one, other, note),
            then=kept,
            said="Kept apart from now on.",
            failed=self._failed,
        )

    def _failed(self, error: Exception) -> None:
        if not self.form.show_problem(error):
            self._desk.tell(error)

    def _remove(self, note: ApartNote) -> None:
        self._desk.do(
            lambda workspace: workspace.perform(stop_keeping_apart, note.person, note.other),
            then=lambda _: self._read(),
            said="Note removed.",
        )

    def _edit(self, note: ApartNote) -> None:
        self.one.pick(str(note.person))
        self.other.pick(str(note.other))
        self.note.setText(note.note)
        self.note.setFocus()

    def _read(self) -> None:
        community = self._desk.community
        self._desk.read(lambda workspace: workspace.read(apart_notes, community), self._show)

    def _show(self, notes: list[ApartNote]) -> None:
        clear(self.list)
        for note in notes:
            self.list.addWidget(self._line(note))
        if not notes:
            self.list.addWidget(Text("No notes yet.", tone="text_2"))
        self.effect.say(counted(len(notes), "note", "notes"))

    def _line(self, note: ApartNote) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(0)
        two = f"{note.name} and {note.other_name}"
        words.addWidget(Text(two, "strong", wrap=True))
        if note.note:
            words.addWidget(Text(note.note, "caption", "text_2", wrap=True))
        row.addLayout(words, 1)
        row.addWidget(IconButton("pencil", f"Change the note on {two}", partial(self._edit, note),
                                 size="small"))  # fmt: skip
        row.addWidget(IconButton("trash", f"Remove the note on {two}", partial(self._remove, note),
                                 size="small"))  # fmt: skip
        return line
