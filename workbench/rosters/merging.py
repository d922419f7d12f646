"""What becomes of two rows of people when they are one: whose mark, whose times, whose fields."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from workbench.foundation.words import Mark, Role

HERE: Final = frozenset({Mark.PRESENT, Mark.PART})
_STRENGTH: Final = {
    Mark.PRESENT: 4,
    Mark.PART: 3,
    Mark.EXCUSED: 2,
    Mark.ABSENT: 1,
    Mark.UNKNOWN: 0,
}


@dataclass(frozen=True, slots=True)
class MergeChoices:
    """What the facilitator decided: fields to `take` from the one who goes, by key.

    `although_different` says yes to one person whose own columns, such as a staff number, differ.
    """

    take: frozenset[str] = frozenset()
    although_different: bool = False


@dataclass(frozen=True, slots=True)
class KnownMark:
    """A mark and whether it was made by hand rather than read from a file."""

    mark: Mark
    by_hand: bool


@dataclass(frozen=True, slots=True)
class Belonging:
    """One stretch in a community; no first day means from the beginning, no last day still.

    `of_who_stays` tells whether it is of the person who is kept.
    """

    joined_on: date | None
    left_on: date | None
    role: Role
    reason_to_join: str = ""
    reason_theme_id: int | None = None
    reason_to_leave: str = ""
    of_who_stays: bool = False


def stays_as(keep: KnownMark, gone: KnownMark) -> KnownMark:
    """Return the mark that stays where both have one in the same session.

    Somebody who was seen was there; between two marks that agree on that, a mark by hand wins
    over a file, then here over late over apologies over missed.
    """
    return gone if _weight(gone) > _weight(keep) else keep


def united(times: Iterable[Belonging]) -> list[Belonging]:
    """Return the times of one person in one community, by date, none covering another.

    Times of a member that overlap, or touch in the same role, become one; guest times keep the
    days that no membership covers. The role is that of the time which lasts longer, and of the
    person who stays where both last as long.
    """
    known = list(times)
    members = _joined([time for time in known if time.role is not Role.GUEST])
    guests = _joined([time for time in known if time.role is Role.GUEST])
    pieces = [piece for guest in guests for piece in _outside(guest, members)]
    return sorted([*members, *pieces], key=_first_day)


def _weight(known: KnownMark) -> tuple[int, bool, int]:
    seen = 2 if known.mark in HERE else 1 if known.mark is not Mark.UNKNOWN else 0
    return seen, known.by_hand, _STRENGTH[known.mark]


def _joined(times: Sequence[Belonging]) -> list[Belonging]:
    found: list[Belonging] = []
    for time in sorted(times, key=_first_day):
        if found and _meets(found[-1], time):
            found[-1] = _as_one(found[-1], time)
        else:
            found.append(time)
    return found


def _meets(before: Belonging, after: Belonging) -> bool:
    gap = _first_day(after) - _last_day(before)
    return gap <= 0 or (gap == 1 and before.role is after.role)


def _as_one(before: Belonging, after: Belonging) -> Belonging:
    order = (_last_day(before), before.of_who_stays), (_last_day(after), after.of_who_stays)
    later = after if order[1] > order[0] else before
    why = before if before.reason_to_join else after
    return replace(
        before,
        left_on=later.left_on,
        role=later.role,
        reason_to_join=why.reason_to_join,
        reason_theme_id=before.reason_theme_id or after.reason_theme_id,
        reason_to_leave=later.reason_to_leave,
        of_who_stays=before.of_who_stays or after.of_who_stays,
    )


def _outside(guest: Belonging, members: Sequence[Belonging]) -> list[Belonging]:
    """Return the parts of a guest's time on days that none of the memberships covers."""
    parts, start, left = [], _first_day(guest), _last_day(guest)
    for member in members:
        if _last_day(member) < start or _first_day(member) > left:
            continue
        if _first_day(member) - 1 >= max(start, 1):
            parts.append((start, _first_day(member) - 1))
        start = _last_day(member) + 1
    if start <= left and start != _NO_END:
        parts.append((start, left))
    return [
        replace(guest, joined_on=_day(first, _BEGINNING), left_on=_day(last, _NO_END))
        for first, last in parts
    ]


_BEGINNING: Final = 0
_NO_END: Final = date.max.toordinal() + 1


def _first_day(time: Belonging) -> int:
    return time.joined_on.toordinal() if time.joined_on else _BEGINNING


def _last_day(time: Belonging) -> int:
    return time.left_on.toordinal() if time.left_on else _NO_END


def _day(ordinal: int, open_end: int) -> date | None:
    return None if ordinal == open_end else date.fromordinal(ordinal)
