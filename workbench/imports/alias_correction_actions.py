"""Correcting what was learned from files: names go to the right person, and their marks with them.

Each is one step that undo takes back whole.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from workbench.foundation.errors import BadInput, NotFound
from workbench.foundation.text import clean, fold
from workbench.foundation.words import Mark, Source
from workbench.imports.attendance_plan import tool_named
from workbench.imports.line_mark_queries import HERE, mark_by_lines
from workbench.models.rosters import Alias, Person
from workbench.models.sessions import AttendanceFile, AttendanceLine, AttendanceMark
from workbench.sessions.attendance_actions import mark_many
from workbench.sessions.row_queries import session_row
from workbench.storage.unit_of_work import Work, action


@dataclass(frozen=True, slots=True)
class _Moved:
    """A line that goes from one person to another, or to nobody."""

    line: AttendanceLine
    session_id: int
    old: int
    new: int | None


@action("Ignore a name")
def ignore_name(work: Work, source: Source, name: str) -> int:
    """Keep that a name belongs to nobody here and return its number; raises BadInput for none."""
    if not clean(name):
        raise BadInput("There is no name to ignore.", "Type the name.", field="name")
    row = work.session.scalar(
        select(Alias).where(Alias.source == source, Alias.folded_name == fold(name))
    )
    if row is None:
        row = Alias(source=source, name=clean(name), folded_name=fold(name))
        work.session.add(row)
    _decide(work, row, None)
    work.session.flush()
    work.name = f"Ignore {row.name}"
    return row.id


@action("Correct a name")
def correct_alias(work: Work, alias_id: int, person_id: int | None) -> int:
    """Give a learned name to another person, None for nobody; returns how many lines moved.

    The lines of files under this name go along, and the marks of both people are counted anew.
    """
    row = _alias(work, alias_id)
    old = row.person_id
    lines = _lines_of(work, row)
    _decide(work, row, person_id)
    if old is None or old == person_id:
        lines = []
    _move(work, [_Moved(line, session, line.person_id, person_id) for line, session in lines])
    work.name = f"{row.name} is {_name(work, person_id) if person_id else 'nobody here'}"
    return len(lines)


@action("Forget a name")
def forget_alias(work: Work, alias_id: int, *, with_marks: bool = False) -> None:
    """Forget a learned name; the lines and marks that came by it go too where that is wanted."""
    row = _alias(work, alias_id)
    if with_marks and row.person_id is not None:
        lines = _lines_of(work, row)
        _move(work, [_Moved(line, session, line.person_id, None) for line, session in lines])
    work.session.delete(row)
    work.name = f"Forget the name {row.name}"


@action("Split a name")
def split_alias(work: Work, alias_id: int, line_id: int, person_id: int) -> None:
    """Give one line of a learned name to somebody else; the name stays whose it is."""
    row = _alias(work, alias_id)
    found = [(line, session) for line, session in _lines_of(work, row) if line.id == line_id]
    if not found:
        raise NotFound("This line is not kept any more.", "Look at the list again.")
    ((line, session),) = found
    name = _name(work, person_id)
    _move(work, [_Moved(line, session, line.person_id, person_id)])
    day = session_row(work.session, session).starts_at.date()
    work.name = f"{row.name} of {day.day}/{day.month} is {name}"


def _alias(work: Work, alias_id: int) -> Alias:
    row = work.session.get(Alias, alias_id)
    if row is None:
        raise NotFound("This name is not in the list any more.", "Look at the list again.")
    return row


def _name(work: Work, person_id: int) -> str:
    row = work.session.get(Person, person_id)
    if row is None:
        raise NotFound("This person is not on the roster any more.", "Choose somebody else.")
    return row.name


def _decide(work: Work, row: Alias, person_id: int | None) -> None:
    if person_id is not None:
        _name(work, person_id)
    row.person_id, row.how, row.decided = person_id, "", True
    row.learned_at = work.clock.now()


def _lines_of(work: Work, row: Alias) -> list[tuple[AttendanceLine, int]]:
    """Return the lines that a name gave to its person, each with its session."""
    if row.person_id is None:
        return []
    statement = (
        select(AttendanceLine, AttendanceFile)
        .join(AttendanceFile, AttendanceFile.id == AttendanceLine.file_id)
        .where(AttendanceLine.person_id == row.person_id)
        .order_by(AttendanceLine.id)
    )
    return [
        (line, file.session_id)
        for line, file in work.session.execute(statement)
        if tool_named(file.recognised_as) is row.source
        and row.folded_name in (fold(line.name), fold(line.email))
    ]


def _move(work: Work, moves: Sequence[_Moved]) -> None:
    """Move lines, then count the marks of everybody concerned anew, session by session."""
    before = {(move.session_id, move.old): _mark(work, move.session_id, move.old) for move in moves}
    for move in moves:
        if move.new is None:
            work.session.delete(move.line)
        else:
            move.line.person_id = move.new
    work.session.flush()
    for move in moves:
        if move.new is not None:
            _count_anew(work, move.session_id, move.new, before[move.session_id, move.old][0])
    for session_id, old in before:
        _count_anew(work, session_id, old, None)


def _mark(work: Work, session_id: int, person_id: int) -> tuple[Mark, str]:
    row = work.session.get(AttendanceMark, (session_id, person_id))
    return (row.mark, row.source) if row else (Mark.UNKNOWN, "")


def _count_anew(work: Work, session_id: int, person_id: int, carried: Mark | None) -> None:
    """Set somebody's mark as the lines they have now say; one set by hand stays.

    `carried` is the mark that came along with a line of which no times are kept.
    """
    mark, source = _mark(work, session_id, person_id)
    if mark in HERE and not source:
        return
    seen = next((one for one in (mark, carried) if one in HERE), None)
    found = mark_by_lines(work.session, session_id, [person_id], seen)
    if found is not None:
        counted, detail = found
        mark_many(work, session_id, {person_id: counted}, {person_id: detail})
    elif source:
        mark_many(work, session_id, {person_id: Mark.UNKNOWN})
