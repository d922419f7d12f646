"""Comparing two waves, two quarters, or the time before an event with the time after it."""

from datetime import date

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbench.foundation.dates import full_date
from workbench.insights.compare import (
    Compared,
    ComparedLine,
    around,
    compare,
    compare_waves,
    times_of_asking,
)
from workbench.insights.queries import Insights
from workbench.ui.desk import Desk
from workbench.ui.insights.reading_panel import ChangeStrip, MeasureMark
from workbench.ui.insights.shown_insights import ShownChange
from workbench.ui.insights.shown_range import quarters_before
from workbench.ui.kit.chips import Chip
from workbench.ui.kit.dialog import Dialog
from workbench.ui.kit.filters import Segments
from workbench.ui.kit.forms import Field, beside
from workbench.ui.kit.inputs import Choice
from workbench.ui.kit.panel import clear
from workbench.ui.kit.text import Text
from workbench.ui.kit.themed import hairline

WAVES, QUARTERS, EVENT = "waves", "quarters", "event"
_KINDS = ((WAVES, "Two waves"), (QUARTERS, "Two quarters"), (EVENT, "Before and after"))
_LENGTHS = (("42", "6 weeks"), ("84", "12 weeks"), ("182", "half a year"))
_MOST_QUARTERS = 12
_WHY_NOT = {
    WAVES: "Two waves are needed; so far there are fewer.",
    QUARTERS: "Two quarters are needed; so far there are fewer.",
    EVENT: "Add an event to the charts first; then before and after it can be compared.",
}


class CompareDialog(Dialog):
    """Asks for the two, and says what every chart says of them; its button copies that."""

    def __init__(self, over: QWidget, desk: Desk, found: Insights) -> None:
        super().__init__(over, "Compare", "Copy as text", width=680, cancel="Close")
        self._desk, self._found, self._today = desk, found, desk.clock.today()
        self.compared: Compared | None = None
        self._asked = times_of_asking(found)
        self._quarters = quarters_before(self._today, there=found.days, most=_MOST_QUARTERS)
        self._events = [one for one in reversed(found.events) if one.starts_on <= self._today]
        self.kind = Segments(_KINDS, "What to compare")
        self.one, self.other = Choice(), Choice()
        self._fields = (Field("This", self.one), Field("With", self.other))
        self.body.addWidget(self.kind)
        self.body.addWidget(beside(*self._fields))
        holder = QWidget()
        self._lines = QVBoxLayout(holder)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(8)
        self.body.addWidget(holder)
        self.body.addStretch(1)
        self.kind.chosen.connect(self._offer)
        self.one.picked.connect(lambda _: self._show())
        self.other.picked.connect(lambda _: self._show())
        self.accepted.connect(self._copy)
        self._offer(WAVES)

    def _offer(self, kind: str) -> None:
        first, second = self._choices(kind)
        names = ("Event", "As long before as after") if kind == EVENT else ("This", "With")
        for field, choice, name, offered, place in (
            (self._fields[0], self.one, names[0], first, 0),
            (self._fields[1], self.other, names[1], second, 1),
        ):
            field.label.say(name)
            choice.setAccessibleName(name)
            choice.offer(offered, offered[min(place, len(offered) - 1)][0] if offered else "")
        self._show()

    def _choices(self, kind: str) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
        if kind == EVENT:
            events = [
                (str(place), f"{one.title}, {full_date(one.starts_on)}")
                for place, one in enumerate(self._events)
            ]
            return events, list(_LENGTHS)
        if kind == QUARTERS:
            both = [(str(place), one.name) for place, one in enumerate(self._quarters)]
        else:
            both = [(str(place), one.name) for place, one in enumerate(self._asked)]
        return both, both

    def _show(self) -> None:
        self.compared = self._compared()
        clear(self._lines)
        self.do_button.setEnabled(self.compared is not None and bool(self.compared.lines))
        if self.compared is None:
            self._lines.addWidget(Text(self._why_not(), tone="text_2", wrap=True))
            return
        title = f"{self.compared.other} compared with {self.compared.one}"
        self._lines.addWidget(Text(title, "strong", wrap=True))
        for line in self.compared.lines:
            self._lines.addWidget(hairline())
            self._lines.addWidget(_line(line))
        if not self.compared.lines:
            words = "Nothing was held, asked or typed in there."
            self._lines.addWidget(Text(words, tone="text_2", wrap=True))

    def _why_not(self) -> str:
        kind = self.kind.key
        same = self.one.key and self.one.key == self.other.key and kind != EVENT
        enough = {WAVES: len(self._asked), QUARTERS: len(self._quarters), EVENT: 2}[kind] > 1
        if same and enough:
            return "Choose two that differ."
        if kind == EVENT and self._events:
            return "No day has passed after it yet."
        return _WHY_NOT[kind]

    def _compared(self) -> Compared | None:
        kind, one, other = self.kind.key, self.one.key, self.other.key
        if not one or not other or (kind != EVENT and one == other):
            return None
        if kind == WAVES:
            return compare_waves(self._found, self._asked[int(one)], self._asked[int(other)])
        if kind == QUARTERS:
            first, second = self._quarters[int(one)], self._quarters[int(other)]
            names = (first.name, second.name)
            return compare(self._found, first.span, second.span, names)
        return self._around(int(one), int(other), self._today)

    def _around(self, event: int, days: int, today: date) -> Compared | None:
        spans = around(self._events[event], days, today)
        return compare(self._found, *spans) if spans else None

    def _copy(self) -> None:
        if self.compared is not None:
            QGuiApplication.clipboard().setText(self.compared.as_text())
            self._desk.say("Copied the comparison.")
            self.finish()


def _line(line: ComparedLine) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    head = QHBoxLayout()
    head.setSpacing(8)
    head.addWidget(MeasureMark(line.colour))
    head.addWidget(Text(line.title, "strong"), 1)
    head.addWidget(Chip(line.chip, "good" if line.sure else "neutral"))
    column.addLayout(head)
    column.addWidget(Text(line.sentence, tone="text", wrap=True))
    if line.change is not None:
        column.addWidget(ChangeStrip(ShownChange(*line.change), line.colour))
    if line.long:
        column.addWidget(Text(line.long, tone="text_2", wrap=True))
    if line.method:
        column.addWidget(Text(line.method, "caption", "text_3", wrap=True))
    return holder
