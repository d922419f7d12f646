from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.random import default_rng
from pingouin import compute_effsize
from scipy.stats import t, ttest_ind

from workbench.insights.change import (
    Change,
    Comparison,
    Method,
    Obstacle,
    WaveFigures,
    change_between,
)
from workbench.surveys.linked_change import LinkedChange

# Survey science section 3: waves A and B of twelve people.
A = WaveFigures("March", 12, 5.119166666666667, 0.7433995267577454, 1, 7)
B = WaveFigures("June", 12, 5.369166666666667, 0.6759, 1, 7)


def raw(values: list[float], label: str) -> WaveFigures:
    from statistics import fmean, stdev

    return WaveFigures(label, len(values), fmean(values), stdev(values), 1, 7)


WAVE_A = [4.14, 5.29, 5.71, 3.86, 6.00, 5.43, 4.71, 5.14, 6.29, 4.43, 5.57, 4.86]
WAVE_B = [4.57, 5.43, 5.71, 4.43, 6.14, 5.29, 5.43, 5.57, 6.43, 4.29, 6.00, 5.14]


def compared(change: Change) -> Comparison:
    assert change.comparison is not None
    return change.comparison


def test_t14_two_unlinked_waves() -> None:
    found = compared(change_between(raw(WAVE_A, "A"), raw(WAVE_B, "B")))

    assert found.difference == pytest.approx(0.25, abs=5e-5)
    assert found.p == pytest.approx(0.3981, abs=5e-5)
    assert found.ci_low == pytest.approx(-0.3518, abs=5e-5)
    assert found.ci_high == pytest.approx(0.8518, abs=5e-5)
    assert found.effect == pytest.approx(0.3398, abs=5e-5)
    df, error = 21.8037, (found.ci_high - found.difference) / t.ppf(0.975, 21.8037)
    assert found.difference / error == pytest.approx(0.8619, abs=5e-5)
    assert ttest_ind(WAVE_B, WAVE_A, equal_var=False).df == pytest.approx(df, abs=5e-5)
    assert found.effect == pytest.approx(compute_effsize(WAVE_B, WAVE_A, eftype="hedges"))


@pytest.mark.parametrize("seed", range(6))
def test_pingouin_and_scipy_agree_on_waves_of_two_sizes(seed: int) -> None:
    draw = default_rng(seed)
    first, second = (
        draw.integers(1, 8, int(draw.integers(10, 60))).astype(float).tolist() for _ in range(2)
    )
    found = compared(change_between(raw(first, "A"), raw(second, "B")))
    referee = ttest_ind(second, first, equal_var=False)
    assert found.p == pytest.approx(float(referee.pvalue))
    assert found.effect == pytest.approx(compute_effsize(second, first, eftype="hedges"))


def test_summary_figures_give_what_scipy_gives_from_raw_answers() -> None:
    later = [*WAVE_B, 6.9, 1.2, 3.3]
    found = compared(change_between(raw(WAVE_A, "A"), raw(later, "B")))
    referee = ttest_ind(later, WAVE_A, equal_var=False)
    interval = referee.confidence_interval()

    assert found.p == pytest.approx(float(referee.pvalue))
    assert (found.ci_low, found.ci_high) == pytest.approx((interval.low, interval.high))


@pytest.mark.parametrize("n", [5, 9])
def test_five_to_nine_answers_are_shown_but_not_compared(n: int) -> None:
    change = change_between(replace(A, n=n), B)

    assert (change.method, change.obstacle) == (Method.NOT_COMPARED, Obstacle.FEW)
    assert change.comparison is None


def test_below_the_minimum_nothing_is_compared() -> None:
    assert change_between(replace(A, n=4), B).obstacle is Obstacle.HIDDEN
    assert change_between(A, replace(B, n=11, minimum_group=12)).obstacle is Obstacle.HIDDEN
    assert change_between(A, replace(B, mean=None, sd=None)).obstacle is Obstacle.HIDDEN


def test_another_version_or_scale_is_not_compared() -> None:
    assert change_between(A, replace(B, version="2")).obstacle is Obstacle.OTHER_QUESTIONS
    assert change_between(A, replace(B, highest=5)).obstacle is Obstacle.OTHER_QUESTIONS


@pytest.mark.parametrize("sd", [0.0, 1e-16])
def test_no_spread_gives_no_interval(sd: float) -> None:
    alike = WaveFigures("March", 12, 4.0, sd, 1, 7)

    change = change_between(alike, B)

    assert change.obstacle is Obstacle.NO_SPREAD
    assert change.comparison is None


def linked(
    method: Method, low: float, high: float, pairs: int, flipped: float | None = None
) -> LinkedChange:
    """Return a linked change with this interval; p is a little off 0.05 on the side it says."""
    p = 0.04 if low > 0 or high < 0 else 0.06
    return LinkedChange(
        method=method.value, difference=(low + high) / 2, ci_low=low, ci_high=high, p=p,
        effect=0.3, linked=pairs, left=5, new=5, flipped_p=flipped,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("low", "pairs", "held"),
    [
        (0.02, 8, False),  # 1.96 errors from 0 are too few for t with 7 degrees of freedom
        (0.3, 8, True),
        (0.02, 200, True),
        (-0.01, 8, True),  # no verdict, so there is nothing to take back
    ],
)
def test_a_model_of_few_pairs_gets_a_second_look(low: float, pairs: int, *, held: bool) -> None:
    found = change_between(A, B, linked(Method.RANDOM_INTERCEPT, low, 1.0, pairs))

    assert found.held is held
    assert compared(found).ci_low == low, "the interval itself is as frozen"
    assert compared(found).excludes_zero == (low > 0 and held)


@pytest.mark.parametrize(("flipped", "held"), [(0.03, True), (0.07, False), (None, True)])
def test_a_paired_change_is_held_against_the_exact_check(
    flipped: float | None, *, held: bool
) -> None:
    found = change_between(A, B, linked(Method.PAIRED, 0.01, 0.5, 12, flipped))

    assert found.held is held
    assert compared(found).excludes_zero is held


def test_t18_holds_by_t_as_well() -> None:
    later = linked(Method.RANDOM_INTERCEPT, 0.0601, 0.4626, 8)
    assert change_between(A, B, later).held


@pytest.mark.parametrize("side", ["earlier", "later", "told"])
def test_a_key_in_question_is_never_read_as_a_change(side: str) -> None:
    earlier = replace(A, in_question=side == "earlier")
    later = replace(B, in_question=side == "later")
    for people in (None, linked(Method.PAIRED, 0.3, 0.5, 12, 0.001)):
        found = change_between(earlier, later, people, in_question=side == "told")
        assert (found.method, found.obstacle) == (Method.NOT_COMPARED, Obstacle.KEY_IN_QUESTION)
        assert found.comparison is None
        assert found.linked is None
        assert found.held


def test_what_is_hidden_comes_before_a_key_in_question() -> None:
    hidden = replace(B, n=3, in_question=True)
    assert change_between(A, hidden, in_question=True).obstacle is Obstacle.HIDDEN


numbers = st.floats(1, 7)
spreads = st.floats(0.01, 3)
sizes = st.integers(10, 60)


@settings(max_examples=60, deadline=None)
@given(numbers, spreads, sizes, numbers, spreads, sizes)
def test_turning_the_waves_round_turns_the_change_round(
    mean_1: float, sd_1: float, n_1: int, mean_2: float, sd_2: float, n_2: int
) -> None:
    one, two = WaveFigures("1", n_1, mean_1, sd_1, 1, 7), WaveFigures("2", n_2, mean_2, sd_2, 1, 7)
    there, back = compared(change_between(one, two)), compared(change_between(two, one))

    assert there.difference == pytest.approx(-back.difference)
    assert there.ci_low == pytest.approx(-back.ci_high)
    assert there.p == pytest.approx(back.p)
    assert there.excludes_zero == back.excludes_zero
    assert there.excludes_zero == (there.p < 0.05)
