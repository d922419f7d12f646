"""Reading what a brief is made from, over one period; survey figures only as they were frozen."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from sqlalchemy.orm import Session

from workbench.communities.queries import (
    EventRow,
    community,
    events,
    workspace_setting,
)
from workbench.communities.question_queries import open_questions
from workbench.contributions.link_queries import HelpRow, help_rows
from workbench.contributions.queries import kind_counts
from workbench.foundation.words import Role
from workbench.impact.queries import FigureRow, figures, stories
from workbench.insights.measure_queries import measures
from workbench.insights.measures import Measure, seen_between, when_asked_next
from workbench.insights.queries import attendance
from workbench.insights.series_words import Pause
from workbench.insights.shares import Share, share_change
from workbench.insights.silo import ENOUGH_LINKS
from workbench.reports.brief_facts import BriefFacts, HelpSplit
from workbench.rosters.queries import member_count, roster
from workbench.sessions.attendance_queries import records
from workbench.sessions.attendance_rules import pooled_rate
from workbench.sessions.queries import held_on
from workbench.surveys.queries import waves

FACILITATOR = "facilitator"
_A_YEAR = timedelta(days=365)


def brief_facts(
    session: Session, community_id: int, start: date | None, end: date | None, today: date
) -> BriefFacts:
    """Return the facts of a period; without days it is the year up to the newest thing known.

    Raises NotFound, and UserFixable where frozen figures are not the ones that were sealed.
    """
    found = community(session, community_id)
    first, last = _period(session, community_id, start, end, today)
    held = _held(session, community_id, first, last)
    belonging = roster(session, community_id, last)
    of_members = [row for row in belonging if row.role is not Role.GUEST]
    happened = events(session, community_id)
    return BriefFacts(
        community=found,
        start=first,
        end=last,
        prepared_on=today,
        prepared_by=workspace_setting(session, FACILITATOR),
        members=member_count(session, community_id, last),
        members_then=member_count(session, community_id, first),
        departments=len({row.department.id for row in of_members if row.department}),
        sessions=len(held),
        rate=pooled_rate(records(session, community_id, first, last), found.excused_rule),
        given=sum(kind_counts(session, community_id, first, last).values()),
        measures=tuple(_measures(session, community_id, last, today)),
        help=_help_split(help_rows(session, community_id, first, last), held),
        figures=tuple(_figures(session, community_id, first, last)),
        events=tuple(happened),
        stories=tuple(
            one for one in stories(session, community_id) if _told_by(one.story.told_on, last)
        ),
        names=tuple(sorted({row.name for row in roster(session, community_id)})),
        attendance=attendance(session, community_id, _pauses(happened)),
        questions=tuple(one.text for one in open_questions(session, community_id) if one.in_brief),
    )


def _pauses(happened: Sequence[EventRow]) -> list[Pause]:
    return [Pause(one.title, one.starts_on, one.ends_on) for one in happened if one.ends_on]


def _told_by(told_on: date | None, last: date) -> bool:
    return told_on is None or told_on <= last


def _period(
    session: Session, community_id: int, start: date | None, end: date | None, today: date
) -> tuple[date, date]:
    """Return the days asked for; a missing one comes from the year up to the newest thing known.

    Sessions held and surveys closed are known, and business figures where there is neither.
    """
    latest = end or today
    known = [day for day in _known_days(session, community_id, today) if day <= latest]
    last = end or max([*known, *([start] if start else [])], default=latest)
    in_time = [day for day in known if last - _A_YEAR <= day]
    first = start or min(in_time, default=last)
    return min(first, last), last


def _known_days(session: Session, community_id: int, today: date) -> list[date]:
    days = _held(session, community_id, date.min, today)
    days += [wave.closed_on for wave in waves(session, community_id) if wave.closed_on]
    if days:
        return days
    typed = figures(session, community_id, today)
    return [month.month for figure in typed for month in figure.months]


def _held(session: Session, community_id: int, first: date, last: date) -> list[date]:
    return [day for day in held_on(session, community_id) if first <= day <= last]


def _measures(session: Session, community_id: int, last: date, today: date) -> list[Measure]:
    """Return the measures as they stood on the last day of the period."""
    asked = waves(session, community_id)
    found = []
    for measure in measures(session, community_id, today):
        ask_again = when_asked_next(asked, measure.instrument.id, today)
        then = seen_between(measure, date.min, last, ask_again)
        if then:
            found.append(then)
    return found


def _figures(session: Session, community_id: int, first: date, last: date) -> list[FigureRow]:
    """Return the business figures with the months of the period, those without any left out."""
    since = first.replace(day=1)
    found = []
    for row in figures(session, community_id, last):
        months = tuple(one for one in row.months if since <= one.month <= last)
        missing = tuple(month for month in row.missing if since <= month <= last)
        if months:
            found.append(replace(row, months=months, missing=missing))
    return found


def _help_split(rows: Sequence[HelpRow], held: Sequence[date]) -> HelpSplit | None:
    """Split the help at the middle of the sessions; None where too little was logged to say."""
    known = [row for row in rows if row.giver_department and row.receiver_department]
    if len(known) < ENOUGH_LINKS or len(held) < 2:
        return None
    since = middle_of(held)
    earlier = _across([row for row in known if row.on < since])
    later = _across([row for row in known if row.on >= since])
    if not later.whole:
        return None
    return HelpSplit(since, earlier, later, share_change(earlier, later))


def middle_of(held: Sequence[date]) -> date:
    """Return the day that halves the sessions: the first of a month where one lies between."""
    second = held[len(held) // 2]
    first_of_month = second.replace(day=1)
    return first_of_month if held[len(held) // 2 - 1] < first_of_month else second


def _across(rows: Sequence[HelpRow]) -> Share:
    crossed = sum(row.giver_department != row.receiver_department for row in rows)
    return Share(crossed, len(rows))
