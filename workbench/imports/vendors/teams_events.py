"""Teams' list of 2020: a row for each "joined" or "left", several meetings in one file perhaps."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from workbench.foundation.text import fold
from workbench.imports.cells import cell_at, is_dated, is_value, text_at
from workbench.imports.join_record import JoinRecord
from workbench.imports.meeting_alignment import aligned
from workbench.imports.meeting_file import MeetingFile
from workbench.imports.meeting_rows import Reading, name_of
from workbench.imports.meeting_table import MeetingTable
from workbench.imports.meeting_words import Part
from workbench.imports.tables import filled
from workbench.imports.workbooks import Row

_GAP = 6 * 3600
_GAP_WHEN_EMPTY = 3600
_NEAR = 12 * 3600


@dataclass(frozen=True, slots=True)
class Event:
    """Somebody joined or left; `action` is the file's word for it, folded."""

    row: int
    name: str
    action: str
    at: datetime


def event_table(file: MeetingFile) -> MeetingTable | None:
    """Return the table of such a list, with or without titles, or None."""
    for table in file.people:
        if table.has(Part.ACTION, Part.STAMP):
            return table
    if file.people or not file.rows:
        return None
    body = tuple((number, row) for number, row in enumerate(file.rows, 1) if filled(row) == 3)
    if not body or not all(_is_event(row) for _, row in body):
        return None
    columns = {Part.NAME: 0, Part.ACTION: 1, Part.STAMP: 2}
    actions = {fold(text_at(row, 1)) for _, row in body}
    return MeetingTable((), 0, body, columns) if len(actions) <= 4 else None


def _is_event(row: Row) -> bool:
    return not is_value(row[0]) and not is_value(row[1]) and is_dated(row[2])


def meetings_in(table: MeetingTable, reading: Reading) -> list[tuple[Event, ...]]:
    """Return the events of each meeting, first meeting first.

    A meeting is over when six hours pass, or when everybody has left and one hour passes.
    """
    events = sorted(_events(table, reading), key=lambda event: event.at)
    joining = _joining_words(events)
    meetings: list[list[Event]] = []
    inside: set[str] = set()
    for event in events:
        gap = (event.at - meetings[-1][-1].at).total_seconds() if meetings else _GAP + 1
        if gap > _GAP or (not inside and gap > _GAP_WHEN_EMPTY):
            meetings.append([])
            inside.clear()
        meetings[-1].append(event)
        (inside.add if event.action in joining else inside.discard)(fold(event.name))
    return [tuple(meeting) for meeting in meetings]


def meeting_meant(
    meetings: Sequence[tuple[Event, ...]], known: date | datetime | None
) -> tuple[Event, ...] | None:
    """Return the meeting of the session that is known by its start or its day, None in doubt."""
    if len(meetings) < 2:
        return meetings[0] if meetings else None
    if isinstance(known, datetime):
        away = [(abs((each[0].at - known).total_seconds()), each[0].at, each) for each in meetings]
        nearest = min(away)
        return nearest[2] if nearest[0] <= _NEAR else None
    of_day = [each for each in meetings if each[0].at.date() == known]
    return of_day[0] if len(of_day) == 1 else None


def records_of(events: Sequence[Event]) -> list[JoinRecord]:
    """Return a record per stay of one meeting or several.

    A stay that never ends lasts at least until the last event, unless the list tells of no leaving.
    """
    joining = _joining_words(events)
    last = max((event.at for event in events), default=None)
    if all(event.action in joining for event in events):
        last = None
    by_name: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        by_name[fold(event.name)].append(event)
    return [record for group in by_name.values() for record in _stays(group, joining, last)]


def _events(table: MeetingTable, reading: Reading) -> Iterable[Event]:
    for number, row in aligned(table):
        at = reading.moment(cell_at(row, table.columns[Part.STAMP]))
        name = name_of(row, table)
        if at and name:
            yield Event(number, name, fold(text_at(row, table.columns[Part.ACTION])), at)


def _joining_words(events: Sequence[Event]) -> set[str]:
    """Return the actions that mean "joined", in any language: those at odd places of a person."""
    places: dict[str, Counter[str]] = defaultdict(Counter)
    seen: Counter[str] = Counter()
    for event in sorted(events, key=lambda event: event.at):
        seen[fold(event.name)] += 1
        places[event.action]["join" if seen[fold(event.name)] % 2 else "leave"] += 1
    return {action for action, counts in places.items() if counts["join"] > counts["leave"]}


def _stays(events: Sequence[Event], joining: set[str], last: datetime | None) -> list[JoinRecord]:
    records: list[JoinRecord] = []
    inside: Event | None = None
    for event in sorted(events, key=lambda event: event.at):
        if event.action in joining:
            inside = inside or event
        elif inside:
            records.append(JoinRecord(inside.row, inside.name, start=inside.at, end=event.at))
            inside = None
        else:
            records.append(JoinRecord(event.row, event.name, end=event.at))
    if inside:
        end = last if last and last > inside.at else None
        records.append(JoinRecord(inside.row, inside.name, start=inside.at, end=end, still_in=True))
    return records
