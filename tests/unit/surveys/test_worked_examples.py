"""The worked examples T-01 to T-13, T-25 and T-41 of the survey science, and two referees."""

from typing import Any

import numpy as np
import pingouin
import pytest
import scipy.stats
from pandas import DataFrame  # type: ignore[import-untyped]  # comes with pingouin
from statsmodels.stats.proportion import proportion_confint

from workbench.surveys.instruments import load_instrument
from workbench.surveys.intervals import (
    bootstrap_interval,
    community_interval,
    share_interval,
    t_interval,
)
from workbench.surveys.omega import loadings, omega
from workbench.surveys.reliability import consistency, noise
from workbench.surveys.scoring import (
    band_of,
    item_scores,
    percent_of_maximum,
    score,
    straight_lined,
    subscale_score,
    turned,
)

A = [4.14, 5.29, 5.71, 3.86, 6.00, 5.43, 4.71, 5.14, 6.29, 4.43, 5.57, 4.86]
TWELVE = [
    (2, 6, 3, 5, 2, 5, 6), (4, 5, 2, 3, 3, 6, 5), (1, 6, 2, 6, 1, 4, 7), (4, 5, 3, 4, 5, 5, 4),
    (3, 4, 4, 5, 2, 5, 6), (2, 6, 1, 4, 4, 6, 5), (5, 3, 4, 4, 3, 5, 4), (2, 7, 2, 5, 1, 3, 6),
    (3, 5, 5, 4, 4, 4, 5), (2, 5, 3, 6, 3, 7, 6), (6, 4, 3, 3, 4, 4, 5), (1, 6, 2, 5, 2, 6, 7),
]  # fmt: skip


def near(value: float, tolerance: float = 5e-5) -> Any:
    return pytest.approx(value, abs=tolerance)


def near_all(values: list[float]) -> Any:
    return pytest.approx(values, abs=5e-5)


def test_t01_edmondson_turned_round_mean_and_percent_of_maximum() -> None:
    seven = load_instrument("edmondson-7-accurate7")
    raw = (2, 6, 3, 5, 2, 5, 6)
    assert turned(seven, raw) == (6, 6, 5, 5, 6, 5, 6)
    mean = score(seven, raw) or 0
    assert mean == near(5.5714)
    assert percent_of_maximum(seven, mean) == near(76.1905)
    assert percent_of_maximum(load_instrument("edmondson-7-agree5"), 4.2) == near(80)


@pytest.mark.parametrize(("tick", "total"), [(1, 47), (2, 49), (3, 51), (4, 53)])
def test_t02_straight_lines_look_averagely_lonely_and_are_seen(tick: int, total: int) -> None:
    ucla = load_instrument("ucla-20-v3")
    assert score(ucla, (tick,) * 20) == total
    assert straight_lined(ucla, (tick,) * 20)


def test_t03_ucla_20() -> None:
    ucla = load_instrument("ucla-20-v3")
    raw = (2, 3, 2, 3, 3, 2, 1, 2, 3, 3, 2, 2, 3, 2, 3, 3, 2, 2, 3, 4)
    assert score(ucla, raw) == 43
    assert not straight_lined(ucla, raw)


def test_t04_uls_8() -> None:
    assert score(load_instrument("uls-8"), (2, 1, 3, 2, 2, 3, 1, 2)) == 14


def test_t05_ucla_3_and_its_missing_rule() -> None:
    ucla = load_instrument("ucla-3")
    assert score(ucla, (1, 2, 2)) == 5
    assert band_of(ucla, 5) == ucla.bands[0]
    assert band_of(ucla, 6) == ucla.bands[1]
    assert score(ucla, (3, None, 3)) is None


def test_t06_de_jong_gierveld_11() -> None:
    scale = load_instrument("djg-11")
    raw = (3, 2, 1, 3, 1, 2, 2, 3, 1, 1, 3)
    assert subscale_score(scale, raw, "emotional") == 2
    assert subscale_score(scale, raw, "social") == 1
    assert score(scale, raw) == 3
    assert [score(scale, (code,) * 11) for code in (3, 2, 1)] == [6, 11, 5]


def test_t07_de_jong_gierveld_6_in_asked_order() -> None:
    scale = load_instrument("djg-6")
    raw = (2, 3, 2, 1, 3, 1)
    assert subscale_score(scale, raw, "emotional") == 1
    assert subscale_score(scale, raw, "social") == 1
    assert score(scale, raw) == 2
    assert band_of(scale, 2) == scale.bands[1]


def test_t08_campaign_to_end_loneliness() -> None:
    tool = load_instrument("cel-3")
    codes = {anchor.label: anchor.code for anchor in tool.anchors}
    agree, neutral = codes["agree"], codes["neither agree nor disagree"]
    assert score(tool, (agree, agree, neutral)) == 4


def test_t09_t_and_bootstrap_interval() -> None:
    assert np.mean(A) == near(5.1192)
    assert np.std(A, ddof=1) == near(0.7434)
    assert t_interval(A) == (near(4.6468), near(5.5915))
    assert bootstrap_interval(A, seed=20240101) == (near(4.7017, 0.02), near(5.5017, 0.02))
    assert bootstrap_interval(A, seed=7, resamples=20000) == (
        near(4.7025, 0.02),
        near(5.5117, 0.02),
    )


def test_t10_ucla_3_sums() -> None:
    sums = [3, 3, 4, 3, 5, 6, 3, 4, 7, 9, 4, 6]
    assert t_interval(sums) == (near(3.5346), near(5.9654))
    assert bootstrap_interval(sums) == (near(3.8333, 0.02), near(6.0, 0.02))


def test_t11_floor_case() -> None:
    assert t_interval([3, 3, 3, 3, 3, 4, 3, 9]) == (near(2.1192), near(5.6308))


def test_t12_finite_community() -> None:
    assert community_interval(A, 30) == (near(4.7470), near(5.4913))
    assert community_interval(A, 12) == (near(5.1192), near(5.1192))
    assert community_interval(A, 11) is None


@pytest.mark.parametrize(
    ("count", "of", "low", "high"),
    [(4, 12, 0.1381, 0.6094), (0, 12, 0, 0.2425), (12, 12, 0.7575, 1), (9, 15, 0.3575, 0.8018)],
)
def test_t13_wilson(count: int, of: int, low: float, high: float) -> None:
    assert share_interval(count, of) == (near(low), near(high))
    assert share_interval(count, of) == pytest.approx(
        proportion_confint(count, of, method="wilson"), abs=1e-12
    )


def test_t25_alpha_item_rest_and_alpha_without() -> None:
    seven = load_instrument("edmondson-7-agree7")
    rows = [item_scores(seven, raw) for raw in TWELVE]
    means = [score(seven, raw) or 0 for raw in TWELVE]
    expected = (
        5.5714,
        4.8571,
        6.1429,
        4.2857,
        5,
        5.4286,
        4,
        5.7143,
        4.2857,
        5.7143,
        3.8571,
        6.1429,
    )
    assert means == [near(value) for value in expected]
    assert np.mean(means) == near(5.0833)
    assert np.std(means, ddof=1) == near(0.8206)
    found = consistency(rows)
    assert found.alpha == near(0.8197)
    assert found.interval == (near(0.6044), near(0.9398))
    assert list(found.item_rest) == [
        near(value) for value in (0.8818, 0.6626, 0.4452, 0.6795, 0.5704, 0.0143, 0.8058)
    ]
    assert list(found.alpha_without) == [
        near(value) for value in (0.7259, 0.7794, 0.8139, 0.7800, 0.7943, 0.8751, 0.7610)
    ]
    assert consistency(TWELVE).alpha == near(-3.6296)


def test_t41_a_skipped_item_leaves_the_sheet_out() -> None:
    found = consistency([(1, 2, 3), (2, 3, 4), (3, None, 5), (4, 4, 4)])
    assert found.alpha == near(0.8889)
    assert found.sheets == 3


@pytest.mark.parametrize("seed", range(6))
def test_pingouin_agrees_on_alpha_and_its_interval(seed: int) -> None:
    draw = np.random.default_rng(seed)
    rows = draw.integers(1, 8, size=(draw.integers(5, 60), draw.integers(3, 12))) + draw.integers(
        0, 4, size=(1, 1)
    )
    value, interval = pingouin.cronbach_alpha(DataFrame(rows), nan_policy="listwise")
    found = consistency(rows.tolist())
    assert found.alpha == pytest.approx(value, abs=1e-9)
    assert found.interval == pytest.approx(tuple(interval), abs=1e-3)


@pytest.mark.parametrize("seed", range(6))
def test_scipy_agrees_on_t_and_bootstrap(seed: int) -> None:
    draw = np.random.default_rng(seed)
    values = draw.gamma(2, size=int(draw.integers(12, 40)))
    expected = scipy.stats.t.interval(0.95, len(values) - 1, values.mean(), scipy.stats.sem(values))
    assert t_interval(values.tolist()) == pytest.approx(expected, abs=1e-9)
    referee = scipy.stats.bootstrap(
        (values,), np.mean, method="BCa", n_resamples=9999, rng=np.random.default_rng(seed)
    ).confidence_interval
    expected = (referee.low, referee.high)
    assert bootstrap_interval(values.tolist()) == pytest.approx(expected, rel=0.03)


def test_t26_omega_from_one_factor() -> None:
    seven = load_instrument("edmondson-7-accurate7")
    rows = [[float(one or 0) for one in item_scores(seven, raw)] for raw in TWELVE]
    found = loadings(rows)
    assert found == near_all([0.9447, 0.7153, 0.4127, 0.7513, 0.7307, 0.0019, 0.9006])
    assert omega(rows) == near(0.8496)
    alike = np.corrcoef(np.array(rows), rowvar=False)
    between = (alike.sum() - 7) / 42
    assert 7 * between / (1 + 6 * between) == near(0.8189)  # standardised alpha, as a check


def test_omega_is_not_made_up() -> None:
    assert omega([[1, 2]] * 10) is None
    assert omega([[1, 2, 3], [2, 2, 4], [3, 2, 1], [4, 2, 2], [5, 2, 3]]) is None
    assert omega([]) is None


@pytest.mark.parametrize(
    ("sd", "reliability", "found"),
    [
        (9.7152, 0.9172, (2.7955, 3.9535, 7.7489, 2.2369)),
        (9.7152, 0.73, (5.0482, 7.1392, 13.9928, 4.0394)),
        (0.7434, 0.82, (0.3154, 0.4460, 0.8742, 0.2524)),
        (1.8142, 0.72, (0.9600, 1.3576, 2.6609, 0.7681)),
    ],
)
def test_t19_what_measuring_alone_gives(
    sd: float, reliability: float, found: tuple[float, ...]
) -> None:
    told = noise(sd, reliability, 12)
    shown = (told.error, told.difference, told.change, told.group)
    assert shown == pytest.approx(found, abs=5e-5)
