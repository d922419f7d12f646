"""How the items of a questionnaire hang together over several closed waves.

A community is small, so one wave seldom has the 30 answers that alpha needs (survey science 3.8).
It is worked out from the frozen figures alone, never from answers: whoever has those figures can
work it out as well, so it tells nobody more than they do.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from workbench.foundation.text import number
from workbench.surveys.figures import WaveFigures
from workbench.surveys.instrument_shape import Instrument
from workbench.surveys.reliability import feldt

POOLED_FROM = 30

_SLACK = 1e-6


@dataclass(frozen=True, slots=True)
class PooledAlpha:
    """Alpha (Spearman-Brown for two items) over so many answers of so many waves, with Feldt's 95%.

    Answers of one person in two waves count twice, so the interval is rather too narrow.
    """

    alpha: float
    interval: tuple[float, float] | None
    answers: int
    waves: int


def pooled_alpha(instrument: Instrument, waves: Sequence[WaveFigures]) -> PooledAlpha | None:
    """Return alpha over the waves of this version that show the spread of every item.

    That takes 10 answers in each wave. None below 30 answers together, below 0, or where nothing
    varies.
    """
    usable = [one for one in waves if _usable(instrument, one)]
    answers = sum(one.scored or 0 for one in usable)
    if answers < POOLED_FROM:
        return None
    items = [_variance([_item(one, place) for one in usable])
             for place in range(len(instrument.items))]  # fmt: skip
    whole = _variance([_whole(instrument, one) for one in usable])
    alpha = _alpha(items, whole)
    if alpha is None or alpha < 0:
        return None
    interval = feldt(alpha, answers, len(items)) if len(items) > 2 else None
    return PooledAlpha(alpha, interval, answers, len(usable))


def pooled_said(pooled: PooledAlpha) -> str:
    """Return the sentence of the method note on alpha over several waves."""
    ends = pooled.interval
    interval = f", 95% interval {number(ends[0], 2)} to {number(ends[1], 2)}" if ends else ""
    return (
        f"How well the items hang together (alpha), over {pooled.waves} waves with "
        f"{pooled.answers} answers: {number(pooled.alpha, 2)}{interval}. Who answered in several "
        "waves counts in each."
    )


@dataclass(frozen=True, slots=True)
class _Part:
    """What is shown of one sum over one wave: answers, mean and SD."""

    n: int
    mean: float
    sd: float


def _usable(instrument: Instrument, one: WaveFigures) -> bool:
    """Whether mean and spread of all items are shown and are those of the answers scored."""
    if one.suppressed or one.version != instrument.version or len(instrument.items) < 2:
        return False
    if one.sd is None or len(one.items) != len(instrument.items):
        return False
    if any(item.mean is None or item.sd is None for item in one.items):
        return False
    means = math.fsum(item.mean or 0.0 for item in one.items)
    return math.isclose(means, _whole(instrument, one).mean, abs_tol=_SLACK)


def _item(one: WaveFigures, place: int) -> _Part:
    item = one.items[place]
    return _Part(one.scored or 0, item.mean or 0.0, item.sd or 0.0)


def _whole(instrument: Instrument, one: WaveFigures) -> _Part:
    """Return the sum over the items; a mean score is that sum divided."""
    times = len(instrument.items) if instrument.scoring == "mean" else 1
    return _Part(one.scored or 0, (one.mean or 0.0) * times, (one.sd or 0.0) * times)


def _variance(parts: Sequence[_Part]) -> float:
    """Return the variance of all answers together, within the waves and between them."""
    n = sum(part.n for part in parts)
    centre = math.fsum(part.n * part.mean for part in parts) / n
    within = math.fsum((part.n - 1) * part.sd**2 for part in parts)
    between = math.fsum(part.n * (part.mean - centre) ** 2 for part in parts)
    return (within + between) / (n - 1)


def _alpha(items: Sequence[float], whole: float) -> float | None:
    if whole <= 0:
        return None
    if len(items) == 2:
        spread = math.sqrt(items[0] * items[1])
        r = (whole - sum(items)) / 2 / spread if spread else -1.0
        return 2 * r / (1 + r) if r > -1 + _SLACK else None
    return len(items) / (len(items) - 1) * (1 - math.fsum(items) / whole)
