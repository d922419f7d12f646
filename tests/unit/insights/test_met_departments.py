"""Departments that never met: named from five people on, otherwise counted."""

from workbench.insights.met_departments import department_sizes, never_met

SIZES = {"Sales": 6, "Finance": 5, "Care": 5, "Legal": 2}


def test_a_shared_room_or_logged_help_is_a_meeting() -> None:
    found = never_met(SIZES, [{"Sales", "Finance"}], [("Care", "Sales")])
    assert found.pairs == (("Care", "Finance"),)
    assert (found.unnamed, found.of) == (3, 6)
    first, *others = found.sentences
    assert first.startswith("4 of 6 pairs of departments never met: no session of up to 12 people")
    assert others == [
        "Care and Finance",
        "3 pairs with departments of fewer than 5 people, not named.",
    ]


def test_all_met_and_nobody_to_meet() -> None:
    assert never_met(SIZES, [set(SIZES)], []).sentences == ("All 6 pairs of departments have met.",)
    assert "nobody else to meet" in never_met({"Sales": 9}, [], []).sentences[0]


def test_people_without_a_department_are_left_out() -> None:
    assert department_sizes(["Sales", "", "Care", "Sales"]) == {"Sales": 2, "Care": 1}
    assert never_met({}, [{"Elsewhere", "Sales"}], [("A", "B")]).of == 0
