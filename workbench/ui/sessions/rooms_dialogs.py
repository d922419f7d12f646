"""Small dialogs of the rooms: who else comes, who is on screen, what a room is called."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from workbench.foundation.text import clean, counted, fold
from workbench.sessions.rooms_queries import RoomPerson
from workbench.ui.kit.dialog import Dialog
from workbench.ui.kit.forms import Field, Form
from workbench.ui.kit.inputs import LineInput
from workbench.ui.kit.text import Text
from workbench.ui.theme import look

_ROW = 28


class NameList(QListWidget):
    """People by name, found by typing."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFont(look().font())
        self.setMinimumHeight(look().px(220))

    def show_people(
        self, people: Sequence[RoomPerson], ticked: frozenset[int] | None = None
    ) -> None:
        """Show people; with `ticked` each has a box."""
        self.clear()
        for person in people:
            place = person.department.name if person.department else ""
            words = f"{person.name}, {place}" if place else person.name
            item = QListWidgetItem(words)
            item.setData(Qt.ItemDataRole.UserRole, person.id)
            item.setSizeHint(QSize(0, look().px(_ROW)))
            if ticked is not None:
                state = Qt.CheckState.Checked if person.id in ticked else Qt.CheckState.Unchecked
                item.setCheckState(state)
            self.addItem(item)
        if people:
            self.setCurrentRow(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Ctrl+Enter and Esc to the dialog."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() == Qt.Key.Key_Escape or (
            control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        ):
            event.ignore()
            return
        super().keyPressEvent(event)

    @property
    def chosen(self) -> int | None:
        """The person the cursor is on."""
        row = self.currentRow()
        return int(self.item(row).data(Qt.ItemDataRole.UserRole)) if row >= 0 else None

    @property
    def ticked(self) -> list[int]:
        """Everybody whose box is ticked."""
        items = [self.item(row) for row in range(self.count())]
        return [
            int(item.data(Qt.ItemDataRole.UserRole))
            for item in items
            if item.checkState() is Qt.CheckState.Checked
        ]


class ComingDialog(Dialog):
    """Who comes after all: typing finds, Enter seats them; an unknown name becomes a guest."""

    def __init__(
        self,
        over: QWidget,
        people: Sequence[RoomPerson],
        seat: Callable[[int], object],
        guest: Callable[[str], object],
    ) -> None:
        super().__init__(
            over, "Who else comes?", "Give a seat", width=440,
            subtitle="Whoever comes joins the smallest room.",
        )  # fmt: skip
        self._people, self._seat, self._guest = list(people), seat, guest
        self.name = _Typed(hint="Type a name")
        self.list = NameList("People without a seat")
        self.list.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.body.addWidget(Form(Field("Name", self.name, key="name")))
        self.body.addWidget(self.list)
        self.name.textChanged.connect(lambda _: self._find())
        self.name.stepped.append(self._step)
        self.name.returnPressed.connect(self.accept)
        self.list.itemDoubleClicked.connect(lambda _: self.accept())
        self.accepted.connect(self._take)
        self._find()

    def _find(self) -> None:
        wanted = fold(self.name.text())
        found = [one for one in self._people if wanted in fold(one.name)]
        self.list.show_people(found)
        typed = clean(self.name.text())
        self.do_button.setEnabled(bool(found or typed))
        guest = typed and not found
        self.effect.say(f"{typed} joins as a guest." if guest else "")

    def _step(self, by: int) -> None:
        row = self.list.currentRow() + by
        self.list.setCurrentRow(max(0, min(self.list.count() - 1, row)))

    def _take(self) -> None:
        person, typed = self.list.chosen, clean(self.name.text())
        self.finish()
        if person is not None:
            self._seat(person)
        elif typed:
            self._guest(typed)


class _Typed(LineInput):
    """A field whose up and down arrows walk through the list below it."""

    def __init__(self, hint: str) -> None:
        super().__init__(hint=hint)
        self.stepped: list[Callable[[int], object]] = []

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step through the list."""
        by = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        if by:
            for step in self.stepped:
                step(by)
            return
        super().keyPressEvent(event)


class ScreensDialog(Dialog):
    """Ticks who joins on screen."""

    def __init__(
        self,
        over: QWidget,
        people: Sequence[RoomPerson],
        now: frozenset[int],
        keep: Callable[[list[int]], object],
    ) -> None:
        super().__init__(
            over, "Who joins on screen?", "Keep", width=440,
            subtitle="They sit together in the rooms on screen. Space ticks a name.",
        )  # fmt: skip
        self._keep = keep
        self.list = NameList("People, ticked where they join on screen")
        self.list.show_people(people, now)
        self.list.itemChanged.connect(lambda _: self._count())
        self.body.addWidget(self.list)
        self.accepted.connect(self._done)
        self._count()

    def _count(self) -> None:
        self.effect.say(counted(len(self.list.ticked), "person on screen", "people on screen"))

    def _done(self) -> None:
        self._keep(self.list.ticked)
        self.finish()


class RoomDialog(Dialog):
    """What a room is called and where it is."""

    def __init__(
        self,
        over: QWidget,
        name: str,
        place: str,
        keep: Callable[[str, str], object],
    ) -> None:
        super().__init__(over, f"Rename {name}", "Rename", width=400)
        self._keep = keep
        self.name, self.place = LineInput(name), LineInput(place)
        self.name.setMaxLength(60)
        self.place.setMaxLength(60)
        self.body.addWidget(
            Form(Field("Name", self.name, key="name"), Field("Place", self.place, key="place"))
        )
        self.body.addWidget(
            Text("The next draw starts with the same places.", "caption", "text_2", wrap=True)
        )
        self.accepted.connect(self._done)

    def _done(self) -> None:
        self._keep(clean(self.name.text()), clean(self.place.text()))
        self.finish()
