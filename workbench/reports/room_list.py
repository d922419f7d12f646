"""The printed room list: big names by room, then every name with its room; nothing else of anybody.

Departments, pins, who met whom and private notes stay on the screen: they are no part of the
contents, so that no template can give them away.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from workbench.foundation.dates import full_date, weekday_and_day
from workbench.foundation.text import clean, counted, fold
from workbench.reports.brief_contents import Paper
from workbench.reports.paper import Letterhead, paper_data, printable
from workbench.reports.pdf import print_pdf


@dataclass(frozen=True, slots=True)
class ListedPerson:
    """A name as it is printed, and the address a meeting tool knows it by, empty where none is."""

    name: str
    email: str = ""


@dataclass(frozen=True, slots=True)
class ListedRoom:
    """A room with its people."""

    name: str
    place: str
    people: tuple[ListedPerson, ...]


@dataclass(frozen=True, slots=True)
class RoomList:
    """The rooms of one block; `block` is empty where they hold for the whole session."""

    community: str
    title: str
    starts: datetime
    block: str
    made_on: date
    rooms: tuple[ListedRoom, ...]


def room_list_pdf(contents: RoomList, paper: Paper = Paper.A4) -> bytes:
    """Return the room list as a PDF; the same contents give the same bytes."""
    return print_pdf("rooms.typ", room_list_data(contents, paper), contents.made_on)


def room_list_data(contents: RoomList, paper: Paper) -> dict[str, Any]:
    """Return what resources/reports/rooms.typ asks for."""
    starts = contents.starts
    day = f"{weekday_and_day(starts.date()).split(' ')[0]} {full_date(starts.date())}"
    people = sum(len(room.people) for room in contents.rooms)
    rooms = counted(len(contents.rooms), "room", "rooms")
    head = Letterhead(
        community=contents.community,
        sheet="Rooms",
        heading=clean(contents.title) or "Rooms",
        made_on=contents.made_on,
        when=f"{day}, {starts:%H:%M}",
        line=" · ".join(
            part
            for part in (contents.block, f"{counted(people, 'person', 'people')} in {rooms}")
            if part
        ),
    )
    found: dict[str, Any] = printable(
        paper_data(head, paper)
        | {
            "rooms": [
                {"name": room.name, "place": room.place, "people": [p.name for p in room.people]}
                for room in contents.rooms
            ],
            "names": index(contents.rooms),
            "index_title": "Find your name",
        }
    )
    return found


def index(rooms: Sequence[ListedRoom]) -> list[dict[str, str]]:
    """Return every name with its room and place, by name."""
    lines = [
        {"name": person.name, "room": room.name, "place": room.place}
        for room in rooms
        for person in room.people
    ]
    return sorted(lines, key=lambda line: (fold(line["name"]), line["room"]))
