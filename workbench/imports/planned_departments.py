"""Departments chosen in a file as the form of the planned wave offers them, or the question."""

import re
from collections.abc import Sequence
from dataclasses import replace

from workbench.foundation.text import counted, fold, listed
from workbench.imports.questions import Question
from workbench.imports.response_import import ResponsesImport
from workbench.imports.told_cells import A_TEXT, values_told

_BETWEEN = re.compile(r", | or ")


def as_planned(found: ResponsesImport, planned: Sequence[str]) -> ResponsesImport:
    """Return the find with each department as the choice planned for it.

    A choice such as "People or Finance" stands for both. A department that no choice stands for is
    asked about, and nothing is taken.
    """
    if not planned or not found.departments:
        return found
    choices = {name: _choice(name, planned) for name in found.departments}
    unknown = [name for name, choice in choices.items() if not choice]
    if unknown:
        asked = (*found.asked, _no_choice(found, unknown, planned))
        return replace(found, asked=asked, sheets=(), codes=(), comments=())
    sheets = tuple(
        replace(sheet, department=choices.get(sheet.department, "")) for sheet in found.sheets
    )
    return replace(found, sheets=sheets, departments=tuple(sorted(set(choices.values()))))


def _choice(name: str, planned: Sequence[str]) -> str:
    """Return the one choice that is called so, or that names it among others; "" for none."""
    whole = [choice for choice in planned if fold(choice) == fold(name)]
    parts = [choice for choice in planned if fold(name) in map(fold, _BETWEEN.split(choice))]
    found = whole or parts
    return found[0] if len(found) == 1 else ""


def _no_choice(found: ResponsesImport, unknown: Sequence[str], planned: Sequence[str]) -> Question:
    given = [sheet.department for sheet in found.sheets if sheet.department in unknown]
    named = [name for name in values_told(given) if name != A_TEXT]
    which = f", such as {listed(named)}," if named else ""
    offered = listed([f'"{choice}"' for choice in planned])
    return Question(
        "department",
        f"{counted(len(unknown), 'department', 'departments')} in the file{which} "
        f"{'is' if len(unknown) == 1 else 'are'} not among those planned for the wave "
        f"{found.wave}: {offered}.",
        "Call them so in the file, name another column with --department, or leave it out.",
    )
