"""Parts of the planner: the facts of a session, what runs over with its mends, the last row."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from workbench.foundation.text import clean, counted
from workbench.sessions.overrun import Overrun
from workbench.sessions.talk_balance import Voice
from workbench.sessions.trims import Trim
from workbench.ui.kit.buttons import Button, Kind
from workbench.ui.kit.chips import Bar, Icon
from workbench.ui.kit.filters import FOOT_GAP, footer
from workbench.ui.kit.flow import Flow, flow_of
from workbench.ui.kit.panel import clear
from workbench.ui.kit.table import PAGE_SIDE
from workbench.ui.kit.text import Span, Text
from workbench.ui.kit.themed import Themed, frame
from workbench.ui.sessions.block_card import START_WIDTH
from workbench.ui.sessions.planner_plan import Plan
from workbench.ui.sessions.session_words import talk_words
from workbench.ui.theme import look

_VOICE_TONES = {
    Voice.SMALL_GROUPS: "accent",
    Voice.TOGETHER: "accent",
    Voice.ONE_PERSON: "border_control",
    Voice.BREAK: "border_strong",
}
_BARS = (150, 72)
_BESIDE = 600
_NOTE = 240


class Facts(QWidget):
    """When, where and for which goal, each with its icon."""

    def __init__(self) -> None:
        super().__init__()
        self._flow = Flow(self, gap=20, row_gap=4)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_facts(self, day: str, place: str, goal: str) -> None:
        """Show those that are known."""
        clear(self._flow)
        facts = (("calendar", day), ("place", place), ("sprout", f"Goal: {goal}" if goal else ""))
        for icon, words in facts:
            if words:
                self._flow.addWidget(_fact(icon, words))


class NoteLine(Text):
    """The note of the session, such as what was carried over from the one before."""

    def __init__(self) -> None:
        super().__init__("", tone="text_2", wrap=True)
        self.hide()

    def show_note(self, note: str) -> None:
        """Show its beginning; the form and the run sheet hold the whole."""
        whole = clean(note)
        words = f"{whole[:_NOTE].rstrip()} …" if len(whole) > _NOTE else whole
        self.say(words)
        self.setToolTip(note if len(whole) > _NOTE else "")
        self.setVisible(bool(whole))


def _fact(icon: str, words: str) -> QWidget:
    fact = QWidget()
    row = QHBoxLayout(fact)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(Icon(icon))
    row.addWidget(Text(words, tone="text_2"))
    return fact


class OverrunBar(QWidget):
    """One line for each place that runs over, with buttons that mend it on a click."""

    def __init__(self, mend: Callable[[Trim], object]) -> None:
        super().__init__()
        self._mend = mend
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._lines: list[QBoxLayout] = []

    def show_overruns(self, found: Sequence[Overrun]) -> None:
        """Show what runs over, or nothing."""
        clear(self._column)
        self._lines = []
        for overrun in found:
            self._column.addWidget(self._line(overrun))
        self._turn()
        self.setVisible(bool(found))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons below the words where both hardly fit beside each other."""
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        ways = QBoxLayout.Direction
        beside = self.width() >= look().px(_BESIDE)
        for line in self._lines:
            line.setDirection(ways.LeftToRight if beside else ways.TopToBottom)

    def _line(self, overrun: Overrun) -> QWidget:
        line = frame("noteDanger")
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight, line)
        row.setContentsMargins(14, 6, 8, 6)
        row.setSpacing(10)
        self._lines.append(row)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(Icon("warning", "danger"))
        words = Text(wrap=True)
        words.say_spans(
            Span(f"{overrun.headline} ", "strong", "danger"), Span(overrun.sentence, tone="text")
        )
        head.addWidget(words, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(head, 1)
        mends = []
        for place, trim in enumerate(overrun.trims):
            mend = partial(self._mend, trim)
            kind: Kind = "ghost" if place else "secondary"
            mends.append(Button(trim.words, mend, kind=kind, elides=True))
        if mends:
            row.addWidget(flow_of(*mends, gap=4))
        return line


class AddRow(Themed, QWidget):
    """The end marker and, beside it, the dashed place for one more block."""

    def __init__(self, add: Callable[[], object]) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        self._end = Text("", "label", align=Qt.AlignmentFlag.AlignRight)
        self._end.setFixedWidth(look().px(START_WIDTH))
        row.addWidget(self._end)
        row.addWidget(_Dashed(add), 1)

    def show_end(self, time: str, *, over: bool) -> None:
        """Show when the agenda ends."""
        self._end.say(time, "danger" if over else "text_2")


class _Dashed(Button):
    def __init__(self, add: Callable[[], object]) -> None:
        super().__init__("Add a block", add, kind="ghost", icon="plus", keys="B")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), look().px(34))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look().colour("border_control"), 1, Qt.PenStyle.DashLine))
        where = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(where, self.radius, self.radius)


class PlannerFoot(QWidget):
    """How many blocks, who is talking, and how much of the slot is planned."""

    def __init__(self) -> None:
        super().__init__()
        self.count, self.voices = Text(), Bar(8)
        self.voice_words, self.planned = Text(), Text()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._talking = Text("Who is talking", tone="text_2")
        column.addWidget(
            footer(self.count, self._talking, self.voices, self.voice_words, right=[self.planned])
        )

    def show_plan(self, plan: Plan) -> None:
        """Show another agenda."""
        agenda = plan.detail.agenda
        self.count.say_spans(Span(counted(len(plan.blocks), "block", "blocks"), "strong"))
        shares = [(share, _VOICE_TONES[voice]) for voice, share in plan.balance]
        words = talk_words(dict(plan.balance))
        self.voices.show_parts(shares, f"Who is talking: {words.replace('   ', ', ')}")
        self.voice_words.say(words)
        self.planned.say_spans(
            Span("Planned ", tone="text_2"),
            Span(str(agenda.end), "strong", "danger" if agenda.over else "text"),
            Span(f" of {agenda.slot} min", tone="text_2"),
        )
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep one line as long as words alone fit on it."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        said = sum(w.sizeHint().width() for w in (self.count, self.voice_words, self.planned))
        room = self.width() - said - 2 * PAGE_SIDE - 2 * FOOT_GAP
        heading = self._talking.sizeHint().width() + FOOT_GAP
        wide, short = (look().px(bar) + FOOT_GAP for bar in _BARS)
        self._talking.setVisible(room >= heading + wide)
        self.voices.setVisible(room >= short)
        self.voices.setFixedWidth(look().px(_BARS[0 if room >= wide else 1]))
