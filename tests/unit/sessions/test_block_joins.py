"""Splitting and merging blocks: minutes and words are kept, what cannot be is said at its field."""

from dataclasses import replace

import pytest

from tests.unit.sessions.agendas import TWO, agenda_of, in_tracks
from workbench.foundation.errors import BadInput
from workbench.foundation.words import BlockKind
from workbench.sessions.agenda import AgendaBlock
from workbench.sessions.agenda_edits import locked
from workbench.sessions.agenda_lanes import found
from workbench.sessions.block_joins import merged, split

LONG = AgendaBlock(
    1, "Story", 25, BlockKind.INPUT, method="Told by two", to_say="Once.", values=((4, "blue"),)
)


def test_both_parts_keep_the_texts() -> None:
    first, second = split([LONG], 1)
    assert (first.minutes, second.minutes, second.title) == (13, 12, "Story (2)")
    assert second == replace(LONG, key=-1, title="Story (2)", minutes=12)
    assert [b.minutes for b in split([LONG], 1, 5)] == [5, 20]
    again = split(split([LONG], 1), -1)
    assert [b.title for b in again] == ["Story", "Story (2)", "Story (3)"]


def test_only_the_first_part_stays_locked() -> None:
    parts = split(locked(TWO, agenda_of(10, 20), 2), 2)
    assert [b.locked_start is None for b in parts] == [True, False, True]


@pytest.mark.parametrize("after", [-1, 0, 25, 10_000])
def test_a_part_without_a_minute_is_refused_at_its_field(after: int) -> None:
    with pytest.raises(BadInput, match="lasts 25 minutes") as caught:
        split([LONG], 1, after)
    assert caught.value.field == "after"


def test_one_minute_cannot_be_split() -> None:
    with pytest.raises(BadInput, match="lasts one minute"):
        split(agenda_of(1), 1)


def test_merging_joins_all_that_both_say() -> None:
    other = AgendaBlock(
        2,
        "Pairs",
        30,
        BlockKind.EXCHANGE,
        lead="Ruth",
        to_say="Turn.",
        values=((4, "red"), (5, "x")),
    )
    (whole,) = merged([LONG, other], 1)
    assert whole == AgendaBlock(
        1, "Story, then Pairs", 55, BlockKind.EXCHANGE, method="Told by two", lead="Ruth",
        to_say="Once.\nTurn.", values=((4, "blue\nred"), (5, "x")),
    )  # fmt: skip


def test_merging_inside_a_track() -> None:
    blocks = merged((in_tracks(30, (10, 20), (30,)),), 110)
    assert [b.minutes for b in found(blocks, 10).tracks[0].blocks] == [30]
    with pytest.raises(BadInput, match="No block comes after"):
        merged(blocks, 110)


def test_what_cannot_be_merged_says_why() -> None:
    with pytest.raises(BadInput, match="locked to 14:10"):
        merged(locked(TWO, agenda_of(10, 20), 2), 1)
    with pytest.raises(BadInput, match="cannot last 1,000 minutes"):
        merged(agenda_of(500, 500), 1)
    tracks = (*agenda_of(10), in_tracks(30, (30,)))
    with pytest.raises(BadInput, match="has parallel tracks, so it cannot be merged"):
        merged(tracks, 1)
    with pytest.raises(BadInput, match="No block comes after Block 10"):
        merged(tracks, 10)
    with pytest.raises(BadInput, match="cannot be split"):
        split(tracks, 10)
