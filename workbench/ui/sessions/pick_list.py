"""A searchable list of a dialog, and a list whose rows are ticked by keys or clicks."""

from collections.abc import Callable, Hashable, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from workbench.ui.kit.filters import FindField
from workbench.ui.kit.rows import Column, Row
from workbench.ui.kit.table import RowTable
from workbench.ui.theme import look

_HEIGHT, _LEAST, _NARROW = 440, 240, 680
_AROUND, _AIR = 140, 96  # head and foot of a dialog; its gaps, and those round it


class SideList(RowTable[Row]):
    """The rows at the left of a dialog, without a title row; Enter leads on (`opened`)."""

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        name: Callable[[Row], str],
        key: Callable[[Row], Hashable],
    ) -> None:
        super().__init__(columns, name, key=key, side=12, row_height=48)
        self.horizontalHeader().hide()
        self.setMinimumWidth(look().px(200))


class PickTable(SideList[Row]):
    """Space ticks a row or takes the tick away, Ctrl+A ticks all, Enter is done; a click ticks."""

    ticked = Signal(object)
    all_wanted = Signal()
    done = Signal()

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        name: Callable[[Row], str],
        key: Callable[[Row], Hashable],
    ) -> None:
        super().__init__(columns, name, key)
        self.clicked.connect(self._tick)

    def keyPressEvent(self, event: Any) -> None:  # noqa: ANN401 - QKeyEvent, as in RowTable
        """What each key does; see the class."""
        held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Space:
            self._tick(self.currentIndex())
        elif event.key() == Qt.Key.Key_A and held:
            self.all_wanted.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not held:
            self.done.emit()
        else:
            super().keyPressEvent(event)

    def _tick(self, index: QModelIndex) -> None:
        row = self.rows.row(index.row()) if index.isValid() else None
        if row is not None:
            self.ticked.emit(row)


class ListFind(FindField):
    """A find field above a list: Down and Enter lead into the list."""

    down = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Lead on, or type."""
        plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        on = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() in on and plain:
            self.down.emit()
        else:
            super().keyPressEvent(event)


def two_panes(left: Sequence[QWidget], right: Sequence[QWidget], window: QWidget) -> QWidget:
    """Return two columns as high as a dialog has room for, one below the other where narrow."""
    holder = QWidget()
    narrow = window.width() < look().px(_NARROW)
    direction = QBoxLayout.Direction
    row = QBoxLayout(direction.TopToBottom if narrow else direction.LeftToRight, holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(16)
    for share, widgets in ((4, left), (5, right)):
        pane = QWidget()
        column = QVBoxLayout(pane)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in widgets:
            column.addWidget(widget, 1 if isinstance(widget, RowTable) else 0)
        row.addWidget(pane, share)
    room = window.height() - look().px(_AROUND) - _AIR
    high = max(look().px(_LEAST), min(look().px(_HEIGHT), room))
    holder.setFixedHeight(look().px(2 * _LEAST) if narrow else high)
    return holder
