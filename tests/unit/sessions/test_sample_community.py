"""The rules applied to the data behind the pictures: chips, totals and the forecast agree."""

import csv
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from workbench.foundation.words import Mark
from workbench.insights.worth_a_call import CallFacts, Meeting, worth_a_call
from workbench.sessions.attendance_rules import (
    SessionRecord,
    history,
    personal_rate,
    pooled_rate,
    session_rate,
)
from workbench.sessions.engagement import chips, shares_to_come

SAMPLE = Path(__file__).parents[3] / "../shared/design/sample"
LETTERS = {"P": Mark.PRESENT, "L": Mark.PART, "E": Mark.EXCUSED, "A": Mark.ABSENT}

pytestmark = pytest.mark.skipif(not SAMPLE.exists(), reason="the design's data is not here")


def rows(name: str) -> list[dict[str, str]]:
    with (SAMPLE / name).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


@pytest.fixture
def people() -> list[str]:
    return [row["name"] for row in rows("attendance.csv")]


@pytest.fixture
def records() -> list[SessionRecord]:
    marks = rows("attendance.csv")
    found = []
    for row in rows("sessions.csv"):
        column = row["number"]
        if row["held"] == "1":
            given = {i: LETTERS[m[column]] for i, m in enumerate(marks) if m[column]}
            on = date.fromisoformat(row["date"])
            found.append(SessionRecord(int(column), on, frozenset(given), given))
    return found


def test_chips_of_the_people_page(people: list[str], records: list[SessionRecord]) -> None:
    found = chips(range(len(people)), records)
    assert Counter(chip.engagement.value for chip in found.values()) == {
        "Regular": 25,
        "Occasional": 11,
        "Drifting": 8,
        "New": 4,
    }
    tomasz = found[people.index("Tomasz Zieliński")]
    assert tomasz.reason == "Here at 5 of the last 8, but not at the last 3"


def test_totals_row_of_the_attendance_page(records: list[SessionRecord]) -> None:
    rates = [session_rate(record) for record in records]
    assert [rate.here for rate in rates] == [
        27, 25, 26, 28, 28, 23, 26, 33, 26, 33, 35, 32, 20, 29, 34, 30,
    ]  # fmt: skip
    assert rates[-1].fraction == "30 of 48"
    assert [round(100 * (rate.share or 0)) for rate in rates][-4:] == [45, 60, 71, 62]
    assert round(100 * (pooled_rate(records).share or 0)) == 71


def test_rate_column_of_the_attendance_page(
    people: list[str], records: list[SessionRecord]
) -> None:
    assert personal_rate(people.index("Caleb Stone"), records).fraction == "6 of 13"
    assert personal_rate(people.index("Ama Boateng"), records).fraction == "15 of 16"
    assert len(history(people.index("Samir Nasser"), records)) == 3


def test_the_eight_who_missed_the_last_sessions_are_worth_a_call(
    people: list[str], records: list[SessionRecord]
) -> None:
    last = max(record.on for record in records)
    facts = [
        CallFacts(
            person,
            name,
            meetings=tuple(
                Meeting(record.on, record.mark(person))
                for record in records
                if record.counts and person in record.expected
            ),
            has_given=True,
        )
        for person, name in enumerate(people)
    ]
    listed = [call.name for call in worth_a_call(facts, last)]
    assert len(listed) == 8
    assert {"Daniel Kim", "Tomasz Zieliński", "Oskar Lindholm", "Hugo Lefèvre"} < set(listed)
    assert listed[0] == "Tomasz Zieliński"


def test_about_31_are_likely_to_come(people: list[str], records: list[SessionRecord]) -> None:
    away = frozenset({people.index("Leila Haddad"), people.index("Bea Almeida")})
    likely = sum(shares_to_come(range(len(people)), records, away).values())
    assert 30 <= likely <= 32
