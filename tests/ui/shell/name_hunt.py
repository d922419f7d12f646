"""Reads all that a window shows, tells or paints, to find the names of people in it."""

import io
import re
from collections.abc import Iterable, Iterator

import pypdf
from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QBuffer,
    QIODevice,
    QMarginsF,
    QPoint,
    QSizeF,
    Qt,
)
from PySide6.QtGui import QAccessible, QPageSize, QPainter, QPdfWriter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from workbench.rosters.queries import RosterRow

_COMMON = {"grace"}
_WORDS = (
    "accessibleName", "accessibleDescription", "toolTip", "statusTip", "whatsThis",
    "placeholderText", "text", "title", "windowTitle",
)  # fmt: skip
_SAID = (
    QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value,
    QAccessible.Text.Help,
)  # fmt: skip
_ROLES = (*range(14), *(Qt.ItemDataRole.UserRole.value + step for step in range(4)))


def pattern_of(people: Iterable[RosterRow]) -> re.Pattern[str]:
    """Return what finds whole names, first names that are no common words, and addresses."""
    names = {person.name for person in people}
    firsts = {name.split()[0] for name in names}
    found = names | {person.email for person in people if person.email}
    found |= {first for first in firsts if first.casefold() not in _COMMON}
    return re.compile(
        rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(found, key=len, reverse=True)))})(?!\w)",
        re.IGNORECASE,
    )


def told(window: QWidget) -> Iterator[str]:
    """Yield the words of every visible widget, its items and what is read aloud of it."""
    tops = {window, *(top for top in QApplication.topLevelWidgets() if top.isVisible())}
    for top in tops:
        for widget in (top, *top.findChildren(QWidget)):
            if widget.isVisible():
                yield from _of(widget)
    for menu in window.findChildren(QMenu):
        for action in menu.actions():
            yield f"{action.text()} {action.toolTip()} {action.statusTip()}"


def painted(window: QWidget) -> str:
    """Return the words that are painted, whatever paints them: read back from a PDF of it."""
    kept = QBuffer()
    kept.open(QIODevice.OpenModeFlag.WriteOnly)
    paper = QPdfWriter(kept)
    paper.setResolution(72)
    paper.setPageSize(QPageSize(QSizeF(window.size()), QPageSize.Unit.Point))
    paper.setPageMargins(QMarginsF(0, 0, 0, 0))
    painter = QPainter(paper)
    window.render(painter, QPoint(0, 0))
    painter.end()
    page = pypdf.PdfReader(io.BytesIO(kept.data().data())).pages[0]
    return "".join(max(letter, " ") for letter in page.extract_text())


def _of(widget: QWidget) -> Iterator[str]:
    for word in _WORDS:
        said = getattr(widget, word, None)
        value = said() if callable(said) else said
        if isinstance(value, str):
            yield value
    yield from _read_aloud(widget)
    if isinstance(widget, QTextEdit | QPlainTextEdit):
        yield widget.toPlainText()
    if isinstance(widget, QAbstractItemView | QComboBox):
        yield from _cells(widget.model())
    if isinstance(widget, QLineEdit) and widget.completer() is not None:
        yield from _cells(widget.completer().model())


def _read_aloud(widget: QWidget) -> Iterator[str]:
    face = QAccessible.queryAccessibleInterface(widget)
    if face is None:
        return
    yield from (face.text(kind) for kind in _SAID)
    for place in range(face.childCount()):
        child = face.child(place)
        if child.object() is None:
            yield from (child.text(kind) for kind in _SAID)


def _cells(model: QAbstractItemModel) -> Iterator[str]:
    is_list = isinstance(model, QAbstractListModel)
    rows, columns = range(model.rowCount()), range(1 if is_list else model.columnCount())
    for row in rows:
        for column in columns:
            index = model.index(row, column)
            values = [model.data(index, role) for role in _ROLES]
            yield " ".join(repr(value) for value in values if value is not None)
    for way, places in ((Qt.Orientation.Horizontal, columns), (Qt.Orientation.Vertical, rows)):
        yield " ".join(str(model.headerData(place, way) or "") for place in places)
