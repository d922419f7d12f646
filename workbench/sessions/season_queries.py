"""Reading seasons: those there are, what the next one begins with, what a plan would make."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session as Connection

from workbench.communities.queries import rhythms as charter_rhythms
from workbench.foundation.errors import BadInput, NotFound
from workbench.foundation.text import fold
from workbench.foundation.words import SessionState
from workbench.models.sessions import Closure, Season, Series, Session
from workbench.sessions.calendar_file import checked_zone
from workbench.sessions.days_off import DaysOff, DaysShut, days_off
from workbench.sessions.recurrence import begun, days_of, read_rule
from workbench.sessions.row_queries import community_row
from workbench.sessions.rules import LAST_YEAR
from workbench.sessions.season import (
    Preview,
    Rhythm,
    SeasonPlan,
    Taken,
    checked_span,
    propose,
)
from workbench.sessions.template_queries import templates

CLOSURES_KEPT: Final = timedelta(days=366)
"""How long a closure that is past is still offered, for seasons that are planned late."""
_USUAL_WEEKS: Final = 18
_LOOK_AHEAD: Final = timedelta(days=800)


@dataclass(frozen=True, slots=True)
class SeasonRow:
    """A season of a community; both days are included."""

    id: int
    name: str
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class SeasonStart:
    """What planning begins with: the next season, or more of the latest one if there is one."""

    zone: str
    new: SeasonPlan
    more: SeasonPlan | None
    taken: tuple[Taken, ...]


@dataclass(frozen=True, slots=True)
class SeasonFrame:
    """What a calendar shows round the sessions: seasons, whose holidays, all closures."""

    seasons: tuple[SeasonRow, ...] = ()
    country: str = ""
    region: str = ""
    closures: tuple[DaysShut, ...] = ()


def seasons(connection: Connection, community_id: int) -> list[SeasonRow]:
    """Return the seasons of a community by their first days."""
    rows = connection.scalars(
        select(Season)
        .where(Season.community_id == community_id)
        .order_by(Season.first_on, Season.id)
    )
    return [SeasonRow(row.id, row.name, row.first_on, row.last_on) for row in rows]


def season_start(connection: Connection, community_id: int, today: date) -> SeasonStart:
    """Return plans to begin with: rhythms, days off and closures as they were last time.

    The new season begins with the first date of its rhythms after the last session and season.
    Raises NotFound.
    """
    zone = community_row(connection, community_id).zone
    taken = taken_sessions(connection, community_id)
    latest = _latest(connection, Season.community_id == community_id)
    remembered = latest or _latest(connection, Season.id.is_not(None))
    rhythms = _kept_rhythms(connection, latest) if latest else ()
    rhythms = rhythms or _rhythms_of_charter(connection, community_id)
    ended = [latest.last_on] if latest else []
    after = max([today, *ended, *(each.starts.date() for each in taken)])
    first = _first_date(rhythms, after + timedelta(days=1), zone)
    plan = SeasonPlan(first, first + timedelta(weeks=_USUAL_WEEKS), rhythms)
    if remembered is not None:
        plan = replace(
            plan,
            country=remembered.country,
            region=remembered.region,
            on_day_off=remembered.on_day_off,
        )
    new = replace(plan, closures=_closures(connection, community_id, today - CLOSURES_KEPT))
    return SeasonStart(zone, new, _more(connection, latest, new), tuple(taken))


def season_frame(connection: Connection, community_id: int) -> SeasonFrame:
    """Return the seasons of a community and the days off of the latest one."""
    latest = _latest(connection, Season.community_id == community_id)
    return SeasonFrame(
        tuple(seasons(connection, community_id)),
        latest.country if latest else "",
        latest.region if latest else "",
        _closures(connection, community_id, date.min),
    )


def taken_sessions(connection: Connection, community_id: int) -> list[Taken]:
    """Return all sessions of a community by date, cancelled ones too."""
    rows = connection.scalars(
        select(Session)
        .where(Session.community_id == community_id)
        .order_by(Session.starts_at, Session.id)
    )
    return [
        Taken(
            row.title, row.kind, row.starts_at, row.minutes, row.zone,
            row.state is SessionState.CANCELLED,
        )
        for row in rows
    ]  # fmt: skip


def plan_days_off(plan: SeasonPlan) -> DaysOff:
    """Return the days off in the span of a plan; raises BadInput at the field that is wrong."""
    first, last = checked_span(plan)
    return days_off(plan.country, plan.region, plan.closures, first, last)


def season_preview(connection: Connection, community_id: int, plan: SeasonPlan) -> Preview:
    """Return what a plan would make now; raises BadInput, NotFound."""
    zone = community_row(connection, community_id).zone
    taken = taken_sessions(connection, community_id)
    return propose(plan, zone, plan_days_off(plan), taken)


def season_row(connection: Connection, season_id: int) -> Season:
    """Return the row of a season; raises NotFound."""
    found = connection.get(Season, season_id)
    if found is None:
        raise NotFound("This season is not there any more.", "Plan a new one.")
    return found


def _first_of(connection: Connection, wanted: object) -> date | None:
    first = connection.scalar(
        select(func.min(Session.starts_at)).where(wanted)  # type: ignore[arg-type] # an SQL expression
    )
    return first.date() if isinstance(first, datetime) else None


def _latest(connection: Connection, wanted: object) -> Season | None:
    statement = select(Season).where(wanted)  # type: ignore[arg-type] # an SQL expression
    return connection.scalars(statement.order_by(Season.last_on.desc(), Season.id.desc())).first()


def _more(connection: Connection, latest: Season | None, new: SeasonPlan) -> SeasonPlan | None:
    if latest is None or not new.rhythms:
        return None
    kept = tuple(
        replace(each, decided=latest.last_on) for each in _kept_rhythms(connection, latest)
    )
    first = latest.first_on
    return replace(new, first=first, rhythms=kept, season_id=latest.id) if kept else None


def _kept_rhythms(connection: Connection, season: Season) -> tuple[Rhythm, ...]:
    rows = connection.scalars(
        select(Series).where(Series.season_id == season.id).order_by(Series.id)
    )
    return tuple(
        _rhythm(connection, row, row.starts, row.minutes)
        for row in rows
        if row.starts is not None and row.minutes is not None and _is_rule(row.rule)
    )


def _rhythm(connection: Connection, row: Series, starts: time, minutes: int) -> Rhythm:
    rule = row.rule
    begins = _first_of(connection, Session.series_id == row.id)
    if begins is not None and read_rule(rule).begins is None:
        rule = begun(rule, begins)
    return Rhythm(row.name, rule, starts, minutes, row.template, row.place, row.id)


def _rhythms_of_charter(connection: Connection, community_id: int) -> tuple[Rhythm, ...]:
    known = {fold(each.name): each.key for each in templates(connection) if not each.problem}
    found = []
    for row in charter_rhythms(connection, community_id):
        if row.starts_at is None or not row.minutes or not _is_rule(row.rule):
            continue
        of_kind = (Session.community_id == community_id) & (Session.kind == row.name)
        begins = _first_of(connection, of_kind)
        rule = begun(row.rule, begins) if begins else row.rule
        template = known.get(fold(row.name), "")
        found.append(Rhythm(row.name, rule, row.starts_at, row.minutes, template))
    return tuple(found)


def _is_rule(text: str) -> bool:
    try:
        read_rule(text)
    except BadInput:
        return False
    return True


def _first_date(rhythms: Sequence[Rhythm], after: date, zone: str) -> date:
    last = min(after + _LOOK_AHEAD, date(LAST_YEAR - 1, 12, 31))
    known = checked_zone(zone)
    found = [days_of(read_rule(each.rule), after, last, each.starts, known, 1) for each in rhythms]
    return min([days[0] for days in found if days], default=after)


def _closures(connection: Connection, community_id: int, first: date) -> tuple[DaysShut, ...]:
    rows = connection.scalars(
        select(Closure)
        .where(Closure.community_id == community_id, Closure.last_on >= first)
        .order_by(Closure.first_on, Closure.id)
    )
    return tuple(DaysShut(row.first_on, row.last_on, row.name) for row in rows)
