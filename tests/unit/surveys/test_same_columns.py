"""A form's columns are known again in another: in part, in another order, some turned round."""

import random
import time

import pytest

from workbench.surveys.same_columns import told_by_columns
from workbench.surveys.same_people import found_out_beside
from workbench.surveys.shown_waves import Shown

Sheets = list[tuple[int | None, ...]]


def people(many: int, items: int = 20, codes: int = 4, seed: int = 1) -> Sheets:
    draw = random.Random(seed)
    return [tuple(draw.choices(range(1, codes + 1), k=items)) for _ in range(many)]


def shown(sheets: Sheets, *cuts: range, codes: int = 4, apart: int = 30) -> Shown:
    whole = frozenset(range(len(sheets)))
    return Shown("May", tuple(sheets), (whole, *map(frozenset, cuts)), (1, codes), apart=apart)


def part(sheets: Sheets, columns: tuple[int, ...], *turned: int) -> Sheets:
    """Return some columns of the sheets in this order, those turned round named by place."""
    rows = [[sheet[at] for at in columns] for sheet in sheets]
    return [
        tuple(5 - (code or 0) if at in turned else code for at, code in enumerate(row))
        for row in rows
    ]


@pytest.mark.parametrize("more", [1, 4])
@pytest.mark.parametrize("turned", [(), (1,), (0, 1, 2)])
def test_three_questions_out_of_twenty_tell_of_the_others_and_are_refused(
    more: int, turned: tuple[int, ...]
) -> None:
    everyone = people(20 + more)
    three = shown(part(everyone, (17, 3, 9), *turned))
    assert told_by_columns(three, [shown(everyone[:20])]) == "May"
    assert told_by_columns(shown(everyone[:20]), [three]) == "May"
    assert found_out_beside(three, [shown(everyone[:20])])


def test_single_columns_turned_round_are_known_again() -> None:
    everyone = people(12, items=8)
    again = part(everyone, (3, 0, 1, 2, 7, 6, 5, 4), 2, 5)
    assert told_by_columns(shown(again), [shown(everyone[:11])]) == "May"
    assert not told_by_columns(shown(again), [shown(everyone)])
    assert not told_by_columns(shown(again), [shown(everyone[:7])])


def test_a_department_is_known_again_among_the_columns() -> None:
    everyone = people(26)
    four = part(everyone, (4, 8, 2, 11, 5, 6))
    assert told_by_columns(shown(four, range(9)), [shown(everyone[:8])])
    assert not told_by_columns(shown(four), [shown(everyone[:8])])


def test_strangers_other_scales_and_single_questions_are_taken() -> None:
    everyone = people(21)
    for seed in range(2, 12):
        assert not told_by_columns(shown(people(20, 3, seed=seed)), [shown(everyone)])
    three = part(everyone[:20], (1, 2, 3))
    assert not told_by_columns(shown(three, codes=5), [shown(everyone)])
    assert not told_by_columns(shown(part(everyone[:20], (1,))), [shown(everyone)])


def test_what_fits_by_chance_is_taken() -> None:
    alike: Sheets = [*[(1, 1, 1)] * 9, *[(2, 2, 2)] * 4]
    assert not told_by_columns(shown(alike), [shown([*alike, (1, 1, 1)])])


def test_forty_waves_in_eight_departments_are_searched_within_a_second() -> None:
    waves = []
    for seed in range(40):
        parts = [range(at, at + 10 + at // 40) for at in range(0, 80, 10)]
        waves.append(shown(people(90, seed=seed), *parts, apart=14 * seed))
    start = time.process_time()
    assert not told_by_columns(waves[0], waves[1:])
    assert time.process_time() - start < 1
