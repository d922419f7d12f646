"""Choosing one person, or ticking several, from the whole roster."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from workbench.foundation.text import counted, fold
from workbench.ui.imports.attendance_shown import ShownPerson
from workbench.ui.kit.cells import Cell, PersonCell, TextCell
from workbench.ui.kit.dialog import Dialog
from workbench.ui.kit.filters import FindField
from workbench.ui.kit.rows import Column
from workbench.ui.kit.table import RowTable
from workbench.ui.theme import look


@dataclass(frozen=True, slots=True)
class _Pick:
    """A person in the list and whether they are ticked."""

    person: ShownPerson
    ticked: bool


class PeoplePicker(Dialog):
    """A list to find people in; Enter takes the person, or ticks them where several are wanted."""

    def __init__(
        self,
        over: QWidget,
        title: str,
        verb: str,
        people: Sequence[ShownPerson],
        done: Callable[[tuple[int, ...]], None],
        *,
        several: bool = False,
        ticked: Collection[int] = (),
    ) -> None:
        super().__init__(over, title, verb, width=460)
        self._people, self._done, self._several = people, done, several
        self._ticked = set(ticked)
        self.find_field = FindField("Find a person", keys="", width=400)
        self.find_field.textChanged.connect(lambda _text: self._show())
        self.table: RowTable[_Pick] = RowTable(
            self._columns(), name=lambda pick: pick.person.name, side=8
        )
        self.table.setMinimumHeight(look().px(320))
        self.table.opened.connect(self._opened)
        self.body.addWidget(self.find_field)
        self.body.addWidget(self.table)
        self.accepted.connect(self._accept)
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow down goes from the field into the list; Enter in the field takes the first."""
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Down and self._in_field:
            self.table.setFocus()
            self.table.choose(lambda _pick: True)
        elif plain and enter and self._in_field:
            self.table.choose(lambda _pick: True)
            self._opened(self.table.current_row())
        else:
            super().keyPressEvent(event)

    @property
    def _in_field(self) -> bool:
        return self.window().focusWidget() is self.find_field

    def _columns(self) -> list[Column[_Pick]]:
        def name(pick: _Pick) -> Cell:
            return PersonCell(pick.person.name, pick.person.department, pick.person.place)

        def tick(pick: _Pick) -> Cell:
            return TextCell("Here" if pick.ticked else "", icon="check" if pick.ticked else "")

        columns = [Column("name", "Name", name, lambda pick: fold(pick.person.name), stretch=True)]
        if self._several:
            columns.append(Column("tick", "In the room", tick, width=110))
        return columns

    def _show(self) -> None:
        wanted = fold(self.find_field.text()).split(" ")
        found = [
            _Pick(person, person.id in self._ticked)
            for person in self._people
            if all(part in fold(f"{person.name} {person.department}") for part in wanted)
        ]
        self.table.show_rows(found)
        self.do_button.setEnabled(not self._several or bool(self._ticked))
        if self._several:
            self.effect.say(f"{counted(len(self._ticked), 'person', 'people')} ticked")

    def _opened(self, pick: _Pick | None) -> None:
        if pick is None:
            return
        if not self._several:
            self._take((pick.person.id,))
            return
        self._ticked ^= {pick.person.id}
        self._show()
        self.table.choose(lambda other: other.person.id == pick.person.id)

    def _accept(self) -> None:
        if self._several:
            self._take(tuple(sorted(self._ticked)))
            return
        pick = self.table.current_row()
        if pick is not None:
            self._take((pick.person.id,))

    def _take(self, people: tuple[int, ...]) -> None:
        self.finish()
        self._done(people)
