"""The rooms being made for one block: what was read, what was chosen, the rooms as they stand."""

from dataclasses import replace

from workbench.sessions.rooms import Asked, Drawn, Honour, RoomPlan, Wishes
from workbench.sessions.rooms_actions import RoomDraft
from workbench.sessions.rooms_moves import without
from workbench.sessions.rooms_queries import RoomsFacts
from workbench.sessions.rooms_season import met_before, ordinal
from workbench.ui.sessions.rooms_shown import (
    Choices,
    RoomsShown,
    cards_of,
    shown,
)


class RoomsState:
    """Knows whom to seat and how; `used` holds while the rooms shown are those in use."""

    def __init__(self, facts: RoomsFacts, block: int | None, wishes: Wishes) -> None:
        self.facts = facts
        self.rooms: tuple[RoomPlan, ...] = ()
        self.extra: set[int] = set()
        self.left_out: set[int] = set()
        self.seed = 1
        self.used = False
        self._honour, self._spread = Honour.HELD, False
        size = next((choice.size for choice in facts.blocks if choice.id == block), 4)
        who = "here" if facts.here else "likely"
        self.chosen = Choices(block, who, size, wishes, {}, {})
        leads = [person for person in facts.leads if person in self.people]
        self.choose(pins={person: number for number, person in enumerate(leads)})
        self.take_used()

    @property
    def block(self) -> int | None:
        """The block the rooms are for; None is the whole session."""
        return self.chosen.block

    @property
    def people(self) -> set[int]:
        """Everybody to seat: those chosen as a group, with who was added and without who left."""
        groups = {"likely": self.facts.likely, "could": self.facts.could, "here": self.facts.here}
        known = self.facts.people.keys()
        return ((set(groups[self.chosen.who]) | self.extra) - self.left_out) & known

    @property
    def asked(self) -> Asked:
        """What a draw is to respect."""
        return Asked(
            self.facts.sitters(self.people),
            self.chosen.size,
            met=met_before(self.facts.draws, (self.facts.session, self.block)),
            apart=self.facts.apart,
            pins=self.chosen.pins,
            wishes=self.chosen.wishes,
            seed=self.seed,
        )

    def choose(self, **changes: object) -> None:
        """Take other choices."""
        self.chosen = replace(self.chosen, **changes)  # type: ignore[arg-type]  # fields by name

    def take_drawn(self, drawn: Drawn) -> None:
        """Take a draw that was made; pins to rooms that are gone are dropped."""
        self.rooms, self._honour, self._spread = drawn.rooms, drawn.honour, drawn.screens_spread
        held = {p: room for p, room in self.chosen.pins.items() if room < len(self.rooms)}
        self.choose(pins=held)
        self.used = False

    def take_rooms(self, rooms: tuple[RoomPlan, ...], at: dict[int, int]) -> None:
        """Take rooms changed by hand; the pins of people in `at` go with them."""
        self.rooms = rooms
        seated = {person for room in rooms for person in room.people}
        pins = {p: at.get(p, room) for p, room in self.chosen.pins.items() if p in seated}
        self.choose(pins=pins)
        self.used = False

    def take_used(self) -> bool:
        """Take the rooms in use for the block, if there are any."""
        used = self.facts.used(self.block)
        if used is None:
            return False
        rooms = tuple(RoomPlan(room.people, room.on_screen) for room in used.rooms)
        called = {}
        for number, room in enumerate(used.rooms):
            usual = room.name == f"Room {number + 1}"
            called[ordinal(rooms, number)] = ("" if usual else room.name, room.place)
        pins = {person: n for n, room in enumerate(used.rooms) for person in room.pinned}
        self.choose(size=used.size, pins=pins, called=called)
        self._honour, self._spread = Honour.HELD, False
        seated = {person for room in rooms for person in room.people}
        self.extra, self.left_out = set(), set()
        group = self.people
        self.extra, self.left_out = seated - group, group - seated
        self.rooms = without(rooms, seated - self.facts.people.keys())
        self.used = True
        return True

    def read_again(self, facts: RoomsFacts) -> None:
        """Take what was read again: rooms that came into use, else those shown less who is gone."""
        before = self.facts.used(self.block)
        self.facts = facts
        now = facts.used(self.block)
        if now is not None and now != before:
            self.take_used()
            return
        if not self.rooms:  # a draw is still being made: what was chosen for it holds
            return
        seated = {person for room in self.rooms for person in room.people}
        kept = self.used and now is not None
        self.take_rooms(without(self.rooms, seated - facts.people.keys()), {})
        self.used = kept

    @property
    def shown(self) -> RoomsShown:
        """What the page shows."""
        return shown(
            self.facts,
            self.chosen,
            self.rooms,
            honour=self._honour,
            spread=self._spread,
            used=self.used,
        )

    @property
    def drafts(self) -> list[RoomDraft]:
        """The rooms to put to use; those without people are left out."""
        return [
            RoomDraft(
                card.name,
                card.place,
                card.on_screen,
                tuple(seat.person.id for seat in card.seats),
                frozenset(seat.person.id for seat in card.seats if seat.pinned),
            )
            for card in cards_of(self.facts, self.chosen, self.rooms)
            if card.seats
        ]
