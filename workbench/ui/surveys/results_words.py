"""The results of a wave in plain words: the change, the items, the departments, how sure it is."""

from workbench.foundation.text import counted, listed, number
from workbench.foundation.words import Direction
from workbench.insights.change import Change, WaveFigures, change_between
from workbench.insights.silent_ones import mean_bounds, mean_if_silent_differ, share_bounds
from workbench.insights.wording import Reading, starting_point, wording
from workbench.surveys.attended_band import RIVAL
from workbench.surveys.figures import BandFigures, GroupFigures, ItemFigures
from workbench.surveys.linked_change import LinkedChange
from workbench.surveys.pooled_alpha import PooledAlpha, pooled_said
from workbench.surveys.queries import WaveResult
from workbench.surveys.reliability import noise
from workbench.surveys.suppression import (
    SMALLEST_FOR_DISTRIBUTION,
    distribution_from,
    waves_nearly_alike,
)

_FEW_ANSWERED = 0.6
_MANY_ITEMS = 5


def item_change(earlier: ItemFigures, later: ItemFigures, n: tuple[int, int]) -> Change | None:
    """Compare one item over two waves; None where either does not show its spread."""
    if earlier.sd is None or later.sd is None:
        return None
    before, after = (
        WaveFigures("", count, item.mean, item.sd, lowest=0, highest=1)
        for item, count in zip((earlier, later), n, strict=True)
    )
    return change_between(before, after)


def reading_of(change: Change | None) -> tuple[str, str, str]:
    """Return (tone, icon, words) for what a change may be called."""
    reading = wording(change).reading if change else Reading.NOT_COMPARED
    if reading is Reading.LIKELY_REAL:
        return "good", "check", "Likely a real change"
    if reading is Reading.TOO_EARLY:
        return "text_2", "dash", "Too early to say"
    return "text_2", "dash", "Nothing to compare with" if change is None else "Not compared"


def plain_words(result: WaveResult, change: Change | None, items: list[str]) -> list[str]:
    """Return the paragraphs of the reading panel; `items` are statements, lowest first."""
    words = [wording(change).short if change else _first(result)]
    if change is not None and change.linked is not None:
        words.append(_on_linked(change, change.linked))
    if result.instrument.direction is Direction.LOWER:
        words.append("Lower is better here.")
    if change is None or change.comparison:
        words += _on_few(result)
    if len(items) > 1:
        words.append(_on_items(result, items, compared=bool(change and change.comparison)))
    words += _on_bands(result)
    words += _on_departments(result)
    if result.figures.attended:
        words.append(RIVAL)
    return [*words, *result.figures.notes]


def consistency_words(result: WaveResult, pooled: PooledAlpha | None = None) -> str:
    """Return how well the items hang together, over several waves if need be, or why not."""
    figures = result.figures
    if len(result.instrument.items) == 1:
        return "One question alone has no inner consistency."
    if pooled is not None and pooled.waves > 1:
        return f"{pooled_said(pooled)}{_noise_words(result, pooled.alpha)}"
    if figures.alpha is None:
        return "How well the items hang together cannot be judged."
    if not figures.alpha_shown:
        return "Not enough answers to judge how well the items hang together."
    interval = (
        f", 95% interval {number(figures.alpha_low, 2)} to {number(figures.alpha_high, 2)}"
        if figures.alpha_low is not None and figures.alpha_high is not None
        else ""
    )
    omega = f", omega {number(figures.omega, 2)}" if figures.omega is not None else ""
    words = (
        f"How well the items hang together (alpha): {number(figures.alpha, 2)}{interval}{omega}."
    )
    return f"{words}{_noise_words(result, figures.alpha)}"


def _noise_words(result: WaveResult, alpha: float) -> str:
    """Say which changes of the mean are too small to call, by the reliability just named."""
    figures = result.figures
    if figures.sd is None or not figures.scored or not 0 <= alpha < 1:
        return ""
    group = number(noise(figures.sd, alpha, figures.scored).group, 2)
    return f" A change of the mean below {group} is too small to call: measuring alone gives it."


def silent_words(result: WaveResult) -> str:
    """Say what those who did not answer could change, where fewer than 60% did."""
    figures, (low, high) = result.figures, result.instrument.range
    n, invited, mean = figures.scored, figures.invited, figures.mean
    if n is None or mean is None or not invited or n >= _FEW_ANSWERED * invited:
        return ""
    step = (high - low) / 6
    ends = [number(mean_if_silent_differ(mean, n, invited, by)) for by in (-step, step)]
    least, most = (number(end) for end in mean_bounds(mean, n, invited, (low, high)))
    return (
        f"{invited - n} of {invited} did not answer. If they lie {number(step)} lower or higher, "
        f"the mean of all is {ends[0]} or {ends[1]}; at worst {least} to {most}."
    )


def privacy_words(result: WaveResult, other: WaveResult | None) -> list[tuple[str, str]]:
    """Return (icon, sentence) on what protects the people of this wave."""
    least = result.figures.minimum_group
    words = [
        ("eye-off", "No name, time or order is stored with an answer."),
        ("people", (f"Groups under {least} stay hidden, and so does any group that would give "
                   "them away.")),
        ("table", f"Bars of answers and comments appear from {distribution_from(least)} answers."),
        ("lock", (f"The limit of {least} is fixed for this wave. It cannot be lowered after people "
                 "have answered.")),
    ]  # fmt: skip
    if other and _nearly_alike(result, other):
        words.append(
            ("warning", (f"{other.wave.label} and {result.wave.label} differ by very few answers: "
                        "do not try to tell who changed."))
        )  # fmt: skip
    return words


def straight_line_words(result: WaveResult) -> str:
    """Return how many ticked one column all the way down, where that may be said."""
    count, without = result.figures.straight_lined, result.figures.mean_without_straight_lined
    if not count or without is None:
        return ""
    people = counted(count, "person", "people")
    return (
        f"{people} ticked one column all the way down. Without them the mean is {number(without)}."
    )


def _on_linked(change: Change, linked: LinkedChange) -> str:
    """Say how many answered both waves, linked by their own code, and how many only one."""
    return (
        f"{counted(linked.linked, 'person', 'people')} answered both times, {linked.left} only in "
        f"{change.earlier.label}, {linked.new} only in {change.later.label}: "
        f"{linked.link_rate:.0%} of the later answers could be linked."
    )


def _nearly_alike(one: WaveResult, other: WaveResult) -> bool:
    counts = one.figures.n, other.figures.n
    return None not in counts and waves_nearly_alike(counts[0] or 0, counts[1] or 0)


def _first(result: WaveResult) -> str:
    invited, n = result.figures.invited, result.figures.n or 0
    words = starting_point()
    if invited and n < _FEW_ANSWERED * invited:
        words += " People who did not answer may feel differently."
    return words


def _on_few(result: WaveResult) -> list[str]:
    figures = result.figures
    few = (figures.scored or 0) < SMALLEST_FOR_DISTRIBUTION
    if not few or figures.ci_low is None or figures.ci_high is None:
        return []
    low, high = result.instrument.range
    ends = max(figures.ci_low, low), min(figures.ci_high, high)
    return [f"Few answers: read as somewhere between {number(ends[0])} and {number(ends[1])}."]


def _on_items(result: WaveResult, items: list[str], *, compared: bool) -> str:
    """Name the item to look at first, and say how much a single row means."""
    better_high = result.instrument.direction is Direction.HIGHER
    words = f"Lowest: “{items[0]}”" if better_high else f"Highest: “{items[-1]}”"
    if not compared:
        return words
    if len(items) < _MANY_ITEMS:
        return f"{words} A single row that moves is a hint, unless it holds beside all the others."
    return (
        f"{words} With {len(items)} statements, one or two will move by chance, so a single row is "
        "a hint, unless it holds beside all the others."
    )


def _on_bands(result: WaveResult) -> list[str]:
    """Say how many people fall into each published band, and who published them."""
    bands = result.figures.bands
    if not bands:
        return []
    parts = [f"{band.label}: {_share(band, result.figures.invited)}" for band in bands]
    return [f"{'; '.join(parts)}. {result.instrument.bands[0].source}; never for single people."]


def _share(band: BandFigures, invited: int | None) -> str:
    said = f"{band.count} of {band.of} ({band.share_low:.0%} to {band.share_high:.0%})"
    if not invited or band.of >= _FEW_ANSWERED * invited:
        return said
    least, most = share_bounds(band.count, band.of, invited)
    return f"{said}, of all invited somewhere in {least:.0%} to {most:.0%}"


def _on_departments(result: WaveResult) -> list[str]:
    """Name the shown department with the widest interval, where few answered in it."""
    small = [group for group in result.figures.departments if group.shown and _is_small(group)]
    words = []
    if small:
        widest = max(small, key=lambda group: _ends(group)[1] - _ends(group)[0])
        low, high = _ends(widest)
        bounds = result.instrument.range
        ends = number(max(low, bounds[0])), number(min(high, bounds[1]))
        words.append(
            f"Small departments swing widely: read {widest.name} as somewhere between "
            f"{ends[0]} and {ends[1]}."
        )
    away = [group.name for group in result.figures.departments if not group.shown]
    if away:
        words.append(f"{listed(away)} cannot be shown without giving people away.")
    return words


def _is_small(group: GroupFigures) -> bool:
    return (group.n or 0) < SMALLEST_FOR_DISTRIBUTION and group.ci_low is not None


def _ends(group: GroupFigures) -> tuple[float, float]:
    return (group.ci_low or 0.0, group.ci_high or 0.0)
