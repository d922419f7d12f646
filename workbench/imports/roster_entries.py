"""Rows of a people list read into drafts; a row that cannot be read says why and is left aside."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from workbench.foundation.errors import DecisionNeeded
from workbench.foundation.text import clean, fold, kept
from workbench.foundation.words import Role
from workbench.imports.cells import cell_at, email_in, is_email
from workbench.imports.dates import DateOrder, find_order, read_date
from workbench.imports.mapping import ColumnGuess, own_name
from workbench.imports.roster_sections import sections_of
from workbench.imports.roster_table import PeopleTable
from workbench.imports.roster_words import Field, role_named
from workbench.imports.tables import as_text, is_empty
from workbench.imports.totals import is_total
from workbench.imports.workbooks import Cell, Row
from workbench.rosters.rules import PersonDraft

_DATES = (Field.JOINED_ON, Field.LEFT_ON)
_ERRORS = frozenset(("#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!"))


@dataclass(frozen=True, slots=True)
class RosterEntry:
    """One row: its number, what it says of a person, why it cannot be taken, what is odd."""

    number: int
    draft: PersonDraft
    reason: str = ""
    remarks: tuple[str, ...] = ()


@dataclass(slots=True)
class _Reader:
    """How the rows of one list are read."""

    columns: dict[Field, ColumnGuess]
    own: Sequence[ColumnGuess]
    order: DateOrder
    today: date
    titles: tuple[str, ...] = ()


def read_entries(
    table: PeopleTable, guesses: Sequence[ColumnGuess], today: date, order: DateOrder | None = None
) -> list[RosterEntry]:
    """Return an entry per row; raises DecisionNeeded where its dates can be read two ways.

    A mapped column fills its field with "" where the cell is empty; what no column says stays None.
    """
    columns: dict[Field, ColumnGuess] = {
        guess.field: guess for guess in guesses if guess.field is not Field.OWN
    }
    order = order or _order(table, [columns[each] for each in _DATES if each in columns])
    own = [guess for guess in guesses if guess.field is Field.OWN]
    reader = _Reader(columns, own, order, today, _words(table.titles) if table.titled else ())
    entries = [_entry(number, row, reader) for number, row in table.body]
    return list(_in_sections(entries, sections_of(table, guesses)))


def _in_sections(
    entries: Iterable[RosterEntry], sections: Mapping[int, str]
) -> Iterator[RosterEntry]:
    """Yield the entries, those below a section's title with it as department if they have none."""
    section = ""
    for entry in entries:
        if entry.number in sections:
            section = sections[entry.number]
            reason = f"a section's title: {section} is the department of those below it"
            yield replace(entry, reason=reason, remarks=())
        elif section and not entry.draft.department:
            yield replace(entry, draft=replace(entry.draft, department=section))
        else:
            yield entry


def _words(cells: Iterable[Cell]) -> tuple[str, ...]:
    """Return the cells folded, without the empty ones at the end, for comparing rows."""
    words = [fold(as_text(cell)) for cell in cells]
    while words and not words[-1]:
        words.pop()
    return tuple(words)


def _order(table: PeopleTable, columns: Sequence[ColumnGuess]) -> DateOrder:
    finding = find_order(cell_at(row, each.index) for _, row in table.body for each in columns)
    if finding.order is not None:
        return finding.order
    title = columns[0].title
    if finding.conflict:
        question = f"The list mixes two orders of dates: {finding.example}."
    else:
        question = f"The date {finding.example} can be read day first or month first."
    raise DecisionNeeded(
        [question],
        f'Say which with --map "{title}={columns[0].field.value}:day-first" or '
        f'--map "{title}={columns[0].field.value}:month-first".',
    )


def _entry(number: int, row: Row, reader: _Reader) -> RosterEntry:
    said: dict[str, Any] = {}
    reason = ""
    for each, guess in reader.columns.items():
        if each is Field.IGNORED:
            continue
        cell = cell_at(row, guess.index)
        cell = "" if as_text(cell) in _ERRORS else cell
        try:
            said[each.value] = _value(each, cell, reader)
        except ValueError as error:
            reason = reason or f"{guess.title}: {error}"
    if reader.own:
        said["own"] = {
            own_name(each.title): own_text(cell_at(row, each.index)) for each in reader.own
        }
    cleared = frozenset(
        each.value for each in _DATES if each.value in said and said[each.value] is None
    )
    draft = PersonDraft(**said, cleared=cleared)
    draft = _with_name(draft)
    return RosterEntry(
        number,
        draft,
        reason or _blocker(draft, row, reader.titles),
        tuple(_remarks(draft, row, reader)),
    )


def _value(each: Field, cell: Cell, reader: _Reader) -> object:
    """Return what a cell says for a field; raises ValueError with the words for the reason."""
    if each in _DATES:
        return _date(cell, reader.order)
    text = own_text(cell)
    if each is Field.EMAIL:
        return text if is_email(text) else email_in(text) or text
    if each is Field.ROLE:
        return role_named(text) or (Role.MEMBER if not text else None)
    if each is Field.TAGS:
        parts = re.split(r"[;\n]|\s*\|\s*" if re.search(r"[;|\n]", text) else ",", text)
        return tuple(clean(part) for part in parts if clean(part))
    return text


def _date(cell: Cell, order: DateOrder) -> date | None:
    if is_empty(cell) or (isinstance(cell, str) and clean(cell) in ("-", "–", "—", "?")):
        return None
    found = read_date(cell, order)
    if found is None:
        raise ValueError(f'"{clean(as_text(cell))}" is no date')
    return found


def own_text(cell: Cell) -> str:
    """Return a cell as the text to keep, a tick of Excel as TRUE or FALSE."""
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    return kept(as_text(cell))


def _with_name(draft: PersonDraft) -> PersonDraft:
    """Return the draft without an empty shown name, so that first and last name make one."""
    if draft.name == "" and (draft.first_name or draft.last_name):
        return replace(draft, name=None)
    return draft


def _blocker(draft: PersonDraft, row: Row, titles: tuple[str, ...]) -> str:
    name = shown_name(draft)
    if not name:
        return "no name"
    if titles and _words(row) == titles:
        return "the titles again"
    if is_total(row):
        return "a total, not a person"
    if not any(sign.isalnum() for sign in name):
        return f'"{name}" is no name'
    if draft.joined_on and draft.left_on and draft.left_on < draft.joined_on:
        return (
            f"left on {draft.left_on.isoformat()}, before joining on {draft.joined_on.isoformat()}"
        )
    return ""


def _remarks(draft: PersonDraft, row: Row, reader: _Reader) -> Iterable[str]:
    if draft.email and not is_email(draft.email):
        yield f'"{draft.email}" does not look like an e-mail address; it was kept as it is'
    if draft.joined_on and draft.joined_on > reader.today:
        yield f"joins on {draft.joined_on.isoformat()}, which is still to come"
    role = reader.columns.get(Field.ROLE)
    if role and draft.role is None:
        shown = clean(as_text(cell_at(row, role.index)))
        yield f'"{shown}" is no role; the person is a member'


def shown_name(draft: PersonDraft) -> str:
    """Return the name a draft shows."""
    return clean(draft.name or f"{draft.first_name or ''} {draft.last_name or ''}")
