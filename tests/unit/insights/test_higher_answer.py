"""The chance that a later answer is higher: exact from counts, estimated, or left out."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import brunnermunzel, mannwhitneyu

from tests.unit.insights.shown_words import A, B, changed, wave
from workbench.insights.higher_answer import chance_of_higher, higher_answer
from workbench.insights.method_note import method_note

SCALE = range(3, 10)
scores = st.lists(st.integers(3, 9), min_size=2, max_size=30)


def counts(values: list[int]) -> tuple[tuple[int, int], ...]:
    found = Counter(values)
    return tuple((score, found[score]) for score in SCALE)


@given(scores, scores)
def test_scipy_counts_the_same_pairs(before: list[int], after: list[int]) -> None:
    pairs = len(before) * len(after)
    referee = mannwhitneyu(after, before).statistic / pairs
    assert chance_of_higher(counts(before), counts(after)) == pytest.approx(referee)


def test_t14_is_estimated_near_the_exact_chance() -> None:
    """Brunner-Munzel on the raw scores gives .5972 (survey science 3.2)."""
    assert brunnermunzel(A, B).pvalue == pytest.approx(0.4267, abs=5e-5)
    found = higher_answer(wave(A), wave(B))
    assert found is not None
    assert found.chance == pytest.approx(0.5972, abs=0.01)
    assert not found.exact


def test_frozen_counts_are_exact_where_normal_curves_are_far_off() -> None:
    before, after = [3] * 11 + [9], [4] * 12
    chance = chance_of_higher(counts(before), counts(after))
    assert chance == pytest.approx(11 / 12)
    first, second = wave([3.0] * 11 + [7.0]), wave([3.5] * 11 + [4.5], "Autumn")
    known = higher_answer(
        replace(first, counts=counts(before)), replace(second, counts=counts(after))
    )
    assert known is not None
    assert (known.chance, known.exact) == (chance, True)


@pytest.mark.parametrize("end", [1.0, 7.0])
def test_near_an_end_of_the_scale_nothing_is_estimated(end: float) -> None:
    crowded = wave([end] * 8 + [4.0] * 4)
    assert higher_answer(crowded, wave(B)) is None
    assert higher_answer(wave(A), crowded) is None
    assert "times in 100" not in method_note(changed([end] * 8 + [4.0] * 4, B))


def test_one_wave_with_counts_is_not_enough() -> None:
    assert chance_of_higher((), counts([3, 4])) is None
    assert chance_of_higher(counts([3, 4]), ()) is None
    assert higher_answer(replace(wave(A), counts=counts([5] * 12)), wave(B)) == higher_answer(
        wave(A), wave(B)
    )


def test_the_note_tells_an_exact_chance_from_an_estimate() -> None:
    change = changed(A, B)
    assert "about 60 times in 100 (estimated from means and spreads)" in method_note(change)
    known = replace(
        change,
        earlier=replace(change.earlier, counts=counts([4, 5, 6] * 4)),
        later=replace(change.later, counts=counts([5, 6, 7] * 4)),
    )
    assert "is higher 78 times in 100, ties counted half." in method_note(known)
