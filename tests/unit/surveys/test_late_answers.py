"""Who is refused as a late answer and who is not: subtraction tells nobody, chance is no crime."""

import random
from collections import Counter

import pytest

from workbench.foundation.errors import BadInput
from workbench.surveys.late_answers import chance_of_containing, refuse_late_answers

ONE_ITEM = [(code,) for code in (1, 2, 2, 3, 3, 3, 3, 4, 4, 4, 5, 5)]


def long_sheets(many: int, seed: int = 1) -> list[tuple[int, ...]]:
    draw = random.Random(seed)
    return [tuple(draw.choices(range(1, 8), k=7)) for _ in range(many)]


@pytest.mark.parametrize("few", [1, 2, 3, 4])
@pytest.mark.parametrize("neighbours", [True, False])
def test_a_wave_taken_in_again_with_a_few_more_or_fewer_is_refused(
    few: int, neighbours: bool
) -> None:
    more = long_sheets(10 + few)
    for sheets, closed in ((more, more[:10]), (more[few:], more)):
        with pytest.raises(BadInput, match="closed wave March, but for fewer than 5"):
            refuse_late_answers(sheets, closed, "March", 5, neighbours=neighbours)


def test_the_same_again_five_more_and_other_people_are_taken() -> None:
    sheets = long_sheets(15)
    refuse_late_answers(sheets, sheets, "March", 5)
    refuse_late_answers(sheets, sheets[:10], "March", 5)
    refuse_late_answers(long_sheets(11, seed=2), sheets[:10], "March", 5)


def test_one_item_waves_that_contain_each_other_by_chance_are_taken() -> None:
    refuse_late_answers([*ONE_ITEM, (2,), (3,), (4,), (1,)], ONE_ITEM, "March", 5)
    refuse_late_answers([*ONE_ITEM, (3,)], ONE_ITEM, "March", 5, neighbours=False)


def test_one_late_answer_to_one_item_is_refused_beside_its_own_wave() -> None:
    with pytest.raises(BadInput):
        refuse_late_answers([*ONE_ITEM, (3,)], ONE_ITEM, "March", 5)


def test_a_year_of_honest_one_item_waves_is_hardly_ever_refused() -> None:
    draw, refused = random.Random(4), 0
    for _ in range(60):
        first, second = (
            [(code,) for code in draw.choices(range(1, 6), (1, 2, 4, 3, 1), k=many)]
            for many in (8, 12)
        )
        try:
            refuse_late_answers(second, first, "March", 5)
        except BadInput:
            refused += 1
    assert refused <= 1


def test_the_chance_is_sure_for_one_answer_and_nearly_none_for_long_sheets() -> None:
    assert chance_of_containing(Counter([(1,)] * 6), Counter([(1,)] * 8)) == 1
    pool = long_sheets(21)
    assert chance_of_containing(Counter(pool[:10]), Counter(pool[:11])) < 0.01
