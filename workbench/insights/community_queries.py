"""Reading how a community stands: its goals, each with one honest line, and the five steps."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy.orm import Session as Connection

from workbench.communities.five_steps import CommunityFacts
from workbench.communities.goal_line import GoalFacts, GoalLine, Standing, goal_line
from workbench.communities.months import next_month
from workbench.communities.queries import EventRow, GoalRow, charter, events, goals
from workbench.contributions.queries import given_by_member, kind_counts, session_counts
from workbench.foundation.text import number
from workbench.foundation.words import ContributionKind, Role, SessionState, WaveState
from workbench.impact.queries import FigureRow, figures
from workbench.insights.help_queries import share_across
from workbench.insights.measure_queries import measures
from workbench.insights.measures import Measure
from workbench.insights.queries import attendance
from workbench.insights.shares import share_change
from workbench.insights.wording import Reading
from workbench.rosters.queries import roster
from workbench.sessions.queries import states
from workbench.surveys.queries import waves

_RECENT_SESSIONS = 8


@dataclass(frozen=True, slots=True)
class GoalReading:
    """A goal with where it stands and its line."""

    goal: GoalRow
    standing: Standing | None
    line: GoalLine


@dataclass(frozen=True, slots=True)
class _Sources:
    """What the figures of goals are taken from."""

    figures: dict[int, FigureRow]
    measures: dict[str, Measure]
    events: Sequence[EventRow]


def goal_readings(connection: Connection, community_id: int, today: date) -> list[GoalReading]:
    """Return the goals of a community with their lines, in their order."""
    sources = _Sources(
        {row.id: row for row in figures(connection, community_id, today)},
        {one.instrument.id: one for one in measures(connection, community_id, today)},
        events(connection, community_id),
    )
    found = []
    for goal in goals(connection, community_id):
        standing = _standing(connection, community_id, goal, sources, today)
        monthly = goal.measure.kind == "figure"
        also = _meanwhile(goal, standing, sources.events) if monthly else ""
        facts = GoalFacts(goal.unit, goal.baseline, goal.target, standing, monthly, also)
        found.append(GoalReading(goal, standing, goal_line(facts, today)))
    return found


def community_facts(connection: Connection, community_id: int, today: date) -> CommunityFacts:
    """Return the plain counts that the five steps are worked out from; raises NotFound."""
    about = charter(connection, community_id)
    readings = goal_readings(connection, community_id, today)
    sessions = states(connection, community_id)
    asked = waves(connection, community_id)
    safety = [
        one
        for one in measures(connection, community_id, today)
        if one.instrument.construct == "safety"
    ]
    members = [row for row in roster(connection, community_id, today) if row.role is not Role.GUEST]
    since = _recently(connection, community_id)
    gave = given_by_member(connection, community_id, today, since)
    planned = [wave.label for wave in asked if wave.state is WaveState.PLANNED]
    return CommunityFacts(
        has_purpose=bool(about.purpose),
        goals=len(readings),
        goals_with_owner=sum(reading.goal.owner_id is not None for reading in readings),
        goals_without_figure=tuple(one.goal.title for one in readings if one.line.stale),
        sessions_held=sessions.get(SessionState.HELD, 0),
        sessions_planned=sessions.get(SessionState.PLANNED, 0),
        attendance=attendance(connection, community_id).chart.centre,
        members=len(members),
        not_asked_why=sum(not row.reason_to_join for row in members),
        place_between=about.place_between,
        resources=kind_counts(connection, community_id).get(ContributionKind.RESOURCE, 0),
        gave=sum(count > 0 for count in gave.values()),
        gave_since=since,
        norms=len(about.norms.norms) if about.norms else 0,
        norms_agreed_on=about.norms.agreed_on if about.norms else None,
        safety=_safety_words(safety[0]) if safety else "",
        waves_closed=sum(wave.state is WaveState.CLOSED for wave in asked),
        next_wave=planned[0] if planned else "",
    )


def _standing(
    connection: Connection, community_id: int, goal: GoalRow, sources: _Sources, today: date
) -> Standing | None:
    if goal.measure.kind == "figure":
        figure = sources.figures.get(goal.measure.figure_id or 0)
        if figure is None or not figure.months:
            return None
        return Standing(figure.months[-1].value, figure.months[-1].month)
    if goal.measure.kind == "instrument":
        measure = sources.measures.get(goal.measure.ref)
        return _measured(measure) if measure else None
    if goal.measure.kind == "help across":
        return _helped(connection, community_id, goal, today)
    return None


def _meanwhile(goal: GoalRow, standing: Standing | None, happened: Sequence[EventRow]) -> str:
    """Return the latest event between the start of a goal and the end of its newest month."""
    if standing is None or goal.baseline_on is None:
        return ""
    until = next_month(standing.on)
    between = [
        one.title
        for one in happened
        if not one.is_pause and goal.baseline_on < one.starts_on < until
    ]
    return between[-1] if between else ""


def _measured(measure: Measure) -> Standing | None:
    shown = [one for one in measure.waves if one.figures.mean is not None and not one.open_alarms]
    if not shown or shown[-1].wave.closed_on is None:
        return None
    newest = shown[-1].figures
    return Standing(
        newest.mean or 0.0,
        shown[-1].wave.closed_on,
        newest.ci_low,
        newest.ci_high,
        measure.sentence,
    )


def _helped(
    connection: Connection, community_id: int, goal: GoalRow, today: date
) -> Standing | None:
    """Compare help since the goal's start with help until then."""
    start = goal.baseline_on
    now = share_across(
        connection, community_id, start + timedelta(days=1) if start else None, today
    )
    if now.value is None:
        return None
    before = share_across(connection, community_id, None, start) if start else None
    change = share_change(before, now) if before else None
    baseline = before.value if before else None
    if change is None or baseline is None:
        return Standing(100 * now.value, today)
    return Standing(
        100 * now.value,
        today,
        100 * (baseline + change.ci_low),
        100 * (baseline + change.ci_high),
        change.sentence(),
    )


def _recently(connection: Connection, community_id: int) -> date | None:
    held = session_counts(connection, community_id)
    return held[-_RECENT_SESSIONS:][0].on if held else None


def _safety_words(measure: Measure) -> str:
    if measure.change is None or measure.change.change.comparison is None:
        return ""
    found, reading = measure.change.change.comparison, measure.change.words.reading
    direction = "up" if found.difference > 0 else "down"
    verdict = "likely real" if reading is Reading.LIKELY_REAL else "too early to tell"
    since = measure.change.change.earlier.label
    return f"Safety {direction} {number(abs(found.difference))} since {since}: {verdict}"
