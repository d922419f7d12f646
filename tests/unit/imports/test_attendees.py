"""Rows of one person united: each minute once, whatever devices, order and account they had."""

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from workbench.imports.attendees import unite, with_summary
from workbench.imports.join_record import JoinRecord

START = datetime(2026, 10, 1, 14, 0)
ROWS = st.lists(st.tuples(st.integers(0, 120), st.integers(1, 60)), min_size=1, max_size=10)


def after(minutes: int) -> datetime:
    return START + timedelta(minutes=minutes)


def records(rows: list[tuple[int, int]], email: str = "ann@x.example") -> list[JoinRecord]:
    return [
        JoinRecord(number, "Ann Lee", email, start=after(first), end=after(first + length))
        for number, (first, length) in enumerate(rows, 1)
    ]


def minutes_of(rows: list[tuple[int, int]]) -> set[int]:
    return {minute for first, length in rows for minute in range(first, first + length)}


@given(ROWS)
def test_the_minutes_of_a_person_are_those_with_a_row(rows: list[tuple[int, int]]) -> None:
    (ann,) = unite(records(rows))
    assert ann.minutes == len(minutes_of(rows))
    assert (ann.joins, ann.rows) == (len(rows), tuple(range(1, len(rows) + 1)))
    assert ann.first_in == after(min(first for first, _ in rows))
    assert ann.last_out == after(max(first + length for first, length in rows))


@given(ROWS, ROWS)
def test_rows_without_an_address_join_the_one_account_of_that_name(
    known: list[tuple[int, int]], nameless: list[tuple[int, int]]
) -> None:
    (ann,) = unite([*records(known), *records(nameless, email="")])
    assert ann.minutes == len(minutes_of([*known, *nameless]))


@given(ROWS)
def test_time_twice_without_an_address_is_doubted_and_only_then(
    rows: list[tuple[int, int]],
) -> None:
    (ann,) = unite(records(rows, email=""))
    total = sum(length for _, length in rows)
    assert bool(ann.doubt) == (total > len(minutes_of(rows)))


@given(ROWS)
def test_reading_both_tables_of_a_report_counts_no_minute_twice(
    rows: list[tuple[int, int]],
) -> None:
    joined = unite(records(rows))
    last = max(first + length for first, length in rows)
    first = min(first for first, _ in rows)
    stated = len(minutes_of(rows)) * 60
    summary = unite(
        [JoinRecord(99, "Ann Lee", "ANN@x.example", "", after(first), after(last), stated)]
    )
    (ann,) = with_summary(joined, summary)
    assert ann.seconds == ann.stated_seconds == stated
    assert not ann.differs


@given(ROWS, st.integers(0, 60))
def test_a_stated_length_adds_no_more_than_there_was_time_for(
    rows: list[tuple[int, int]], minutes: int
) -> None:
    row = JoinRecord(99, "Ann Lee", "ann@x.example", "", after(0), after(120), minutes * 60)
    (ann,) = unite([*records(rows), row])
    covered = len(minutes_of(rows))
    assert ann.minutes is not None
    assert covered <= ann.minutes <= len(minutes_of([*rows, (0, 120)]))
    assert ann.minutes <= covered + (minutes or 120)


def test_two_accounts_of_one_name_stay_two_people() -> None:
    both = [
        JoinRecord(1, "Ann Lee", "ann@x.example", stated=60),
        JoinRecord(2, "Ann Lee", "lee@x.example", stated=60),
        JoinRecord(3, "Ann Lee", stated=60),
    ]
    assert [person.rows for person in unite(both)] == [(1,), (2,), (3,)]
