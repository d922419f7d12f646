"""What follows from cuts shown together, held against brute force over all small sets."""

import random
from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.surveys.ledger import TooMuchToTry, determined, told_apart

PEOPLE = 9


def rank(rows: list[list[int]]) -> int:
    """Return the rank over the rationals, by elimination without any pivoting rule of ours."""
    table = [[Fraction(value) for value in row] for row in rows]
    found = 0
    for column in range(PEOPLE):
        pivot = next((row for row in table if row[column]), None)
        if pivot is None:
            continue
        table.remove(pivot)
        found += 1
        table = [
            [a - row[column] / pivot[column] * b for a, b in zip(row, pivot, strict=True)]
            for row in table
        ]
    return found


def indicator(people: frozenset[int]) -> list[int]:
    return [int(person in people) for person in range(PEOPLE)]


def by_brute_force(cuts: list[frozenset[int]], minimum: int) -> set[frozenset[int]]:
    rows = [indicator(cut) for cut in cuts]
    sets = (
        frozenset(some) for few in range(1, minimum) for some in combinations(range(PEOPLE), few)
    )
    return {one for one in sets if rank([*rows, indicator(one)]) == rank(rows)}


@settings(max_examples=60, deadline=None)
@given(
    cuts=st.lists(st.frozensets(st.integers(0, PEOPLE - 1), min_size=1), min_size=1, max_size=5),
    minimum=st.integers(2, 4),
)
def test_no_small_set_is_missed_and_none_is_made_up(
    cuts: list[frozenset[int]], minimum: int
) -> None:
    assert determined(cuts, minimum) == by_brute_force(cuts, minimum)
    assert told_apart(cuts, minimum) >= determined(cuts, minimum)


def test_a_chain_of_four_waves_tells_the_thirteenth() -> None:
    everyone = frozenset(range(1, 21))
    first, second, middle = frozenset(range(1, 13)), frozenset(range(6, 21)), range(6, 14)
    assert not determined([everyone, first, second], 5)
    told = determined([everyone, first, second, frozenset(middle)], 5)
    assert told == {frozenset({13})}


def test_one_person_for_another_is_a_difference() -> None:
    cuts = [frozenset(range(9)), frozenset([*range(8), 9])]
    assert not determined(cuts, 5)
    assert told_apart(cuts, 5) == {frozenset({8, 9})}


def test_nothing_follows_from_nothing_or_from_large_steps() -> None:
    assert determined([], 5) == frozenset()
    assert not told_apart([frozenset(range(20)), frozenset(range(10))], 5)


def test_more_than_can_be_searched_is_said_and_never_passed_over() -> None:
    draw = random.Random(2)
    cuts = [frozenset(draw.sample(range(120), 60)) for _ in range(60)]
    with pytest.raises(TooMuchToTry):
        told_apart(cuts, 5)
    told = frozenset(range(500, 512))
    with pytest.raises(TooMuchToTry):
        told_apart([told, told | {600}, *cuts], 5)


def test_one_person_is_found_among_four_hundred_cuts_of_departments() -> None:
    cuts = [frozenset(range(40 * at, 40 * at + 40)) for at in range(400)]
    cuts += [frozenset(range(40 * at, 40 * at + 15)) for at in range(400)]
    assert not told_apart(cuts, 5)
    hidden = frozenset(range(200, 240)) - {217}
    assert told_apart([*cuts, hidden], 5) == {frozenset({217})}


def test_signed_sums_are_those_of_brute_force() -> None:
    draw = random.Random(4)
    for _ in range(25):
        cuts = [frozenset(draw.sample(range(7), draw.randint(2, 6))) for _ in range(4)]
        rows = [indicator(cut) for cut in cuts]
        found = told_apart(cuts, 3)
        for one, other in combinations(range(7), 2):
            signed = [int(at == one) - int(at == other) for at in range(PEOPLE)]
            follows = rank([*rows, signed]) == rank(rows)
            assert not follows or frozenset({one, other}) in found
