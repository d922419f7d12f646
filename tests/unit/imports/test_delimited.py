"""Delimiters are found, and an open quotation mark eats no line."""

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.foundation.errors import UnreadableFile
from workbench.imports.delimited import find_delimiter, read_delimited
from workbench.imports.delimited_rows import RowReader


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
    (warning,) = found.warnings
    assert warning == (
        "Line 2 of f.csv opens a quotation mark in column 2 that is never closed; "
        "it was read as text."
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


def test_a_mark_too_many_is_left_out_where_the_row_fits_the_table_then() -> None:
    text = 'name,day,team\nAnn,"1, May",IT\n"Bob,"2, May",HR\nCy,"3, May",IT\n'
    found = read_delimited(text, "f.csv")
    assert found.rows[2] == ("Bob", "2, May", "HR")
    assert found.warnings == ("Line 3 of f.csv has a quotation mark too many, which was left out.",)
    assert found.unsure == frozenset()


def test_a_row_whose_marks_fit_no_way_is_unsure() -> None:
    found = read_delimited('name,team\nAnn,IT\n"Bob,"HR",x,"y,z\nCy,IT\n', "f.csv")
    assert [row[0] for row in found.rows[::3]] == ["name", "Cy"]
    assert found.unsure == {3}
    assert "Line 3 of f.csv" in found.warnings[0]


def test_ever_more_stray_marks_are_told_for_the_first_lines_only() -> None:
    found = read_delimited("name,team\n" + '"Ann,IT\n' * 500, "f.csv")
    assert len(found.rows) == 501
    assert len(found.warnings) == 21
    assert found.warnings[-1] == "480 more lines of f.csv have quotation marks that do not match."


def test_looking_for_the_end_of_a_quotation_costs_little_more_than_the_file(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text = "name,team\n" + "".join(f'"Ann {number},IT\n' for number in range(3_000))
    letters = [0]
    parsed = RowReader._parsed

    def counting(self: RowReader, part: str) -> tuple[str, ...] | None:
        letters[0] += len(part)
        return parsed(self, part)

    monkeypatch.setattr(RowReader, "_parsed", counting)
    read_delimited(text, "f.csv")
    assert letters[0] < 10 * len(text) + 1_000_000


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("a,b\n" + ",".join("c" * 60_000) + "\n", "60,000 columns in row 2"),
        ("a,b\n" + "x" * 1_500_000 + "\n", "more than 1,000,000 characters in row 2"),
        ("a,b\n" * 200_001, "more than 200,000 rows"),
    ],
    ids=["columns", "line", "rows"],
)
def test_a_table_beyond_the_limits_is_refused_with_its_place(text: str, where: str) -> None:
    with pytest.raises(UnreadableFile, match=where):
        read_delimited(text, "f.csv")
