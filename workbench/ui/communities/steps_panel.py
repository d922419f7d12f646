"""The panel of the five steps: the next thing to do first, then how each step stands."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from workbench.communities.five_steps import StepLine, Tick
from workbench.ui.communities.steps_shown import Doing, NextShown, StepShown
from workbench.ui.kit import paint
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.chips import Icon
from workbench.ui.kit.page import card
from workbench.ui.kit.panel import PANEL_SIDE, clear
from workbench.ui.kit.text import Text
from workbench.ui.kit.themed import Themed, hairline
from workbench.ui.theme import look

_LOOKS = {
    Tick.DONE: ("check", "good", "text_2", "done"),
    Tick.OPEN: ("dash", "text_3", "text_2", "open"),
    Tick.ASKS: ("warning", "warn", "warn", "asks for something"),
}
_ICONS = {Doing.FIGURES: "pencil", Doing.CHARTER: "pencil", Doing.NORMS: "pencil"}
_TOP = Qt.AlignmentFlag.AlignTop
_CARE = (
    "Worked out from what this file holds. It is a list of things to do, not a grade, and it "
    "never appears in a report."
)


class StepsPanel(QWidget):
    """Title, the one thing to do next, five steps, and what the list is not."""

    def __init__(self, do: Callable[[Doing], object]) -> None:
        super().__init__()
        self._do = do
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 17, 0, 18)
        self._column.setSpacing(0)
        self.setAccessibleName("Five steps")

    def show_steps(
        self, community: str, following: NextShown | None, steps: Sequence[StepShown]
    ) -> None:
        """Show how the steps stand and what comes next, if anything is missing."""
        clear(self._column)
        self._column.addWidget(_inset(_head(community), PANEL_SIDE))
        self._column.addSpacing(10)
        if following is not None:
            self._column.addWidget(_inset(self._next(following), PANEL_SIDE - 4))
            self._column.addSpacing(8)
        for place, step in enumerate(steps):
            if place:
                self._column.addWidget(hairline())
            self._column.addWidget(self._step(step))
        self._column.addSpacing(12)
        self._column.addStretch(1)
        self._column.addWidget(_inset(Text(_CARE, "caption", "text_2", wrap=True), PANEL_SIDE))

    def _next(self, following: NextShown) -> QWidget:
        way = following.way
        button = Button(
            way.label, partial(self._do, way.doing), kind="primary", icon=_ICONS.get(way.doing, "")
        )
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 6, 0, 0)
        row.addWidget(button)
        row.addStretch(1)
        return card(
            Text("Next thing to do", tone="text_2"),
            Text(following.title, "lead_strong", wrap=True),
            Text(following.why, tone="text_2", wrap=True),
            holder,
            name="cardStrong",
            margin=14,
            gap=2,
        )

    def _step(self, step: StepShown) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(PANEL_SIDE, 13, PANEL_SIDE, 12)
        column.setSpacing(2)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(StepNumber(step))
        head.addWidget(Text(step.title, "strong"), 1)
        if step.way is not None:
            head.addWidget(Button(step.way.label, partial(self._do, step.way.doing), kind="link"))
        column.addLayout(head)
        for line in step.lines:
            column.addWidget(_line(line))
        return holder


class StepNumber(Themed, QWidget):
    """The number of a step, on a tint where it is done or asks for something."""

    def __init__(self, step: StepShown) -> None:
        super().__init__()
        self._number, self._state = str(step.number), step.state
        said = {"done": "done", "asks": "asks for something", "open": "open"}[step.state]
        self.setAccessibleName(f"Step {step.number}, {said}")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(look().px(22), look().px(22))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the square and the number."""
        painter = QPainter(self)
        tone = {"done": "good", "asks": "warn", "open": "neutral"}[self._state]
        fill, ink = paint.chip_colours(tone)
        framed = self._state == "open" or look().contrast
        edge = look().colour("border_control") if framed else None
        ground = look().colour("surface") if self._state == "open" else fill
        paint.rounded(painter, QRectF(self.rect()), 4, ground, edge)
        painter.setFont(look().font("caption_strong"))
        painter.setPen(ink)
        painter.drawText(self.rect(), paint.CENTRE, self._number)


def _head(community: str) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(Text("Five steps", "section"))
    words = f"What holds {community} up, and what is missing"
    column.addWidget(Text(words, tone="text_2", wrap=True))
    return holder


def _line(line: StepLine) -> QWidget:
    icon, icon_tone, tone, said = _LOOKS[line.tick]
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addSpacing(look().px(32))
    mark = Icon(icon, icon_tone, 13, name=said)
    row.addWidget(mark, 0, Qt.AlignmentFlag.AlignVCenter)
    row.addWidget(
        Text(line.text, "label" if line.tick is Tick.ASKS else "body", tone, wrap=True), 1
    )
    return holder


def _inset(widget: QWidget, side: int) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(side, 0, side, 0)
    column.addWidget(widget)
    return holder
