"""The form of a goal: what should change, the figure that shows it, from where to where, whose."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from PySide6.QtWidgets import QComboBox, QWidget

from workbench.communities.amounts import plain
from workbench.communities.queries import GoalRow
from workbench.communities.rules import HELP_ACROSS, GoalDraft
from workbench.foundation.words import Direction
from workbench.impact.queries import FigureRow
from workbench.impact.rules import FigureDraft
from workbench.rosters.queries import RosterRow
from workbench.surveys.instruments import Instrument
from workbench.ui.communities.kept_form import Done, KeptForm, typed_amount
from workbench.ui.desk import Failed
from workbench.ui.kit.forms import Field, Form, beside
from workbench.ui.kit.inputs import Choice, DateInput, LineInput

Save = Callable[[GoalDraft, FigureDraft | None, Done, Failed], None]
_NEW: Final = "new"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a goal's figure can come from: the measure's key, its name, its unit."""

    key: str
    label: str
    unit: str = ""


@dataclass(frozen=True, slots=True)
class GoalChoices:
    """What a goal can be tied to, and who can own it, as (number, name)."""

    sources: tuple[Source, ...]
    owners: tuple[tuple[str, str], ...]


def goal_choices(
    figures: Sequence[FigureRow],
    instruments: Sequence[Instrument],
    people: Sequence[RosterRow],
    goal: GoalRow | None = None,
) -> GoalChoices:
    """Return what the form offers; a goal's own source and owner stay on offer if they are gone."""
    sources = [
        Source("", "No figure yet"),
        Source(_NEW, "A new figure, typed in each month"),
        *(Source(f"figure:{row.id}", f"{row.name}, by month", row.unit) for row in figures),
        Source(HELP_ACROSS, "Help across departments, from contributions", "%"),
        *(Source(f"instrument:{one.id}", one.title, _scale(one)) for one in instruments),
    ]
    owners = {str(row.person_id): row.name for row in people}
    if goal is not None:
        key = measure_key(goal)
        if key not in {source.key for source in sources}:
            sources.append(Source(key, "As it is now"))
        if goal.owner_id is not None:
            owners.setdefault(str(goal.owner_id), goal.owner)
    return GoalChoices(tuple(sources), (("", "Nobody yet"), *owners.items()))


def measure_key(goal: GoalRow) -> str:
    """Return a goal's source as it is kept, such as "figure:7"."""
    kind, ref = goal.measure.kind, goal.measure.ref
    return f"{kind}:{ref}" if ref else kind


class GoalForm(KeptForm):
    """Adds a goal, or changes one."""

    def __init__(
        self, over: QWidget, choices: GoalChoices, today: date, save: Save, tell: Failed,
        goal: GoalRow | None = None,
    ) -> None:  # fmt: skip
        title = "Edit goal" if goal else "Add goal"
        verb = "Save goal" if goal else title
        super().__init__(over, title, verb, tell, width=600)
        self._save, self._goal = save, goal
        self._units = {source.key: source.unit for source in choices.sources}
        self._make_texts(goal)
        labels = [(source.key, source.label) for source in choices.sources]
        self.measure = Choice(labels, measure_key(goal) if goal else "")
        self.owner = Choice(choices.owners, str(goal.owner_id or "") if goal else "")
        self.owner.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.baseline_on = DateInput(goal.baseline_on if goal else today, optional=True)
        self.target_on = DateInput(goal.target_on if goal else None, optional=True)
        self.baseline_on.setAccessibleName("Day of the start")
        self.target_on.setAccessibleName("Day of the target")
        self.fill(self._made_form())
        self.measure.picked.connect(self._follow_source)
        self._follow_source(self.measure.key)
        self.effect.say("The brief shows its line.")

    def keep(self) -> None:
        """Keep the goal; raises BadInput for what is no number."""
        figure = self._new_figure() if self.measure.key == _NEW else None
        self._save(self.draft(), figure, self.finish, self.refuse)

    def draft(self) -> GoalDraft:
        """Return what the form says; raises BadInput for what is no number."""
        key = self.measure.key
        return GoalDraft(
            title=self.what.text(),
            indicator=self.indicator.text(),
            objective=self.objective.text(),
            unit=self.unit.text(),
            measure="" if key == _NEW else key,
            baseline=typed_amount(self.baseline.text(), "baseline"),
            baseline_on=self.baseline_on.day,
            target=typed_amount(self.target.text(), "target"),
            target_on=self.target_on.day,
            owner_id=int(self.owner.key) if self.owner.key else None,
        )

    def _new_figure(self) -> FigureDraft:
        """Return the new figure: it is better lower where the target lies below the start."""
        start = typed_amount(self.baseline.text(), "baseline")
        target = typed_amount(self.target.text(), "target")
        falls = start is not None and target is not None and target < start
        return FigureDraft(
            name=self.figure.text(),
            unit=self.unit.text(),
            source=self.source.text(),
            direction=Direction.LOWER if falls else Direction.HIGHER,
        )

    def _make_texts(self, goal: GoalRow | None) -> None:
        self.what = LineInput(goal.title if goal else "", "Tickets reach the right person")
        self.objective = LineInput(goal.objective if goal else "", "Customers are helped once")
        self.indicator = LineInput(
            goal.indicator if goal else "", "Tickets passed on 3 or more times, Support dashboard"
        )
        self.unit = LineInput(goal.unit if goal else "", "% or weeks")
        self.figure = LineInput("", "Tickets passed on 3 or more times")
        self.source = LineInput("", "Support dashboard")
        self.baseline = LineInput(_typed(goal.baseline if goal else None), "14.2")
        self.target = LineInput(_typed(goal.target if goal else None), "9")

    def _made_form(self) -> Form:
        self._new = beside(
            Field("Name of the new figure", self.figure, key="figure"),
            Field("Who keeps it", self.source, key="source"),
        )
        return Form(
            Field("Goal", self.what, key="title"),
            Field("What leaders get from it", self.objective, key="objective"),
            beside(
                Field("Its figure", self.measure, key="measure"),
                Field("Unit", self.unit, key="unit"),
            ),
            self._new,
            Field("What the figure counts, and where", self.indicator, key="indicator"),
            beside(
                Field("Start", self.baseline, key="baseline"),
                Field("on", self.baseline_on, key="baseline_on"),
                Field("Target", self.target, key="target"),
                Field("by", self.target_on, key="target_on"),
            ),
            Field("Owner", self.owner, key="owner_id"),
        )

    def _follow_source(self, key: str) -> None:
        self._new.setVisible(key == _NEW)
        unit = self._units.get(key, "")
        if unit and not self.unit.text().strip():
            self.unit.setText(unit)
        if self.isVisible():
            self._place()


def _typed(value: float | None) -> str:
    """Return a number as it would be typed again, with all it has."""
    if value is None:
        return ""
    short = plain(value)
    return short if float(short.replace("−", "-")) == value else repr(value)


def _scale(instrument: Instrument) -> str:
    return f"of {plain(instrument.range[1])}"
