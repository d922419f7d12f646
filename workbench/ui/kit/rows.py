"""Rows of a table: plain frozen values in a list that sorts itself."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Literal, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSize, Qt

from workbench.ui.kit.cells import Cell
from workbench.ui.theme import look

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex
CellRole = Qt.ItemDataRole.UserRole + 1
SectionRole = Qt.ItemDataRole.UserRole + 2


@dataclass(frozen=True)  # slots and subscripted generics do not go together
class Column(Generic[Row]):
    """One column: what it shows of a row, by what it sorts, and how wide it is.

    `width` is pixels at 100 %; `stretch` shares what is left. Where the window is narrow, columns
    leave in the order of `leaves` (1 first; 0 never). `one_way` allows ascending order only.
    """

    key: str
    title: str
    cell: Callable[[Row], Cell]
    sort: Callable[[Row], Any] | None = None
    width: int = 120
    stretch: bool = False
    align: Literal["left", "right", "centre"] = "left"
    leaves: int = 0
    one_way: bool = False
    tip: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading row over the whole width, such as "This season · 16 of 20 held"."""

    title: str
    note: str = ""


class RowsModel(QAbstractTableModel, Generic[Row]):
    """Holds rows of one kind; sorting keeps rows of a section together and blanks last."""

    def __init__(self, columns: Sequence[Column[Row]], name: Callable[[Row], str]) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self.name = name
        self.sorted_by = -1
        self.descending = False
        self._groups: list[tuple[Section | None, list[Row]]] = []
        self._lines: list[Row | Section] = []

    def show(self, rows: Sequence[Row]) -> None:
        """Replace all rows, in the order chosen by the user or else as given."""
        self.show_groups([(None, rows)])

    def show_groups(self, groups: Sequence[tuple[Section | None, Sequence[Row]]]) -> None:
        """Replace all rows by rows under headings."""
        self.beginResetModel()
        self._groups = [(section, list(rows)) for section, rows in groups]
        self._lay_out()
        self.endResetModel()

    def rows(self) -> list[Row]:
        """Return the rows in the order shown."""
        return [line for line in self._lines if not isinstance(line, Section)]

    def line(self, place: int) -> Row | Section:
        """Return what stands on a line."""
        return self._lines[place]

    def row(self, place: int) -> Row | None:
        """Return the row on a line, None for a heading or a place that does not exist."""
        if not 0 <= place < len(self._lines):
            return None
        line = self._lines[place]
        return None if isinstance(line, Section) else line

    def place_of(self, wanted: Callable[[Row], bool]) -> int:
        """Return the line of the first row that fits, -1 for none."""
        for place, line in enumerate(self._lines):
            if not isinstance(line, Section) and wanted(line):
                return place
        return -1

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; one that only goes one way stays ascending. What is selected stays."""
        self.layoutAboutToBeChanged.emit()
        before = self._lines
        self.sorted_by = column
        one_way = 0 <= column < len(self.columns) and self.columns[column].one_way
        self.descending = order == Qt.SortOrder.DescendingOrder and not one_way
        self._lay_out()
        self._move_indexes(before)
        self.layoutChanged.emit()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """How many lines, headings included."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """How many columns."""
        return 0 if parent.isValid() else len(self.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings cannot be selected."""
        if index.isValid() and isinstance(self._lines[index.row()], Section):
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """The cell itself, its words, its accessible words, or the heading."""
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if isinstance(line, Section):
            return _section_data(line, index.column(), role)
        column = self.columns[index.column()]
        if role == CellRole:
            return column.cell(line)
        if role == Qt.ItemDataRole.DisplayRole:
            return column.cell(line).said
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = column.cell(line).said or "empty"
            return said if index.column() == 0 else f"{self.name(line)}, {column.title}: {said}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return getattr(column.cell(line), "why", "") or None
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - Qt's signature
        """Titles of the columns."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.columns[section].tip or None
        if role == Qt.ItemDataRole.SizeHintRole:
            return QSize(look().px(40), look().px(32))
        return None

    def _lay_out(self) -> None:
        self._lines = []
        for section, rows in self._groups:
            if section is not None:
                self._lines.append(section)
            self._lines.extend(self._in_order(rows))

    def _move_indexes(self, before: list[Row | Section]) -> None:
        """Let selection and cursor follow their lines to where these stand now."""
        places = {id(line): place for place, line in enumerate(self._lines)}
        held = self.persistentIndexList()
        moved = [self.index(places[id(before[one.row()])], one.column()) for one in held]
        self.changePersistentIndexList(held, moved)

    def _in_order(self, rows: list[Row]) -> list[Row]:
        if not 0 <= self.sorted_by < len(self.columns):
            return rows
        key = self.columns[self.sorted_by].sort
        if key is None:
            return rows
        known = [row for row in rows if key(row) is not None]
        blank = [row for row in rows if key(row) is None]
        return sorted(known, key=key, reverse=self.descending) + blank


def _section_data(section: Section, column: int, role: int) -> Any:  # noqa: ANN401
    if role == SectionRole:
        return section
    if column:
        return None
    if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
        return " ".join(part for part in (section.title, section.note) if part)
    return None
