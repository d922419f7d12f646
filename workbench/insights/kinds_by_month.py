"""What was given month by month: kinds counted apart, and how many members gave anything."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from workbench.foundation.words import ContributionKind

SHOWN_APART: Final = 5


@dataclass(frozen=True, slots=True)
class GivenMonth:
    """One month: gifts by kind in a fixed order, members who gave, and members of its last day."""

    month: date
    counts: tuple[int, ...]
    gave: int
    members: int

    @property
    def given(self) -> int:
        """How much was given in all."""
        return sum(self.counts)


@dataclass(frozen=True, slots=True)
class GivenByMonth:
    """Months in order, with the names of the kinds that their counts stand for."""

    kinds: tuple[str, ...]
    months: tuple[GivenMonth, ...]


def given_by_month(
    gifts: Iterable[tuple[date, ContributionKind, int]],
    givers: Mapping[date, int],
    members: Mapping[date, int],
    months: Sequence[date],
) -> GivenByMonth:
    """Return the months; the five kinds given most stand apart, all others together.

    `gifts` hold (first day of the month, kind, how many); `givers` and `members` count members by
    month.
    """
    by_month: dict[date, Counter[ContributionKind]] = {month: Counter() for month in months}
    in_all: Counter[ContributionKind] = Counter()
    for month, kind, many in gifts:
        if month in by_month:
            by_month[month][kind] += many
            in_all[kind] += many
    order = list(ContributionKind)
    apart = sorted(in_all, key=lambda kind: (-in_all[kind], order.index(kind)))
    if len(apart) > SHOWN_APART + 1:
        apart = apart[:SHOWN_APART]
    others = set(in_all) - set(apart)
    names = tuple(kind.value for kind in apart) + (("other kinds",) if others else ())
    return GivenByMonth(
        names,
        tuple(
            GivenMonth(
                month,
                tuple(counts[kind] for kind in apart)
                + ((sum(counts[kind] for kind in others),) if others else ()),
                givers.get(month, 0),
                members.get(month, 0),
            )
            for month, counts in by_month.items()
        ),
    )
