"""What is asked together: the plan of an asking, and the form as people get it."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from workbench.foundation.errors import BadInput
from workbench.foundation.text import clean, fold
from workbench.foundation.words import Means
from workbench.surveys.instruments import Instrument
from workbench.surveys.suppression import SMALLEST_GROUP
from workbench.surveys.wave_rules import WavePlan, checked_plan

SECONDS_PER_LINE = 15
MOST_DEPARTMENTS = 12
CODE_PARTS = (4, 5)


@dataclass(frozen=True, slots=True)
class AskingPlan:
    """What is planned before anybody is asked; opening fixes all of it.

    `instruments` are keys in the order asked; `change_that_matters` is in points of each score by
    key. `departments` are the choices offered, empty where none is asked; `code_parts` are the
    questions a linking code is made of, empty for none.
    """

    label: str
    instruments: tuple[str, ...]
    invited: int | None = None
    minimum_group: int = SMALLEST_GROUP
    closes_on: date | None = None
    change_that_matters: Mapping[str, float] = field(default_factory=dict)
    expected_answers: int | None = None
    departments: tuple[str, ...] = ()
    asks_comment: bool = False
    asks_attendance: bool = False
    code_parts: tuple[str, ...] = ()
    means: frozenset[Means] = frozenset({Means.FILE})
    promise: str = ""

    def for_wave(self, key: str) -> WavePlan:
        """Return the plan of the wave of one questionnaire."""
        matters = self.change_that_matters.get(key)
        return WavePlan(self.label, self.invited, self.minimum_group, self.closes_on, matters)


@dataclass(frozen=True, slots=True)
class Block:
    """One questionnaire on a form, and the wave its answers go into."""

    wave_id: int
    instrument: Instrument


@dataclass(frozen=True, slots=True)
class AskedForm:
    """A form as people get it, on the laptop or on paper."""

    asking_id: int
    community: str
    label: str
    blocks: tuple[Block, ...]
    departments: tuple[str, ...]
    asks_comment: bool
    code_parts: tuple[str, ...]
    promise: str
    minimum_group: int
    key_name: str
    asks_attendance: bool = False

    @property
    def lines(self) -> int:
        """How many statements and questions the questionnaires have together."""
        return lines_of([block.instrument for block in self.blocks])

    @property
    def ticked(self) -> int:
        """How many lines are ticked on paper: the questionnaires, and what is asked beside them."""
        return self.lines + bool(self.departments) + self.asks_attendance

    @property
    def minutes(self) -> int:
        """About how long it takes to fill in, in whole minutes, never under 1."""
        return minutes_for(self.lines)

    @property
    def can_be_asked(self) -> bool:
        """Whether every questionnaire has its wording."""
        return all(block.instrument.has_wording for block in self.blocks)


def lines_of(instruments: Sequence[Instrument]) -> int:
    """Return how many statements and questions the questionnaires have together."""
    return sum(len(one.items) for one in instruments)


def minutes_for(lines: int) -> int:
    """Return about how long so many lines take, in whole minutes, never under 1."""
    return max(1, math.ceil(lines * SECONDS_PER_LINE / 60))


def checked_asking(plan: AskingPlan) -> AskingPlan:
    """Return the plan with its words cleaned; raises BadInput naming the field to mend."""
    if not plan.instruments:
        raise BadInput(
            "This wave asks nothing yet.", "Choose at least one questionnaire.", field="instruments"
        )
    if len(set(plan.instruments)) < len(plan.instruments):
        raise BadInput(
            "A questionnaire is there twice.", "Keep one of the two.", field="instruments"
        )
    if not plan.means:
        raise BadInput("There is no way to answer yet.", "Choose at least one.", field="means")
    waves = [checked_plan(plan.for_wave(key)) for key in plan.instruments]
    return replace(
        plan,
        label=waves[0].label,
        departments=_checked_choices(plan.departments),
        code_parts=_checked_parts(plan.code_parts),
        promise=plan.promise.strip(),
    )


def _checked_choices(departments: Sequence[str]) -> tuple[str, ...]:
    """Return the departments offered, cleaned; raises BadInput for one alone or two alike."""
    kept = tuple(filter(None, map(clean, departments)))
    if len({fold(one) for one in kept}) < len(kept):
        raise BadInput("A department is there twice.", "Keep one of them.", field="departments")
    if len(kept) == 1 or len(kept) > MOST_DEPARTMENTS:
        raise BadInput(
            f"{len(kept)} departments cannot be offered.",
            f"Offer between 2 and {MOST_DEPARTMENTS}, or do not ask for it.",
            field="departments",
        )
    return kept


def _checked_parts(parts: Sequence[str]) -> tuple[str, ...]:
    """Return the questions of a linking code, cleaned; raises BadInput for too few or too many."""
    kept = tuple(filter(None, map(clean, parts)))
    if kept and len(kept) not in CODE_PARTS:
        raise BadInput(
            f"A code needs {CODE_PARTS[0]} or {CODE_PARTS[1]} questions, not {len(kept)}.",
            "Add or remove one, or leave the code out.",
            field="code_parts",
        )
    return kept
