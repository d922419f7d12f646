"""What merging two people would do, before it is done: what moves, what clashes, what differs."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session as Connection
from sqlalchemy.orm import aliased

from workbench.foundation.text import counted, fold
from workbench.foundation.words import Mark
from workbench.models.base import Base
from workbench.models.rosters import OwnField, OwnValue
from workbench.models.sessions import AttendanceMark, Session
from workbench.rosters.merging import KnownMark, stays_as
from workbench.rosters.queries import PersonDetail, person

# how many of what would move, by table and column; None: too small to be told
MOVES: Final[dict[tuple[str, str], tuple[str, str] | None]] = {
    ("attendance_marks", "person_id"): ("session marked", "sessions marked"),
    ("contributions", "giver_id"): ("contribution given", "contributions given"),
    ("contribution_receivers", "person_id"): ("contribution received", "contributions received"),
    ("promises", "person_id"): ("promise", "promises"),
    ("promises", "about_person_id"): ("promise about them", "promises about them"),
    ("stories", "person_id"): ("story", "stories"),
    ("goals", "owner_id"): ("goal they own", "goals they own"),
    ("memberships", "person_id"): ("membership", "memberships"),
    ("person_tags", "person_id"): ("tag", "tags"),
    ("aliases", "person_id"): ("learned name", "learned names"),
    ("attendance_lines", "person_id"): ("line of a meeting file", "lines of meeting files"),
    ("seats", "person_id"): ("seat in a room", "seats in rooms"),
    ("call_notes", "person_id"): ("private note of a call", "private notes of calls"),
    ("keep_apart", "person_id"): ("note about rooms", "notes about rooms"),
    ("keep_apart", "other_id"): ("note about rooms", "notes about rooms"),
    ("on_screen", "person_id"): None,
    ("expected", "person_id"): None,
    ("department_stays", "person_id"): None,
    ("own_values", "person_id"): None,
    ("not_the_same", "person_id"): None,
    ("not_the_same", "other_id"): None,
}


@dataclass(frozen=True, slots=True)
class MarkClash:
    """Two marks in one session, and the one that stays, with the minutes of both where known."""

    session_id: int
    on: date
    title: str
    keep: Mark
    gone: Mark
    stays: Mark
    minutes: float | None = None


@dataclass(frozen=True, slots=True)
class FieldClash:
    """A field in which the two differ; `own` is true for a column of the facilitator's own."""

    key: str
    label: str
    keep: str
    gone: str
    own: bool


@dataclass(frozen=True, slots=True)
class MergePreview:
    """Two people as one: who stays, who goes, what moves in words, what clashes or differs."""

    keep: PersonDetail
    gone: PersonDetail
    moves: tuple[str, ...]
    clashes: tuple[MarkClash, ...]
    fields: tuple[FieldClash, ...]


def merge_preview(connection: Connection, keep_id: int, gone_id: int) -> MergePreview:
    """Return what merging would do; raises NotFound."""
    keep, gone = person(connection, keep_id), person(connection, gone_id)
    return MergePreview(
        keep,
        gone,
        _moves(connection, gone_id),
        _mark_clashes(connection, keep_id, gone_id),
        (*_plain_fields(keep, gone), *_own_fields(connection, keep_id, gone_id)),
    )


def own_values(connection: Connection, person_id: int) -> dict[int, tuple[str, str]]:
    """Return name and text of somebody's own columns by the number of the column."""
    rows = connection.execute(
        select(OwnField.id, OwnField.name, OwnValue.value)
        .join(OwnValue, OwnValue.field_id == OwnField.id)
        .where(OwnValue.person_id == person_id)
        .order_by(OwnField.id)
    )
    return {row.id: (row.name, row.value) for row in rows}


def own_key(field_id: int) -> str:
    """Return the key under which a choice names an own column."""
    return f"own {field_id}"


def _moves(connection: Connection, gone_id: int) -> tuple[str, ...]:
    counts: dict[tuple[str, str], int] = {}
    for (name, column), words in MOVES.items():
        if words is None:
            continue
        table = Base.metadata.tables[name]
        found = connection.scalar(
            select(func.count()).select_from(table).where(table.c[column] == gone_id)
        )
        counts[words] = counts.get(words, 0) + (found or 0)
    return tuple(counted(number, *words) for words, number in counts.items() if number)


def _mark_clashes(connection: Connection, keep_id: int, gone_id: int) -> tuple[MarkClash, ...]:
    theirs = aliased(AttendanceMark)
    rows = connection.execute(
        select(AttendanceMark, theirs, Session.starts_at, Session.title)
        .join(theirs, theirs.session_id == AttendanceMark.session_id)
        .join(Session, Session.id == AttendanceMark.session_id)
        .where(AttendanceMark.person_id == keep_id, theirs.person_id == gone_id)
        .order_by(Session.starts_at, Session.id)
    )
    return tuple(
        MarkClash(keep.session_id, starts_at.date(), title, keep.mark, gone.mark, stays.mark)
        for keep, gone, starts_at, title in rows
        for stays in [stays_as(KnownMark(keep.mark, not keep.source),
                               KnownMark(gone.mark, not gone.source))]
    )  # fmt: skip


def _plain_fields(keep: PersonDetail, gone: PersonDetail) -> list[FieldClash]:
    return [
        FieldClash(key, label, mine, theirs, own=False)
        for key, label, value in _PLAIN
        for mine, theirs in [(value(keep), value(gone))]
        if mine and theirs and mine != theirs
    ]


def _own_fields(connection: Connection, keep_id: int, gone_id: int) -> list[FieldClash]:
    have, other = own_values(connection, keep_id), own_values(connection, gone_id)
    return [
        FieldClash(own_key(number), name, have[number][1], value, own=True)
        for number, (name, value) in other.items()
        if number in have and fold(have[number][1]) != fold(value)
    ]


_PLAIN: Final[tuple[tuple[str, str, Callable[[PersonDetail], str]], ...]] = (
    ("name", "Name", lambda one: one.name),
    ("email", "E-mail", lambda one: one.email),
    ("job_title", "Job title", lambda one: one.job_title),
    ("department", "Department", lambda one: one.department.name if one.department else ""),
)
