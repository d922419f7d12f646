"""Chips with their reasons, runs, and the private list."""

from datetime import date, timedelta

import pytest

from workbench.foundation.words import Mark
from workbench.sessions.attendance_rules import SessionRecord
from workbench.sessions.engagement import (
    Engagement,
    Thresholds,
    active,
    chip,
    missed_lately,
    runs,
    shares_to_come,
)

LETTERS = {
    "P": Mark.PRESENT,
    "L": Mark.PART,
    "E": Mark.EXCUSED,
    "A": Mark.ABSENT,
    "U": Mark.UNKNOWN,
}
DAY = date(2026, 3, 5)


def marks(letters: str) -> list[Mark]:
    return [LETTERS[letter] for letter in letters]


@pytest.mark.parametrize(
    ("letters", "engagement", "reason"),
    [
        ("", "New", "Joined, no session since"),
        ("A", "New", "Joined one session ago"),
        ("AAA", "New", "Joined 3 sessions ago"),
        ("PPPP", "Regular", "Here at 4 of the last 4"),
        ("PPPPPLAA", "Regular", "Here at 6 of the last 8"),
        ("PPPPPEAA", "Drifting", "Here at 5 of the last 8, but not at the last 3"),
        ("PPPEPAAA", "Drifting", "Here at 4 of the last 8, but missed the last 3"),
        ("PAAAAAAAAA", "Drifting", "Came before, but missed the last 9"),
        ("AAAA", "Occasional", "Here at 0 of the last 4"),
        ("PPPPPUUU", "Occasional", "Here at 5 of the last 8 (3 not known)"),
        ("PPPPPAUAEP", "Occasional", "Here at 4 of the last 8 (1 not known)"),
        ("PPPPPPAUAE", "Drifting", "Here at 4 of the last 8, but not at the last 3 (1 not known)"),
    ],
)
def test_chip(letters: str, engagement: str, reason: str) -> None:
    found = chip(marks(letters))
    assert (found.engagement.value, found.reason) == (engagement, reason)


def test_thresholds_are_the_facilitators() -> None:
    eager = Thresholds(look_back=4, new_within=0, missed_to_drift=2, regular_from=1.0)
    assert chip(marks("PPPPAA"), eager).engagement is Engagement.DRIFTING
    assert chip(marks("PPPA"), eager).engagement is Engagement.OCCASIONAL
    assert chip(marks("PPPP"), eager).engagement is Engagement.REGULAR


def test_not_known_alone_makes_nobody_drift() -> None:
    assert missed_lately(marks("PUUUU")) == 0
    assert chip(marks("PPUUUU")).engagement is not Engagement.DRIFTING


def test_apologies_and_not_knowns_do_not_break_a_run() -> None:
    run = runs(marks("PPAPEUP"))
    assert (run.longest, run.current) == (2, 2)


def test_active_is_one_of_the_last_three() -> None:
    assert active(marks("AAPAA"))
    assert not active(marks("PAAA"))


def rows(*letters: str) -> list[SessionRecord]:
    found = []
    for column in range(len(letters[0])):
        made = {p: LETTERS[row[column]] for p, row in enumerate(letters) if row[column] != "-"}
        found.append(SessionRecord(column, DAY + timedelta(column), frozenset(made), made))
    return found


def test_likely_to_come_adds_shares_and_leaves_out_apologies() -> None:
    records = rows("PPPP", "PAPA", "AAAA")
    assert sum(shares_to_come([0, 1, 2], records).values()) == pytest.approx(1.5)
    assert sum(shares_to_come([0, 1, 2], records, frozenset({0})).values()) == pytest.approx(0.5)
    assert sum(shares_to_come([7], records).values()) == pytest.approx(0.5)
