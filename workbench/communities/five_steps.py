"""The five steps of building a community, worked out from what the file holds.

It is a list of things to do, never a grade, and stands in no report.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from workbench.foundation.dates import month_name, short_day
from workbench.foundation.text import counted, number


class Tick(StrEnum):
    """How a line of a step stands."""

    DONE = "done"
    OPEN = "open"
    ASKS = "asks for something"


@dataclass(frozen=True, slots=True)
class NextThing:
    """The one thing to do next; `page` is where it is done."""

    title: str
    why: str
    button: str
    page: str


@dataclass(frozen=True, slots=True)
class StepLine:
    """One line of a step, with what would close it."""

    text: str
    tick: Tick
    next_thing: NextThing | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One of the five steps."""

    number: int
    title: str
    lines: tuple[StepLine, ...]

    @property
    def done(self) -> bool:
        """Whether nothing is left open."""
        return all(line.tick is Tick.DONE for line in self.lines)


@dataclass(frozen=True, slots=True)
class CommunityFacts:
    """Plain counts the steps are worked out from.

    `goals_without_figure` names goals whose figure is missing for two months or more.
    """

    has_purpose: bool = False
    goals: int = 0
    goals_with_owner: int = 0
    goals_without_figure: tuple[str, ...] = ()
    sessions_held: int = 0
    sessions_planned: int = 0
    attendance: float | None = None
    members: int = 0
    not_asked_why: int = 0
    place_between: str = ""
    resources: int = 0
    gave: int = 0
    gave_since: date | None = None
    norms: int = 0
    norms_agreed_on: date | None = None
    safety: str = ""
    waves_closed: int = 0
    next_wave: str = ""


def five_steps(facts: CommunityFacts) -> tuple[Step, ...]:
    """Return the five steps with their lines."""
    return (
        Step(1, "A goal that matters", (_purpose(facts), *_figures(facts))),
        Step(2, "People come and know why", (_sessions(facts), *_reasons(facts))),
        Step(3, "A place to meet in between", (_place(facts),)),
        Step(4, "Giving, and norms", (_giving(facts), _norms(facts))),
        Step(5, "Safe to speak", (_safety(facts), _next_wave(facts))),
    )


def first_gap(steps: tuple[Step, ...]) -> NextThing | None:
    """Return the one thing to do next: what asks for something before what is merely open."""
    for tick in (Tick.ASKS, Tick.OPEN):
        for step in steps:
            for line in step.lines:
                if line.tick is tick and line.next_thing:
                    return line.next_thing
    return None


def _purpose(facts: CommunityFacts) -> StepLine:
    if not facts.has_purpose:
        thing = NextThing(
            "Write down the purpose",
            "One sentence that says what gets better because you meet.",
            "Edit charter",
            "community",
        )
        return StepLine("No purpose written yet", Tick.OPEN, thing)
    if not facts.goals:
        thing = NextThing(
            "Add a first goal",
            "A figure that matters to leaders, where it starts and where it should go.",
            "Add goal",
            "community",
        )
        return StepLine("Purpose, but no goal yet", Tick.OPEN, thing)
    without = facts.goals - facts.goals_with_owner
    goals = counted(facts.goals, "goal", "goals")
    if without:
        thing = NextThing(
            "Name an owner for each goal", f"{without} of {goals}.", "See goals", "community"
        )
        return StepLine(f"Purpose and {goals}, {without} without an owner", Tick.OPEN, thing)
    each = "each with an owner" if facts.goals > 1 else "with an owner"
    return StepLine(f"Purpose and {goals}, {each}", Tick.DONE)


def _figures(facts: CommunityFacts) -> tuple[StepLine, ...]:
    without = facts.goals_without_figure
    if not without:
        return ()
    thing = NextThing(
        f'Type in the months of "{without[0]}"',
        "This goal has had no figure for two months or more.",
        "Type in the figures",
        "impact",
    )
    goals = counted(len(without), "goal", "goals")
    return (StepLine(f"{goals} without a figure for 2 months", Tick.ASKS, thing),)


def _sessions(facts: CommunityFacts) -> StepLine:
    if not facts.sessions_held:
        if facts.sessions_planned:
            return StepLine("First session planned, none held yet", Tick.OPEN)
        thing = NextThing("Plan the first session", "A date is enough.", "New session", "sessions")
        return StepLine("No session planned yet", Tick.OPEN, thing)
    held = f"{counted(facts.sessions_held, 'session', 'sessions')} held"
    if facts.attendance is None:
        thing = NextThing("Mark who came", f"{held}.", "Mark attendance", "attendance")
        return StepLine(f"{held}, nobody marked yet", Tick.OPEN, thing)
    came = number(100 * facts.attendance, 0)
    return StepLine(f"{held}, {came}% came on average", Tick.DONE)


def _reasons(facts: CommunityFacts) -> tuple[StepLine, ...]:
    if not facts.members:
        thing = NextThing("Add people", "Paste names or import Excel.", "Add people", "people")
        return (StepLine("Nobody on the roster yet", Tick.OPEN, thing),)
    if not facts.not_asked_why:
        return (StepLine(f"All {facts.members} said why they come", Tick.DONE),)
    members = counted(facts.not_asked_why, "member", "members")
    thing = NextThing(
        "Ask why they come", f"{members} not asked yet, a question for the start.", "See", "people"
    )
    return (StepLine(f"{members} not asked why yet", Tick.OPEN, thing),)


def _place(facts: CommunityFacts) -> StepLine:
    filed = f"{counted(facts.resources, 'resource', 'resources')} filed" if facts.resources else ""
    if not facts.place_between:
        thing = NextThing(
            "Say where people meet in between",
            "A channel, a shelf, a table: one place everybody knows.",
            "Edit charter",
            "community",
        )
        return StepLine(filed or "No place named yet", Tick.OPEN, thing)
    return StepLine(", ".join(part for part in (facts.place_between, filed) if part), Tick.DONE)


def _giving(facts: CommunityFacts) -> StepLine:
    if not facts.gave:
        thing = NextThing(
            "Log what someone gave last time",
            "Who, kind, to whom, what: one line is enough.",
            "Log contribution",
            "contributions",
        )
        return StepLine("Nothing given is logged yet", Tick.OPEN, thing)
    since = f" since {month_name(facts.gave_since)}" if facts.gave_since else ""
    return StepLine(f"{facts.gave} of {facts.members} gave something{since}", Tick.DONE)


def _norms(facts: CommunityFacts) -> StepLine:
    if not facts.norms:
        thing = NextThing(
            "Agree on norms", "Three to five sentences everybody can repeat.", "Write", "community"
        )
        return StepLine("No norms agreed yet", Tick.OPEN, thing)
    agreed = f", agreed {short_day(facts.norms_agreed_on)}" if facts.norms_agreed_on else ""
    return StepLine(f"{counted(facts.norms, 'norm', 'norms')}{agreed}", Tick.DONE)


def _safety(facts: CommunityFacts) -> StepLine:
    if facts.safety:
        return StepLine(facts.safety, Tick.DONE)
    if facts.waves_closed:
        waves = counted(facts.waves_closed, "wave", "waves")
        return StepLine(f"{waves} closed, too early to compare", Tick.DONE)
    return StepLine("Nobody asked yet how safe it feels", Tick.OPEN)


def _next_wave(facts: CommunityFacts) -> StepLine:
    if facts.next_wave:
        return StepLine(f"{facts.next_wave} wave planned", Tick.DONE)
    thing = NextThing(
        "Plan the next wave", "What a wave can find is said before it runs.", "Plan", "surveys"
    )
    return StepLine("Next wave not planned yet", Tick.OPEN, thing)
