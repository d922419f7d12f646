"""What the page of one person says in words: exact, by date, and never a verdict."""

from datetime import date, timedelta
from typing import Final

from workbench.foundation.dates import WEEKDAYS, short_day, short_month, weekday_and_day
from workbench.foundation.text import counted, listed
from workbench.foundation.words import ContributionKind as Kind
from workbench.foundation.words import ExcusedRule, Role
from workbench.insights.person_queries import DepartmentTime, MembershipTime, PersonWhole
from workbench.sessions.attendance_rules import HERE
from workbench.ui.kit.gifts import capitalised
from workbench.ui.rosters.people_words import short_date

_KIND_WORDS: Final = {
    Kind.QUESTION: "Questions",
    Kind.ANSWER: "Answers",
    Kind.STORY: "Stories",
    Kind.RESOURCE: "Resources",
    Kind.CHALLENGE: "Challenges",
    Kind.EXPERIMENT: "Experiments",
    Kind.FEEDBACK: "Feedback",
    Kind.HELP: "Help given",
    Kind.HOSTING: "Hosting",
}
_TIMES: Final = {1: "once", 2: "twice"}
_A_WEEK: Final = timedelta(days=7)


def sessions_said(whole: PersonWhole, today: date) -> str:
    """Return the fraction with its rule, such as "Here for 12 of 13 since joining; ..."."""
    rate = whole.rate
    if not rate.expected:
        as_guest = sum(one.mark in HERE for one in whole.sessions if one.mark)
        if as_guest:
            return f"Here {_times(as_guest)} as a guest"
        return _first_session(whole.next_on, today)
    notes = []
    if rate.excused:
        apart = " (set apart)" if rate.rule is ExcusedRule.SET_APART else ""
        notes.append(f"apologies {_times(rate.excused)}{apart}")
    if rate.unknown:
        notes.append(f"not known {_times(rate.unknown)}")
    said = f"Here for {rate.fraction} since joining"
    return f"{said}; {listed(notes)}" if notes else said


def kind_said(kind: Kind, named: str) -> str:
    """Return a kind as its count is headed: "Questions", or as the facilitator calls it."""
    return capitalised(named) if named else _KIND_WORDS[kind]


def given_said(whole: PersonWhole) -> str:
    """Return "23 given, 2 received"."""
    if not whole.given and not whole.received:
        return "none logged yet"
    return f"{len(whole.given):,} given, {len(whole.received):,} received"


def promises_said(whole: PersonWhole) -> str:
    """Return "2 open, 3 kept", each only where there are some."""
    if not whole.promises:
        return "none yet"
    states = [row.state.value for row in whole.promises]
    counts = [(state, states.count(state)) for state in dict.fromkeys(sorted(states, key=_order))]
    return ", ".join(f"{count:,} {state}" for state, count in counts)


def time_said(time: MembershipTime, today: date) -> str:
    """Return the days of a membership: "5 Mar 2026 to now", "1 Sep to 28 Nov 2025"."""
    start = _day_and_year(time.joined_on) if time.joined_on else "From the beginning"
    if time.left_on is None:
        return f"{start} to now"
    end = _day_and_year(time.left_on)
    if time.joined_on and time.joined_on.year == time.left_on.year:
        start = short_day(time.joined_on)
    said = f"{start} to {end}"
    return f"{said}, ended: {time.why_left}" if time.why_left and time.left_on <= today else said


def role_said(role: Role) -> str:
    """Return a role as it reads after a community's name: "core member"."""
    return "core member" if role is Role.CORE else role.value


def department_said(time: DepartmentTime) -> str:
    """Return the months in a department: "Sep 2025 to Feb 2026", "since Mar 2026"."""
    if time.until is None:
        return f"since {_month(time.since)}" if time.since else "from the beginning"
    last = _month(time.until - timedelta(days=1))
    return f"{_month(time.since)} to {last}" if time.since else f"until {last}"


def earlier_said(number: int) -> str:
    """Return that sessions before those shown are left out."""
    return f"and {counted(number, 'session', 'sessions')} before"


def _first_session(next_on: date | None, today: date) -> str:
    if next_on is None:
        return "No session yet since joining"
    if next_on == today:
        return "First session today"
    if next_on - today < _A_WEEK:
        return f"First session {WEEKDAYS[next_on.weekday()]}"
    same_year = next_on.year == today.year
    return f"First session {weekday_and_day(next_on) if same_year else short_date(next_on, today)}"


def _order(state: str) -> int:
    return ("open", "kept", "not kept", "changed").index(state)


def _times(number: int) -> str:
    return _TIMES.get(number, f"{number} times")


def _day_and_year(day: date) -> str:
    return f"{short_day(day)} {day.year}"


def _month(day: date | None) -> str:
    return f"{short_month(day)} {day.year}" if day else ""
