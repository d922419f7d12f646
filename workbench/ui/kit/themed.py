"""Widgets that follow theme and text size by themselves."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QWidget

from workbench.ui.theme import look

if TYPE_CHECKING:
    _Mixin = QWidget
else:  # at run time Qt classes cannot be inherited from twice
    _Mixin = object


class Themed(_Mixin):
    """A mixin before a Qt widget: `restyle` runs once it is built and on every change of look."""

    def restyle(self) -> None:
        """Set fonts and fixed sizes from the present look."""

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the style sheet, which comes with every change of look."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.restyle()
            self.updateGeometry()
            self.update()


def frame(name: str, parent: QWidget | None = None) -> QFrame:
    """Return a plain surface whose looks the style sheet gives by name, such as "card"."""
    made = QFrame(parent)
    made.setObjectName(name)
    made.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    return made


def hairline(parent: QWidget | None = None, *, upright: bool = False) -> QFrame:
    """Return a line of one pixel between two things."""
    return frame("hairlineUpright" if upright else "hairline", parent)


def motion(kind: str) -> int:
    """Return how long a movement lasts in milliseconds: "fast", "base" or "slow"."""
    return look().motion[kind]
