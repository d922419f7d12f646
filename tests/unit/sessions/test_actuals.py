"""Planned against actual: visits added up, what ran over in words, and which runs teach."""

from datetime import UTC, datetime, timedelta

import pytest

from workbench.sessions.actuals import (
    RanBlock,
    counts_for_learning,
    overran,
    overran_words,
    times_of,
)

TWO = datetime(2026, 10, 1, 14, tzinfo=UTC)
HALF_PAST_THREE = TWO + timedelta(minutes=90)


def ran(
    block: int | None,
    begin: float,
    end: float,
    planned: int = 10,
    title: str = "",
    pause: float = 0,
) -> RanBlock:
    minute = timedelta(minutes=1)
    return RanBlock(
        block,
        title or f"Block {block}",
        "Round",
        planned,
        TWO + begin * minute,
        TWO + end * minute,
        pause * minute,
    )


def test_several_visits_are_one_time_and_pauses_are_left_out() -> None:
    times = times_of([ran(1, 0, 9), ran(2, 9, 15), ran(1, 15, 22, pause=3)])
    assert [(t.block, t.planned, t.taken, t.over) for t in times] == [
        (1, 10, 13, 3),
        (2, 10, 6, -4),
    ]
    assert times[0].words == "10 planned, 13 taken"


def test_blocks_that_were_merged_since_were_planned_apart() -> None:
    (time,) = times_of([ran(1, 0, 9, title="One"), ran(1, 9, 31, planned=20, title="Two")])
    assert (time.planned, time.taken) == (30, 31)


def test_blocks_passed_by_are_left_out() -> None:
    assert times_of([ran(1, 0, 0.2), ran(2, 0.2, 0.9)]) == []


def test_deleted_blocks_stay_apart_by_their_titles() -> None:
    times = times_of([ran(None, 0, 5, title="One"), ran(None, 5, 9, title="Two")])
    assert [time.title for time in times] == ["One", "Two"]


def test_what_ran_over_is_said_kindly() -> None:
    times = times_of([ran(1, 0, 11), ran(2, 11, 25), ran(3, 25, 37)])
    assert [time.block for time in overran(times)] == [2, 3]
    assert overran_words(times) == (
        '"Block 2" took 4 minutes more than planned, and 1 other block ran over too.'
    )
    assert overran_words(times[:2]) == '"Block 2" took 4 minutes more than planned.'
    assert overran_words(times[:1]) == "Every block kept to its time, give or take a minute."
    assert overran_words([]) == ""


def test_what_was_much_shorter_did_not_keep_to_its_time() -> None:
    times = times_of([ran(1, 0, 11), ran(2, 11, 14), ran(3, 14, 20)])
    assert overran_words(times) == (
        'Nothing ran over. "Block 2" took 7 minutes less than planned, and 1 other block less, too.'
    )
    assert overran_words(times[:2]) == (
        'Nothing ran over. "Block 2" took 7 minutes less than planned.'
    )


@pytest.mark.parametrize(
    ("begin", "minutes", "counts"),
    [
        (5, 20, True),
        (-179, 20, True),
        (-181, 20, False),
        (-2 * 24 * 60, 20, False),
        (90 + 181, 20, False),
        (5, 0.5, False),
    ],
)
def test_rehearsals_and_presses_too_many_do_not_teach(
    begin: float, minutes: float, counts: bool
) -> None:
    minute = timedelta(minutes=1)
    began = TWO + begin * minute
    assert counts_for_learning(began, minutes * minute, TWO, HALF_PAST_THREE) is counts
