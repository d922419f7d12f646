import csv
from collections.abc import Hashable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.insights.silo import HelpLink, SiloIndex, expected_inside, help_across

SAMPLE = Path(__file__).parents[3] / "../shared/design/sample"


def links(pairs: str) -> list[HelpLink]:
    """Read "a1>b2 a1>a2": the letter is the department."""
    ends = [pair.split(">") for pair in pairs.split()]
    return [HelpLink(giver, receiver, giver[0], receiver[0]) for giver, receiver in ends]


TWELVE: dict[Hashable, str] = {f"{letter}{number}": letter for letter in "abc" for number in "1234"}
# T-39, each directed edge once
THIRTEEN = links("a1>a2 a2>a1 a1>a3 a3>a1 a4>a1 b1>b2 b2>b1 b3>b1 b1>a1 a2>b2 c1>a1 c1>c2 c2>c1")


def index_of(found: SiloIndex | None) -> SiloIndex:
    assert found is not None
    return found


def test_worked_example_of_twelve_people() -> None:
    found = help_across(THIRTEEN, TWELVE)
    index = index_of(found.index)

    assert (found.across.part, found.across.whole) == (3, 13)
    assert index.ei == pytest.approx(-0.5385, abs=5e-5)
    assert index.expected_ei == pytest.approx(0.4545, abs=5e-5)
    assert index.value > index.chance_high
    assert "stays inside departments more than chance gives" in index.sentence()


def test_the_figures_of_the_pictures() -> None:
    if not SAMPLE.is_dir():
        pytest.skip("the design's sample is not here")
    with (SAMPLE / "people.csv").open(encoding="utf-8") as stream:
        department: dict[Hashable, str] = {
            row["name"]: row["department"] for row in csv.DictReader(stream)
        }
    with (SAMPLE / "contributions.csv").open(encoding="utf-8") as stream:
        given = [row for row in csv.DictReader(stream) if row["receiver"]]
    since_may, before = [
        [
            HelpLink(
                row["giver"], row["receiver"], department[row["giver"]], department[row["receiver"]]
            )
            for row in given
            if (int(row["session"]) > 8) is later
        ]
        for later in (True, False)
    ]

    now, then = help_across(since_may, department), help_across(before, department)

    assert (now.across.part, now.across.whole, now.people) == (24, 34, 33)
    assert (then.across.part, then.across.whole) == (12, 25)
    assert index_of(now.index).sentence() == "0.15 now, inside what chance gives (−0.13 to 0.15)."
    assert round(index_of(then.index).value, 2) == 0.42


def test_the_band_is_the_same_at_every_visit() -> None:
    assert help_across(THIRTEEN, TWELVE) == help_across(THIRTEEN, TWELVE)


def test_crossing_more_than_chance_is_said() -> None:
    crossing = [link for one in TWELVE for other in TWELVE for link in links(f"{one}>{other}")]
    crossing = [link for link in crossing if link.across]

    assert (
        "crosses more than chance gives" in index_of(help_across(crossing, TWELVE).index).sentence()
    )


def test_too_few_links_give_no_index() -> None:
    found = help_across(THIRTEEN[:9], TWELVE)

    assert found.index is None
    assert found.reason == "9 offers of help logged: too few to say."
    assert help_across([], {}).across.value is None


def test_one_department_gives_no_index() -> None:
    alone = links("a1>a2 " * 12)

    found = help_across(alone, {"a1": "a", "a2": "a"})

    assert found.index is None
    assert found.reason.startswith("Everybody is in one department")


def test_people_without_a_department_are_left_out_and_counted() -> None:
    unknown = HelpLink("x", "a1", "", "a")

    found = help_across([*THIRTEEN, unknown], {**TWELVE, "x": ""})

    assert (found.left_out, found.across.whole) == (1, 13)
    assert found.index == help_across(THIRTEEN, TWELVE).index


def test_helpers_from_outside_the_roster_count_with_their_department() -> None:
    guest = links("g1>a1")

    assert index_of(help_across([*THIRTEEN, *guest], TWELVE).index).expected_inside < (
        expected_inside(TWELVE)
    )


@settings(max_examples=15, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11)), min_size=10, max_size=25))
def test_the_index_lies_between_its_ends(pairs: list[tuple[int, int]]) -> None:
    names = list(TWELVE)
    made = [
        HelpLink(names[giver], names[receiver], TWELVE[names[giver]], TWELVE[names[receiver]])
        for giver, receiver in pairs
        if giver != receiver
    ]
    found = help_across(made, TWELVE)
    if found.index is not None:
        lowest = -found.index.expected_inside / (1 - found.index.expected_inside)
        assert lowest - 1e-9 <= found.index.value <= 1 + 1e-9
        assert lowest - 1e-9 <= found.index.chance_low <= found.index.chance_high <= 1 + 1e-9
