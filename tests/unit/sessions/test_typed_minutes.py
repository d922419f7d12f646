"""A length of time is read as people type it, and what is none is said."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.foundation.errors import BadInput
from workbench.sessions.typed_minutes import read_minutes


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("30", 30),
        (" 30 min ", 30),
        ("30\u00a0minutes", 30),
        ("45m", 45),
        ("1:15", 75),
        ("0:05", 5),
        ("1 h", 60),
        ("1h15", 75),
        ("2 hours 5 min", 125),
        ("0", 0),
        ("10000", 10_000),
    ],
)
def test_lengths_are_read(typed: str, minutes: int) -> None:
    assert read_minutes(typed) == minutes


@pytest.mark.parametrize("typed", ["", "  ", "ten", "-5", "1.5", "1:5", "1h 5h", "30 apples", "½"])
def test_what_is_no_length_is_said_at_its_field(typed: str) -> None:
    with pytest.raises(BadInput) as refused:
        read_minutes(typed)
    assert refused.value.field == "minutes"
    assert "30, or 1:15" in refused.value.next_step


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=12))
def test_anything_is_a_length_or_is_refused(typed: str) -> None:
    with suppress(BadInput):
        assert read_minutes(typed) >= 0


@settings(max_examples=50, deadline=None)
@given(st.integers(0, 5000))
def test_hours_and_minutes_come_back(minutes: int) -> None:
    hours, rest = divmod(minutes, 60)
    assert read_minutes(f"{hours}:{rest:02d}") == minutes
    assert read_minutes(f"{minutes} min") == minutes
