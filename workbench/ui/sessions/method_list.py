"""The methods that match, below each other: arrows move, Enter adds, a drag carries one along."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QDrag, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame, QListView

from workbench.sessions.agenda import AgendaBlock
from workbench.sessions.method_rules import minutes_words, people_words, spoken
from workbench.sessions.method_search import MethodEntry
from workbench.ui.kit.rows import Index
from workbench.ui.kit.themed import Themed
from workbench.ui.sessions.block_mime import block_mime
from workbench.ui.sessions.method_drawing import EntryRole, MethodDelegate
from workbench.ui.sessions.session_words import BLOCK_WORDS


def facts_words(entry: MethodEntry) -> str:
    """Return "Practise · 20 to 30 min · 3+ people", with the rating where there is one."""
    method = entry.method
    facts = [BLOCK_WORDS[method.kind], minutes_words(method.minutes), people_words(method.people)]
    if entry.rating:
        facts.append(f"rated {entry.rating}")
    return " · ".join(facts)


class MethodModel(QAbstractListModel):
    """The entries in the order of the search."""

    def __init__(self) -> None:
        super().__init__()
        self.entries: list[MethodEntry] = []

    def show(self, entries: Sequence[MethodEntry]) -> None:
        """Show other entries."""
        self.beginResetModel()
        self.entries = list(entries)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """How many there are."""
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """The entry itself, or its words."""
        entry = self.entries[index.row()]
        if role == EntryRole:
            return entry
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.method.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(entry.method, BLOCK_WORDS[entry.method.kind])
        if role == Qt.ItemDataRole.ToolTipRole:
            return entry.method.purpose or None
        return None


class MethodList(Themed, QListView):
    """`added` by Enter or the + of a row, `opened` by a click or Right; Up at the top leaves."""

    added = Signal(object)
    opened = Signal(object)
    menu_wanted = Signal(object, QPoint)
    left_upwards = Signal()

    def __init__(self, block_for: Callable[[MethodEntry], AgendaBlock]) -> None:
        super().__init__()
        self._block_for = block_for
        self._pressed: tuple[int, QPoint] | None = None
        self.methods = MethodModel()
        self.setModel(self.methods)
        self.drawing = MethodDelegate(facts_words, self)
        self.setItemDelegate(self.drawing)
        self.setObjectName("methodList")
        self.setAccessibleName("Methods")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setStyleSheet("background: transparent;")

    def show_entries(self, entries: Sequence[MethodEntry], current: str = "") -> None:
        """Show other entries; the one of the folded name is current, or else the first."""
        self.methods.show(entries)
        names = [entry.method.folded for entry in entries]
        row = names.index(current) if current in names else 0
        if names:
            self.setCurrentIndex(self.methods.index(row))

    def choose(self, name: str) -> None:
        """Put the cursor on the method of a folded name, where it is in the list."""
        names = [entry.method.folded for entry in self.methods.entries]
        if name in names:
            self.setCurrentIndex(self.methods.index(names.index(name)))

    def current(self) -> MethodEntry | None:
        """Return the entry with the cursor."""
        row = self.currentIndex().row()
        return self.methods.entries[row] if 0 <= row < len(self.methods.entries) else None

    def minimumSizeHint(self) -> QSize:
        """It may be small; it scrolls."""
        return QSize(80, 80)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter adds, Right opens, Menu asks for more; Up on the first row leaves."""
        entry, key = self.current(), Qt.Key(event.key())
        if entry is not None and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.added.emit(entry)
        elif entry is not None and key == Qt.Key.Key_Right:
            self.opened.emit(entry)
        elif entry is not None and key == Qt.Key.Key_Menu:
            where = self.visualRect(self.currentIndex()).center()
            self.menu_wanted.emit(entry, self.viewport().mapToGlobal(where))
        elif key == Qt.Key.Key_Up and self.currentIndex().row() <= 0:
            self.left_upwards.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a click or a drag began."""
        at = event.position().toPoint()
        row = self.indexAt(at).row()
        self._pressed = None
        if row >= 0:
            self.setCurrentIndex(self.methods.index(row))
            if event.button() == Qt.MouseButton.LeftButton:
                self._pressed = (row, at)
            elif event.button() == Qt.MouseButton.RightButton:
                where = event.globalPosition().toPoint()
                self.menu_wanted.emit(self.methods.entries[row], where)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Carry the method along once the mouse has gone far enough."""
        at = event.position().toPoint()
        self.drawing.follow(self.indexAt(at).row(), self._on_plus(at))
        self.viewport().update()
        if self._pressed is None:
            return
        row, began = self._pressed
        if (at - began).manhattanLength() >= QApplication.startDragDistance():
            self._pressed = None
            self.carry(self.methods.entries[row])

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the + adds, anywhere else it opens the method."""
        pressed, self._pressed = self._pressed, None
        at = event.position().toPoint()
        if pressed is None or self.indexAt(at).row() != pressed[0]:
            return
        entry = self.methods.entries[pressed[0]]
        (self.added if self._on_plus(at) else self.opened).emit(entry)

    def carry(self, entry: MethodEntry) -> None:
        """Begin to drag a block of the method, to be dropped into an agenda."""
        drag = QDrag(self)
        drag.setMimeData(block_mime(self._block_for(entry)))
        drag.exec(Qt.DropAction.CopyAction)

    def _on_plus(self, at: QPoint) -> bool:
        index = self.indexAt(at)
        return index.isValid() and self.drawing.plus_of(self.visualRect(index)).contains(at)
