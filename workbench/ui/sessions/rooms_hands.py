"""Changing rooms by hand: moving, swapping, pinning, seating whoever comes, calling rooms."""

from functools import partial

from workbench.rosters.actions import add_guest
from workbench.sessions.rooms import RoomPlan
from workbench.sessions.rooms_moves import moved, room_for, room_of, swapped, without
from workbench.sessions.rooms_season import ordinal
from workbench.storage.unit_of_work import Done
from workbench.storage.workspace import Workspace
from workbench.ui.sessions.rooms_presenter import RoomsPresenter
from workbench.ui.sessions.rooms_state import RoomsState


class RoomsHands:
    """Works on the rooms of a presenter; each change is shown at once."""

    def __init__(self, presenter: RoomsPresenter) -> None:
        self._presenter = presenter

    @property
    def _state(self) -> RoomsState | None:
        return self._presenter.state

    def move(self, person: int, to: int) -> None:
        """Put somebody into another room; a pin goes with them."""
        state = self._state
        if state and 0 <= to < len(state.rooms) and room_of(state.rooms, person) != to:
            self._change(state, moved(state.rooms, person, to), {person: to})

    def swap(self, one: int, other: int) -> None:
        """Let two people change seats; pins go with them."""
        state = self._state
        if state is None:
            return
        here, there = room_of(state.rooms, one), room_of(state.rooms, other)
        if here is not None and there is not None and here != there:
            self._change(state, swapped(state.rooms, one, other), {one: there, other: here})

    def pin(self, person: int) -> None:
        """Pin somebody to their room, or let them go."""
        state = self._state
        if state is None:
            return
        pins = dict(state.chosen.pins)
        room = room_of(state.rooms, person)
        if pins.pop(person, None) is None and room is not None:
            pins[person] = room
        state.choose(pins=pins)
        state.used = False
        self._presenter.show()

    def seat(self, person: int) -> None:
        """Let whoever comes late join the smallest room that fits; rooms in use stay in use."""
        state = self._state
        if state is None or person not in state.facts.people:
            return
        state.extra.add(person)
        state.left_out.discard(person)
        if not state.rooms:
            self._presenter.draw()
            return
        was_used = state.used
        asked = state.asked
        room = room_for(
            state.rooms, person, on_screen=person in state.facts.on_screen, apart=asked.apart,
            met=asked.met,
        )  # fmt: skip
        self._change(state, moved(state.rooms, person, room), {})
        said = f"{state.facts.people[person].name} joins {state.shown.cards[room].name}."
        if was_used:
            self._presenter.use(said)
        else:
            self._presenter.desk.say(said)

    def leave(self, person: int) -> None:
        """Take somebody out of the rooms who does not come after all."""
        state = self._state
        if state is not None and room_of(state.rooms, person) is not None:
            state.left_out.add(person)
            state.extra.discard(person)
            self._change(state, without(state.rooms, {person}), {})

    def add_guest(self, name: str) -> None:
        """Add a guest to the community and seat them in the smallest room."""
        desk = self._presenter.desk
        community = desk.community

        def added(workspace: Workspace) -> Done[int]:
            return workspace.perform(add_guest, community, name)

        desk.do(added, then=self._expect)

    def call(self, number: int, name: str, place: str) -> None:
        """Call a room something else; in use it is renamed at once."""
        state = self._state
        if state is None or number >= len(state.rooms):
            return
        known = {**state.chosen.called, ordinal(state.rooms, number): (name.strip(), place.strip())}
        state.choose(called=known)
        if state.used:
            self._presenter.use(f"{state.shown.cards[number].name} renamed.")
        else:
            self._presenter.show()

    def _expect(self, person: int) -> None:
        """Seat somebody just added, as soon as they have been read."""
        state = self._state
        if state is not None and person in state.facts.people:
            self.seat(person)
        else:
            self._presenter.after_read = partial(self.seat, person)

    def _change(self, state: RoomsState, rooms: tuple[RoomPlan, ...], at: dict[int, int]) -> None:
        self._presenter.forget_turn()
        state.take_rooms(rooms, at)
        self._presenter.show()
