"""The rooms of the sample: eleven earlier draws by lot among those here, and who is on screen."""

import random
from collections.abc import Collection, Iterator, Sequence
from datetime import UTC, datetime, time
from typing import Final

from sqlalchemy import select

from workbench.communities.actions import set_workspace_setting
from workbench.foundation.words import BlockKind
from workbench.imports.sample_tables import SessionRow
from workbench.models.sessions import Block, Draw, OnScreen, Room, Seat
from workbench.sessions.rooms_queries import ON_SCREEN_SAID
from workbench.sessions.rooms_sizes import room_sizes
from workbench.storage.unit_of_work import Work

DRAWN: Final = (2, 4, 6, 7, 8, 10, 11, 12, 13, 14, 15)
NEXT: Final = 17
ON_SCREEN: Final = (
    "Andrei Popa", "Elena Rossi", "Jide Okafor", "Katya Ivanova", "Luca Ferrari", "Maya Cohen",
    "Noor Jansen", "Omar Farouk", "Paul Kent", "Wren Harper", "Yuki Tanaka",
)  # fmt: skip
_PLACES: Final = ("Window table", "Long table", "Sofa corner", "Whiteboard", "Kitchen door")
_SIZE: Final = 4
_SEED: Final = 74
_AS_USUAL: Final = 0.66


def add_rooms(
    work: Work, table: Sequence[dict[str, str]], rows: Sequence[SessionRow],
    sessions: dict[int, int], people: dict[str, int],
) -> None:  # fmt: skip
    """Write the draws of the season so far, and who joins the next session on screen."""
    days = {row.number: row.date for row in rows}
    exchange = _exchanges(work)
    for number, rooms in drawn_rooms(table):
        session_id = sessions[number]
        draw = Draw(
            session_id=session_id,
            block_id=exchange.get(session_id),
            room_size=_SIZE,
            made_at=datetime.combine(days[number], time(9), UTC),
        )
        work.session.add(draw)
        work.session.flush()
        _add_draw(work, draw.id, rooms, people)
    work.session.add_all(
        OnScreen(session_id=sessions[NEXT], person_id=people[name]) for name in ON_SCREEN
    )
    set_workspace_setting(work, ON_SCREEN_SAID.format(sessions[NEXT]), "said")
    work.session.flush()


def drawn_rooms(
    table: Sequence[dict[str, str]], seed: int = _SEED
) -> Iterator[tuple[int, list[tuple[bool, list[str]]]]]:
    """Yield each session with its rooms: whether on screen, and names; the same every time."""
    lot = random.Random(seed)  # noqa: S311 - a made-up past, nothing to keep secret
    for number in DRAWN:
        here = [row["name"] for row in table if row[str(number)] in {"P", "L"}]
        remote = [name for name in here if (name in ON_SCREEN) == (lot.random() < _AS_USUAL)]
        yield (
            number,
            [
                (on_screen, room)
                for on_screen, group in (
                    (False, [name for name in here if name not in remote]),
                    (True, remote),
                )
                for room in _by_lot(lot, group)
            ],
        )


def _by_lot(lot: random.Random, group: Collection[str]) -> list[list[str]]:
    names = list(group)
    lot.shuffle(names)
    count = len(room_sizes(len(names), _SIZE))
    return [names[start::count] for start in range(count)]


def _add_draw(
    work: Work, draw_id: int, rooms: list[tuple[bool, list[str]]], people: dict[str, int]
) -> None:
    tables = iter(_PLACES)
    screens = 0
    for position, (on_screen, names) in enumerate(rooms):
        screens += on_screen
        place = f"Teams room {screens}" if on_screen else next(tables, f"Table {position + 1}")
        room = Room(
            draw_id=draw_id,
            position=position,
            name=f"Room {position + 1}",
            place=place,
            on_screen=on_screen,
        )
        work.session.add(room)
        work.session.flush()
        work.session.add_all(Seat(room_id=room.id, person_id=people[name]) for name in names)


def _exchanges(work: Work) -> dict[int, int]:
    """Return the first block of exchange of each session that has one."""
    found: dict[int, int] = {}
    statement = select(Block.session_id, Block.id).where(Block.kind == BlockKind.EXCHANGE)
    for session_id, block_id in work.session.execute(statement.order_by(Block.position)):
        found.setdefault(session_id, block_id)
    return found
