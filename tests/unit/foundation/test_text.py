import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.foundation.text import clean, counted, fold, initials, kept, listed, number


def test_spaces_of_every_kind_become_one() -> None:
    assert clean(" Ama\u00a0\u202f \tBoateng\ufeff\n") == "Ama Boateng"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Zieliński", "ZIELINSKI"),
        ("Łukasz", "lukasz"),
        ("Søren", "soren"),
        ("Strauß", "STRAUSS"),
        ("Zoë", unicodedata.normalize("NFD", "Zoë")),
        ("Đorđe", "dorde"),
    ],
)
def test_names_compare_without_accents_and_case(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_what_is_kept_has_no_control_characters(text: str) -> None:
    assert all(mark >= " " or mark in "\n\t" for mark in kept(text))
    assert kept(kept(text)) == kept(text)


def test_what_is_kept_is_otherwise_as_written() -> None:
    decomposed = unicodedata.normalize("NFD", "Zoë  Ångström")
    assert kept(f" {decomposed}\x00 ") == decomposed


@pytest.mark.parametrize(
    ("name", "letters"),
    [("Ama Boateng", "AB"), ("Ana Maria de Souza", "AS"), ("Cher", "C"), ("=1", "?"), ("", "?")],
)
def test_initials(name: str, letters: str) -> None:
    assert initials(name) == letters


def test_words_for_numbers() -> None:
    assert counted(1, "person", "people") == "1 person"
    assert counted(5000, "person", "people") == "5,000 people"
    assert listed(["a"]) == "a"
    assert listed(["a", "b", "c"]) == "a, b and c"
    assert number(-0.34) == "−0.3"
    assert number(-0.001) == "0.0"


def test_marks_of_writing_direction_go_and_letters_that_join_stay() -> None:
    assert clean("\u202eAna\u202c \u2067Berg\u2069\u200f") == "Ana Berg"
    assert clean("می\u200cخواهم") == "می\u200cخواهم"
