"""Excel workbooks: real dates and numbers, frozen header, filter, print titles, a read-me sheet."""

import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.foundation.atomic_file import replacing
from workbench.foundation.endings import wrong_ending
from workbench.foundation.errors import BadInput
from workbench.reports.excel_cells import Cell
from workbench.reports.excel_pen import CellPen, column_letters, set_page
from workbench.reports.read_me import READ_ME_TITLE, fill_read_me
from workbench.reports.workbook_contents import ReadMe, Sheet

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

MOST_ROWS = 1_048_576
MOST_COLUMNS = 16_384
_NOT_IN_A_SHEET_NAME = re.compile(r"[\[\]:*?/\\]")


def write_workbook(target: Path, sheets: Sequence[Sheet], read_me: ReadMe) -> None:
    """Write the sheets with the read-me as the second; raises BadInput for what does not fit.

    The file appears whole or not at all; raises CannotSave.
    """
    if target.suffix.lower() != ".xlsx":
        raise wrong_ending(target, "A workbook is written as .xlsx", ".xlsx")
    for sheet in sheets:
        _check_size(sheet)
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    book.properties.creator = "Facilitator Workbench"
    book.properties.title = f"{read_me.community}: {read_me.what}"
    remarks: Counter[str] = Counter()
    with replacing(target) as beside:
        first, notes, *others = [book.create_sheet(name) for name in _names(sheets)]
        for sheet, page in zip(sheets, [first, *others], strict=True):
            _fill(page, sheet, remarks)
        fill_read_me(notes, sheets, read_me, remarks)
        book.save(beside)


def _names(sheets: Sequence[Sheet]) -> list[str]:
    titles = [_NOT_IN_A_SHEET_NAME.sub(" ", sheet.title)[:31] for sheet in sheets]
    return [titles[0], READ_ME_TITLE, *titles[1:]]


def _check_size(sheet: Sheet) -> None:
    rows = len(sheet.rows) + len(sheet.totals) + 2
    if rows > MOST_ROWS:
        raise BadInput(
            f"The sheet “{sheet.title}” would have {rows:,} rows; Excel opens {MOST_ROWS:,}.",
            "Choose a shorter period.",
        )
    if len(sheet.columns) > MOST_COLUMNS:
        raise BadInput(
            f"The sheet “{sheet.title}” would have {len(sheet.columns):,} columns; Excel opens "
            f"{MOST_COLUMNS:,}.",
            "Choose a shorter period.",
        )


def _fill(page: "Worksheet", sheet: Sheet, remarks: Counter[str]) -> None:
    last = column_letters(len(sheet.columns))
    page.freeze_panes = f"{column_letters(sheet.frozen + 1)}2"
    page.auto_filter.ref = f"A1:{last}{len(sheet.rows) + 1}"
    page.print_title_rows = "1:1"
    set_page(page)
    for place, width in enumerate(_widths(sheet), start=1):
        page.column_dimensions[column_letters(place)].width = width
    pen = CellPen(page, remarks)
    page.append([pen.heading(column.heading) for column in sheet.columns])
    kinds = [column.kind for column in sheet.columns]
    for row in sheet.rows:
        page.append(pen.row(row, kinds))
    if sheet.totals:
        page.append([])
    for total in sheet.totals:
        page.append(pen.row(total.cells, [total.kind] * len(kinds), bold=True))


def _widths(sheet: Sheet) -> list[float]:
    """Return widths in letters: as wide as the longest line, within reason."""
    widths = []
    for place, column in enumerate(sheet.columns):
        texts = (row[place] for row in sheet.rows)
        longest = max((_length(value) for value in texts if value is not None), default=0)
        room_for_arrow = len(column.heading) + 3
        widths.append(float(min(max(longest + 1, room_for_arrow, 6), 60)))
    return widths


def _length(value: Cell) -> int:
    if isinstance(value, str):
        return max((len(line) for line in value.splitlines()), default=0)
    return 10
