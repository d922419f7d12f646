"""Every sentence about a change, a share or a trend, in every shape: no word claims too much."""

from dataclasses import replace
from datetime import date
from itertools import product

import pytest

from tests.never_said import never_said
from tests.unit.insights.shown_words import A, B, trend_over, wave
from workbench.insights.change import Comparison, Method, Obstacle, change_between
from workbench.insights.method_note import method_note
from workbench.insights.shares import Share, share_change
from workbench.insights.trend_words import trend_words
from workbench.insights.wording import wording
from workbench.surveys.linked_change import LinkedChange

INTERVALS = [(0.4, 0.9), (0.05, 0.4), (-0.2, 0.2), (-0.9, 1.2), (-0.9, -0.4), (-0.4, -0.05)]
METHODS = [Method.PAIRED, Method.RANDOM_INTERCEPT, Method.OVERLAPPING]
SPRING = replace(wave(A, invited=40), closed_on=date(2026, 3, 24))
AUTUMN = replace(wave(B, "Autumn", invited=15), closed_on=date(2026, 9, 25))


def linked(
    method: Method, ends: tuple[float, float] | None, flipped: float, moved: float = 0.0
) -> LinkedChange:
    """Return a linked change; without an interval all moved alike, by `moved` points."""
    low, high = ends or (None, None)
    return LinkedChange(
        method=method.value,
        difference=sum(ends) / 2 if ends else moved,
        ci_low=low,
        ci_high=high,
        p=0.04 if ends else None,
        effect=0.4,
        linked=12,
        left=5,
        new=0,
        flipped_p=flipped,
    )


def sentences() -> list[str]:
    """Return every short form, long form and note that a change can have."""
    changes = [
        change_between(SPRING, AUTUMN, linked(method, ends, flipped))
        for method, ends, flipped in product(METHODS, INTERVALS, (0.01, 0.2))
    ]
    changes += [
        change_between(SPRING, AUTUMN, linked(Method.PAIRED, None, 1.0, moved))
        for moved in (0.0, 0.5, -0.5)
    ]
    welch = change_between(SPRING, AUTUMN)
    changes += [
        replace(welch, comparison=Comparison((low + high) / 2, low, high, 0.5, 0.2))
        for low, high in INTERVALS
    ]
    odd = [
        replace(SPRING, n=3),
        replace(SPRING, n=7),
        replace(SPRING, sd=0.0),
        replace(SPRING, version="2"),
        replace(SPRING, in_question=True),
    ]
    changes += [change_between(one, AUTUMN) for one in odd]
    assert {change.obstacle for change in changes} == set(Obstacle)
    found = []
    for change, next_wave, matters in product(changes, ("", "December"), (None, 0.3)):
        told = replace(change, later=replace(change.later, matters=matters))
        words = wording(told, next_wave=next_wave)
        found += [words.reading, words.short, words.long, words.note]
        found.append(method_note(told, trend_over([4.0, 4.2, 4.4, 4.6, 4.8])))
    return found


def test_changes_and_their_notes() -> None:
    found = sentences()
    assert len(set(found)) > 60
    assert not [words for words in found if never_said(words)]
    assert not [words for words in found if "nan" in words or "None" in words or "  " in words]


@pytest.mark.parametrize("size", [(0.0, 0.0, 0.0), (0.4, 0.1, 0.6), (-0.4, -0.6, 0.1)])
@pytest.mark.parametrize("days", [8, 60, 200, 900])
@pytest.mark.parametrize("p", [0.01, 0.4])
def test_trends(size: tuple[float, float, float], days: int, p: float) -> None:
    assert not never_said(trend_words(6, size, days, p, 2))


@pytest.mark.parametrize("later", [(0, 20), (9, 20), (11, 20), (20, 20)])
def test_shares(later: tuple[int, int]) -> None:
    found = share_change(Share(10, 20), Share(*later))
    assert found is not None
    assert not never_said(found.sentence())
