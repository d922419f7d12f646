"""The ring of keyboard focus: 2 px with 1 px of air around whatever has the focus."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QMenu,
    QMenuBar,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

from workbench.foundation.tokens import tokens
from workbench.ui.kit.paint import rounded
from workbench.ui.theme import look

_INPUTS = (QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox)
_OWN = (QAbstractItemView, QMenu, QMenuBar)
_MOVES = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide)
_MOUSE = (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.PopupFocusReason)


class FocusRing(QWidget):
    """One ring that follows the focus; always on inputs, elsewhere when the keyboard led there."""

    def __init__(self, app: QApplication) -> None:
        super().__init__()
        self._target: QWidget | None = None
        self._by_mouse = False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        app.focusChanged.connect(self._moved)
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Remember whether mouse or keyboard led here; follow the focused widget."""
        kind = event.type()
        if kind == QEvent.Type.FocusIn and hasattr(event, "reason"):
            self._by_mouse = event.reason() in _MOUSE
        elif kind in _MOVES and self._carries(watched):
            self._place()
        return False

    def _carries(self, watched: QObject) -> bool:
        """Whether the focused widget moves with this one."""
        target = self._target
        if target is None or not isinstance(watched, QWidget) or not isValid(target):
            return False
        return watched is target or watched.isAncestorOf(target)

    def forget(self) -> None:
        """Leave the widget that has the focus, before it or its window goes."""
        self._target = None
        self._leave()

    def _leave(self) -> None:
        """Belong to nothing, so that a page that goes does not take the ring with it."""
        self.hide()
        if self.parentWidget() is not None:
            self.setParent(None)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ring."""
        radius = getattr(self._target, "radius", 6) + self._room()
        rounded(
            QPainter(self), QRectF(self.rect()), radius, None,
            look().colour("focus"), tokens().size["focus_ring"],
        )  # fmt: skip

    def _moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        self._target = now if now is not None and self._wanted(now) else None
        self._place()

    def _wanted(self, widget: QWidget) -> bool:
        if isinstance(widget, _OWN) or widget.property("ownFocus") or not _is_stop(widget):
            return False
        return not self._by_mouse or isinstance(widget, _INPUTS)

    def _place(self) -> None:
        target = self._target
        holder = target.parentWidget() if target is not None else None
        if target is None or holder is None or not target.isVisible():
            self._leave()
            return
        holder, around = self._roomy(target, holder)
        if self.parentWidget() is not holder:
            self.setParent(holder)
        self.setGeometry(around)
        self.show()
        self.raise_()

    def _roomy(self, target: QWidget, holder: QWidget) -> tuple[QWidget, QRect]:
        """Return the nearest holder that does not cut the ring, and where the ring lies in it."""
        room = self._room()
        while True:
            at = target.mapTo(holder, QPoint(0, 0))
            around = QRect(at, target.size()).adjusted(-room, -room, room, room)
            above = holder.parentWidget()
            if holder.rect().contains(around) or above is None or holder.isWindow():
                return holder, around
            if isinstance(above, QAbstractScrollArea):
                return holder, around
            holder = above

    @staticmethod
    def _room() -> int:
        return tokens().size["focus_ring"] + tokens().size["focus_gap"]


def _is_stop(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
