"""Choosing the days the charts show: three presets, a quarter, or own dates."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from workbench.foundation.errors import BadInput
from workbench.insights.spans import Span
from workbench.ui.insights.shown_range import (
    CHOICES,
    OWN,
    THIS_YEAR,
    checked_span,
    quarters_before,
    short_period,
)
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.dialog import Dialog
from workbench.ui.kit.filters import Segments
from workbench.ui.kit.flow import flow_of
from workbench.ui.kit.forms import Field, Form, beside
from workbench.ui.kit.inputs import DateInput


class RangePicker(QWidget):
    """Presets side by side; `Own dates` asks for them, and a button beside says which hold."""

    preset = Signal(str)
    own_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.segments = Segments([(key, key) for key in CHOICES], "Period")
        self.segments.choose(THIS_YEAR)
        self.segments.chosen.connect(self._chosen)
        self.dates = Button("", self.own_wanted.emit, icon="calendar")
        self.dates.hide()
        row.addWidget(self.segments)
        row.addWidget(self.dates)

    def show_choice(self, choice: str, own: Span | None) -> None:
        """Show which choice holds, and the own dates where they do."""
        self.segments.offer([(key, key) for key in CHOICES], choice)
        self.dates.setVisible(choice == OWN and own is not None)
        if own is not None:
            self.dates.relabel(short_period(own))
            self.dates.setAccessibleName(f"Change the dates: {short_period(own)}")

    def _chosen(self, key: str) -> None:
        if key == OWN:
            self.own_wanted.emit()
        else:
            self.preset.emit(key)


class RangeForm(Dialog):
    """Asks for the first and the last day; a quarter fills both in. `taken` carries the span."""

    without_names = True
    taken = Signal(object)

    def __init__(self, over: QWidget, span: Span, today: date, there: Sequence[date]) -> None:
        super().__init__(over, "Own dates", "Show these days", width=520)
        self.start = DateInput(span.start, today=today)
        self.end = DateInput(span.end, today=today)
        self.form = Form(
            beside(Field("From", self.start, key="start"), Field("To", self.end, key="end"))
        )
        self.body.addWidget(self.form)
        buttons = [
            Button(one.name, partial(self._fill, one.span), size="small")
            for one in quarters_before(today, there=there)
        ]
        self.body.addWidget(flow_of(*buttons, gap=8, row_gap=8))
        self.effect.say("Charts, readings and trends are of these days alone.")
        self.accepted.connect(self._accept)

    def _fill(self, span: Span) -> None:
        self.start.show_day(span.start)
        self.end.show_day(span.end)

    def _accept(self) -> None:
        try:
            span = checked_span(self.start.day, self.end.day)
        except BadInput as problem:
            self.form.show_problem(problem)
            return
        self.finish()
        self.taken.emit(span)
