"""Who gives, by department and among newcomers: counts of people, never a ranking of any."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from workbench.contributions.concentration import Concentration, concentration
from workbench.contributions.spread import Spread, spread
from workbench.foundation.text import counted
from workbench.foundation.words import Role

FEWEST_SHOWN: Final = 5
NEW_FOR: Final = timedelta(days=90)
FIRST_SESSIONS: Final = 3
TOGETHER: Final = "Smaller departments together"


@dataclass(frozen=True, slots=True)
class GivingMember:
    """A member with how much they gave; `first_on` is the day of the first gift ever."""

    given: int
    role: Role
    department: str = ""
    place: int = 0
    joined_on: date | None = None
    first_on: date | None = None


@dataclass(frozen=True, slots=True)
class DepartmentPart:
    """How many people of a department gave something."""

    name: str
    gave: int
    people: int


@dataclass(frozen=True, slots=True)
class Newcomers:
    """Members of the last 90 days: how many gave within their first sessions.

    `waiting` have not given and have not had that many sessions yet.
    """

    people: int
    early: int
    gave: int
    waiting: int

    @property
    def sentences(self) -> tuple[str, ...]:
        """The same in words."""
        if not self.people:
            return ("Nobody joined in the last 90 days.",)
        many = counted(self.people, "newcomer", "newcomers")
        early = f"{self.early} of {many} gave something within their first {FIRST_SESSIONS}"
        said = [f"{early} sessions."]
        if self.gave > self.early:
            said.append(f"{self.gave - self.early} more gave something since.")
        if self.waiting:
            have = "has" if self.waiting == 1 else "have"
            said.append(f"{self.waiting} {have} had fewer than {FIRST_SESSIONS} sessions so far.")
        return tuple(said)


@dataclass(frozen=True, slots=True)
class SpreadParts:
    """The spread whole, without co-hosts where there are any, by department, and newcomers.

    `left_out` counts members of departments too small to show, and of none.
    """

    whole: Spread
    shares: Concentration | None
    hosts: int
    without_hosts: Spread | None
    departments: tuple[DepartmentPart, ...]
    left_out: int
    newcomers: Newcomers


def spread_parts(
    members: Sequence[GivingMember], held: Sequence[date], today: date, of: str = "over all kinds"
) -> SpreadParts:
    """Return how giving is spread over members; `held` are the days of sessions, oldest first."""
    others = [one for one in members if one.role is not Role.CO_HOST]
    hosts = len(members) - len(others)
    counts = [one.given for one in members]
    departments, left_out = by_department(members)
    return SpreadParts(
        whole=spread(counts, of),
        shares=concentration(counts),
        hosts=hosts,
        without_hosts=spread([one.given for one in others], of) if hosts and others else None,
        departments=departments,
        left_out=left_out,
        newcomers=newcomers(members, held, today),
    )


def by_department(
    members: Sequence[GivingMember],
) -> tuple[tuple[DepartmentPart, ...], int]:
    """Return the share who gave in the order of departments, and how many are in none shown.

    Departments of fewer than 5 people stand together, if together they are 5.
    """
    groups: dict[tuple[int, str], list[GivingMember]] = {}
    for one in members:
        groups.setdefault((one.place, one.department), []).append(one)
    large = {
        key: group for key, group in sorted(groups.items()) if key[1] and len(group) >= FEWEST_SHOWN
    }
    small = [one for key, group in groups.items() if key not in large for one in group]
    parts = [_part(key[1], group) for key, group in large.items()]
    if len(small) >= FEWEST_SHOWN:
        return (*parts, _part(TOGETHER if large else "Everybody", small)), 0
    return tuple(parts), len(small)


def newcomers(members: Sequence[GivingMember], held: Sequence[date], today: date) -> Newcomers:
    """Return how many of those who joined in the last 90 days gave within their first sessions."""
    new = [
        (one, one.joined_on)
        for one in members
        if one.joined_on is not None and today - NEW_FOR <= one.joined_on <= today
    ]
    early = gave = waiting = 0
    for one, joined in new:
        first = [on for on in held if on >= joined][:FIRST_SESSIONS]
        done = len(first) == FIRST_SESSIONS
        gave += one.first_on is not None
        if one.first_on is None:
            waiting += not done
        else:
            early += not done or one.first_on <= first[-1]
    return Newcomers(len(new), early, gave, waiting)


def _part(name: str, group: Sequence[GivingMember]) -> DepartmentPart:
    return DepartmentPart(name, sum(one.given > 0 for one in group), len(group))
