"""Words on screen: one widget for every role of type, with the line heights of the design."""

import re
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from workbench.ui.kit.themed import Themed
from workbench.ui.theme import look

_WIDEST = 16_777_215.0
_BETWEEN = " · "
_HYPHEN = re.compile(r"(?<=[^\W\d])-(?=[^\W\d])")


@dataclass(frozen=True, slots=True)
class Span:
    """A run of words in one role of type and one colour token; empty takes that of the text."""

    text: str
    role: str = ""
    tone: str = ""


class Text(Themed, QLabel):
    """One or more lines of words; without `wrap`, cut words show in full in a tooltip.

    With `by_parts` whole parts ("a · b · c") go first, and a last one of which little is left.
    """

    def __init__(
        self,
        text: str = "",
        role: str = "body",
        tone: str = "text",
        *,
        wrap: bool = False,
        by_parts: bool = False,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._role, self._tone, self._wrap, self._align = role, tone, wrap, align
        self._by_parts = by_parts
        self._spans: tuple[Span, ...] = ()
        self._own_tip = ""
        policy = QSizePolicy(
            QSizePolicy.Policy.Preferred,
            QSizePolicy.Policy.Preferred if wrap else QSizePolicy.Policy.Fixed,
        )
        policy.setHeightForWidth(wrap)
        self.setSizePolicy(policy)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.say(text)
        self.restyle()

    def say(self, text: str, tone: str = "") -> None:
        """Show these words in the text's own role, and in another colour if one is named."""
        if tone:
            self._tone = tone
        self.say_spans(Span(text))

    def say_spans(self, *spans: Span) -> None:
        """Show runs of words that differ in weight or colour."""
        self._spans = spans
        super().setText("".join(span.text for span in spans))
        self.updateGeometry()
        self._offer_tip()
        self.update()

    def setToolTip(self, text: str) -> None:
        """Keep the tooltip asked for; without one, cut words show in full on hover."""
        self._own_tip = text
        super().setToolTip(text)

    def restyle(self) -> None:
        """Take the font of the role."""
        self.setFont(look().font(self._role))

    def sizeHint(self) -> QSize:
        """The words on one line, or wrapped at a comfortable width."""
        wide = _laid_out(self._layout(), _WIDEST, 1.0)[0]
        if self._wrap:
            width = min(wide, float(look().px(420)))
            return QSize(int(width) + 1, self.heightForWidth(int(width) + 1))
        return QSize(int(wide) + 1, self._line)

    def minimumSizeHint(self) -> QSize:
        """Room for a few letters, or for one word where lines wrap."""
        least = look().px(40) if self._wrap else min(self.sizeHint().width(), look().px(24))
        return QSize(least, self._line)

    def hasHeightForWidth(self) -> bool:
        """Only where lines wrap."""
        return self._wrap

    def heightForWidth(self, width: int) -> int:
        """How high the words are when wrapped at `width` pixels."""
        if not self._wrap:
            return self._line
        return int(_laid_out(self._layout(), float(max(width, 1)), self._line)[1])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See whether the words are cut now."""
        super().resizeEvent(event)
        self._offer_tip()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the words with the line height of their role."""
        painter = QPainter(self)
        layout = self._layout(elided_at=0 if self._wrap else self.width())
        _laid_out(layout, float(self.width()), self._line)
        painter.setPen(self._colour(self._tone))
        top = 0 if self._wrap else max(0, (self.height() - self._line) // 2)
        layout.draw(painter, QPointF(0, top))

    @property
    def _line(self) -> int:
        return look().line(self._role)

    def _colour(self, tone: str) -> QColor:
        if not self.isEnabled():
            tone = "text_disabled"
        return look().chart(tone[6:]) if tone.startswith("chart.") else look().colour(tone)

    def _offer_tip(self) -> None:
        if self._own_tip or self._wrap:
            return
        cut = self.width() < self.sizeHint().width() - 1
        super().setToolTip(self.text() if cut else "")

    def _layout(self, elided_at: int = 0) -> QTextLayout:
        # a line of its own only where lines wrap: Qt breaks lines at its own sign for it
        text = typeset(self.text()).replace("\n", "\u2028" if self._wrap else " ")
        font = look().font(self._role)
        if elided_at and len(self._spans) <= 1:
            text = self._cut(text, QFontMetricsF(font), elided_at)
        layout = QTextLayout(text, font)
        option = QTextOption(self._align)
        option.setWrapMode(
            QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
            if self._wrap
            else QTextOption.WrapMode.NoWrap
        )
        layout.setTextOption(option)
        if len(self._spans) > 1 or any(span.role or span.tone for span in self._spans):
            layout.setFormats(self._formats())
        return layout

    def _cut(self, text: str, metrics: QFontMetricsF, room: int) -> str:
        while self._by_parts and _BETWEEN in text and metrics.horizontalAdvance(text) > room:
            text = text.rpartition(_BETWEEN)[0]
        if self._by_parts and room < min(look().px(72), metrics.horizontalAdvance(text)):
            return ""
        return metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)

    def _formats(self) -> list[QTextLayout.FormatRange]:
        formats = []
        start = 0
        for span in self._spans:
            run = QTextLayout.FormatRange()
            run.start, run.length = start, _units(span.text)
            style = QTextCharFormat()
            style.setFont(look().font(span.role or self._role))
            style.setForeground(self._colour(span.tone or self._tone))
            run.format = style
            formats.append(run)
            start += run.length
        return formats


def typeset(text: str) -> str:
    """Return the words as they are drawn: Inter's tabular hyphen is made for figures, not words."""
    return _HYPHEN.sub("\u2010", text)


def _units(text: str) -> int:
    """Return the length in UTF-16 units, which is how Qt counts."""
    return len(text.encode("utf-16-le")) // 2


def _laid_out(layout: QTextLayout, width: float, line_height: float) -> tuple[float, float]:
    """Break the layout into lines of `line_height` pixels; return its natural width and height."""
    widest = height = 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        _place(line, width, height, line_height)
        widest = max(widest, line.naturalTextWidth())
        height += line_height
    layout.endLayout()
    return widest, max(height, line_height)


def _place(line: QTextLine, width: float, top: float, line_height: float) -> None:
    line.setLineWidth(width)
    line.setPosition(QPointF(0, top + (line_height - line.height()) / 2))


def elided(painter: QPainter, where: QRectF, text: str, align: Qt.AlignmentFlag) -> None:
    """Draw one line of words into the rectangle with the painter's font, cut with an ellipsis."""
    short = QFontMetricsF(painter.font()).elidedText(
        typeset(text), Qt.TextElideMode.ElideRight, where.width()
    )
    painter.drawText(where, align | Qt.AlignmentFlag.AlignVCenter, short)
