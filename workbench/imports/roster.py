"""Bringing a list of people into a community: preview, then one step that undo takes back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from sqlalchemy.orm import Session

from workbench.foundation.errors import BadInput, DecisionNeeded
from workbench.foundation.text import clean, counted, fold
from workbench.imports.dates import DateOrder
from workbench.imports.mapping import (
    AS_TOLD,
    ColumnGuess,
    as_mapping,
    guess_columns,
    worth_remembering,
)
from workbench.imports.roster_actions import take_people
from workbench.imports.roster_entries import read_entries
from workbench.imports.roster_plan import RosterPlan, RowPlan, plan_roster
from workbench.imports.roster_queries import community_number, known_people, remembered_mapping
from workbench.imports.roster_table import PeopleTable, people_table
from workbench.imports.tables import SourceFile, read_source
from workbench.storage.workspace import Workspace

_SHOWN = 25
_OUR_TITLES = frozenset(
    fold(title)
    for title in ("Name", "First name", "Last name", "E-mail", "Department", "Job title", "Role",
                  "Joined on", "Left on", "Tags", "Reason to join", "Reason to leave")
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class RosterImport:
    """What a list of people would change, or has changed where `written`."""

    community: str
    table: PeopleTable
    guesses: tuple[ColumnGuess, ...]
    plan: RosterPlan
    new_community: bool
    file_warnings: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    written: bool = False

    @property
    def rejected(self) -> tuple[RowPlan, ...]:
        """The rows that cannot be taken, each with its reason."""
        return tuple(row for row in self.plan.rows if row.kind == "rejected")

    @property
    def warnings(self) -> tuple[str, ...]:
        """What is odd without stopping anything."""
        made = "was made" if self.written else "will be made"
        new = (f"There was no community {self.community}, so it {made}.",)
        return (*(new if self.new_community else ()), *self.file_warnings, *self.plan.warnings)

    def as_json(self) -> dict[str, object]:
        """Return the shape that the command line prints."""
        return {
            "rows_read": len(self.table.body),
            "added": self.plan.count("added"),
            "changed": self.plan.count("changed"),
            "unchanged": self.plan.count("unchanged"),
            "rejected": [{"row": row.number, "reason": row.reason} for row in self.rejected],
            "mapping": as_mapping(self.guesses),
            "warnings": list(self.warnings),
            "written": self.written,
        }

    def lines(self) -> list[str]:
        """Return what came of it in plain sentences."""
        if self.questions:
            return []
        counts = {kind: self.plan.count(kind) for kind in ("added", "changed", "unchanged")}
        verb = "" if self.written else "would be "
        told = ", ".join(f"{number:,} {verb}{kind}" for kind, number in counts.items())
        read = counted(len(self.table.body), "row", "rows")
        guesses = [f"  {each.title}: {each.field.value} ({each.why})" for each in self.guesses]
        rejected = [f"Row {row.number} was left aside: {row.reason}." for row in self.rejected]
        return [f"{read}: {told}.", *guesses, *shortened(rejected), *shortened(self.warnings)]


def shortened(lines: Sequence[str]) -> list[str]:
    """Return the first lines, and how many more there are."""
    rest = len(lines) - _SHOWN
    return [*lines[:_SHOWN], *([f"... and {rest:,} more like these."] if rest > 0 else [])]


def preview_roster(
    workspace: Workspace, community: str, source: Path, maps: Mapping[str, str] | None = None
) -> RosterImport:
    """Return what the list in a file would change; writes nothing."""
    return plan_file(workspace, community, read_source(source), maps)


def apply_roster(
    workspace: Workspace, community: str, source: Path, maps: Mapping[str, str] | None = None
) -> RosterImport:
    """Take the list in a file into a community; rows that cannot be read are left aside."""
    return write_plan(workspace, plan_file(workspace, community, read_source(source), maps))


def plan_file(
    workspace: Workspace, community: str, source: SourceFile, maps: Mapping[str, str] | None = None
) -> RosterImport:
    """Return the plan for a file that was read; `maps` says which column is which field.

    A date field can carry its order, as in "joined_on:day-first".
    """
    return workspace.read(_planned, community, source, dict(maps or {}), workspace.clock.today())


def write_plan(
    workspace: Workspace, found: RosterImport, accepted: Sequence[int] | None = None
) -> RosterImport:
    """Write a plan, or only its accepted rows (by row number); nothing where a question is open."""
    if found.questions:
        return found
    chosen = None if accepted is None else set(accepted)
    rows = [
        row
        for row in found.plan.rows
        if row.kind in ("added", "changed") and (chosen is None or row.number in chosen)
    ]
    told = any(guess.why == AS_TOLD for guess in found.guesses)
    if rows or told or found.new_community:
        mapping = worth_remembering(found.guesses)
        workspace.perform(take_people, found.community, rows, found.table.signature, mapping)
    return replace(found, written=True)


def _planned(
    session: Session, community: str, source: SourceFile, maps: dict[str, str], today: date
) -> RosterImport:
    name = clean(community)
    if not name:
        raise BadInput("The community has no name.", "Give its name.", field="community")
    community_id = community_number(session, name)
    table = people_table(source)
    told, order = _with_order(maps)
    guesses = guess_columns(table, remembered_mapping(session, table.signature), told)
    found = RosterImport(
        name, table, guesses, RosterPlan((), ()), community_id is None, source.warnings
    )
    try:
        entries = read_entries(table, guesses, today, order)
    except DecisionNeeded as open_question:
        return replace(found, questions=(str(open_question),))
    ours = table.titled and {fold(title) for title in table.titles} >= _OUR_TITLES
    plan = plan_roster(entries, known_people(session, community_id), is_our_export=ours)
    return replace(found, plan=plan)


def _with_order(maps: Mapping[str, str]) -> tuple[dict[str, str], DateOrder | None]:
    """Return the columns' fields without the order of dates that one of them may carry."""
    told: dict[str, str] = {}
    order: DateOrder | None = None
    for column, field in maps.items():
        name, colon, said = field.rpartition(":")
        if colon and said.strip() in set(DateOrder):
            order = DateOrder(said.strip())
            told[column] = name
        else:
            told[column] = field
    return told, order
