from datetime import date

import pytest

from workbench.foundation.errors import UnreadableFile
from workbench.imports.amounts import amount_in
from workbench.imports.figure_table import figure_table, month_in
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


def test_months_across_the_top_are_a_row_for_each_figure() -> None:
    text = "Report 2026\n\nFigure;Unit;Jan 2026;Feb 2026;Mar 2026\nSales;kEUR;12.000;11,5;n/a\n"
    found = figure_table(source_from_text(text + "Turnover;%;5 %;;7 %\n"))
    assert [column.title for column in found.columns] == ["Sales", "Turnover"]
    sales, turnover = found.columns
    assert [(cell.month, cell.value) for cell in sales.cells] == [
        (date(2026, 1, 1), 12000.0),
        (date(2026, 2, 1), 11.5),
    ]
    assert [cell.month for cell in turnover.cells] == [date(2026, 1, 1), date(2026, 3, 1)]
    assert (sales.percent, turnover.percent) == (False, True)
    assert found.rejected == ((4, "'n/a' is no number"),)


def test_dates_beside_the_months_are_no_months_across() -> None:
    text = "Month,Updated,Sales\n2026-01,2026-02-03,5\n2026-02,2026-03-03,6\n"
    sales = next(
        each for each in figure_table(source_from_text(text)).columns if each.title == "Sales"
    )
    assert [cell.value for cell in sales.cells] == [5.0, 6.0]


def test_a_decimal_mark_shown_once_holds_for_the_whole_file() -> None:
    text = "Monat;Umsatz;Quote\n2026-01;12.000;4,5 %\n2026-02;11.500;4 %\n"
    revenue, rate = figure_table(source_from_text(text)).columns
    assert [cell.value for cell in revenue.cells] == [12000.0, 11500.0]
    assert [cell.value for cell in rate.cells] == [4.5, 4.0]


def test_brackets_are_minus_in_accounts() -> None:
    assert amount_in("(200)") == amount_in("$ (200.00)") == -200.0
    assert amount_in("200 (est.)") == 200.0


def values(text: str, decimal: str = "") -> list[float]:
    (column, *_) = figure_table(source_from_text(text), decimal).columns
    return [cell.value for cell in column.cells]


def open_number(text: str) -> str:
    (column, *_) = figure_table(source_from_text(text)).columns
    return column.open_number


@pytest.mark.parametrize(
    "text",
    [
        "month\tOrders\n2026-01\t850\n2026-02\t1.200\n",
        "month\tOrders\n01.2026\t850\n02.2026\t1.200\n",
        "month;Orders\n2026-01;850\n2026-02;1.200\n",
        "month\tOrders\tCost\n2026-01\t850\t3,5\n2026-02\t1.200\t4\n",
    ],
)
def test_dots_between_thousands_are_told_by_the_column_or_the_file(text: str) -> None:
    assert values(text) == [850.0, 1200.0]
    assert not open_number(text)


@pytest.mark.parametrize(
    ("numbers", "read"),
    [
        (("0.500", "1.250"), [0.5, 1.25]),
        (("1234.500", "12.000"), [1234.5, 12.0]),
        (("12", "12.125"), [12.0, 12.125]),
        (("12.000", "98000"), [12.0, 98000.0]),
        (("12.000 %", "13.500 %"), [12.0, 13.5]),
    ],
)
def test_dots_before_decimals_are_told_by_the_column(
    numbers: tuple[str, str], read: list[float]
) -> None:
    text = f"month\tRate\n2026-01\t{numbers[0]}\n2026-02\t{numbers[1]}\n"
    assert values(text) == read
    assert not open_number(text)


def test_numbers_that_stay_open_are_named_and_read_as_said() -> None:
    text = "month\tOrders\n2026-01\t12.000\n2026-02\t11.500\n"
    assert open_number(text) == "12.000"
    assert values(text, ",") == [12000.0, 11500.0]
    assert values(text, ".") == [12.0, 11.5]


def test_months_across_leave_the_same_numbers_open() -> None:
    text = "what\t2026-01\t2026-02\nOrders\t12.000\t11.500\n"
    assert open_number(text) == "12.000"
    with_more = f"{text}Tickets\t850\t1.200\n"
    assert not open_number(with_more)
    assert values(with_more) == [12000.0, 11500.0]
