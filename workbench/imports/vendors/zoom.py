"""Zoom participant reports: unique users, join by join, with meeting data, and webinars."""

from workbench.foundation.text import fold
from workbench.imports.attendees import Attendee, unite
from workbench.imports.meeting_file import MeetingFile
from workbench.imports.meeting_rows import Reading, records_in
from workbench.imports.meeting_table import MeetingTable
from workbench.imports.meeting_words import Part

NAME = "Zoom participant report"
WEBINAR = "Zoom webinar report"
_WORDS = ("(original name)", "user email", "total duration (minutes)", "in waiting room")
_ABOUT = ("meeting id", "webinar id", "topic")


def is_zoom(file: MeetingFile) -> bool:
    """Return whether this is a report of Zoom, by its words or by its titles with brackets."""
    words = file.words
    if any(known in word for known in _WORDS for word in words):
        return True
    if sum(any(known in word for word in words) for known in _ABOUT) > 1:
        return True
    return any(_bracketed(table) for table in file.people)


def _bracketed(table: MeetingTable) -> bool:
    """Return whether name and duration both have an explanation in brackets, as in any language."""
    return all(table.title_of(part).endswith(")") for part in (Part.NAME, Part.DURATION))


def is_webinar(file: MeetingFile) -> bool:
    """Return whether the report lists who had registered, too."""
    return any(Part.ATTENDED in table.columns for table in file.people)


def zoom_people(file: MeetingFile, reading: Reading) -> tuple[Attendee, ...]:
    """Return the people of a report, hosts and panelists of a webinar included."""
    return unite(record for table in file.people for record in records_in(table, reading))


def topic_in_rows(file: MeetingFile) -> str:
    """Return the meeting's topic where it stands in a column beside every person."""
    for table in file.people:
        for index, title in enumerate(table.titles):
            if fold(title) == "topic" and table.body and index < len(table.body[0][1]):
                return str(table.body[0][1][index])
    return ""
