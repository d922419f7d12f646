"""What people answered, on its way into the file: forms, sheets and whole rounds of them.

None of these tells what it holds when it is printed, so that no log and no report ever does.
"""

import secrets
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from workbench.foundation.words import Attended, Means

T = TypeVar("T")


@dataclass(frozen=True, slots=True, repr=False)
class AnswerSheet:
    """One person's unlinked answers: a code per item, None where skipped, and a chosen department.

    The department is the one ticked in the survey itself, never one looked up. `link` is the keyed
    hash of a code the person made up, empty without one. `attended` is what the person says.
    """

    codes: tuple[int | None, ...]
    department: str = ""
    link: bytes = b""
    attended: Attended | None = None


@dataclass(frozen=True, slots=True, repr=False)
class Form:
    """One person's filled form: a tuple of codes for each wave of the asking, in its order.

    `code` holds the typed parts of a linking code; they stay in memory and are never stored.
    """

    answers: tuple[tuple[int | None, ...], ...]
    department: str = ""
    comment: str = ""
    code: tuple[str, ...] = ()
    attended: Attended | None = None

    @property
    def empty(self) -> bool:
        """Whether nothing at all was answered; what is asked beside the items is no answer."""
        skipped = all(code is None for codes in self.answers for code in codes)
        return skipped and not self.comment.strip()


@dataclass(frozen=True, slots=True, repr=False)
class Round:
    """Answers that are stored together: sheets by wave number, each list shuffled for itself.

    Nothing joins the sheets of two waves or a comment to a sheet any more. `came_by` counts the
    sheets of each wave by how they came in.
    """

    sheets: Mapping[int, tuple[AnswerSheet, ...]]
    comments: tuple[str, ...] = ()
    came_by: Mapping[int, Mapping[Means, int]] = field(default_factory=dict)

    def sizes(self) -> tuple[int, ...]:
        """Return how many sheets each wave gets."""
        return tuple(len(sheets) for sheets in self.sheets.values())

    def many(self) -> dict[int, int]:
        """Return how many sheets each wave gets, by its number."""
        return {wave: len(sheets) for wave, sheets in self.sheets.items()}

    def of_waves(self, waves: Collection[int]) -> "Round":
        """Return what of it belongs to these waves, comments included."""
        return replace(
            self,
            sheets={wave: sheets for wave, sheets in self.sheets.items() if wave in waves},
            came_by={wave: counts for wave, counts in self.came_by.items() if wave in waves},
        )


def shuffled(things: Iterable[T]) -> tuple[T, ...]:
    """Return the things in an order that nothing can foretell."""
    mixed = list(things)
    secrets.SystemRandom().shuffle(mixed)
    return tuple(mixed)


def joined(first: Round, second: Round) -> Round:
    """Return both rounds as one, mixed."""
    waves = sorted({*first.sheets, *second.sheets})
    return Round(
        sheets={
            wave: shuffled((*first.sheets.get(wave, ()), *second.sheets.get(wave, ())))
            for wave in waves
        },
        comments=shuffled((*first.comments, *second.comments)),
        came_by={
            wave: Counter(first.came_by.get(wave, {})) + Counter(second.came_by.get(wave, {}))
            for wave in waves
        },
    )


def as_round(
    forms: Sequence[Form],
    waves: Sequence[int],
    means: Means,
    links: Sequence[Sequence[bytes]] = (),
) -> Round:
    """Take forms apart into a round: `waves` names the wave of each tuple of codes.

    `links` holds, for each form, the keyed hash for each wave; none are given without codes. Empty
    sheets are left out.
    """
    sheets: dict[int, tuple[AnswerSheet, ...]] = {}
    for place, wave in enumerate(waves):
        sheets[wave] = shuffled(
            AnswerSheet(
                form.answers[place],
                form.department,
                links[at][place] if links else b"",
                form.attended,
            )
            for at, form in enumerate(forms)
            if any(code is not None for code in form.answers[place])
        )
    comments = shuffled(form.comment for form in forms if form.comment.strip())
    return Round(sheets, comments, {wave: {means: len(sheets[wave])} for wave in waves})
