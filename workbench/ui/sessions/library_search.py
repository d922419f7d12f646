"""The face of the library that finds: field, filters, the methods that match, their count."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from workbench.foundation.words import BlockKind
from workbench.sessions.agenda import AgendaBlock
from workbench.sessions.method_search import MethodEntry, Wish
from workbench.ui.kit.buttons import Button, IconButton
from workbench.ui.kit.chips import Icon
from workbench.ui.kit.filters import FindField
from workbench.ui.kit.flow import Flow
from workbench.ui.kit.menus import Item, pop_up
from workbench.ui.kit.panel import clear
from workbench.ui.kit.text import Text
from workbench.ui.kit.themed import frame, hairline
from workbench.ui.sessions.filter_chip import FilterChip
from workbench.ui.sessions.library_presenter import Room
from workbench.ui.sessions.method_list import MethodList
from workbench.ui.sessions.session_words import BLOCK_WORDS

_SIDE = 16
_MORE = {"remote": "Works remotely", "own": "My own", "rated": "Rated 4 or 5"}


class LibrarySearch(QWidget):
    """Typing narrows the list at once; Enter adds, Right or a click opens a method."""

    wished = Signal(object)
    write_wanted = Signal(str)
    bring_in_wanted = Signal()

    def __init__(self, block_for: Callable[[MethodEntry], AgendaBlock]) -> None:
        super().__init__()
        self._limit, self._people = Room().limit, 0
        self.kind: BlockKind | None = None
        self.field = FindField('Find a method, e.g. "quiet start"', keys="")
        self.field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.field.setAccessibleName("Find a method")
        self.field.installEventFilter(self)
        self.fits = FilterChip("Fits the group", on=True)
        self.hybrid = FilterChip("Works hybrid", on=True)
        self.short = FilterChip(f"Up to {self._limit} min")
        self.more = {key: FilterChip(words, on=True) for key, words in _MORE.items()}
        self.kind_chip = FilterChip("", on=True)
        self.filter_button = IconButton("filter", "More filters", self._open_filters, size="small")
        self.list = MethodList(block_for)
        self.list.left_upwards.connect(self.field.setFocus)
        self.count = Text("", "caption", "text_2")
        self.notes = QVBoxLayout()
        self.notes.setSpacing(0)
        self._make()

    def wish(self) -> Wish:
        """Return what is looked for."""
        return Wish(
            words=self.field.text(),
            kind=self.kind,
            people=self._people if self.fits.isChecked() and self._people else None,
            minutes=self._limit if self.short.isChecked() else None,
            hybrid=self.hybrid.isChecked(),
            remote=self._is_on("remote"),
            own=self._is_on("own"),
            rated=4 if self._is_on("rated") else None,
        )

    def show_room(self, room: Room) -> None:
        """Ask for another number of people and minutes."""
        self._people, self._limit = room.people, room.limit
        self.fits.say(f"Fits {room.people} people")
        self.fits.setVisible(bool(room.people))
        self.short.say(f"Up to {room.limit} min")
        self._tell()

    def show_matches(self, entries: Sequence[MethodEntry], whole: int) -> None:
        """Show what matches; with nothing, what can be done about it."""
        current = self.list.current()
        self.list.show_entries(entries, current.method.folded if current else "")
        self.list.setVisible(bool(entries))
        self._nothing.setVisible(not entries)
        if entries:
            words = f"{len(entries)} of {whole} methods match. Drag one in, or press Enter."
        else:
            words = f"None of {whole} methods matches."
        self.count.say(words)

    def follow(self, name: str) -> None:
        """Put the cursor on the method of a folded name, unless somebody moves it by hand."""
        if name and not self.list.hasFocus():
            self.list.choose(name)

    def show_notes(self, notes: Sequence[str], tone: str = "warn") -> None:
        """Show sentences above the list, such as what could not be read."""
        clear(self.notes)
        for sentence in notes:
            line = frame("noteDanger" if tone == "danger" else "noteWarn")
            column = QVBoxLayout(line)
            column.setContentsMargins(_SIDE, 8, _SIDE, 8)
            column.addWidget(Text(sentence, "caption", tone, wrap=True))
            self.notes.addWidget(line)

    def loosen(self) -> None:
        """Take every filter away, keep the words."""
        self.kind = None
        for chip in (self.fits, self.hybrid, self.short):
            chip.setChecked(False)
        for chip in (*self.more.values(), self.kind_chip):
            chip.hide()
        self._tell()

    def choose_kind(self, kind: BlockKind | None) -> None:
        """Ask for one kind of block, or for any."""
        self.kind = kind
        self.kind_chip.say(BLOCK_WORDS[kind] if kind else "")
        self.kind_chip.setChecked(True)
        self.kind_chip.setVisible(kind is not None)
        self._tell()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Arrows in the field move in the list, Enter adds what has the cursor."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Down:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        entry = self.list.current()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and entry is not None:
            self.list.added.emit(entry)
            return True
        return False

    def _make(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        top = QWidget()
        above = QVBoxLayout(top)
        above.setContentsMargins(_SIDE, 0, _SIDE, 12)
        above.setSpacing(10)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.field, 1)
        row.addWidget(self.filter_button)
        above.addLayout(row)
        above.addWidget(self._chips())
        column.addWidget(top)
        column.addWidget(hairline())
        column.addLayout(self.notes)
        column.addWidget(self.list, 1)
        self._nothing = self._made_nothing()
        column.addWidget(self._nothing, 1)
        foot = frame("footer")
        below = QVBoxLayout(foot)
        below.setContentsMargins(_SIDE, 12, _SIDE, 12)
        below.addWidget(self.count)
        column.addWidget(foot)
        self.field.textChanged.connect(lambda _: self._tell())
        for chip in (self.fits, self.hybrid, self.short):
            chip.toggled.connect(lambda _: self._tell())
        for chip in self.more.values():
            chip.clicked.connect(lambda _=False, chip=chip: self._drop(chip))
        self.kind_chip.clicked.connect(lambda _=False: self.choose_kind(None))

    def _chips(self) -> QWidget:
        holder = QWidget()
        flow = Flow(holder, gap=6, row_gap=6)
        for chip in (self.fits, self.hybrid, self.short, self.kind_chip, *self.more.values()):
            flow.addWidget(chip)
        for chip in (self.fits, self.kind_chip, *self.more.values()):
            chip.hide()
        policy = holder.sizePolicy()
        policy.setHeightForWidth(True)
        holder.setSizePolicy(policy)
        return holder

    def _made_nothing(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(24, 32, 24, 24)
        column.setSpacing(10)
        column.addWidget(Icon("book", "accent", 32), 0, Qt.AlignmentFlag.AlignHCenter)
        self._nothing_words = Text(
            "No method here matches all of this. Take a filter away, or write down how you do it.",
            tone="text_2", wrap=True, align=Qt.AlignmentFlag.AlignHCenter,
        )  # fmt: skip
        column.addWidget(self._nothing_words)
        loosen = Button("Take filters away", self.loosen, kind="ghost")
        write = Button("Write your own method", self._write, icon="pencil")
        for button in (write, loosen):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        holder.hide()
        return holder

    def _write(self) -> None:
        self.write_wanted.emit(self.field.text().strip())

    def _is_on(self, key: str) -> bool:
        return not self.more[key].isHidden()

    def _drop(self, chip: FilterChip) -> None:
        chip.hide()
        chip.setChecked(True)
        self._tell()

    def _add(self, key: str) -> None:
        self.more[key].show()
        self._tell()

    def _tell(self) -> None:
        self.wished.emit(self.wish())

    def _open_filters(self) -> None:
        items = [
            Item(BLOCK_WORDS[kind], partial(self.choose_kind, kind), checked=kind is self.kind)
            for kind in BlockKind
        ]
        items += [
            Item(words, partial(self._add, key), checked=self._is_on(key))
            for key, words in _MORE.items()
        ]
        pop_up(items, self.filter_button, right=True)
