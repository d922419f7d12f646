"""A menu with many choices: letters find among them, arrows move, Enter takes, Esc closes."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from workbench.foundation.text import fold
from workbench.ui.kit.find_field import FindField
from workbench.ui.kit.text import Text
from workbench.ui.theme import look

_MOST_LINES, _LINE, _WIDTH = 10, 28, 264
_IN_THE_LIST = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)
_TAKES = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FindMenu(QFrame):
    """Goes when something was taken, on Esc, and on a press elsewhere; `take` gets the key."""

    def __init__(
        self, choices: Sequence[tuple[str, str]], held: str, take: Callable[[str], object],
        parent: QWidget,
    ) -> None:  # fmt: skip
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("findMenu")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._choices = [(key, label, fold(label)) for key, label in choices]
        self._held, self._take = held, take
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 6)
        column.setSpacing(6)
        self.find_field = FindField("Type to find", keys="", width=_WIDTH)
        self.find_field.textChanged.connect(lambda _text: self._show())
        self.find_field.installEventFilter(self)
        self.list = QListWidget()
        self.list.setFont(look().font())
        self.list.setUniformItemSizes(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemClicked.connect(self._taken)
        self.list.currentTextChanged.connect(self.find_field.setAccessibleDescription)
        self.nothing = Text("Nothing fits.", tone="text_2")
        for part in (self.find_field, self.list, self.nothing):
            column.addWidget(part)
        self._show()

    def pop_up(self, below: QWidget) -> None:
        """Show the menu below a widget, inside the screen, the cursor in its field."""
        self.adjustSize()
        at = below.mapToGlobal(QPoint(0, below.height() + 4))
        room = below.screen().availableGeometry()
        left = max(room.left(), min(at.x(), room.right() - self.width()))
        above = below.mapToGlobal(QPoint(0, 0)).y() - self.height() - 4
        fits = at.y() + self.height() <= room.bottom() or above < room.top()
        self.move(left, at.y() if fits else above)
        self.show()
        self.find_field.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Keys of the list move in it while the cursor stays in the field."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() in _IN_THE_LIST:
            self.list.event(event)
        elif event.key() in _TAKES:
            self._taken(self.list.currentItem())
        elif event.key() == Qt.Key.Key_Escape and not self.find_field.text():
            self.close()
        else:
            return False
        return True

    def _show(self) -> None:
        words = fold(self.find_field.text()).split()
        self.list.clear()
        for key, label in self._fitting(words):
            item = QListWidgetItem(label, self.list)
            item.setData(Qt.ItemDataRole.UserRole, key)
            item.setSizeHint(QSize(look().px(_WIDTH) - 24, look().px(_LINE)))
            item.setToolTip(label)
            if key == self._held and not words:
                self.list.setCurrentItem(item)
        found = self.list.count()
        if self.list.currentItem() is None:
            self.list.setCurrentRow(0)
        self.list.setVisible(found > 0)
        self.nothing.setVisible(found == 0)
        self.list.setFixedHeight(look().px(_LINE) * min(max(found, 1), _MOST_LINES) + 2)
        self.list.scrollToItem(self.list.currentItem())
        self.adjustSize()

    def _fitting(self, words: Sequence[str]) -> list[tuple[str, str]]:
        """Return the choices that hold the words, those first whose words begin with them."""
        begun, within = [], []
        for key, label, folded in self._choices:
            if all(f" {folded}".find(f" {word}") >= 0 for word in words):
                begun.append((key, label))
            elif all(word in folded for word in words):
                within.append((key, label))
        return [*begun, *within]

    def _taken(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            key = str(item.data(Qt.ItemDataRole.UserRole))
            self.close()
            self._take(key)
