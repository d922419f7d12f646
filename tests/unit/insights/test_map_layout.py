"""The map of connections stays where it was, and nobody stands on somebody else."""

import math
from collections.abc import Hashable
from itertools import combinations
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.insights.map_layout import Cluster, lay_out, ring

CLUSTERS = [
    Cluster(letter, tuple(f"{letter}{number}" for number in range(8))) for letter in "abcdef"
]
LINKS: dict[tuple[Hashable, Hashable], int] = {
    (f"{'abcdef'[n % 6]}{n % 5}", f"{'abcdef'[(n * 5 + 1) % 6]}{(n * 3) % 5}"): 1 for n in range(34)
}


def distance(one: tuple[float, float], other: tuple[float, float]) -> float:
    return math.dist(one, other)


def test_the_same_people_and_links_give_the_same_map() -> None:
    assert lay_out(CLUSTERS, LINKS) == lay_out(CLUSTERS, dict(reversed(LINKS.items())))


def test_everybody_is_inside_the_circle_and_apart_from_each_other() -> None:
    found = lay_out(CLUSTERS, LINKS).people

    assert len(found) == 48
    assert all(math.hypot(*at) <= 1.0001 for at in found.values())
    assert min(distance(a, b) for a, b in combinations(found.values(), 2)) > 0.05


def test_one_more_link_moves_nobody_far() -> None:
    before = lay_out(CLUSTERS, LINKS).people
    after = lay_out(CLUSTERS, {**LINKS, ("a0", "d4"): 1}).people

    assert max(distance(before[who], after[who]) for who in before) < 0.12
    moved = [who for who in before if distance(before[who], after[who]) > 0.03]
    assert len(moved) <= 4


def test_one_more_person_moves_nobody_far() -> None:
    before = lay_out(CLUSTERS, LINKS).people
    larger = [Cluster("a", (*CLUSTERS[0].people, "a8")), *CLUSTERS[1:]]
    after = lay_out(larger, LINKS).people

    assert max(distance(before[who], after[who]) for who in before) < 0.2


def test_people_nobody_wrote_about_stand_at_the_rim_of_their_department() -> None:
    found = lay_out(CLUSTERS, LINKS)
    linked = {end for pair in LINKS for end in pair}

    for cluster in CLUSTERS:
        label = math.hypot(*found.labels[cluster.key])
        alone = [who for who in cluster.people if who not in linked]
        assert alone
        assert all(math.hypot(*found.people[who]) > label for who in alone)
        assert all(distance(found.people[who], found.labels[cluster.key]) < 0.7 for who in alone)


def test_a_hundred_and_fifty_people_take_a_moment() -> None:
    many = [Cluster(n, tuple(range(n * 25, n * 25 + 25))) for n in range(6)]
    links: dict[tuple[Hashable, Hashable], int] = {(n % 150, n * 7 % 150): 1 for n in range(400)}

    began = perf_counter()
    found = lay_out(many, links)
    assert perf_counter() - began < 2
    assert min(distance(a, b) for a, b in combinations(found.people.values(), 2)) > 0.01


def test_nobody_and_nothing_is_a_map_too() -> None:
    assert lay_out([], {}).people == {}
    assert lay_out([Cluster("a", ())], {}).people == {}
    alone = lay_out([Cluster("a", ("x",))], {})
    assert list(alone.people) == ["x"]
    assert ring([]) == {}


def test_departments_alone_stand_evenly_on_a_ring() -> None:
    found = list(ring(list("abcd")).values())
    sides = [distance(found[place], found[place - 1]) for place in range(4)]

    assert sides == [pytest.approx(sides[0])] * 4


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.integers(0, 9), min_size=1, max_size=9),
    st.lists(st.tuples(st.integers(0, 80), st.integers(0, 80)), max_size=40),
)
def test_any_sizes_and_links_stay_in_the_circle(
    sizes: list[int], pairs: list[tuple[int, int]]
) -> None:
    starts = [sum(sizes[:place]) for place in range(len(sizes))]
    clusters = [
        Cluster(place, tuple(range(start, start + size)))
        for place, (start, size) in enumerate(zip(starts, sizes, strict=True))
    ]
    found = lay_out(clusters, dict.fromkeys(pairs, 1)).people

    assert set(found) == set(range(sum(sizes)))
    assert all(math.hypot(*at) <= 1.0001 for at in found.values())
