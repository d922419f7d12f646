"""The form of a block in the panel beside the agenda; everything is kept as it is left."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import time
from functools import partial

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from workbench.foundation.errors import BadInput
from workbench.foundation.words import BlockKind
from workbench.sessions.agenda import AgendaBlock, checked_minutes
from workbench.sessions.column_rules import OwnColumn
from workbench.sessions.rules import read_time
from workbench.ui.desk import Failed
from workbench.ui.kit.forms import Field, Form, beside
from workbench.ui.kit.inputs import Choice, LineInput, TextArea
from workbench.ui.kit.panel import DetailPanel, PanelSection, clear
from workbench.ui.kit.text import Text
from workbench.ui.sessions.minutes_input import MinutesInput
from workbench.ui.sessions.session_words import BLOCK_WORDS

Keep = Callable[[AgendaBlock, Failed], None]
_KINDS = [(kind.value, BLOCK_WORDS[kind]) for kind in BlockKind]


class BlockPanel(DetailPanel):
    """Everything a block says; leaving a field keeps it, Undo takes it back."""

    def __init__(self, keep: Keep, tell: Failed) -> None:
        super().__init__("Block")
        self._keep, self._tell = keep, tell
        self._block: AgendaBlock | None = None
        self._columns: tuple[OwnColumn, ...] = ()
        self.title_input = LineInput()
        self.kind_input = Choice(_KINDS)
        self.minutes_input = MinutesInput()
        self.start_input = LineInput("", "follows the block above")
        self.method_input = LineInput("", "How it is run")
        self.lead_input = LineInput("", "Who leads it")
        self.grouping_input = LineInput("", "Pairs, threes, everyone")
        self.say_input = TextArea(lines=4)
        self.materials_input = TextArea("", "One thing on each line", lines=3)
        self.remote_input = TextArea(lines=2)
        self.column_inputs: dict[int, TextArea] = {}
        self.form = self._made_form()
        self.show_sections(PanelSection("", "", self.form))
        for widget in self._inputs():
            widget.installEventFilter(self)
        self.kind_input.picked.connect(lambda _: self.keep())

    @property
    def block(self) -> int | None:
        """The key of the block that shows."""
        return self._block.key if self._block else None

    def show_columns(self, columns: Sequence[OwnColumn]) -> None:
        """Offer a field for each of the facilitator's own columns."""
        if tuple(columns) == self._columns:
            return
        self._columns = tuple(columns)
        clear(self._own)
        self.column_inputs = {}
        for column in columns:
            area = TextArea(lines=2)
            area.installEventFilter(self)
            self.column_inputs[column.id] = area
            self._own.addWidget(Field(column.name, area))
        self._show_values()

    def show_block(self, block: AgendaBlock) -> None:
        """Show another block; one that is being written in keeps what was typed."""
        if self._block is not None and block.key == self._block.key and self._is_written():
            return
        self._block = block
        self.title_input.setText(block.title)
        self.kind_input.offer(_KINDS, block.kind.value)
        self.minutes_input.set_minutes(block.minutes)
        self.start_input.setText(f"{block.locked_start:%H:%M}" if block.locked_start else "")
        self.method_input.setText(block.method)
        self.lead_input.setText(block.lead)
        self.grouping_input.setText(block.grouping)
        self.say_input.setPlainText(block.to_say)
        self.materials_input.setPlainText(block.materials)
        self.remote_input.setPlainText(block.remote)
        self._show_values()
        self.form.show_problem(ValueError())

    def begin(self, *, with_title: bool) -> None:
        """Put the cursor into the title, all of it selected for a new block."""
        self.title_input.setFocus()
        if with_title:
            self.title_input.selectAll()

    def keep(self) -> None:
        """Keep what the form says."""
        if self._block is None:
            return
        try:
            block = self._read(self._block)
        except BadInput as problem:
            self._failed(problem)
            return
        self.form.show_problem(ValueError())
        before = self._block
        if block != before:
            self._block = block
            self._keep(block, partial(self._refused, before))

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Keep a field when it is left."""
        if event.type() == QEvent.Type.FocusOut and QApplication.activePopupWidget() is None:
            self.keep()
        return False

    def _read(self, block: AgendaBlock) -> AgendaBlock:
        typed = {key: area.toPlainText().strip() for key, area in self.column_inputs.items()}
        return replace(
            block,
            title=self.title_input.text(),
            kind=BlockKind(self.kind_input.key),
            minutes=checked_minutes(self.minutes_input.minutes()),
            locked_start=self._start(),
            values=tuple(sorted((key, text) for key, text in typed.items() if text)),
            method=self.method_input.text().strip(),
            lead=self.lead_input.text().strip(),
            grouping=self.grouping_input.text().strip(),
            to_say=self.say_input.toPlainText().strip(),
            materials=self.materials_input.toPlainText().strip(),
            remote=self.remote_input.toPlainText().strip(),
        )

    def _start(self) -> time | None:
        typed = self.start_input.text()
        if not typed.strip():
            return None
        try:
            return read_time(typed)
        except BadInput as problem:
            raise BadInput(problem.sentence, problem.next_step, field="locked_start") from problem

    def _show_values(self) -> None:
        values = dict(self._block.values) if self._block else {}
        for key, area in self.column_inputs.items():
            area.setPlainText(values.get(key, ""))

    def _is_written(self) -> bool:
        return QApplication.focusWidget() in self._inputs()

    def _inputs(self) -> list[QWidget]:
        return [
            self.title_input, self.kind_input, self.minutes_input, self.start_input,
            self.method_input, self.lead_input, self.grouping_input, self.say_input,
            self.materials_input, self.remote_input, *self.column_inputs.values(),
        ]  # fmt: skip

    def _made_form(self) -> Form:
        own = QWidget()
        self._own = QVBoxLayout(own)
        self._own.setContentsMargins(0, 0, 0, 0)
        self._own.setSpacing(14)
        return Form(
            Field("Title", self.title_input, key="title"),
            beside(
                Field("Kind", self.kind_input),
                Field("Length", self.minutes_input, key="minutes"),
            ),
            Field(
                "Locked start", self.start_input, "Type a time to lock it, empty it to unlock.",
                key="locked_start",
            ),
            Field("Method", self.method_input),
            beside(Field("Led by", self.lead_input), Field("In", self.grouping_input)),
            Field("What to say", self.say_input),
            Field("Materials", self.materials_input),
            Field("For remote people", self.remote_input),
            own,
            Text("Kept as you leave a field.", "caption", "text_3"),
        )  # fmt: skip

    def _refused(self, before: AgendaBlock, problem: Exception) -> None:
        if self._block is not None and self._block.key == before.key:
            self._block = before  # so that it is tried again, and said again, until it is mended
        self._failed(problem)

    def _failed(self, problem: Exception) -> None:
        if not self.form.show_problem(problem):
            self._tell(problem)
