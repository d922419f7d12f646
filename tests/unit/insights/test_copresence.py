"""Sessions shared by two people (T-40), and what a large session is worth."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.insights.copresence import Together, overlap, together

ROWS = {"v": "1101", "w": "1011", "x": "0110", "y": "1111", "z": "0000"}
THERE = {who: {place for place, mark in enumerate(row) if mark == "1"} for who, row in ROWS.items()}
SESSIONS = [{who for who, row in ROWS.items() if row[place] == "1"} for place in range(4)]


def test_the_five_people_of_the_reference() -> None:
    found = together(SESSIONS)

    assert {pair: found[frozenset(pair)].sessions for pair in ("vw", "vy", "vx")} == {
        "vw": 2,
        "vy": 3,
        "vx": 1,
    }
    assert overlap(THERE["v"], THERE["w"]) == 0.5
    assert overlap(THERE["v"], THERE["y"]) == 0.75
    assert not any("z" in pair for pair in found)
    assert overlap(THERE["z"], THERE["z"]) is None


def test_a_large_session_weighs_less_and_one_over_twelve_nothing() -> None:
    pair, dozen, crowd = ["a", "b"], list("abcdefghijkl"), list("abcdefghijklm")

    assert together([pair])[frozenset("ab")] == Together(1, 1.0)
    assert together([dozen])[frozenset("ab")].weight == pytest.approx(1 / 11)
    assert together([crowd]) == {}
    assert together([crowd], largest=13)[frozenset("ab")].sessions == 1


@settings(max_examples=40)
@given(st.lists(st.sets(st.integers(0, 7)), max_size=8))
def test_everybody_has_at_most_the_weight_of_their_sessions(sessions: list[set[int]]) -> None:
    found = together(sessions)

    for who in range(8):
        mine = [there for there in sessions if who in there and len(there) > 1]
        weight = sum(tie.weight for pair, tie in found.items() if who in pair)
        assert weight == pytest.approx(len(mine))
    for first, second in combinations(range(8), 2):
        both = sum({first, second} <= there for there in sessions)
        assert found.get(frozenset((first, second)), Together(0, 0)).sessions == both
