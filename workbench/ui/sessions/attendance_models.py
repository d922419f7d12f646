"""The attendance grid for Qt: three models over the same plain lines: names, cells, rates."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSize, Qt

from workbench.foundation.dates import day_and_month
from workbench.foundation.words import ExcusedRule, Mark, SessionState
from workbench.sessions.attendance_rules import MARK_WORDS, Rate, no_place
from workbench.sessions.grid_rules import NOT_A_MEMBER, TO_COME, Grid, GridColumn, GridRow
from workbench.ui.kit.squares import Square
from workbench.ui.sessions.attendance_lines import Heading, Line
from workbench.ui.theme import look

Index = QModelIndex | QPersistentModelIndex
SQUARES = {
    "P": Square.HERE,
    "L": Square.LATE,
    "E": Square.APOLOGIES,
    "A": Square.MISSED,
    "?": Square.NOT_KNOWN,
    TO_COME: Square.NOT_YET,
    NOT_A_MEMBER: Square.NOT_YET,
}
_SAID = {
    "P": MARK_WORDS[Mark.PRESENT],
    "L": MARK_WORDS[Mark.PART],
    "E": MARK_WORDS[Mark.EXCUSED],
    "A": MARK_WORDS[Mark.ABSENT],
    "?": MARK_WORDS[Mark.UNKNOWN],
    TO_COME: "still to come",
    NOT_A_MEMBER: "not expected",
}


class Sheet:
    """The lines and columns that show, shared by the three models."""

    def __init__(self) -> None:
        nobody = Rate(0, 0)
        self.grid = Grid((), (), nobody, ExcusedRule.EXPECTED)
        self.lines: list[Line] = []
        self.columns: list[int] = []
        self.marking: int | None = None

    def heading(self, line: int) -> Heading | None:
        """Return the heading that stands on a line, or None."""
        found = self.lines[line]
        return found if isinstance(found, Heading) else None

    def row(self, line: int) -> GridRow | None:
        """Return the person that stands on a line, or None."""
        found = self.lines[line] if 0 <= line < len(self.lines) else None
        return self.grid.rows[found] if isinstance(found, int) else None

    def column(self, place: int) -> GridColumn:
        """Return the session of a column shown."""
        return self.grid.columns[self.columns[place]]

    def letter(self, line: int, place: int) -> str:
        """Return the letter of a cell, blank on a heading."""
        row = self.row(line)
        return row.cells[self.columns[place]] if row else NOT_A_MEMBER

    def is_cancelled(self, place: int) -> bool:
        """Whether the session of a column was called off."""
        return self.column(place).state is SessionState.CANCELLED


class _LinesModel(QAbstractTableModel):
    def __init__(self, sheet: Sheet) -> None:
        super().__init__()
        self.sheet = sheet

    def reset(self) -> None:
        """Tell that other lines or columns show."""
        self.beginResetModel()
        self.endResetModel()

    def refresh(self, line: int, first: int, last: int) -> None:
        """Tell that some cells of one line show other values."""
        self.dataChanged.emit(self.index(line, first), self.index(line, last))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """How many lines, headings included."""
        return 0 if parent.isValid() else len(self.sheet.lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """The cursor passes over headings."""
        if self.sheet.row(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - Qt's signature
        """What a column is, in words."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.title(section)
        if role == Qt.ItemDataRole.SizeHintRole:
            return QSize(look().px(24), look().px(44))
        return self.tip(section) if role == Qt.ItemDataRole.ToolTipRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """The words of a cell; those for a screen reader name person and session."""
        if not index.isValid() or index.row() >= len(self.sheet.lines):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.words(index.row(), index.column())
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self.said(index.row(), index.column())
        return None

    def title(self, section: int) -> str:
        """The head of a column."""
        raise NotImplementedError

    def tip(self, section: int) -> str | None:
        """The tooltip of a head."""
        return None

    def words(self, line: int, place: int) -> str:
        """The words of a cell."""
        raise NotImplementedError

    def said(self, line: int, place: int) -> str:
        """The words of a cell for a screen reader."""
        return self.words(line, place)


class NamesModel(_LinesModel):
    """Names of people, and of departments with how many."""

    def columnCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """One column."""
        return 1

    def title(self, _section: int) -> str:
        """The one head."""
        return "Name"

    def tip(self, _section: int) -> str | None:
        """What a click on the head does."""
        return "Sort by last or by first name"

    def words(self, line: int, _place: int) -> str:
        """The name on a line."""
        heading, row = self.sheet.heading(line), self.sheet.row(line)
        return f"{heading.name} {heading.count}" if heading else row.name if row else ""


class CellsModel(_LinesModel):
    """One column for each session."""

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """As many columns as sessions show."""
        return 0 if parent.isValid() else len(self.sheet.columns)

    def title(self, section: int) -> str:
        """The day of the session."""
        return day_and_month(self.sheet.column(section).on)

    def tip(self, section: int) -> str | None:
        """Number, title and rate of the session."""
        head = self.sheet.column(section)
        parts = [f"Session {head.number}: {head.title}"]
        if self.sheet.is_cancelled(section):
            parts.append("cancelled, so it counts in no rate")
        elif head.rate is not None:
            parts.append(head.rate.explained)
        if head.head_count is not None:
            parts.append(f"{head.head_count} counted in the room")
        return " · ".join(parts)

    def words(self, line: int, place: int) -> str:
        """The mark in a word, or why there is none: "joined 3 May"."""
        row, letter = self.sheet.row(line), self.sheet.letter(line, place)
        if row is None:
            return ""
        blank = letter == NOT_A_MEMBER
        return (blank and no_place(row.stays, self.sheet.column(place).on)) or _SAID[letter]

    def said(self, line: int, place: int) -> str:
        """Person, day, mark: "Tomasz Zieliński, 17 September, missed"."""
        row = self.sheet.row(line)
        day = day_and_month(self.sheet.column(place).on)
        return f"{row.name}, {day}, {self.words(line, place)}" if row else ""


class RatesModel(_LinesModel):
    """Two columns: the fraction and the share."""

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Two columns."""
        return 0 if parent.isValid() else 2

    def title(self, section: int) -> str:
        """The two heads."""
        return ("Here", "Rate")[section]

    def tip(self, _section: int) -> str | None:
        """By which rule apologies count."""
        apart = self.sheet.grid.rule is ExcusedRule.SET_APART
        rule = "Apologies are set apart." if apart else "Apologies count as expected."
        return f"Sessions here out of sessions expected. {rule}"

    def words(self, line: int, place: int) -> str:
        """Fraction or share; nothing where no session counts yet."""
        row = self.sheet.row(line)
        if row is None or row.rate.share is None:
            return ""
        return percent(row.rate) if place else f"{row.rate.here}/{row.rate.out_of}"

    def said(self, line: int, place: int) -> str:
        """Whose rate it is."""
        row, words = self.sheet.row(line), self.words(line, place)
        return f"{row.name}, {self.title(place)}: {words}" if row and words else ""


def percent(rate: Rate) -> str:
    """Return the share as "71%", or a dash where nobody was expected."""
    return "–" if rate.share is None else f"{rate.share * 100:.0f}%"
