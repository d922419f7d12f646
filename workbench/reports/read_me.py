"""The read-me sheet of every workbook: what this is, as of when, and what each column holds."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from workbench.foundation.dates import full_date
from workbench.foundation.text import counted
from workbench.reports.excel_pen import CellPen, set_page
from workbench.reports.workbook_contents import ReadMe, Sheet

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

READ_ME_TITLE = "Read me"


def fill_read_me(
    page: "Worksheet", sheets: Sequence[Sheet], read_me: ReadMe, remarks: Counter[str]
) -> None:
    """Write the sheet; `remarks` count what the other sheets could not keep exactly."""
    set_page(page)
    for letter, width in (("A", 26.0), ("B", 30.0), ("C", 90.0)):
        page.column_dimensions[letter].width = width
    pen = CellPen(page, Counter())
    for one, other in _facts(read_me):
        page.append([pen.text(one, bold=True), pen.text(other)])
    for remark, times in remarks.items():
        words = f"{counted(times, 'cell', 'cells')}: {remark}."
        page.append([pen.text("Not kept exactly", bold=True), pen.text(words)])
    page.append([])
    page.append([pen.text(word, bold=True) for word in ("Sheet", "Column", "What it holds")])
    for sheet in sheets:
        for column in sheet.columns:
            if column.explained:
                row = (sheet.title, column.heading, column.explained)
                page.append([pen.text(word) for word in row])


def _facts(read_me: ReadMe) -> list[tuple[str, str]]:
    as_of = full_date(read_me.as_of) if read_me.as_of else "everything up to the day of writing"
    return [
        ("What this is", read_me.what),
        ("Community", read_me.community),
        ("Written on", full_date(read_me.written_on)),
        ("As of", as_of),
        *((name, _words(value)) for name, value in read_me.facts),
        ("Written by", "Facilitator Workbench. Private notes are never part of a workbook."),
    ]


def _words(value: object) -> str:
    return full_date(value) if isinstance(value, date) else f"{value}"
