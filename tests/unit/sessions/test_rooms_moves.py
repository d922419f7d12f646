"""Rooms changed by hand: nobody is lost or doubled, whoever comes late finds the right room."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from workbench.sessions.rooms import Met, RoomPlan
from workbench.sessions.rooms_moves import Rooms, moved, room_for, room_of, swapped, without

ROOMS: Rooms = (RoomPlan((1, 2, 3)), RoomPlan((4, 5)), RoomPlan((6, 7, 8)), RoomPlan((9, 10), True))
PERSON = st.integers(1, 10)


@given(st.lists(st.tuples(st.booleans(), PERSON, st.integers(1, 10)), max_size=30))
def test_nobody_is_lost_or_doubled(steps: list[tuple[bool, int, int]]) -> None:
    rooms = ROOMS
    for swap, one, other in steps:
        rooms = swapped(rooms, one, other) if swap else moved(rooms, one, other % 4)
    assert sorted(person for room in rooms for person in room.people) == list(range(1, 11))
    assert [room.on_screen for room in rooms] == [False, False, False, True]


@given(PERSON, PERSON)
def test_swapping_twice_changes_nothing_and_sizes_stay(one: int, other: int) -> None:
    once = swapped(ROOMS, one, other)
    assert [len(room.people) for room in once] == [3, 2, 3, 2]
    assert room_of(once, one) == room_of(ROOMS, other)
    assert swapped(once, one, other) == ROOMS


def test_whoever_comes_sits_in_the_smallest_room_of_their_kind() -> None:
    assert room_for(ROOMS, 99) == 1
    assert room_for(ROOMS, 99, on_screen=True) == 3
    assert room_for(ROOMS[:3], 99, on_screen=True) == 1


def test_a_note_comes_before_size_and_those_not_met_before_those_met() -> None:
    assert room_for(ROOMS, 99, apart={(4, 99)}) == 0
    even = (RoomPlan((1, 2)), RoomPlan((3, 4)))
    met = {(1, 99): Met(1, date(2026, 3, 5), 1)}
    assert room_for(even, 99, met=met) == 1
    assert room_for(even, 99, apart={(1, 99), (3, 99)}) == 0


def test_a_newcomer_is_seated_and_who_leaves_is_gone() -> None:
    rooms = moved(ROOMS, 99, 1)
    assert rooms[1].people == (4, 5, 99)
    assert room_of(without(rooms, {99}), 99) is None
    assert without(rooms, {99}) == ROOMS
