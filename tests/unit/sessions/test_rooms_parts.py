"""Sizes, figures beside chance, the matrix, the season's pairs: what a draw is measured by."""

import random
from datetime import date
from itertools import combinations, pairwise
from statistics import mean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.sessions.rooms import Met, RoomPlan, Sitter, pair
from workbench.sessions.rooms_figures import figures, matrix
from workbench.sessions.rooms_season import (
    UsedDraw,
    UsedRoom,
    known_places,
    leads,
    met_before,
    size_for,
)
from workbench.sessions.rooms_sizes import laid_out, room_sizes

MARCH, JUNE = date(2026, 3, 5), date(2026, 6, 11)


def test_31_people_by_4() -> None:
    assert room_sizes(31, 4) == [4] * 7 + [3]
    assert room_sizes(31, 4, larger=True) == [5, 5, 5, 4, 4, 4, 4]


@given(people=st.integers(2, 300), size=st.integers(2, 12), larger=st.booleans())
def test_sizes_seat_everybody_as_equally_as_can_be(people: int, size: int, larger: bool) -> None:
    sizes = room_sizes(people, size, larger=larger)
    assert sum(sizes) == people
    assert max(sizes) - min(sizes) <= 1
    assert min(sizes) >= 2
    if not larger and people >= 2 * size:
        assert max(sizes) <= max(3, size)


def test_screens_have_rooms_of_their_own_at_the_end() -> None:
    layout = laid_out([n < 11 for n in range(31)], 4, {})
    assert layout.sizes == (4, 4, 4, 4, 4, 4, 4, 3)
    assert layout.screens == (False,) * 5 + (True,) * 3


def test_one_person_on_screen_is_not_left_alone_there() -> None:
    layout = laid_out([n == 0 for n in range(8)], 4, {})
    assert (layout.sizes, layout.screens) == ((4, 4), (False, True))


def test_a_room_grows_for_those_pinned_to_it_and_far_pins_are_dropped() -> None:
    layout = laid_out([False] * 8, 4, {0: 0, 1: 0, 2: 0, 3: 0, 4: 0, 5: 7})
    assert layout.sizes == (5, 3)
    assert 5 not in layout.pins


def test_chance_is_what_many_draws_by_lot_give() -> None:
    lot = random.Random(1)
    sitters = [Sitter(n, n % 4) for n in range(19)]
    met = {
        pair(a, b): Met(1, MARCH, 1) for a, b in combinations(range(19), 2) if lot.random() < 0.4
    }

    def by_lot() -> list[RoomPlan]:
        names = list(range(19))
        lot.shuffle(names)
        cuts = [0, 4, 8, 12, 16, 19]
        return [RoomPlan(tuple(names[a:b])) for a, b in pairwise(cuts)]

    found = [figures(by_lot(), sitters, met) for _ in range(1500)]
    first = found[0]
    assert first.pairs == 27
    for name in ("new", "across", "met"):
        share = getattr(first, name)
        assert share.by_chance == pytest.approx(
            mean(getattr(one, name).count for one in found), abs=0.25
        )
    assert first.new.by_chance + first.met.by_chance == pytest.approx(27)


def test_lines_say_what_is_new_in_each_room() -> None:
    met = {(0, 1): Met(1, MARCH, 3), (2, 3): Met(2, JUNE, 1), (2, 4): Met(1, JUNE, 1)}
    rooms = [RoomPlan((0, 1)), RoomPlan((2, 3, 4)), RoomPlan((5, 6, 7))]
    found = figures(rooms, [Sitter(n, n) for n in range(8)], met)
    assert [line.words for line in found.lines] == [
        "0 new meetings · 1 met 5 Mar",
        "1 new meeting · 2 met before",
        "3 new meetings",
    ]
    assert (found.met.count, found.met_words) == (3, "at most twice")


def test_people_without_a_department_are_not_counted_as_across() -> None:
    found = figures([RoomPlan((0, 1, 2))], [Sitter(0, 1), Sitter(1), Sitter(2, 2)], {})
    assert (found.new.count, found.across.count) == (3, 1)


def test_the_matrix_counts_pairs_of_departments() -> None:
    of = {0: 10, 1: 10, 2: 20, 3: 20, 4: 30}
    met = {(0, 1): Met(1, MARCH, 1), (0, 2): Met(3, MARCH, 1), (0, 99): Met(1, MARCH, 1)}
    cells = {
        (cell.row, cell.column): cell
        for cell in matrix([10, 20, 30], of, met, [RoomPlan((1, 2)), RoomPlan((0, 1))])
    }
    assert cells[0, 0].share == 1.0
    assert not cells[0, 0].adds
    assert cells[1, 0].share == 0.25
    assert cells[1, 0].adds
    assert cells[2, 2].share is None
    assert len(cells) == 6


def draw(number: int, on: date, *rooms: tuple[int, ...], block: int | None = None) -> UsedDraw:
    return UsedDraw(
        number, number, block, on, 4,
        tuple(UsedRoom(place, f"Room {place}", f"Table {number}-{place}", False, people)
              for place, people in enumerate(rooms)),
    )  # fmt: skip


def test_pairs_of_the_season_with_how_often_when_and_how_long_ago() -> None:
    draws = [draw(1, MARCH, (5, 2, 9)), draw(2, JUNE, (2, 5), (9, 1))]
    assert met_before(draws) == {
        (2, 5): Met(2, JUNE, 1),
        (5, 9): Met(1, MARCH, 2),
        (2, 9): Met(1, MARCH, 2),
        (1, 9): Met(1, JUNE, 1),
    }
    assert met_before(draws, (2, None)) == met_before(draws[:1])


def test_places_are_those_last_used_and_of_earlier_draws_beyond() -> None:
    draws = [draw(1, MARCH, (1, 2), (3, 4), (5, 6)), draw(2, JUNE, (1, 3), (2, 4))]
    assert known_places(draws, on_screen=False) == ["Table 2-0", "Table 2-1", "Table 1-2"]
    assert known_places(draws, on_screen=True) == []


@pytest.mark.parametrize(
    ("grouping", "size"),
    [("Threes", 3), ("pairs", 2), ("In fours.", 4), ("", 4), ("Rooms of 5", 5), ("all 48", 4)],
)
def test_size_that_a_block_says(grouping: str, size: int) -> None:
    assert size_for(grouping) == size


def test_leads_are_found_by_whole_or_clear_first_names() -> None:
    names = {1: "Priya Raman", 2: "Ravi Iyer", 3: "Ana Silva", 4: "Ana Costa"}
    assert leads(["Ravi, Priya", "Ruth", "Everyone"], names) == [1, 2]
    assert leads(["Ana and Ravi Iyer"], names) == [2]
    assert leads(["Ana Costa & priya"], names) == [4, 1]
