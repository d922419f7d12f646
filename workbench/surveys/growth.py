"""How the same people moved over three waves or more, where that tells about nobody (T-23, T-24).

It is worked out only over people who were shown together already: the linked changes from each of
the earlier waves to the newest must be frozen and hold the same people. So no figure follows about
any set of people that did not follow before, and growth opens no new way to single anybody out.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import msgspec

from workbench.surveys.overlap import random_intercept

FEWEST_PEOPLE = 8
FEWEST_WAVES = 3
_DAYS_IN_A_YEAR = 365.25
_COARSE = 2  # decimals


class Growth(msgspec.Struct, frozen=True, kw_only=True):
    """A straight line through the answers of the same people, each with a level of their own.

    Slope and interval in scale points a year; `within` is the variance about the line, `between`
    that of the levels. `earlier` numbers the waves before the one it is frozen with.
    """

    people: int
    earlier: tuple[int, ...]
    first_on: date
    last_on: date
    slope: float
    ci_low: float
    ci_high: float
    within: float
    between: float

    @property
    def waves(self) -> int:
        """How many waves the people answered, each of them every one."""
        return len(self.earlier) + 1


@dataclass(frozen=True, slots=True, repr=False)
class GrowthWave:
    """An earlier wave: its number and day, and the scores of its linked people.

    The scores are held by the places of the same people in the newest wave.
    """

    number: int
    closed_on: date
    scores: Mapping[int, float]


def same_people(earlier: Sequence[GrowthWave]) -> list[GrowthWave]:
    """Return the most waves that are linked with the very same people, oldest first."""
    by_people: dict[frozenset[int], list[GrowthWave]] = {}
    for one in earlier:
        by_people.setdefault(frozenset(one.scores), []).append(one)
    found = max(by_people.items(), key=lambda item: (len(item[1]), len(item[0])), default=None)
    return sorted(found[1], key=lambda one: one.closed_on) if found else []


def growth_of(
    earlier: Sequence[GrowthWave], newest: Mapping[int, float], closed_on: date
) -> Growth | None:
    """Return the growth up to the newest wave, given by place; None where it may not be told.

    That is so below 8 people or 3 waves, where the model does not settle, and where nearly everyone
    moved alike, which would tell each of them.
    """
    waves = same_people(earlier)
    if len(waves) + 1 < FEWEST_WAVES or len(waves[0].scores) < FEWEST_PEOPLE:
        return None
    first_on = waves[0].closed_on
    years = [(one.closed_on - first_on).days / _DAYS_IN_A_YEAR for one in waves]
    years.append((closed_on - first_on).days / _DAYS_IN_A_YEAR)
    rows = sorted(
        [*(one.scores[place] for one in waves), newest[place]] for place in waves[0].scores
    )
    found = random_intercept([list(zip(years, row, strict=True)) for row in rows])
    if found is None or not round(found.within, _COARSE):
        return None
    low, high = found.change.low, found.change.high
    if low is None or high is None:
        return None
    return Growth(
        people=len(rows),
        earlier=tuple(one.number for one in waves),
        first_on=first_on,
        last_on=closed_on,
        slope=round(found.slope, _COARSE),
        ci_low=round(low, _COARSE),
        ci_high=round(high, _COARSE),
        within=round(found.within, _COARSE),
        between=round(found.between, _COARSE),
    )
