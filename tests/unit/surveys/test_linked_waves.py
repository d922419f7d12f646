"""The same people asked twice (T-16 to T-18, T-23, T-24), refereed by scipy and statsmodels."""

import statistics
from collections.abc import Sequence
from typing import Any

import pingouin
import pytest
import scipy.stats
import statsmodels.formula.api as smf
from hypothesis import given, settings
from hypothesis import strategies as st
from pandas import DataFrame  # type: ignore[import-untyped]  # comes with pingouin
from statsmodels.stats.contingency_tables import mcnemar

from workbench.surveys.overlap import overlapping_t, random_intercept
from workbench.surveys.paired import (
    crossings,
    effect_on_average_spread,
    mcnemar_p,
    paired_t,
    sign_flip_p,
    small_sample,
)

A = [4.14, 5.29, 5.71, 3.86, 6.00, 5.43, 4.71, 5.14, 6.29, 4.43, 5.57, 4.86]
B = [4.57, 5.43, 5.71, 4.43, 6.14, 5.29, 5.43, 5.57, 6.43, 4.29, 6.00, 5.14]
PAIRS = list(zip(A, B, strict=True))
CHANGES = [later - earlier for earlier, later in PAIRS]
NEWCOMERS = [5.00, 4.71, 5.86, 5.29, 4.86]
TEN_BY_FOUR = [
    (44, 43, 41, 40), (38, 39, 37, 36), (52, 50, 49, 47), (41, 42, 40, 41), (35, 34, 35, 33),
    (47, 45, 46, 43), (39, 38, 36, 37), (55, 54, 52, 51), (43, 41, 42, 40), (36, 37, 34, 35),
]  # fmt: skip
Person = list[tuple[float, float]]


def near(value: float, tolerance: float = 5e-5) -> Any:
    return pytest.approx(value, abs=tolerance)


def overlapping() -> list[Person]:
    """Twelve people at wave 0; eight of them and five others at wave 1."""
    people: list[Person] = [[(0, score)] for score in A]
    for person, later in zip(people[:8], B[:8], strict=True):
        person.append((1, later))
    return [*people, *([(1.0, score)] for score in NEWCOMERS)]


def referee(people: Sequence[Person]) -> Any:
    rows = [(who, *point) for who, person in enumerate(people) for point in person]
    table = DataFrame(rows, columns=["who", "time", "score"])
    return smf.mixedlm("score ~ time", table, groups=table["who"]).fit(reml=True)


def test_t16_paired() -> None:
    found = paired_t(PAIRS)
    pair = scipy.stats.ttest_rel(B, A)
    interval = pair.confidence_interval()
    assert found.value == near(0.25)
    assert (found.p, found.low, found.high) == (near(0.0090), near(0.0761), near(0.4239))
    assert (found.p, found.low, found.high) == pytest.approx(
        (pair.pvalue, interval.low, interval.high)
    )
    assert found.value / found.error == near(3.1634)


def test_t16_effects() -> None:
    sds = (scipy.stats.tstd(A), scipy.stats.tstd(B))
    d_av = pingouin.compute_effsize(B, A, paired=True, eftype="cohen")
    assert d_av == near(0.3519)
    assert effect_on_average_spread(0.25, sds, 12) == near(0.3273)
    assert effect_on_average_spread(0.25, sds, 12) == near(d_av * small_sample(11))
    assert effect_on_average_spread(0.0, (0.0, 0.0), 12) is None


def test_t16_sign_flip() -> None:
    exact = scipy.stats.permutation_test(
        (CHANGES,),
        lambda values, axis: values.mean(axis=axis),
        permutation_type="samples",
        n_resamples=5000,  # more than the 4,096 ways there are
        vectorized=True,
    )
    assert sign_flip_p(CHANGES) == near(0.016602)
    assert sign_flip_p(CHANGES) == pytest.approx(exact.pvalue)


def test_signs_that_cannot_all_be_turned_are_not_guessed() -> None:
    uneven = [1.0 + 0.7**place / 3 for place in range(40)]
    assert sign_flip_p(uneven) is None
    assert sign_flip_p([1 / 7] * 400) == near(0)


def test_t17_crossing_a_cut() -> None:
    pairs = [(1.0, 1.0)] * 10 + [(1.0, 9.0)] + [(9.0, 1.0)] * 6 + [(9.0, 9.0)] * 3
    up, down = crossings(pairs, 6)
    assert (up, down) == (1, 6)
    assert mcnemar_p(up, down) == near(0.125)
    assert mcnemar_p(up, down) == pytest.approx(mcnemar([[10, 1], [6, 3]], exact=True).pvalue)
    assert mcnemar_p(0, 0) == 1


def test_t18_partly_the_same_people() -> None:
    found = random_intercept(overlapping())
    assert found is not None
    change = found.change
    assert (change.value, change.error) == (near(0.2614), near(0.1027))
    assert (change.low, change.high) == (near(0.0601), near(0.4626))
    assert (change.p, found.intercept) == (near(0.0109), near(5.0552))
    model = referee(overlapping())
    assert change.value == near(model.params["time"], 1e-5)
    assert change.error == near(model.bse["time"], 1e-4)


def test_t18_derrick() -> None:
    pairs = PAIRS[:8]
    alike = overlapping_t(pairs, A[8:], NEWCOMERS, alike_spread=True)
    apart = overlapping_t(pairs, A[8:], NEWCOMERS)
    assert (alike.value / alike.error, alike.p) == (near(0.8307), near(0.4214))
    assert (apart.value / apart.error, apart.p) == (near(0.7758), near(0.4536))
    assert (apart.low, apart.high) == (near(-0.2441), near(0.5119))


def test_t23_and_t24_four_waves_of_ten_people() -> None:
    people: list[Person] = [[(w, float(y)) for w, y in enumerate(row)] for row in TEN_BY_FOUR]
    found = random_intercept(people)
    assert found is not None
    assert (found.slope, found.slope_error) == (near(-0.92), near(0.1291))
    assert (found.change.low, found.change.high) == (near(-1.1731), near(-0.6669))
    assert (found.intercept, found.intercept_error) == (near(43.08), near(1.9274))
    assert found.within == near(0.8338)
    assert found.between == near(36.5661, 1e-3)
    assert found.likeness == near(0.9777)
    means = [statistics.fmean(row) for row in TEN_BY_FOUR]  # balanced, so there is a closed form
    assert found.between == near(statistics.variance(means) - found.within / 4, 1e-4)
    model = referee(people)
    assert found.between == near(float(model.cov_re.iloc[0, 0]), 2e-2)


def test_t23_with_four_answers_gone() -> None:
    rows = [
        (who, (float(wave), float(y)))
        for who, row in enumerate(TEN_BY_FOUR)
        for wave, y in enumerate(row)
    ]
    kept = [row for place, row in enumerate(rows, 1) if place not in (4, 12, 19, 31)]
    people = [[point for who, point in kept if who == person] for person in range(10)]
    found = random_intercept(people)
    assert found is not None
    assert (found.slope, found.slope_error) == (near(-0.8523), near(0.1340))


def test_t42_nobody_changed_or_all_by_one() -> None:
    same = paired_t([(score, score) for score in A])
    assert (same.value, same.low, same.high, same.p) == (0, None, None, None)
    up = paired_t([(score, score + 1) for score in A])
    assert (up.value, up.p) == (near(1), None)
    assert sign_flip_p([0.0] * 8) == 1
    assert random_intercept([[(0, score), (1, score + 1)] for score in A]) is None


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(st.integers(1, 7), st.integers(1, 7)), min_size=2, max_size=10))
def test_turning_time_round_turns_the_change_round(pairs: list[tuple[float, float]]) -> None:
    there, back = paired_t(pairs), paired_t([(later, earlier) for earlier, later in pairs])
    assert there.value == pytest.approx(-back.value)
    assert there.p == pytest.approx(back.p)
    changes = [later - earlier for earlier, later in pairs]
    exact, other = sign_flip_p(changes), sign_flip_p([-change for change in changes])
    assert exact == other
    assert exact is not None
    assert 0 < exact <= 1
