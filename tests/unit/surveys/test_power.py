"""What a wave can find (T-20), refereed by statsmodels."""

from math import inf

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from statsmodels.stats.power import TTestIndPower, TTestPower

from workbench.surveys.power import found_sentence, smallest_found


@pytest.mark.parametrize(
    ("n", "linked", "apart"),
    [(8, 1.1560, 1.5066), (12, 0.8887, 1.1968), (20, 0.6604, 0.9091), (30, 0.5292, 0.7356)],
)
def test_t_20(n: int, linked: float, apart: float) -> None:
    """The worked example, linked and not."""
    assert smallest_found(n, 1, linked=True) == pytest.approx(linked, abs=5e-5)
    assert smallest_found(n, 1) == pytest.approx(apart, abs=5e-5)


@pytest.mark.parametrize("n", [3, 5, 17, 48, 400])
def test_statsmodels_agrees(n: int) -> None:
    """Other sizes come out as statsmodels has them, scaled by the SD."""
    pair = TTestPower().solve_power(nobs=n, alpha=0.05, power=0.8)
    apart = TTestIndPower().solve_power(nobs1=n, alpha=0.05, power=0.8)
    assert smallest_found(n, 2.5, linked=True) == pytest.approx(2.5 * pair, rel=1e-5)
    assert smallest_found(n, 2.5) == pytest.approx(2.5 * apart, rel=1e-5)


@settings(max_examples=25, deadline=None)
@given(st.integers(2, 5000))
def test_more_answers_find_less(n: int) -> None:
    """One more answer always finds a smaller change."""
    assert 0 < smallest_found(n + 1, 1) < smallest_found(n, 1) < inf
    assert 0 < smallest_found(n + 1, 1, linked=True) < smallest_found(n, 1, linked=True) < inf


@pytest.mark.parametrize("n", [0, 1])
def test_one_answer_finds_nothing(n: int) -> None:
    """No number is made up where nothing can be found."""
    assert smallest_found(n, 1) == inf
    assert "cannot find" in found_sentence(n, 1)


def test_the_sentence() -> None:
    """The sentence of the design's voice."""
    said = found_sentence(34, 0.58)
    assert said == "With 34 answers you would see a change of 0.4 or more 4 times in 5."
