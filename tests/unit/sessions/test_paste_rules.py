"""Blocks from a spreadsheet: columns of marks, names, heads, quotes, words that are no mark."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.foundation.words import Mark, SessionState
from workbench.sessions.grid_rules import GridColumn
from workbench.sessions.paste_rules import Pasted, columns_for, read_block, read_mark

P, L, E, A, U = Mark.PRESENT, Mark.PART, Mark.EXCUSED, Mark.ABSENT, Mark.UNKNOWN


def column(number: int, on: date, title: str = "Talk") -> GridColumn:
    return GridColumn(number, number, title, on, SessionState.HELD, None, None)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("P\nL\r\nE\nA\n", Pasted((), (), ((P,), (L,), (E,), (A,)))),
        ("x\n\n0\n", Pasted((), (), ((P,), (None,), (A,)))),
        ("x\tA\n?\t\n", Pasted((), (), ((P, A), (U, None)))),
        ("1 Oct\nx\nA\n", Pasted((), ("1 Oct",), ((P,), (A,)))),
        ("Ama\tx\nBo\tlate\n", Pasted(("Ama", "Bo"), (), ((P,), (L,)))),
        ("Name\t1 Oct\nAma\tx\n", Pasted(("Ama",), ("1 Oct",), ((P,),))),
        ("\t1 Oct\t3 Sep\nAma\tx\tA\n", Pasted(("Ama",), ("1 Oct", "3 Sep"), ((P, A),))),
        ("Ama\nBo\n", Pasted(("Ama", "Bo"), (), ((P,), (P,)))),
        ("Name\nAma\n", Pasted(("Ama",), (), ((P,),))),
        ("Ama;x\nBo;fehlt", Pasted(("Ama", "Bo"), (), ((P,), (A,)))),
        ('"Ama\nBoateng"\tx\n', Pasted(("Ama Boateng",), (), ((P,),))),
        ('"Ama\tx\nBo\tx\n', Pasted(('"Ama', "Bo"), (), ((P,), (P,)))),
        ("Si\tx\nAma\tx\nBo\tA\n", Pasted(("Si", "Ama", "Bo"), (), ((P,), (P,), (A,)))),
        ("", Pasted((), (), ())),
        ("\n \t\n", Pasted((), (), ())),
    ],
)  # fmt: skip
def test_what_a_block_holds(text: str, wanted: Pasted) -> None:
    assert read_block(text) == wanted


def test_a_word_that_is_no_mark_is_named_with_its_row() -> None:
    found = read_block("Name\t1 Oct\nAma\tx\nBo\tmaybe\n")
    assert found.problems == ("Row 3 (Bo): “maybe” is no mark.",)
    assert found.marks == ((P,), (None,))


@pytest.mark.parametrize("word", ["Here", "HERE", "✓", "X", "1", "present", "anwesend", "sim"])
def test_words_for_here(word: str) -> None:
    assert read_mark(word) is P


@pytest.mark.parametrize("word", ["", "maybe", "2", "Ama"])
def test_no_mark(word: str) -> None:
    assert read_mark(word) is None


def test_heads_find_their_session_by_day_or_title() -> None:
    columns = [column(1, date(2026, 9, 17)), column(2, date(2026, 10, 1), "Excel clinic")]
    heads = ["1 Oct", "2026-10-01", "01.10.2026", "1/10/2026", "Excel clinic", "1-Oct-26", "Total"]
    assert columns_for(heads, columns) == [1] * 6 + [None]


def test_a_day_that_fits_two_sessions_is_left_to_the_reader() -> None:
    columns = [
        column(1, date(2026, 10, 1)),
        column(2, date(2026, 1, 10)),
        column(3, date(2026, 1, 10)),
    ]
    assert columns_for(["01/10/2026", "10 Jan", "Talk"], columns) == [None, None, None]


@settings(max_examples=80)
@given(st.text(alphabet='xA\t\n"; Bo?1'))
def test_any_clipboard_is_read(text: str) -> None:
    found = read_block(text)
    assert not found.names or len(found.names) == len(found.marks)
