"""A wave deleted and taken in again with a few more or fewer: what was shown of it is remembered.

The sheets of a deleted wave are gone for good. What the file keeps are the figures that were shown:
they tell whether new sheets, but for a few, may be the same ones.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations, product

from workbench.surveys.instruments import Instrument
from workbench.surveys.same_people import is_long
from workbench.surveys.scoring import Codes, item_scores, score
from workbench.surveys.shown_waves import NEAR_DAYS
from workbench.surveys.suppression import tells_about_few

NEAR = timedelta(days=NEAR_DAYS)

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
    if near and (gone.instrument != new.instrument.id or _any_columns(new, gone, abs(more), more)):
        return True
    if gone.instrument != new.instrument.id:
        return False
    steps = _steps(new, gone)
    if not _possible(new, gone, steps, abs(more), more):
        return False
    long = is_long(len(steps), len(new.instrument.codes))
    return near or (long and (more == -1 or _fits(new, steps, more)))


def _any_columns(new: Again, gone: Gone, few: int, more: int) -> bool:
    """Whether so few answers can make up the difference with the columns in some other order.

    Each column of the new answers, as it is or turned, must find a column of the deleted ones.
    """
    if new.instrument.scoring == "count" or not gone.items:
        return True
    sign = 1 if more > 0 else -1
    low, high = new.instrument.codes[0], new.instrument.codes[-1]

    def fits(own: float, held: float | None) -> bool:
        if held is None:
            return True
        steps = (sign * (own - one) for one in (held, gone.answers * (low + high) - held))
        return any(few * low - _SLACK <= step <= few * high + _SLACK for step in steps)

    sums = [sum(column) for column in zip(*_rows(new), strict=True)]
    taken: dict[int, int] = {}

    def placed(column: int, tried: set[int]) -> bool:
        for at, held in enumerate(gone.items):
            if at not in tried and fits(sums[column], held):
                tried.add(at)
                if at not in taken or placed(taken[at], tried):
                    taken[at] = column
                    return True
        return False

    return all(placed(column, set()) for column in range(len(sums)))


def chain_tells_of_gone(
    new: Again, gone: Sequence[Gone], there: Sequence[Gone], minimum: int
) -> bool:
    """Whether a wave may tell of a few beside two or three shown near by, a deleted one among them.

    Wholes alone are held together. Whoever adds and subtracts them gets a number of answers and
    their sums; it is enough that so few answers could have these sums.
    """
    own = _sums(new)
    near = [one for one in (*gone, *there) if _beside(new, one)]
    deleted = sum(_beside(new, one) for one in gone)
    known = [(one.answers, (*one.items, one.scores)) for one in near]
    if any(_apart((len(new.sheets), own), one) == 0 for one in known[:deleted]):
        return False
    for many in (2, 3):
        for places in combinations(range(len(near)), many):
            if places[0] < deleted and _some_signs(new, own, [known[at] for at in places], minimum):
                return True
    return False


def _beside(new: Again, one: Gone) -> bool:
    near = abs(new.closed_on - one.closed_on) <= NEAR
    return near and not one.part and one.items_asked == len(new.instrument.items)


def _apart(
    one: tuple[int, Sequence[float | None]], other: tuple[int, Sequence[float | None]]
) -> float:
    """Return how far the numbers and sums of two waves lie apart at most."""
    sums = zip(one[1], other[1], strict=True)
    steps = (abs(a - b) for a, b in sums if a is not None and b is not None)
    return round(max(abs(one[0] - other[0]), *steps), 5)


def _some_signs(
    new: Again,
    own: Sequence[float | None],
    others: Sequence[tuple[int, Sequence[float | None]]],
    minimum: int,
) -> bool:
    """Whether adding and subtracting the others leaves what a few answers can add up to."""
    for signs in product((1, -1), repeat=len(others)):
        many = len(new.sheets) + sum(
            sign * answers for sign, (answers, _) in zip(signs, others, strict=True)
        )
        if 0 < abs(many) < minimum:
            columns = zip(own, *(sums for _, sums in others), strict=True)
            left = [None if None in column else _signed(column, (1, *signs)) for column in columns]
            if _a_few_could(new.instrument, left, many):
                return True
    return False


def _signed(column: Sequence[float | None], signs: Sequence[int]) -> float:
    return sum(sign * (one or 0.0) for sign, one in zip(signs, column, strict=True))


def _a_few_could(instrument: Instrument, left: Sequence[float | None], many: int) -> bool:
    sign, few = (1, many) if many > 0 else (-1, -many)
    codes = (instrument.codes[0], instrument.codes[-1])
    ends = [codes] * (len(left) - 1) + [instrument.range]
    return all(
        few * low - _SLACK <= sign * one <= few * high + _SLACK
        for one, (low, high) in zip(left, ends, strict=True)
        if one is not None
    )


def _sums(new: Again) -> tuple[float | None, ...]:
    """Return the sum of each item, None where answers are counted, and that of the scores."""
    columns = zip(*_rows(new), strict=True)
    counted = new.instrument.scoring == "count"
    scores = sum(score(new.instrument, sheet) or 0.0 for sheet in new.sheets)
    return (*(None if counted else sum(column) for column in columns), scores)


def _rows(new: Again) -> list[tuple[float, ...]]:
    return [_whole(new.instrument, sheet) for sheet in new.sheets]


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
