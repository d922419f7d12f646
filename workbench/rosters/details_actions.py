"""The rows behind a draft: a person, a membership, a department stay, tags and own fields."""

from collections.abc import Mapping, Sequence
from datetime import date

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from workbench.foundation.errors import NotFound
from workbench.foundation.text import fold, kept
from workbench.foundation.words import Role
from workbench.models.base import Base
from workbench.models.communities import Community
from workbench.models.rosters import (
    Department,
    DepartmentStay,
    Membership,
    OwnField,
    OwnValue,
    Person,
    PersonTag,
)
from workbench.rosters.rules import Names, PersonDraft, checked_dates, names_of, tidy_tags


def person(session: Session, person_id: int) -> Person:
    """Return the row of a person; raises NotFound."""
    found = session.get(Person, person_id)
    if found is None:
        raise NotFound(f"There is no person number {person_id} in this workspace.")
    return found


def community(session: Session, community_id: int) -> Community:
    """Return the row of a community; raises NotFound."""
    found = session.get(Community, community_id)
    if found is None:
        raise NotFound(f"There is no community number {community_id} in this workspace.")
    return found


def newest_membership(session: Session, community_id: int, person_id: int) -> Membership | None:
    """Return the newest membership of somebody in a community, or None."""
    return session.scalars(
        select(Membership)
        .where(Membership.community_id == community_id, Membership.person_id == person_id)
        .order_by(Membership.joined_on.desc(), Membership.id.desc())
        .limit(1)
    ).first()


def add(session: Session, community_id: int, drafts: Sequence[PersonDraft]) -> list[int]:
    """Add people with their memberships; a first department counts from the beginning."""
    community(session, community_id)
    people = [_new_person(draft) for draft in drafts]
    session.add_all(people)
    session.flush()
    numbers = [row.id for row in people]
    _insert(session, Membership, _memberships(community_id, numbers, drafts))
    _insert(session, DepartmentStay, _first_stays(session, numbers, drafts))
    _insert(session, PersonTag, _tags(numbers, drafts))
    _insert(session, OwnValue, _values(session, numbers, drafts))
    return numbers


def change(
    session: Session, community_id: int, person_id: int, draft: PersonDraft, today: date
) -> None:
    """Write what the draft says over what is there; a new department counts from `today`."""
    row = person(session, person_id)
    names = names_of(draft, Names(row.name, row.first_name, row.last_name))
    row.name, row.first_name, row.last_name = names.shown, names.first, names.last
    row.folded_name = fold(names.shown)
    if draft.email is not None:
        row.email = kept(draft.email)
    if draft.job_title is not None:
        row.job_title = kept(draft.job_title)
    if draft.note is not None:
        row.note = kept(draft.note)
    if draft.department is not None:
        _move(session, person_id, draft.department, today)
    if draft.tags is not None:
        session.execute(delete(PersonTag).where(PersonTag.person_id == person_id))
        _insert(session, PersonTag, _tags([person_id], [draft]))
    if draft.own is not None:
        _change_own(session, person_id, draft.own)
    change_membership(session, community_id, person_id, draft)
    session.flush()


def change_membership(
    session: Session, community_id: int, person_id: int, draft: PersonDraft
) -> None:
    """Write role, dates and reasons over the newest membership, made where there is none."""
    membership = newest_membership(session, community_id, person_id)
    if membership is None:
        _insert(session, Membership, _memberships(community_id, [person_id], [draft]))
        return
    said = {
        "role": draft.role,
        "joined_on": draft.joined_on,
        "left_on": draft.left_on,
        "reason_to_join": draft.reason_to_join,
        "reason_to_leave": draft.reason_to_leave,
    }
    for name, value in said.items():
        if value is not None or name in draft.cleared:
            setattr(membership, name, value)
    checked_dates(membership.joined_on, membership.left_on)


def stay(session: Session, person_id: int, department: str, since: date | None) -> None:
    """Put somebody into a department from a day on (None: from the beginning)."""
    name = fold(department)
    statement = select(DepartmentStay).where(DepartmentStay.person_id == person_id)
    condition = DepartmentStay.since.is_(None) if since is None else DepartmentStay.since == since
    same_day = session.scalars(statement.where(condition)).first()
    if not name:
        if same_day is not None:
            session.delete(same_day)
        return
    department_id = _departments(session, [department])[name]
    if same_day is not None:
        same_day.department_id = department_id
    else:
        session.add(DepartmentStay(person_id=person_id, department_id=department_id, since=since))
    session.flush()


def _new_person(draft: PersonDraft) -> Person:
    checked_dates(draft.joined_on, draft.left_on)
    names = names_of(draft)
    return Person(
        name=names.shown,
        folded_name=fold(names.shown),
        first_name=names.first,
        last_name=names.last,
        email=kept(draft.email or ""),
        job_title=kept(draft.job_title or ""),
        note=kept(draft.note or ""),
    )


def _insert(session: Session, table: type[Base], rows: Sequence[Mapping[str, object]]) -> None:
    if rows:
        session.execute(insert(table), rows)


def _memberships(
    community_id: int, person_ids: Sequence[int], drafts: Sequence[PersonDraft]
) -> list[Mapping[str, object]]:
    return [
        {
            "community_id": community_id,
            "person_id": person_id,
            "role": draft.role or Role.MEMBER,
            "joined_on": draft.joined_on,
            "left_on": draft.left_on,
            "reason_to_join": kept(draft.reason_to_join or ""),
            "reason_to_leave": kept(draft.reason_to_leave or ""),
        }
        for person_id, draft in zip(person_ids, drafts, strict=True)
    ]


def _first_stays(
    session: Session, person_ids: Sequence[int], drafts: Sequence[PersonDraft]
) -> list[Mapping[str, object]]:
    departments = _departments(session, [draft.department for draft in drafts])
    return [
        {"person_id": person_id, "department_id": departments[fold(draft.department)]}
        for person_id, draft in zip(person_ids, drafts, strict=True)
        if draft.department and fold(draft.department)
    ]


def _tags(person_ids: Sequence[int], drafts: Sequence[PersonDraft]) -> list[Mapping[str, object]]:
    return [
        {"person_id": person_id, "tag": tag}
        for person_id, draft in zip(person_ids, drafts, strict=True)
        for tag in tidy_tags(draft.tags or ())
    ]


def _values(
    session: Session, person_ids: Sequence[int], drafts: Sequence[PersonDraft]
) -> list[Mapping[str, object]]:
    fields = _own_fields(session, [draft.own for draft in drafts])
    return [
        {"person_id": person_id, "field_id": fields[fold(name)], "value": value}
        for person_id, draft in zip(person_ids, drafts, strict=True)
        for name, value in (draft.own or {}).items()
        if value
    ]


def _change_own(session: Session, person_id: int, own: Mapping[str, str]) -> None:
    fields = _own_fields(session, [own])
    session.execute(
        delete(OwnValue).where(
            OwnValue.person_id == person_id,
            OwnValue.field_id.in_([fields[fold(name)] for name in own]),
        )
    )
    _insert(session, OwnValue, _values(session, [person_id], [PersonDraft(own=own)]))


def _move(session: Session, person_id: int, department: str, today: date) -> None:
    stays = session.scalars(
        select(DepartmentStay).where(DepartmentStay.person_id == person_id)
    ).all()
    newest = max(stays, key=lambda row: row.since or date.min, default=None)
    if newest is not None:
        current = session.get_one(Department, newest.department_id).folded_name
        if current == fold(department):
            return
    if not fold(department):
        session.execute(delete(DepartmentStay).where(DepartmentStay.person_id == person_id))
        return
    stay(session, person_id, department, today if newest is not None else None)


def _departments(session: Session, names: Sequence[str | None]) -> dict[str, int]:
    """Return the number of each department by folded name, made in the order first named."""
    known = {row.folded_name: row.id for row in session.scalars(select(Department))}
    for name in names:
        if name and fold(name) and fold(name) not in known:
            row = Department(name=kept(name), folded_name=fold(name))
            session.add(row)
            session.flush()
            known[row.folded_name] = row.id
    return known


def _own_fields(session: Session, owns: Sequence[Mapping[str, str] | None]) -> dict[str, int]:
    """Return the number of each own field by folded name, made in the order first named."""
    known = {row.folded_name: row.id for row in session.scalars(select(OwnField))}
    for own in owns:
        for name in own or {}:
            if fold(name) not in known:
                row = OwnField(name=kept(name), folded_name=fold(name))
                session.add(row)
                session.flush()
                known[row.folded_name] = row.id
    return known
