"""The book of names learned from files: whose each is, why, and what came by it."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session as Connection

from workbench.foundation.text import fold
from workbench.imports.attendance_plan import tool_named
from workbench.models.rosters import Membership, Person
from workbench.models.sessions import AttendanceFile, AttendanceLine, Session
from workbench.rosters.alias_queries import learned_names
from workbench.rosters.alias_rules import LearnedName


@dataclass(frozen=True, slots=True)
class AliasLine:
    """A session in which a name gave somebody a line."""

    id: int
    session_id: int
    title: str
    on: date


@dataclass(frozen=True, slots=True)
class AliasRow:
    """A learned name with its person, "" for nobody, and the sessions it counted in."""

    learned: LearnedName
    person_name: str
    sessions: tuple[AliasLine, ...] = ()


def alias_book(connection: Connection, community_id: int, words: str = "") -> list[AliasRow]:
    """Return the names learned for people of a community and those that are ignored.

    Newest first; `words` leaves those whose name or person has them all.
    """
    belonging = (
        select(Person.id, Person.name)
        .join(Membership, Membership.person_id == Person.id)
        .where(Membership.community_id == community_id)
    )
    names = {row.id: row.name for row in connection.execute(belonging)}
    lines = _lines(connection, community_id)
    asked = fold(words).split()
    rows = [
        AliasRow(each, names.get(each.person, "") if each.person else "", _sessions(lines, each))
        for each in learned_names(connection)
        if each.person is None or each.person in names
    ]
    return [
        row
        for row in rows
        if all(word in fold(f"{row.learned.name} {row.person_name}") for word in asked)
    ]


_Key = tuple[int, str, str]


def _lines(connection: Connection, community_id: int) -> dict[_Key, list[AliasLine]]:
    """Return the lines by person, tool and folded name or address, the newest first."""
    statement = (
        select(AttendanceLine, AttendanceFile.recognised_as, Session)
        .join(AttendanceFile, AttendanceFile.id == AttendanceLine.file_id)
        .join(Session, Session.id == AttendanceFile.session_id)
        .where(Session.community_id == community_id)
        .order_by(Session.starts_at.desc(), AttendanceLine.id)
    )
    found: dict[_Key, list[AliasLine]] = defaultdict(list)
    for line, recognised_as, session in connection.execute(statement):
        shown = AliasLine(line.id, session.id, session.title, session.starts_at.date())
        for name in {fold(line.name), fold(line.email)} - {""}:
            found[line.person_id, tool_named(recognised_as).value, name].append(shown)
    return found


def _sessions(lines: dict[_Key, list[AliasLine]], each: LearnedName) -> tuple[AliasLine, ...]:
    if each.person is None:
        return ()
    return tuple(lines.get((each.person, each.source.value, fold(each.name)), ()))
