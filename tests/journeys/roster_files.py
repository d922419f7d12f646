"""Rosters of any size as people keep them, with the cells that spoil naive programs."""

import csv
import random
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

Cell = str | date | None

HEADINGS = (
    "Staff no.", "Name", "E-mail", "Department", "Job title", "Joined on", "Left on",
    "Tags", "Reason to join",
)  # fmt: skip

_FIRST = (
    "Zoë", "José", "Jose\u0301", "Łukasz", "Nguyễn", "Ægir", "Ōmer", "李", "Ирина", "D'Arcy",
    "=SUM(A1:A9)", "+Anna", "-Per", "@Home", "'Quote", "007", "TRUE", "N/A", "1/2", "12.50",
)  # fmt: skip
_LAST = (
    "Müller", "O’Neil", "Þórsson", "小龍", "van der Berg", "Åström", "Ñandú", "=1+1", "Null",
    "Ивановна",
)  # fmt: skip
_TITLES = (
    "Senior; clerk", 'The "best" one', "Line\nbreak", "00", '=HYPERLINK("x")', "",
    "Leitung, Lager",
)  # fmt: skip


def staff(count: int, seed: int = 1) -> list[tuple[Cell, ...]]:
    """Return rows for `HEADINGS`, each with a staff number of its own."""
    dice = random.Random(seed)
    return [_row(number, dice) for number in range(count)]


def _row(number: int, dice: random.Random) -> tuple[Cell, ...]:
    joined = date(1931, 1, 1) + timedelta(days=dice.randrange(34_000))
    gone = joined + timedelta(days=dice.randrange(1, 900)) if number % 17 == 0 else None
    return (
        f"{number:07d}",
        f"{dice.choice(_FIRST)} {dice.choice(_LAST)} {number}",
        f"Person.{number}@Example.org" if number % 5 else "",
        dice.choice(("Kundendienst", "Opérations", "R&D", "=Sales", "")),
        dice.choice(_TITLES),
        joined if number % 11 else None,
        gone if number % 11 else None,
        "=tag" if number % 13 == 0 else "",
        "To learn, not to win" if number % 3 else "",
    )


def write_xlsx(path: Path, headings: Sequence[str], rows: Sequence[Sequence[Any]]) -> Path:
    """Write real dates and every text as text."""
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(list(headings))
    for row in rows:
        sheet.append(list(row))
        for cell in sheet[sheet.max_row]:
            if isinstance(cell.value, str):
                cell.data_type = "s"
    book.save(path)
    return path


def write_csv(
    path: Path, headings: Sequence[str], rows: Sequence[Sequence[Any]], encoding: str = "utf-8"
) -> Path:
    """Write dates in ISO form, separated by semicolons as in much of Europe."""
    with path.open("w", encoding=encoding, newline="") as stream:
        writer = csv.writer(stream, delimiter=";")
        writer.writerow(headings)
        writer.writerows([["" if cell is None else cell for cell in row] for row in rows])
    return path


def write_ods(path: Path, headings: Sequence[str], rows: Sequence[Sequence[Any]]) -> Path:
    """Write an OpenDocument sheet with date cells."""
    from odf.opendocument import OpenDocumentSpreadsheet
    from odf.table import Table, TableCell, TableRow
    from odf.text import P

    document = OpenDocumentSpreadsheet()
    table = Table(name="People")
    for row in [list(headings), *rows]:
        line = TableRow()
        for value in row:
            if isinstance(value, date):
                cell = TableCell(valuetype="date", datevalue=value.isoformat())
            else:
                cell = TableCell(valuetype="string")
                for text in (value or "").split("\n"):
                    cell.addElement(P(text=text))
            line.addElement(cell)
        table.addElement(line)
    document.spreadsheet.addElement(table)
    document.save(str(path))
    return path


def write_xls(path: Path, headings: Sequence[str], rows: Sequence[Sequence[Any]]) -> Path:
    """Write the old Excel format; it holds no date before 1900."""
    import xlwt

    book = xlwt.Workbook()
    sheet = book.add_sheet("People")
    as_date = xlwt.easyxf(num_format_str="YYYY-MM-DD")
    for line, row in enumerate([list(headings), *rows]):
        for column, value in enumerate(row):
            if isinstance(value, date):
                sheet.write(line, column, value, as_date)
            elif value:
                sheet.write(line, column, value)
    book.save(str(path))
    return path


def read_back(path: Path) -> dict[str, dict[str, Cell]]:
    """Return the exported roster by staff number, each row by heading."""
    from openpyxl import load_workbook

    sheet = load_workbook(path)["Roster"]
    lines = sheet.iter_rows(values_only=True)
    headings = [str(heading) for heading in next(lines)]
    rows = [dict(zip(headings, map(_plain, line), strict=True)) for line in lines]
    return {str(row["Staff no."]): row for row in rows}


def _plain(value: object) -> Cell:
    if isinstance(value, datetime):
        return value.date()
    if value is None or isinstance(value, (str, date)):
        return value
    return f"a {type(value).__name__}: {value}"
