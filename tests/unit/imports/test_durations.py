"""Durations in every wording; unreadable is unknown, never zero."""

from datetime import time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.imports.durations import seconds_of, two_parts_of, unit_in_title


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("1h 2m 10s", 3730),
        ("55m", 3300),
        ("1h 7s", 3607),
        ("58 min", 3480),
        ("1 hr 2 min", 3720),
        ("1 Std. 5 Min.", 3900),
        ("59 Min. 0 Sek.", 3540),
        ("00:47:03", 2823),
        ("1:00:00", 3600),
        ("2 óra 3 perc", 7380),
        ("1 saat 5 dakika 3 saniye", 3903),
        ("1 hora e 5 minutos", 3900),
        ("1 uur 5 min", 3900),
        ("1小时2分钟3秒", 3723),
        ("PT26H03M00S", 93780),
        ("1,5 h", 5400),
        ("0s", 0),
    ],
)
def test_wordings(text: str, seconds: int) -> None:
    assert seconds_of(text) == seconds


@pytest.mark.parametrize("text", ["", "--", "n/a", "Doe, 5 min", "unknown", "-5", "5 apples"])
def test_unreadable_is_unknown(text: str) -> None:
    assert seconds_of(text, "minutes") is None


def test_a_bare_number_needs_a_unit() -> None:
    assert seconds_of("62") is None
    assert seconds_of("62", "minutes") == 3720
    assert seconds_of(62, "seconds") == 62
    assert unit_in_title("Duration (Minutes)") == "minutes"
    assert unit_in_title("Dauer (Sekunden)") == "seconds"
    assert unit_in_title("Duration") is None


def test_two_parts_alone_are_ambiguous_and_beside_three_are_minutes() -> None:
    assert seconds_of("0:35") is None
    assert two_parts_of(["0:35", "0:40"]) is None
    assert two_parts_of(["32:14", "1:00:00"]) == "m:ss"
    assert two_parts_of(["32:14"]) == "m:ss"
    assert seconds_of("32:14", None, "m:ss") == 1934


def test_typed_cells() -> None:
    assert seconds_of(timedelta(minutes=5)) == 300
    assert seconds_of(time(1, 2, 3)) == 3723
    assert seconds_of(True, "minutes") is None


@given(st.integers(0, 30), st.integers(0, 59), st.integers(0, 59))
def test_a_written_length_is_read_back(hours: int, minutes: int, seconds: int) -> None:
    total = hours * 3600 + minutes * 60 + seconds
    assert seconds_of(f"{hours}h {minutes}m {seconds}s") == total
    assert seconds_of(f"{hours}:{minutes:02}:{seconds:02}") == total
    assert seconds_of(f"{hours} Std. {minutes} Min. {seconds} Sek.") == total


@given(st.text(max_size=20))
def test_no_text_brings_a_traceback_or_a_negative_length(text: str) -> None:
    found = seconds_of(text, "minutes")
    assert found is None or found >= 0
