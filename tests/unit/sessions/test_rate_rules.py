"""Rates at a glance: T-35 whole, quarters over the turn of a year, what is left out and told."""

from datetime import date

import pytest

from tests.unit.sessions.test_attendance_rules import RECORDS
from workbench.foundation.words import ExcusedRule, Mark
from workbench.sessions.attendance_rules import SessionRecord
from workbench.sessions.rate_rules import rates_of

P, A, E = Mark.PRESENT, Mark.ABSENT, Mark.EXCUSED


def test_t35_at_a_glance() -> None:
    found = rates_of(RECORDS)
    assert (found.pooled.fraction, round(found.pooled.share or 0, 4)) == ("23 of 35", 0.6571)
    assert found.mean_of_personal == pytest.approx(0.6517, abs=5e-5)
    assert found.people == 5
    assert found.recent.fraction == "4 of 4"
    assert [one.rate.fraction for one in found.by_session] == [
        "3 of 4", "4 of 4", "2 of 4", "2 of 5", "4 of 5", "2 of 5", "2 of 4", "4 of 4",
    ]  # fmt: skip
    assert [rate.fraction for rate in found.by_person.values()] == [
        "6 of 8", "3 of 8", "8 of 8", "4 of 5", "2 of 6",
    ]  # fmt: skip
    quarters = [(one.label, one.sessions, one.rate.fraction) for one in found.by_quarter]
    assert quarters == [("Jan to Mar 2026", 4, "11 of 17"), ("Apr to Jun 2026", 4, "12 of 18")]


def test_apologies_set_apart_by_the_rule() -> None:
    found = rates_of(RECORDS, ExcusedRule.SET_APART)
    assert found.pooled.fraction == "23 of 34"
    assert found.by_person[0].fraction == "6 of 7"
    assert found.rule_words.endswith("Apologies are set apart.")


def test_the_rule_says_what_is_left_out() -> None:
    expected = frozenset({1, 2})
    held = SessionRecord(1, date(2025, 12, 31), expected, {1: P})
    off = SessionRecord(2, date(2026, 1, 1), expected, {1: P}, cancelled=True)
    heads = SessionRecord(3, date(2026, 1, 2), expected, {}, head_count=9)
    early = SessionRecord(4, date(2026, 1, 3), expected, {1: E})
    found = rates_of([early, heads, off, held])
    assert (found.cancelled, found.counted_only) == (1, 1)
    assert found.rule_words == (
        "Here, late ones included, out of everybody expected on the day. Apologies count as "
        "expected. Left out: 2 sessions (1 cancelled and 1 with a head-count alone)."
    )
    assert [(one.label, one.sessions) for one in found.by_quarter] == [("Oct to Dec 2025", 1)]


def test_nothing_held_has_no_rate() -> None:
    found = rates_of([])
    assert (found.pooled.share, found.mean_of_personal, found.by_quarter) == (None, None, ())
