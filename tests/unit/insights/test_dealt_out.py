"""The exact check by dealing out scores, held to scipy and to all ways written out."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations
from statistics import fmean, stdev

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.insights.change import Change, WaveFigures, change_between
from workbench.insights.dealt_out import dealt_out_p
from workbench.insights.wording import Reading, wording

few = st.lists(st.integers(3, 9), min_size=1, max_size=6)


def counts(scores: Sequence[int]) -> tuple[tuple[int, int], ...]:
    found = Counter(scores)
    return tuple((score, found[score]) for score in range(3, 10))


@settings(max_examples=60)
@given(few, few)
def test_all_ways_written_out(before: list[int], after: list[int]) -> None:
    both, many, everybody = before + after, len(before), len(before + after)
    found = abs(everybody * sum(before) - many * sum(both))
    ways = [abs(everybody * sum(some) - many * sum(both)) for some in combinations(both, many)]
    expected = sum(way >= found for way in ways) / len(ways)
    assert dealt_out_p(counts(before), counts(after)) == pytest.approx(expected)
    assert dealt_out_p(counts(after), counts(before)) == pytest.approx(expected)


def test_more_than_twenty_in_both_waves_need_no_check() -> None:
    assert dealt_out_p(counts([3] * 21), counts([4] * 21)) is None
    assert dealt_out_p(counts([3] * 20), counts([4] * 60)) is not None


def wave(label: str, scores: Sequence[int]) -> WaveFigures:
    return WaveFigures(
        label, len(scores), fmean(scores), stdev(scores), 3, 9, counts=counts(scores)
    )


def crowded_change() -> Change:
    """Return a change whose t interval leaves out 0 though the deal does so in over 5 of 100."""
    return change_between(
        wave("Spring", [3] * 11 + [4]), wave("Autumn", [3] * 22 + [4, 5, 5, 6, 6, 4, 5, 4])
    )


def test_scores_at_an_end_get_the_exact_check() -> None:
    change = crowded_change()
    found = change.comparison
    assert found is not None
    assert found.ci_low > 0
    assert not change.held
    words = wording(change)
    assert words.reading is Reading.TOO_EARLY
    assert "a stricter look cannot rule out chance" in words.short
    assert "an exact check over all ways to deal them out does not agree: wait." in words.note


def test_without_counts_or_away_from_the_ends_nothing_is_taken_back() -> None:
    change = crowded_change()
    bare = change_between(replace(change.earlier, counts=()), change.later)
    assert bare.held
    middle = change_between(
        wave("Spring", [5, 6, 7, 6, 5, 6, 7, 5, 6, 6]),
        wave("Autumn", [6, 7, 8, 7, 6, 7, 6, 7, 8, 7]),
    )
    assert middle.held
    assert middle.comparison is not None
    assert middle.comparison.excludes_zero


def test_a_plain_rise_from_the_floor_holds() -> None:
    risen = change_between(wave("Spring", [3] * 11 + [4]), wave("Autumn", [6, 7, 8] * 5))
    assert risen.held
    assert wording(risen).reading is Reading.LIKELY_REAL
