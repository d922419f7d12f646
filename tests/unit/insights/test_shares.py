import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.insights.shares import Share, ShareChange, share_change


def test_t15_newcombe() -> None:
    change = share_change(Share(4, 12), Share(9, 15))

    assert change is not None
    assert change.difference == pytest.approx(0.2667, abs=5e-5)
    assert (change.ci_low, change.ci_high) == pytest.approx((-0.1008, 0.5474), abs=5e-5)


def test_the_sentence_of_the_picture() -> None:
    change = share_change(Share(12, 25), Share(24, 34))

    assert change is not None
    assert change.sentence() == "Up 23 points, 95% CI −2 to +45: this could be chance."


def test_other_sentences() -> None:
    up = share_change(Share(5, 50), Share(40, 50))
    same = share_change(Share(10, 20), Share(10, 20))
    assert up is not None
    assert same is not None
    assert up.sentence().endswith(": likely a real change.")
    assert "+" not in up.sentence()
    assert same.sentence().startswith("The same share, 95% CI −")


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (0.003, 0.41, "Up 20 points, 95% CI just above 0 to 41: likely a real change."),
        (-0.003, 0.41, "Up 20 points, 95% CI just below 0 to +41: this could be chance."),
        (-0.3, 0.004, "Down 20 points, 95% CI −30 to just above 0: this could be chance."),
        (0.0, 0.41, "Up 20 points, 95% CI 0 to 41: this could be chance."),
    ],
)
def test_rounding_never_hides_on_which_side_of_zero_an_end_lies(
    low: float, high: float, said: str
) -> None:
    assert ShareChange(0.2 if high > 0.01 else -0.2, low, high).sentence() == said


def test_no_answers_give_no_interval() -> None:
    assert Share(0, 0).value is None
    assert share_change(Share(0, 0), Share(1, 2)) is None
    assert share_change(Share(1, 2), Share(0, 0)) is None


@pytest.mark.parametrize(("part", "whole"), [(-1, 3), (4, 3)])
def test_a_part_cannot_exceed_the_whole(part: int, whole: int) -> None:
    with pytest.raises(ValueError, match="share"):
        Share(part, whole)


@st.composite
def shares(draw: st.DrawFn) -> Share:
    whole = draw(st.integers(1, 80))
    return Share(draw(st.integers(0, whole)), whole)


@settings(max_examples=60, deadline=None)  # statsmodels takes a second to import
@given(shares(), shares())
def test_agrees_with_statsmodels_and_stays_inside(earlier: Share, later: Share) -> None:
    from statsmodels.stats.proportion import confint_proportions_2indep

    change = share_change(earlier, later)
    assert change is not None
    assert -1 <= change.ci_low <= change.difference <= change.ci_high <= 1
    referee = confint_proportions_2indep(
        later.part, later.whole, earlier.part, earlier.whole, method="newcomb", compare="diff"
    )
    assert (change.ci_low, change.ci_high) == pytest.approx(referee, abs=1e-9)
