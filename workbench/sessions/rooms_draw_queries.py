"""Reading earlier draws of a season: rooms that were used, with who sat in them."""

from collections import defaultdict
from datetime import timedelta
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session as Connection

from workbench.foundation.words import SessionState
from workbench.models.rosters import Person
from workbench.models.sessions import Draw, Room, Seat, Session
from workbench.sessions.rooms_season import UsedDraw, UsedRoom
from workbench.sessions.row_queries import session_row

_YEAR: Final = timedelta(days=365)


def season_draws(connection: Connection, session_id: int) -> list[UsedDraw]:
    """Return the draws of the same season up to a session, or of the 12 months before, by date."""
    row = session_row(connection, session_id)
    same = (
        Session.starts_at > row.starts_at - _YEAR
        if row.season_id is None
        else Session.season_id == row.season_id
    )
    statement = (
        select(Draw, Session.starts_at)
        .join(Session, Session.id == Draw.session_id)
        .where(
            Session.community_id == row.community_id,
            Session.state != SessionState.CANCELLED,
            Session.starts_at <= row.starts_at,
            same,
        )
        .order_by(Session.starts_at, Draw.made_at, Draw.id)
    )
    pairs = connection.execute(statement).all()
    rooms = _rooms(connection, [draw.id for draw, _ in pairs])
    return [
        UsedDraw(
            draw.id, draw.session_id, draw.block_id, starts.date(), draw.room_size, rooms[draw.id]
        )
        for draw, starts in pairs
    ]


def _rooms(connection: Connection, draws: list[int]) -> dict[int, tuple[UsedRoom, ...]]:
    wanted = set(draws)
    rows = [
        row
        for row in connection.scalars(select(Room).order_by(Room.draw_id, Room.position, Room.id))
        if row.draw_id in wanted
    ]
    seats: dict[int, list[tuple[int, bool]]] = defaultdict(list)
    numbers = {row.id for row in rows}
    statement = (
        select(Seat.room_id, Seat.person_id, Seat.pinned)
        .join(Person, Person.id == Seat.person_id)
        .order_by(Seat.room_id, Person.folded_name, Person.id)
    )
    for seat in connection.execute(statement):
        if seat.room_id in numbers:
            seats[seat.room_id].append((seat.person_id, seat.pinned))
    found: dict[int, list[UsedRoom]] = defaultdict(list)
    for row in rows:
        people = seats[row.id]
        pinned = frozenset(person for person, held in people if held)
        order = tuple(person for person, _ in people)
        found[row.draw_id].append(
            UsedRoom(row.id, row.name, row.place, row.on_screen, order, pinned)
        )
    return {draw: tuple(found[draw]) for draw in draws}
