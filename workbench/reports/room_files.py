"""Rooms for other programs: Zoom's pre-assignment file, a plain CSV, and lines for a chat."""

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass

from workbench.foundation.text import clean, counted, listed
from workbench.reports.room_list import ListedRoom

_ZOOM_HEAD = ("Pre-assign Room Name", "Email Address")
_HEAD = ("Room", "Place", "Name")
_ADDRESS = re.compile(r"[A-Za-z0-9_][^\s@,;:<>\"'|\\]*@[^\s@,;:<>\"'|\\]+\.[^\s@,;:<>\"'|\\.]+")
_FORMULA = "=+-@\t\r\n"


@dataclass(frozen=True, slots=True)
class Assignment:
    """The content of a pre-assignment file, how many it seats, and the names it must leave out."""

    content: bytes
    people: int
    left_out: tuple[str, ...]

    @property
    def words(self) -> str:
        """Who is left out and why, or nothing."""
        if not self.left_out:
            return ""
        some = listed(self.left_out[:5])
        more = len(self.left_out) - 5
        if more > 0:
            some = f"{', '.join(self.left_out[:5])} and {counted(more, 'other', 'others')}"
        return f"{some} cannot be assigned: no e-mail address of their own in the roster."


def zoom_file(rooms: Sequence[ListedRoom]) -> Assignment:
    """Return the CSV that Zoom takes for pre-assigned rooms: UTF-8, one line for each address.

    People without a usable address, or with one that somebody before them has, are left out.
    """
    lines, left_out, seen = [], [], set()
    for name, room in zip(_unlike([_plain(room.name) for room in rooms]), rooms, strict=True):
        for person in room.people:
            address = clean(person.email)
            if _ADDRESS.fullmatch(address) and address.casefold() not in seen:
                seen.add(address.casefold())
                lines.append((name, address))
            else:
                left_out.append(person.name)
    return Assignment(_written(_ZOOM_HEAD, lines, "utf-8"), len(lines), tuple(left_out))


def list_file(rooms: Sequence[ListedRoom]) -> bytes:
    """Return the rooms as CSV for a spreadsheet, in UTF-8 with the mark that Excel looks for."""
    lines = [
        (_safe(room.name), _safe(room.place), _safe(person.name))
        for room in rooms
        for person in room.people
    ]
    return _written(_HEAD, lines, "utf-8-sig")


def list_words(rooms: Sequence[ListedRoom]) -> str:
    """Return the rooms as lines to paste into a chat."""
    parts = []
    for room in rooms:
        head = f"{room.name} ({room.place})" if room.place else room.name
        parts.append("\n".join([head, *(f"- {person.name}" for person in room.people)]))
    return "\n\n".join(parts)


def _written(head: Sequence[str], lines: Sequence[Sequence[str]], encoding: str) -> bytes:
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows(lines)
    return stream.getvalue().encode(encoding)


def _plain(name: str) -> str:
    """Return the name of a room as a meeting tool takes it: never a formula, never empty."""
    return clean(name.replace("\x00", "")).lstrip(f"{_FORMULA} ") or "Room"


def _unlike(names: Sequence[str]) -> list[str]:
    """Return the names with a number behind those that stand there already."""
    seen: set[str] = set()
    found = []
    for name in names:
        wanted, number = name, 2
        while wanted.casefold() in seen:
            wanted, number = f"{name} {number}", number + 1
        seen.add(wanted.casefold())
        found.append(wanted)
    return found


def _safe(text: str) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    plain = text.replace("\x00", "")
    return f"'{plain}" if plain.lstrip()[:1] in set(_FORMULA) and plain.strip() else plain
