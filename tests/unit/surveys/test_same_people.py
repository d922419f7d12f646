"""Who is refused as a late answer and who is not: subtraction tells nobody, chance is no crime."""

import random
from collections import Counter
from collections.abc import Sequence

import pytest

from workbench.surveys.same_people import chance_of_sharing, found_out_beside
from workbench.surveys.shown_waves import Shown

Sheets = Sequence[tuple[int, ...]]


def shown(sheets: Sheets, *cuts: range, neighbour: bool = True) -> Shown:
    whole = frozenset(range(len(sheets)))
    return Shown("March", tuple(sheets), (whole, *map(frozenset, cuts)), (1, 7), 5, neighbour)


def refused(sheets: Sheets, closed: Sheets, *, neighbours: bool = True) -> bool:
    return bool(found_out_beside(shown(sheets), [shown(closed, neighbour=neighbours)]))


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
    assert refused(more, more[:10], neighbours=neighbours)
    assert refused(more[few:], more, neighbours=neighbours)


def test_the_same_again_five_more_and_other_people_are_taken() -> None:
    sheets = long_sheets(15)
    assert not refused(sheets, sheets)
    assert not refused(sheets, sheets[:10])
    assert not refused(long_sheets(11, seed=2), sheets[:10])


def test_one_item_waves_that_contain_each_other_by_chance_are_taken() -> None:
    assert not refused([*ONE_ITEM, (2,), (3,), (4,), (1,)], ONE_ITEM)
    assert not refused([*ONE_ITEM, (3,)], ONE_ITEM, neighbours=False)


def test_one_late_answer_to_one_item_is_refused_beside_its_own_wave() -> None:
    assert refused([*ONE_ITEM, (3,)], ONE_ITEM)


def test_a_year_of_honest_one_item_waves_is_hardly_ever_refused() -> None:
    draw, many_refused = random.Random(4), 0
    for _ in range(60):
        first, second = (
            [(code,) for code in draw.choices(range(1, 6), (1, 2, 4, 3, 1), k=many)]
            for many in (8, 12)
        )
        many_refused += refused(second, first)
    assert many_refused <= 1


def test_two_years_of_the_same_steady_people_are_not_refused() -> None:
    draw = random.Random(5)
    people = [[draw.randint(1, 3) for _ in range(3)] for _ in range(34)]
    closed: list[Shown] = []
    for _ in range(10):
        for person in people:
            if draw.random() < 0.3:
                person[draw.randrange(3)] = draw.randint(1, 3)
        sheets = [tuple(person) for person in people if draw.random() < 0.8]
        assert not found_out_beside(shown(sheets, neighbour=False), closed)
        closed.append(shown(sheets, neighbour=False))


def test_four_waves_that_tell_of_one_together_are_refused_at_the_fourth() -> None:
    people = long_sheets(20)
    waves = [shown(one, neighbour=False) for one in (people, people[:12], people[5:])]
    assert not any(found_out_beside(waves[at], waves[:at]) for at in range(3))
    assert found_out_beside(shown(people[5:13], neighbour=False), waves) == "March"
    assert not found_out_beside(shown(long_sheets(8, seed=3), neighbour=False), waves)


def test_other_columns_and_a_turned_scale_hide_nobody() -> None:
    people = long_sheets(10)
    for again in (
        [(b, d, a, c, *rest) for a, b, c, d, *rest in people],
        [tuple(8 - code for code in sheet) for sheet in people],
    ):
        assert refused(again, people[:9], neighbours=False)
        assert not refused(again[:9], people[:9], neighbours=False)


@pytest.mark.parametrize(("before", "after"), [(5, 6), (5, 8), (5, 9), (6, 7), (8, 5)])
@pytest.mark.parametrize("items", [3, 7])
def test_the_smallest_waves_are_known_again(before: int, after: int, items: int) -> None:
    people = [sheet[:items] for sheet in long_sheets(9)]
    assert refused(people[:after], people[:before], neighbours=False)


def test_one_person_for_another_is_refused_for_long_sheets() -> None:
    people = long_sheets(10)
    assert refused(people[:9], people[1:], neighbours=False)


def test_a_department_that_lies_in_an_earlier_wave_is_refused() -> None:
    people = long_sheets(20)
    with_department = shown(people, range(8), neighbour=False)
    assert not found_out_beside(with_department, [])
    assert found_out_beside(shown(people[:9], neighbour=False), [with_department])
    assert not found_out_beside(shown(people[8:], neighbour=False), [with_department])


def test_the_chance_is_sure_for_one_answer_and_nearly_none_for_long_sheets() -> None:
    assert chance_of_sharing(Counter([(1,)] * 6), Counter([(1,)] * 8)) == 1
    pool = long_sheets(21)
    assert chance_of_sharing(Counter(pool[:10]), Counter(pool[:11])) < 0.01


@pytest.mark.parametrize(("items", "codes"), [(3, 3), (7, 7), (20, 4)])
def test_forty_waves_of_the_same_people_in_eight_departments_are_taken(
    items: int, codes: int
) -> None:
    draw = random.Random(5)
    people = [[draw.randint(1, codes) for _ in range(items)] for _ in range(100)]
    closed: list[Shown] = []
    for _ in range(40):
        for person in people:
            for at in range(items):
                step = draw.choice((-1, 0, 0, 0, 1))
                person[at] = max(1, min(codes, person[at] + step))
        came = [at for at in range(len(people)) if draw.random() < 0.8]
        parts = [[place for place, at in enumerate(came) if at % 8 == one] for one in range(8)]
        cuts = tuple(map(frozenset, ([*range(len(came))], *parts)))
        sheets = tuple(tuple(people[at]) for at in came)
        closed.append(Shown("March", sheets, cuts, (1, codes)))
    for place in (13, 38, 39):
        assert not found_out_beside(closed[place], closed[:place])
