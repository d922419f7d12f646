"""Bringing a list of people into a community: preview, then one step that undo takes back."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from workbench.foundation.errors import BadInput, DecisionNeeded
from workbench.foundation.text import clean, fold
from workbench.imports.dates import DateOrder
from workbench.imports.mapping import AS_TOLD, guess_columns, worth_remembering
from workbench.imports.roster_actions import take_people
from workbench.imports.roster_entries import read_entries
from workbench.imports.roster_import import RosterImport
from workbench.imports.roster_plan import RosterPlan, plan_roster
from workbench.imports.roster_queries import community_number, known_people, remembered_mapping
from workbench.imports.roster_table import people_table
from workbench.imports.tables import SourceFile, read_source
from workbench.storage.unit_of_work import Done
from workbench.storage.workspace import Workspace

_OUR_TITLES = frozenset(
    fold(title)
    for title in ("Name", "First name", "Last name", "E-mail", "Department", "Job title", "Role",
                  "Joined on", "Left on", "Tags", "Reason to join", "Reason to leave")
)  # fmt: skip


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
    workspace: Workspace,
    community: str,
    source: SourceFile,
    maps: Mapping[str, str] | None = None,
    order: DateOrder | None = None,
) -> RosterImport:
    """Return the plan for a file that was read; `maps` says which column is which field.

    The order of its dates is `order`, or what a date field carries, as in "joined_on:day-first".
    """
    name = clean(community)
    if not name:
        raise BadInput("The community has no name.", "Give its name.", field="community")
    community_id = workspace.read(community_number, name)
    told, said_order = _with_order(maps or {})
    order = order or said_order
    table = people_table(source, told)
    remembered = workspace.read(remembered_mapping, table.signature)
    guesses = guess_columns(table, remembered, told)
    found = RosterImport(
        name, table, guesses, RosterPlan((), ()), community_id is None, source.warnings
    )
    try:
        entries = read_entries(table, guesses, workspace.clock.today(), order)
    except DecisionNeeded as open_question:
        asked = tuple(open_question.questions)
        return replace(found, questions=(str(open_question),), asked=asked)
    ours = table.titled and {fold(title) for title in table.titles} >= _OUR_TITLES
    known = workspace.read(known_people, community_id)
    return replace(found, plan=plan_roster(entries, known, is_our_export=ours))


def write_plan(
    workspace: Workspace, found: RosterImport, accepted: Sequence[int] | None = None
) -> RosterImport:
    """Write a plan, or only its accepted rows (by row number).

    Nothing is written where a question is open or every row is left aside.
    """
    if found.questions or (found.rejected and len(found.rejected) == len(found.plan.rows)):
        return found
    perform_plan(workspace, found, accepted)
    return replace(found, written=True)


def perform_plan(
    workspace: Workspace, found: RosterImport, accepted: Sequence[int] | None = None
) -> Done[int]:
    """Write a plan without open questions as one step; its value is how many rows were written."""
    chosen = None if accepted is None else set(accepted)
    rows = [
        row
        for row in found.plan.rows
        if row.kind in ("added", "changed") and (chosen is None or row.number in chosen)
    ]
    told = any(guess.why == AS_TOLD for guess in found.guesses)
    if not (rows or told or found.new_community):
        return Done(0, None, frozenset())
    mapping = worth_remembering(found.guesses)
    return workspace.perform(take_people, found.community, rows, found.table.signature, mapping)


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
