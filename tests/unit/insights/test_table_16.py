"""What the reader sees of each edge case of survey science 3.16 (T-42)."""

from collections.abc import Callable
from datetime import date

import pytest

from tests.unit.insights.shown_words import (
    EVERYBODY,
    NEW,
    A,
    changed,
    link,
    said,
    trend_says,
    wave_says,
)
from workbench.foundation.errors import NotYet
from workbench.insights.change import Method
from workbench.insights.shares import Share, share_change
from workbench.surveys.intervals import share_interval, t_interval
from workbench.surveys.paired import sign_flip_p
from workbench.surveys.wave_rules import refuse_taken_date

UP_ONE = [score + 0.5 for score in A]
ALIKE = (4,) * 7
MIXED = [tuple(1 + (person * 5 + item * 3) % 7 for item in range(7)) for person in range(12)]
ITEM_3_ALIKE = [(*row[:2], 4, *row[3:]) for row in MIXED]


def linked_says(before: list[float], after: list[float]) -> str:
    return said(changed(before, after, link((before, EVERYBODY), (after, EVERYBODY))))


def partly_linked_says() -> str:
    """Twelve people all rise alike, and five came."""
    after, people = [*UP_ONE, *NEW], [*EVERYBODY, *range(20, 25)]
    return said(changed(A, after, link((A, EVERYBODY), (after, people))))


def one_day_says() -> str:
    with pytest.raises(NotYet) as refused:
        refuse_taken_date(date(2026, 3, 1), [date(2026, 3, 1)], "Safety pulse", "Take another day.")
    return str(refused.value)


Row = tuple[Callable[[], str], str]
ROWS: dict[str, Row] = {
    "all 8 answers equal 4": (
        lambda: wave_says([ALIKE] * 8),
        "Everyone has the same score, so there is no interval.",
    ),
    "all 8 answers at an end": (
        lambda: wave_says([(1, 7, 1, 7, 1, 7, 7)] * 8),
        "the answers are too alike to show: withheld to protect people",
    ),
    "one answer": (
        lambda: wave_says([ALIKE]),
        "fewer than 5 answers: not shown to protect people",
    ),
    "0 of 0": (lambda: wave_says([]), "fewer than 5 answers: not shown to protect people"),
    "identical linked waves": (
        lambda: linked_says(A, A),
        (
            "No one changed since Spring: the 12 people who answered in both waves have the same "
            "scores as then."
        ),
    ),
    "4,4,4 then 5,5,5": (
        lambda: said(changed([4, 4, 4], [5, 5, 5])),
        "Spring: not shown: fewer than 5 answers. Autumn: not shown: fewer than 5 answers.",
    ),
    "4 and 5 from twelve each": (
        lambda: said(changed([4] * 12, [5] * 12)),
        "Everyone gave the same score in Spring and Autumn, so no interval can be worked out.",
    ),
    "all differences zero": (lambda: linked_says([*A[:11], 4.0], [*A[:11], 4.0]), "No one changed"),
    "one item constant": (lambda: wave_says(ITEM_3_ALIKE), "Item 3 was answered alike by all."),
    "every item constant": (
        lambda: wave_says([(3, 4, 5, 4, 3, 4, 5)] * 8),
        "Every item was answered alike by all: how they hang together cannot be judged.",
    ),
    "constant series of 5 waves": (lambda: trend_says([4.5] * 5), "Flat over 5 waves."),
    "two waves": (
        lambda: trend_says([4.5, 4.9]),
        "2 waves: too few for a trend test, which needs 5.",
    ),
    "two waves on one date": (one_day_says, "two waves of one day could not be told apart in time"),
    "five waves on one date": (
        lambda: trend_says([4, 4.1, 4.2, 4.3, 4.4], apart=0),
        "Two waves closed on the same day, so no trend is worked out.",
    ),
    "everyone +1, all linked": (
        lambda: linked_says(A, UP_ONE),
        (
            "Everyone is up 0.5 since Spring: the 12 people who answered in both waves all changed "
            "by the same amount, so no interval can be worked out."
        ),
    ),
    "everyone +1, partly linked": (
        partly_linked_says,
        (
            "The model did not settle, so this is Derrick's t interval for partly the same people: "
            "12 linked by a code of their own (71% of the later answers), 0 left, 5 new."
        ),
    ),
}


@pytest.mark.parametrize("row", ROWS)
def test_what_the_reader_sees(row: str) -> None:
    shown, words = ROWS[row]
    found = shown()
    assert words in found
    assert "nan" not in found
    assert "inf" not in found


def test_no_figure_is_made_of_nothing() -> None:
    """The libraries answer nan, -inf and p = 0 here; ours have no figure at all."""
    assert t_interval([4.0] * 8) is None
    assert t_interval([4.0]) is None
    assert share_interval(0, 0) is None
    assert share_change(Share(0, 0), Share(3, 9)) is None
    assert changed([4] * 12, [5] * 12).comparison is None
    assert changed([4, 4, 4], [5, 5, 5]).comparison is None


def test_all_differences_zero_are_no_change_by_the_exact_check() -> None:
    assert sign_flip_p([0.0] * 9) == 1


def test_partly_linked_people_who_all_rise_alike_fall_back() -> None:
    after, people = [*UP_ONE, *NEW], [*EVERYBODY, *range(20, 25)]
    change = changed(A, after, link((A, EVERYBODY), (after, people)))
    assert change.method is Method.OVERLAPPING
    assert change.comparison is not None
