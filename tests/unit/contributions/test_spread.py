import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.contributions.concentration import concentration
from workbench.contributions.spread import chance_gini, corrected_gini, gini, spread

FIFTEEN = [0, 0, 0, 1, 1, 1, 2, 2, 3, 4, 6, 8, 12, 20, 40]


@pytest.mark.parametrize(
    ("counts", "value"),
    [
        (FIFTEEN, 0.68),
        (FIFTEEN[3:], 0.6),
        ([1, 1, 1, 1], 0.0),
        ([0, 0, 0, 1], 0.75),
        ([1, 2, 3, 4, 5], 0.2667),
    ],
)
def test_worked_examples_of_gini(counts: list[int], value: float) -> None:
    assert gini(counts) == pytest.approx(value, abs=5e-5)


@pytest.mark.parametrize(
    ("counts", "value"), [(FIFTEEN, 0.7286), ([0, 0, 0, 1], 1.0), ([1, 1, 1, 1], 0.0)]
)
def test_worked_examples_corrected_for_the_size(counts: list[int], value: float) -> None:
    assert corrected_gini(counts) == pytest.approx(value, abs=5e-5)


def test_all_figures_of_the_fifteen() -> None:
    found = spread(FIFTEEN)
    assert found.gini == pytest.approx(0.68, abs=5e-5)
    assert found.corrected == pytest.approx(0.7286, abs=5e-5)
    assert found.gini_givers == pytest.approx(0.6, abs=5e-5)
    assert 1 - found.gave / found.people == pytest.approx(0.2)
    shares = concentration(FIFTEEN)
    assert shares is not None
    assert [shares.top(n) for n in (1, 2, 3)] == pytest.approx([0.40, 0.60, 0.72])
    assert shares.hhi == pytest.approx(0.2280, abs=5e-5)
    assert shares.like == pytest.approx(4.3860, abs=5e-5)
    assert shares.evenness == pytest.approx(0.6803, abs=5e-5)
    assert concentration([0, 0]) is None
    assert corrected_gini([3]) is None


@given(st.lists(st.integers(0, 50), min_size=1, max_size=40))
def test_as_many_as_gave_alike_lies_between_one_and_all_who_gave(counts: list[int]) -> None:
    found = concentration(counts)
    if found is None:
        assert not sum(counts)
    else:
        assert 1 - 1e-9 <= found.like <= sum(count > 0 for count in counts) + 1e-9
        assert found.top(len(counts)) == pytest.approx(1)
        assert 0 <= found.evenness <= 1 + 1e-9


def test_nothing_given_has_no_gini() -> None:
    assert gini([0, 0]) is None
    assert gini([]) is None
    assert spread([]).sentences == ("No contributions yet.",)
    assert spread([0, 0, 0]).sentences == ("No contributions yet.",)


@pytest.mark.parametrize(("mean", "value"), [(1, 0.5), (3, 0.3), (10, 0.17)])
def test_worked_examples_of_chance(mean: float, value: float) -> None:
    assert chance_gini(15, mean) == pytest.approx(value, abs=0.01)


def test_a_large_community_does_not_take_long_or_forever() -> None:
    assert 0 < chance_gini(5_000, 2) < 1
    assert chance_gini(3, 1e-9) == 0.0


def test_the_words() -> None:
    found = spread(FIFTEEN)

    assert (found.people, found.gave, found.half_from) == (15, 12, 2)
    assert found.sentences[:2] == ("12 of 15 gave something.", "Half of it came from 2 people.")
    assert found.sentences[2].startswith("Evenness over all kinds (Gini, 0 is even): 0.68; ")


@given(st.lists(st.integers(0, 50), min_size=1, max_size=40))
def test_gini_lies_between_even_and_one_giver(counts: list[int]) -> None:
    value = gini(counts)

    if value is None:
        assert not sum(counts)
    else:
        assert -1e-9 <= value <= (len(counts) - 1) / len(counts) + 1e-9
        assert gini([count * 3 for count in counts]) == pytest.approx(value)
