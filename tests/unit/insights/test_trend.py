from datetime import date, timedelta
from statistics import NormalDist

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.insights.trend import Trend, TrendPoint, mann_kendall, theil_sen, trend_of

EIGHT = [4.6, 4.7, 4.5, 4.9, 5.0, 4.9, 5.2, 5.3]


def points(*means: float, n: int = 30) -> list[TrendPoint]:
    start = date(2025, 1, 31)
    return [
        TrendPoint(start + timedelta(days=90 * index), mean, n) for index, mean in enumerate(means)
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
