"""The union of intervals against a count minute by minute."""

from datetime import datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.imports.intervals import Interval, covered_seconds, interval, union

START = datetime(2026, 10, 1, 14, 0)
PAIRS = st.lists(st.tuples(st.integers(0, 120), st.integers(0, 60)), max_size=12)


def made(pairs: list[tuple[int, int]]) -> list[Interval]:
    return [
        Interval(START + timedelta(minutes=first), START + timedelta(minutes=first + length))
        for first, length in pairs
    ]


@given(PAIRS)
def test_each_minute_counts_once(pairs: list[tuple[int, int]]) -> None:
    minutes = {minute for first, length in pairs for minute in range(first, first + length)}
    assert covered_seconds(made(pairs)) == 60 * len(minutes)


@given(PAIRS)
def test_a_minute_is_in_the_union_as_it_is_in_one_of_the_rows(pairs: list[tuple[int, int]]) -> None:
    minutes = {minute for first, length in pairs for minute in range(first, first + length)}
    found = union(made(pairs))
    middles = {minute: START + timedelta(minutes=minute, seconds=30) for minute in range(181)}
    inside = {
        minute
        for minute, at in middles.items()
        if any(each.start < at < each.end for each in found)
    }
    assert inside == minutes


@pytest.mark.parametrize(
    ("pairs", "seconds", "parts"),
    [
        ([], 0, 0),
        ([(0, 10), (10, 5)], 900, 1),
        ([(0, 60), (10, 5), (20, 40)], 3600, 1),
        ([(0, 0), (5, 0), (5, 0)], 0, 2),
        ([(0, 10), (20, 0)], 600, 2),
        ([(0, 30), (20, 30), (60, 10)], 3600, 2),
    ],
    ids=["none", "touching", "nested", "without length", "a point apart", "overlapping"],
)
def test_unions_by_hand(pairs: list[tuple[int, int]], seconds: int, parts: int) -> None:
    assert covered_seconds(made(pairs)) == seconds
    assert len(union(made(pairs))) == parts


@given(PAIRS)
def test_a_union_is_in_order_apart_and_united_already(pairs: list[tuple[int, int]]) -> None:
    found = union(made(pairs))
    assert all(one.end < other.start for one, other in pairwise(found))
    assert union(found) == found


@given(PAIRS, st.randoms())
def test_the_order_of_the_rows_does_not_matter(
    pairs: list[tuple[int, int]], random: object
) -> None:
    turned = made(pairs)
    random.shuffle(turned)  # type: ignore[attr-defined]  # hypothesis hands a random.Random
    assert union(turned) == union(made(pairs))


def test_an_end_before_the_start_is_no_interval() -> None:
    assert interval(START, START - timedelta(minutes=1)) is None
    assert interval(START, None) is None
    assert interval(START, START) == Interval(START, START)
