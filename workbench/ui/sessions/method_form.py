"""The face of the library in which an own method is written down."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbench.foundation.errors import BadInput
from workbench.foundation.words import BlockKind
from workbench.sessions.method_text import steps_of, steps_text
from workbench.sessions.method_typing import (
    lines_of,
    read_minutes,
    read_people,
    typed_minutes,
    typed_people,
)
from workbench.sessions.methods import Hybrid, Method
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.forms import Field, Form, beside
from workbench.ui.kit.inputs import Check, Choice, LineInput, TextArea
from workbench.ui.kit.page import scrolled
from workbench.ui.kit.text import Text
from workbench.ui.kit.themed import frame, hairline
from workbench.ui.sessions.session_words import BLOCK_WORDS

_SIDE = 16
_HYBRID = {Hybrid.WELL: "Works well", Hybrid.WITH_CARE: "With care", Hybrid.BADLY: "Better not"}


class MethodForm(QWidget):
    """Only name, kind and minutes are asked for; all else can come later."""

    kept = Signal(object, object)
    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._method: Method | None = None
        self._own: int | None = None
        self.name_input, self.line_input = LineInput(), LineInput("", "One asks, two think")
        self.kind_input = Choice([(kind.value, BLOCK_WORDS[kind]) for kind in BlockKind])
        self.minutes_input = LineInput("", "20 to 30")
        self.people_input = LineInput("", "any size")
        self.beside_input = Check("In groups of that size side by side")
        self.purpose_input, self.tags_input = TextArea(lines=2), LineInput("", "opening, trust")
        self.grouping_input = LineInput("", "Pairs, threes, everyone")
        self.title_input = LineInput("", "What a block of it is called")
        self.steps_input = TextArea(hint="5 min: Think alone and write", lines=6)
        self.say_input, self.materials_input = TextArea(lines=4), TextArea(lines=2)
        self.remote_input = TextArea(lines=2)
        self.hybrid_input = Choice([(key.value, words) for key, words in _HYBRID.items()])
        self.variations_input, self.tips_input = TextArea(lines=3), TextArea(lines=3)
        self.heading = Text("", "strong")
        self.keep_button = Button("Keep method", self.keep, kind="primary", keys="Ctrl Enter")
        self.form = self._made_form()
        self._make()

    def begin(self, method: Method, own: int | None) -> None:
        """Write a new method from this one, or change the own one of that number."""
        self._method, self._own = method, own
        self.heading.say("Change your method" if own is not None else "Write your own method")
        for line, text in (
            (self.name_input, method.name), (self.line_input, method.line),
            (self.minutes_input, typed_minutes(method.minutes)),
            (self.people_input, typed_people(method.people)),
            (self.tags_input, ", ".join(method.good_for)),
            (self.grouping_input, method.grouping), (self.title_input, method.title),
        ):  # fmt: skip
            line.setText(text)
        for area, text in (
            (self.purpose_input, method.purpose), (self.steps_input, steps_text(method.steps)),
            (self.say_input, method.say), (self.materials_input, "\n".join(method.materials)),
            (self.remote_input, method.remote),
            (self.variations_input, "\n".join(method.variations)),
            (self.tips_input, "\n".join(method.tips)),
        ):  # fmt: skip
            area.setPlainText(text)
        self.kind_input.pick(method.kind.value)
        self.hybrid_input.pick(method.hybrid.value)
        self.beside_input.setChecked(method.people.side_by_side)
        self.form.show_problem(ValueError())
        self._area.verticalScrollBar().setValue(0)
        self.name_input.setFocus()
        self.name_input.selectAll()

    def keep(self) -> None:
        """Hand over what was written, or say at the field what is wrong."""
        try:
            method = self._read()
        except BadInput as problem:
            self.show_problem(problem)
            return
        self.kept.emit(method, self._own)

    def show_problem(self, problem: Exception) -> bool:
        """Show a problem at its field; returns whether there is one for it."""
        return self.form.show_problem(problem)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Ctrl+Enter keeps, in every field."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.keep()
                return True
        return False

    def _read(self) -> Method:
        before = self._method
        return Method(
            name=self.name_input.text(),
            kind=BlockKind(self.kind_input.key),
            minutes=read_minutes(self.minutes_input.text()),
            line=self.line_input.text(),
            purpose=self.purpose_input.toPlainText(),
            good_for=tuple(tag.strip() for tag in self.tags_input.text().split(",") if tag.strip()),
            people=read_people(
                self.people_input.text(), side_by_side=self.beside_input.isChecked()
            ),
            grouping=self.grouping_input.text(),
            title=self.title_input.text(),
            say=self.say_input.toPlainText(),
            steps=steps_of(self.steps_input.toPlainText()),
            materials=lines_of(self.materials_input.toPlainText()),
            remote=self.remote_input.toPlainText(),
            hybrid=Hybrid(self.hybrid_input.key),
            hybrid_how=before.hybrid_how if before else "",
            variations=lines_of(self.variations_input.toPlainText()),
            tips=lines_of(self.tips_input.toPlainText()),
            source=before.source if before else "",
        )

    def _made_form(self) -> Form:
        return Form(
            Field("Name", self.name_input, key="name"),
            Field("In one line", self.line_input, key="line"),
            beside(
                Field("Kind", self.kind_input),
                Field("Minutes", self.minutes_input, key="minutes"),
            ),
            Field("People", self.people_input, "3+, 5 to 8, up to 12 or any size", key="people"),
            self.beside_input,
            Field("What it is for", self.purpose_input, key="purpose"),
            Field("Steps, one a line", self.steps_input, 'Minutes first: "3 x 9 min: One asks."',
                  key="steps"),
            Field("What to say", self.say_input, key="say"),
            Field("Materials, one a line", self.materials_input, key="materials"),
            beside(
                Field("In", self.grouping_input, key="grouping"),
                Field("Some on screen", self.hybrid_input),
            ),
            Field("For remote people", self.remote_input, key="remote"),
            Field("Title of a new block", self.title_input, key="title"),
            Field("Good for, with commas", self.tags_input, key="good_for"),
            Field("Variations, one a line", self.variations_input, key="variations"),
            Field("Tips, one a line", self.tips_input, key="tips"),
        )  # fmt: skip

    def _make(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        top = QHBoxLayout()
        top.setContentsMargins(_SIDE, 0, _SIDE, 12)
        top.addWidget(self.heading)
        column.addLayout(top)
        column.addWidget(hairline())
        inside = QWidget()
        around = QVBoxLayout(inside)
        around.setContentsMargins(_SIDE, 14, _SIDE, 16)
        around.addWidget(self.form)
        self._area = scrolled(inside)
        inside.setObjectName("panelBody")
        column.addWidget(self._area, 1)
        foot = frame("footer")
        row = QHBoxLayout(foot)
        row.setContentsMargins(_SIDE, 10, _SIDE, 10)
        row.setSpacing(8)
        row.addWidget(Button("Cancel", self.cancelled.emit))
        row.addStretch(1)
        row.addWidget(self.keep_button)
        column.addWidget(foot)
        for field in self.form.findChildren(QWidget):
            field.installEventFilter(self)
