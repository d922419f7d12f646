"""Bringing monthly business figures into a community: preview, then one step undo takes back."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from workbench.foundation.errors import BadInput
from workbench.foundation.text import clean
from workbench.impact.queries import figure, find_figure
from workbench.imports.figure_actions import take_figures
from workbench.imports.figure_plan import (
    FigurePlan,
    months_told_twice,
    open_numbers,
    plan_figure,
)
from workbench.imports.figure_table import FigureTable, figure_table
from workbench.imports.questions import Question
from workbench.imports.roster_queries import community_number
from workbench.imports.tables import read_source
from workbench.storage.unit_of_work import Done
from workbench.storage.workspace import Workspace

_MARKS = {None: "", "point": ".", "comma": ","}


@dataclass(frozen=True, slots=True)
class FiguresImport:
    """What a file of figures would change, or has changed where `written`."""

    community: str
    table: FigureTable
    plans: tuple[FigurePlan, ...] = ()
    asked: tuple[Question, ...] = ()
    new_community: bool = False
    written: bool = False

    @property
    def questions(self) -> tuple[str, ...]:
        """What must be decided before anything is written, each naming what answers it."""
        return tuple(str(question) for question in self.asked)

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


def preview_figures(
    workspace: Workspace, community: str, source: Path, decimal: str | None = None
) -> FiguresImport:
    """Return what the figures in a file would change; writes nothing.

    `decimal` ("point" or "comma") says how to read 12.000 where the file leaves it open.
    """
    table = figure_table(read_source(source), _MARKS[decimal])
    name = clean(community)
    if not name:
        raise BadInput("The community has no name.", "Give its name.", field="community")
    community_id = workspace.read(community_number, name)
    found = FiguresImport(name, table, new_community=community_id is None)
    asked = [
        question
        for column in table.columns
        for question in open_numbers(column) or months_told_twice(column)
    ]
    if asked:
        return replace(found, asked=tuple(asked))
    plans = tuple(
        plan_figure(column, _known(workspace, community_id, column.title))
        for column in table.columns
    )
    return replace(found, plans=plans)


def apply_figures(
    workspace: Workspace, community: str, source: Path, decimal: str | None = None
) -> FiguresImport:
    """Take the figures in a file into a community; nothing where a question is open."""
    found = preview_figures(workspace, community, source, decimal)
    if found.questions:
        return found
    perform_figures(workspace, found)
    return replace(found, written=True)


def perform_figures(workspace: Workspace, found: FiguresImport) -> Done[int]:
    """Write a plan without open questions as one step; its value is how many months changed."""
    if not (found.new_community or any(plan.added or plan.changed for plan in found.plans)):
        return Done(0, None, frozenset())
    return workspace.perform(take_figures, found.community, found.plans)


def _known(
    workspace: Workspace, community_id: int | None, title: str
) -> Mapping[date, float] | None:
    if community_id is None:
        return None
    figure_id = workspace.read(find_figure, community_id, title)
    if figure_id is None:
        return None
    months = workspace.read(figure, figure_id, workspace.clock.today()).months
    return {row.month: row.value for row in months}
