"""Help across departments by quarter, with the band that chance gives."""

from collections.abc import Hashable
from datetime import date

import pytest

from workbench.contributions.link_queries import HelpRow
from workbench.insights.silo_over_time import silo_over_time

DEPARTMENTS = {f"{letter}{number}": letter for letter in "abc" for number in range(1, 5)}
FROM_A = "a1a2 a1a2 a1a2 a2a1 a2a1 a1a3 a3a1 a4a1 a4a1 a2b1"
FROM_OTHERS = "b1b2 b1b2 b1b2 b1b2 b2b1 b3b1 b3b1 b1a1 c1a1 c1c2 c1c2 c2c1 c2c1"
EDGES = [*FROM_A.split(), *FROM_OTHERS.split()]


def rows(on: date) -> list[HelpRow]:
    """T-39's links, each as one act of help on a day."""
    numbered = {who: place for place, who in enumerate(DEPARTMENTS)}
    return [
        HelpRow(on, None, numbered[edge[:2]], numbered[edge[2:]], edge[0], edge[2])
        for edge in EDGES
    ]


def test_t39_weighted_index_stands_in_its_quarter_with_its_band() -> None:
    known: dict[Hashable, str] = dict(enumerate(DEPARTMENTS.values()))
    found = silo_over_time(rows(date(2026, 2, 3)), lambda _: known, date(2026, 8, 1))
    assert [one.label for one in found] == ["Q1 2026", "Q2 2026", "Q3 2026"]
    assert [one.end for one in found] == [date(2026, 3, 31), date(2026, 6, 30), date(2026, 8, 1)]
    index = found[0].help.index
    assert index is not None
    assert index.ei == pytest.approx(-0.7391, abs=5e-5)
    assert index.expected_ei == pytest.approx(0.4545, abs=5e-5)
    low, high = index.ei_band
    assert -1 <= low < index.expected_ei < high <= 1
    assert index.ei < low
    assert found[1].help.index is None
    assert found[1].help.reason == "0 offers of help logged: too few to say."


def test_departments_are_those_at_the_end_of_each_quarter() -> None:
    asked: list[date] = []

    def departments(on: date) -> dict[Hashable, str]:
        asked.append(on)
        return dict(enumerate(DEPARTMENTS.values()))

    both = rows(date(2025, 12, 31)) + rows(date(2026, 1, 1))
    found = silo_over_time(both, departments, date(2026, 1, 1))
    assert [one.help.across.whole for one in found] == [23, 23]
    assert asked == [date(2025, 12, 31), date(2026, 1, 1)]
    assert silo_over_time([], departments, date(2026, 1, 1)) == ()
