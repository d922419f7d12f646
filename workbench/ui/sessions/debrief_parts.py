"""Parts of the debrief page: an answer that keeps itself, and planned beside taken as bars."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QHideEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from workbench.foundation.text import kept
from workbench.sessions.actuals import OVER_BY, BlockTime
from workbench.ui.kit import paint
from workbench.ui.kit.inputs import TextArea
from workbench.ui.kit.panel import clear
from workbench.ui.kit.text import Text
from workbench.ui.kit.themed import Themed
from workbench.ui.theme import look

_KEPT_AFTER_MS = 1200
_LINES = 4


class AnswerArea(TextArea):
    """One answer: kept when typing rests, when the field is left, and when the page is."""

    def __init__(self, question: str, keep: Callable[[str], object]) -> None:
        super().__init__("", "", lines=_LINES)
        self._keep = keep
        self._stored = ""
        self.setAccessibleName(question)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_KEPT_AFTER_MS)
        self._rest.timeout.connect(self.keep_now)
        self.textChanged.connect(self._rest.start)

    def show_answer(self, text: str, *, afresh: bool) -> None:
        """Show what is stored; words being typed meanwhile stay, unless it is another session's."""
        typing = kept(self.toPlainText()) != self._stored
        self._stored = text
        if afresh or (not typing and kept(self.toPlainText()) != text):
            self.setPlainText(text)
            self._rest.stop()

    def keep_now(self) -> None:
        """Keep what stands here, if it changed."""
        self._rest.stop()
        text = self.toPlainText()
        if kept(text) != self._stored:
            self._stored = kept(text)
            self._keep(text)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keep it when the field is left."""
        super().focusOutEvent(event)
        self.keep_now()

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep it when the page is left."""
        super().hideEvent(event)
        self.keep_now()


class TimeLines(QWidget):
    """One line for each block: what it is called, planned and taken in words and as a bar."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)

    def show_times(self, times: Sequence[BlockTime]) -> None:
        """Show other blocks, all on one scale."""
        clear(self._column)
        longest = max((max(time.planned, time.taken) for time in times), default=1)
        for time in times:
            self._column.addWidget(_line(time, longest))


class TimeBar(Themed, QWidget):
    """Minutes taken as a bar from 0, with a tick where the plan ended."""

    def __init__(self, time: BlockTime, longest: int) -> None:
        super().__init__()
        self._time, self._longest = time, max(1, longest)
        self.setAccessibleName(f"{time.title}: {time.words}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Any width."""
        return QSize(look().px(80), look().px(12))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw what was taken within the plan, what beyond it, and the tick."""
        painter = QPainter(self)
        middle, high = self.height() / 2, look().px(6)
        taken, planned = self._at(self._time.taken), self._at(self._time.planned)
        ground = QRectF(0, middle - high / 2, self.width(), high)
        paint.rounded(painter, ground, 3, look().colour("hover"))
        inside = QRectF(0, ground.top(), min(taken, planned), high)
        paint.rounded(painter, inside, 3, look().colour("border_control"))
        if self._time.over >= OVER_BY:
            beyond = QRectF(planned, ground.top(), taken - planned, high)
            painter.fillRect(beyond, look().colour("warn"))
        elif taken > planned:
            beyond = QRectF(planned, ground.top(), taken - planned, high)
            painter.fillRect(beyond, look().colour("border_control"))
        tick = QRectF(max(0.0, round(planned) - 1), 0, 2, self.height())
        painter.fillRect(tick, look().colour("text"))

    def _at(self, minutes: int) -> float:
        return self.width() * minutes / self._longest


def _line(time: BlockTime, longest: int) -> QWidget:
    line = QWidget()
    column = QVBoxLayout(line)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    words = QHBoxLayout()
    words.setSpacing(12)
    track = "" if time.track is None else f"Track {time.track}: "
    words.addWidget(Text(f"{track}{time.title}", wrap=True), 1)
    tone = "warn" if time.over >= OVER_BY else "text_2"
    words.addWidget(Text(time.words, tone=tone), 0, Qt.AlignmentFlag.AlignTop)
    column.addLayout(words)
    column.addWidget(TimeBar(time, longest))
    return line
