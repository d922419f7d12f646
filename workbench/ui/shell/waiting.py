"""What stands in the window while a file is opened or closed: nothing at first, then a sentence."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.ui.kit.chips import Icon
from workbench.ui.kit.text import Text

_PATIENCE_MS = 400
_CENTRE = Qt.AlignmentFlag.AlignHCenter


class WaitingStage(QWidget):
    """Says what is being done, once that takes longer than a blink."""

    def __init__(self, sentence: str) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(sentence)
        self._words = QWidget(self)
        inside = QVBoxLayout(self._words)
        inside.setSpacing(16)
        inside.addWidget(Icon("mark", "accent", 48), 0, _CENTRE)
        inside.addWidget(Text(sentence, "lead", "text_2"), 0, _CENTRE)
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(self._words, 0, _CENTRE)
        column.addStretch(1)
        self._words.hide()
        patience = QTimer(self)
        patience.setSingleShot(True)
        patience.timeout.connect(self._words.show)
        patience.start(_PATIENCE_MS)
