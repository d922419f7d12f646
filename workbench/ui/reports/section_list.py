"""The sections of a brief as rows: ticked, moved by drag or Alt+Up and Alt+Down, opened to edit."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbench.reports.brief_sections import Section, movable
from workbench.ui.kit.buttons import IconButton
from workbench.ui.kit.chips import Icon
from workbench.ui.kit.inputs import Check
from workbench.ui.kit.text import Text
from workbench.ui.kit.themed import Themed, frame, hairline
from workbench.ui.theme import look

_TITLE = 260
_EDITABLE = {
    "headline": "Edit the headline",
    "changes": "Edit what changed",
    "asks": "Edit requests",
}


class SectionList(QWidget):
    """Rows in the order of the page; the words on certainty are always there and locked."""

    toggled = Signal(str, bool)
    moved = Signal(str, int)
    edited = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._card = frame("card")
        self._column = QVBoxLayout(self._card)
        self._column.setContentsMargins(1, 1, 1, 1)
        self._column.setSpacing(0)
        outer.addWidget(self._card)
        self._rows: list[SectionRow] = []

    @property
    def rows(self) -> "list[SectionRow]":
        """The rows from top to bottom, the locked one left out."""
        return list(self._rows)

    def show_sections(self, sections: Sequence[Section]) -> None:
        """Show the sections, those chosen first; the row that had the focus keeps it."""
        focused = next((row.section.key for row in self._rows if row.check.hasFocus()), "")
        while self._column.count():
            item = self._column.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.deleteLater()
        self._rows = []
        chosen = [section for section in sections if section.chosen]
        for section in chosen:
            self._add(section)
        self._put(_LockedRow())
        for section in sections:
            if not section.chosen:
                self._add(section)
        for row in self._rows:
            if row.section.key == focused:
                row.check.setFocus()

    def drop_place(self, key: str, at: QPoint) -> int:
        """Return how many rows a section dragged to a point of this list has moved, up is less."""
        moving = [row for row in self._rows if row.moves]
        keys = [row.section.key for row in moving]
        above = [row for row in moving if self._middle(row) < at.y() and row.section.key != key]
        return len(above) - keys.index(key) if key in keys else 0

    def _middle(self, row: "SectionRow") -> int:
        return row.mapTo(self, QPoint(0, row.height() // 2)).y()

    def _add(self, section: Section) -> None:
        row = SectionRow(section, self)
        self._rows.append(row)
        self._put(row)

    def _put(self, row: QWidget) -> None:
        if self._column.count():
            self._column.addWidget(hairline())
        self._column.addWidget(row)


class SectionRow(Themed, QWidget):
    """One section: grip, tick, title, what it holds, and a pencil where it can be written."""

    def __init__(self, section: Section, around: SectionList) -> None:
        super().__init__()
        self.section, self._around = section, around
        self.moves = section.chosen and movable(section.key)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 8, 0)
        row.setSpacing(10)
        self.grip = _Grip(self) if self.moves else _Gap()
        row.addWidget(self.grip)
        self.check = _SectionCheck(section.title, on=section.chosen)
        self.check.toggled.connect(lambda on: around.toggled.emit(section.key, on))
        self.check.shifted.connect(self._shift)
        if self.moves:
            self.check.setAccessibleDescription("Alt+Up and Alt+Down move it")
        row.addWidget(self.check)
        row.addStretch(1)
        row.addWidget(Text(section.holds, "body", "text_3"))
        if section.key in _EDITABLE:
            name = _EDITABLE[section.key]
            row.addWidget(IconButton("pencil", name, self._edit, size="small"))
        else:
            row.addWidget(_Gap(28))
        self.restyle()

    def restyle(self) -> None:
        """Grow with the text; a title is cut only where it is very long, the words beside it go."""
        self.setFixedHeight(look().px(37))
        if hasattr(self, "check"):
            self.check.setMinimumWidth(min(self.check.sizeHint().width(), look().px(_TITLE)))

    def _edit(self) -> None:
        self._around.edited.emit(self.section.key)

    def _shift(self, by: int) -> None:
        if self.moves:
            self._around.moved.emit(self.section.key, by)

    def dragged_to(self, at: QPoint) -> None:
        """Move the section to where its grip was let go."""
        by = self._around.drop_place(self.section.key, self._around.mapFromGlobal(at))
        if by:
            self._around.moved.emit(self.section.key, by)


class _SectionCheck(Check):
    """A tick that tells Alt+Up and Alt+Down."""

    shifted = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
            if by is not None:
                self.shifted.emit(by)
                return
        super().keyPressEvent(event)


class _Grip(Icon):
    """Six dots to drag a row by; while dragged the row has an accent edge."""

    def __init__(self, row: SectionRow) -> None:
        super().__init__("grip", "text_3", 16)
        self._row = row
        self._held = False
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setToolTip("Drag to move, or press Alt+Up and Alt+Down")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._held = event.button() is Qt.MouseButton.LeftButton
        self.setCursor(Qt.CursorShape.ClosedHandCursor)
        self.show_icon("grip", "accent", "")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.show_icon("grip", "text_3", "")
        if self._held:
            self._held = False
            self._row.dragged_to(event.globalPosition().toPoint())


class _Gap(Themed, QWidget):
    """The room of a grip or a pencil where a row has none."""

    def __init__(self, width: int = 16) -> None:
        super().__init__()
        self._wide = width
        self.restyle()

    def restyle(self) -> None:
        if hasattr(self, "_wide"):
            self.setFixedSize(look().px(self._wide), look().px(16))


class _LockedRow(Themed, QWidget):
    """How sure are we? always stands in the brief."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 14, 0)
        row.setSpacing(10)
        row.addWidget(_Gap())
        check = Check("", on=True)
        check.setAccessibleName("How sure are we?, always included")
        check.setEnabled(False)
        words = QHBoxLayout()
        words.setSpacing(look().px(8) - 1)
        words.addWidget(check)
        words.addWidget(Text("How sure are we?"))
        row.addLayout(words)
        row.addStretch(1)
        row.addWidget(Text("Always included", "body", "text_3"))
        row.addSpacing(16)
        row.addWidget(Icon("lock", "text_3", 16))
        self.restyle()

    def restyle(self) -> None:
        """Grow with the text."""
        self.setFixedHeight(look().px(37))
