"""Bringing monthly business figures into a community: preview, then one step undo takes back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from sqlalchemy.orm import Session

from workbench.communities.actions import create_community
from workbench.foundation.errors import BadInput
from workbench.foundation.text import clean, counted
from workbench.impact.actions import add_figure, set_months
from workbench.impact.queries import figure, find_figure
from workbench.impact.rules import FigureDraft
from workbench.imports.figure_table import FigureColumn, FigureTable, figure_table, month_words
from workbench.imports.questions import Question
from workbench.imports.roster_queries import community_number
from workbench.imports.tables import read_source
from workbench.storage.unit_of_work import Work, action
from workbench.storage.workspace import Workspace


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


@dataclass(frozen=True, slots=True)
class FiguresImport:
    """What a file of figures would change, or has changed where `written`."""

    community: str
    table: FigureTable
    plans: tuple[FigurePlan, ...] = ()
    questions: tuple[str, ...] = ()
    new_community: bool = False
    written: bool = False

    @property
    def warnings(self) -> tuple[str, ...]:
        """What is odd without stopping anything."""
        verb = "was made" if self.written else "will be made"
        told = [f"{plan.title} is new here, so it {verb}." for plan in self.plans if plan.is_new]
        if self.new_community:
            told.insert(0, f"There was no community {self.community}, so it {verb}.")
        return tuple(told)

    def as_json(self) -> dict[str, object]:
        """Return the shape that the command line prints."""
        return {
            "rows_read": self.table.rows_read,
            "figures": [
                {
                    "figure": plan.title,
                    "added": plan.added,
                    "changed": plan.changed,
                    "unchanged": plan.unchanged,
                }
                for plan in self.plans
            ],
            "rejected": [{"row": row, "reason": reason} for row, reason in self.table.rejected],
            "questions": list(self.questions),
            "warnings": list(self.warnings),
            "written": self.written,
        }

    def lines(self) -> list[str]:
        """Return what came of it in plain sentences."""
        if self.questions:
            return []
        told = [
            f"{plan.title}: {plan.added} added, {plan.changed} changed, {plan.unchanged} unchanged."
            for plan in self.plans
        ]
        aside = [f"Row {row} was left aside: {reason}." for row, reason in self.table.rejected[:25]]
        return [*told, *aside, *self.warnings]


def preview_figures(workspace: Workspace, community: str, source: Path) -> FiguresImport:
    """Return what the figures in a file would change; writes nothing."""
    table = figure_table(read_source(source))
    return workspace.read(_planned, community, table, workspace.clock.today())


def apply_figures(workspace: Workspace, community: str, source: Path) -> FiguresImport:
    """Take the figures in a file into a community; nothing where a question is open."""
    found = preview_figures(workspace, community, source)
    if found.questions:
        return found
    if found.new_community or any(plan.added or plan.changed for plan in found.plans):
        workspace.perform(take_figures, found.community, found.plans)
    return replace(found, written=True)


@action("Import business figures")
def take_figures(work: Work, community: str, plans: Sequence[FigurePlan]) -> int:
    """Write the months of a plan; figures and the community are made where they are new."""
    community_id = community_number(work.session, community)
    if community_id is None:
        community_id = create_community(work, community)
    months = 0
    for plan in plans:
        figure_id = find_figure(work.session, community_id, plan.title)
        if figure_id is None:
            unit = "%" if plan.percent else ""
            figure_id = add_figure(work, community_id, FigureDraft(name=plan.title, unit=unit))
        months += set_months(work, figure_id, dict(plan.months))
    work.name = f"Import {counted(months, 'month', 'months')} of business figures"
    return months


def _planned(session: Session, community: str, table: FigureTable, today: date) -> FiguresImport:
    name = clean(community)
    if not name:
        raise BadInput("The community has no name.", "Give its name.", field="community")
    community_id = community_number(session, name)
    found = FiguresImport(name, table, new_community=community_id is None)
    twice = [question for column in table.columns for question in _twice(column)]
    if twice:
        return replace(found, questions=tuple(str(question) for question in twice))
    plans = tuple(
        _plan(column, _known(session, community_id, column.title, today))
        for column in table.columns
    )
    return replace(found, plans=plans)


def _twice(column: FigureColumn) -> list[Question]:
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


def _known(
    session: Session, community_id: int | None, title: str, today: date
) -> Mapping[date, float] | None:
    figure_id = None if community_id is None else find_figure(session, community_id, title)
    if figure_id is None:
        return None
    return {row.month: row.value for row in figure(session, figure_id, today).months}


def _plan(column: FigureColumn, known: Mapping[date, float] | None) -> FigurePlan:
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
