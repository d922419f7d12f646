from datetime import date, timedelta
from itertools import pairwise
from statistics import fmean

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.insights.baseline_words import baseline_words, limits_words, too_few_for_baseline
from workbench.insights.control import Stretch
from workbench.insights.trend import TrendPoint
from workbench.insights.wave_limits import (
    SignalledWave,
    WaveLimits,
    WaveSignal,
    wave_limits,
)

T22 = [4.9, 5.1, 4.8, 5.0, 5.2, 4.9, 5.1, 4.3, 4.4, 4.5, 4.4, 4.6]
LEVEL = [5.0, 5.1, 4.9, 5.0, 5.1, 4.9, 5.0]
START = date(2024, 1, 15)


def points(*means: float, n: int = 20) -> list[TrendPoint]:
    return [TrendPoint(on(at), mean, n) for at, mean in enumerate(means)]


def on(at: int) -> date:
    return START + timedelta(days=61 * at)


def limits(*means: float, baseline: int = 7) -> WaveLimits:
    found = wave_limits(points(*means), baseline)
    assert found is not None
    return found


def told(found: WaveLimits) -> dict[int, tuple[WaveSignal, ...]]:
    """Return the signals by the number of the wave, from 1."""
    days = {on(at): at + 1 for at in range(40)}
    return {days[one.on]: one.signals for one in found.signals}


def test_t22_the_first_seven_waves_are_the_baseline() -> None:
    found = limits(*T22)

    assert found.centre == pytest.approx(5.0)
    assert (found.low, found.high) == pytest.approx((4.3793, 5.6207), abs=5e-5)
    assert found.largest_step == pytest.approx(0.7625, abs=5e-5)
    assert (found.baseline.waves, found.baseline.chosen) == (7, False)
    signals = told(found)
    assert signals[8] == (WaveSignal.BELOW, WaveSignal.JUMP)
    assert signals[10] == (WaveSignal.NEAR_LOW,)  # 8, 9 and 10: the third of four
    assert set(signals) == {8, 10}  # 11 and 12 go on as the row already told


def test_t22_limits_from_all_twelve_see_only_the_weaker_rule() -> None:
    found = limits(*T22, baseline=12)
    stretch = wave_limits(points(*T22), usual=Stretch(START, on(11), "Everything so far"))

    assert stretch is not None
    assert stretch.centre == pytest.approx(4.7667, abs=5e-5)
    assert (stretch.low, stretch.high) == pytest.approx((4.1138, 5.4196), abs=5e-5)
    assert told(stretch) == {11: (WaveSignal.NEAR_LOW,)}
    assert stretch.baseline.reason == "Everything so far"
    # without somebody's word the baseline does not grow over a signal
    assert found.baseline.waves == 7


def test_eight_in_a_row_on_one_side_and_not_seven() -> None:
    eight = limits(*LEVEL, *[5.05] * 8)
    seven = limits(*LEVEL, *[5.05] * 7)

    assert eight.baseline.waves == 7
    assert told(eight) == {15: (WaveSignal.RUN_ABOVE,)}
    assert told(seven) == {}
    assert told(limits(*LEVEL, *[4.95] * 8)) == {15: (WaveSignal.RUN_BELOW,)}


def test_three_of_four_near_the_upper_limit() -> None:
    found = limits(*LEVEL)
    near = found.centre + 0.6 * (found.high - found.centre)

    assert told(limits(*LEVEL, near, 5.0, near, near)) == {11: (WaveSignal.NEAR_HIGH,)}
    assert told(limits(*LEVEL, near, 5.0, 5.0, near, near)) == {}
    assert told(limits(*LEVEL, near, 5.0, near, 5.0)) == {}


def test_a_baseline_stops_before_a_signal() -> None:
    found = limits(5.0, 5.1, 4.9, 5.0, 5.1, 3.0, 5.0)

    assert found.baseline.waves == 5
    assert told(found)[6] == (WaveSignal.BELOW, WaveSignal.JUMP)


@pytest.mark.parametrize("means", [[], [4.0], [4.0, 4.5, 4.1, 4.2]])
def test_four_waves_have_no_limits(means: list[float]) -> None:
    assert wave_limits(points(*means)) is None


def test_waves_of_seven_answers_do_not_count() -> None:
    small = [*points(*LEVEL[:4]), TrendPoint(on(9), 5.0, 7)]

    assert wave_limits(small) is None


def test_a_constant_series_has_no_limits() -> None:
    assert wave_limits(points(*[4.2] * 9)) is None
    after = wave_limits(points(*[4.2] * 5, 4.3, 4.2, 4.1, 4.2))
    assert after is not None
    assert after.low < 4.2 < after.high


def test_a_stretch_with_too_few_waves_falls_back_to_the_first_ones() -> None:
    found = wave_limits(points(*T22), usual=Stretch(on(7), on(10), "After the move"))

    assert found is not None
    assert not found.baseline.chosen
    assert found.baseline.reason == ""
    assert found.centre == pytest.approx(5.0)


def test_a_later_stretch_may_be_fixed() -> None:
    found = wave_limits(points(*T22), usual=Stretch(on(7), on(11), "The team moved in May"))

    assert found is not None
    assert (found.baseline.first_on, found.baseline.last_on) == (on(7), on(11))
    assert found.centre == pytest.approx(4.44)
    assert WaveSignal.ABOVE in told(found)[5]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(1, 1500), st.integers(10, 70), st.integers(5, 40)),
        min_size=1,
        max_size=14,
        unique_by=lambda wave: wave[0],
    )
)
def test_limits_are_those_of_the_first_waves_by_hand(waves: list[tuple[int, int, int]]) -> None:
    given_waves = [TrendPoint(START + timedelta(days=day), v / 10, n) for day, v, n in waves]
    found = wave_limits(given_waves)
    values = [one.mean for one in sorted(given_waves, key=lambda one: one.on) if one.n >= 8]

    if found is None:
        assert len(values) < 5 or len(set(values[:7])) == 1 or len(set(values[:5])) == 1
        return
    base = values[: found.baseline.waves]
    step = fmean(abs(later - earlier) for earlier, later in pairwise(base))
    assert 5 <= len(base) <= 7
    assert found.centre == pytest.approx(fmean(base))
    assert found.high - found.centre == pytest.approx(2.66 * step)
    assert found.largest_step == pytest.approx(3.268 * step)
    outside = sum(not found.low - 1e-9 <= value <= found.high + 1e-9 for value in values)
    marked = sum(
        bool({WaveSignal.BELOW, WaveSignal.ABOVE} & set(one.signals)) for one in found.signals
    )
    assert marked == outside


def test_words_name_the_baseline_and_the_newest_signal() -> None:
    words = limits_words(limits(*T22))

    assert words == (
        "July 2025 is one of three in four near the lower limit (usual range 4.4 to 5.6, first 7 "
        "waves, January 2024 to January 2025)."
    )
    assert limits_words(limits(*LEVEL[:5])).endswith("fewer than seven waves is a first guess.")
    assert limits_words(limits(*LEVEL)).startswith("No wave gives a signal (usual range 4.6 to 5.4")


def test_words_of_a_chosen_baseline_keep_the_reason_apart() -> None:
    found = wave_limits(points(*T22), usual=Stretch(START, on(11), "Everything so far"))

    assert found is not None
    assert baseline_words(found.baseline) == "fixed on 12 waves, January 2024 to November 2025"
    assert found.baseline.reason == "Everything so far"
    assert "Everything" not in limits_words(found)  # it may name people


def test_waves_of_very_different_sizes_are_told() -> None:
    swinging = [*points(*LEVEL), TrendPoint(on(9), 5.0, 40)]
    found = wave_limits(swinging)

    assert found is not None
    assert limits_words(found).endswith("number of answers: trust their intervals.")
    assert not limits(*LEVEL).swinging


def test_a_signal_names_every_rule_it_breaks() -> None:
    wave = SignalledWave(on(7), (WaveSignal.BELOW, WaveSignal.JUMP))

    assert told(limits(*T22))[8] == wave.signals
    assert too_few_for_baseline(5) == ""
    assert too_few_for_baseline(0).startswith("There is no wave")
