"""What the silent ones could change (T-30)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.insights.silent_ones import mean_bounds, mean_if_silent_differ, share_bounds


def test_t30_worst_cases() -> None:
    assert share_bounds(6, 18, 30) == pytest.approx((0.2, 0.6))
    assert mean_bounds(5.2, 18, 30, (1, 7)) == pytest.approx((3.52, 5.92))


@pytest.mark.parametrize(("by", "mean"), [(-1, 4.8), (-0.5, 5.0), (0.5, 5.4)])
def test_t30_guesses_about_the_silent_ones(by: float, mean: float) -> None:
    assert mean_if_silent_differ(5.2, 18, 30, by) == pytest.approx(mean)


@given(st.integers(1, 50), st.integers(0, 50), st.floats(1, 7))
def test_the_mean_lies_within_its_worst_cases(n: int, silent: int, mean: float) -> None:
    low, high = mean_bounds(mean, n, n + silent, (1, 7))
    assert low <= mean + 1e-9
    assert mean - 1e-9 <= high
    assert mean_bounds(mean, n, n, (1, 7)) == pytest.approx((mean, mean))
    assert share_bounds(n, n, n - 1) == (1, 1)
