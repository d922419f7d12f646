"""Excel and LibreOffice workbooks (.xlsx .xlsm .xlsb .xls .ods) to rows of typed cells."""

import io
import re
import zipfile
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from itertools import zip_longest
from typing import TYPE_CHECKING

from workbench.foundation.errors import UnreadableFile
from workbench.imports.file_kinds import damaged, protected
from workbench.imports.table_limits import MOST_COLUMNS, MOST_ROWS, too_large
from workbench.imports.workbook_size import refuse_traps

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

Cell = str | int | float | bool | datetime | date | time | timedelta
Row = tuple[Cell, ...]
_EXACT_WHOLE = 1e15
_BARE_FORMULA = re.compile(rb"</f>\s*(?:<v\s*/>|<v>\s*</v>)?\s*</c>")


def read_workbook(data: bytes, name: str) -> list[tuple[str, tuple[Row, ...]]]:
    """Return (sheet name, rows from row 1) of every visible sheet that holds something.

    Whole numbers come as int, empty cells as "". Raises UnreadableFile for a workbook that is
    damaged, protected or beyond the limits.
    """
    import python_calamine as calamine

    if data.startswith(b"PK"):
        refuse_traps(data, name)
    try:
        with calamine.load_workbook(io.BytesIO(data)) as workbook:
            sheets = _sheets(workbook, name)
        return with_formulas(data, sheets) if has_bare_formulas(data) else sheets
    except UnreadableFile:
        raise
    except calamine.PasswordError as error:
        raise protected(name) from error
    except BaseException as error:
        # the reader's own panics come as BaseException, whatever the damage was
        if isinstance(error, KeyboardInterrupt | SystemExit):
            raise
        if "password" in str(error).lower() or "encrypt" in str(error).lower():
            raise protected(name) from error
        raise damaged(name) from error


def _sheets(workbook: "CalamineWorkbook", name: str) -> list[tuple[str, tuple[Row, ...]]]:
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    found = []
    for about in workbook.sheets_metadata:
        if about.typ != SheetTypeEnum.WorkSheet:
            continue
        if about.visible != SheetVisibleEnum.Visible:
            continue
        sheet = workbook.get_sheet_by_name(about.name)
        _check_size(sheet, name)
        rows = tuple(
            tuple(_cell(value) for value in row) for row in sheet.to_python(skip_empty_area=False)
        )
        if any(cell != "" for row in rows for cell in row):
            found.append((about.name, rows))
    return found


def has_bare_formulas(data: bytes) -> bool:
    """Return whether a workbook holds formulas that no program has worked out yet."""
    if not data.startswith(b"PK"):
        return False
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return any(
            _BARE_FORMULA.search(archive.read(part))
            for part in archive.namelist()
            if part.startswith("xl/worksheets/") and part.endswith(".xml")
        )


def with_formulas(
    data: bytes, sheets: list[tuple[str, tuple[Row, ...]]]
) -> list[tuple[str, tuple[Row, ...]]]:
    """Return the sheets with the text of each formula that has no result in its empty cell.

    A program that writes names such as "=SUM(1)" may have made formulas of them.
    """
    import openpyxl

    workbook = openpyxl.load_workbook(io.BytesIO(data), read_only=True)
    filled = []
    for title, rows in sheets:
        formulas = [
            [value if isinstance(value, str) and value.startswith("=") else "" for value in line]
            for line in workbook[title].iter_rows(values_only=True)
        ]
        pairs = zip_longest(rows, formulas, fillvalue=())
        filled.append((title, tuple(_filled(row, texts) for row, texts in pairs)))
    workbook.close()
    return filled


def _filled(row: Sequence[Cell], texts: Sequence[str]) -> Row:
    return tuple(
        text if cell == "" else cell for cell, text in zip_longest(row, texts, fillvalue="")
    )


def _check_size(sheet: "CalamineSheet", name: str) -> None:
    if sheet.total_height > MOST_ROWS:
        raise too_large(name, f"more than {MOST_ROWS:,} rows")
    if sheet.total_width > MOST_COLUMNS:
        raise too_large(name, f"more than {MOST_COLUMNS:,} columns")


def _cell(value: Cell) -> Cell:
    if isinstance(value, float) and value.is_integer() and abs(value) < _EXACT_WHOLE:
        return int(value)
    return value
