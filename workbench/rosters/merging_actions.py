"""Making two rows of people one: every reference moves, clashes go by rule, one undo step."""

from collections.abc import Callable
from typing import Any, Final

from sqlalchemy import Column, Table, UniqueConstraint, and_, delete, insert, or_, select, update
from sqlalchemy.orm import Session as Connection
from sqlalchemy.orm import aliased

from workbench.foundation.errors import BadInput, DecisionNeeded
from workbench.foundation.text import fold
from workbench.foundation.words import Role, Source
from workbench.models.base import Base
from workbench.models.contributions import Contribution, ContributionReceiver, Promise
from workbench.models.rosters import (
    Alias,
    DepartmentStay,
    Membership,
    NotTheSame,
    OwnValue,
    Person,
    PersonTag,
)
from workbench.models.sessions import AttendanceMark, KeepApart, Room, Seat
from workbench.rosters import details_actions as details
from workbench.rosters.merging import Belonging, KnownMark, MergeChoices, stays_as, united
from workbench.rosters.merging_queries import own_key, own_values
from workbench.rosters.telling_apart import both_named
from workbench.storage.unit_of_work import Work, action

_FIELDS: Final = ("email", "job_title")


@action("Merge two people")
def merge_people(
    work: Work, keep_id: int, gone_id: int, choices: MergeChoices | None = None
) -> int:
    """Make one person of two: all that hangs on `gone_id` moves to `keep_id`, which is returned.

    Raises NotFound, BadInput for a person and themselves, and DecisionNeeded where a column of
    the facilitator's own differs and nobody said that they are one all the same.
    """
    choices = choices or MergeChoices()
    if keep_id == gone_id:
        raise BadInput("This is one person already.", "Choose somebody else.", field="person")
    keep, gone = details.person(work.session, keep_id), details.person(work.session, gone_id)
    _check_own(work.session, keep, gone, choices)
    name = (
        f"Merge {both_named(gone.name, keep.name)}"
        if gone.name == keep.name
        else f"Merge {gone.name} into {keep.name}"
    )
    learned = [gone.name, gone.email, keep.name, keep.email]
    _fill(keep, gone, choices)
    work.session.flush()
    for rule in _RULES:
        rule(work.session, keep_id, gone_id, choices)
    for table, column in references():
        _move(work.session, table, column, keep_id, gone_id)
    _tidy(work.session, keep_id)
    work.session.execute(delete(Person).where(Person.id == gone_id))
    work.session.expire_all()
    _learn(work, keep_id, learned)
    work.name = name
    return keep_id


@action("Two people, not one")
def not_the_same(work: Work, first_id: int, second_id: int) -> None:
    """Note that two people who look alike are two, so that nobody asks again."""
    if first_id == second_id:
        raise BadInput("This is one person already.", "Choose somebody else.", field="person")
    one, other = sorted((first_id, second_id))
    both = both_named(*(details.person(work.session, number).name for number in (one, other)))
    if work.session.get(NotTheSame, (one, other)) is None:
        row = NotTheSame(person_id=one, other_id=other, said_at=work.clock.now())
        work.session.add(row)
    work.name = f"{both[:1].upper()}{both[1:]} are two people"


def references() -> list[tuple[Table, Column[Any]]]:
    """Return every column of the file that refers to a person, with its table."""
    return [
        (table, column)
        for table in Base.metadata.sorted_tables
        for column in table.columns
        if any(key.column.table.name == "people" for key in column.foreign_keys)
    ]


def _move(
    connection: Connection, table: Table, column: Column[Any], keep_id: int, gone_id: int
) -> None:
    """Let a column refer to the one who stays; a row that is there already is not doubled."""
    for others in _unique_beside(table, column):
        twin = table.alias()
        same = [twin.c[other.name] == other for other in others]
        there = select(twin.c[column.name]).where(twin.c[column.name] == keep_id, *same).exists()
        connection.execute(delete(table).where(column == gone_id, there))
    connection.execute(update(table).where(column == gone_id).values({column.name: keep_id}))


def _unique_beside(table: Table, column: Column[Any]) -> list[list[Column[Any]]]:
    """Return the other columns of each unique key that the column is part of."""
    keys = [table.primary_key, *(c for c in table.constraints if isinstance(c, UniqueConstraint))]
    return [
        [other for other in key.columns if other is not column]
        for key in keys
        if column.name in key.columns
    ]


def _check_own(connection: Connection, keep: Person, gone: Person, choices: MergeChoices) -> None:
    have, other = own_values(connection, keep.id), own_values(connection, gone.id)
    apart = [
        f"{name}: {have[number][1]} for {keep.name}, {value} for {gone.name}."
        for number, (name, value) in other.items()
        if number in have and fold(have[number][1]) != fold(value)
    ]
    if apart and not choices.although_different:
        raise DecisionNeeded(
            [*apart, "Are they one person all the same?"],
            "Say yes to it, or leave them as two people.",
        )


def _fill(keep: Person, gone: Person, choices: MergeChoices) -> None:
    if "name" in choices.take:
        keep.name, keep.folded_name = gone.name, gone.folded_name
        keep.first_name, keep.last_name = gone.first_name, gone.last_name
    elif not (keep.first_name or keep.last_name) and keep.folded_name == gone.folded_name:
        keep.first_name, keep.last_name = gone.first_name, gone.last_name
    for name in _FIELDS:
        theirs = getattr(gone, name)
        if theirs and (name in choices.take or not getattr(keep, name)):
            setattr(keep, name, theirs)
    if gone.note and gone.note not in keep.note:
        keep.note = f"{keep.note}\n\n{gone.note}" if keep.note else gone.note


def _marks(connection: Connection, keep_id: int, gone_id: int, _choices: MergeChoices) -> None:
    theirs = aliased(AttendanceMark)
    pairs = connection.execute(
        select(AttendanceMark, theirs)
        .join(theirs, theirs.session_id == AttendanceMark.session_id)
        .where(AttendanceMark.person_id == keep_id, theirs.person_id == gone_id)
    )
    for keep, gone in pairs.all():
        if stays_as(known_mark(keep), known_mark(gone)) != known_mark(keep):
            connection.delete(keep)
        else:
            connection.delete(gone)
    connection.flush()


def known_mark(row: AttendanceMark) -> KnownMark:
    """Return a mark of the file as the rule for two marks sees it."""
    return KnownMark(row.mark, not row.source)


def _memberships(
    connection: Connection, keep_id: int, gone_id: int, _choices: MergeChoices
) -> None:
    rows = connection.scalars(
        select(Membership).where(Membership.person_id.in_([keep_id, gone_id]))
    ).all()
    shared = {row.community_id for row in rows if row.person_id == keep_id} & {
        row.community_id for row in rows if row.person_id == gone_id
    }
    for community_id in sorted(shared):
        both = [row for row in rows if row.community_id == community_id]
        both.sort(key=lambda row: (row.person_id != keep_id, row.id))
        _rewrite(connection, both, community_id, keep_id)


def _rewrite(
    connection: Connection, rows: list[Membership], community_id: int, keep_id: int
) -> None:
    times = united(_belonging(row, keep_id) for row in rows)
    numbers = [row.id for row in rows]
    connection.execute(delete(Membership).where(Membership.id.in_(numbers)))
    highest = connection.scalar(select(Membership.id).order_by(Membership.id.desc()).limit(1)) or 0
    fresh = range(max(highest, *numbers) + 1, max(highest, *numbers) + 1 + len(times))
    made = [
        {
            "id": number,
            "community_id": community_id,
            "person_id": keep_id,
            "role": time.role,
            "joined_on": time.joined_on,
            "left_on": time.left_on,
            "reason_to_join": time.reason_to_join,
            "reason_theme_id": time.reason_theme_id,
            "reason_to_leave": time.reason_to_leave,
        }
        for number, time in zip([*numbers, *fresh], times, strict=False)
    ]
    connection.execute(insert(Membership), made)


def _belonging(row: Membership, keep_id: int) -> Belonging:
    return Belonging(
        row.joined_on,
        row.left_on,
        Role(row.role),
        row.reason_to_join,
        row.reason_theme_id,
        row.reason_to_leave,
        of_who_stays=row.person_id == keep_id,
    )


def _departments(connection: Connection, keep_id: int, gone_id: int, choices: MergeChoices) -> None:
    """Keep one history of departments whole rather than mixing two."""
    theirs = select(DepartmentStay.id).where(DepartmentStay.person_id == gone_id).limit(1)
    own = select(DepartmentStay.id).where(DepartmentStay.person_id == keep_id).limit(1)
    if connection.scalar(own) is None or connection.scalar(theirs) is None:
        return
    goes = keep_id if "department" in choices.take else gone_id
    connection.execute(delete(DepartmentStay).where(DepartmentStay.person_id == goes))


def _own(connection: Connection, keep_id: int, gone_id: int, choices: MergeChoices) -> None:
    for number in own_values(connection, gone_id):
        if own_key(number) in choices.take:
            connection.execute(
                delete(OwnValue).where(OwnValue.person_id == keep_id, OwnValue.field_id == number)
            )


def _tags(connection: Connection, keep_id: int, gone_id: int, _choices: MergeChoices) -> None:
    of_person = select(PersonTag.tag).where(PersonTag.person_id == keep_id)
    have = {fold(tag) for tag in connection.scalars(of_person)}
    theirs = connection.scalars(select(PersonTag.tag).where(PersonTag.person_id == gone_id)).all()
    doubled = [tag for tag in theirs if fold(tag) in have]
    connection.execute(
        delete(PersonTag).where(PersonTag.person_id == gone_id, PersonTag.tag.in_(doubled))
    )


def _seats(connection: Connection, keep_id: int, gone_id: int, _choices: MergeChoices) -> None:
    """Nobody sits in two rooms of one draw: the seat of the one who stays remains."""
    own = (
        select(Room.draw_id)
        .join(Seat, Seat.room_id == Room.id)
        .where(Seat.person_id == keep_id)
        .scalar_subquery()
    )
    rooms = select(Room.id).where(Room.draw_id.in_(own)).scalar_subquery()
    connection.execute(delete(Seat).where(Seat.person_id == gone_id, Seat.room_id.in_(rooms)))


def _pairs(connection: Connection, keep_id: int, gone_id: int, _choices: MergeChoices) -> None:
    """Rewrite pairs of people: the lower number stands first, nobody is paired with themselves."""
    for kind in (KeepApart, NotTheSame):
        table = Base.metadata.tables[kind.__tablename__]
        columns = table.c.person_id, table.c.other_id
        rows = connection.execute(
            select(table).where(
                or_(
                    *(column == gone_id for column in columns),
                    and_(*(column == keep_id for column in columns)),
                )
            )
        ).mappings()
        for row in rows.all():
            pair = sorted({keep_id if row[c] == gone_id else row[c] for c in columns})
            connection.execute(delete(table).where(*(column == row[column] for column in columns)))
            if len(pair) == 2 and connection.get(kind, tuple(pair)) is None:
                values = dict(row) | dict(zip(("person_id", "other_id"), pair, strict=True))
                connection.execute(insert(table).values(values))


def _tidy(connection: Connection, keep_id: int) -> None:
    """Nobody gives to themselves, or promises something about themselves as if to another."""
    own = select(Contribution.id).where(Contribution.giver_id == keep_id).scalar_subquery()
    connection.execute(
        delete(ContributionReceiver).where(
            ContributionReceiver.person_id == keep_id,
            ContributionReceiver.contribution_id.in_(own),
        )
    )
    connection.execute(
        update(Promise)
        .where(Promise.person_id == keep_id, Promise.about_person_id == keep_id)
        .values(about_person_id=None)
    )


def _learn(work: Work, keep_id: int, texts: list[str]) -> None:
    """Keep the names and addresses that are no longer shown, so that files still find them."""
    keep = details.person(work.session, keep_id)
    shown = {keep.folded_name, fold(keep.email)}
    for text in texts:
        known = select(Alias.id).where(
            Alias.source == Source.MERGE, Alias.folded_name == fold(text)
        )
        if not fold(text) or fold(text) in shown or work.session.scalar(known):
            continue
        work.session.add(
            Alias(
                person_id=keep_id,
                source=Source.MERGE,
                name=text,
                folded_name=fold(text),
                how="merged",
                learned_at=work.clock.now(),
            )
        )
        work.session.flush()


_Rule = Callable[[Connection, int, int, MergeChoices], None]
_RULES: Final[tuple[_Rule, ...]] = (
    _marks, _memberships, _departments, _own, _tags, _seats, _pairs,
)  # fmt: skip
