"""The figures of a chart as a table whose columns are wide enough for all they hold."""

from collections.abc import Sequence

from PySide6.QtGui import QFontMetricsF

from workbench.ui.kit.cells import TextCell
from workbench.ui.kit.rows import Column
from workbench.ui.kit.table import RowTable
from workbench.ui.theme import look

_AIR = 26
_MOST = 420


def figures_table(
    titles: Sequence[str], rows: Sequence[Sequence[str]]
) -> RowTable[tuple[str, ...]]:
    """Return the table: the first column names and stretches, the others show all their words."""
    columns = [
        _column(place, title, [row[place] for row in rows if place < len(row)])
        for place, title in enumerate(titles)
    ]
    table: RowTable[tuple[str, ...]] = RowTable(columns, lambda row: row[0], side=16, row_height=28)
    table.show_rows([tuple(row) for row in rows])
    return table


def _column(place: int, title: str, words: Sequence[str]) -> Column[tuple[str, ...]]:
    return Column(
        str(place),
        title,
        lambda row: TextCell(row[place] if place < len(row) else ""),
        align="left" if place == 0 else "right",
        stretch=place == 0,
        width=_width([title, *words]),
    )


def _width(words: Sequence[str]) -> int:
    """Return the width at 100 % that the longest words need, up to a third of a wide window."""
    letters = QFontMetricsF(look().font("body"))
    longest = max(letters.horizontalAdvance(each) for each in words) / look().scale
    return min(round(longest) + _AIR, _MOST)
