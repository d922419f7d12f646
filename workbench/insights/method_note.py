"""The method note: how a change was compared, over how many people, why that way, and since when.

Every chart and every export carries it (survey science 3.17).
"""

from typing import TYPE_CHECKING

from workbench.foundation.dates import full_date
from workbench.foundation.text import number
from workbench.insights.change import ENOUGH_TO_COMPARE, Change, Obstacle
from workbench.insights.higher_answer import higher_answer
from workbench.surveys.linked_change import (
    FEWEST_PAIRS,
    OVERLAPPING,
    PAIRED,
    RANDOM_INTERCEPT,
    LinkedChange,
)

if TYPE_CHECKING:
    from workbench.insights.trend import Kendall, TrendReading

GROUP_CHANGED = (
    "Those who left had answered differently from those who stayed: the group changed, not only "
    "the mood."
)
_LINKED_METHODS = {
    PAIRED: "Paired t interval for the same people asked twice:",
    RANDOM_INTERCEPT: "Model with a level of its own for each person (random intercept, REML):",
    OVERLAPPING: (
        "The model did not settle, so this is Derrick's t interval for partly the same people:"
    ),
}
_REASONS = {
    PAIRED: "everybody who answered either wave could be linked",
    RANDOM_INTERCEPT: "only some people answered both waves",
    OVERLAPPING: "only some people answered both waves, and those changed almost alike",
}


def method_note(change: Change | None, trend: "TrendReading | None" = None) -> str:
    """Return the note on a change, and on the trend beside it; a first wave has only the latter."""
    parts = [] if change is None else [_on_change(change), _frozen_on(change)]
    if trend is not None:
        parts.append(_on_trend(trend))
    return " ".join(part for part in parts if part)


def _on_change(change: Change) -> str:
    counts = f"{change.earlier.label} n {change.earlier.n}, {change.later.label} n {change.later.n}"
    if change.obstacle is Obstacle.HIDDEN:
        return "Not compared: a wave that is not shown enters no figure."
    if change.linked is not None:
        return _on_linked(change, change.linked)
    if change.obstacle is Obstacle.FEW:
        return (
            f"Not compared: {change.obstacle.value} ({counts}); two waves are compared from "
            f"{ENOUGH_TO_COMPARE} answers each. A mean stands with its own t interval, where shown."
        )
    if change.obstacle is not Obstacle.NONE:
        return f"Not compared: {change.obstacle.value} ({counts})."
    return (
        f"Welch's t interval for two means ({counts}); same community, answers not linked by "
        f"codes or too few of them ({FEWEST_PAIRS} pairs at least), so the interval is rather too "
        f"wide than too narrow.{_dealt_out(change)}{_effect(change)}{_chance(change)}"
    )


def _dealt_out(change: Change) -> str:
    """Return what the exact check says where it does not agree."""
    if change.held:
        return ""
    return (
        " Scores crowd at an end of the scale, and an exact check over all ways to deal them out "
        "does not agree: wait."
    )


def _on_linked(change: Change, linked: LinkedChange) -> str:
    """Return how the same people were compared, with the three counts and the link rate."""
    counts = (
        f"{linked.linked} linked by a code of their own ({linked.link_rate:.0%} of the later "
        f"answers), {linked.left} left, {linked.new} new"
    )
    why = f" Chosen because {_REASONS[linked.method]}."
    checked = _checked(change, linked)
    group = f" {GROUP_CHANGED}" if linked.group_changed else ""
    return f"{_LINKED_METHODS[linked.method]} {counts}.{why}{checked}{_effect(change)}{group}"


def _checked(change: Change, linked: LinkedChange) -> str:
    """Return what the stricter look says, where there is one."""
    found = change.comparison
    if found is None:
        return ""
    if linked.method == RANDOM_INTERCEPT:
        if not found.held:
            return (
                " For so few pairs this interval is narrow: by t with "
                f"{linked.linked - 1} degrees of freedom it reaches 0, so it is not called sure."
            )
        return f" By t with {linked.linked - 1} degrees of freedom the verdict is the same."
    if linked.flipped_p is None:
        return ""
    agrees = (linked.flipped_p < 0.05) == found.leaves_out_zero
    return f" An exact check by turning signs {'agrees' if agrees else 'does not agree: wait'}."


def _effect(change: Change) -> str:
    found = change.comparison
    if found is None or found.effect is None:
        return ""
    name = "g_av" if found.effect_name == "g_av" else "Hedges g"
    return f" Effect: {name} {number(found.effect, 2)}."


def _chance(change: Change) -> str:
    found = higher_answer(change.earlier, change.later)
    if found is None:
        return ""
    times = f"{number(100 * found.chance, 0)} times in 100"
    if found.exact:
        return (
            " Of two answers picked at random, one from each wave, the later is higher "
            f"{times}, ties counted half."
        )
    return (
        " Of two answers picked at random, one from each wave, the later is higher about "
        f"{times} (estimated from means and spreads)."
    )


def _frozen_on(change: Change) -> str:
    days = (change.earlier.closed_on, change.later.closed_on)
    if change.obstacle is Obstacle.HIDDEN or days[0] is None or days[1] is None:
        return ""
    return f"Figures as frozen at the close, {full_date(days[0])} and {full_date(days[1])}."


def _on_trend(reading: "TrendReading") -> str:
    trend = reading.trend
    if trend is None:
        return f"Trend: {reading.reason}" if reading.reason else ""
    return (
        f"Trend over {trend.waves} waves: Theil-Sen line on the days they closed, with Sen's 95% "
        f"interval; {_kendall(trend.kendall)}. It takes no account of how many answered each wave."
    )


def _kendall(found: "Kendall") -> str:
    kind = "exact" if found.exact else "by the normal curve"
    return f"Mann-Kendall {kind}, S {found.s}, p {number(found.p, 3)}"
