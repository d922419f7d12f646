"""One list of materials out of what is written anywhere: parted, joined, with who needs it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.foundation.text import fold
from workbench.sessions.materials import (
    Need,
    collected,
    materials_text,
    split_materials,
)


@pytest.mark.parametrize(
    ("text", "things"),
    [
        ("", []),
        (" , ; \n - \n", []),
        ("Troika card (printed 11)", ["Troika card (printed 11)"]),
        ("Wall, sticky notes, pens", ["Wall", "sticky notes", "pens"]),
        ("Cards and pens", ["Cards and pens"]),
        ("- Cards\n* Pens\n• Tape\n3. Bell\n[ ] Tea", ["Cards", "Pens", "Tape", "Bell", "Tea"]),
        ("Sheets (A3, white; 11 of them), tape", ["Sheets (A3, white; 11 of them)", "tape"]),
        ("Rope 1,5 m; 2,000 beads", ["Rope 1,5 m", "2,000 beads"]),
        ("11 cards,12 pens", ["11 cards", "12 pens"]),
        ("Card (open, pens", ["Card (open, pens"]),
        ("odd), pens", ["odd)", "pens"]),
        ("Handout.", ["Handout"]),
        ("Flip-chart – two", ["Flip-chart – two"]),
        ("3.5 mm jack", ["3.5 mm jack"]),
    ],
)
def test_things_are_parted_where_a_person_would(text: str, things: list[str]) -> None:
    assert split_materials(text) == things


def test_the_same_thing_stands_once_with_all_that_need_it() -> None:
    first, second = Need("14:00", "Check-in"), Need("14:47", "Bring one handover")
    found = collected(
        [
            (first, "Pens, PENS"),
            (second, "Troika card (printed 11)\n  pens"),
            (Need("by Mon 12 Oct", "Read"), "Café list"),
            (first, "Cafe  list"),
        ]
    )
    assert [material.line for material in found] == [
        "Pens - 14:00 Check-in; 14:47 Bring one handover",
        "Troika card (printed 11) - 14:47 Bring one handover",
        "Café list - by Mon 12 Oct Read; 14:00 Check-in",
    ]
    assert materials_text("Handovers", found).startswith("Handovers\n- Pens - 14:00 Check-in; ")
    assert materials_text("Handovers", []) == "Handovers\nNothing is needed.\n"


@settings(max_examples=80, deadline=None)
@given(st.lists(st.tuples(st.sampled_from("abc"), st.text(max_size=30)), max_size=6))
def test_every_thing_is_in_the_list_once(fields: list[tuple[str, str]]) -> None:
    wanted = [(Need("", title), text) for title, text in fields]
    found = collected(wanted)
    folded = [fold(material.name) for material in found]
    assert len(set(folded)) == len(folded)
    for need, text in wanted:
        for thing in split_materials(text):
            assert need in found[folded.index(fold(thing))].needs
    assert all(material.name and material.needs for material in found)
