"""Attendance as a workbook: where to, then written off the window's thread."""

from pathlib import Path

from workbench.storage.workspace import Workspace
from workbench.ui.desk import Desk


def export_attendance_from(desk: Desk) -> None:
    """Ask where the workbook shall lie and write it."""
    suggested = f"{desk.community_name} attendance.xlsx"
    desk.choose_new_file("Export attendance", suggested, lambda out: write_attendance(desk, out))


def write_attendance(desk: Desk, out: Path) -> None:
    """Read the attendance, then write the workbook on the second lane and say so."""
    from workbench.reports.exports import Book, attendance_book, write_book

    name, today = desk.community_name, desk.clock.today()

    def read(workspace: Workspace) -> Book:
        return workspace.read(attendance_book, name, today, None)

    def write(book: Book) -> None:
        desk.run(lambda: write_book(out, book), lambda _: desk.say(f"Written to {out.name}."))

    desk.read(read, write)
