"""Reading who was expected and marked with one row a session, however many people there are."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session as Connection

from workbench.foundation.words import Mark
from workbench.models.sessions import AttendanceMark, Expected, Session


@dataclass(frozen=True, slots=True)
class Packed:
    """The people of one session by number, "3,7,9": a million cells cost no row and no object."""

    expected: str = ""
    marked: tuple[tuple[Mark, str], ...] = ()


def packed_attendance(connection: Connection, community_id: int) -> dict[int, Packed]:
    """Return session to people expected and people by mark; sessions with neither are left out."""
    expected = {row[0]: row[1] for row in connection.execute(_expected(community_id))}
    marked: dict[int, tuple[tuple[Mark, str], ...]] = {
        session_id: tuple(
            (mark, people) for mark, people in zip(Mark, lists, strict=True) if people
        )
        for session_id, *lists in connection.execute(_marked(community_id))
    }
    return {
        session_id: Packed(expected.get(session_id, ""), marked.get(session_id, ()))
        for session_id in expected.keys() | marked.keys()
    }


def numbers_in(people: str) -> list[int]:
    """Return the numbers of the people in a packed text."""
    return [int(person) for person in people.split(",")] if people else []


def _expected(community_id: int) -> Select[int, str]:
    return (
        select(Expected.session_id, func.group_concat(Expected.person_id))
        .where(Expected.session_id.in_(_sessions(community_id)))
        .group_by(Expected.session_id)
    )


def _marked(community_id: int) -> Select[*tuple[Any, ...]]:
    lists = [
        func.group_concat(AttendanceMark.person_id).filter(AttendanceMark.mark == mark)
        for mark in Mark
    ]
    return (
        select(AttendanceMark.session_id, *lists)
        .where(AttendanceMark.session_id.in_(_sessions(community_id)))
        .group_by(AttendanceMark.session_id)
    )


def _sessions(community_id: int) -> Select[int]:
    return select(Session.id).where(Session.community_id == community_id)
