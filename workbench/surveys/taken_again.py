"""A short form taken in again, with a few late answers more: refused near in time.

Equal sheets of a short form are common, so they prove nothing about people, and subtraction tells
of a few only where all the others answered the same. So waves that are near in time are read as if
they had: where a few would follow then, the new figures are not shown. Honest waves of two or more
questions hardly ever contain each other (under 2 % from ten answers on, if a third of the people
change an answer); those of one question often do, so there only a few days count.
"""

from collections.abc import Sequence
from dataclasses import replace

from workbench.surveys.ledger import Cut, TooMuchToTry, determined
from workbench.surveys.shown_waves import NEAR_DAYS, Shown, by_people

_DAYS_FOR_ONE_ITEM = 6
_MOST_CUTS = 24


def told_if_taken_again(new: Shown, shown: Sequence[Shown]) -> str:
    """Return the label of a near wave beside which a few follow if all answered the same, or ""."""
    near = [_whole_if_far(one) for one in shown if _near(new, one)]
    if not near:
        return ""
    minimum = max(one.minimum for one in (new, *near))
    label = _told_by_one(new, near, minimum)
    if label or sum(len(one.cuts) for one in near) > _MOST_CUTS:
        return label
    *earlier, own = by_people([*near, new])
    before = [cut for cuts in earlier for cut in cuts]
    try:
        told = determined([*before, *own], minimum) - determined(before, minimum)
    except TooMuchToTry:  # departments may stay hidden; a whole wave is not refused for a guess
        return near[-1].label if len(new.cuts) > 1 else ""
    return near[-1].label if told else ""


def _near(new: Shown, one: Shown) -> bool:
    if (one.items, one.scale) != (new.items, new.scale):
        return False
    if new.items == 1:
        return one.apart <= _DAYS_FOR_ONE_ITEM
    return one.apart <= NEAR_DAYS or one.neighbour


def _whole_if_far(one: Shown) -> Shown:
    """Return a wave as it is, or without departments where it is near only as the next one."""
    if one.apart <= NEAR_DAYS:
        return one
    return replace(one, cuts=(frozenset(range(len(one.sheets))),))


def _told_by_one(new: Shown, near: Sequence[Shown], minimum: int) -> str:
    """Hold the new wave against one near wave at a time, each with equal sheets as one person's."""
    for one in near:
        before, own = by_people([one, new])
        if _differ_by_few(before, own, minimum):
            return one.label
    return ""


def _differ_by_few(before: Sequence[Cut], own: Sequence[Cut], minimum: int) -> bool:
    return any(
        (first < second or second < first) and len(first ^ second) < minimum
        for first in before
        for second in own
    )
