"""What the Rooms page shows, as plain data: cards, figures, pins, matrix, who is not seated."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from workbench.foundation.text import counted, fold
from workbench.sessions.rooms import Honour, RoomPlan, Wishes, notes_hold
from workbench.sessions.rooms_figures import Figures, MatrixCell, figures, matrix
from workbench.sessions.rooms_moves import room_of
from workbench.sessions.rooms_queries import RoomPerson, RoomsFacts
from workbench.sessions.rooms_season import met_before, names_of


@dataclass(frozen=True, slots=True)
class SeatShown:
    """One person in a room."""

    person: RoomPerson
    pinned: bool

    @property
    def place(self) -> int | None:
        """The department's place in the order of colours."""
        return self.person.department.position if self.person.department else None

    @property
    def department(self) -> str:
        """The department in words."""
        if self.person.department:
            return self.person.department.name
        return "Guest" if self.person.guest else "No department"


@dataclass(frozen=True, slots=True)
class CardShown:
    """One room: its name and place, who sits in it, its departments, what it adds."""

    number: int
    name: str
    place: str
    on_screen: bool
    seats: tuple[SeatShown, ...]
    departments: tuple[int, ...]
    line: str
    next_here: bool


@dataclass(frozen=True, slots=True)
class RoomsShown:
    """The whole page; `used` while the rooms shown are those in use."""

    facts: RoomsFacts
    block: int | None
    who: str
    size: int
    wishes: Wishes
    cards: tuple[CardShown, ...]
    figures: Figures
    matrix: tuple[MatrixCell, ...]
    honour: str
    held: bool
    note: str
    used: bool
    earlier: int
    waiting: tuple[RoomPerson, ...]
    pinned: tuple[tuple[RoomPerson, str], ...]

    @property
    def footer(self) -> str:
        """Who may still come, or while it runs who is here without a seat, after their number."""
        if self.who == "here":
            here = len({one.id for one in self.waiting} & set(self.facts.here))
            if not here:
                return "Everybody who is here has a seat"
            return f"{counted(here, 'person is', 'people are')} here without a seat: press A"
        if not self.waiting:
            return "Everybody who could come has a seat"
        return (
            f"{counted(len(self.waiting), 'more person', 'more')} could come but "
            f"{'is' if len(self.waiting) == 1 else 'are'} less likely: "
            "whoever does joins the smallest room"
        )


@dataclass(frozen=True, slots=True)
class Choices:
    """What the facilitator chose: block, people, size, switches, pins and what rooms are called.

    `called` leads from the kind of a room (on screen or not) and its place among them, counted from
    0, to its name, empty for the usual one, and where it is.
    """

    block: int | None
    who: str
    size: int
    wishes: Wishes
    pins: Mapping[int, int]
    called: Mapping[tuple[bool, int], tuple[str, str]]


def shown(
    facts: RoomsFacts,
    chosen: Choices,
    rooms: Sequence[RoomPlan],
    *,
    honour: Honour,
    spread: bool,
    used: bool,
) -> RoomsShown:
    """Return what the page shows of some rooms."""
    met = met_before(facts.draws, (facts.session, chosen.block))
    seated = [person for room in rooms for person in room.people]
    sitters = facts.sitters(seated)
    found = figures(rooms, sitters, met)
    of = {p.id: p.department.id if p.department else None
          for p in facts.people.values() if not p.guest}  # fmt: skip
    held = notes_hold(tuple(rooms), facts.apart)
    return RoomsShown(
        facts=facts,
        block=chosen.block,
        who=chosen.who,
        size=chosen.size,
        wishes=chosen.wishes,
        cards=tuple(cards_of(facts, chosen, rooms, found)),
        figures=found,
        matrix=tuple(matrix([d.id for d in facts.departments], of, met, rooms)),
        honour=_honour_words(held, honour),
        held=held,
        note=_note(facts, chosen, rooms, found, spread),
        used=used,
        earlier=sum((d.session, d.block) != (facts.session, chosen.block) for d in facts.draws),
        waiting=waiting(facts, seated),
        pinned=_pinned(facts, chosen, rooms),
    )


def cards_of(
    facts: RoomsFacts, chosen: Choices, rooms: Sequence[RoomPlan], found: Figures | None = None
) -> list[CardShown]:
    """Return the cards of some rooms, each with its name and place."""
    names = names_of(facts.draws, rooms, chosen.called)
    most = max((len(room.people) for room in rooms), default=0)
    least = min((len(room.people) for room in rooms), default=0)
    first = next((n for n, r in enumerate(rooms) if len(r.people) == least < most), -1)
    cards = []
    for number, room in enumerate(rooms):
        seats = [
            SeatShown(facts.people[person], chosen.pins.get(person) == number)
            for person in room.people
        ]
        seats.sort(key=_seat_order)
        places = sorted({seat.place for seat in seats if seat.place is not None})
        cards.append(
            CardShown(
                number,
                *names[number],
                room.on_screen,
                tuple(seats),
                tuple(places),
                found.lines[number].words if found else "",
                number == first,
            )
        )
    return cards


def waiting(facts: RoomsFacts, seated: Sequence[int]) -> tuple[RoomPerson, ...]:
    """Return who has no seat: those here, then those who could come, likeliest first, guests."""
    sitting = set(seated)
    guests = [one.id for one in facts.people.values() if one.guest]
    order = dict.fromkeys((*facts.here, *facts.could, *guests))
    return tuple(facts.people[person] for person in order if person not in sitting)


def _seat_order(seat: SeatShown) -> tuple[bool, int, str]:
    place = 99 if seat.place is None else seat.place
    return not seat.pinned, place, fold(seat.person.name)


def _honour_words(held: bool, honour: Honour) -> str:
    if held:
        return Honour.HELD.value
    return "Not honoured as moved" if honour is Honour.HELD else honour.value


def _note(
    facts: RoomsFacts,
    chosen: Choices,
    rooms: Sequence[RoomPlan],
    found: Figures,
    spread: bool,
) -> str:
    """Return what cannot be held, in one line, or nothing."""
    notes = []
    if spread:
        notes.append("People on screen had to be spread over other rooms")
    if chosen.wishes.mix_departments and rooms and found.least_departments < 3:
        known = {p.department.id for r in rooms for p in map(facts.people.__getitem__, r.people)
                 if p.department}  # fmt: skip
        if len(known) >= 3 and min(len(r.people) for r in rooms if r.people) >= 3:
            notes.append("Not every room could have 3 departments")
    return ". ".join(notes)


def _pinned(
    facts: RoomsFacts, chosen: Choices, rooms: Sequence[RoomPlan]
) -> tuple[tuple[RoomPerson, str], ...]:
    names = names_of(facts.draws, rooms, chosen.called)
    found = []
    for person, room in chosen.pins.items():
        if room_of(rooms, person) == room:
            why = ", leads a block" if person in facts.leads else ""
            found.append((facts.people[person], f"{names[room][0]}{why}"))
    return tuple(sorted(found, key=lambda pin: (fold(pin[1]), fold(pin[0].name))))
