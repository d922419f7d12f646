"""Stages: what fills the window before a workspace is open; words at the left, a picture right."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from workbench.ui.kit.chips import Icon
from workbench.ui.kit.page import scrolled
from workbench.ui.kit.text import Text
from workbench.ui.kit.themed import Themed, frame, hairline
from workbench.ui.theme import look

_PICTURE_FROM = 1100


class Stage(Themed, QWidget):
    """The name of the program, a column of words and controls, and a picture where there is room.

    Fill `column`; `foot` stays at the bottom of the words.
    """

    def __init__(
        self, picture: QWidget, *, width: int = 556, share: int = 50, top: int = 56
    ) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._width, self._top = width, top
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._words = QWidget()
        self.column = QVBoxLayout()
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self._lay_out_words()
        self._line = hairline(upright=True)
        self.side = frame("window")
        inside = QVBoxLayout(self.side)
        inside.setContentsMargins(24, 24, 24, 24)
        inside.addWidget(picture, 1)
        row.addWidget(scrolled(self._words), share)
        row.addWidget(self._line)
        row.addWidget(self.side, 100 - share)
        self.restyle()

    def restyle(self) -> None:
        """Grow with the text."""
        if hasattr(self, "_holder"):
            self._holder.setMaximumWidth(look().px(self._width))
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Hide the picture where the window is narrow."""
        super().resizeEvent(event)
        self._fit()

    def _lay_out_words(self) -> None:
        outer = QHBoxLayout(self._words)
        outer.setContentsMargins(88, 0, 72, 0)
        self._holder = QWidget()
        self._holder.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        outer.addWidget(self._holder, 1)
        outer.addStretch(0)
        whole = QVBoxLayout(self._holder)
        whole.setContentsMargins(0, self._top, 0, 40)
        whole.setSpacing(0)
        name = QHBoxLayout()
        name.setSpacing(12)
        name.addWidget(Icon("mark", "accent", 34))
        name.addWidget(Text("Facilitator Workbench", "brand"), 1)
        whole.addLayout(name)
        whole.addLayout(self.column, 1)

    def _fit(self) -> None:
        shown = self.width() / look().scale >= _PICTURE_FROM
        self.side.setVisible(shown)
        self._line.setVisible(shown)
