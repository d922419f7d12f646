"""A sign-in sheet typed back: numbers, ranges, exceptions, guests, and what is no number."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.sessions.paper_rules import PaperReading, read_numbers
from workbench.sessions.sign_in_rules import SignInPerson, SignInRow, list_code, numbered

ROWS: tuple[SignInRow, ...] = numbered(SignInPerson(100 + n, f"Name{n:02}") for n in range(1, 21))


def read(text: str) -> PaperReading:
    return read_numbers(text, ROWS)


def numbers(text: str) -> list[int]:
    found = read(text)
    assert not found.problems
    return [row.number for row in found.rows]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("3 7 9-12", [3, 7, 9, 10, 11, 12]),
        ("12-9,7;3", [3, 7, 9, 10, 11, 12]),
        ("3\n7\t9\r\n12", [3, 7, 9, 12]),
        ("9 - 12", [9, 10, 11, 12]),
        ("9–12 3", [3, 9, 10, 11, 12]),
        ("9..11", [9, 10, 11]),
        ("3. 7) #9", [3, 7, 9]),
        ("03 007", [3, 7]),
        ("٣ ７", [3, 7]),
        ("5-9 -7", [5, 6, 8, 9]),
        ("5 -7", [5]),
        ("1-20 -3-18", [1, 2, 19, 20]),
        ("-1-18", [19, 20]),
        ("−19 −20 −1-17", [18]),
        ("", []),
    ],
)
def test_numbers_ranges_and_exceptions(text: str, wanted: list[int]) -> None:
    assert numbers(text) == wanted


@pytest.mark.parametrize(
    ("text", "guests", "wanted"),
    [
        ("3 7 9-10 +Kim Novak, 14", ("Kim Novak",), [3, 7, 9, 10, 14]),
        ("+Kim Novak 14 +Bo", ("Kim Novak", "Bo"), [14]),
        ("+ Kim  Novak", ("Kim Novak",), []),
        ("+Kim +kim +KIM", ("Kim",), []),
        ("+Jean-Luc O'Neill-5th\n3", ("Jean-Luc O'Neill-5th",), [3]),
    ],
)
def test_guests_by_name(text: str, guests: tuple[str, ...], wanted: list[int]) -> None:
    assert (read(text).guests, numbers(text)) == (guests, wanted)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("21", "There is no row 21: the sheet has rows 1 to 20."),
        ("0", "There is no row 0: the sheet has rows 1 to 20."),
        ("18-25", "There is no row 18-25: the sheet has rows 1 to 20."),
        ("9" * 400, f"There is no row {'9' * 400}: the sheet has rows 1 to 20."),
        ("1000000003", "There is no row 1000000003: the sheet has rows 1 to 20."),
        ("Kim", "“Kim” is no row number. A guest has a + before the name."),
        ("3 +", "A + stands alone: type the guest's name after it."),
    ],
)
def test_what_cannot_be_taken_is_said(text: str, problem: str) -> None:
    assert read(text).problems == (problem,)


def test_a_range_past_the_end_takes_the_rows_there_are() -> None:
    assert [row.number for row in read("18-99999999").rows] == [18, 19, 20]


def test_a_number_twice_counts_once_and_is_said() -> None:
    found = read("3 3 2-4")
    assert ([row.number for row in found.rows], found.repeated) == ([2, 3, 4], (3,))


def test_nobody_expected() -> None:
    found = read_numbers("3", ())
    assert found.problems == ("There is no row 3: nobody is expected at this session.",)


def test_the_code_of_another_list_is_said() -> None:
    now = list_code(ROWS)
    assert read_numbers("3", ROWS, now.lower()).note == ""
    assert read_numbers("3", ROWS).note == ""
    assert read_numbers("3", ROWS, "XXXX").note.startswith(
        f"The sheet says list XXXX, the list is {now}"
    )


def test_how_many_in_words() -> None:
    assert (read("1-3").words, read("1 +Kim").words) == ("3 people", "1 person and 1 guest")


@given(st.sets(st.integers(1, 20)), st.sampled_from([" ", ",", "\n", "; "]))
def test_any_set_of_rows_comes_back(wanted: set[int], between: str) -> None:
    assert numbers(between.join(map(str, wanted))) == sorted(wanted)


@settings(max_examples=60)
@given(st.text())
def test_whatever_is_typed_is_read_or_said(text: str) -> None:
    found = read(text)
    assert {row.number for row in found.rows} <= set(range(1, 21))
    if any(letter.isalnum() for letter in text):
        assert found.rows or found.guests or found.problems or "-" in text or "−" in text
