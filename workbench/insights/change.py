"""Change between two waves from their frozen figures: the method is chosen by survey science 3.17.

Only summaries come in (n, mean, SD), never answers, and what was frozen of the people who could be
linked by a code of their own. Without that, waves are compared as unlinked: the same community, but
nobody knows who answered twice, which makes the interval too wide rather than too narrow.
"""

import math
from dataclasses import dataclass
from enum import StrEnum

from workbench.insights.distribution import t_quantile, t_tail
from workbench.surveys import linked_change
from workbench.surveys.linked_change import LinkedChange

ENOUGH_TO_COMPARE = 10
HEDGES_G = "hedges_g"


@dataclass(frozen=True, slots=True)
class WaveFigures:
    """What a closed wave froze: mean and SD in scale points, or why it shows nothing.

    `matters` is the smallest change that matters, in scale points, if it was set before the wave.
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
    FEW = "fewer than 10 answers"
    NO_SPREAD = "everyone gave the same score"
    NO_ONE_CHANGED = "no one's score changed"
    ALL_CHANGED_ALIKE = "everyone's score changed by the same amount"


@dataclass(frozen=True, slots=True)
class Comparison:
    """Later minus earlier with a 95% interval, all in scale points.

    The effect is Hedges g, or g_av, which compares with it, where answers are linked; None where it
    cannot be told.
    """

    difference: float
    ci_low: float
    ci_high: float
    p: float
    effect: float | None
    effect_name: str = HEDGES_G

    @property
    def excludes_zero(self) -> bool:
        """Whether the interval leaves out "no change"."""
        return self.ci_low > 0 or self.ci_high < 0


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
    def higher_by_chance_pick(self) -> float | None:
        """Chance that a random later answer is higher, from normal curves with these SDs.

        The raw answers would tell it exactly; after a wave is frozen only this estimate is left.
        """
        if self.comparison is None or self.linked is not None:
            return None
        spread = math.hypot(self.earlier.sd or 0.0, self.later.sd or 0.0)
        return 0.5 * math.erfc(-self.comparison.difference / spread / math.sqrt(2))


def change_between(
    earlier: WaveFigures, later: WaveFigures, linked: LinkedChange | None = None
) -> Change:
    """Compare two waves of one instrument by the table of survey science 3.17."""
    obstacle = _obstacle(earlier, later)
    if linked is not None and obstacle not in (Obstacle.HIDDEN, Obstacle.OTHER_QUESTIONS):
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
    )
    return Change(earlier, later, method, comparison=found, linked=linked)


def _obstacle(earlier: WaveFigures, later: WaveFigures) -> Obstacle:
    if not (earlier.shown and later.shown):
        return Obstacle.HIDDEN
    if _questions(earlier) != _questions(later):
        return Obstacle.OTHER_QUESTIONS
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
    return Comparison(
        difference,
        difference - reach,
        difference + reach,
        2 * t_tail(abs(difference) / error, df),
        _hedges_g(difference, earlier.n, sd_1, later.n, sd_2),
    )


def _moments(earlier: WaveFigures, later: WaveFigures) -> tuple[float, float, float, float]:
    values = (earlier.mean, earlier.sd, later.mean, later.sd)
    mean_1, sd_1, mean_2, sd_2 = (math.nan if value is None else value for value in values)
    return mean_1, sd_1, mean_2, sd_2


def _hedges_g(difference: float, n_1: int, sd_1: float, n_2: int, sd_2: float) -> float:
    pooled = math.sqrt(((n_1 - 1) * sd_1**2 + (n_2 - 1) * sd_2**2) / (n_1 + n_2 - 2))
    return difference / pooled * (1 - 3 / (4 * (n_1 + n_2) - 9))
