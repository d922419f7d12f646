"""Mean and spread of a few whole scores: every list of scores is tried as referee."""

from collections import defaultdict
from itertools import combinations_with_replacement

import pytest

from workbench.surveys.instruments import load_instrument
from workbench.surveys.spread_rules import ends_of, spread_tells, step_of


@pytest.mark.parametrize(("low", "high", "count"), [(3, 9, 5), (0, 6, 6), (1, 5, 7), (0, 3, 9)])
def test_a_spread_is_kept_only_where_lowest_and_highest_stay_open(
    low: int, high: int, count: int
) -> None:
    same = defaultdict(list)
    for scores in combinations_with_replacement(range(low, high + 1), count):
        same[sum(scores), sum(score * score for score in scores)].append(scores)
    for lists in same.values():
        fixed = len({one[0] for one in lists}) == 1 or len({one[-1] for one in lists}) == 1
        for scores in lists:
            alike = scores[0] == scores[-1]
            assert spread_tells(scores, low, high, 1) == (fixed and not alike)


def test_ten_scores_and_those_between_the_steps_are_kept() -> None:
    assert spread_tells([3, 3, 3, 3, 3, 4, 3, 3, 9], 3, 9, 1)
    assert not spread_tells([3, 3, 3, 3, 3, 4, 3, 3, 3, 9], 3, 9, 1)
    assert not spread_tells([3, 3, 3, 3.5, 9], 3, 9, 1)


def test_seven_items_leave_many_lists_open() -> None:
    scores = [start / 7 for start in (31, 34, 40, 28, 37)]
    assert not spread_tells(scores, 1, 7, 1 / 7)


@pytest.mark.parametrize("key", ["ucla-3", "djg-6", "edmondson-7-agree7"])
def test_ends_and_steps_are_those_of_the_questionnaire(key: str) -> None:
    instrument = load_instrument(key)
    assert ends_of(instrument, len(instrument.items)) == tuple(map(float, instrument.range))
    whole = (instrument.range[1] - instrument.range[0]) / step_of(instrument, len(instrument.items))
    assert whole == pytest.approx(round(whole))
