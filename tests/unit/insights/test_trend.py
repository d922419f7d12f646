from datetime import date, timedelta
from statistics import NormalDist

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.insights.trend import Trend, TrendPoint, mann_kendall, theil_sen, trend_of
from workbench.insights.trend_words import trend_words

EIGHT = [4.6, 4.7, 4.5, 4.9, 5.0, 4.9, 5.2, 5.3]


START = date(2025, 1, 31)


def points(*means: float, n: int = 30, apart: int = 90) -> list[TrendPoint]:
    return [
        TrendPoint(START + timedelta(days=apart * at), mean, n) for at, mean in enumerate(means)
    ]


def trend(*means: float) -> Trend:
    found = trend_of(points(*means)).trend
    assert found is not None
    return found


def test_t21_eight_waves() -> None:
    slope, kendall = theil_sen([float(step) for step in range(8)], EIGHT), mann_kendall(EIGHT)

    assert (kendall.s, kendall.tau) == (21, 0.75)
    assert kendall.p == pytest.approx(0.0126, abs=5e-5)
    assert not kendall.exact
    assert (slope.value, slope.low, slope.high) == pytest.approx((0.1, 0.06, 0.16))
    assert slope.intercept == pytest.approx(4.55)
    z = NormalDist().inv_cdf(1 - kendall.p / 2)
    assert z == pytest.approx(2.4935, abs=5e-5)
    assert ((kendall.s - 1) / z) ** 2 == pytest.approx(64.3333, abs=5e-4)
    from scipy.stats import kendalltau

    assert kendalltau(range(8), EIGHT).statistic == pytest.approx(0.7638, abs=5e-5)


@pytest.mark.parametrize("values", [[4, 5, 5, 5, 6, 4, 7, 7], [3, 3, 3, 2, 2, 5, 5, 5, 4]])
def test_ties_take_from_the_variance(values: list[float]) -> None:
    """By the published formula: n(n-1)(2n+5) less t(t-1)(2t+5) for each tie, over 18."""
    n, ties = len(values), [values.count(one) for one in set(values)]
    whole = n * (n - 1) * (2 * n + 5) - sum(t * (t - 1) * (2 * t + 5) for t in ties)
    found = mann_kendall(values)
    z = (abs(found.s) - 1) / (whole / 18) ** 0.5
    assert found.p == pytest.approx(2 * (1 - NormalDist().cdf(z)))


def test_small_numbers_of_waves_are_tested_exactly() -> None:
    assert mann_kendall([1, 2, 3, 4, 5]).p == pytest.approx(0.0167, abs=5e-5)
    assert mann_kendall([1, 2, 3, 4]).p == pytest.approx(0.0833, abs=5e-5)
    assert mann_kendall([1, 2, 3, 4, 5]).exact


@pytest.mark.parametrize("values", [[1, 3, 2, 5, 4, 6, 7], [2, 1, 4, 3, 5], [3, 2, 1, 4, 6, 5]])
def test_exact_p_is_scipys(values: list[float]) -> None:
    from scipy.stats import kendalltau

    referee = kendalltau(range(len(values)), values, method="exact")

    assert mann_kendall(values).p == pytest.approx(float(referee.pvalue))


@settings(max_examples=40, deadline=None)
@given(st.lists(st.floats(1, 7).map(lambda value: round(value, 1)), min_size=5, max_size=12))
def test_slope_and_interval_are_scipys(means: list[float]) -> None:
    from scipy.stats import theilslopes

    x = [float(step) for step in range(len(means))]
    slope, referee = theil_sen(x, means), theilslopes(means, x)

    assert (slope.value, slope.low, slope.high) == pytest.approx(
        (referee.slope, referee.low_slope, referee.high_slope), abs=1e-9
    )


def test_a_clear_rise_says_so() -> None:
    assert trend(4.0, 4.3, 4.5, 4.9, 5.1, 5.4).sentence.startswith(
        "Rising over 6 waves, about 1.1 a year, 95% CI "
    )


def test_no_direction_claims_nothing() -> None:
    sentence = trend(4.6, 4.9, 4.5, 5.0, 4.6).sentence

    assert sentence.startswith("No clear direction over 5 waves, about ")
    assert sentence.endswith(": this could be chance.")


def test_a_constant_series_is_flat() -> None:
    found = trend(4.0, 4.0, 4.0, 4.0, 4.0)

    assert found.sentence == "Flat over 5 waves."
    assert (found.kendall.p, found.slope.value) == (1.0, 0.0)


def test_waves_out_of_order_are_put_in_order() -> None:
    rising = points(4.0, 4.3, 4.5, 4.9, 5.1)

    assert trend_of(rising[::-1]) == trend_of(rising)


@pytest.mark.parametrize(
    ("waves", "reason"),
    [
        ([], "A trend needs two waves, and a trend test five."),
        (points(4.0), "A trend needs two waves, and a trend test five."),
        (points(4.0, 4.5, 5, 5.5), "4 waves: too few for a trend test, which needs 5."),
        (
            points(4, 4, 4, 4, 4, n=7),
            "0 waves with 8 or more answers: too few for a trend test, which needs 5.",
        ),
        (
            points(4, 4, 4, 4, 4)[:4] + points(5),
            "Two waves closed on the same day, so no trend is worked out.",
        ),
    ],
)
def test_no_trend_gives_its_reason(waves: list[TrendPoint], reason: str) -> None:
    reading = trend_of(waves)

    assert reading.trend is None
    assert reading.reason == reason


UNEVEN = st.lists(
    st.tuples(st.integers(0, 2000), st.integers(10, 70), st.integers(5, 40)),
    min_size=5,
    max_size=12,
    unique_by=lambda wave: wave[0],
)


@settings(max_examples=60, deadline=None)
@given(UNEVEN)
def test_gaps_ties_and_small_waves_are_read_as_scipy_reads_them(
    waves: list[tuple[int, int, int]],
) -> None:
    """Waves at any distance, with ties; those of fewer than 8 answers are not there at all."""
    from scipy.stats import kendalltau, theilslopes

    found = trend_of([TrendPoint(START + timedelta(days=d), v / 10, n) for d, v, n in waves])
    used = sorted((day, value / 10) for day, value, n in waves if n >= 8)
    if len(used) < 5:
        assert found.trend is None
        return
    x, y = [(day - used[0][0]) / 365.25 for day, _ in used], [value for _, value in used]
    referee = theilslopes(y, x)
    assert found.trend is not None
    assert found.trend.waves == len(used)
    slope = found.trend.slope
    assert (slope.value, slope.low, slope.high, slope.intercept) == pytest.approx(
        (referee.slope, referee.low_slope, referee.high_slope, referee.intercept), abs=1e-7
    )
    if len(used) <= 7 and len(set(y)) == len(y):
        exact = kendalltau(x, y, method="exact").pvalue
        assert found.trend.kendall.p == pytest.approx(float(exact))


@settings(max_examples=40, deadline=None)
@given(UNEVEN, st.integers(-400, 2400))
def test_the_line_lies_in_its_band_on_every_day(
    waves: list[tuple[int, int, int]], after: int
) -> None:
    found = trend_of([TrendPoint(START + timedelta(days=d), v / 10, 9) for d, v, _ in waves]).trend

    assert found is not None
    low, middle, high = found.line_on(START + timedelta(days=after))
    assert low - 1e-9 <= middle <= high + 1e-9
    first = found.line_on(found.first_on)
    assert first[1] == pytest.approx(found.slope.intercept)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.floats(1, 7), max_size=4), st.integers(0, 6))
def test_four_waves_never_give_a_trend(means: list[float], hidden: int) -> None:
    assert trend_of(points(*means), closed=len(means) + hidden).trend is None


def test_means_that_differ_by_a_rounding_of_the_arithmetic_are_ties() -> None:
    found = trend(*(4.0 + at * 1e-13 for at in range(6)))

    assert found.sentence == "Flat over 6 waves."
    assert found.kendall.p == 1.0


@pytest.mark.parametrize(
    ("apart", "time"),
    [
        (2, "in 8 days"),
        (9, "in 5 weeks"),
        (60, "in 8 months"),
        (91, "in 12 months"),
        (92, "a year"),
    ],
)
def test_a_year_is_named_only_where_a_year_was_seen(apart: int, time: str) -> None:
    found = trend_of(points(4.0, 4.3, 4.5, 4.9, 5.1, apart=apart)).trend

    assert found is not None
    assert f" {time}, 95% CI " in found.sentence
    if "year" not in time:
        assert found.sentence.startswith("Rising over 5 waves, about 1.")  # what was seen, 1.1


def test_no_figure_reads_as_nothing_where_it_is_something() -> None:
    slow = trend_words(6, (0.03, 0.01, 0.04), 900, 0.01)

    assert slow == (
        "Rising over 6 waves, about 0.03 a year, 95% CI 0.01 to 0.04: likely a real trend."
    )
    assert "down 0.0" not in trend_words(6, (0.0, -0.4, 0.3), 900, 0.9)


def test_a_slope_of_nothing_is_level() -> None:
    assert trend_words(6, (0.001, -0.4, 0.3), 900, 0.9) == (
        "No clear direction over 6 waves, about level, 95% CI −0.4 to +0.3 a year: "
        "this could be chance."
    )


def test_an_interval_without_the_rank_test_is_not_enough() -> None:
    words = trend_words(8, (0.3, 0.1, 0.5), 900, 0.08)

    assert words == (
        "No clear direction over 8 waves, about up 0.3 a year, 95% CI 0.1 to 0.5, but the waves "
        "do not go one way evenly enough: this could be chance."
    )


def test_waves_that_could_not_be_used_are_told() -> None:
    told = trend_of(points(4.0, 4.3, 4.5, 4.9, 5.1), closed=7)
    few = trend_of(points(4.0, 4.3, 4.5, 4.9), closed=6)

    assert told.trend is not None
    assert told.trend.sentence.endswith("likely a real trend. 2 more waves could not be used.")
    assert few.reason == "4 of 6 waves can be used: too few for a trend test, which needs 5."
