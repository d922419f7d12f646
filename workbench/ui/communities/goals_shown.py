"""The goals in words: start, now and target with their days, and which goals want sessions."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from workbench.communities.amounts import plain
from workbench.communities.queries import GoalRow
from workbench.foundation.dates import short_month
from workbench.foundation.text import counted, number
from workbench.insights.community_queries import GoalReading
from workbench.rosters.queries import RosterRow
from workbench.sessions.goal_queries import GoalSession

_NONE = "–"


@dataclass(frozen=True, slots=True)
class Figure:
    """A value and when it held, such as "14.2%" and "Jan"."""

    value: str = _NONE
    when: str = ""


@dataclass(frozen=True, slots=True)
class GoalShown:
    """A goal as a row; `place` is that of the owner's department (None neutral)."""

    reading: GoalReading
    start: Figure
    now: Figure
    target: Figure
    owner: str
    place: int | None

    @property
    def said(self) -> str:
        """The row in words."""
        goal = self.reading.goal
        figures = (("start", self.start), ("now", self.now), ("target", self.target))
        told = [f"{word} {one.value} {one.when}".strip() for word, one in figures]
        owner = f"owner {self.owner}" if self.owner else "no owner yet"
        return ", ".join((goal.title, *told, owner, self.reading.line.text))


def goals_shown(
    readings: Sequence[GoalReading], people: Sequence[RosterRow], today: date
) -> list[GoalShown]:
    """Return the goals as rows, in their order."""
    places = {row.person_id: row.department.position for row in people if row.department}
    return [
        GoalShown(
            one,
            _start(one.goal, today),
            _now(one, today),
            _target(one.goal, today),
            one.goal.owner,
            places.get(one.goal.owner_id or 0),
        )
        for one in readings
    ]


def links_missing(readings: Sequence[GoalReading], sessions: Sequence[GoalSession]) -> str:
    """Return how many sessions serve no goal and how many goals have no session, in words."""
    if not readings or not sessions:
        return ""
    served = {one.goal_id for one in sessions}
    free = sum(one.goal_id is None for one in sessions)
    bare = sum(one.goal.id not in served for one in readings)
    serve = "session serves" if free == 1 else "sessions serve"
    said = [f"{free} {serve} no goal yet"] if free else []
    if bare:
        said.append(f"{counted(bare, 'goal', 'goals')} without a session")
    return ", ".join(said)


def _start(goal: GoalRow, today: date) -> Figure:
    if goal.baseline is None:
        return Figure()
    word = "to " if goal.measure.kind == "help across" else ""
    return Figure(_amount(goal, goal.baseline), _when(goal.baseline_on, today, word))


def _now(one: GoalReading, today: date) -> Figure:
    standing, goal = one.standing, one.goal
    if standing is None:
        return Figure()
    if goal.measure.kind != "help across":
        return Figure(_amount(goal, standing.value), _when(standing.on, today))
    start = goal.baseline_on
    since = _when(_month_after(start), today, "since ") if start else ""
    return Figure(_amount(goal, standing.value), since)


def _target(goal: GoalRow, today: date) -> Figure:
    if goal.target is None:
        return Figure()
    return Figure(_amount(goal, goal.target), _when(goal.target_on, today, "by "))


def _amount(goal: GoalRow, value: float) -> str:
    """Return a value as short as its source allows: questionnaires to a tenth, shares whole."""
    if goal.measure.kind == "instrument":
        shown = number(value)
    elif goal.measure.kind == "help across":
        shown = number(value, 0)
    else:
        shown = plain(value)
    return f"{shown}%" if goal.unit.startswith("%") else shown


def _when(on: date | None, today: date, word: str = "") -> str:
    if on is None:
        return ""
    year = "" if on.year == today.year else f" {on.year}"
    return f"{word}{short_month(on)}{year}"


def _month_after(last: date) -> date:
    """Return the day after a start at the end of a month, or the start itself."""
    following = date.fromordinal(last.toordinal() + 1)
    return following if following.day == 1 else last
