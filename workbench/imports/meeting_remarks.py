"""What a meeting report's reader says: oddities of its people, rows left out, nobody in it."""

from collections.abc import Collection, Sequence

from workbench.foundation.errors import UnreadableFile
from workbench.foundation.text import clean, counted, listed, number
from workbench.imports.attendees import Attendee
from workbench.imports.meeting_file import MeetingFile
from workbench.imports.tables import SourceFile, as_text, filled

_NAMED = 3
_LISTED = 10


def oddities(people: Sequence[Attendee]) -> tuple[str, ...]:
    """Return a sentence for each thing about the people that somebody should look at."""
    found = [f"{person.name}: {person.doubt}." for person in people if person.doubt]
    still_in = [person.name for person in people if person.still_in]
    if still_in:
        was = "was" if len(still_in) == 1 else "were"
        found.append(
            f"{_first(still_in)} {was} still in when the list ends, so their time is the least "
            "it can be."
        )
    apart = [_both_lengths(person) for person in people if person.differs]
    if apart:
        found.append(f"The joins give another length than the file states: {_first(apart)}.")
    if people and all(person.seconds is None for person in people):
        found.append("The file says who came, not for how long.")
    return tuple(found)


def _both_lengths(person: Attendee) -> str:
    stated = (person.stated_seconds or 0) / 60
    return f"{person.name} {number(person.minutes or 0, 0)} minutes, {number(stated, 0)} stated"


def _first(parts: Sequence[str]) -> str:
    more = len(parts) - _NAMED
    shown = list(parts[:_NAMED])
    return listed([*shown, f"{more} more"] if more > 0 else shown)


def unsure_rows(rows: Collection[int]) -> tuple[str, ...]:
    """Return the sentence for rows whose cells may be off, which are about nobody for sure."""
    if not rows:
        return ()
    which = listed([str(row) for row in sorted(rows)][:_LISTED])
    more = f" and {len(rows) - _LISTED} more" if len(rows) > _LISTED else ""
    left = "Row {} was" if len(rows) == 1 else "Rows {} were"
    return (f"{left.format(which + more)} left out: nobody can be told from there for sure.",)


def nobody_below(file: MeetingFile, kind: str, name: str) -> UnreadableFile:
    """Return the sentence for a report with titles and no people."""
    rows = sum(len(table.body) for table in file.people)
    if rows:
        return UnreadableFile(
            f"{name} has {counted(rows, 'row', 'rows')} of people and nobody in them who was in "
            "the meeting.",
            "Choose the file of those who came, or mark by hand.",
        )
    row = file.people[0].title_row if file.people else 1
    return UnreadableFile(
        f"{name} has the titles of a {kind[:1].lower() if kind.startswith('List') else kind[:1]}"
        f"{kind[1:]} and nobody below them (row {row}).",
        "The organiser may have switched names off: ask for the report again, or mark by hand.",
    )


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
