"""Any meeting tool's attendance report as one list of people with their minutes."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from workbench.foundation.errors import UnreadableFile
from workbench.foundation.text import clean
from workbench.imports.attendees import Attendee, unite
from workbench.imports.cells import column
from workbench.imports.dates import DateOrder, OrderFinding, find_order, read_moment
from workbench.imports.meeting_file import (
    Heading,
    MeetingFile,
    dated_labels,
    heading_of,
    take_apart,
)
from workbench.imports.meeting_rows import Reading, moment_cells, records_in
from workbench.imports.meeting_table import MeetingTable, table_without_titles
from workbench.imports.meeting_words import Part, part_named
from workbench.imports.questions import Question
from workbench.imports.tables import SourceFile, as_text, filled
from workbench.imports.vendors import meet, teams, zoom

PLAIN = "List of attendance"
_STAND_IN = date(2000, 1, 1)


@dataclass(frozen=True, slots=True)
class MeetingReport:
    """What a report says: the meeting, its people, what was assumed, what must be decided.

    `start` and `end` are wall times without a zone, None where the file does not tell them or
    where their date is one of the questions.
    """

    recognised_as: str
    title: str
    start: datetime | None
    end: datetime | None
    people: tuple[Attendee, ...]
    questions: tuple[Question, ...] = ()
    warnings: tuple[str, ...] = ()


def read_meeting(
    source: SourceFile, *, order: DateOrder | None = None, known: date | None = None
) -> MeetingReport:
    """Return the attendance in a file.

    `order` settles the order of its dates, `known` is the date of the session it belongs to.
    Raises UnreadableFile where no sheet holds names.
    """
    for sheet in source.sheets:
        file = take_apart(sheet.rows)
        if teams.event_table(file) and not file.people:
            file = replace(file, labels=())
        elif not file.people:
            file = _untitled(file)
        if file.people or teams.event_table(file):
            report = _report(file, source.name, order, known)
            return replace(report, warnings=(*source.warnings, *report.warnings))
    raise nobody_found(source)


def looks_like_meeting(source: SourceFile) -> str | None:
    """Return the kind of report a file is, or None where it is no attendance of a meeting tool."""
    for sheet in source.sheets:
        file = take_apart(sheet.rows)
        kind = _kind(file)
        if kind == PLAIN and not any(_has_stays(table) for table in file.people):
            continue
        if file.people or teams.event_table(file):
            return kind
    return None


def _has_stays(table: MeetingTable) -> bool:
    """Return whether a table of another tool says at what time of day people joined."""
    if part_named(table.title_of(Part.NAME)) is not Part.NAME:
        return False
    if not table.has(Part.JOIN, Part.LEAVE):
        return False
    joins = column([row for _, row in table.body[:50]], table.columns[Part.JOIN])
    found = [read_moment(cell) or read_moment(cell, DateOrder.MONTH_FIRST) for cell in joins]
    return bool(joins) and all(moment is not None and moment.at is not None for moment in found)


def nobody_found(source: SourceFile) -> UnreadableFile:
    """Return the sentence for a file without names, with its first three lines."""
    lines = [
        " | ".join(clean(as_text(cell)) for cell in row if clean(as_text(cell)))[:120]
        for row in source.sheets[0].rows
        if filled(row)
    ][:3]
    return UnreadableFile(
        f"No names were found in {source.name}. It begins: {' / '.join(lines)}",
        "Choose the attendance or participants file that the meeting tool exported.",
    )


def _untitled(file: MeetingFile) -> MeetingFile:
    table = None if teams.has_sections(file) else table_without_titles(file.rows)
    return replace(file, people=(table,), labels=()) if table else file


def _kind(file: MeetingFile) -> str:
    if zoom.is_zoom(file) and not any("(upn)" in word for word in file.words):
        return zoom.WEBINAR if zoom.is_webinar(file) else zoom.NAME
    if teams.is_teams(file):
        return teams.NAME
    return meet.NAME if meet.is_meet(file) else PLAIN


def _report(
    file: MeetingFile, name: str, order: DateOrder | None, known: date | None
) -> MeetingReport:
    kind = _kind(file)
    finding = OrderFinding(order) if order else _order(file, known)
    questions = [question] if (question := _order_question(finding)) else []
    chosen = finding.order or DateOrder.DAY_FIRST
    day = known or meet.day_of_meeting(file, name, chosen)
    if meet.has_bare_clocks(file) and day is None:
        questions.append(_day_question(name))
    reading = Reading(chosen, day or _STAND_IN)
    people = _people(file, kind, reading)
    heading = _heading(file, kind, reading, people)
    if questions:
        heading = Heading(heading.title)
    questions += _two_meetings(file, reading, known)
    return MeetingReport(
        kind, heading.title, heading.start, heading.end, people, tuple(questions), _warnings(people)
    )


def _order(file: MeetingFile, known: date | None) -> OrderFinding:
    events = teams.event_table(file)
    tables = (*file.people, events) if events else file.people
    return find_order([*moment_cells(tables), *dated_labels(file)], known)


def _order_question(finding: OrderFinding) -> Question | None:
    if finding.order is not None:
        return None
    if finding.conflict:
        sentence = f"The file mixes two orders of dates: {finding.example}."
    else:
        sentence = f"The date {finding.example} can be read day first or month first."
    return Question("dates", sentence, "Say which with --dates day-first or --dates month-first.")


def _day_question(name: str) -> Question:
    return Question(
        "day",
        f"{name} gives times of day without a date.",
        "Say which session it belongs to with --session ID.",
    )


def _two_meetings(file: MeetingFile, reading: Reading, known: date | None) -> list[Question]:
    events = teams.event_table(file)
    days = teams.meeting_days(events, reading) if events else []
    if len(days) < 2 or known in days:
        return []
    shown = " and ".join(day.isoformat() for day in days)
    return [
        Question(
            "meeting",
            f"The file holds the meetings of {shown}.",
            "Say which session is meant with --session ID.",
        )
    ]


def _people(file: MeetingFile, kind: str, reading: Reading) -> tuple[Attendee, ...]:
    if kind == teams.NAME:
        return teams.teams_people(file, reading)
    if kind in (zoom.NAME, zoom.WEBINAR):
        return zoom.zoom_people(file, reading)
    return unite(record for table in file.people for record in records_in(table, reading))


def _heading(
    file: MeetingFile, kind: str, reading: Reading, people: tuple[Attendee, ...]
) -> Heading:
    """Return the meeting's heading, with first in and last out where it states no times."""
    stated = heading_of(file, reading.order)
    title = stated.title
    if kind in (zoom.NAME, zoom.WEBINAR):
        title = title or zoom.topic_in_rows(file)
    first = min((person.first_in for person in people if person.first_in), default=None)
    last = max((person.last_out for person in people if person.last_out), default=None)
    start = stated.start or first
    end = stated.end or last
    return Heading(title, start, end if start and end and end > start else None)


def _warnings(people: tuple[Attendee, ...]) -> tuple[str, ...]:
    warnings = [f"{person.name}: {person.doubt}." for person in people if person.doubt]
    if people and all(person.seconds is None for person in people):
        warnings.append("The file says who came, not for how long.")
    return tuple(warnings)
