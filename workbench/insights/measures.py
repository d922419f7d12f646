"""One construct over its waves: which waves belong together, what changed, where it goes."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from workbench.foundation.dates import month_name
from workbench.foundation.words import WaveState
from workbench.insights.change import Change, WaveFigures, change_between
from workbench.insights.control import Stretch
from workbench.insights.segments import Segment, beside, line_of
from workbench.insights.segments import closed as closed  # noqa: PLC0414 - re-exported
from workbench.insights.trend import TrendPoint, TrendReading, trend_of, usable
from workbench.insights.wave_limits import WaveLimits, wave_limits
from workbench.insights.wording import Wording, starting_point, wording
from workbench.surveys.growth import Growth
from workbench.surveys.instrument_shape import Instrument
from workbench.surveys.queries import WaveResult, WaveRow

_HALF_A_YEAR = timedelta(days=182)
_USUAL_GAP = timedelta(weeks=12)


@dataclass(frozen=True, slots=True)
class ChangeReading:
    """A change with its words."""

    change: Change
    words: Wording


@dataclass(frozen=True, slots=True)
class Measure:
    """A questionnaire in its newest version with its closed waves, oldest first.

    `change` compares the newest wave with the one about half a year before; `sentence` says what it
    tells, or what a first wave may claim. `earlier` holds the waves before a break, which enter no
    change, trend or limits; `earlier_versions` counts them. `beside` names questionnaires about the
    same thing that are asked apart; `usual` is the stretch fixed as usual, if any; `growth`
    tells how the same people moved up to the newest wave, where codes link them.
    """

    instrument: Instrument
    waves: tuple[WaveResult, ...]
    change: ChangeReading | None
    trend: TrendReading
    earlier_versions: int
    earlier: tuple[Segment, ...] = ()
    limits: WaveLimits | None = None
    usual: Stretch | None = None
    beside: tuple[str, ...] = ()
    growth: Growth | None = None

    @property
    def sentence(self) -> str:
        """The reading of the newest wave in words."""
        if self.change:
            return self.change.words.short
        newest = self.waves[-1].figures
        if newest.suppressed:
            return f"{newest.reason[:1].upper()}{newest.reason[1:]}."
        return self.alarm or starting_point()

    @property
    def alarm(self) -> str:
        """Why the newest wave is not read: its key is in question; nothing where it is not."""
        if not self.waves[-1].open_alarms:
            return ""
        return (
            f"The key of {self.waves[-1].wave.label} is in question, so it is not read yet. See "
            "its results."
        )

    @property
    def segments(self) -> tuple[Segment, ...]:
        """The waves parted at every break, the newest segment last."""
        return (*self.earlier, Segment(self.instrument, self.waves))

    @property
    def results(self) -> tuple[WaveResult, ...]:
        """The waves of all segments, oldest first."""
        return tuple(sorted((one for part in self.segments for one in part.waves), key=closed))


def measure_of(
    results: Sequence[WaveResult], next_wave: str = "", usual: Stretch | None = None
) -> Measure | None:
    """Return the measure that the closed waves of one construct make, or None without any.

    They may come from several questionnaires and versions; `results` are oldest first.
    """
    line = line_of(results)
    if not line:
        return None
    newest, earlier = line[-1], line[:-1]
    pair = half_year_pair(newest.waves)
    return Measure(
        newest.instrument,
        newest.waves,
        reading_of(*pair, next_wave=next_wave) if pair else None,
        trend_over(newest.waves),
        sum(len(segment.waves) for segment in earlier),
        earlier,
        wave_limits(_points(newest.waves), usual=usual),
        usual,
        beside(results, line),
    )


def seen_between(measure: Measure, first: date, last: date, next_wave: str = "") -> Measure | None:
    """Return the measure as it reads when only these days are looked at, None without a wave.

    The limits stay those of all waves: a baseline is frozen and does not move with what is shown.
    """
    kept = [one for one in measure.results if first <= closed(one) <= last]
    if len(kept) == len(measure.results):
        return measure
    newest = bool(kept) and kept[-1] is measure.waves[-1]
    found = measure_of(kept, next_wave if newest else "", measure.usual)
    if found is None or found.instrument != measure.instrument:
        return found
    growth = measure.growth
    whole = newest and growth is not None and first <= growth.first_on
    return replace(
        found,
        limits=measure.limits,
        beside=measure.beside,
        growth=growth if whole else None,
    )


def reading_of(earlier: WaveResult, later: WaveResult, *, next_wave: str = "") -> ChangeReading:
    """Return the change between two closed waves with its words."""
    change = change_of(earlier, later)
    return ChangeReading(change, wording(change, next_wave=next_wave))


def change_of(earlier: WaveResult, later: WaveResult) -> Change:
    """Compare two closed waves of one questionnaire, in the same people where they are linked."""
    linked = later.linked.get(earlier.wave.id)
    return change_between(mean_of(earlier), mean_of(later), linked)


def mean_of(result: WaveResult) -> WaveFigures:
    """Return what a comparison may know of a closed wave: how many scored, mean and SD."""
    low, high = result.instrument.range
    figures = result.figures
    return WaveFigures(
        label=result.wave.label,
        n=figures.scored or 0,
        mean=figures.mean,
        sd=figures.sd,
        lowest=low,
        highest=high,
        invited=figures.invited,
        minimum_group=figures.minimum_group,
        version=f"{figures.instrument}@{figures.version}",
        reason=figures.reason,
        matters=result.wave.change_that_matters,
        in_question=bool(result.open_alarms),
        counts=figures.score_counts,
        closed_on=result.wave.closed_on,
    )


def half_year_pair(waves: Sequence[WaveResult]) -> tuple[WaveResult, WaveResult] | None:
    """Return the newest wave and the shown one nearest to half a year before it, or None.

    A wave whose key is in question is taken only where there is no other.
    """
    shown = [one for one in waves[:-1] if not one.figures.suppressed]
    earlier = [one for one in shown if not one.open_alarms] or shown
    if not earlier:
        return None
    wanted = closed(waves[-1]) - _HALF_A_YEAR
    return min(earlier, key=lambda one: (abs(closed(one) - wanted), closed(one))), waves[-1]


def all_pairs(waves: Sequence[WaveResult]) -> list[tuple[WaveResult, WaveResult]]:
    """Return each wave with the one before it, with the shown one before it, and the newest pair.

    Never every wave with every other: so many comparisons would find something by chance.
    """
    shown = [one for one in waves if not one.figures.suppressed]
    pairs = [*pairwise(waves), *pairwise(shown)]
    newest = half_year_pair(waves)
    if newest:
        pairs.append(newest)
    place = {one.wave.id: at for at, one in enumerate(waves)}
    by_place = {(place[later.wave.id], place[one.wave.id]): (one, later) for one, later in pairs}
    return [by_place[key] for key in sorted(by_place)]


def trend_over(waves: Sequence[WaveResult]) -> TrendReading:
    """Return the trend of the shown waves whose key is sound, or why there is none."""
    return trend_of(_points(waves), len(waves))


def usable_days(measure: Measure) -> tuple[date, ...]:
    """Return the days of the waves that can enter a usual range, oldest first."""
    return tuple(point.on for point in usable(_points(measure.waves)))


def _points(waves: Sequence[WaveResult]) -> list[TrendPoint]:
    return [
        TrendPoint(closed(one), one.figures.mean, one.figures.scored or 0)
        for one in waves
        if one.figures.mean is not None and not one.open_alarms
    ]


def when_asked_next(waves: Sequence[WaveRow], instrument_key: str, today: date) -> str:
    """Return the month a questionnaire is asked next, such as "December", or nothing.

    It is the month of the next planned wave, or twelve weeks after the newest one closed.
    """
    own = [wave for wave in waves if wave.instrument_key == instrument_key]
    planned = [wave.closes_on for wave in own if wave.state is WaveState.PLANNED and wave.closes_on]
    closed_on = [wave.closed_on for wave in own if wave.closed_on]
    expected = [*planned, *(on + _USUAL_GAP for on in closed_on[-1:])]
    return next((month_name(on) for on in expected if on >= today), "")
