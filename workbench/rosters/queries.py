"""Reading rosters: who belongs on a day, one person whole, departments, tags and own fields."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session

from workbench.foundation.errors import NotFound
from workbench.foundation.words import Role
from workbench.models.rosters import (
    Department,
    DepartmentStay,
    Membership,
    OwnField,
    OwnValue,
    Person,
    PersonTag,
)


@dataclass(frozen=True, slots=True)
class DepartmentRow:
    """A department; `position` counts from 0 in the order of making and gives its colour."""

    id: int
    name: str
    position: int


@dataclass(frozen=True, slots=True)
class RosterRow:
    """A person and one membership, as of a day."""

    person_id: int
    membership_id: int
    name: str
    first_name: str
    last_name: str
    email: str
    job_title: str
    department: DepartmentRow | None
    role: Role
    joined_on: date | None
    left_on: date | None
    reason_to_join: str
    reason_to_leave: str
    tags: tuple[str, ...]
    own: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class PersonDetail:
    """One person whole, private note included: for the facilitator's screen only."""

    id: int
    name: str
    first_name: str
    last_name: str
    email: str
    job_title: str
    note: str
    department: DepartmentRow | None
    tags: tuple[str, ...]
    own: tuple[tuple[str, str], ...]


def departments(session: Session) -> list[DepartmentRow]:
    """Return all departments in the order of making."""
    rows = session.execute(select(Department.id, Department.name).order_by(Department.id))
    return [DepartmentRow(row.id, row.name, position) for position, row in enumerate(rows)]


def tags(session: Session, community_id: int) -> list[str]:
    """Return every tag in use among people who ever belonged to the community, by name."""
    found = session.scalars(
        select(PersonTag.tag)
        .join(Membership, Membership.person_id == PersonTag.person_id)
        .where(Membership.community_id == community_id)
        .distinct()
    )
    return sorted(found, key=str.casefold)


def own_fields(session: Session) -> list[str]:
    """Return the names of the roster columns the facilitator added, in the order of making."""
    return list(session.scalars(select(OwnField.name).order_by(OwnField.id)))


def roster(session: Session, community_id: int, as_of: date | None = None) -> list[RosterRow]:
    """Return the memberships that cover `as_of`, or all that ever were when it is None, by name.

    Departments are those of that day, or the newest.
    """
    statement = (
        select(
            Person.id,
            Membership.id.label("membership_id"),
            Person.name,
            Person.first_name,
            Person.last_name,
            Person.email,
            Person.job_title,
            Membership.role,
            Membership.joined_on,
            Membership.left_on,
            Membership.reason_to_join,
            Membership.reason_to_leave,
        )
        .join(Membership, Membership.person_id == Person.id)
        .where(Membership.community_id == community_id)
        .order_by(Person.folded_name, Person.id, Membership.joined_on)
    )
    if as_of:
        statement = statement.where(*covering(as_of))
    rows = session.execute(statement).all()
    ids = [row.id for row in rows]
    in_department = departments_of(session, ids, as_of)
    tags_of = _tags_of(session, ids)
    own_of = _own_of(session, ids)
    return [
        RosterRow(
            person_id=row.id,
            membership_id=row.membership_id,
            name=row.name,
            first_name=row.first_name,
            last_name=row.last_name,
            email=row.email,
            job_title=row.job_title,
            department=in_department.get(row.id),
            role=row.role,
            joined_on=row.joined_on,
            left_on=row.left_on,
            reason_to_join=row.reason_to_join,
            reason_to_leave=row.reason_to_leave,
            tags=tags_of.get(row.id, ()),
            own=own_of.get(row.id, ()),
        )
        for row in rows
    ]


def covering(on: date) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    """Return the two conditions under which a membership covers a day."""
    return (
        or_(Membership.joined_on.is_(None), Membership.joined_on <= on),
        or_(Membership.left_on.is_(None), Membership.left_on >= on),
    )


def member_count(session: Session, community_id: int, on: date) -> int:
    """Return how many people belong on a day, guests left out."""
    return (
        session.scalar(
            select(func.count(Membership.person_id.distinct())).where(
                Membership.community_id == community_id,
                Membership.role != Role.GUEST,
                *covering(on),
            )
        )
        or 0
    )


def person(session: Session, person_id: int, as_of: date | None = None) -> PersonDetail:
    """Return one person; raises NotFound."""
    found = session.get(Person, person_id)
    if found is None:
        raise NotFound(f"There is no person number {person_id} in this workspace.")
    return PersonDetail(
        id=found.id,
        name=found.name,
        first_name=found.first_name,
        last_name=found.last_name,
        email=found.email,
        job_title=found.job_title,
        note=found.note,
        department=departments_of(session, [found.id], as_of).get(found.id),
        tags=_tags_of(session, [found.id]).get(found.id, ()),
        own=_own_of(session, [found.id]).get(found.id, ()),
    )


def departments_of(
    session: Session, person_ids: Iterable[int], as_of: date | None = None
) -> dict[int, DepartmentRow]:
    """Return the department of each person on a day, or the newest; those without are absent."""
    by_id = {row.id: row for row in departments(session)}
    statement = select(DepartmentStay.person_id, DepartmentStay.department_id, DepartmentStay.since)
    if as_of:
        statement = statement.where(
            or_(DepartmentStay.since.is_(None), DepartmentStay.since <= as_of)
        )
    wanted = set(person_ids)
    stays = sorted(
        (row for row in session.execute(statement) if row.person_id in wanted),
        key=lambda row: row.since or date.min,
    )
    return {row.person_id: by_id[row.department_id] for row in stays}


def _tags_of(session: Session, person_ids: Iterable[int]) -> dict[int, tuple[str, ...]]:
    wanted = set(person_ids)
    found: dict[int, list[str]] = defaultdict(list)
    for row in session.execute(select(PersonTag.person_id, PersonTag.tag)):
        if row.person_id in wanted:
            found[row.person_id].append(row.tag)
    return {key: tuple(sorted(values, key=str.casefold)) for key, values in found.items()}


def _own_of(session: Session, person_ids: Iterable[int]) -> dict[int, tuple[tuple[str, str], ...]]:
    wanted = set(person_ids)
    found: dict[int, list[tuple[str, str]]] = defaultdict(list)
    statement = (
        select(OwnValue.person_id, OwnField.name, OwnValue.value)
        .join(OwnField, OwnField.id == OwnValue.field_id)
        .order_by(OwnField.id)
    )
    for row in session.execute(statement):
        if row.person_id in wanted:
            found[row.person_id].append((row.name, row.value))
    return {key: tuple(values) for key, values in found.items()}
