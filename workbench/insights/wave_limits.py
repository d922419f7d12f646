"""The usual range of survey waves: an XmR chart with a frozen baseline and Wheeler's rules (T-22).

Each wave counts as one number. The limits come from the first waves, or from the stretch somebody
fixed with a reason, and are never worked out again after a signal.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise

from workbench.insights.control import Stretch, run_lengths, xmr_limits
from workbench.insights.trend import TrendPoint, usable

ENOUGH_FOR_BASELINE = 5
_USUAL_BASELINE = 7
_JUMP = 3.268
_RUN = 8
_NEAR, _OF = 3, 4
_NOTHING = 1e-9


class WaveSignal(StrEnum):
    """What makes a wave, or a row of waves, more than ordinary ups and downs."""

    BELOW = "below the usual range"
    ABOVE = "above the usual range"
    JUMP = "further from the wave before than is usual"
    RUN_BELOW = "eight in a row below the centre"
    RUN_ABOVE = "eight in a row above the centre"
    NEAR_LOW = "three of four nearer the lower limit than the centre"
    NEAR_HIGH = "three of four nearer the upper limit than the centre"


@dataclass(frozen=True, slots=True)
class Baseline:
    """The waves the limits come from; `chosen` where somebody fixed them, with their reason."""

    first_on: date
    last_on: date
    waves: int
    chosen: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True)
class SignalledWave:
    """A wave with everything that is more than ordinary about it."""

    on: date
    signals: tuple[WaveSignal, ...]


@dataclass(frozen=True, slots=True)
class WaveLimits:
    """Centre, limits and largest usual step (upper range limit) in scale points, with signals.

    `swinging` tells that some waves have twice the answers of others or more, so that one number
    for each hides how sure it is.
    """

    centre: float
    low: float
    high: float
    largest_step: float
    baseline: Baseline
    signals: tuple[SignalledWave, ...]
    swinging: bool = False


def wave_limits(
    points: Sequence[TrendPoint], baseline: int = _USUAL_BASELINE, usual: Stretch | None = None
) -> WaveLimits | None:
    """Return the limits of the waves with enough answers, None below five or without spread.

    The baseline is the stretch fixed as `usual` where it holds five waves, else the first waves: as
    many as `baseline`, fewer where a signal comes before.
    """
    waves = usable(points)
    values = [wave.mean for wave in waves]
    chosen = [at for at, wave in enumerate(waves) if usual is not None and usual.holds(wave.on)]
    fixed = usual is not None and len(chosen) >= ENOUGH_FOR_BASELINE
    base = range(chosen[0], chosen[-1] + 1) if fixed else range(_first_waves(values, baseline))
    if len(base) < ENOUGH_FOR_BASELINE:
        return None
    centre, step = xmr_limits([values[at] for at in base])
    if step.mean <= _NOTHING:
        return None
    numbers = [wave.n for wave in waves]
    return WaveLimits(
        centre,
        centre - step.reach,
        centre + step.reach,
        _JUMP * step.mean,
        Baseline(
            waves[base[0]].on,
            waves[base[-1]].on,
            len(base),
            fixed,
            usual.reason if usual is not None and fixed else "",
        ),
        _signals(waves, _found(values, centre, step.reach, step.mean)),
        max(numbers) >= 2 * min(numbers),
    )


def _first_waves(values: Sequence[float], most: int) -> int:
    """Return how many waves the baseline takes: it stops growing at the first signal."""
    size = min(ENOUGH_FOR_BASELINE, len(values))
    while size < min(most, len(values)):
        centre, step = xmr_limits(values[:size])
        found = _found(values[: size + 1], centre, step.reach, step.mean)
        if step.mean > _NOTHING and found[size]:
            break
        size += 1
    return size


def _signals(
    waves: Sequence[TrendPoint], found: Sequence[tuple[WaveSignal, ...]]
) -> tuple[SignalledWave, ...]:
    return tuple(
        SignalledWave(wave.on, signals)
        for wave, signals in zip(waves, found, strict=True)
        if signals
    )


def _found(
    values: Sequence[float], centre: float, reach: float, step: float
) -> list[tuple[WaveSignal, ...]]:
    """Return the signals of each wave, by all of Wheeler's rules."""
    steps = [0.0, *(abs(later - earlier) for earlier, later in pairwise(values))]
    runs = run_lengths(values, centre)
    low_rows, high_rows = _near(values, centre, -reach), _near(values, centre, reach)
    rows: list[tuple[WaveSignal, ...]] = []
    for at, value in enumerate(values):
        outside = abs(value - centre) > reach + _NOTHING
        below = value < centre
        checks = (
            (outside and below, WaveSignal.BELOW),
            (outside and not below, WaveSignal.ABOVE),
            (steps[at] > _JUMP * step + _NOTHING, WaveSignal.JUMP),
            (runs[at] < 0 and runs[at] % _RUN == 0, WaveSignal.RUN_BELOW),
            (runs[at] > 0 and runs[at] % _RUN == 0, WaveSignal.RUN_ABOVE),
            (low_rows[at], WaveSignal.NEAR_LOW),
            (high_rows[at], WaveSignal.NEAR_HIGH),
        )
        rows.append(tuple(signal for holds, signal in checks if holds))
    return rows


def _near(values: Sequence[float], centre: float, reach: float) -> list[bool]:
    """Mark where three of four waves come to lie nearer one limit than the centre."""
    side = 1 if reach > 0 else -1
    near = [side * (value - centre) > abs(reach) / 2 + _NOTHING for value in values]
    rows = [sum(near[max(at + 1 - _OF, 0) : at + 1]) >= _NEAR for at in range(len(near))]
    begun = [now and not before for before, now in zip([False, *rows], rows, strict=False)]
    # the wave it is told at is one of the three, not one that has come back
    return [new and here for new, here in zip(begun, near, strict=True)]
