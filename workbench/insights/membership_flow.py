"""Who joined, came, kept away for a while, or left, month by month; keeping away is not leaving."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from workbench.foundation.words import Role
from workbench.sessions.attendance_rules import Stay

RECENT: Final = 3
_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Held:
    """A session that was held: its day and who came."""

    on: date
    came: Collection[int]


@dataclass(frozen=True, slots=True)
class FlowMonth:
    """One month: who joined and left in it, and how the members of its last day stand.

    `active` came to one of the last 3 sessions, `new` have had fewer than 3 and came to none yet,
    `dormant` are all other members.
    """

    month: date
    joined: int
    left: int
    active: int
    dormant: int
    new: int

    @property
    def members(self) -> int:
        """How many belong on the last day of the month."""
        return self.active + self.dormant + self.new


def membership_flow(
    stays: Iterable[Stay], held: Sequence[Held], first: date, today: date
) -> tuple[FlowMonth, ...]:
    """Return every month from that of `first` to that of today; `held` are in order of days.

    Guests never belong. A stay that begins the day after another ends goes on, as with a new role.
    """
    spells = _spells(stays)
    found = []
    for month in months_between(first, today):
        last = min(month_end(month), today)
        recent = [one for one in held if one.on <= last][-RECENT:]
        members = dict(_members(spells, last))
        active = {who for one in recent for who in one.came if who in members}
        new = sum(
            who not in active and sum(begun <= one.on for one in recent) < RECENT
            for who, begun in members.items()
        )
        every = [spell for own in spells.values() for spell in own]
        found.append(
            FlowMonth(
                month,
                joined=sum(month <= begun <= last for begun, _ in every),
                left=sum(month <= end <= last and end < today for _, end in every),
                active=len(active),
                dormant=len(members) - len(active) - new,
                new=new,
            )
        )
    return tuple(found)


def months_between(first: date, last: date) -> list[date]:
    """Return the first days of all months from that of one day to that of another."""
    numbers = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    return [date(number // 12, number % 12 + 1, 1) for number in numbers]


def month_end(month: date) -> date:
    """Return the last day of the month of a day."""
    if (month.year, month.month) == (date.max.year, 12):
        return date.max
    following = date(month.year + month.month // 12, month.month % 12 + 1, 1)
    return following - _DAY


def _spells(stays: Iterable[Stay]) -> dict[int, list[tuple[date, date]]]:
    """Return each member's unbroken times of belonging, first and last day included."""
    own: dict[int, list[tuple[date, date]]] = defaultdict(list)
    for stay in stays:
        if stay.role is not Role.GUEST:
            own[stay.person].append((stay.joined or date.min, stay.left or date.max))
    return {who: _joined_up(sorted(parts)) for who, parts in own.items()}


def _joined_up(parts: Sequence[tuple[date, date]]) -> list[tuple[date, date]]:
    found = [parts[0]]
    for begun, end in parts[1:]:
        before = found[-1]
        if before[1] == date.max or begun <= before[1] + _DAY:
            found[-1] = before[0], max(before[1], end)
        else:
            found.append((begun, end))
    return found


def _members(spells: dict[int, list[tuple[date, date]]], on: date) -> Iterable[tuple[int, date]]:
    for who, own in spells.items():
        for begun, end in own:
            if begun <= on <= end:
                yield who, begun
