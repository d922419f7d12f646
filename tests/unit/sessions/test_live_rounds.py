"""Rounds of a block: only where the plan says so, and right after time is added or taken."""

from datetime import timedelta

import pytest

from workbench.sessions.agenda import AgendaBlock
from workbench.sessions.live_rounds import Rounds, rounds_now, rounds_of

MINUTE = timedelta(minutes=1)


@pytest.mark.parametrize(
    ("fields", "count"),
    [
        ({"method": "Troika consulting", "grouping": "Threes"}, 3),
        ({"method": "Troika consulting", "grouping": ""}, 0),
        ({"title": "Troika, three rounds"}, 3),
        ({"grouping": "4 rounds of pairs"}, 4),
        ({"grouping": "In pairs", "to_say": "10 minutes each, then swap."}, 2),
        ({"grouping": "Threes", "to_say": "20 minutes each"}, 0),
        ({"grouping": "Threes", "method": "Round"}, 0),
        ({"title": "99 rounds"}, 0),
        ({"to_say": "1 rounds"}, 0),
        ({"title": "Rounds"}, 0),
        ({}, 0),
    ],
)
def test_rounds_only_where_the_plan_says_so(fields: dict[str, str], count: int) -> None:
    block = AgendaBlock(1, **({"title": "Block", "minutes": 30} | fields))  # type: ignore[arg-type]
    assert rounds_of(block) == count


def test_the_live_picture() -> None:
    elapsed = 14 * MINUTE + timedelta(seconds=18)
    seen = rounds_now(3, 30, 30, 30 * MINUTE, elapsed)
    assert seen is not None
    assert (seen.words, seen.until_next) == ("round 2 of 3", timedelta(minutes=5, seconds=42))
    assert seen.share == pytest.approx(1 / 3)


def test_a_round_skipped_keeps_the_length_of_the_others() -> None:
    seen = rounds_now(3, 30, 20, 20 * MINUTE, 14 * MINUTE)
    assert seen == Rounds(2, 2, None, 0.5)


def test_added_time_belongs_to_the_last_round() -> None:
    seen = rounds_now(3, 30, 30, 34 * MINUTE, 29 * MINUTE)
    assert seen is not None
    assert (seen.now, seen.count, seen.until_next) == (3, 3, None)
    over = rounds_now(3, 30, 30, 30 * MINUTE, 99 * MINUTE)
    assert over is not None
    assert over.now == 3


@pytest.mark.parametrize(("rounds", "began"), [(0, 30), (1, 30), (3, 2)])
def test_nothing_to_say(rounds: int, began: int) -> None:
    assert rounds_now(rounds, began, 30, 30 * MINUTE, MINUTE) is None
    assert rounds_now(3, 30, 30, 0 * MINUTE, MINUTE) is None
