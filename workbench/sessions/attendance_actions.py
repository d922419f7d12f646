"""Writing attendance: one stroke, many at once, guests, a head-count; the expected list freezes."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, time

from sqlalchemy import select

from workbench.foundation.dates import weekday_and_day
from workbench.foundation.errors import BadInput, DecisionNeeded, NotYet
from workbench.foundation.text import clean, counted, fold
from workbench.foundation.words import Mark, SessionState
from workbench.models.rosters import Membership, Person
from workbench.models.sessions import AttendanceMark, Expected, Session
from workbench.rosters.actions import add_guest
from workbench.rosters.details_actions import person
from workbench.rosters.guest_actions import guest_since
from workbench.sessions.attendance_queries import stays
from workbench.sessions.attendance_rules import (
    HERE,
    MARK_WORDS,
    expected_on,
    is_expected,
    may_mark,
    no_place,
)
from workbench.sessions.row_queries import session_row
from workbench.sessions.rules import checked_head_count
from workbench.sessions.session_day import day_it_is
from workbench.storage.unit_of_work import Work, action

_FEW = 50
_APOLOGIES_OR_NOTHING = (Mark.EXCUSED, Mark.UNKNOWN)


@dataclass(frozen=True, slots=True)
class MarkChange:
    """What one stroke changed: the person's mark before and now."""

    person_id: int
    before: Mark
    now: Mark


@dataclass(frozen=True, slots=True)
class MarkDetail:
    """What else is known of somebody's coming: wall time of arrival, minutes, and from where."""

    arrived_at: time | None = None
    minutes: float | None = None
    source: str = ""


@action("Start marking")
def start_marking(work: Work, session_id: int) -> frozenset[int]:
    """Freeze the expected list from the memberships of the session's day; once, then it stays."""
    row = _open_session(work, session_id)
    _check_day(work, row, Mark.PRESENT)
    _freeze(work, row)
    return _expected(work, session_id)


@action("Mark attendance")
def mark_attendance(
    work: Work,
    session_id: int,
    person_id: int,
    mark: Mark,
    detail: MarkDetail | None = None,
) -> MarkChange:
    """Set one person's mark; not known takes it away; raises BadInput for a session to come.

    Marking starts with the first mark that is not an apology sent before.
    """
    details = {person_id: detail} if detail else None
    (change,) = mark_many(work, session_id, {person_id: mark}, details)
    name = person(work.session, person_id).name
    work.name = f"{name}: {MARK_WORDS[mark]}"
    return change


@action("Mark attendance")
def mark_many(
    work: Work,
    session_id: int,
    marks: Mapping[int, Mark],
    details: Mapping[int, MarkDetail] | None = None,
) -> list[MarkChange]:
    """Set the marks of many people in one step, such as a file or a paper list.

    Somebody who was no member that day can have come, as a visit; raises BadInput where they are
    to have missed it or sent apologies.
    """
    row = _open_session(work, session_id)
    for mark in set(marks.values()):
        _check_day(work, row, mark)
    if any(mark not in _APOLOGIES_OR_NOTHING for mark in marks.values()):
        _freeze(work, row)
    rows = _marks_made(work, session_id, marks)
    _check_people(work, marks.keys() - rows.keys())
    _find_places(work, row, marks, rows.keys())
    changes = [
        _put(work, (session_id, number), mark, rows.get(number), (details or {}).get(number))
        for number, mark in marks.items()
    ]
    changed = sum(change.before is not change.now for change in changes)
    work.name = f"Mark {counted(changed, 'person', 'people')}"
    return changes


@action("Everybody")
def mark_unmarked(work: Work, session_id: int, mark: Mark = Mark.PRESENT) -> int:
    """Give everybody expected who has no mark yet this one; apologies stay; returns how many."""
    row = _open_session(work, session_id)
    _check_day(work, row, mark)
    _freeze(work, row)
    have = set(
        work.session.scalars(
            select(AttendanceMark.person_id).where(AttendanceMark.session_id == session_id)
        )
    )
    without = sorted(_expected(work, session_id) - have)
    mark_many(work, session_id, dict.fromkeys(without, mark))
    work.name = f"Everybody else {MARK_WORDS[mark]}"
    return len(without)


@action("Clear marks")
def clear_marks(work: Work, session_id: int) -> int:
    """Take all marks of a session away; the expected list stays frozen; returns how many."""
    _open_session(work, session_id)
    rows = work.session.scalars(
        select(AttendanceMark).where(AttendanceMark.session_id == session_id)
    ).all()
    for row in rows:
        work.session.delete(row)
    return len(rows)


@action("Guest")
def guest_in(work: Work, session_id: int, name: str) -> int:
    """Mark a guest here by name, known or new, and return their number.

    Raises DecisionNeeded where two people of the community have that name.
    """
    row = _open_session(work, session_id)
    if not clean(name):
        raise BadInput("A guest needs a name.", "Type the name.", field="name")
    found = work.session.scalars(
        select(Person.id)
        .join(Membership, Membership.person_id == Person.id)
        .where(Membership.community_id == row.community_id, Person.folded_name == fold(name))
        .distinct()
    ).all()
    if len(found) > 1:
        raise DecisionNeeded(
            [f"{counted(len(found), 'person', 'people')} are named {clean(name)}: which one came?"],
            "Mark the right one in the list.",
        )
    on = row.starts_at.date()
    guest = found[0] if found else add_guest(work, row.community_id, name, on)
    guest_since(work, row.community_id, guest, on)
    mark_attendance(work, session_id, guest, Mark.PRESENT)
    work.name = f"{clean(name)} here as a guest" if not found else f"{clean(name)}: here"
    return guest


@action("Head-count")
def set_head_count(work: Work, session_id: int, count: int | None) -> None:
    """Keep how many were counted in the room, with names or without; None takes it away."""
    row = _open_session(work, session_id)
    if row.starts_at.date() > _day_it_is(work, row):
        raise NotYet(_not_yet(row), "Count when people are there.", field="head_count")
    row.head_count = checked_head_count(count)
    if count is not None:
        row.state = SessionState.HELD
    work.name = "Take the head-count away" if count is None else f"Head-count {count}"


def _marks_made(work: Work, session_id: int, people: Collection[int]) -> dict[int, AttendanceMark]:
    statement = select(AttendanceMark).where(AttendanceMark.session_id == session_id)
    if len(people) <= _FEW:
        statement = statement.where(AttendanceMark.person_id.in_(people))
    return {mark.person_id: mark for mark in work.session.scalars(statement)}


def _check_people(work: Work, people: Collection[int]) -> None:
    statement = select(Person.id)
    if len(people) <= _FEW:
        statement = statement.where(Person.id.in_(people))
    for unknown in sorted(set(people).difference(work.session.scalars(statement))):
        person(work.session, unknown)


def _open_session(work: Work, session_id: int) -> Session:
    row = session_row(work.session, session_id)
    if row.state is SessionState.CANCELLED:
        raise BadInput(
            f"{row.title} on {weekday_and_day(row.starts_at.date())} was cancelled.",
            "Restore the session first.",
        )
    return row


def _check_day(work: Work, row: Session, mark: Mark) -> None:
    if not may_mark(row.starts_at.date(), mark, _day_it_is(work, row)):
        raise NotYet(_not_yet(row), "Until then you can enter apologies (E).")


def _day_it_is(work: Work, row: Session) -> date:
    return day_it_is(work.clock.today(), work.clock.now(), row.zone)


def _not_yet(row: Session) -> str:
    return f"{row.title} is on {weekday_and_day(row.starts_at.date())} and has not started yet."


def _freeze(work: Work, row: Session) -> None:
    if row.marking_started_at is not None:
        return
    row.marking_started_at = work.clock.now()
    row.state = SessionState.HELD
    on = row.starts_at.date()
    people = expected_on(stays(work.session, row.community_id), on) - _expected(work, row.id)
    work.session.add_all(Expected(session_id=row.id, person_id=person) for person in sorted(people))
    work.session.flush()


def _find_places(
    work: Work, row: Session, marks: Mapping[int, Mark], marked: Collection[int]
) -> None:
    """Expect members entered only after marking started; nobody misses what they had no place at.

    `marked` have a mark already, which can be changed.
    """
    wanted = [number for number, mark in marks.items() if mark is not Mark.UNKNOWN]
    off = set(wanted) - _expected(work, row.id, wanted) if wanted else set()
    own = stays(work.session, row.community_id, off) if off else []
    on = row.starts_at.date()
    members = {stay.person for stay in own if is_expected(stay, on)}
    if row.marking_started_at is not None:
        work.session.add_all(
            Expected(session_id=row.id, person_id=number) for number in sorted(members)
        )
    for number in sorted(off - members - set(marked)):
        if marks[number] in HERE:
            continue
        why = no_place([stay for stay in own if stay.person == number], on)
        if why:
            raise _no_member(person(work.session, number).name, why, row)


def _no_member(name: str, why: str, row: Session) -> BadInput:
    return BadInput(
        f"{row.title} was on {weekday_and_day(row.starts_at.date())}, and {name} {why}.",
        "Correct their dates on their page if they belonged then.",
    )


def _put(
    work: Work,
    key: tuple[int, int],
    mark: Mark,
    row: AttendanceMark | None,
    detail: MarkDetail | None,
) -> MarkChange:
    session_id, person_id = key
    before = row.mark if row else Mark.UNKNOWN
    if mark is Mark.UNKNOWN:
        if row:
            work.session.delete(row)
        return MarkChange(person_id, before, mark)
    if row is None:
        row = AttendanceMark(session_id=session_id, person_id=person_id)
        work.session.add(row)
    elif detail is None and mark is before:
        return MarkChange(person_id, before, mark)
    row.mark = mark
    kept = row.minutes if before in HERE and mark in HERE else None
    detail = detail or MarkDetail(minutes=kept)
    row.arrived_at, row.minutes, row.source = detail.arrived_at, detail.minutes, detail.source
    return MarkChange(person_id, before, mark)


def _expected(work: Work, session_id: int, people: Collection[int] | None = None) -> frozenset[int]:
    statement = select(Expected.person_id).where(Expected.session_id == session_id)
    if people is not None and len(people) <= _FEW:
        statement = statement.where(Expected.person_id.in_(people))
    return frozenset(work.session.scalars(statement))
