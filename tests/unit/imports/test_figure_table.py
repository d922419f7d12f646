from datetime import date

import pytest

from workbench.foundation.errors import UnreadableFile
from workbench.imports.figure_table import amount_in, figure_table, month_in
from workbench.imports.tables import source_from_text


@pytest.mark.parametrize(
    "text", ["2026-09", "2026/9", "09/2026", "Sept 2026", "September 2026", "2026-09-30", "202609"]
)
def test_months_are_read_as_people_write_them(text: str) -> None:
    assert month_in(text) == date(2026, 9, 1)


@pytest.mark.parametrize("text", ["", "13/2026", "bla", "2026-00", "12.5", "45000"])
def test_what_is_no_month_is_none(text: str) -> None:
    assert month_in(text) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("10.8", 10.8),
        ("10,8 %", 10.8),
        ("1,234.5", 1234.5),
        ("1.234,5", 1234.5),
        ("12,345", 12345.0),
        ("1.234.567", 1234567.0),
        ("1'234.5", 1234.5),
        ("−3", -3.0),
        ("€ 4.20", 4.2),
        ("x", None),
        ("1-2", None),
    ],
)
def test_amounts_are_read_in_both_writings(text: str, value: float | None) -> None:
    assert amount_in(text) == value


def test_one_cell_decides_the_decimal_mark_of_its_column() -> None:
    table = figure_table(source_from_text("Monat\tUmsatz\n2026-01\t1.234,5\n2026-02\t2.000\n"))
    assert [cell.value for cell in table.columns[0].cells] == [1234.5, 2000.0]


def test_columns_titles_and_rows_that_are_left_aside() -> None:
    lines = ("Our figures", "", "month\tTickets\tRetention", "2026-01\t14.2\t91%")
    text = "\n".join((*lines, "later\t1\t2", "2026-02\tn/a\t", ""))
    table = figure_table(source_from_text(text))
    assert [(column.title, column.percent) for column in table.columns] == [
        ("Tickets", False),
        ("Retention", True),
    ]
    assert table.rows_read == 3
    assert table.rejected == ((5, "'later' is no month"), (6, "'n/a' is no number"))


def test_a_table_without_months_is_refused_in_a_sentence() -> None:
    with pytest.raises(UnreadableFile, match="no column of months"):
        figure_table(source_from_text("a\tb\n1\t2\n"))
