"""No small set of people may be worked out: T-32, and linear algebra as referee."""

from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.foundation.errors import BadInput
from workbench.surveys.suppression import (
    ALIKE,
    UNSAID,
    checked_minimum,
    cuts_tell_about_few,
    distribution_from,
    hidden_groups,
    tells_about_few,
    waves_nearly_alike,
)

SCALE = (1.0, 7.0)


def groups_of(**sizes: int) -> dict[str, list[float]]:
    return {name: [4.0 + 0.1 * place for place in range(size)] for name, size in sizes.items()}


def hidden(unsaid: int = 0, minimum: int = 5, **sizes: int) -> dict[str, str]:
    return hidden_groups(groups_of(**sizes), [4.5] * unsaid, minimum, SCALE)


def test_t32_nine_and_four_show_the_total_only() -> None:
    assert set(hidden(a=9, b=4)) == {"a", "b"}


def test_t32_six_and_seven_show_both() -> None:
    assert hidden(a=6, b=7) == {}


def test_t32_five_five_four_hide_the_four_and_one_five() -> None:
    found = hidden(a=5, b=5, c=4)
    assert found == {"c": "fewer than 5 answers", "a": "c could be worked out from it"}


def test_september_of_the_pictures() -> None:
    found = hidden(Support=10, Operations=8, Engineering=7, People=5, Sales=5, Finance=3)
    assert found == {
        "Finance": "fewer than 5 answers",
        "People": "Finance could be worked out from it",
    }


def test_people_who_named_no_department_are_protected_too() -> None:
    assert hidden(unsaid=2, a=8, b=6) == {"b": f"{UNSAID} could be worked out from it"}
    assert hidden(unsaid=5, a=8, b=6) == {}
    assert set(hidden(unsaid=3, a=8, b=2)) == {"b"}


def test_a_group_all_alike_at_an_end_is_hidden_and_not_by_subtraction_either() -> None:
    groups = {"a": [7.0] * 6, "b": [4.0, 5, 6, 5, 4, 6], "c": [3.0, 5, 6, 5, 4, 6, 2]}
    assert hidden_groups(groups, [], 5, SCALE) == {
        "a": ALIKE,
        "b": "a could be worked out from it",
    }
    middle = {**groups, "a": [4.0] * 6}
    assert hidden_groups(middle, [], 5, SCALE) == {}


def test_the_minimum_is_never_below_five() -> None:
    assert checked_minimum(5) == 5
    with pytest.raises(BadInput, match="cannot be 4"):
        checked_minimum(4)
    assert distribution_from(5) == 10
    assert distribution_from(12) == 12


def test_t33_ten_answers_beside_nine_tell_the_tenth() -> None:
    assert pytest.approx(2) == 10 * 4.8 - 9 * (46 / 9)
    assert tells_about_few(10, 9, 5)
    assert not tells_about_few(10, 10, 5)
    assert not tells_about_few(14, 9, 5)
    assert waves_nearly_alike(9, 10)
    assert waves_nearly_alike(33, 31)
    assert not waves_nearly_alike(30, 33)


def reduced(rows: list[list[int]]) -> list[list[Fraction]]:
    """Bring rows to reduced echelon form over the rationals, as a solver would."""
    table = [[Fraction(value) for value in row] for row in rows]
    lead = 0
    for column in range(len(table[0])):
        pivot = next((r for r in range(lead, len(table)) if table[r][column]), None)
        if pivot is None:
            continue
        table[lead], table[pivot] = table[pivot], table[lead]
        head = table[lead][column]
        table[lead] = [value / head for value in table[lead]]
        for row in range(len(table)):
            if row != lead and table[row][column]:
                times = table[row][column]
                table[row] = [a - times * b for a, b in zip(table[row], table[lead], strict=True)]
        lead += 1
    return table[:lead]


def determined(rows: list[list[int]], chosen: tuple[int, ...], people: int) -> bool:
    """Whether the sum over the chosen people follows from the published sums."""
    wanted = [1 if person in chosen else 0 for person in range(people)]
    return len(reduced(rows)) == len(reduced([*rows, wanted]))


@settings(max_examples=60, deadline=None)
@given(
    sizes=st.lists(st.integers(1, 5), min_size=1, max_size=4),
    unsaid=st.integers(0, 3),
    minimum=st.integers(2, 4),
)
def test_no_smaller_set_follows_from_what_is_shown(
    sizes: list[int], unsaid: int, minimum: int
) -> None:
    people = sum(sizes) + unsaid
    if people < minimum:
        return
    names = {f"g{place}": size for place, size in enumerate(sizes)}
    away = hidden_groups(groups_of(**names), [4.5] * unsaid, minimum, SCALE)
    rows, start = [[1] * people], 0
    for name, size in names.items():
        members = range(start, start + size)
        start += size
        if name not in away:
            rows.append([int(person in members) for person in range(people)])
    for few in range(1, minimum):
        for chosen in combinations(range(people), few):
            assert not determined(rows, chosen, people)


@given(
    sizes=st.lists(st.integers(1, 40), min_size=1, max_size=12),
    unsaid=st.integers(0, 12),
    minimum=st.integers(5, 9),
)
def test_shown_groups_and_their_remainder_are_large_enough(
    sizes: list[int], unsaid: int, minimum: int
) -> None:
    names = {f"g{place}": size for place, size in enumerate(sizes)}
    away = hidden(unsaid=unsaid, minimum=minimum, **names)
    shown = [size for name, size in names.items() if name not in away]
    rest = sum(sizes) + unsaid - sum(shown)
    assert all(size >= minimum for size in shown)
    assert rest == 0 or rest >= minimum or not shown
    assert not (not away and unsaid == 0 and min(sizes) < minimum)


@given(sizes=st.lists(st.integers(5, 40), min_size=1, max_size=12))
def test_nothing_is_hidden_without_need(sizes: list[int]) -> None:
    assert hidden(**{f"g{place}": size for place, size in enumerate(sizes)}) == {}


@settings(max_examples=60, deadline=None)
@given(
    cells=st.dictionaries(
        st.tuples(st.sampled_from("AB "), st.booleans(), st.booleans()), st.integers(1, 4)
    ),
    minimum=st.integers(2, 4),
)
def test_no_smaller_set_follows_from_several_cuts_at_once(
    cells: dict[tuple[str, bool, bool], int], minimum: int
) -> None:
    sheets = [cell for cell, size in cells.items() for _ in range(size)][:12]
    cuts = list(zip(*sheets, strict=True))
    if not sheets or cuts_tell_about_few(cuts, minimum):
        return
    rows = [[1] * len(sheets)]
    rows += [[int(side == one) for one in cut] for cut in cuts for side in set(cut)]
    for few in range(1, minimum):
        for chosen in combinations(range(len(sheets)), few):
            assert not determined(rows, chosen, len(sheets))
