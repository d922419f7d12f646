"""The form that plans a wave: what is asked, whom, the smallest group shown."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from workbench.foundation.dates import month_name
from workbench.foundation.errors import BadInput
from workbench.surveys.instruments import Instrument
from workbench.surveys.suppression import SMALLEST_FOR_DISTRIBUTION
from workbench.surveys.wave_rules import WavePlan
from workbench.ui.desk import Failed
from workbench.ui.kit.dialog import Dialog
from workbench.ui.kit.forms import Field, Form, beside
from workbench.ui.kit.inputs import Choice, DateInput, LineInput, Stepper
from workbench.ui.surveys.wave_lines import about

Done = Callable[[], None]
Save = Callable[[str, WavePlan, Done, Failed], None]

_OWN_WORDING = "Ready to ask as it stands."
_KEY_ONLY = (
    "Only the key is here: ask with the wording you are allowed to use, then import the answers."
)


class WaveForm(Dialog):
    """Plans a wave; nobody is asked before it is opened."""

    without_names = True

    def __init__(
        self,
        over: QWidget,
        instruments: Sequence[Instrument],
        members: int,
        smallest: int,
        today: date,
        save: Save,
        failed: Failed,
    ) -> None:
        super().__init__(over, "New wave", "Save plan", subtitle="A plan: nobody is asked yet.")
        self._instruments = {one.id: one for one in instruments}
        self._save, self._failed = save, failed
        self.instrument = Choice([(one.id, one.title) for one in instruments])
        self.label = LineInput(f"{month_name(today)}")
        self.invited = Stepper(members, 0, 9999, name="People invited")
        self.least = Stepper(smallest, smallest, 50, name="Smallest group shown")
        self.closes_on = DateInput(None, optional=True, today=today)
        self.change = LineInput("", "such as 0.3")
        self._make_fields()
        self.instrument.picked.connect(lambda _key: self._describe())
        self.invited.changed.connect(lambda _value: self._describe())
        self.accepted.connect(self._try)
        self.effect.say("Opening it later fixes all of this. Results appear once, when it closes.")
        self._describe()

    def _make_fields(self) -> None:
        self._what = Field("What to ask", self.instrument, " ", key="instrument")
        self._whom = Field("People invited", self.invited, " ", key="invited")
        least = "Can be raised, never lowered."
        self.form = Form(
            self._what,
            Field("Name of the wave", self.label, "The month is enough.", key="label"),
            beside(
                self._whom, Field("Smallest group shown", self.least, least, key="minimum_group")
            ),
            beside(
                Field("Closes on", self.closes_on, "Only a reminder.", key="closes_on"),
                Field(
                    "Smallest change that matters",
                    self.change,
                    "In points of the score; may stay empty.",
                    key="change_that_matters",
                ),
            ),
        )
        self.body.addWidget(self.form)

    def _describe(self) -> None:
        instrument = self._instruments.get(self.instrument.key)
        if instrument is not None:
            asked = _OWN_WORDING if instrument.has_wording else _KEY_ONLY
            self._what.show_hint(f"{about(instrument)}. {asked}")
        few = self.invited.value < SMALLEST_FOR_DISTRIBUTION
        self._whom.show_hint(
            f"Under {SMALLEST_FOR_DISTRIBUTION}: the wave may show nothing."
            if few
            else "Members today; later joiners wait."
        )

    def _try(self) -> None:
        try:
            plan = self._plan()
        except BadInput as problem:
            self._tell(problem)
            return
        self._save(self.instrument.key, plan, self.finish, self._tell)

    def _tell(self, problem: Exception) -> None:
        if not self.form.show_problem(problem):
            self._failed(problem)

    def _plan(self) -> WavePlan:
        return WavePlan(
            label=self.label.text(),
            invited=self.invited.value or None,
            minimum_group=self.least.value,
            closes_on=self.closes_on.day,
            change_that_matters=_points(self.change.text()),
        )


def _points(text: str) -> float | None:
    """Return typed points, None for none; raises BadInput for anything but a number."""
    typed = text.strip().replace(",", ".")
    if not typed:
        return None
    try:
        points = float(typed)
    except ValueError:
        points = float("nan")
    if not 0 < points < 1000:
        raise BadInput(
            f'"{text.strip()}" is not a number of points above 0.',
            "Type one such as 0.3, or leave it empty.",
            field="change_that_matters",
        )
    return points
