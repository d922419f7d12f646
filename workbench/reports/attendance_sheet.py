"""Attendance as a workbook: members by sessions in letters, totals, rates with their fraction."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from workbench.foundation.dates import short_day
from workbench.foundation.words import ExcusedRule, Mark, SessionState
from workbench.reports.excel_cells import Cell
from workbench.reports.workbook_contents import Column, Kind, ReadMe, Sheet, TotalRow
from workbench.sessions.attendance_rules import (
    Rate,
    SessionRecord,
    guests_here,
    histories,
    pooled_rate,
    rate_of,
    session_rate,
)
from workbench.sessions.grid_rules import LETTERS

_LEGEND = "P here, L late, E apologies, A missed, ? not known, empty: not expected"


@dataclass(frozen=True, slots=True)
class Meeting:
    """One session with the number it has in the community, its title and state."""

    number: int
    title: str
    state: SessionState
    record: SessionRecord


@dataclass(frozen=True, slots=True)
class Attender:
    """One row of the grid: who, and from which department."""

    person_id: int
    name: str
    department: str


def attendance_sheets(
    people: Sequence[Attender], meetings: Sequence[Meeting], rule: ExcusedRule
) -> list[Sheet]:
    """Return the grid of people by held sessions, and the list of all sessions."""
    held = [meeting for meeting in meetings if meeting.state is SessionState.HELD]
    return [_grid(people, held, rule), _session_list(meetings, rule)]


def attendance_read_me(
    community: str, written_on: date, as_of: date | None, rule: ExcusedRule
) -> ReadMe:
    """Return the words of the read-me sheet of attendance."""
    apart = rule is ExcusedRule.SET_APART
    excused = "apologies are set apart" if apart else "apologies count as expected"
    return ReadMe(
        "Attendance: who came to which session",
        community,
        written_on,
        as_of,
        (
            ("Letters", _LEGEND),
            ("Rate", f"Here or late, out of those expected; {excused}."),
            ("Expected", "The list frozen when marking began; guests are never expected."),
            ("Left out of rates", "Cancelled sessions, and sessions nobody was marked for."),
        ),
    )


def _grid(people: Sequence[Attender], held: Sequence[Meeting], rule: ExcusedRule) -> Sheet:
    columns = (
        Column("Name", "text", "Everybody expected or marked in these sessions."),
        Column("Department", "text", "The newest."),
        Column("Here", "whole", "Sessions the person came to, late ones included."),
        Column("Expected", "whole", "Sessions the rate is out of."),
        Column("Rate", "share", "Here out of expected."),
        *(Column(_heading(meeting), "text", "") for meeting in held),
    )
    past = histories(meeting.record for meeting in held)
    rows = [_person_row(one, held, rate_of(past.get(one.person_id, []), rule)) for one in people]
    return Sheet("Attendance", columns, rows, _totals(held, rule), frozen=1)


def _heading(meeting: Meeting) -> str:
    day = meeting.record.on
    return f"{meeting.number}. {short_day(day)} {day.year}"


def _person_row(one: Attender, held: Sequence[Meeting], rate: Rate) -> tuple[Cell, ...]:
    letters = [_letter(meeting.record, one.person_id) for meeting in held]
    return (one.name, one.department, rate.here, rate.out_of, rate.share, *letters)


def _letter(record: SessionRecord, person: int) -> str:
    marked = person in (record.marks or {})
    return LETTERS[record.mark(person)] if marked or person in record.expected else ""


def _totals(held: Sequence[Meeting], rule: ExcusedRule) -> list[TotalRow]:
    records = [meeting.record for meeting in held]
    rates = [session_rate(record, rule) if record.counts else None for record in records]
    whole = pooled_rate(records, rule)
    here: list[Cell] = [rate.here if rate else None for rate in rates]
    expected: list[Cell] = [rate.out_of if rate else None for rate in rates]
    shares: list[Cell] = [rate.share if rate else None for rate in rates]
    return [
        TotalRow("whole", ("Here", "", whole.here, None, None, *here)),
        TotalRow("whole", ("Expected", "", None, whole.out_of, None, *expected)),
        TotalRow("share", ("Rate", "", None, None, whole.share, *shares)),
    ]


def _session_list(meetings: Sequence[Meeting], rule: ExcusedRule) -> Sheet:
    counts: tuple[tuple[str, Kind, str], ...] = (
        ("Here", "whole", "People of the expected list who came, late ones included."),
        ("Of them late", "whole", ""),
        ("Apologies", "whole", ""),
        ("Missed", "whole", ""),
        ("Not known", "whole", "Expected, but nobody was marked."),
        ("Expected", "whole", "What the rate is out of."),
        ("Rate", "share", "Here out of expected; empty where the session has no rate."),
        ("Guests", "whole", "People here who were not on the expected list."),
        ("Counted", "whole", "Heads counted in the room, where somebody did."),
    )
    columns = (
        Column("Number", "whole", "Sessions of the community, counted by date."),
        Column("Date", "date", ""),
        Column("Session", "text", ""),
        Column("State", "text", "held, cancelled or planned; only held ones enter rates."),
        *(Column(*column) for column in counts),
    )
    return Sheet("Sessions", columns, [_meeting_row(one, rule) for one in meetings], frozen=3)


def _meeting_row(meeting: Meeting, rule: ExcusedRule) -> tuple[Cell, ...]:
    record = meeting.record
    head: tuple[Cell, ...] = (meeting.number, record.on, meeting.title)
    if meeting.state is not SessionState.HELD:
        return (*head, meeting.state.value, *[None] * 9)
    marks = Counter(record.mark(person) for person in record.expected)
    rate = session_rate(record, rule)
    return (
        *head,
        meeting.state.value,
        rate.here,
        marks[Mark.PART],
        marks[Mark.EXCUSED],
        marks[Mark.ABSENT],
        marks[Mark.UNKNOWN],
        rate.out_of,
        rate.share if record.counts else None,
        guests_here(record),
        record.head_count,
    )
