"""The results of one questionnaire for the command line: waves, changes, trend, alarms."""

from dataclasses import dataclass
from typing import Any

from workbench.foundation.dates import full_date
from workbench.foundation.text import counted, number
from workbench.insights.measures import ChangeReading, closed
from workbench.insights.method_note import method_note
from workbench.insights.trend import Trend, TrendReading
from workbench.surveys.instrument_shape import Instrument
from workbench.surveys.pooled_alpha import PooledAlpha, pooled_alpha
from workbench.surveys.queries import WaveResult
from workbench.surveys.suppression import SMALLEST_GROUP

_PLAIN = (
    "invited", "n", "scored", "excluded", "mean", "sd", "ci_low", "ci_high", "alpha", "alpha_shown",
    "suppressed", "reason",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Results:
    """The closed waves of a questionnaire in a community, oldest first, with what changed."""

    community: str
    instrument: Instrument
    waves: tuple[WaveResult, ...]
    changes: tuple[ChangeReading, ...]
    trend: TrendReading

    @property
    def pooled(self) -> PooledAlpha | None:
        """How the items hang together over all waves of the newest version, from 30 answers."""
        return pooled_alpha(self.instrument, [one.figures for one in self.waves])

    def as_json(self) -> dict[str, Any]:
        """Return the shape that scripts rely on; numbers are unrounded, a hidden wave has none."""
        newest = self.waves[-1].figures.minimum_group if self.waves else SMALLEST_GROUP
        return {
            "community": self.community,
            "instrument": self.instrument.id,
            "direction": self.instrument.direction.value,
            "minimum_group": newest,
            "waves": [_wave_json(one) for one in self.waves],
            "changes": [_change_json(one) for one in self.changes],
            "trend": _trend_json(self.trend.trend) if self.trend.trend else None,
            "trend_note": method_note(None, self.trend),
            "trend_reason": self.trend.reason,
            "reliability": _pooled_json(self.pooled) if self.pooled else None,
        }

    def lines(self) -> list[str]:
        """Return the results as lines for a person to read."""
        title = self.instrument.title
        head = f"{title} in {self.community}, {self.instrument.direction}"
        if not self.waves:
            return [head, "No wave is closed yet."]
        trend = self.trend.trend.sentence if self.trend.trend else self.trend.reason
        return [
            head,
            *(line for one in self.waves for line in _wave_lines(one)),
            *(line for one in self.changes for line in _change_lines(one)),
            f"Trend: {trend}",
            *([f"  How: {method_note(None, self.trend)}"] if self.trend.trend else ()),
            *([_pooled_line(self.pooled)] if self.pooled else ()),
        ]


def _wave_json(result: WaveResult) -> dict[str, Any]:
    figures = result.figures
    return {
        "label": result.wave.label,
        "closed_on": closed(result).isoformat(),
        **{name: getattr(figures, name) for name in _PLAIN},
        "items": [
            {"item": one.item, "mean": one.mean, "item_rest": one.item_rest}
            for one in figures.items
        ],
        "alarms": list(figures.alarms),
    }


def _pooled_json(pooled: PooledAlpha) -> dict[str, Any]:
    low, high = pooled.interval or (None, None)
    return {
        "alpha": pooled.alpha,
        "ci_low": low,
        "ci_high": high,
        "answers": pooled.answers,
        "waves": pooled.waves,
    }


def _pooled_line(pooled: PooledAlpha) -> str:
    waves = counted(pooled.waves, "wave", "waves")
    return f"Alpha over {waves}, {pooled.answers} answers: {number(pooled.alpha, 2)}"


def _change_json(reading: ChangeReading) -> dict[str, Any]:
    found, linked = reading.change.comparison, reading.change.linked
    apart = found or linked
    return {
        "from": reading.change.earlier.label,
        "to": reading.change.later.label,
        "method": reading.change.method.value,
        "difference": apart.difference if apart else None,
        "ci_low": found.ci_low if found else None,
        "ci_high": found.ci_high if found else None,
        "p": found.p if found else None,
        "effect": found.effect if found else None,
        "effect_name": found.effect_name if found else None,
        "linked": linked.linked if linked else None,
        "left": linked.left if linked else None,
        "new": linked.new if linked else None,
        "sentence": reading.words.short,
        "long": reading.words.long,
        "note": reading.words.note,
    }


def _change_lines(reading: ChangeReading) -> list[str]:
    """Return the change as the screens say it, as leaders read it, and how it was worked out."""
    words = reading.words
    said = [f"{reading.change.later.label}: {words.short}"]
    if words.long != words.short:
        said.append(f"  For leaders: {words.long}")
    return [*said, f"  How: {words.note}"]


def _trend_json(trend: Trend) -> dict[str, Any]:
    return {
        "waves": trend.waves,
        "first_on": trend.first_on.isoformat(),
        "slope_per_year": trend.slope.value,
        "ci_low": trend.slope.low,
        "ci_high": trend.slope.high,
        "intercept": trend.slope.intercept,
        "s": trend.kendall.s,
        "tau": trend.kendall.tau,
        "p": trend.kendall.p,
        "exact": trend.kendall.exact,
        "method": "theil-sen and mann-kendall",
        "sentence": trend.sentence,
    }


def _wave_lines(result: WaveResult) -> list[str]:
    figures = result.figures
    head = f"{result.wave.label}, closed {full_date(closed(result))}"
    if figures.suppressed or figures.mean is None:
        return [f"{head}: {figures.reason}."]
    interval = ""
    if figures.ci_low is not None and figures.ci_high is not None:
        low, high = number(figures.ci_low, 2), number(figures.ci_high, 2)
        interval = f", 95% CI {low} to {high}"
    of = f" of {figures.invited} invited" if figures.invited else ""
    alpha = ""
    if figures.alpha_shown and figures.alpha is not None:
        alpha = f", alpha {number(figures.alpha, 2)}"
    mean = f"{number(figures.mean, 2)}{interval}"
    return [f"{head}: {mean}, {figures.scored} answers{of}{alpha}", *_said(result)]


def _said(result: WaveResult) -> list[str]:
    return [f"  {sentence}" for sentence in (*result.figures.alarms, *result.figures.notes)]
