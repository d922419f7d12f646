"""The five steps in words: how each stands, and where what is missing is done."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Literal

from workbench.communities.five_steps import NextThing, Step, StepLine, Tick, first_gap
from workbench.foundation.dates import month_name, short_month
from workbench.foundation.text import counted
from workbench.impact.queries import FigureRow
from workbench.insights.community_queries import GoalReading
from workbench.ui.communities.community_reads import CommunityRead


class Doing(StrEnum):
    """What closes a gap: a dialog of this page, or another page."""

    CHARTER = "charter"
    GOAL = "goal"
    OWNER = "owner"
    NORMS = "norms"
    FIGURES = "figures"
    REASONS = "reasons"
    SESSION = "session"
    ATTENDANCE = "attendance"
    PEOPLE = "people"
    GIFT = "gift"
    WAVE = "wave"


@dataclass(frozen=True, slots=True)
class Way:
    """A button and what it does."""

    label: str
    doing: Doing


@dataclass(frozen=True, slots=True)
class NextShown:
    """The one thing to do next."""

    title: str
    why: str
    way: Way


@dataclass(frozen=True, slots=True)
class StepShown:
    """A step with its lines; `way` leads to what is missing, unless it is the next thing."""

    number: int
    title: str
    state: Literal["done", "asks", "open"]
    lines: tuple[StepLine, ...]
    way: Way | None


_WAYS: Final = {
    ("community", "Edit charter"): Way("Edit charter", Doing.CHARTER),
    ("community", "Add goal"): Way("Add goal", Doing.GOAL),
    ("community", "See goals"): Way("Name an owner", Doing.OWNER),
    ("community", "Write"): Way("Agree norms", Doing.NORMS),
    ("impact", "Type in the figures"): Way("Type in the figures", Doing.FIGURES),
    ("sessions", "New session"): Way("Plan a session", Doing.SESSION),
    ("attendance", "Mark attendance"): Way("Mark attendance", Doing.ATTENDANCE),
    ("people", "Add people"): Way("Add people", Doing.PEOPLE),
    ("people", "See"): Way("See who", Doing.REASONS),
    ("contributions", "Log contribution"): Way("Log contribution", Doing.GIFT),
    ("surveys", "Plan"): Way("Plan the wave", Doing.WAVE),
}


def way_of(thing: NextThing) -> Way:
    """Return the button of a next thing and what it does."""
    return _WAYS[thing.page, thing.button]


def next_shown(read: CommunityRead) -> NextShown | None:
    """Return the first gap as the one thing to do, None where nothing is missing."""
    thing = first_gap(read.steps)
    if thing is None:
        return None
    way = way_of(thing)
    behind = figure_behind(read) if way.doing is Doing.FIGURES else None
    if behind is None:
        return NextShown(thing.title, thing.why, way)
    place, goal, figure = behind
    return NextShown(_months_title(figure), _months_why(place, goal, figure, read), way)


def steps_shown(steps: tuple[Step, ...]) -> list[StepShown]:
    """Return the steps with a way to the first thing missing in each but the next one to do."""
    gap = first_gap(steps)
    return [
        StepShown(step.number, step.title, _state(step), step.lines, _way(step, gap))
        for step in steps
    ]


def figure_behind(read: CommunityRead) -> tuple[int, GoalReading, FigureRow] | None:
    """Return the first goal whose monthly figure is missing: its place from 1, and the figure."""
    by_id = {figure.id: figure for figure in read.figures}
    for place, one in enumerate(read.goals, start=1):
        figure = by_id.get(one.goal.measure.figure_id or 0)
        if one.line.stale and figure is not None:
            return place, one, figure
    return None


def _months_title(figure: FigureRow) -> str:
    name = figure.name
    if not figure.months:
        return f'Type in the first months of "{name}"'
    return f'Type in {counted(len(figure.missing), "month", "months")} of "{name}"'


def _months_why(place: int, one: GoalReading, figure: FigureRow, read: CommunityRead) -> str:
    keeper = f" {one.goal.owner} keeps it." if one.goal.owner else ""
    if not figure.months:
        return f"Goal {place} has had no figure yet.{keeper}"
    last = figure.months[-1].month
    since = month_name(last) if last.year == read.today.year else f"{short_month(last)} {last.year}"
    return f"Goal {place} has had no figure since {since}.{keeper}"


def _state(step: Step) -> Literal["done", "asks", "open"]:
    if any(line.tick is Tick.ASKS for line in step.lines):
        return "asks"
    return "done" if step.done else "open"


def _way(step: Step, gap: NextThing | None) -> Way | None:
    things = (line.next_thing for line in step.lines if line.tick is not Tick.DONE)
    return next((way_of(one) for one in things if one and one != gap), None)
