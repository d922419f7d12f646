"""What the People page says of somebody in words: kind, exact, and never a verdict."""

from collections.abc import Sequence
from datetime import date, timedelta

from workbench.foundation.dates import short_day
from workbench.foundation.text import counted, listed
from workbench.foundation.words import Mark, PromiseState
from workbench.insights.people_queries import MemberDetail, PromiseRow, SessionMark
from workbench.sessions.attendance_rules import HERE

_USUALLY_HEARD_BACK = timedelta(days=30)
_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def attendance_sentence(sessions: Sequence[SessionMark], today: date) -> str:
    """Return one or two sentences: "Here for 12 of 16 sessions. Last here 20 Aug, then ..."."""
    seen = [mark for mark in sessions if mark.mark is not None]
    if not seen:
        return "No session yet since joining."
    here = [mark for mark in seen if mark.mark in HERE]
    first = f"Here for {len(here)} of {counted(len(seen), 'session', 'sessions')}."
    if not here:
        return first
    later = [mark.mark for mark in seen if mark.on > here[-1].on]
    when = f"Last here {short_date(here[-1].on, today)}"
    return f"{first} {when}{_then(later)}."


def short_date(day: date, today: date) -> str:
    """Return a day without its year where that is the present one: "20 Aug", "3 Dec 2025"."""
    return short_day(day) if day.year == today.year else f"{short_day(day)} {day.year}"


def promise_sentence(promise: PromiseRow, today: date) -> str:
    """Return the quiet line under a promise: "Kept 11 Jun", "Promised 20 Aug · not heard back"."""
    made = f"Promised {short_date(promise.made_on, today)}"
    if promise.state is not PromiseState.OPEN:
        settled = short_date(promise.settled_on or promise.made_on, today)
        return f"{promise.state.value.capitalize()} {settled}"
    if (promise.due_on or promise.made_on + _USUALLY_HEARD_BACK) < today:
        return f"{made} · not heard back"
    if promise.due_on is None:
        return made
    return f"{made} · due {short_date(promise.due_on, today)}"


def membership_line(detail: MemberDetail, today: date) -> str:
    """Return since when and as what somebody belongs: "Member since 22 Jan"."""
    row = detail.membership
    if row is None:
        return "Not a member of this community"
    role = row.role.value.capitalize()
    joined = f" since {short_date(row.joined_on, today)}" if row.joined_on else ""
    left = f", left {short_date(row.left_on, today)}" if row.left_on else ""
    return f"{role}{joined}{left}"


def _then(later: Sequence[Mark | None]) -> str:
    parts = []
    excused = later.count(Mark.EXCUSED)
    missed = later.count(Mark.ABSENT)
    unknown = later.count(Mark.UNKNOWN)
    if excused:
        parts.append(f"apologies {_times(excused)}")
    if missed:
        parts.append(f"{_small(missed)} {'session' if missed == 1 else 'sessions'} missed")
    if unknown:
        parts.append(f"{_small(unknown)} not known")
    return f", then {listed(parts)}" if parts else ""


def _times(number: int) -> str:
    return {1: "once", 2: "twice"}.get(number, f"{_small(number)} times")


def _small(number: int) -> str:
    return _SMALL[number] if number < len(_SMALL) else str(number)
