"""One round on a laptop that is passed on: which question is asked now, and what was answered.

Everything stays in memory until the round ends. It tells nobody how many answered, and nothing
of it can be printed.
"""

import secrets
from dataclasses import dataclass, replace
from enum import StrEnum

from workbench.foundation.text import clean
from workbench.surveys.answers import Form, shuffled
from workbench.surveys.asking_rules import AskedForm
from workbench.surveys.attended_band import LABELS, QUESTION

LONGEST_COMMENT = 1000


class StepKind(StrEnum):
    """What a step asks for."""

    ITEM = "item"
    DEPARTMENT = "department"
    ATTENDED = "how often they came"
    COMMENT = "comment"


@dataclass(frozen=True, slots=True)
class Step:
    """One question: its words, its possible answers, and where it stands.

    `place` of `of` counts within its kind, `at` of `steps` over the whole form, all from 1.
    """

    kind: StepKind
    text: str
    options: tuple[str, ...] = ()
    lead_in: str = ""
    place: int = 1
    of: int = 1
    at: int = 1
    steps: int = 1

    @property
    def last(self) -> bool:
        """Whether nothing is asked after it."""
        return self.at == self.steps


class KioskRound:
    """Asks one person after the other; `take` hands over all forms, mixed, and forgets them."""

    __slots__ = ("_answers", "_asked", "_at", "_forms", "_steps")

    def __init__(self, asked: AskedForm) -> None:
        self._asked = asked
        self._steps = steps_of(asked)
        self._forms: list[Form] = []
        self._answers: list[int | str | None] = []
        self._at = 0
        self.clear()

    @property
    def now(self) -> Step:
        """The question that is asked."""
        return self._steps[self._at]

    @property
    def answer(self) -> int | str | None:
        """What this person answered here: the place of an option from 0, words, or None."""
        return self._answers[self._at]

    @property
    def fresh(self) -> bool:
        """Whether this person has given nothing and stands at the first question."""
        return self._at == 0 and not any(answer is not None for answer in self._answers)

    def choose(self, place: int) -> bool:
        """Answer with the option at this place, from 0; one that does not exist does nothing."""
        exists = 0 <= place < len(self.now.options)
        if exists:
            self._answers[self._at] = place
        return exists

    def write(self, words: str) -> None:
        """Answer in words; blank words answer nothing."""
        if not self.now.options:
            self._answers[self._at] = words[:LONGEST_COMMENT] if words.strip() else None

    def next(self) -> bool:
        """Go on; returns False, and stays, where an option has to be chosen or this is the last."""
        if self.now.last or (self.now.options and self.answer is None):
            return False
        self._at += 1
        return True

    def skip(self) -> bool:
        """Take the answer back and go on; returns False, and stays, at the last question."""
        self._answers[self._at] = None
        if self.now.last:
            return False
        self._at += 1
        return True

    def back(self) -> None:
        """Go to the question before; from the first there is no way back."""
        self._at = max(0, self._at - 1)

    def clear(self) -> None:
        """Forget what this person gave, and start at the first question again."""
        self._answers = [None] * len(self._steps)
        self._at = 0

    def finish(self) -> None:
        """Put this person's form among the others at a place drawn by chance, and start again."""
        place = secrets.randbelow(len(self._forms) + 1)
        self._forms.insert(place, self._form())
        self.clear()

    def take(self) -> tuple[Form, ...]:
        """Return every finished form in an order that nothing can foretell, and forget them all."""
        self.clear()
        forms, self._forms = shuffled(self._forms), []
        return forms

    def _form(self) -> Form:
        given = list(zip(self._steps, self._answers, strict=True))
        codes = iter(_place(answer) for step, answer in given if step.kind is StepKind.ITEM)
        department = _of_kind(given, StepKind.DEPARTMENT)
        comment = _of_kind(given, StepKind.COMMENT)
        chosen = _place(department[0]) if department else None
        came = _of_kind(given, StepKind.ATTENDED)
        band = _place(came[0]) if came else None
        return Form(
            answers=tuple(
                tuple(_code(block.instrument.codes, next(codes)) for _ in block.instrument.items)
                for block in self._asked.blocks
            ),
            department="" if chosen is None else self._asked.departments[chosen],
            comment=clean(str(comment[0] or "")) if comment else "",
            attended=None if band is None else tuple(LABELS)[band],
        )


def steps_of(asked: AskedForm) -> tuple[Step, ...]:
    """Return the questions of a form in order: items, department, how often they came, comment.

    A linking code is never asked for: who stands at the laptop is seen typing it.
    """
    steps = [
        *_items(asked),
        *_department(asked),
        *_attended(asked),
        *([Step(StepKind.COMMENT, "What else should be said?")] if asked.asks_comment else []),
    ]
    return tuple(replace(step, at=at, steps=len(steps)) for at, step in enumerate(steps, 1))


def _items(asked: AskedForm) -> list[Step]:
    lines = [
        Step(
            StepKind.ITEM,
            item.text,
            tuple(block.instrument.label_of(code) for code in block.instrument.codes),
            block.instrument.lead_in,
        )
        for block in asked.blocks
        for item in block.instrument.items
    ]
    return [replace(line, place=place, of=len(lines)) for place, line in enumerate(lines, 1)]


def _department(asked: AskedForm) -> list[Step]:
    if not asked.departments:
        return []
    return [Step(StepKind.DEPARTMENT, "Which department do you work in?", asked.departments)]


def _attended(asked: AskedForm) -> list[Step]:
    return [Step(StepKind.ATTENDED, QUESTION, tuple(LABELS.values()))] * asked.asks_attendance


def _of_kind(given: list[tuple[Step, int | str | None]], kind: StepKind) -> list[int | str | None]:
    return [answer for step, answer in given if step.kind is kind]


def _place(answer: int | str | None) -> int | None:
    return answer if isinstance(answer, int) else None


def _code(codes: tuple[int, ...], place: int | None) -> int | None:
    return None if place is None else codes[place]
