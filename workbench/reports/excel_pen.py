"""Writing cells row by row: one set of looks, and text that no program takes for a formula."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from workbench.foundation.tokens import tokens
from workbench.reports.excel_cells import Cell, must_be_quoted, storable
from workbench.reports.workbook_contents import Kind

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell as Written
    from openpyxl.worksheet.worksheet import Worksheet

_FORMATS: dict[Kind, str] = {
    "text": "@",
    "date": "yyyy-mm-dd",
    "whole": "0",
    "number": "0.0",
    "share": "0%",
}


class CellPen:
    """Makes the cells of one sheet, used again row after row because rows are streamed at once."""

    def __init__(self, page: "Worksheet", remarks: Counter[str]) -> None:
        self._page = page
        self._remarks = remarks
        self._used: dict[tuple[int, str, bool, bool], Written] = {}

    def row(
        self, values: Sequence[Cell], kinds: Sequence[Kind], *, bold: bool = False
    ) -> "list[Written | None]":
        """Return the cells of a row, as many as there are kinds; an empty text is an empty cell."""
        return [
            self._cell(place, value, kind, bold)
            for place, (value, kind) in enumerate(zip(values, kinds, strict=True))
        ]

    def heading(self, text: str) -> "Written":
        """Return a cell of the frozen first row."""
        from openpyxl.styles import Alignment, PatternFill

        cell = self._new("@", bold=True, quoted=must_be_quoted(text))
        cell.fill = PatternFill("solid", fgColor=tokens().light.selected[1:])
        cell.alignment = Alignment(vertical="center", wrap_text=False)
        _put(cell, storable(text, self._remarks))
        return cell

    def text(self, text: str, *, bold: bool = False) -> "Written":
        """Return a cell of running text that breaks its lines."""
        from openpyxl.styles import Alignment

        cell = self._new("@", bold=bold, quoted=must_be_quoted(text))
        cell.alignment = Alignment(vertical="top", wrap_text=True)
        _put(cell, storable(text, self._remarks))
        return cell

    def _cell(self, place: int, value: Cell, kind: Kind, bold: bool) -> "Written | None":
        kept = storable(value, self._remarks)
        if kept is None or kept == "":
            return None
        form = _form(kept, kind)
        quoted = isinstance(kept, str) and must_be_quoted(kept)
        look = (place, form, bold, quoted)
        if look not in self._used:
            self._used[look] = self._new(form, bold=bold, quoted=quoted)
        cell = self._used[look]
        _put(cell, kept)
        return cell

    def _new(self, form: str, *, bold: bool, quoted: bool) -> "Written":
        from openpyxl.cell import WriteOnlyCell
        from openpyxl.styles import Font

        cell = WriteOnlyCell(self._page)
        cell.number_format = form
        if bold:
            cell.font = Font(bold=True)
        if quoted:
            cell.quotePrefix = True
        return cell


def column_letters(place: int) -> str:
    """Return the letters of the column counted from 1."""
    from openpyxl.utils import get_column_letter

    return get_column_letter(place)


def set_page(page: "Worksheet") -> None:
    """Set the sheet to print across, all columns on one page, with its name and page number."""
    from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
    from openpyxl.worksheet.properties import PageSetupProperties

    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = 9
    page.page_setup.fitToWidth = 1
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.oddFooter = HeaderFooterItem(
        _HeaderFooterPart("&A"), None, _HeaderFooterPart("Page &P of &N")
    )


def _form(value: Cell, kind: Kind) -> str:
    if isinstance(value, str):
        return _FORMATS["text"]
    if isinstance(value, date):
        return _FORMATS["date"]
    return "General" if kind in ("text", "date") else _FORMATS[kind]


def _put(cell: "Written", value: Cell) -> None:
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"  # else "=1+1" would be a formula and "#N/A" an error
