"""The usual range of waves in words: where it comes from, and what lies outside it."""

from datetime import date

from workbench.foundation.dates import month_name
from workbench.foundation.text import counted, number
from workbench.insights.wave_limits import (
    ENOUGH_FOR_BASELINE,
    Baseline,
    SignalledWave,
    WaveLimits,
    WaveSignal,
)

_ENOUGH_TO_TRUST = 7
_TOLD = {
    WaveSignal.BELOW: "lies below the usual range",
    WaveSignal.ABOVE: "lies above the usual range",
    WaveSignal.JUMP: "is further from the wave before than is usual",
    WaveSignal.RUN_BELOW: "is the eighth wave in a row below the centre",
    WaveSignal.RUN_ABOVE: "is the eighth wave in a row above the centre",
    WaveSignal.NEAR_LOW: "is one of three in four near the lower limit",
    WaveSignal.NEAR_HIGH: "is one of three in four near the upper limit",
}


def baseline_words(baseline: Baseline) -> str:
    """Return where the range comes from: "first 7 waves, January to September 2025"."""
    first, last = baseline.first_on, baseline.last_on
    if baseline.chosen:
        waves = f"fixed on {counted(baseline.waves, 'wave', 'waves')}"
    else:
        waves = f"first {baseline.waves} waves"
    year = "" if first.year == last.year else f" {first.year}"
    return f"{waves}, {month_name(first)}{year} to {_month(last)}"


def limits_words(limits: WaveLimits) -> str:
    """Return what the usual range tells about the waves: the newest signal, or that there is none.

    How far it can be trusted is said where the baseline is short or the answers swing. The reason
    somebody gave for a baseline stays out, as it may name people.
    """
    low, high = number(limits.low), number(limits.high)
    told = _newest(limits.signals[-1]) if limits.signals else "No wave gives a signal"
    parts = [f"{told} (usual range {low} to {high}, {baseline_words(limits.baseline)})."]
    if limits.baseline.waves < _ENOUGH_TO_TRUST:
        parts.append("A range from fewer than seven waves is a first guess.")
    if limits.swinging:
        parts.append("The waves differ much in their number of answers: trust their intervals.")
    return " ".join(parts)


def too_few_for_baseline(waves: int) -> str:
    """Return why a stretch with so many waves cannot be fixed as usual, or nothing."""
    if waves >= ENOUGH_FOR_BASELINE:
        return ""
    held = counted(waves, "wave", "waves") if waves else "no wave"
    return f"There is {held} with enough answers in these days; a usual range needs five."


def _newest(wave: SignalledWave) -> str:
    told = " and ".join(_TOLD[signal] for signal in wave.signals)
    return f"{_month(wave.on)} {told}"


def _month(on: date) -> str:
    return f"{month_name(on)} {on.year}"
