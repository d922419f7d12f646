"""Reading what a session needs: materials of all its blocks and of its pre-work, as one list."""

from collections.abc import Iterator

from sqlalchemy.orm import Session as Connection

from workbench.sessions.agenda import Agenda, place
from workbench.sessions.materials import Material, Need, collected
from workbench.sessions.pre_work_queries import pre_work
from workbench.sessions.pre_work_rules import due_words
from workbench.sessions.row_queries import agenda_blocks, session_row


def materials(connection: Connection, session_id: int) -> list[Material]:
    """Return the materials of a session, pre-work first, then in the order of its blocks.

    Raises NotFound.
    """
    row = session_row(connection, session_id)
    blocks = agenda_blocks(connection, session_id)
    before = [
        (Need(f"{due_words(row.starts_at, item)}:", item.text), item.material)
        for item in pre_work(connection, session_id)
    ]
    agenda = place(row.starts_at.time(), row.minutes, blocks)
    return collected([*before, *_of_blocks(agenda)])


def _of_blocks(agenda: Agenda) -> Iterator[tuple[Need, str]]:
    for placed in agenda.everything:
        need = Need(f"{agenda.wall(placed.start):%H:%M}", placed.block.title)
        yield need, placed.block.materials
