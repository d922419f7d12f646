"""Rooms for other programs: Zoom's columns to the letter, no formulas, nobody lost in silence."""

import csv
import io
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.reports.brief_contents import Paper
from workbench.reports.room_files import list_file, list_words, zoom_file
from workbench.reports.room_list import (
    ListedPerson,
    ListedRoom,
    RoomList,
    index,
    room_list_data,
    room_list_pdf,
)


def room(name: str, *people: tuple[str, str], place: str = "") -> ListedRoom:
    return ListedRoom(name, place, tuple(ListedPerson(*one) for one in people))


def lines(content: bytes, encoding: str = "utf-8") -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode(encoding), newline="")))


def test_zoom_takes_two_columns_and_people_with_an_address() -> None:
    found = zoom_file(
        [
            room("Room 1", ("Ana", "ana@halden.example"), ("Bo", "")),
            room("Room, 2", ("Zoë", " zoe@halden.example ")),
        ]
    )
    assert found.content.startswith(b"Pre-assign Room Name,Email Address\r\n")
    assert lines(found.content)[1:] == [
        ["Room 1", "ana@halden.example"], ["Room, 2", "zoe@halden.example"],
    ]  # fmt: skip
    assert (found.people, found.left_out) == (2, ("Bo",))
    assert found.words == "Bo cannot be assigned: no e-mail address of their own in the roster."


@pytest.mark.parametrize(
    "address",
    ["=1+1@x.example", "+a@x.example", "-a@x.example", "@x.example", "a b@x.example", "a@b", "ana",
     "a,b@x.example", "a@x.example;b@x.example", "Ana <a@x.example>", "a@x.example\r\n=1", "\t"],
)  # fmt: skip
def test_what_is_no_address_never_reaches_the_file(address: str) -> None:
    found = zoom_file([room("Room 1", ("Ana", address))])
    assert (found.people, found.left_out) == (0, ("Ana",))
    assert len(lines(found.content)) == 1


def test_two_people_with_one_address_are_not_assigned_twice() -> None:
    found = zoom_file([room("A", ("Ana", "x@h.example")), room("B", ("Bo", "X@h.example"))])
    assert (found.people, found.left_out) == (1, ("Bo",))


def test_room_names_are_unlike_and_no_formulas() -> None:
    people = [(f"P{n}", f"p{n}@h.example") for n in range(4)]
    found = zoom_file(
        [room('=cmd|"/c calc"!A1', people[0]), room("Room", people[1]), room("room", people[2]),
         room("@", people[3])]
    )  # fmt: skip
    assert [line[0] for line in lines(found.content)[1:]] == [
        'cmd|"/c calc"!A1', "Room", "room 2", "Room 3",
    ]  # fmt: skip


def test_many_left_out_are_counted() -> None:
    found = zoom_file([room("A", *((f"P{n}", "") for n in range(8)))])
    assert found.words.startswith("P0, P1, P2, P3, P4 and 3 others cannot")


@given(
    st.lists(
        st.tuples(st.text(max_size=12), st.text(max_size=12), st.text(max_size=12)), max_size=6
    )
)
def test_no_cell_of_the_list_is_a_formula_and_every_name_is_there(
    rows: list[tuple[str, str, str]],
) -> None:
    rooms = [room(name, (person, ""), place=place) for name, place, person in rows]
    found = lines(list_file(rooms), "utf-8-sig")
    assert found[0] == ["Room", "Place", "Name"]
    assert len(found) == len(rows) + 1
    for line in found[1:]:
        assert not any(cell.strip()[:1] in {"=", "+", "-", "@"} for cell in line if cell.strip())


def test_lines_for_a_chat() -> None:
    found = list_words([room("Room 1", ("Ana", ""), ("Bo", ""), place="Attic"), room("Room 2")])
    assert found == "Room 1 (Attic)\n- Ana\n- Bo\n\nRoom 2"


def contents(*rooms: ListedRoom) -> RoomList:
    return RoomList(
        "Bridges", "Handovers *that* hold", datetime(2026, 10, 15, 14), "14:22 #let x",
        date(2026, 10, 13), rooms,
    )  # fmt: skip


def test_the_index_goes_by_name_whatever_the_accents() -> None:
    found = index([room("B", ("Zoë", ""), ("Åsa", "")), room("A", ("ben", ""))])
    assert [line["name"] for line in found] == ["Åsa", "ben", "Zoë"]


@pytest.mark.parametrize("paper", list(Paper))
def test_the_list_prints_names_rooms_and_places_alone(paper: Paper) -> None:
    from pypdf import PdfReader

    rooms = [room(f"Room {n}", (f"Ana {n}", "ana@x.example"), place="Attic") for n in range(70)]
    pdf = room_list_pdf(contents(*rooms), paper)
    assert pdf == room_list_pdf(contents(*rooms), paper)
    words = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)
    assert "Ana 69" in words
    assert "Handovers *that* hold" in words
    assert "#let x" in words
    assert "@x.example" not in words


def test_what_is_no_part_of_the_contents_cannot_be_printed() -> None:
    data = room_list_data(contents(room("Room 1", ("Ana", "a@x.example"))), Paper.A4)
    assert "a@x.example" not in str(data)
    assert set(data["rooms"][0]) == {"name", "place", "people"}
