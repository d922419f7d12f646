"""What a file would do to each figure: months added, changed, unchanged, or asked about."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from workbench.imports.figure_table import FigureColumn, month_words
from workbench.imports.questions import Question


@dataclass(frozen=True, slots=True)
class FigurePlan:
    """What a file would do to one figure: its months by date, and how many are new or other."""

    title: str
    percent: bool
    months: tuple[tuple[date, float], ...]
    is_new: bool
    added: int
    changed: int
    unchanged: int


def months_told_twice(column: FigureColumn) -> list[Question]:
    """Return a question for each month that has two different values."""
    first: dict[date, float] = {}
    asked: dict[date, Question] = {}
    for cell in column.cells:
        if first.setdefault(cell.month, cell.value) != cell.value:
            asked[cell.month] = Question(
                "month",
                f"{column.title} has two values for {month_words(cell.month)}: "
                f"{first[cell.month]:g} and {cell.value:g} (row {cell.row}). Which one holds?",
                "Delete the other row in the file and import it again.",
            )
    return list(asked.values())


def open_numbers(column: FigureColumn) -> list[Question]:
    """Return the question what the dot means, where all the column's numbers leave it open."""
    if not column.open_number:
        return []
    small = column.open_number.rstrip("0").rstrip(".")
    large = f"{int(column.open_number.replace('.', '')):,}"
    return [
        Question(
            "decimal",
            f"{column.title}: {column.open_number} can be read as {small} or as {large}.",
            f"Say --decimal point for {small}, or --decimal comma for {large}.",
        )
    ]


def plan_figure(column: FigureColumn, known: Mapping[date, float] | None) -> FigurePlan:
    """Return what a column does to a figure whose months are `known`, None for a new figure."""
    months = {cell.month: cell.value for cell in column.cells}
    before = known or {}
    added = sum(month not in before for month in months)
    unchanged = sum(before.get(month) == value for month, value in months.items())
    return FigurePlan(
        title=column.title,
        percent=column.percent,
        months=tuple(sorted(months.items())),
        is_new=known is None,
        added=added,
        changed=len(months) - added - unchanged,
        unchanged=unchanged,
    )
