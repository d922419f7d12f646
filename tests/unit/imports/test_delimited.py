"""Delimiters are found, and an open quotation mark eats no line."""

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.foundation.errors import UnreadableFile
from workbench.imports.delimited import find_delimiter, read_delimited


@pytest.mark.parametrize(
    ("text", "delimiter"),
    [
        ("a,b,c\n1,2,3\n", ","),
        ("a;b;c\n1,5;2,5;3,5\n1,5;2,5;3,5\n1,5;2,5;3,5\n", ";"),
        ("a\tb\n14/11/22, 09:29:07\tDoe, Jane\n", "\t"),
        ("a|b|c\n1|2|3\n", "|"),
        ("Name,Tags\nAnn,red;blue;green\nBob,red;blue\n", ","),
        ('ID;"Frage, lang";x\n1;"A, B, C, D";2\n', ";"),
        ("name, email, team\nAnn Lee, ann@x.example, IT\n", ","),
        ("Doe, Jane\nLee, Ann\n", ""),
        ("Ann Lee\nBob Stone\n", ""),
        ("Nome;Ingresso\nAna;07/02/26, 10:00:00\nBia;07/02/26, 10:05:00\n", ";"),
    ],
)
def test_the_delimiter_is_told_from_the_lines(text: str, delimiter: str) -> None:
    assert find_delimiter(text.splitlines()) == delimiter


def test_excels_separator_line_is_obeyed_and_keeps_its_row_number() -> None:
    found = read_delimited("sep=;\na;b\n1,1;2\n", "f.csv")
    assert found.rows == ((), ("a", "b"), ("1,1", "2"))


def test_line_breaks_inside_quotation_marks_stay_in_the_cell() -> None:
    found = read_delimited('a,b\n"one\ntwo","x ""y"""\n3,4\n', "f.csv")
    assert found.rows == (("a", "b"), ("one\ntwo", 'x "y"'), ("3", "4"))
    assert not found.warnings


def test_an_open_quotation_mark_is_reported_and_swallows_nothing() -> None:
    found = read_delimited('name,team\nAnn,"IT\nBob,HR\nCy,"Sales"\nDi,Ops\n', "f.csv")
    assert [row[0] for row in found.rows] == ["name", "Ann", "Bob", "Cy", "Di"]
    assert found.rows[1] == ("Ann", "IT")
    assert found.warnings == (
        "Line 2 of f.csv opens a quotation mark in column 2 that is never closed; "
        "it was read as text.",
    )


def test_an_open_quotation_mark_in_the_last_line() -> None:
    found = read_delimited('a,b\n1,2\n3,"4', "f.csv")
    assert found.rows[-1] == ("3", "4")
    assert len(found.warnings) == 1


def test_an_open_mark_that_a_later_row_would_close_is_told_by_the_width() -> None:
    text = 'a,b,c\n1,"x,y\n2,m,n\n3,o,p"\n4,q,r\n'
    found = read_delimited(text, "f.csv")
    assert [row[0] for row in found.rows] == ["a", "1", "2", "3", "4"]


def test_inches_and_stray_marks_inside_a_cell_do_no_harm() -> None:
    found = read_delimited('a,b\n5" pipe,x\n"He said "hi"",y\n', "f.csv")
    assert found.rows[1] == ('5" pipe', "x")
    assert found.rows[2][-1] == "y"


def test_tables_beyond_any_use_are_refused_quickly() -> None:
    with pytest.raises(UnreadableFile, match="columns"):
        read_delimited(",".join("x" * 3000) + "\n", "wide.csv")
    with pytest.raises(UnreadableFile, match="rows"):
        read_delimited("a,b\n" * 200_100, "long.csv")


CELL = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=12)


@settings(max_examples=60)
@given(st.lists(st.lists(CELL, min_size=3, max_size=3), min_size=2, max_size=8))
def test_what_a_spreadsheet_writes_comes_back(rows: list[list[str]]) -> None:
    rows = [["one", "two", "three"], *rows]
    out = io.StringIO()
    csv.writer(out, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerows(rows)
    found = read_delimited(out.getvalue(), "f.csv")
    assert [list(row) for row in found.rows] == rows


@settings(max_examples=80)
@given(st.text(st.sampled_from('ab",;\n\t '), max_size=60))
def test_no_text_brings_a_traceback_or_loses_a_line(text: str) -> None:
    found = read_delimited(text, "f.csv")
    assert len(found.rows) <= text.count("\n") + 1
