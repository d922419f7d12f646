"""Any meeting tool's attendance report as one list of people with their minutes."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from workbench.foundation.dates import full_date
from workbench.foundation.text import listed
from workbench.imports.attendees import Attendee, unite
from workbench.imports.cells import column
from workbench.imports.clock_circle import earliest
from workbench.imports.dates import DateOrder, OrderFinding, find_order, read_moment
from workbench.imports.meeting_file import (
    Heading,
    MeetingFile,
    dated_labels,
    heading_of,
    take_apart,
)
from workbench.imports.meeting_remarks import nobody_below, nobody_found, oddities, unsure_rows
from workbench.imports.meeting_rows import Reading, moment_cells, records_in
from workbench.imports.meeting_table import MeetingTable, table_without_titles
from workbench.imports.meeting_words import Part, part_named
from workbench.imports.questions import Question
from workbench.imports.tables import SourceFile
from workbench.imports.vendors import meet, teams, zoom
from workbench.imports.vendors.teams_events import event_table, meeting_meant, meetings_in

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

    @property
    def shown_title(self) -> str:
        """The meeting's title, or its day where the file has none."""
        if self.title:
            return self.title
        return f"Meeting of {full_date(self.start.date())}" if self.start else "Meeting"


def read_meeting(
    source: SourceFile, *, order: DateOrder | None = None, known: date | datetime | None = None
) -> MeetingReport:
    """Return the attendance in a file.

    `order` settles the order of its dates, `known` is the start of the session it belongs to, or
    only its day. Raises UnreadableFile where no sheet holds names.
    """
    nobody = None
    for sheet in source.sheets:
        file = take_apart(sheet.rows, sheet.unsure)
        if event_table(file) and not file.people:
            file = replace(file, labels=())
        elif not file.people:
            file = _untitled(file)
        if file.people or event_table(file):
            report = _report(file, source.name, order, known)
            if not report.people:
                nobody = nobody or nobody_below(file, report.recognised_as, source.name)
                continue
            left_out = unsure_rows(sheet.unsure)
            return replace(report, warnings=(*source.warnings, *left_out, *report.warnings))
    raise nobody or nobody_found(source)


def looks_like_meeting(source: SourceFile) -> str | None:
    """Return the kind of report a file is, or None where it is no attendance of a meeting tool."""
    for sheet in source.sheets:
        file = take_apart(sheet.rows)
        kind = _kind(file)
        if kind == PLAIN and not any(_has_stays(table) for table in file.people):
            continue
        if file.people or event_table(file):
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
    file: MeetingFile, name: str, order: DateOrder | None, known: date | datetime | None
) -> MeetingReport:
    kind = _kind(file)
    finding = OrderFinding(order) if order else _order(file, known)
    questions = [question] if (question := _order_question(finding)) else []
    chosen = finding.order or DateOrder.DAY_FIRST
    day = known or meet.start_of_meeting(file, name, chosen)
    bare = meet.has_bare_clocks(file)
    if bare and day is None:
        questions.append(_day_question(name))
    begins = earliest(day or _STAND_IN, meet.clock_times(file) if bare else ())
    reading = Reading(chosen, begins, known)
    people = _people(file, kind, reading)
    heading = _heading(file, kind, reading, people)
    if not questions and heading.start and heading.start.date() == _STAND_IN:
        questions.append(_unread_day_question(name))
    if questions:
        heading = Heading(heading.title)
    else:
        questions += _two_meetings(file, reading)
    return MeetingReport(
        kind, heading.title, heading.start, heading.end, people, tuple(questions), oddities(people)
    )


def _order(file: MeetingFile, known: date | datetime | None) -> OrderFinding:
    events = event_table(file)
    tables = (*file.people, events) if events else file.people
    day = known.date() if isinstance(known, datetime) else known
    return find_order([*moment_cells(tables), *dated_labels(file)], day)


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


def _unread_day_question(name: str) -> Question:
    return Question(
        "day",
        f"The dates of {name} are written as no date of a calendar.",
        "Say which session it belongs to with --session ID.",
    )


def _two_meetings(file: MeetingFile, reading: Reading) -> list[Question]:
    events = event_table(file)
    meetings = meetings_in(events, reading) if events else []
    if not meetings or meeting_meant(meetings, reading.known):
        return []
    starts = [meeting[0].at for meeting in meetings]
    shown = [f"{full_date(start.date())} at {start:%H:%M}" for start in starts]
    return [
        Question(
            "meeting",
            f"The file holds {len(starts)} meetings, which began on {listed(shown)}.",
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
