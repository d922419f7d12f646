"""Rates with their fraction and rule; worked example T-35; sessions that have no rate."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.foundation.words import ExcusedRule, Mark, Role
from workbench.sessions.attendance_rules import (
    MARK_KEYS,
    MARK_WORDS,
    SessionRecord,
    Stay,
    expected_on,
    guests_here,
    histories,
    history,
    may_mark,
    mean_of_personal_rates,
    no_place,
    personal_rate,
    pooled_rate,
    reconciled,
    session_rate,
)
from workbench.sessions.engagement import runs

P, L, E, A, U = Mark.PRESENT, Mark.PART, Mark.EXCUSED, Mark.ABSENT, Mark.UNKNOWN
LETTERS = {"P": P, "A": A, "E": E}
DAY = date(2026, 3, 5)

ANA, BEN, CHI, DEE, ELI = range(5)
T35 = ["PPPAPPEP", "APAAPAAP", "PPPPPPPP", "---PPAPP", "PPAAAA--"]


def table(rows: list[str]) -> list[SessionRecord]:
    records = []
    for column in range(len(rows[0])):
        marks = {
            person: LETTERS[row[column]] for person, row in enumerate(rows) if row[column] != "-"
        }
        records.append(
            SessionRecord(column, DAY + timedelta(weeks=column), frozenset(marks), marks)
        )
    return records


RECORDS = table(T35)


@pytest.mark.parametrize(
    ("person", "fraction", "share", "longest", "current"),
    [
        (ANA, "6 of 8", 0.75, 3, 3),
        (BEN, "3 of 8", 0.375, 1, 1),
        (CHI, "8 of 8", 1.0, 8, 8),
        (DEE, "4 of 5", 0.8, 2, 2),
        (ELI, "2 of 6", 0.3333, 2, 0),
    ],
)
def test_t35_people(person: int, fraction: str, share: float, longest: int, current: int) -> None:
    rate = personal_rate(person, RECORDS)
    assert rate.fraction == fraction
    assert rate.share == pytest.approx(share, abs=5e-5)
    run = runs(history(person, RECORDS))
    assert (run.longest, run.current) == (longest, current)


def test_t35_apologies_set_apart() -> None:
    rate = personal_rate(ANA, RECORDS, ExcusedRule.SET_APART)
    assert rate.share == pytest.approx(0.8571, abs=5e-5)
    assert rate.explained == "here 6 of 7 expected: 1 with apologies set apart"


def test_t35_pooled_and_mean_are_two_numbers() -> None:
    pooled = pooled_rate(RECORDS)
    assert pooled.fraction == "23 of 35"
    assert pooled.share == pytest.approx(0.6571, abs=5e-5)
    assert mean_of_personal_rates(RECORDS) == pytest.approx(0.6517, abs=5e-5)


def test_t35_per_session() -> None:
    fractions = [session_rate(record).fraction.replace(" of ", "/") for record in RECORDS]
    assert fractions == ["3/4", "4/4", "2/4", "2/5", "4/5", "2/5", "2/4", "4/4"]


def test_t35_expected_lists_follow_from_the_memberships() -> None:
    stays = [Stay(ANA), Stay(BEN), Stay(CHI), Stay(DEE, DAY + timedelta(weeks=3))]
    stays.append(Stay(ELI, None, DAY + timedelta(weeks=5)))
    for record in RECORDS:
        assert expected_on(stays, record.on) == record.expected


def test_guests_are_not_expected_but_can_be_here() -> None:
    assert expected_on([Stay(1), Stay(2, role=Role.GUEST)], DAY) == {1}
    record = SessionRecord(1, DAY, frozenset({1}), {1: A, 2: P})
    assert guests_here(record) == 1
    assert session_rate(record).fraction == "0 of 1"


def test_only_presents_marked_is_not_a_hundred_per_cent() -> None:
    record = SessionRecord(1, DAY, frozenset(range(10)), {0: P, 1: L})
    rate = session_rate(record)
    assert rate.fraction == "2 of 10"
    assert rate.explained == "here 2 of 10 expected: 8 not known, counted as expected"


def test_sessions_without_a_rate() -> None:
    expected = frozenset({1, 2})
    assert not SessionRecord(1, DAY, expected, {1: P}, cancelled=True).counts
    assert not SessionRecord(2, DAY, expected, {}, head_count=14).counts
    assert not SessionRecord(3, DAY, expected, {1: E}).counts
    assert not SessionRecord(4, DAY, expected).counts
    assert SessionRecord(5, DAY, expected, {1: A}).counts
    nothing = [SessionRecord(1, DAY, expected, {1: P}, cancelled=True)]
    assert pooled_rate(nothing).share is None
    assert personal_rate(1, nothing).share is None
    assert mean_of_personal_rates(nothing) is None


def test_everybody_excused_set_apart_has_no_share() -> None:
    record = SessionRecord(1, DAY, frozenset({1}), {1: E, 2: P})
    assert session_rate(record, ExcusedRule.SET_APART).share is None


@pytest.mark.parametrize(
    ("counted", "named", "words"),
    [
        (14, 12, "14 counted, 12 named: 2 names missing"),
        (13, 12, "13 counted, 12 named: 1 name missing"),
        (12, 12, "12 counted, 12 named: they agree"),
        (10, 12, "10 counted, 12 named: 2 more by name than counted"),
    ],
)
def test_head_count_and_names_reconcile(counted: int, named: int, words: str) -> None:
    marks = dict.fromkeys(range(named), P) | {99: A}
    found = reconciled(SessionRecord(1, DAY, frozenset(), marks, head_count=counted))
    assert found is not None
    assert found.words == words


def test_without_a_head_count_there_is_nothing_to_reconcile() -> None:
    assert reconciled(SessionRecord(1, DAY)) is None


def test_before_its_day_a_session_takes_apologies_only() -> None:
    tomorrow = DAY + timedelta(days=1)
    assert [mark for mark in Mark if may_mark(tomorrow, mark, DAY)] == [E, U]
    assert all(may_mark(DAY, mark, DAY) for mark in Mark)


def test_words_and_keys() -> None:
    assert [MARK_WORDS[m] for m in Mark] == ["here", "late", "apologies", "missed", "not known"]
    assert [MARK_KEYS[m] for m in Mark] == ["P", "L", "E", "A", "Delete"]


marks = st.one_of(st.none(), st.sampled_from(list(Mark)))
grids = st.integers(1, 6).flatmap(
    lambda width: st.lists(st.lists(marks, min_size=width, max_size=width), min_size=1, max_size=6)
)


@given(grids, st.sampled_from(ExcusedRule))
def test_rates_agree_with_counting_by_hand(
    grid: list[list[Mark | None]], rule: ExcusedRule
) -> None:
    records = []
    for column in range(len(grid[0])):
        made = {p: m for p, row in enumerate(grid) if (m := row[column]) is not None}
        records.append(SessionRecord(column, DAY, frozenset(made), made))
    counting = [r for r in records if any(m in (P, L, A) for m in (r.marks or {}).values())]
    cells = [m for r in counting for m in (r.marks or {}).values()]
    here = sum(m in (P, L) for m in cells)
    out_of = sum(m is not E or rule is ExcusedRule.EXPECTED for m in cells)
    pooled = pooled_rate(records, rule)
    assert (pooled.here, pooled.out_of) == (here, out_of)
    by_person = [personal_rate(p, records, rule) for p in range(len(grid))]
    assert sum(r.here for r in by_person) == here
    assert sum(r.out_of for r in by_person) == out_of
    assert histories(records) == {p: own for p in range(len(grid)) if (own := history(p, records))}


@pytest.mark.parametrize(
    ("stays", "words"),
    [
        ([Stay(ANA)], ""),
        ([Stay(ANA, joined=DAY, left=DAY)], ""),
        ([Stay(ANA, joined=date(2026, 5, 3))], "joined 3 May"),
        ([Stay(ANA, left=date(2025, 12, 1))], "left 1 Dec 2025"),
        (
            [Stay(ANA, left=date(2026, 2, 1)), Stay(ANA, joined=date(2026, 6, 9))],
            "left 1 Feb and joined again 9 Jun",
        ),
        ([Stay(ANA, joined=date(2026, 5, 3), role=Role.GUEST)], ""),
        ([], "not on the roster"),
    ],
)
def test_who_has_no_place_at_a_session_is_told_why(stays: list[Stay], words: str) -> None:
    assert no_place(stays, DAY) == words
