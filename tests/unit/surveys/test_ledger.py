"""What follows from cuts shown together, held against brute force over all small sets."""

from fractions import Fraction
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.surveys.ledger import determined, told_apart

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
