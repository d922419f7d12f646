"""A file that does not fit says where and why, in plain words."""

from contextlib import suppress

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.foundation.errors import BadInput
from workbench.foundation.typed_toml import read_typed


class Part(msgspec.Struct, forbid_unknown_fields=True):
    do: str
    minutes: int | None = None


class Whole(msgspec.Struct, forbid_unknown_fields=True):
    name: str
    parts: tuple[Part, ...] = ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "it is empty"),
        ("  \n ", "it is empty"),
        ("name = 3", "name: text is needed here, but a whole number was found"),
        ("parts = []", 'the field "name" is missing'),
        ('name = "a"\ncolour = 1', 'there is no field called "colour"'),
        (
            'name = "a"\n[[parts]]\ndo = "x"\n[[parts]]\ndo = "y"\nminutes = "ten"',
            "parts, entry 2, minutes: a whole number or nothing is needed here, but text was found",
        ),
        ('name = "a', "it ends in the middle of something"),
        ('name = "a"\nparts = \n', "line 2: this is not written as the lines of such a file are"),
        ('name = "a"\nname = "b"', "a name stands there twice"),
        ("\x00", "line 1: this is not written"),
        (f"name = {'1' * 5000}", "this is not written"),
        (f"parts = {'[' * 9000}", "its lists stand too deep inside each other"),
    ],
)
def test_what_does_not_fit_is_said_with_its_place(text: str, said: str) -> None:
    with pytest.raises(BadInput, match=r"^The file x\.toml cannot be used: ") as caught:
        read_typed(text, Whole, "the file x.toml")
    assert said in caught.value.sentence
    assert caught.value.next_step == "Correct this in the file and open it again."


@given(st.text(max_size=200))
@settings(max_examples=60, deadline=None)
def test_no_text_is_a_fault_of_the_program(text: str) -> None:
    with suppress(BadInput):
        assert read_typed(text, Whole, "the file").name is not None
