"""What can be done with somebody in a room; every key and drag has its entry here."""

from collections.abc import Callable
from functools import partial

from workbench.sessions.rooms_moves import room_of
from workbench.ui.kit.menus import Item
from workbench.ui.sessions.rooms_hands import RoomsHands
from workbench.ui.sessions.rooms_state import RoomsState

_MOST_ROOMS = 16


def person_items(
    state: RoomsState,
    hands: RoomsHands,
    person: int,
    rename: Callable[[int], object],
    open_person: Callable[[], object],
) -> list[Item]:
    """Return the entries for somebody, none where they have no seat."""
    here = room_of(state.rooms, person)
    if here is None:
        return []
    cards = state.shown.cards
    pinned = person in state.chosen.pins
    return [
        Item("Let go" if pinned else "Pin to this room", partial(hands.pin, person),
             "thumb-pin", "P"),
        *(
            Item(f"Move to {card.name}", partial(hands.move, person, card.number), "arrow-right")
            for card in cards[:_MOST_ROOMS]
            if card.number != here
        ),
        Item(f"Rename {cards[here].name}", partial(rename, here), "pencil", "F2"),
        Item("Open this person", open_person, "person"),
        Item("Does not come", partial(hands.leave, person), "close", "Delete", grave=True),
    ]  # fmt: skip
