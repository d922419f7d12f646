"""The field above a list that filters it while typing."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from workbench.ui.kit.own_undo import OwnUndo
from workbench.ui.kit.themed import Themed
from workbench.ui.theme import look, paint_icon


class FindField(Themed, QLineEdit):
    """A field that filters while typing; Esc clears it, undo is always the program's."""

    def __init__(
        self, hint: str = "Find", keys: str = "Ctrl F", width: int = 176,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._keys, self._wide = keys, width
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        OwnUndo(self, typing=False)
        self.restyle()

    def restyle(self) -> None:
        """Make room for the glass at the left and the key at the right."""
        right = look().px(58) if self._keys else look().px(8)
        self.setTextMargins(look().px(34) - 10, 0, right, 0)
        self.setFont(look().font())

    def sizeHint(self) -> QSize:
        """The width asked for, the height of a control."""
        return QSize(look().px(self._wide), look().px(32))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc clears what was typed before it does anything else."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the glass and the key."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = look().px(16)
        box = QRectF(look().px(11), (self.height() - side) / 2, side, side)
        paint_icon(painter, "search", box, look().colour("text_2"))
        if self._keys and not self.text():
            painter.setFont(look().font("caption"))
            painter.setPen(look().colour("text_2"))
            where = QRectF(self.rect()).adjusted(0, 0, -look().px(12), 0)
            flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(where, flags, self._keys)
