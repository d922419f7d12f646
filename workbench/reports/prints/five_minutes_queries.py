"""Reading the five-minute brief of a session: people expected, what is due, what went before."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session as Connection

from workbench.contributions.promise_queries import PromiseRow, promises
from workbench.contributions.question_queries import OpenQuestion, open_questions
from workbench.foundation.words import Mark, SessionState
from workbench.models.contributions import Contribution
from workbench.models.sessions import Debrief, Season, Session
from workbench.reports.prints.plan import SessionPlan
from workbench.reports.prints.plan_queries import session_plan
from workbench.rosters.queries import RosterRow, roster
from workbench.sessions.actual_queries import LastTime, overran_last_time
from workbench.sessions.attendance_queries import marking, records
from workbench.sessions.attendance_rules import SessionRecord
from workbench.sessions.engagement import USUAL
from workbench.sessions.likely_queries import likely_at
from workbench.sessions.threshold_queries import engagement_thresholds

_SESSIONS_BACK = 3


@dataclass(frozen=True, slots=True)
class Carried:
    """What the last debrief wanted to take along, and from which session."""

    text: str
    title: str
    on: date


@dataclass(frozen=True, slots=True)
class BriefFacts:
    """All that the five-minute brief is made of; `past` are the sessions before this one.

    `expected` are roster rows of those expected, about `likely` of whom come; `heard` are people
    with something logged in the season, which began on `since` (None: since ever);
    `earlier_questions` counts open ones from before the last sessions; up to `new_within` sessions
    somebody is new.
    """

    plan: SessionPlan
    expected: tuple[RosterRow, ...]
    apologies: frozenset[int]
    likely: int
    past: tuple[SessionRecord, ...]
    heard: frozenset[int]
    since: date | None
    promises: tuple[PromiseRow, ...]
    questions: tuple[OpenQuestion, ...]
    earlier_questions: int
    last_time: LastTime | None
    carried: Carried | None
    new_within: int = USUAL.new_within


def brief_facts_of(connection: Connection, session_id: int, today: date) -> BriefFacts:
    """Return the facts for the brief of a session; raises NotFound."""
    plan = session_plan(connection, session_id, today)
    community_id, on = plan.detail.community_id, plan.detail.starts.date()
    marks = {r.person_id: r.mark for r in marking(connection, session_id).rows if r.is_expected}
    members = {row.person_id: row for row in roster(connection, community_id, on)}
    before = _days_before(connection, plan)
    since = _season_began(connection, plan, before)
    asked = open_questions(connection, community_id, on)
    recently = before[-_SESSIONS_BACK:][0][1] if before else date.min
    recent = [question for question in asked if question.given_on >= recently]
    ids = {number for number, _ in before}
    return BriefFacts(
        plan=plan,
        expected=tuple(row for person, row in members.items() if person in marks),
        apologies=frozenset(person for person, mark in marks.items() if mark is Mark.EXCUSED),
        likely=likely_at(connection, session_id),
        past=tuple(one for one in records(connection, community_id) if one.session in ids),
        heard=_heard(connection, community_id, since),
        since=since,
        promises=tuple(
            row
            for row in promises(connection, community_id, today, only_open=True)
            if row.due_on is not None and row.due_on <= on
        ),
        questions=tuple(recent),
        earlier_questions=len(asked) - len(recent),
        last_time=overran_last_time(connection, session_id),
        carried=_carried(connection, before),
        new_within=engagement_thresholds(connection).new_within,
    )


def _days_before(connection: Connection, plan: SessionPlan) -> list[tuple[int, date]]:
    """Return the sessions before this one with their days, those called off left out."""
    rows = connection.execute(
        select(Session.id, Session.starts_at)
        .where(
            Session.community_id == plan.detail.community_id,
            Session.starts_at < plan.detail.starts,
            Session.state != SessionState.CANCELLED,
        )
        .order_by(Session.starts_at, Session.id)
    )
    return [(row.id, row.starts_at.date()) for row in rows]


def _season_began(
    connection: Connection, plan: SessionPlan, before: list[tuple[int, date]]
) -> date | None:
    """Return the first day of the season this session is in, once some of it has been held."""
    on = plan.detail.starts.date()
    first = connection.scalar(
        select(func.max(Season.first_on)).where(
            Season.community_id == plan.detail.community_id,
            Season.first_on <= on,
            Season.last_on >= on,
        )
    )
    held = sum(first is not None and day >= first for _, day in before)
    return first if held >= _SESSIONS_BACK else None


def _heard(connection: Connection, community_id: int, since: date | None) -> frozenset[int]:
    statement = select(Contribution.giver_id).where(Contribution.community_id == community_id)
    if since is not None:
        statement = statement.where(Contribution.given_on >= since)
    return frozenset(connection.scalars(statement.distinct()))


def _carried(connection: Connection, before: list[tuple[int, date]]) -> Carried | None:
    """Return what the debrief of the session just before this one wanted to take along."""
    if not before:
        return None
    number, on = before[-1]
    found = connection.get(Debrief, number)
    row = connection.get(Session, number)
    if found is None or row is None or not found.carry_over.strip():
        return None
    return Carried(found.carry_over, row.title, on)
