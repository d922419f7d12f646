"""Who stays: of those who joined in a month, how many came or gave in the months after."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

FEW: Final = 5
ENOUGH_LEAVERS: Final = 10
CLASSIC: Final = "Came or gave in that month."
ROLLING: Final = "Came or gave in that month or later."


@dataclass(frozen=True, slots=True)
class Cohort:
    """Those who joined in one month: how many, then how many were there 0, 1, 2 months on."""

    month: date
    kept: tuple[int, ...]

    @property
    def size(self) -> int:
        """How many joined."""
        return self.kept[0]

    @property
    def shares(self) -> tuple[float, ...]:
        """The share of the cohort at each month, 0 to 1."""
        return tuple(count / self.size for count in self.kept)

    @property
    def is_few(self) -> bool:
        """Whether it is too small to be read as more than an anecdote: shown in grey."""
        return self.size < FEW


@dataclass(frozen=True, slots=True)
class PooledMonth:
    """All cohorts observed that long, together."""

    kept: int
    size: int
    cohorts: int

    @property
    def share(self) -> float:
        """The share still there, 0 to 1."""
        return self.kept / self.size

    @property
    def fraction(self) -> str:
        """As screens write it: "23 of 28"."""
        return f"{self.kept} of {self.size}"

    @property
    def is_few(self) -> bool:
        """Whether it rests on one cohort or on too few people: shown in grey, never joined up."""
        return self.size < FEW or self.cohorts < 2


@dataclass(frozen=True, slots=True)
class Retention:
    """The table of cohorts; a curve is drawn only where enough people have left."""

    cohorts: tuple[Cohort, ...]
    pooled: tuple[PooledMonth, ...]
    leavers: int
    definition: str = CLASSIC

    @property
    def may_draw(self) -> bool:
        """Whether a curve says more than the table."""
        return self.leavers >= ENOUGH_LEAVERS


def pooled(cohorts: Iterable[Cohort]) -> tuple[PooledMonth, ...]:
    """Return for each month how many stayed, over the cohorts observed that long."""
    every = list(cohorts)
    longest = max((len(cohort.kept) for cohort in every), default=0)
    found = []
    for month in range(longest):
        seen = [cohort for cohort in every if len(cohort.kept) > month]
        kept = sum(cohort.kept[month] for cohort in seen)
        found.append(PooledMonth(kept, sum(cohort.size for cohort in seen), len(seen)))
    return tuple(found)


def cohorts(
    joined: Mapping[int, date],
    there: Mapping[int, Iterable[date]],
    last: date,
    *,
    rolling: bool = False,
) -> tuple[Cohort, ...]:
    """Return the cohorts by month of joining, each observed until the month of `last`.

    `there` are the days each person came or gave. The first figure of a cohort is its size.
    """
    end = _number(last)
    months = {person: {_number(day) for day in days} for person, days in there.items()}
    by_month: dict[int, list[int]] = {}
    for person, day in joined.items():
        if _number(day) <= end:
            by_month.setdefault(_number(day), []).append(person)
    return tuple(
        Cohort(_first_day(month), _kept(month, people, months, end, rolling=rolling))
        for month, people in sorted(by_month.items())
    )


def _kept(
    month: int, people: Sequence[int], months: Mapping[int, set[int]], end: int, *, rolling: bool
) -> tuple[int, ...]:
    there: Counter[int] = Counter()
    for person in people:
        own = [one for one in months.get(person, ()) if month < one <= end]
        if rolling:
            own = list(range(month + 1, max(own, default=month) + 1))
        there.update(own)
    return (len(people), *(there[at] for at in range(month + 1, end + 1)))


def _number(day: date) -> int:
    return day.year * 12 + day.month - 1


def _first_day(number: int) -> date:
    return date(number // 12, number % 12 + 1, 1)
