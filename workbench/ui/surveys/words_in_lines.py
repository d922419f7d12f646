"""Words set in lines of a width: how high they are, and how narrow they may become."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFontMetricsF, QTextLayout, QTextOption

from workbench.ui.kit.text import typeset
from workbench.ui.theme import look


def set_lines(
    words: str,
    width: float,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignHCenter,
    role: str = "body",
) -> tuple[QTextLayout, float]:
    """Return the words laid out in lines of `width` pixels, and their height in pixels."""
    layout = QTextLayout(typeset(words), look().font(role))
    option = QTextOption(align | Qt.AlignmentFlag.AlignAbsolute)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    height = 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, height + (look().line(role) - line.height()) / 2))
        height += look().line(role)
    layout.endLayout()
    return layout, height


def least_width(words: str) -> float:
    """Return the width in pixels of the longest word, under which it would be broken."""
    metrics = QFontMetricsF(look().font("body"))
    return max((metrics.horizontalAdvance(word) for word in words.split()), default=0.0)
