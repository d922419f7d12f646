"""The graph of twelve people in the reference (T-39), and rules that hold for any graph."""

from collections.abc import Hashable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.insights.connections import (
    Graph,
    components,
    crossing_by_department,
    density,
    directed_crossing,
    graph_of,
    isolates,
    neighbours,
    pair_crossing,
    pair_density,
    returned,
    weighted_crossing,
)
from workbench.insights.network_figures import (
    assortativity,
    betweenness,
    expected_ei,
    in_degree_centralisation,
    in_degrees,
    modularity,
    shuffled_ei,
    transitivity,
)
from workbench.insights.shares import Share

PEOPLE = [f"{letter}{number}" for letter in "abc" for number in "1234"]
DEPARTMENTS: dict[Hashable, str] = {who: who[0] for who in PEOPLE}
ACTS = {
    "a1>a2": 3, "a2>a1": 2, "a1>a3": 1, "a3>a1": 1, "a4>a1": 2, "b1>b2": 4, "b2>b1": 1,
    "b3>b1": 2, "b1>a1": 1, "a2>b2": 1, "c1>a1": 1, "c1>c2": 2, "c2>c1": 2,
}  # fmt: skip


def graph(people: list[str], acts: dict[str, int]) -> Graph:
    one_by_one = [pair for pair, times in acts.items() for _ in range(times)]
    return graph_of(people, [(giver, receiver) for giver, receiver in map(_ends, one_by_one)])


def _ends(pair: str) -> tuple[str, str]:
    giver, receiver = pair.split(">")
    return giver, receiver


TWELVE = graph(PEOPLE, ACTS)


def near(value: float) -> object:
    return pytest.approx(value, abs=5e-5)


def test_size_and_density() -> None:
    assert (len(TWELVE.people), len(TWELVE.acts), len(TWELVE.pairs)) == (12, 13, 9)
    assert density(TWELVE) == near(0.0985)
    assert pair_density(TWELVE) == near(0.1364)
    assert transitivity(TWELVE) == 0


def test_eight_of_thirteen_are_returned() -> None:
    assert returned(TWELVE) == Share(8, 13)
    assert returned(TWELVE).value == near(0.6154)


def test_who_stands_alone_and_what_hangs_together() -> None:
    assert isolates(TWELVE) == ("b4", "c3", "c4")
    assert [len(group) for group in components(TWELVE)] == [9, 1, 1, 1]


def test_the_three_versions_of_the_ei_index_are_named() -> None:
    directed, pairs = directed_crossing(TWELVE, DEPARTMENTS), pair_crossing(TWELVE, DEPARTMENTS)
    weighted = weighted_crossing(TWELVE, DEPARTMENTS)

    assert (directed.across, directed.inside, directed.ei) == (3, 10, near(-0.5385))
    assert (pairs.across, pairs.inside, pairs.ei) == (3, 6, near(-0.3333))
    assert (weighted.across, weighted.inside, weighted.ei) == (3, 20, near(-0.7391))


def test_departments_read_zero_though_the_whole_is_siloed() -> None:
    by_department = crossing_by_department(TWELVE, DEPARTMENTS)

    assert [found.across for found in by_department.values()] == [3, 2, 1]
    assert {name: found.ei for name, found in by_department.items()} == {"a": 0, "b": 0, "c": 0}


def test_nine_thousand_nine_hundred_ninety_nine_shuffles() -> None:
    found = shuffled_ei(TWELVE, DEPARTMENTS)

    assert found is not None
    assert found.observed == near(-0.3333)
    assert found.expected == near(0.4545)
    assert found.mean == near(0.4539)
    assert found.at_most == near(0.0014)
    assert shuffled_ei(TWELVE, DEPARTMENTS, shuffles=99, seed=2) != found


def test_centralisation_and_betweenness() -> None:
    assert in_degrees(TWELVE)["a1"] == 5
    assert in_degree_centralisation(TWELVE) == near(0.3884)
    between = betweenness(TWELVE)
    expected = {"a1": 0.4, "b1": 0.1727, "c1": 0.1273, "a2": 0.0455, "b2": 0.0182}
    assert {who: share for who, share in between.items() if share} == {
        who: near(share) for who, share in expected.items()
    }


def test_likeness_of_ends() -> None:
    assert assortativity(TWELVE, DEPARTMENTS, directed=True) == near(0.6286)
    assert assortativity(TWELVE, DEPARTMENTS, directed=False) == near(0.4545)
    assert modularity(TWELVE, DEPARTMENTS) == near(0.2778)


def test_nothing_logged_says_nothing() -> None:
    alone = graph_of(["a"], [])
    nobody = graph_of([], [])

    assert density(alone) is pair_density(alone) is in_degree_centralisation(alone) is None
    assert returned(alone) == Share(0, 0)
    assert components(nobody) == isolates(nobody) == ()
    assert directed_crossing(alone, {"a": "A"}).ei is None
    assert shuffled_ei(alone, {"a": "A"}) is None
    assert modularity(alone, {}) is assortativity(alone, {}, directed=True) is None
    assert betweenness(graph_of(["a", "b"], [("a", "b")])) == {"a": 0, "b": 0}
    assert betweenness(graph_of("abc", [("a", "b"), ("c", "b")])) == {"a": 0, "b": 1, "c": 0}


def test_a_triangle_is_closed_and_nobody_helps_themselves() -> None:
    three = graph_of([], [("a", "b"), ("b", "c"), ("c", "a"), ("a", "a")])

    assert three.people == ("a", "b", "c")
    assert transitivity(three) == 1
    assert len(three.acts) == 3


def test_people_without_a_department_are_left_out_of_the_crossing() -> None:
    found = directed_crossing(graph_of([], [("a", "b"), ("a", "c")]), {"a": "A", "b": "B"})

    assert (found.inside, found.across) == (0, 1)


_ACTS = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=40)


@settings(max_examples=40)
@given(_ACTS)
def test_groups_hold_everybody_once_and_no_link_leaves_one(acts: list[tuple[int, int]]) -> None:
    found = graph_of(range(10), acts)
    groups = components(found)
    group_of = {who: place for place, group in enumerate(groups) for who in group}

    assert set(group_of) == set(range(10))
    assert sum(len(group) for group in groups) == 10
    assert all(group_of[giver] == group_of[receiver] for giver, receiver in found.acts)
    assert {group[0] for group in groups if len(group) == 1} == set(isolates(found))


@settings(max_examples=40)
@given(_ACTS)
def test_turning_every_act_round_changes_neither_return_nor_pairs(
    acts: list[tuple[int, int]],
) -> None:
    found = graph_of(range(10), acts)
    turned = graph_of(range(10), [(receiver, giver) for giver, receiver in acts])

    assert returned(found) == returned(turned)
    assert found.pairs == turned.pairs
    assert neighbours(found) == neighbours(turned)
    assert returned(found).part % 2 == 0


@settings(max_examples=30)
@given(st.lists(st.sampled_from("abc"), min_size=2, max_size=9))
def test_expected_index_is_that_of_everybody_linked_with_everybody(labels: list[str]) -> None:
    everybody = range(len(labels))
    whole = graph_of(everybody, [(a, b) for a in everybody for b in everybody])
    departments: dict[Hashable, str] = dict(enumerate(labels))

    assert pair_crossing(whole, departments).ei == pytest.approx(expected_ei(labels))
