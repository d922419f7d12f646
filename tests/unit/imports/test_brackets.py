"""The last balanced bracket of a shown name is the person's own name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.imports.brackets import outermost
from workbench.imports.names import read_name


@pytest.mark.parametrize(
    ("shown", "first"),
    [
        ("iPad (Brian Smith (PMO))", "Brian Smith"),
        ("iPad (Brian Smith (she/her))", "Brian Smith"),
        ("Nick (shown) (Original Name (Acme Ltd))", "Original Name"),
        ("iPhone (Brian Smith)", "Brian Smith"),
        ("iPhone (Brian Smith", "Brian Smith"),
        ("Diego Gomez (TA)", "Diego Gomez"),
        ("Diego Gomez (TA) (he/him)", "Diego Gomez"),
        ("[Acme (DE)] Jane Doe", "Jane Doe"),
        ("[Acme Jane Doe", "Acme Jane Doe"),
        ("Jane Doe)", "Jane Doe"),
        ("Ann Lee :(", "Ann Lee"),
        ("Sam （陈美）", "陈美"),
    ],
)
def test_what_a_name_reads_as_first(shown: str, first: str) -> None:
    assert read_name(shown).readings[0] == first


def test_brackets_without_end_are_no_person() -> None:
    assert read_name("(" * 5_000).readings == ()


@given(st.text(alphabet="ab ()[]（）", max_size=30))
def test_every_letter_is_outside_or_in_one_bracket(text: str) -> None:
    outer, inner = outermost(text)
    letters = sorted(outer + "".join(content for _, content in inner))
    assert [sign for sign in letters if sign in "ab"] == sorted(x for x in text if x in "ab")


@given(st.text(max_size=40))
def test_no_name_brings_a_traceback(text: str) -> None:
    assert all(read_name(text).readings)
