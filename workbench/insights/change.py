"""Change between two waves from their frozen figures: the method is chosen by survey science 3.17.

Only summaries come in (n, mean, SD), never answers, and what was frozen of the people who could be
linked by a code of their own. Without that, waves are compared as unlinked: the same community, but
nobody knows who answered twice, which makes the interval too wide rather than too narrow.
"""

import math
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from workbench.insights.dealt_out import dealt_out_p
from workbench.insights.distribution import t_quantile, t_tail
from workbench.surveys import linked_change
from workbench.surveys.linked_change import LinkedChange

ENOUGH_TO_COMPARE = 10
HEDGES_G = "hedges_g"

_RARE = 0.05
_Z = 1.959963984540054


@dataclass(frozen=True, slots=True)
class WaveFigures:
    """What a closed wave froze: mean and SD in scale points, or why it shows nothing.

    `matters` is the smallest change that matters, in scale points, if it was set before the wave.
    `in_question` tells that nobody has looked yet into items that run against the others. `counts`
    holds how many people have each score, where that was frozen.
    """

    label: str
    n: int
    mean: float | None
    sd: float | None
    lowest: float
    highest: float
    invited: int | None = None
    minimum_group: int = 5
    version: str = ""
    reason: str = ""
    matters: float | None = None
    in_question: bool = False
    counts: tuple[tuple[int, int], ...] = ()
    closed_on: date | None = None

    @property
    def shown(self) -> bool:
        """Whether the wave may show its mean."""
        return self.mean is not None and self.n >= self.minimum_group


class Method(StrEnum):
    """How two waves were compared."""

    WELCH = "welch"
    PAIRED = linked_change.PAIRED
    RANDOM_INTERCEPT = linked_change.RANDOM_INTERCEPT
    OVERLAPPING = linked_change.OVERLAPPING
    NOT_COMPARED = "not compared"


class Obstacle(StrEnum):
    """Why two waves are not compared."""

    NONE = ""
    HIDDEN = "a wave is not shown"
    OTHER_QUESTIONS = "the questions or the scale changed"
    KEY_IN_QUESTION = "items run against the others, and nobody has looked into it yet"
    FEW = "fewer than 10 answers"
    NO_SPREAD = "everyone gave the same score"
    NO_ONE_CHANGED = "no one's score changed"
    ALL_CHANGED_ALIKE = "everyone's score changed by the same amount"


_STOPS_ALL = (Obstacle.HIDDEN, Obstacle.OTHER_QUESTIONS, Obstacle.KEY_IN_QUESTION)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Later minus earlier with a 95% interval, all in scale points.

    The effect is Hedges g, or g_av, which compares with it, where answers are linked; None where it
    cannot be told. `held` is false where a stricter look at few linked people, or at scores that
    crowd at an end of the scale, does not agree with the interval.
    """

    difference: float
    ci_low: float
    ci_high: float
    p: float
    effect: float | None
    effect_name: str = HEDGES_G
    held: bool = True

    @property
    def leaves_out_zero(self) -> bool:
        """Whether the interval by itself leaves out "no change"."""
        return self.ci_low > 0 or self.ci_high < 0

    @property
    def excludes_zero(self) -> bool:
        """Whether "no change" is left out, by the interval and by the stricter look."""
        return self.leaves_out_zero and self.held


@dataclass(frozen=True, slots=True)
class Change:
    """Two waves set side by side: a comparison, or the obstacle that stands in its way.

    `linked` holds the change in the same people, where it was frozen and is what is compared.
    """

    earlier: WaveFigures
    later: WaveFigures
    method: Method
    obstacle: Obstacle = Obstacle.NONE
    comparison: Comparison | None = None
    linked: LinkedChange | None = None

    @property
    def held(self) -> bool:
        """Whether nothing stricter speaks against the interval."""
        return self.comparison is None or self.comparison.held


def change_between(
    earlier: WaveFigures,
    later: WaveFigures,
    linked: LinkedChange | None = None,
    *,
    in_question: bool = False,
) -> Change:
    """Compare two waves of one instrument by the table of survey science 3.17.

    `in_question` says that the key of either wave is, where the waves do not say so themselves.
    """
    obstacle = _obstacle(earlier, later, in_question=in_question)
    if linked is not None and obstacle not in _STOPS_ALL:
        return _linked(earlier, later, linked)
    if obstacle is not Obstacle.NONE:
        return Change(earlier, later, Method.NOT_COMPARED, obstacle)
    return Change(earlier, later, Method.WELCH, comparison=_welch(earlier, later))


def _linked(earlier: WaveFigures, later: WaveFigures, linked: LinkedChange) -> Change:
    """Compare the people who could be linked; no interval where they all changed alike."""
    method = Method(linked.method)
    if linked.ci_low is None or linked.ci_high is None or linked.p is None:
        still = abs(linked.difference) <= (later.highest - later.lowest) * 1e-9
        obstacle = Obstacle.NO_ONE_CHANGED if still else Obstacle.ALL_CHANGED_ALIKE
        return Change(earlier, later, method, obstacle, linked=linked)
    found = Comparison(
        linked.difference,
        linked.ci_low,
        linked.ci_high,
        linked.p,
        linked.effect,
        linked.effect_name,
        _held(method, linked),
    )
    return Change(earlier, later, method, comparison=found, linked=linked)


def _held(method: Method, linked: LinkedChange) -> bool:
    """Return whether a stricter look leaves the interval's verdict as it is.

    The interval of the model is that of the normal distribution, as is usual, which few pairs make
    too narrow: simulated, it takes chance for change in up to 10 of 100, and t with one degree of
    freedom less than there are pairs in 5. A paired change is held against the exact check.
    """
    low, high, p = linked.ci_low, linked.ci_high, linked.p
    if low is None or high is None or p is None:
        return True
    if method is Method.RANDOM_INTERCEPT:
        error = (high - low) / (2 * _Z)
        stricter = abs(linked.difference) > t_quantile(0.975, linked.linked - 1) * error
        return stricter or low <= 0 <= high
    if linked.flipped_p is None:
        return True
    return linked.flipped_p < _RARE or p >= _RARE


def _obstacle(earlier: WaveFigures, later: WaveFigures, *, in_question: bool) -> Obstacle:
    if not (earlier.shown and later.shown):
        return Obstacle.HIDDEN
    if _questions(earlier) != _questions(later):
        return Obstacle.OTHER_QUESTIONS
    if in_question or earlier.in_question or later.in_question:
        return Obstacle.KEY_IN_QUESTION
    if min(earlier.n, later.n) < ENOUGH_TO_COMPARE:
        return Obstacle.FEW
    if all_alike(earlier) or all_alike(later):
        return Obstacle.NO_SPREAD
    return Obstacle.NONE


def all_alike(wave: WaveFigures) -> bool:
    """Whether everyone gave the same score, rounding of the arithmetic aside."""
    return wave.sd is None or wave.sd <= (wave.highest - wave.lowest) * 1e-9


def _questions(wave: WaveFigures) -> tuple[str, float, float]:
    return wave.version, wave.lowest, wave.highest


def _welch(earlier: WaveFigures, later: WaveFigures) -> Comparison:
    mean_1, sd_1, mean_2, sd_2 = _moments(earlier, later)
    part_1, part_2 = sd_1**2 / earlier.n, sd_2**2 / later.n
    error = math.sqrt(part_1 + part_2)
    df = (part_1 + part_2) ** 2 / (part_1**2 / (earlier.n - 1) + part_2**2 / (later.n - 1))
    difference = mean_2 - mean_1
    reach = t_quantile(0.975, df) * error
    found = Comparison(
        difference,
        difference - reach,
        difference + reach,
        2 * t_tail(abs(difference) / error, df),
        _hedges_g(difference, earlier.n, sd_1, later.n, sd_2),
    )
    doubtful = found.leaves_out_zero and _could_be_dealt_out(earlier, later)
    return replace(found, held=not doubtful)


def _could_be_dealt_out(earlier: WaveFigures, later: WaveFigures) -> bool:
    """Tell whether chance alone could deal out scores that crowd at an end like that.

    A t interval of few such scores is too narrow; without frozen counts there is no better one.
    """
    if not (crowded(earlier) or crowded(later)) or not (earlier.counts and later.counts):
        return False
    p = dealt_out_p(earlier.counts, later.counts)
    return p is not None and p >= _RARE


def crowded(wave: WaveFigures) -> bool:
    """Whether one SD from the mean leaves the scale, so that normal curves fit badly."""
    if wave.mean is None or wave.sd is None:
        return True
    return wave.mean - wave.sd < wave.lowest or wave.mean + wave.sd > wave.highest


def _moments(earlier: WaveFigures, later: WaveFigures) -> tuple[float, float, float, float]:
    values = (earlier.mean, earlier.sd, later.mean, later.sd)
    mean_1, sd_1, mean_2, sd_2 = (math.nan if value is None else value for value in values)
    return mean_1, sd_1, mean_2, sd_2


def _hedges_g(difference: float, n_1: int, sd_1: float, n_2: int, sd_2: float) -> float:
    pooled = math.sqrt(((n_1 - 1) * sd_1**2 + (n_2 - 1) * sd_2**2) / (n_1 + n_2 - 2))
    return difference / pooled * (1 - 3 / (4 * (n_1 + n_2) - 9))
