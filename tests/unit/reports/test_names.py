"""Names of people are found in texts, whole or in part; ordinary words are not names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.foundation.text import clean
from workbench.reports.names import names_in, whole_names_in

WORDS = ("we", "tried", "Thursday", "ana", "with", "Berg", "it")
NAMES = st.sampled_from(["Ana Berg", "ana berg", "O'Neil Zoë", "Li Wei", "Ana  Bergson", "É. Ünal"])

PEOPLE = ("Tomasz Zieliński", "Kofi Mensah", "May Green", "Weiß, Änne", "Li")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("With Kofi Mensah: every photo gets three tags.", ["Kofi Mensah"]),
        ("Tomasz's idea", ["Tomasz Zieliński"]),
        ("ZIELIŃSKI", []),
        ("tomasz zieliński asked first", ["Tomasz Zieliński"]),
        ("Änne and Mensah met", ["Kofi Mensah", "Weiß, Änne"]),
        ("In May the Green room was full, Li said", []),
        ("may green", ["May Green"]),
        ("", []),
    ],
)
def test_who_is_named(text: str, found: list[str]) -> None:
    assert list(names_in(text, PEOPLE)) == found


def test_whole_names_alone_leave_parts_be() -> None:
    assert whole_names_in("Tomasz was here", PEOPLE) == ()
    assert whole_names_in("KOFI  MENSAH was here", PEOPLE) == ("Kofi Mensah",)
    assert whole_names_in("Kofi Mensahs", PEOPLE) == ()


@given(st.lists(NAMES, max_size=8), st.lists(st.sampled_from(WORDS), max_size=10))
def test_whoever_is_named_is_found_among_many(people: list[str], words: list[str]) -> None:
    told = " ".join(words)
    for name in people:
        assert clean(name) in whole_names_in(f"{told}, {name}; {told}", people)
        assert clean(name) in names_in(f"{told}, {name}; {told}", [*people, "Nobody Else"])
    absent = [name for name in people if clean(name).casefold() not in told.casefold()]
    assert not set(map(clean, absent)) & set(whole_names_in(told, people))


def test_five_thousand_people_and_a_hundred_texts() -> None:
    people = [f"Ana{number} Berg{number % 97}son" for number in range(5000)]
    texts = [f"Line {number} by Ana{number} Berg{number % 97}son" for number in range(100)]
    found = [names_in(text, people) for text in texts]
    assert all(f"Ana{number} Berg{number % 97}son" in each for number, each in enumerate(found))
    assert names_in("Line by nobody known", people) == ()
