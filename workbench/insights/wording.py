"""A change in words: the short form of the design's voice and the long form for leaders.

Both forms are chosen by the interval, never by the p-value.
"""

from dataclasses import dataclass
from enum import StrEnum

from workbench.foundation.text import listed, number
from workbench.insights.change import (
    ENOUGH_TO_COMPARE,
    Change,
    Comparison,
    Obstacle,
    WaveFigures,
    all_alike,
)
from workbench.insights.distribution import t_quantile
from workbench.insights.method_note import GROUP_CHANGED, method_note
from workbench.insights.silent_ones import mean_bounds
from workbench.surveys.linked_change import LinkedChange

_SHARE_OF_SCALE_THAT_MATTERS = 0.05  # 0.3 on a scale from 1 to 7
_FEW_ANSWERED = 0.6
_HALF_ANSWERED = 0.5
_CHANCE = "this could be chance"
_NOT_HELD = "probably a change, but a stricter look cannot rule out chance"
_UPSIDE_DOWN = (
    "Items run against the others, so the score may be upside down until somebody says what they "
    "found."
)


class Reading(StrEnum):
    """What a change may be called on a chip."""

    LIKELY_REAL = "likely real"
    TOO_EARLY = "too early"
    NOT_COMPARED = "not compared"


@dataclass(frozen=True, slots=True)
class Wording:
    """A change as a chip, a short form for screens, a long form for leaders, and a method note."""

    reading: Reading
    short: str
    long: str
    note: str


def wording(change: Change, *, next_wave: str = "") -> Wording:
    """Put a change into words; `next_wave` names when to ask again, such as "December"."""
    if change.comparison is None:
        sentence = long = _obstacle_sentence(change)
        if change.obstacle is Obstacle.KEY_IN_QUESTION:
            long = f"{sentence} {_UPSIDE_DOWN}"
        return Wording(Reading.NOT_COMPARED, sentence, long, method_note(change))
    return Wording(
        Reading.LIKELY_REAL if change.comparison.excludes_zero else Reading.TOO_EARLY,
        _short(change, change.comparison, next_wave),
        _long(change, change.comparison),
        method_note(change),
    )


def with_interval(since: str, difference: float, low: float, high: float, decimals: int = 1) -> str:
    """Return "Up 0.4 since March, 95% CI 0.1 to 0.7", with more decimals where one would mislead.

    A plus sign stands before the upper end only where the interval goes from below 0 to above 0.
    """
    places = places_for(low, high, decimals)
    plus = "+" if low < 0 < high else ""
    shown = number(abs(difference), places)
    direction = "Up" if difference > 0 else "Down"
    head = f"{direction} {shown}" if float(shown) else "The same"
    return f"{head} since {since}, 95% CI {number(low, places)} to {plus}{number(high, places)}"


def starting_point() -> str:
    """Return what a first wave may claim."""
    return "This is a starting point, not a result."


def matters(wave: WaveFigures) -> float:
    """Return the smallest change that matters: as set before the wave, else 5% of the scale."""
    if wave.matters is not None:
        return wave.matters
    return usually_matters(wave.lowest, wave.highest)


def usually_matters(lowest: float, highest: float) -> float:
    """Return the smallest change that matters where nobody said: 5% of the scale."""
    return (highest - lowest) * _SHARE_OF_SCALE_THAT_MATTERS


def places_for(low: float, high: float, decimals: int = 1) -> int:
    """Return the decimals, three more at most, at which neither end is rounded to 0."""
    return next(
        (few for few in range(decimals, decimals + 3) if not _misleads(few, low, high)),
        decimals + 3,
    )


def _misleads(places: int, low: float, high: float) -> bool:
    ends = (low, high)
    return any(end and not round(end, places) for end in ends)


def _short(change: Change, found: Comparison, next_wave: str) -> str:
    head = with_interval(change.earlier.label, found.difference, found.ci_low, found.ci_high)
    if found.excludes_zero:
        parts = [f"{head}: likely a real change."]
        if _reaches_below(found, change.later.matters):
            parts.append("It may be too small to notice.")
    else:
        parts = [f"{head}: {_CHANCE if found.held else _NOT_HELD}."]
        if next_wave:
            parts.append(f"Ask again in {next_wave}.")
    if any(_rate_below(wave, _FEW_ANSWERED) for wave in (change.earlier, change.later)):
        parts.append("People who did not answer may feel differently.")
    return " ".join(parts)


def _reaches_below(found: Comparison, smallest: float | None) -> bool:
    nearest = min(abs(found.ci_low), abs(found.ci_high))
    return smallest is not None and nearest <= smallest


def _long(change: Change, found: Comparison) -> str:
    smallest = matters(change.later)
    parts = [_verdict(found, smallest, change.earlier.label)]
    if change.linked is not None and change.linked.group_changed:
        parts.append(GROUP_CHANGED)
    parts += [
        _silent_ones(wave)
        for wave in (change.earlier, change.later)
        if _rate_below(wave, _HALF_ANSWERED)
    ]
    return " ".join(parts)


def _verdict(found: Comparison, smallest: float, since: str) -> str:
    word = "higher" if found.difference > 0 else "lower"
    if found.excludes_zero and not _reaches_below(found, smallest):
        return (
            f"{word.capitalize()} than in {since}, by more than chance and by an amount that "
            "matters."
        )
    if found.excludes_zero:
        return f"Probably {word} than in {since}; it may be too small to notice."
    if not found.held:
        return f"Probably {word} than in {since}, but a stricter look cannot rule out chance."
    if -smallest <= found.ci_low and found.ci_high <= smallest:
        return f"About the same as in {since}; a change that matters is unlikely."
    places = places_for(found.ci_low, found.ci_high)
    lower = f"{number(-found.ci_low, places)} lower" if found.ci_low else "no change"
    higher = f"{number(found.ci_high, places)} higher" if found.ci_high else "no change"
    return f"Too few answers to tell. Since {since} it could be anything from {lower} to {higher}."


def _rate_below(wave: WaveFigures, share: float) -> bool:
    return wave.invited is not None and wave.n < share * wave.invited


def _silent_ones(wave: WaveFigures) -> str:
    """Say how far the mean could lie if everybody silent were at one end of the scale (T-30)."""
    invited, scale = wave.invited or wave.n, (wave.lowest, wave.highest)
    low, high = mean_bounds(wave.mean or 0.0, wave.n, invited, scale)
    return (
        f"{wave.n} of {invited} answered in {wave.label}; the others may feel differently "
        f"(from {number(low)} to {number(high)})."
    )


def _obstacle_sentence(change: Change) -> str:
    waves = (change.earlier, change.later)
    if change.obstacle is Obstacle.HIDDEN:
        hidden = [wave for wave in waves if not wave.shown]
        return " ".join(dict.fromkeys(f"{wave.label}: {_hidden_reason(wave)}." for wave in hidden))
    if change.obstacle is Obstacle.OTHER_QUESTIONS:
        return (
            f"The questions or the scale changed between {waves[0].label} and {waves[1].label}, "
            "so the two are not compared."
        )
    if change.obstacle is Obstacle.KEY_IN_QUESTION:
        return _key_sentence(waves)
    if change.obstacle is Obstacle.NO_SPREAD:
        alike = listed([wave.label for wave in waves if all_alike(wave)])
        return f"Everyone gave the same score in {alike}, so no interval can be worked out."
    if change.linked is not None:
        return _same_for_all(change, change.linked)
    few = [_few_answers(wave) for wave in waves if wave.n < ENOUGH_TO_COMPARE]
    return f"Too few answers to compare. {' '.join(few)}"


def _key_sentence(waves: tuple[WaveFigures, WaveFigures]) -> str:
    """Say which score is not to be read yet, and where to look."""
    named = listed([wave.label for wave in waves if wave.in_question])
    where = named or "one of the two waves"
    return f"The key of {where} is in question, so nothing is compared yet. See its results."


def _same_for_all(change: Change, linked: LinkedChange) -> str:
    who = f"the {linked.linked} people who answered in both waves"
    if change.obstacle is Obstacle.NO_ONE_CHANGED:
        return f"No one changed since {change.earlier.label}: {who} have the same scores as then."
    by = number(abs(linked.difference))
    direction = "up" if linked.difference > 0 else "down"
    return (
        f"Everyone is {direction} {by} since {change.earlier.label}: {who} all changed by the same "
        "amount, so no interval can be worked out."
    )


def _hidden_reason(wave: WaveFigures) -> str:
    return wave.reason.rstrip(".") or f"not shown: fewer than {wave.minimum_group} answers"


def _few_answers(wave: WaveFigures) -> str:
    mean, sd = wave.mean or 0.0, wave.sd
    if sd is None:
        return f"{wave.label}: few answers, whose spread would tell single ones."
    if all_alike(wave):
        return f"{wave.label}: few answers, and everyone gave the same score."
    reach = t_quantile(0.975, wave.n - 1) * sd / wave.n**0.5
    low, high = max(mean - reach, wave.lowest), min(mean + reach, wave.highest)
    return f"{wave.label}: few answers, read as somewhere between {number(low)} and {number(high)}."
