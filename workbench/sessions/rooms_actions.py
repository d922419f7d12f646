"""Writing rooms: a draw put to use or forgotten, rooms renamed, who is on screen, private notes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import delete, select

from workbench.communities.actions import set_workspace_setting
from workbench.foundation.errors import BadInput, NotFound
from workbench.foundation.text import clean, counted, kept
from workbench.models.rosters import Person
from workbench.models.sessions import Block, Draw, KeepApart, OnScreen, Room, Seat
from workbench.sessions.rooms import pair
from workbench.sessions.rooms_queries import ON_SCREEN_SAID
from workbench.sessions.row_queries import session_row
from workbench.storage.unit_of_work import Work, action


@dataclass(frozen=True, slots=True)
class RoomDraft:
    """A room to use: what it is called, where it is, who sits in it and who is pinned to it."""

    name: str
    place: str = ""
    on_screen: bool = False
    people: tuple[int, ...] = ()
    pinned: frozenset[int] = frozenset()


@action("Use rooms")
def use_rooms(
    work: Work, session_id: int, block_id: int | None, size: int, rooms: Sequence[RoomDraft]
) -> int:
    """Put rooms to use for a block, in place of those it had, and return the draw's number.

    Raises BadInput where somebody sits twice or nobody sits at all, NotFound for a block or a
    person that is gone.
    """
    session_row(work.session, session_id)
    filled = [room for room in rooms if room.people]
    _check_seats(work, session_id, block_id, filled)
    _clear(work, session_id, block_id)
    draw = Draw(session_id=session_id, block_id=block_id, room_size=size, made_at=work.clock.now())
    work.session.add(draw)
    work.session.flush()
    for position, draft in enumerate(filled):
        room = Room(
            draw_id=draw.id,
            position=position,
            name=clean(draft.name) or f"Room {position + 1}",
            place=clean(draft.place),
            on_screen=draft.on_screen,
        )
        work.session.add(room)
        work.session.flush()
        work.session.add_all(
            Seat(room_id=room.id, person_id=person, pinned=person in draft.pinned)
            for person in draft.people
        )
    work.session.flush()
    work.name = f"Use {counted(len(filled), 'room', 'rooms')}"
    return draw.id


@action("Forget these rooms")
def forget_draw(work: Work, draw_id: int) -> None:
    """Take a draw out of the season, as if it had not been; raises NotFound."""
    if work.session.get(Draw, draw_id) is None:
        raise NotFound("These rooms are not in use any more.", "Undo may bring them back.")
    work.session.execute(delete(Draw).where(Draw.id == draw_id))


@action("Rename room")
def rename_room(work: Work, room_id: int, name: str, place: str) -> None:
    """Call a room in use something else; the next draw takes its place over."""
    row = work.session.get(Room, room_id)
    if row is None:
        raise NotFound("This room is not in use any more.", "Draw again.")
    if not clean(name):
        raise BadInput("A room needs a name.", "Type one, such as Room 1.", field="name")
    row.name, row.place = clean(name), clean(place)


@action("Change who is on screen")
def set_on_screen(work: Work, session_id: int, people: Iterable[int]) -> None:
    """Say who joins a session on screen, in place of what was said or taken for granted."""
    session_row(work.session, session_id)
    work.session.execute(delete(OnScreen).where(OnScreen.session_id == session_id))
    work.session.add_all(
        OnScreen(session_id=session_id, person_id=person) for person in sorted(set(people))
    )
    set_workspace_setting(work, ON_SCREEN_SAID.format(session_id), "said")
    work.session.flush()


@action("Keep two people apart")
def keep_apart(work: Work, one: int, other: int, note: str = "") -> None:
    """Write the private note that two people never share a room, or change what it says.

    The step's name tells nobody's name.
    """
    if one == other:
        raise BadInput("Choose two different people.", field="other")
    for person in (one, other):
        if work.session.get(Person, person) is None:
            raise NotFound(f"There is no person number {person} in this workspace.")
    key = pair(one, other)
    row = work.session.get(KeepApart, key)
    if row is None:
        work.session.add(KeepApart(person_id=key[0], other_id=key[1], note=kept(note)))
    else:
        row.note = kept(note)
        work.name = "Change a keep-apart note"
    work.session.flush()


@action("Remove a keep-apart note")
def stop_keeping_apart(work: Work, one: int, other: int) -> None:
    """Take a private note away; raises NotFound."""
    row = work.session.get(KeepApart, pair(one, other))
    if row is None:
        raise NotFound("This note is already gone.")
    work.session.delete(row)


def _check_seats(
    work: Work, session_id: int, block_id: int | None, rooms: Sequence[RoomDraft]
) -> None:
    people = [person for room in rooms for person in room.people]
    if not people:
        raise BadInput("Nobody sits in these rooms yet.", "Draw again.", field="people")
    if len(people) != len(set(people)):
        raise BadInput("Somebody sits in two rooms.", "Draw again.", field="people")
    known = set(work.session.scalars(select(Person.id)))
    if not known.issuperset(people):
        raise NotFound("Somebody in these rooms is no longer in this workspace.", "Draw again.")
    block = work.session.get(Block, block_id) if block_id is not None else None
    if block_id is not None and (block is None or block.session_id != session_id):
        raise NotFound("The block these rooms were drawn for is gone.", "Choose another block.")


def _clear(work: Work, session_id: int, block_id: int | None) -> None:
    same = Draw.block_id.is_(None) if block_id is None else Draw.block_id == block_id
    work.session.execute(delete(Draw).where(Draw.session_id == session_id, same))
