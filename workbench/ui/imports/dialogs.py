"""Opens the dialog that brings a file in, for a page, a menu or a file dropped on the window."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from workbench.imports.recognise import Recognised, recognise
from workbench.imports.tables import SourceFile, read_source
from workbench.ui.desk import Desk, ImportKind
from workbench.ui.imports.attendance_dialog import AttendanceDialog
from workbench.ui.imports.figures_dialog import FiguresDialog
from workbench.ui.imports.people_source import PATTERNS, PeopleSource
from workbench.ui.imports.responses_dialog import ResponsesDialog
from workbench.ui.imports.roster_dialog import RosterDialog

_TITLES: dict[ImportKind, str] = {
    "attendance": "Attendance reports",
    "responses": "Answers of a survey",
    "figures": "Monthly figures",
}


def open_import(window: QWidget, desk: Desk, kind: ImportKind, path: Path | None = None) -> None:
    """Open the import dialog of a kind over the window; without a path it asks for one first."""
    if kind == "roster":
        _bring_people(window, desk, path)
    elif path is None:
        desk.choose_file(_TITLES[kind], PATTERNS, lambda chosen: _open(window, desk, kind, chosen))
    else:
        _open(window, desk, kind, path)


def open_dropped(window: QWidget, desk: Desk, path: Path) -> None:
    """Open the dialog that fits a file's content; says so where it fits none."""

    def told(found: Recognised) -> None:
        open_import(window, desk, found.kind, path)

    desk.run(lambda: recognise(path), told)


def _open(window: QWidget, desk: Desk, kind: ImportKind, path: Path) -> None:
    dialog: AttendanceDialog | ResponsesDialog | FiguresDialog
    if kind == "attendance":
        dialog = AttendanceDialog(window, desk, path)
    elif kind == "responses":
        dialog = ResponsesDialog(window, desk, path)
    else:
        dialog = FiguresDialog(window, desk, path)
    dialog.load()
    dialog.open()


def _bring_people(window: QWidget, desk: Desk, path: Path | None) -> None:
    def show(read: Callable[[], SourceFile], name: str) -> None:
        if isinstance(window.focusWidget(), QWidget) and not window.focusWidget().isVisible():
            window.setFocus()  # the dialog that asked is going, and its focus with it
        dialog = RosterDialog(window, desk, read, name)
        dialog.load()
        dialog.open()

    def from_file(chosen: Path) -> None:
        show(lambda: read_source(chosen), chosen.name)

    if path is not None:
        from_file(path)
    else:
        PeopleSource(window, desk, from_file, show).open()
