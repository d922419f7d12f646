"""The one honest line of a goal: how far it moved, how far it has to go, or what is missing."""

from dataclasses import dataclass
from datetime import date

from workbench.communities.amounts import moved_by, with_unit
from workbench.communities.months import months_after, named
from workbench.foundation.dates import month_name, short_month

_STALE_MONTHS = 2


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a goal's figure stands: its value, when, and a 95% interval where it is a sample.

    `sentence` is the reading of a measure that has an interval; a business figure has none.
    """

    value: float
    on: date
    low: float | None = None
    high: float | None = None
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class GoalFacts:
    """What a goal says of itself, and where it stands.

    `monthly` marks a figure typed by month, `also` what else happened meanwhile.
    """

    unit: str
    baseline: float | None
    target: float | None
    standing: Standing | None
    monthly: bool = False
    also: str = ""


@dataclass(frozen=True, slots=True)
class GoalLine:
    """The line in words, whether it needs a figure, and places from start (0) to target (1)."""

    text: str
    stale: bool = False
    place: float | None = None
    low: float | None = None
    high: float | None = None


def goal_line(goal: GoalFacts, today: date) -> GoalLine:
    """Return the line of a goal and the places its drawing needs."""
    standing = goal.standing
    if standing is None:
        missing = "No month typed in yet." if goal.monthly else "No figure yet."
        return GoalLine(missing, stale=goal.monthly)
    behind = months_after(standing.on, today) if goal.monthly else ()
    stale = len(behind) >= _STALE_MONTHS
    text = _stale_text(standing.on, behind, today) if stale else _text(goal, standing)
    if goal.also and not stale:
        text = f"{text} Also in these months: {goal.also}."
    return GoalLine(
        text,
        stale,
        _place(goal, standing.value),
        _place(goal, standing.low),
        _place(goal, standing.high),
    )


def _stale_text(last: date, behind: tuple[date, ...], today: date) -> str:
    since = month_name(last) if last.year == today.year else f"{short_month(last)} {last.year}"
    return f"No figure since {since}. Type in {named(behind)}."


def _text(goal: GoalFacts, standing: Standing) -> str:
    if standing.sentence:
        return standing.sentence
    if goal.baseline is None:
        return _without_start(goal, standing)
    moved = standing.value - goal.baseline
    head = f"{'Up' if moved > 0 else 'Down'} {moved_by(moved, goal.unit)}" if moved else "Unchanged"
    if goal.target is None:
        return f"{head}; no target yet."
    to_go = goal.target - standing.value
    if _reached(goal.baseline, goal.target, standing.value):
        return f"{head}: the target of {with_unit(goal.target, goal.unit)} is reached."
    if moved * to_go < 0:
        return f"{head}, away from the target; {moved_by(to_go, goal.unit)} to go."
    rest = moved_by(to_go, "" if moved else goal.unit)
    return f"{head}, {rest} to go."


def _without_start(goal: GoalFacts, standing: Standing) -> str:
    now = f"{with_unit(standing.value, goal.unit)} now"
    if goal.target is None:
        return f"{now}; no start and no target yet."
    return f"{now}, target {with_unit(goal.target, goal.unit)}; no start yet."


def _reached(baseline: float, target: float, value: float) -> bool:
    if target == baseline:
        return value == target
    return value >= target if target > baseline else value <= target


def _place(goal: GoalFacts, value: float | None) -> float | None:
    """Return where a value lies between start (0) and target (1), kept just inside the drawing."""
    if value is None or goal.baseline is None or goal.target in (None, goal.baseline):
        return None
    return min(max((value - goal.baseline) / (goal.target - goal.baseline), -0.25), 1.25)
