"""Cells of the results tables: a statement, its bars of answers, its mean on the scale."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from workbench.insights.item_changes import ItemReading
from workbench.ui.kit import paint
from workbench.ui.kit.cells import LEFT
from workbench.ui.kit.text import elided
from workbench.ui.surveys.results_lines import Axis, ResultLine
from workbench.ui.theme import look, paint_icon

_AXIS_AIR = 8


def measure_colour(measure: str) -> QColor:
    """Return the colour of a measure on charts, the accent for those without one of their own."""
    if measure in ("safety", "loneliness"):
        return look().chart(measure)
    return look().colour("accent")


def tick_at(where: QRectF, axis: Axis, value: float) -> float:
    """Return the x of a value on an axis drawn into a cell."""
    air = look().px(_AXIS_AIR)
    return where.left() + air + axis.share(value) * (where.width() - 2 * air)


@dataclass(frozen=True, slots=True)
class StatementCell:
    """A statement over at most two lines, or a department behind its mark."""

    line: ResultLine

    @property
    def said(self) -> str:
        """The whole row in words."""
        return self.line.said

    @property
    def why(self) -> str:
        """The full statement, for the tooltip."""
        return self.line.title

    def width(self) -> float:
        """The words on one line."""
        return QFontMetricsF(look().font()).horizontalAdvance(self.line.title)

    def paint(self, painter: QPainter, where: QRectF, _align: Qt.AlignmentFlag) -> None:
        """Draw the words, wrapped, with the note in grey behind them where it fits."""
        line = self.line
        if line.place != -1:
            side = look().px(8)
            paint.mark(
                painter, QPointF(where.left() + side / 2, where.center().y()), line.place, side
            )
            where = where.adjusted(look().px(15), 0, 0, 0)
        first, second = _in_two(line.title, where.width())
        height = look().line()
        top = where.center().y() - (height if second or self._note_below(where) else height / 2)
        self._words(painter, QRectF(where.left(), top, where.width(), height), first)
        below = QRectF(where.left(), top + height, where.width(), height)
        if second:
            self._words(painter, below, second)
        if line.note:
            self._note(
                painter, below if second or self._note_below(where) else where, second, first
            )

    def _note_below(self, where: QRectF) -> bool:
        used = QFontMetricsF(look().font()).horizontalAdvance(self.line.title)
        return bool(self.line.note) and used + self._note_width() > where.width()

    def _note_width(self) -> float:
        return QFontMetricsF(look().font("caption")).horizontalAdvance(self.line.note) + look().px(
            8
        )

    def _words(self, painter: QPainter, where: QRectF, words: str) -> None:
        painter.setFont(look().font())
        painter.setPen(look().colour("text"))
        elided(painter, where, words, LEFT)

    def _note(self, painter: QPainter, where: QRectF, second: str, first: str) -> None:
        metrics = QFontMetricsF(look().font())
        before = second or ("" if self._note_below(where) else first)
        left = metrics.horizontalAdvance(before) + (look().px(8) if before else 0)
        painter.setFont(look().font("caption"))
        painter.setPen(look().colour("text_3"))
        elided(painter, where.adjusted(left, 0, 0, 0), self.line.note, LEFT)


@dataclass(frozen=True, slots=True)
class AnswersCell:
    """Bars of answers, lowest answer first, or how many answered, or why nothing is shown."""

    line: ResultLine
    measure: str

    @property
    def said(self) -> str:
        """The counts in words, or the reason."""
        return self.line.reason or self.line.answers

    def width(self) -> float:
        """Room for the bars."""
        return look().px(92)

    def paint(self, painter: QPainter, where: QRectF, align: Qt.AlignmentFlag) -> None:
        """Draw the bars or the words."""
        if self.line.bars:
            self._bars(painter, where)
            return
        hidden = bool(self.line.reason)
        if hidden:
            side = look().px(16)
            box = QRectF(where.left(), where.center().y() - side / 2, side, side)
            paint_icon(painter, "eye-off", box, look().colour("text_3"))
            where = where.adjusted(look().px(24), 0, 0, 0)
        painter.setFont(look().font())
        painter.setPen(look().colour("text_2"))
        elided(painter, where, self.said, align)

    def _bars(self, painter: QPainter, where: QRectF) -> None:
        counts = self.line.bars
        room = min(where.width(), float(look().px(92)))
        step = room / len(counts)
        tallest, most = where.height() - look().px(14), max(counts)
        foot = where.bottom() - look().px(7)
        colour = measure_colour(self.measure)
        for place, count in enumerate(counts):
            height = max(1.0, tallest * count / most)
            tone = colour if count else look().colour("border_strong")
            left = where.left() + place * step
            paint.rounded(painter, QRectF(left, foot - height, step - 3, height), 1.5, tone)


@dataclass(frozen=True, slots=True)
class ScaleCell:
    """A mean as a dot with its interval on the scale, the wave before as a hollow dot."""

    line: ResultLine
    measure: str

    @property
    def said(self) -> str:
        """Mean and interval in words."""
        line = self.line
        if line.mean is None:
            return ""
        words = f"mean {line.shown_mean}"
        if line.ci_low is not None and line.ci_high is not None:
            words += f", 95% interval {line.ci_low:.1f} to {line.ci_high:.1f}"
        return f"{words}, before {line.before:.1f}" if line.before is not None else words

    def width(self) -> float:
        """Room for the scale."""
        return look().px(240)

    def paint(self, painter: QPainter, where: QRectF, _align: Qt.AlignmentFlag) -> None:
        """Draw grid, interval and dots."""
        axis, middle = self.line.axis, where.center().y()
        painter.setPen(QPen(look().chart("grid"), 1))
        inset = look().px(8)
        for value, _ in axis.ticks:
            x = round(tick_at(where, axis, value)) + 0.5
            painter.drawLine(QPointF(x, where.top() + inset), QPointF(x, where.bottom() - inset))
        if self.line.mean is None:
            return
        if self.line.before is not None:
            self._hollow(painter, QPointF(tick_at(where, axis, self.line.before), middle))
        self._interval(painter, where, middle)
        self._dot(painter, QPointF(tick_at(where, axis, self.line.mean), middle))

    def _interval(self, painter: QPainter, where: QRectF, middle: float) -> None:
        low, high = self.line.ci_low, self.line.ci_high
        if low is None or high is None:
            return
        ends = [tick_at(where, self.line.axis, end) for end in (low, high)]
        pen = QPen(measure_colour(self.measure), look().px(2.5))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawLine(QPointF(ends[0], middle), QPointF(ends[1], middle))

    def _dot(self, painter: QPainter, centre: QPointF) -> None:
        painter.setPen(QPen(look().colour("surface"), 1.5))
        painter.setBrush(measure_colour(self.measure))
        painter.drawEllipse(centre, look().px(5.5), look().px(5.5))

    def _hollow(self, painter: QPainter, centre: QPointF) -> None:
        painter.setPen(QPen(look().chart("previous"), look().px(1.6)))
        painter.setBrush(look().colour("surface"))
        painter.drawEllipse(centre, look().px(4.5), look().px(4.5))


@dataclass(frozen=True, slots=True)
class LastCell:
    """The change since the other wave and what it may be called, or an interval in words."""

    line: ResultLine

    @property
    def said(self) -> str:
        """Both parts."""
        return " ".join(part for part in (self.line.last, self.line.last_note) if part)

    def width(self) -> float:
        """Room for both parts."""
        return look().px(120)

    def paint(self, painter: QPainter, where: QRectF, _align: Qt.AlignmentFlag) -> None:
        """Draw the value, and the note behind it."""
        painter.setFont(look().font())
        painter.setPen(look().colour("text_2"))
        elided(painter, where, self.line.last, LEFT)
        used = QFontMetricsF(look().font()).horizontalAdvance(self.line.last) + look().px(8)
        hint = self.line.last_note not in ("", ItemReading.TOO_EARLY)
        painter.setFont(look().font("caption_strong" if hint else "caption"))
        painter.setPen(look().colour("text" if hint else "text_3"))
        elided(painter, where.adjusted(used, 0, 0, 0), self.line.last_note, LEFT)


def _in_two(words: str, width: float) -> tuple[str, str]:
    """Break words into a line that fits and the rest; the rest is empty where all fit."""
    metrics = QFontMetricsF(look().font())
    if metrics.horizontalAdvance(words) <= width:
        return words, ""
    parts = words.split(" ")
    for many in range(len(parts) - 1, 0, -1):
        first = " ".join(parts[:many])
        if metrics.horizontalAdvance(first) <= width:
            return first, " ".join(parts[many:])
    return words, ""
