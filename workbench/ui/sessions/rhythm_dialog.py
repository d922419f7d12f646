"""The form of one rhythm of a season: how it repeats, when, how long, from which template."""

from collections.abc import Callable, Sequence
from datetime import date, time

from PySide6.QtWidgets import QWidget

from workbench.foundation.dates import WEEKDAYS
from workbench.foundation.errors import BadInput
from workbench.sessions.recurrence import begun, read_rule
from workbench.sessions.recurrence_shapes import PLACES, RhythmShape, Shape, rule_of, shape_of
from workbench.sessions.recurrence_words import rhythm_words
from workbench.sessions.rules import LONGEST_SESSION, read_time
from workbench.sessions.season import Rhythm, checked_rhythm
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.dialog import Dialog
from workbench.ui.kit.flow import flow_of
from workbench.ui.kit.forms import Field, Form, beside
from workbench.ui.kit.inputs import Check, Choice, DateInput, LineInput, Stepper
from workbench.ui.kit.text import Text

_SHAPES = (
    (Shape.WEEKLY.value, "by the week"),
    (Shape.MONTHLY.value, "by the month"),
    (Shape.OWN.value, "by a rule of my own"),
)
_PLACE_WORDS = {1: "First", 2: "Second", 3: "Third", 4: "Fourth", -1: "Last"}
_NEW = Rhythm("", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH", time(14), 90)


class RhythmDialog(Dialog):
    """Adds a rhythm to a season or changes one; what is wrong is said at its field."""

    without_names = True

    def __init__(
        self,
        over: QWidget,
        keep: Callable[[Rhythm], None],
        tell: Callable[[Exception], None],
        *,
        rhythm: Rhythm | None = None,
        templates: Sequence[tuple[str, str]] = (),
        remove: Callable[[], None] | None = None,
        today: date,
    ) -> None:
        verb = "Change rhythm" if rhythm else "Add rhythm"
        super().__init__(over, verb, verb, width=580)
        self._keep, self._tell, self._remove = keep, tell, remove
        self._before = rhythm or _NEW
        self._make_inputs(shape_of(self._before.rule), templates, today)
        self.form = self._made_form()
        self.body.addWidget(self.form)
        if remove is not None:
            self.body.addWidget(Button("Remove this rhythm", self._take_out, kind="link"))
        self._connect()
        self._show_shape()
        self.accepted.connect(self._accept)

    def rhythm(self) -> Rhythm:
        """Return what the form says; raises BadInput at the field that is wrong."""
        rule = rule_of(self._shape())
        if self._interval.value > 1 and self._counts.day and self.shape.key != Shape.OWN:
            rule = begun(rule, self._counts.day)
        return checked_rhythm(
            Rhythm(
                self.name.text(), rule, read_time(self.time.text()), self.minutes.value,
                self.template.key, self.place.text(), self._before.series_id,
                self._before.decided,
            )
        )  # fmt: skip

    def _make_inputs(
        self, shape: RhythmShape, templates: Sequence[tuple[str, str]], today: date
    ) -> None:
        before = self._before
        self.name = LineInput(before.name, "Deep dive")
        self.shape = Choice(_SHAPES, shape.shape.value)
        self._interval = Stepper(shape.interval, 1, 52, name="Every so many weeks or months")
        begins = read_rule(before.rule).begins if shape.shape is not Shape.OWN else None
        self._counts = DateInput(begins, optional=True, today=today)
        self.days = [
            Check(name[:3], on=place in shape.weekdays) for place, name in enumerate(WEEKDAYS)
        ]
        self.places = {
            place: Check(_PLACE_WORDS[place], on=place in shape.places) for place in PLACES
        }
        weekday = str(shape.weekdays[0]) if shape.weekdays else "0"
        self.weekday = Choice([(str(n), name) for n, name in enumerate(WEEKDAYS)], weekday)
        self.own = LineInput(shape.own, "FREQ=MONTHLY;BYDAY=-1FR;COUNT=6")
        self.time = LineInput(f"{before.starts:%H:%M}")
        self.minutes = Stepper(
            before.minutes, 1, LONGEST_SESSION, step=15, unit=" min", name="Minutes"
        )
        self.template = Choice([("", "Empty agenda"), *templates], before.template)
        self.place = LineInput(before.place, "Room, call, or both")

    def _made_form(self) -> Form:
        day_checks, place_checks = flow_of(*self.days, gap=12), flow_of(*self.places.values())
        self._every = Field("Every (number of weeks)", self._interval)
        self._from = Field("Counted from", self._counts, "Empty: from its first date.")
        self._on_days = Field("On", day_checks)
        self._on_places = Field("On the", place_checks)
        self._on_weekday = Field("Day", self.weekday)
        self._by_rule = Field("Rule", self.own, "As RFC 5545 writes it, without a time.")
        self._said = Text("", "strong", wrap=True)
        self._often = beside(self._every, self._from)
        holder = Form(
            self._often, self._on_days, self._on_places, self._on_weekday,
            self._by_rule, self._said, gap=10,
        )  # fmt: skip
        self._rule = Field("", holder, key="rule")
        self._rule.label.hide()
        return Form(
            beside(Field("Name", self.name, key="name"), Field("Repeats", self.shape)),
            self._rule,
            beside(
                Field("Starts", self.time, key="time"),
                Field("Length", self.minutes, key="minutes"),
            ),
            beside(Field("Agenda", self.template), Field("Place", self.place)),
        )

    def _connect(self) -> None:
        self.shape.picked.connect(lambda _: self._show_shape())
        self._interval.changed.connect(lambda _: self._show_shape())
        for check in (*self.days, *self.places.values()):
            check.toggled.connect(lambda _: self._say())
        self.weekday.picked.connect(lambda _: self._say())
        self.minutes.changed.connect(lambda _: self._say())
        for line in (self.own, self.time):
            line.textChanged.connect(lambda _: self._say())

    def _show_shape(self) -> None:
        key = self.shape.key
        own, monthly = key == Shape.OWN, key == Shape.MONTHLY
        unit = "months" if monthly else "weeks"
        self._every.label.say(f"Every (number of {unit})")
        self._often.setVisible(not own)
        self._from.setVisible(self._interval.value > 1)
        self._on_days.setVisible(key == Shape.WEEKLY)
        self._on_places.setVisible(monthly)
        self._on_weekday.setVisible(monthly)
        self._by_rule.setVisible(own)
        self._say()

    def _shape(self) -> RhythmShape:
        shape = Shape(self.shape.key)
        if shape is Shape.MONTHLY:
            places = tuple(place for place, check in self.places.items() if check.isChecked())
            return RhythmShape(shape, self._interval.value, (int(self.weekday.key),), places)
        days = tuple(place for place, check in enumerate(self.days) if check.isChecked())
        return RhythmShape(shape, self._interval.value, days, own=self.own.text())

    def _say(self) -> None:
        """Say the rhythm in words, or what is still missing."""
        try:
            rule = read_rule(rule_of(self._shape()))
            words = rhythm_words(rule, read_time(self.time.text()), self.minutes.value)
        except BadInput as problem:
            self._said.say(problem.next_step, "text_3")
            return
        self._said.say(words[:1].upper() + words[1:], "text")

    def _accept(self) -> None:
        try:
            rhythm = self.rhythm()
        except BadInput as problem:
            if not self.form.show_problem(problem):
                self._tell(problem)
            return
        self.finish()
        self._keep(rhythm)

    def _take_out(self) -> None:
        self.finish()
        if self._remove is not None:
            self._remove()
