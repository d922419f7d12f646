"""What a row says differently from what is known of somebody, field by field."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from workbench.foundation.text import clean, fold, kept
from workbench.imports.names import name_key
from workbench.imports.roster_words import Field
from workbench.rosters.queries import RosterRow
from workbench.rosters.rules import PersonDraft, tidy_tags

_TEXTS = (
    Field.NAME, Field.FIRST_NAME, Field.LAST_NAME, Field.EMAIL, Field.JOB_TITLE, Field.DEPARTMENT,
    Field.REASON_TO_JOIN, Field.REASON_TO_LEAVE, Field.NOTE,
)  # fmt: skip
_DATES = (Field.JOINED_ON, Field.LEFT_ON)


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field of somebody that a row says differently: its name, the text before and after."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Difference:
    """All that a row changes, as words for a person and as a draft with nothing else in it."""

    changes: tuple[FieldChange, ...]
    draft: PersonDraft


def difference(draft: PersonDraft, row: RosterRow, note: str, *, is_our_export: bool) -> Difference:
    """Return what a draft changes of somebody.

    An empty cell empties a field only in a list that was exported here; elsewhere it says nothing.
    There, too, the same name in another order or case is no change.
    """
    said: dict[str, Any] = {}
    changes: list[FieldChange] = []
    cleared: set[str] = set()
    for field, before, after in _fields(draft, row, note):
        if _same(field, before, after, is_our_export=is_our_export):
            continue
        said[field.value] = after
        changes.append(FieldChange(field.value, _shown(before), _shown(after)))
        if after is None:
            cleared.add(field.value)
    own = _own_changes(draft.own or {}, dict(row.own), is_our_export=is_our_export)
    if own:
        said["own"] = {change.field: change.after for change in own}
    return Difference((*changes, *own), PersonDraft(**said, cleared=frozenset(cleared)))


def _fields(draft: PersonDraft, row: RosterRow, note: str) -> Iterator[tuple[Field, Any, Any]]:
    """Yield (field, before, after) of the fields the draft says something about."""
    for field in _TEXTS:
        after = getattr(draft, field.value)
        if after is not None:
            yield field, _before(field, row, note), kept(after)
    for field in _DATES:
        after = getattr(draft, field.value)
        if after is not None or field.value in draft.cleared:
            yield field, getattr(row, field.value), after
    if draft.role is not None:
        yield Field.ROLE, row.role, draft.role
    if draft.tags is not None:
        yield Field.TAGS, row.tags, tidy_tags(draft.tags)


def _before(field: Field, row: RosterRow, note: str) -> str:
    if field is Field.DEPARTMENT:
        return row.department.name if row.department else ""
    return note if field is Field.NOTE else str(getattr(row, field.value))


def _same(field: Field, before: object, after: object, *, is_our_export: bool) -> bool:
    if before == after:
        return True
    if not after and not is_our_export:
        return True
    if field is Field.DEPARTMENT:
        return fold(str(before)) == fold(str(after))
    if field is Field.TAGS and isinstance(before, tuple) and isinstance(after, tuple):
        return {fold(tag) for tag in before} == {fold(tag) for tag in after}
    if field is Field.EMAIL:
        return str(before).casefold() == str(after).casefold() and not is_our_export
    if field is Field.NAME and not is_our_export:
        return name_key(str(before)) == name_key(str(after))
    return clean(str(before)) == clean(str(after)) and isinstance(after, str)


def _own_changes(
    after: Mapping[str, str], before: Mapping[str, str], *, is_our_export: bool
) -> tuple[FieldChange, ...]:
    known = {fold(name): value for name, value in before.items()}
    return tuple(
        FieldChange(name, known.get(fold(name), ""), value)
        for name, value in after.items()
        if value != known.get(fold(name), "") and (value or is_our_export)
    )


def _shown(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, date):
        return value.isoformat()
    return "; ".join(value) if isinstance(value, tuple) else str(value)
