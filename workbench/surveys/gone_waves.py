"""A wave deleted and taken in again with a few more or fewer: what was shown of it is remembered.

The sheets of a deleted wave are gone for good. What the file keeps are the figures that were shown:
they tell whether new sheets, but for a few, may be the same ones.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

from workbench.surveys.instruments import Instrument
from workbench.surveys.same_people import is_long
from workbench.surveys.scoring import Codes, item_scores, score
from workbench.surveys.suppression import tells_about_few

NEAR = timedelta(days=60)

_EXACT = 4
_SLACK = 1e-6


@dataclass(frozen=True, slots=True)
class Gone:
    """A cut that was shown of a wave that is deleted: how many answers, and the sums shown.

    `part` names the cut, "" is the whole wave; `items` holds the sum per item, None where hidden.
    """

    instrument: str
    items_asked: int
    part: str
    answers: int
    scores: float
    items: tuple[float | None, ...]
    closed_on: date


@dataclass(frozen=True, slots=True, repr=False)
class Again:
    """A cut about to be shown, with the scored sheets in it."""

    instrument: Instrument
    sheets: tuple[Codes, ...]
    closed_on: date


def tells_of_gone(new: Again, gone: Gone, minimum: int) -> bool:
    """Whether the deleted cut and the new one may be the same answers but for a few.

    Near in time it is enough that the few are possible; at any time, that the sums of a long
    questionnaire fit exactly.
    """
    if gone.items_asked != len(new.instrument.items):
        return False
    more = len(new.sheets) - gone.answers
    if not tells_about_few(max(len(new.sheets), gone.answers), min(len(new.sheets), gone.answers),
                           minimum):  # fmt: skip
        return False
    near = abs(new.closed_on - gone.closed_on) <= NEAR
    if gone.instrument != new.instrument.id:
        return near
    steps = _steps(new, gone)
    if not _possible(new, gone, steps, abs(more), more):
        return False
    long = is_long(len(steps), len(new.instrument.codes))
    return near or (long and (more == -1 or _fits(new, steps, more)))


def _steps(new: Again, gone: Gone) -> dict[int, float]:
    """Return by item how much more the new answers add up to, for the items that were shown."""
    if new.instrument.scoring == "count":
        return {}
    rows = [_whole(new.instrument, sheet) for sheet in new.sheets]
    return {
        place: sum(row[place] for row in rows) - held
        for place, held in enumerate(gone.items)
        if held is not None
    }


def _whole(instrument: Instrument, sheet: Codes) -> tuple[float, ...]:
    """Return what each item adds; a skipped one stands as the person's own mean."""
    scores = item_scores(instrument, sheet)
    answered = [value for value in scores if value is not None]
    own = sum(answered) / len(answered)
    return tuple(own if value is None else value for value in scores)


def _possible(new: Again, gone: Gone, steps: dict[int, float], few: int, more: int) -> bool:
    """Whether so few answers can make up the difference at all."""
    sign = 1 if more > 0 else -1
    low, high = new.instrument.codes[0], new.instrument.codes[-1]
    inside = (few * low - _SLACK <= sign * step <= few * high + _SLACK for step in steps.values())
    values = [score(new.instrument, sheet) or 0.0 for sheet in new.sheets]
    apart = sign * (sum(values) - gone.scores)
    lowest, highest = new.instrument.range
    return all(inside) and few * lowest - _SLACK <= apart <= few * highest + _SLACK


def _fits(new: Again, steps: dict[int, float], more: int) -> bool:
    """Whether some `more` of the new sheets make up the difference in every item."""
    if not 0 < more <= _EXACT:
        return False
    places = sorted(steps)
    wanted = _rounded(steps[place] for place in places)
    rows = [_whole(new.instrument, sheet) for sheet in new.sheets]
    ones = [_rounded(row[place] for place in places) for row in rows]
    sums = {1: set(ones), 2: {_plus(a, b) for a, b in combinations(ones, 2)}}
    if more in sums:
        return wanted in sums[more]
    return any(_minus(wanted, one) in sums[more - 2] for one in sums[2])


def _rounded(values: Iterable[float]) -> tuple[int, ...]:
    return tuple(round(value * 840) for value in values)


def _plus(first: Sequence[int], second: Sequence[int]) -> tuple[int, ...]:
    return tuple(a + b for a, b in zip(first, second, strict=True))


def _minus(first: Sequence[int], second: Sequence[int]) -> tuple[int, ...]:
    return tuple(a - b for a, b in zip(first, second, strict=True))
