"""The union of intervals against a count minute by minute."""

from datetime import datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from workbench.imports.intervals import Interval, covered_seconds, interval, overlap, union

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


@given(PAIRS, PAIRS)
def test_overlap_is_time_in_common(
    one: list[tuple[int, int]], other: list[tuple[int, int]]
) -> None:
    first = {minute for start, length in one for minute in range(start, start + length)}
    second = {minute for start, length in other for minute in range(start, start + length)}
    assert overlap(made(one), made(other)) == bool(first & second)


def test_an_end_before_the_start_is_no_interval() -> None:
    assert interval(START, START - timedelta(minutes=1)) is None
    assert interval(START, None) is None
    assert interval(START, START) == Interval(START, START)
