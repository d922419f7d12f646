"""Writing a season: all its sessions in one step, with series, closures and agendas."""

from dataclasses import dataclass, replace

from sqlalchemy import select

from workbench.foundation.errors import BadInput, UserFixable
from workbench.foundation.text import counted
from workbench.models.sessions import Closure, Season, Series
from workbench.sessions.actions import SessionDraft, add_session
from workbench.sessions.calendar_file import checked_zone
from workbench.sessions.days_off import DaysShut
from workbench.sessions.recurrence import begun, days_of, read_rule
from workbench.sessions.row_queries import community_row, session_row
from workbench.sessions.season import (
    Proposal,
    Rhythm,
    SeasonPlan,
    checked_rhythm,
    checked_span,
)
from workbench.sessions.season_queries import CLOSURES_KEPT, season_preview, season_row
from workbench.sessions.season_words import season_name
from workbench.sessions.template_actions import fill_from_template
from workbench.storage.unit_of_work import Work, action


@dataclass(frozen=True, slots=True)
class SeasonMade:
    """The season that was written and the numbers of its new sessions by date."""

    season_id: int
    sessions: tuple[int, ...]


@action("Create season")
def create_season(work: Work, community_id: int, plan: SeasonPlan) -> SeasonMade:
    """Write the sessions of a plan, or more of a season there is; raises BadInput, NotFound."""
    plan = replace(plan, rhythms=tuple(checked_rhythm(each) for each in plan.rhythms))
    if not plan.rhythms:
        raise BadInput(
            "A season needs a rhythm.",
            "Add one, such as a deep dive every 2nd Thursday.",
            field="rhythms",
        )
    preview = season_preview(work.session, community_id, plan)
    if not preview.proposals:
        raise BadInput(
            "No new date lies between these days.",
            "Choose other days, or another rhythm.",
            field="rhythms",
        )
    zone = community_row(work.session, community_id).zone
    season = _season(work, community_id, plan, zone)
    _keep_closures(work, community_id, plan)
    series = {rhythm: _series(work, season, rhythm, plan, zone) for rhythm in plan.rhythms}
    made = [_add(work, season, series[proposal.rhythm], proposal) for proposal in preview.proposals]
    work.name = f"Create {counted(len(made), 'session', 'sessions')}"
    return SeasonMade(season.id, tuple(made))


def _season(work: Work, community_id: int, plan: SeasonPlan, zone: str) -> Season:
    first, last = checked_span(plan)
    if plan.season_id is None:
        name = season_name(first, last, zone)
        row = Season(community_id=community_id, name=name, first_on=first, last_on=last)
        work.session.add(row)
    else:
        row = season_row(work.session, plan.season_id)
        row.first_on, row.last_on = min(row.first_on, first), max(row.last_on, last)
    row.country, row.region, row.on_day_off = plan.country, plan.region, plan.on_day_off
    work.session.flush()
    return row


def _keep_closures(work: Work, community_id: int, plan: SeasonPlan) -> None:
    """Bring the closures that the plan began with in line with those it has now."""
    since = work.clock.today() - CLOSURES_KEPT
    wanted = set(plan.closures)
    kept = work.session.scalars(
        select(Closure).where(Closure.community_id == community_id, Closure.last_on >= since)
    )
    for row in kept:
        same = DaysShut(row.first_on, row.last_on, row.name)
        if same in wanted:
            wanted.discard(same)
        else:
            work.session.delete(row)
    work.session.add_all(
        Closure(community_id=community_id, first_on=each.first, last_on=each.last, name=each.name)
        for each in sorted(wanted, key=lambda each: (each.first, each.last, each.name))
    )


def _series(work: Work, season: Season, rhythm: Rhythm, plan: SeasonPlan, zone: str) -> Series:
    row = work.session.get(Series, rhythm.series_id) if rhythm.series_id is not None else None
    if row is None or row.season_id != season.id:
        row = Series(community_id=season.community_id, season_id=season.id, name=rhythm.name)
        work.session.add(row)
    row.name, row.rule, row.starts = rhythm.name, _begun(rhythm, plan, zone), rhythm.starts
    row.minutes, row.template, row.place = rhythm.minutes, rhythm.template, rhythm.place
    work.session.flush()
    return row


def _begun(rhythm: Rhythm, plan: SeasonPlan, zone: str) -> str:
    """Return the rule with the day its interval counts from, so that more of it goes on as it was.

    The day is that of the plan, even where the first session fell on a day off.
    """
    rule = read_rule(rhythm.rule)
    if rule.begins is not None:
        return rhythm.rule
    first, last = checked_span(plan)
    days = days_of(rule, first, last, rhythm.starts, checked_zone(zone), 1)
    return begun(rhythm.rule, days[0]) if days else rhythm.rule


def _add(work: Work, season: Season, series: Series, proposal: Proposal) -> int:
    rhythm = proposal.rhythm
    draft = SessionDraft(
        title=proposal.theme or f"{rhythm.name}, theme open",
        starts=proposal.starts,
        minutes=rhythm.minutes,
        kind=rhythm.name,
        place=rhythm.place,
        series_id=series.id,
    )
    number = add_session(work, season.community_id, draft)
    session_row(work.session, number).season_id = season.id
    if rhythm.template:
        _fill(work, number, rhythm)
    return number


def _fill(work: Work, session_id: int, rhythm: Rhythm) -> None:
    try:
        fill_from_template(work, session_id, rhythm.template)
    except UserFixable as problem:
        raise BadInput(
            f"{rhythm.name}: {problem.sentence}", problem.next_step, field="rhythms"
        ) from problem
