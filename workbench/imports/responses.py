"""Bringing survey answers into a closed wave: identity dropped first, nothing guessed, one step."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from workbench.foundation.errors import BadInput, NotYet
from workbench.foundation.text import clean, counted, listed
from workbench.imports.planned_departments import as_planned
from workbench.imports.questions import Question
from workbench.imports.response_actions import take_responses
from workbench.imports.response_import import ResponseChoices, ResponsesImport
from workbench.imports.response_queries import planned_departments
from workbench.imports.response_sheets import read_responses
from workbench.imports.roster_queries import community_number
from workbench.imports.said_codes import read_codes
from workbench.imports.survey_tools import read_survey
from workbench.imports.tables import SourceFile, read_source
from workbench.storage.workspace import Workspace
from workbench.surveys.closing import rewritten
from workbench.surveys.key_store import KeyStore
from workbench.surveys.queries import closed_wave_named, closing_days, instrument_named
from workbench.surveys.wave_rules import already_taken, refuse_taken_date

__all__ = [
    "ResponseChoices",
    "ResponsesImport",
    "apply_responses",
    "plan_responses",
    "preview_responses",
    "read_codes",
    "write_responses",
]


def preview_responses(
    workspace: Workspace, community: str, source: Path, choices: ResponseChoices
) -> ResponsesImport:
    """Return what a file of answers would bring; writes nothing."""
    return plan_responses(workspace, community, read_source(source), choices)


def plan_responses(
    workspace: Workspace, community: str, source: SourceFile, choices: ResponseChoices
) -> ResponsesImport:
    """Return what a file that was read would bring."""
    name = clean(community)
    if not name:
        raise BadInput("The community has no name.", "Give its name.", field="community")
    instrument = workspace.read(instrument_named, choices.instrument)
    community_id = workspace.read(community_number, name)
    is_new = community_id is None
    raw = read_survey(source, choices.sheet)
    found = read_responses(name, instrument, raw, choices, new_community=is_new)
    found = replace(found, alike=raw.alike)
    if raw.alike and not choices.sheet:
        found = replace(found, asked=(_which_sheet(raw.alike), *found.asked))
    if community_id is None:
        return found
    planned = workspace.read(planned_departments, community_id, instrument.id, choices.wave)
    found = as_planned(found, planned)
    there = workspace.read(closed_wave_named, community_id, instrument.id, choices.wave)
    if there is None:
        days = workspace.read(closing_days, community_id, instrument.id)
        return _asks_day(found, instrument.title, choices.closed_on, days)
    words = already_taken(there.label, there.closed_on, there.answers, instrument.title)
    again = Question("wave", words, "Say so with --wave and --closed-on.")
    return replace(found, asked=(again, *found.asked))


def _asks_day(
    found: ResponsesImport, title: str, closed_on: date, days: Collection[date]
) -> ResponsesImport:
    """Return the find, asking for another day where a wave closed on this one."""
    try:
        refuse_taken_date(closed_on, days, title, "")
    except NotYet as problem:
        asked = Question("closed_on", problem.sentence, "Give another day with --closed-on.")
        return replace(found, asked=(asked, *found.asked))
    return found


def _which_sheet(alike: Sequence[str]) -> Question:
    many = f"{counted(len(alike), 'sheet', 'sheets')} of this file look like answers"
    return Question(
        "sheet", f"{many}: {listed(list(alike))}. Which one holds them?", "Say so with --sheet."
    )


def apply_responses(
    workspace: Workspace, community: str, source: Path, choices: ResponseChoices
) -> ResponsesImport:
    """Take a file of answers into a wave, closed and frozen at once; raises BadInput."""
    return write_responses(
        workspace, preview_responses(workspace, community, source, choices), choices
    )


def write_responses(
    workspace: Workspace,
    found: ResponsesImport,
    choices: ResponseChoices,
    keys: KeyStore | None = None,
) -> ResponsesImport:
    """Write what a preview found; nothing where a question is open. `keys` are for tests."""
    if found.questions:
        return found
    if not found.sheets:
        raise BadInput(
            "No row of this file holds an answer to these items, so no wave was made.",
            "Look at the columns and conditions you gave.",
            field="columns",
        )
    kept = keys or KeyStore()
    rewritten(workspace, lambda: workspace.perform(take_responses, found, choices, kept), kept)
    return replace(found, written=True)
