"""Two hundred people in rooms of 4 after twenty draws: seconds beside a floor, and how good."""

import random
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from statistics import mean

import pytest

from workbench.sessions.rooms import Asked, Honour, Met, RoomPlan, Sitter, compose, pair
from workbench.sessions.rooms_figures import figures

DRAWS, TRIES = 20, 1000
SIZES = {31: 4, 48: 4, 200: 4}


@dataclass(frozen=True, slots=True)
class Season:
    """People and the pairs who met in the draws before, made by lot within the departments."""

    sitters: tuple[Sitter, ...]
    met: dict[tuple[int, int], Met]


def by_lot(lot: random.Random, people: int, size: int) -> list[RoomPlan]:
    names = list(range(people))
    lot.shuffle(names)
    rooms = -(-people // size)
    return [RoomPlan(tuple(names[start::rooms])) for start in range(rooms)]


def season(people: int, size: int) -> Season:
    lot = random.Random(people)
    departments = [0] * 12 + [1] * 10 + [2] * 9 + [3] * 7 + [4] * 6 + [5] * 4
    sitters = tuple(
        Sitter(
            n, lot.choice(departments), newcomer=n % 12 == 5, regular=n % 2 == 0,
            tenure=lot.randrange(1500), on_screen=n % 3 == 0,
        )
        for n in range(people)
    )  # fmt: skip
    met: dict[tuple[int, int], Met] = {}
    for number in range(DRAWS):
        for room in by_lot(lot, people, size):
            for one, other in combinations(room.people, 2):
                known = met.get(pair(one, other))
                times = known.times + 1 if known else 1
                met[pair(one, other)] = Met(times, date(2026, 1, 1), DRAWS - number)
    return Season(sitters, met)


def scored(rooms: Sequence[RoomPlan], made: Season) -> tuple[int, int]:
    """Return repeated pairs, and new ones across departments, counted as plainly as can be."""
    of = made.sitters
    drawn = [pair(*two) for room in rooms for two in combinations(room.people, 2)]
    again = sum(two in made.met for two in drawn)
    across = sum(
        two not in made.met and of[two[0]].department != of[two[1]].department for two in drawn
    )
    return again, across


@pytest.mark.parametrize(("people", "size"), SIZES.items())
def test_a_draw_beats_lots_and_is_quick(
    people: int, size: int, capsys: pytest.CaptureFixture[str]
) -> None:
    made = season(people, size)
    apart = frozenset(pair(n, (n * 7 + 1) % people) for n in range(0, people, 9))
    asked = Asked(made.sitters, size, met=made.met, apart=apart, pins={0: 0, 1: 1})
    lot = random.Random(1)
    began = time.perf_counter()
    lots = [scored(by_lot(lot, people, size), made) for _ in range(TRIES)]
    floor = (time.perf_counter() - began) / TRIES
    compose(asked)  # the arithmetic library is loaded
    began = time.perf_counter()
    drawn = compose(asked)
    seconds = time.perf_counter() - began
    met, across = scored(drawn.rooms, made)
    few, many = min(again for again, _ in lots), max(new for _, new in lots)
    ours = figures(drawn.rooms, made.sitters, made.met)
    said = (
        f"\n{people} people by {size}: {seconds:.2f} s; a draw by lot, counted: "
        f"{floor * 1000:.2f} ms; ratio {seconds / floor:.0f}\n"
        f"  repeated pairs {met} of {ours.pairs}; by lot {mean(n for n, _ in lots):.1f}, "
        f"best of {TRIES} {few}\n"
        f"  new across departments {across}; by lot {mean(n for _, n in lots):.1f}, "
        f"best of {TRIES} {many}\n"
        f"  departments in the least mixed room {ours.least_departments}\n"
    )
    with capsys.disabled():
        sys.stdout.write(said)
    assert drawn.honour is Honour.HELD
    assert seconds < 1.0
    assert met < few
    assert across > many
    assert ours.least_departments >= (3 if people > 100 else 2)
