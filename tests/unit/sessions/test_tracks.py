"""Parallel tracks: their starts, their length beside the block, and edits of them."""

from datetime import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.sessions.agendas import TWO, agenda_of, in_tracks
from workbench.foundation.errors import BadInput, NotFound
from workbench.sessions.agenda import PlacedBlock, place
from workbench.sessions.agenda_edits import checked, locked, moved_to, with_minutes
from workbench.sessions.agenda_lanes import Blocks, Lane, Spot, found
from workbench.sessions.agenda_troubles import troubles
from workbench.sessions.overrun import overruns
from workbench.sessions.track_edits import (
    MOST_TRACKS,
    put_in_tracks,
    track_added,
    track_changed,
    track_removed,
    tracks_ended,
)
from workbench.sessions.track_troubles import track_troubles

LUNCH = (*agenda_of(10), in_tracks(30, (20, 10), (15, 20), (25,)), *agenda_of(0, 15)[1:])


def placed_at(blocks: Blocks, at: int, slot: int = 60) -> PlacedBlock:
    return place(TWO, slot, blocks).blocks[at]


def test_tracks_start_with_their_block_and_run_side_by_side() -> None:
    agenda = place(TWO, 60, LUNCH)
    assert [(p.block.key, p.start) for p in agenda.everything] == [
        (1, 0), (10, 10), (110, 10), (111, 30), (120, 10), (121, 25), (130, 10), (2, 40),
    ]  # fmt: skip
    assert agenda.end == 55
    assert [(t.over, t.open) for t in agenda.blocks[1].tracks] == [(0, 0), (5, 0), (0, 5)]


def test_other_lengths_are_said_with_their_mends() -> None:
    said = track_troubles(placed_at(LUNCH, 1))
    assert {number: trouble.words for number, trouble in said.items()} == {
        2: "B runs 5 min over this block",
        3: "C ends 5 min before the others",
    }
    assert [trim.words for trim in said[2].mends] == [
        "Make the block 35 min",
        "Shorten Part 121 to 15 min",
        "Spread over the track",
    ]
    for trim in said[2].mends:
        assert 2 not in track_troubles(placed_at(with_minutes(LUNCH, trim.minutes), 1))
    (longer,) = said[3].mends
    assert longer.words == "Make Part 130 30 min"
    assert 3 not in track_troubles(placed_at(with_minutes(LUNCH, longer.minutes), 1))


def test_a_block_longer_than_all_its_tracks_can_be_shortened() -> None:
    blocks = (in_tracks(30, (20,), (15,)),)
    said = track_troubles(placed_at(blocks, 0))
    assert said[1].words == "A ends 10 min before this block"
    shorter = said[1].mends[-1]
    assert shorter.words == "Make the block 20 min"
    assert 1 not in track_troubles(placed_at(with_minutes(blocks, shorter.minutes), 0))


def test_a_lock_in_a_track_is_said_where_it_arises() -> None:
    blocks = locked(TWO, LUNCH, 111, time(14, 25))
    assert troubles(place(TWO, 60, blocks)) == {111: "Starts 5 min before the block above ends"}
    trouble = track_troubles(placed_at(blocks, 1))[1]
    assert trouble.words == "5 min over: Part 111 is locked to 14:25"
    after = with_minutes(blocks, trouble.mends[0].minutes)
    assert troubles(place(TWO, 60, after)) == {}
    early = locked(TWO, LUNCH, 110, time(14, 4))
    assert troubles(place(TWO, 60, early))[110] == "Starts 6 min before the tracks do"
    with pytest.raises(BadInput, match="before the session starts"):
        locked(TWO, LUNCH, 110, time(13, 59))


def test_an_empty_track_says_so() -> None:
    trouble = track_troubles(placed_at((in_tracks(30, (30,), ()),), 0))[2]
    assert (trouble.words, trouble.mends) == ("Nothing is planned in B yet", ())


def test_running_in_tracks_and_back() -> None:
    blocks = put_in_tracks(agenda_of(10, 20), 2)
    block = found(blocks, 2)
    assert [(t.number, t.said, [b.minutes for b in t.blocks]) for t in block.tracks] == [
        (1, "Track 1", [20]),
        (2, "Track 2", [20]),
    ]
    assert track_troubles(placed_at(blocks, 1)) == {}
    assert tracks_ended(blocks, 2) == agenda_of(10, 20)


def test_tracks_keep_their_numbers_when_one_goes() -> None:
    blocks = track_added(track_removed(LUNCH, 10, 1), 10, "  Room   D ")
    assert [(t.number, t.said) for t in found(blocks, 10).tracks] == [
        (2, "B"), (3, "C"), (4, "Room D"),
    ]  # fmt: skip
    named = track_changed(blocks, 10, 4, "", "Library", "Ana")
    assert found(named, 10).tracks[-1].said == "Track 4"
    with pytest.raises(NotFound):
        track_removed(blocks, 10, 1)


def test_tracks_do_not_stand_in_tracks() -> None:
    with pytest.raises(BadInput, match="cannot stand in a track itself"):
        moved_to((*LUNCH, in_tracks(9, (9,), key=50)), 50, Spot(0, Lane(10, 1)))
    with pytest.raises(BadInput, match="cannot stand in a track itself"):
        moved_to(LUNCH, 10, Spot(0, Lane(10, 1)))
    with pytest.raises(BadInput, match="cannot have tracks itself"):
        put_in_tracks(LUNCH, 110)
    with pytest.raises(BadInput, match="already"):
        put_in_tracks(LUNCH, 10)
    assert checked(TWO, LUNCH) == LUNCH


def test_too_many_tracks_are_refused() -> None:
    with pytest.raises(BadInput, match="12 parallel tracks"):
        put_in_tracks(agenda_of(10), 1, MOST_TRACKS + 1)


def test_a_block_moves_into_a_track_and_out() -> None:
    inside = moved_to(LUNCH, 1, Spot(1, Lane(10, 2)))
    assert [b.key for b in found(inside, 10).tracks[1].blocks] == [120, 1, 121]
    assert moved_to(inside, 1, Spot(0)) == LUNCH


@settings(max_examples=60)
@given(
    st.lists(st.lists(st.integers(1, 40), min_size=1, max_size=3), min_size=2, max_size=3),
    st.lists(st.integers(1, 60), max_size=3),
    st.integers(1, 120),
)
def test_trims_keep_tracks_inside_their_block(
    inside: list[list[int]], others: list[int], slot: int
) -> None:
    longest = max(sum(track) for track in inside)
    blocks = (in_tracks(longest, *map(tuple, inside)), *agenda_of(*others))
    for overrun in overruns(place(TWO, slot, blocks)):
        for trim in overrun.trims:
            after = checked(TWO, with_minutes(blocks, trim.minutes))
            agenda = place(TWO, slot, after)
            assert agenda.end == slot
            assert not any(track.over for track in agenda.blocks[0].tracks)
