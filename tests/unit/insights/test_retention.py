"""Who stays: the table of the reference (T-36), grey cells, both definitions."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.insights.retention import (
    CLASSIC,
    Cohort,
    PooledMonth,
    Retention,
    cohorts,
    pooled,
)

KEPT = {1: (10, 8, 7, 7, 5), 2: (12, 9, 8, 6), 3: (6, 6, 4)}
T36 = [Cohort(date(2026, month, 1), kept) for month, kept in KEPT.items()]


def test_t36_shares_of_each_cohort() -> None:
    assert [[round(share, 4) for share in cohort.shares] for cohort in T36] == [
        [1, 0.8, 0.7, 0.7, 0.5],
        [1, 0.75, 0.6667, 0.5],
        [1, 1, 0.6667],
    ]


def test_t36_pooled_over_the_cohorts_observed_that_long() -> None:
    found = pooled(T36)
    assert [month.fraction for month in found] == [
        "28 of 28", "23 of 28", "19 of 28", "13 of 22", "5 of 10",
    ]  # fmt: skip
    assert [round(month.share, 4) for month in found] == [1, 0.8214, 0.6786, 0.5909, 0.5]
    assert [month.is_few for month in found] == [False, False, False, False, True]


def test_t36_from_people_and_days() -> None:
    joined, there = {}, {}
    for month, kept in KEPT.items():
        for number in range(kept[0]):
            person = 100 * month + number
            joined[person] = date(2026, month, 1 + number)
            there[person] = [
                date(2026, month + later, 28)
                for later in range(1, len(kept))
                if number < kept[later]
            ]
    assert list(cohorts(joined, there, date(2026, 5, 31))) == T36


def test_small_groups_are_grey_and_few_leavers_have_no_curve() -> None:
    assert Cohort(date(2026, 1, 1), (4, 4)).is_few
    assert not Cohort(date(2026, 1, 1), (5, 4)).is_few
    assert PooledMonth(3, 4, 2).is_few
    assert not Retention((), (), 9, CLASSIC).may_draw
    assert Retention((), (), 10, CLASSIC).may_draw


def test_classic_and_rolling_differ_for_who_comes_back() -> None:
    joined = {1: date(2025, 12, 31)}
    there = {1: [date(2026, 2, 1), date(2026, 4, 1)]}
    (classic,) = cohorts(joined, there, date(2026, 3, 31))
    (rolling,) = cohorts(joined, there, date(2026, 3, 31), rolling=True)
    assert (classic.month, classic.kept) == (date(2025, 12, 1), (1, 0, 1, 0))
    assert rolling.kept == (1, 1, 1, 0)


def test_nobody_and_those_still_to_join() -> None:
    assert cohorts({}, {}, date(2026, 3, 31)) == ()
    assert cohorts({1: date(2026, 4, 1)}, {}, date(2026, 3, 31)) == ()
    assert pooled(()) == ()


_DAYS = st.dates(date(2025, 11, 1), date(2026, 6, 30))


@settings(max_examples=40)
@given(
    st.dictionaries(st.integers(0, 6), _DAYS),
    st.dictionaries(st.integers(0, 6), st.lists(_DAYS, max_size=6)),
)
def test_rolling_never_rises_and_is_never_below_classic(
    joined: dict[int, date], there: dict[int, list[date]]
) -> None:
    last = date(2026, 6, 30)
    classic = cohorts(joined, there, last)
    rolling = cohorts(joined, there, last, rolling=True)
    assert sum(cohort.size for cohort in classic) == len(joined)
    for plain, held in zip(classic, rolling, strict=True):
        assert all(a <= b for a, b in zip(plain.kept, held.kept, strict=True))
        assert list(held.kept) == sorted(held.kept, reverse=True)
        assert plain.shares[0] == pytest.approx(1)
