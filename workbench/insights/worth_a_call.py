"""Who is worth a call and why: reasons with the day each arose; private, and never a score."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from workbench.foundation.dates import short_day
from workbench.foundation.text import counted
from workbench.foundation.words import Mark
from workbench.sessions.attendance_rules import HERE, MISSED
from workbench.sessions.engagement import USUAL, Thresholds

FEWEST_TO_SPEAK: Final = 4
NEW_FOR: Final = timedelta(days=90)
_OFTEN: Final = 0.5


class Why(StrEnum):
    """The four kinds of reason."""

    MISSED = "missed"
    NEVER_SPOKEN = "never spoken"
    PROMISE = "promise"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Meeting:
    """One session that counts and expected the person, with their mark."""

    on: date
    mark: Mark


@dataclass(frozen=True, slots=True)
class LatePromise:
    """A promise of the person that is still open after its day."""

    text: str
    due_on: date


@dataclass(frozen=True, slots=True)
class CallFacts:
    """What is known of one member: meetings oldest first, promises late, the last call."""

    person: int
    name: str
    joined_on: date | None = None
    meetings: tuple[Meeting, ...] = ()
    has_given: bool = False
    late: tuple[LatePromise, ...] = ()
    called_on: date | None = None
    snoozed_until: date | None = None


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason in words, with the day it arose."""

    kind: Why
    words: str
    since: date


@dataclass(frozen=True, slots=True)
class Call:
    """Somebody to ask after, the reason that arose last standing first."""

    person: int
    name: str
    reasons: tuple[Reason, ...]


def worth_a_call(
    facts: Iterable[CallFacts], today: date, thresholds: Thresholds = USUAL
) -> list[Call]:
    """Return who there is a reason to call, the newest reason first, then by name.

    Nobody is listed while they are snoozed, nor for a reason that had arisen when they were
    called. The order is by day and name alone, so that it ranks nobody.
    """
    found = []
    for one in facts:
        if one.snoozed_until is None or one.snoozed_until <= today:
            reasons = reasons_of(one, today, thresholds)
            if reasons:
                found.append(Call(one.person, one.name, reasons))
    found.sort(key=lambda call: (-call.reasons[0].since.toordinal(), call.name.casefold()))
    return found


def reasons_of(one: CallFacts, today: date, thresholds: Thresholds = USUAL) -> tuple[Reason, ...]:
    """Return the reasons not yet answered by a call, the one that arose last first."""
    every = (
        _not_back(one, today, thresholds),
        _missed(one, thresholds),
        _never_spoken(one),
        *(_overdue(promise, today) for promise in one.late),
    )
    still = [
        reason
        for reason in every
        if reason is not None and (one.called_on is None or reason.since > one.called_on)
    ]
    return tuple(sorted(still, key=lambda reason: reason.since, reverse=True))


def _missed(one: CallFacts, thresholds: Thresholds) -> Reason | None:
    """Return that a regular stayed away; after a call it counts anew.

    Apologies lengthen the time away, as they do for the chip, but are never called missed, and
    alone they are no reason: who sent them every time has said why.
    """
    last = _last_here(one.meetings)
    if last is None or not _came_often(one.meetings[: last + 1], thresholds.look_back):
        return None
    away = [meeting for meeting in one.meetings[last + 1 :] if meeting.mark in MISSED]
    later = [m for m in away if one.called_on is not None and m.on > one.called_on]
    since = _long_away_since(later, thresholds.missed_to_drift)
    if since is not None:
        return Reason(Why.MISSED, f"{_away_words(later, ' more')} since your call", since)
    since = _long_away_since(away, thresholds.missed_to_drift)
    if since is None:
        return None
    last_here = short_day(one.meetings[last].on)
    return Reason(Why.MISSED, f"{_away_words(away)}, last here {last_here}", since)


def _long_away_since(away: Sequence[Meeting], enough: int) -> date | None:
    """Return the day it was long enough and one was missed without apologies, or None."""
    missed = [meeting.on for meeting in away if meeting.mark is Mark.ABSENT]
    if len(away) < enough or not missed:
        return None
    return max(away[enough - 1].on, missed[0])


def _away_words(away: Sequence[Meeting], more: str = "") -> str:
    """Return "Missed 2, 1 apology"."""
    missed = sum(meeting.mark is Mark.ABSENT for meeting in away)
    sent = len(away) - missed
    apologies = f", {counted(sent, 'apology', 'apologies')}" if sent else ""
    return f"Missed {missed}{more}{apologies}"


def _never_spoken(one: CallFacts) -> Reason | None:
    if one.has_given:
        return None
    here = [meeting.on for meeting in one.meetings if meeting.mark in HERE]
    if len(here) < FEWEST_TO_SPEAK:
        return None
    told = "Nothing of theirs noted yet"
    return Reason(Why.NEVER_SPOKEN, told, here[FEWEST_TO_SPEAK - 1])


def _not_back(one: CallFacts, today: date, thresholds: Thresholds) -> Reason | None:
    """Return that somebody new came once and missed what followed."""
    if one.joined_on is None or today - one.joined_on > NEW_FOR:
        return None
    here = [place for place, meeting in enumerate(one.meetings) if meeting.mark in HERE]
    if len(here) != 1 or here[0] >= thresholds.new_within:
        return None
    after = one.meetings[here[0] + 1 :]
    gone = [meeting.on for meeting in after if meeting.mark is Mark.ABSENT]
    if not gone:
        return None
    told = f"New, came on {short_day(one.meetings[here[0]].on)} and not since"
    return Reason(Why.NEW, told, gone[0])


def _overdue(promise: LatePromise, today: date) -> Reason | None:
    if promise.due_on >= today:
        return None
    told = f"Promise was due {short_day(promise.due_on)}: {promise.text}"
    return Reason(Why.PROMISE, told, promise.due_on + timedelta(days=1))


def _last_here(meetings: Sequence[Meeting]) -> int | None:
    places = range(len(meetings) - 1, -1, -1)
    return next((place for place in places if meetings[place].mark in HERE), None)


def _came_often(before: Sequence[Meeting], look_back: int) -> bool:
    """Whether somebody came to half of the last sessions at least, and more than once."""
    recent = [meeting.mark in HERE for meeting in before[-look_back:]]
    return sum(recent) > 1 and sum(recent) >= _OFTEN * len(recent)
