"""Opens the dialog that brings a file in, for a page, a menu or a file dropped on the window."""

from collections.abc import Callable, Sequence
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

_NOT_TOGETHER = (
    "Several files at once are taken where all are attendance reports. Nothing was brought in."
)
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


def open_dropped(window: QWidget, desk: Desk, *paths: Path) -> None:
    """Open the dialog that fits a file's content; says so where it fits none.

    Several files are taken where all are attendance reports, as of a meeting that was restarted:
    one review after the other, each proposed for the session of the one before.
    """

    def told(found: list[Recognised]) -> None:
        if len(paths) == 1:
            open_import(window, desk, found[0].kind, paths[0])
        elif all(each.kind == "attendance" for each in found):
            _review(window, desk, sorted(paths, key=lambda path: path.name))
        else:
            desk.say(_NOT_TOGETHER)

    desk.run(lambda: [recognise(path) for path in paths], told)


def _review(
    window: QWidget, desk: Desk, paths: Sequence[Path], number: int = 0, into: int | None = None
) -> None:
    """Open the review of one of several files; once it is written, that of the next."""

    def written(session: int) -> None:
        if number + 1 < len(paths):
            _review(window, desk, paths, number + 1, session or into)

    place = f"File {number + 1} of {len(paths)}"
    if into is not None:
        place += ", proposed for the same session"
    dialog = AttendanceDialog(window, desk, paths[number], place=place, into=into, then=written)
    dialog.load()
    dialog.open()


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
