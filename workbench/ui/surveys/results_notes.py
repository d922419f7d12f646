"""Notes beside results: alarms about the key with what was found, and how the answers came in."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbench.foundation.words import Means
from workbench.surveys.queries import WaveResult
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.chips import Bar, Icon
from workbench.ui.kit.dialog import Dialog
from workbench.ui.kit.forms import Field, Form
from workbench.ui.kit.inputs import TextArea
from workbench.ui.kit.panel import PanelSection
from workbench.ui.kit.text import Text
from workbench.ui.kit.themed import frame

_MEANS = {
    Means.LAPTOP: ("laptop", "This laptop, handed over", "c0"),
    Means.PAPER: ("printer", "Printed forms, typed in", "text_3"),
    Means.FILE: ("upload", "Imported from a form", "border_strong"),
}


@dataclass(frozen=True, slots=True)
class ShownAlarm:
    """An alarm; `name` settles it and is empty where nothing waits, `reason` was given for it."""

    sentence: str
    name: str = ""
    reason: str = ""


def alarms_of(result: WaveResult) -> tuple[ShownAlarm, ...]:
    """Return the alarms of a wave, those that keep a report back with their names."""
    names = {one.sentence: one.name for one in result.figures.in_question}
    shown = []
    for sentence in result.figures.alarms:
        name = names.get(sentence, "")
        shown.append(ShownAlarm(sentence, name, result.settled.get(name, "")))
    return tuple(shown)


def came_in(result: WaveResult) -> tuple[tuple[Means, int], ...]:
    """Return how many answers came in by which means; none where few came in by one of them."""
    counts = tuple((means, count) for means, count in result.wave.came_by if count)
    if result.figures.suppressed or any(n < result.figures.minimum_group for _, n in counts):
        return ()
    return counts


def came_in_section(counts: Sequence[tuple[Means, int]]) -> PanelSection:
    """Return the bar with a row for each means."""
    whole = sum(count for _, count in counts)
    bar = Bar(9)
    words = ", ".join(f"{_MEANS[means][1]}: {count}" for means, count in counts)
    bar.show_parts([(count / whole, _MEANS[means][2]) for means, count in counts], words)
    rows = [_means_row(means, count) for means, count in counts]
    return PanelSection("How the answers came in", "", bar, *rows)


def alarm_note(alarm: ShownAlarm, settle: Callable[[ShownAlarm], None]) -> QWidget:
    """Return the alarm as a note: to be looked into, or with what was found."""
    note = frame("noteWarn")
    row = QHBoxLayout(note)
    row.setContentsMargins(12, 10, 12, 10)
    row.setSpacing(10)
    row.addWidget(Icon("warning", "warn"), 0, Qt.AlignmentFlag.AlignTop)
    column = QVBoxLayout()
    column.setSpacing(8)
    column.addWidget(Text(alarm.sentence, tone="warn", wrap=True))
    if alarm.reason:
        column.addWidget(Text(f"Looked into: {alarm.reason}", tone="text_2", wrap=True))
    elif alarm.name:
        words = "No brief is written until somebody has looked into it."
        column.addWidget(Text(words, tone="text_2", wrap=True))
        checked = Button("I have checked it", lambda: settle(alarm), size="small")
        column.addWidget(checked, 0, Qt.AlignmentFlag.AlignLeft)
    row.addLayout(column, 1)
    return note


class SettleDialog(Dialog):
    """Asks what somebody found who looked into an alarm about the key."""

    without_names = True

    def __init__(self, over: QWidget, alarm: ShownAlarm) -> None:
        super().__init__(over, "What did you find?", "Keep what I found")
        self.body.addWidget(Text(alarm.sentence, wrap=True))
        self.reason = TextArea()
        hint = "Such as: compared with the paper form, item 3 is turned round rightly."
        self.form = Form(
            Field("What I compared, and what I found", self.reason, hint, key="reason")
        )
        self.body.addWidget(self.form)
        self.effect.say("It stands beside the alarm, and briefs can be written again.")


def _means_row(means: Means, count: int) -> QWidget:
    icon, label, _ = _MEANS[means]
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 2, 0, 2)
    row.setSpacing(10)
    row.addWidget(Icon(icon, "text_2"))
    row.addWidget(Text(label, tone="text_2", wrap=True), 1)
    row.addWidget(Text(str(count), "strong"))
    return holder
