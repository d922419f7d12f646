"""A meeting report taken apart: its tables of people, and the lines that tell about the meeting."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from workbench.foundation.text import clean, fold
from workbench.imports.cells import is_dated, is_email, is_value
from workbench.imports.dates import DateOrder, read_datetime, read_moment
from workbench.imports.meeting_table import MeetingTable, tables_in
from workbench.imports.meeting_words import Part
from workbench.imports.tables import as_text, filled, is_empty
from workbench.imports.workbooks import Cell, Row

_TITLE_WORDS = re.compile(
    r"titl|titel|titul|titre|titolo|otsikko|tytul|nazev|\bcim|baslik|subject|betreff|topic|thema"
    r"|\btema|sujet|argomento|onderwerp|件名|标题|主题|제목"
)


@dataclass(frozen=True, slots=True)
class Heading:
    """What a report says about its meeting; "" and None where it does not."""

    title: str = ""
    start: datetime | None = None
    end: datetime | None = None


@dataclass(frozen=True, slots=True)
class MeetingFile:
    """One sheet of a report: all rows, tables of people, tables about the meeting, label lines."""

    rows: tuple[Row, ...]
    people: tuple[MeetingTable, ...]
    about: tuple[MeetingTable, ...]
    labels: tuple[tuple[str, Cell], ...]

    @property
    def words(self) -> frozenset[str]:
        """Every title and label of the file, folded."""
        titles = [title for table in (*self.people, *self.about) for title in table.titles]
        return frozenset(fold(text) for text in (*titles, *(label for label, _ in self.labels)))


def take_apart(rows: tuple[Row, ...], unsure: Collection[int] = ()) -> MeetingFile:
    """Return the parts of a sheet, without the rows whose cells may be off."""
    tables = tables_in(rows)
    about = tuple(table for table in tables if _is_about_meeting(table, len(tables)))
    people = tuple(table for table in tables if table not in about and table.names_people)
    inside = {number for table in tables for number, _ in table.body}
    inside |= {table.title_row for table in tables}
    lines = [row for number, row in enumerate(rows, 1) if number not in inside]
    sure = tuple(_without(table, unsure) for table in people) if unsure else people
    return MeetingFile(rows, sure, about, tuple(_labels(lines)))


def _without(table: MeetingTable, unsure: Collection[int]) -> MeetingTable:
    return replace(table, body=tuple(pair for pair in table.body if pair[0] not in unsure))


def _is_about_meeting(table: MeetingTable, tables: int) -> bool:
    """Return whether a table's one row is the meeting: it holds the meeting's number."""
    if len(table.body) != 1 or tables < 2:
        return False
    _, row = table.body[0]
    numbered = any(re.fullmatch(r"\d{9,12}", re.sub(r"[\s-]", "", as_text(cell))) for cell in row)
    dated = any(is_dated(cell) for cell in row)
    named = Part.NAME in table.columns and not _TITLE_WORDS.search(fold(table.title_of(Part.NAME)))
    return numbered or (dated and not named and Part.EMAIL not in table.columns)


def _labels(lines: Sequence[Row]) -> list[tuple[str, Cell]]:
    """Return (label, value) of each line that has both; a value with commas is put together."""
    found: list[tuple[str, Cell]] = []
    for row in lines:
        if filled(row) < 2 or is_empty(row[0]):
            continue
        rest = [cell for cell in row[1:] if not is_empty(cell)]
        value = rest[0] if len(rest) == 1 else ", ".join(clean(as_text(cell)) for cell in rest)
        found.append((clean(as_text(row[0])).rstrip(":"), value))
    return found


def heading_of(file: MeetingFile, order: DateOrder) -> Heading:
    """Return the meeting's title, start and end, from label lines and tables about the meeting."""
    about = [
        (title, cell)
        for table in file.about
        for title, cell in zip(table.titles, table.body[0][1], strict=False)
        if not is_empty(cell)
    ]
    pairs = [*about, *file.labels]
    moments = _clocks_of_a_day(about, order)
    moments = moments or _moments(about, order) or _moments(file.labels, order)
    start = moments[0] if moments else None
    end = moments[1] if len(moments) > 1 and start and moments[1] > start else None
    return Heading(_title(pairs), start, end)


def dated_labels(file: MeetingFile) -> list[Cell]:
    """Return the dated values that tell about the meeting, for deciding the order of the dates."""
    cells = [cell for _, cell in file.labels]
    cells += [cell for table in file.about for cell in table.body[0][1]]
    return [cell for cell in cells if is_dated(cell)]


def _clocks_of_a_day(pairs: Sequence[tuple[str, Cell]], order: DateOrder) -> list[datetime]:
    """Return the first two times of day on the day that stands beside them, none without a day."""
    found = [moment for _, cell in pairs if (moment := read_moment(cell, order))]
    days = [moment.day for moment in found if moment.day and not moment.at]
    clocks = [moment for moment in found if moment.at and not moment.day]
    if not days or len(clocks) < 2:
        return []
    start, end = (joined for moment in clocks[:2] if (joined := moment.joined(days[0])))
    return [start, end if end > start else end + timedelta(days=1)]


def _moments(pairs: Sequence[tuple[str, Cell]], order: DateOrder) -> list[datetime]:
    found = [read_datetime(cell, order) for _, cell in pairs]
    return [moment for moment in found if moment]


def _title(pairs: Sequence[tuple[str, Cell]]) -> str:
    texts = [
        (label, clean(as_text(cell)))
        for label, cell in pairs
        if isinstance(cell, str) and not is_email(cell) and not is_dated(cell)
    ]
    for label, text in texts:
        if _TITLE_WORDS.search(fold(label)):
            return text
    unlabelled = [text for _, text in texts if not is_value(text)]
    return unlabelled[0] if unlabelled else ""
