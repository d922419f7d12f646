"""What a plan of attendance is to write: its session, lines, newcomers, learned names."""

from collections.abc import Iterator
from dataclasses import replace

from workbench.foundation.text import fold
from workbench.foundation.words import Role
from workbench.imports.attendance_actions import FileToTake, Learned, Newcomer
from workbench.imports.attendance_lines import Line, detail_of
from workbench.imports.attendance_plan import AttendancePlan
from workbench.imports.kept_lines import TakenLine, kept_line, whole_of
from workbench.imports.meeting import MeetingReport
from workbench.imports.names import name_key, read_name
from workbench.sessions.actions import SessionDraft

_LONGEST = 24 * 60
_TAUGHT_BY_ADDRESS = "same e-mail"
_TAUGHT_BY_ACCENT = "name without accent"


def file_to_take(found: AttendancePlan) -> FileToTake:
    """Return everything that one step writes for a plan."""
    rules = found.thresholds
    return FileToTake(
        session_id=found.session.id if found.session else None,
        draft=None if found.session else _draft(found.report),
        marks=found.marks,
        source=found.tool,
        recognised_as=found.report.recognised_as,
        content_hash=found.content_hash,
        name=found.file_name,
        keeps_times=not rules.who_not_when,
        min_minutes=rules.min_minutes,
        late_after=rules.late_after,
        counted_anew=found.counted_anew,
        newcomers=tuple(_newcomers(found)),
        lines=tuple(
            _taken(found, line, line.person) for line in found.people if line.person is not None
        ),
        learned=tuple(learned_from(found)),
    )


def learned_from(found: AttendancePlan) -> Iterator[Learned]:
    """Yield the names and addresses that decisions and sure matches taught.

    A device or a telephone may be anybody's next time, so its name teaches nothing.
    """
    for line in found.people:
        attendee = line.attendee
        if line.index in found.choices.decisions.ignored:
            yield Learned(None, attendee.name)
        elif line.decided and line.person is not None:
            if read_name(attendee.name).readings:
                yield Learned(line.person, attendee.name)
            if attendee.email:
                yield Learned(line.person, attendee.email)
        elif line.person is not None:
            yield from _taught(found, line, line.person)


def _taught(found: AttendancePlan, line: Line, person: int) -> Iterator[Learned]:
    """Yield the name of a sure match where it says more than the roster: another full name."""
    shown = read_name(line.attendee.name)
    if len(name_key(line.attendee.name)) < 2 or not shown.readings:
        return
    name = next((known.name for known in found.roster if known.person == person), "")
    if line.match.how == "Same name without the accent":
        yield Learned(person, line.attendee.name, _TAUGHT_BY_ACCENT)
    elif line.match.how == "Same e-mail address" and name_key(name) != name_key(shown.readings[0]):
        yield Learned(person, line.attendee.name, _TAUGHT_BY_ADDRESS)


def _draft(report: MeetingReport) -> SessionDraft:
    minutes = None
    if report.start and report.end:
        length = round((report.end - report.start).total_seconds() / 60)
        minutes = min(max(length, 1), _LONGEST)
    return SessionDraft(title=report.shown_title, starts=report.start, minutes=minutes)


def _newcomers(found: AttendancePlan) -> Iterator[Newcomer]:
    decisions = found.choices.decisions
    for line in found.people:
        if line.index not in decisions.newcomers:
            continue
        detail = detail_of(whole_of([kept_line(line.attendee)]), found.tool)
        if found.thresholds.who_not_when:
            detail = replace(detail, arrived_at=None, minutes=None)
        role = Role.MEMBER if line.index in decisions.joining else Role.GUEST
        taken = _taken(found, line, None)
        yield Newcomer(_full_name(line), role, line.mark, detail, taken)


def _full_name(line: Line) -> str:
    readings = read_name(line.attendee.name).readings
    return readings[0] if readings else line.attendee.name


def _taken(found: AttendancePlan, line: Line, person: int | None) -> TakenLine:
    """Return a line as it is kept; of a telephone its number is not."""
    attendee = line.attendee
    kept = kept_line(attendee)
    telephone = read_name(attendee.name).kind == "telephone"
    times = not found.thresholds.who_not_when
    how = "" if line.decided or fold(line.match.how) == "same name" else line.match.how
    return TakenLine(
        person=person,
        name="" if telephone else attendee.name,
        email=attendee.email,
        how=how,
        stays=kept.stays if times else (),
        unplaced_minutes=kept.unplaced_minutes if times else None,
        stated_minutes=kept.stated_minutes if times else None,
    )
