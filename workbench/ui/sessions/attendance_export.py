"""Attendance as a workbook: where to, then written off the window's thread."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from workbench.foundation.paths import documents_folder
from workbench.storage.workspace import Workspace
from workbench.ui.desk import Desk


def export_attendance_from(over: QWidget, desk: Desk) -> None:
    """Ask where the workbook shall lie and write it."""
    start = documents_folder() / f"{desk.community_name} attendance.xlsx"
    chosen, _ = QFileDialog.getSaveFileName(
        over, "Export attendance", str(start), "Excel workbook (*.xlsx)"
    )
    if chosen:
        write_attendance(desk, Path(chosen).with_suffix(".xlsx"))


def write_attendance(desk: Desk, out: Path) -> None:
    """Read the attendance, then write the workbook on the second lane and say so."""
    from workbench.reports.exports import Book, attendance_book, write_book

    name, today = desk.community_name, desk.clock.today()

    def read(workspace: Workspace) -> Book:
        return workspace.read(attendance_book, name, today, None)

    def write(book: Book) -> None:
        desk.run(lambda: write_book(out, book), lambda _: desk.say(f"Written to {out.name}."))

    desk.read(read, write)
