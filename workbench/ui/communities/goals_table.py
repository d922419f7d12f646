"""The goals in a table: figure, start, now, target, owner, and the line from start to target."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbench.communities.goal_line import GoalLine
from workbench.communities.queries import GoalRow
from workbench.ui.communities.goal_drawing import GoalDrawing
from workbench.ui.communities.goals_shown import Figure, GoalShown
from workbench.ui.communities.parts import Held, PressRow
from workbench.ui.kit.chips import Avatar, Icon
from workbench.ui.kit.panel import clear
from workbench.ui.kit.text import Text
from workbench.ui.kit.themed import frame, hairline
from workbench.ui.theme import look

_FIGURE, _OWNER, _LEAST, _GAP = 60, 118, 720, 10
_SHORT, _DIGIT, _WIDEST = 6, 10, 120
_TOP = Qt.AlignmentFlag.AlignTop
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class GoalsTable(QWidget):
    """A row for each goal, pressed to change it; folds to blocks where the width is small."""

    def __init__(self, edit: Callable[[GoalRow], object]) -> None:
        super().__init__()
        self._edit = edit
        self._goals: tuple[GoalShown, ...] = ()
        self._figure = _FIGURE
        self._folded = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        card = frame("card")
        column.addWidget(card)
        self._column = QVBoxLayout(card)
        self._column.setContentsMargins(1, 1, 1, 1)
        self._column.setSpacing(0)

    @property
    def folded(self) -> bool:
        """Whether goals stand as blocks instead of rows."""
        return self._folded

    def show_goals(self, goals: Sequence[GoalShown]) -> None:
        """Show these goals."""
        self._goals = tuple(goals)
        self._figure = _figure_width(self._goals)
        self._lay_out()

    def fit(self, width: int) -> None:
        """Fold where `width` pixels do not hold all columns."""
        folded = width < look().px(_LEAST)
        if folded != self._folded:
            self._folded = folded
            self._lay_out()

    def _lay_out(self) -> None:
        clear(self._column)
        if not self._folded:
            self._column.addWidget(_titles(self._figure))
        for place, goal in enumerate(self._goals):
            if place or not self._folded:
                self._column.addWidget(hairline())
            self._column.addWidget(self._row(goal))

    def _row(self, shown: GoalShown) -> QWidget:
        goal = shown.reading.goal
        edit = partial(self._edit, goal)
        row = PressRow(f"goal {goal.id}", shown.said, edit, "Edit goal", air=6)
        row.row.setSpacing(_GAP)
        if self._folded:
            row.row.addWidget(_block(shown, self._figure), 1)
            return row
        row.row.addWidget(_goal(goal), 1, _MIDDLE)
        for widget in (*_figures(shown, self._figure), Held(_owner(shown), _OWNER)):
            row.row.addWidget(widget, 0, _MIDDLE)
        row.row.addWidget(_line(shown.reading.line), 1, _MIDDLE)
        return row


def _titles(figure: int) -> QWidget:
    titles = QWidget()
    row = QHBoxLayout(titles)
    row.setContentsMargins(16, 8, 16, 8)
    row.setSpacing(_GAP)
    row.addWidget(_title("Goal and figure"), 1)
    for name in ("Start", "Now", "Target"):
        row.addWidget(Held(_title(name), figure))
    row.addWidget(Held(_title("Owner"), _OWNER))
    row.addWidget(_title("From start to target"), 1)
    return titles


def _figure_width(goals: Sequence[GoalShown]) -> int:
    """Return the width of a figure at 100 %: money in full takes more than percentages."""
    values = (one.value for goal in goals for one in (goal.start, goal.now, goal.target))
    longest = max(map(len, values), default=0)
    return min(_FIGURE + _DIGIT * max(0, longest - _SHORT), _WIDEST)


def _title(name: str) -> Text:
    return Text(name, "caption", "text_2")


def _goal(goal: GoalRow) -> QWidget:
    holder, column = _stacked()
    column.addWidget(Text(goal.title, "strong", wrap=True))
    if goal.indicator:
        column.addWidget(Text(goal.indicator, "caption", "text_3", wrap=True))
    return holder


def _figures(shown: GoalShown, width: int) -> list[QWidget]:
    sure = shown.reading.standing is not None and not shown.reading.line.stale
    tone = "accent_text" if sure else "text_2"
    return [
        Held(_figure(shown.start), width),
        Held(_figure(shown.now, "section", tone), width),
        Held(_figure(shown.target), width),
    ]


def _figure(figure: Figure, role: str = "strong", tone: str = "text") -> QWidget:
    holder, column = _stacked()
    column.addWidget(Text(figure.value, role, tone))
    if figure.when:
        column.addWidget(Text(figure.when, "caption", "text_3"))
    return holder


def _owner(shown: GoalShown) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    if shown.owner:
        row.addWidget(Avatar(shown.owner, shown.place, 24))
        row.addWidget(Text(shown.owner), 1)
    else:
        row.addWidget(Text("no owner yet", tone="text_3"), 1)
    return holder


def _line(line: GoalLine) -> QWidget:
    holder, column = _stacked()
    column.setSpacing(1)
    if line.place is not None:
        column.addWidget(GoalDrawing(line))
    row = QHBoxLayout()
    row.setSpacing(6)
    if line.stale:
        row.addWidget(Icon("warning", "warn", 13), 0, _TOP)
    tone = "warn" if line.stale else "text_2"
    row.addWidget(Text(line.text, "caption_label" if line.stale else "caption", tone, wrap=True), 1)
    column.addLayout(row)
    return holder


def _block(shown: GoalShown, width: int) -> QWidget:
    holder, column = _stacked()
    column.setSpacing(8)
    column.addWidget(_goal(shown.reading.goal))
    row = QHBoxLayout()
    row.setSpacing(12)
    for name, widget in zip(("Start", "Now", "Target"), _figures(shown, width), strict=True):
        row.addWidget(_captioned(name, widget))
    row.addStretch(1)
    row.addWidget(_owner(shown))
    column.addLayout(row)
    column.addWidget(_line(shown.reading.line))
    return holder


def _captioned(name: str, widget: QWidget) -> QWidget:
    holder, column = _stacked()
    column.addWidget(_title(name))
    column.addWidget(widget)
    return holder


def _stacked() -> tuple[QWidget, QVBoxLayout]:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    return holder, column
