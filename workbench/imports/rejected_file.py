"""Rows that could not be taken, written to a workbook with the reason as its last column."""

from collections.abc import Sequence
from pathlib import Path

from workbench.foundation.atomic_file import replacing
from workbench.imports.mapping import REASON
from workbench.imports.roster_plan import RowPlan
from workbench.imports.roster_table import PeopleTable
from workbench.imports.tables import as_text
from workbench.imports.workbooks import Cell


def write_rejected(table: PeopleTable, rejected: Sequence[RowPlan], target: Path) -> None:
    """Write the rejected rows as they stood in the list; raises CannotSave.

    Mended and imported again, the reason's column is ignored. Text that begins like a formula stays
    text.
    """
    import openpyxl

    workbook = openpyxl.Workbook(write_only=True)
    sheet = workbook.create_sheet("Left aside")
    sheet.freeze_panes = "A2"
    reasons = {row.number: f"Row {row.number}: {row.reason}" for row in rejected}
    width = len(table.titles)
    lines: list[list[Cell]] = [[*table.titles, REASON]]
    for number, row in table.body:
        if number in reasons:
            cells = [row[index] if index < len(row) else "" for index in range(width)]
            lines.append([*cells, reasons[number]])
    for line in lines:
        sheet.append([_safe(sheet, cell) for cell in line])
    with replacing(target) as beside:
        workbook.save(beside)


def _safe(sheet: object, cell: Cell) -> object:
    from openpyxl.cell import WriteOnlyCell

    if not isinstance(cell, str):
        return cell
    kept = "".join(sign for sign in as_text(cell) if sign >= " " or sign in "\n\t")
    made = WriteOnlyCell(sheet, value=kept or None)  # type: ignore[arg-type]  # its own stub is narrow
    if kept:
        made.data_type = "s"
        made.quotePrefix = kept[0] in "=+-@"
    return made
