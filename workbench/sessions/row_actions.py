"""Bringing the rows of an agenda in line with its blocks; counting a session's revisions."""

from collections.abc import Sequence

from workbench.models.sessions import Block, Session
from workbench.sessions.agenda import AgendaBlock
from workbench.sessions.row_queries import BLOCK_FIELDS, block_rows
from workbench.storage.unit_of_work import Work


def store_blocks(work: Work, session_id: int, blocks: Sequence[AgendaBlock]) -> list[int]:
    """Make the rows of an agenda equal to these blocks and return their numbers in order.

    Blocks whose key is no row of the session become new rows; rows without a block go.
    """
    rows = {row.id: row for row in block_rows(work.session, session_id)}
    kept: list[Block] = []
    for position, block in enumerate(blocks):
        row = rows.pop(block.key, None)
        if row is None:
            row = Block(session_id=session_id, position=position)
            work.session.add(row)
        row.position = position
        for name in BLOCK_FIELDS:
            setattr(row, name, getattr(block, name))
        kept.append(row)
    for gone in rows.values():
        work.session.delete(gone)
    work.session.flush()
    return [row.id for row in kept]


def touch(work: Work, row: Session) -> None:
    """Count one more revision of a session, for calendars that hold it already."""
    row.revision += 1
    row.changed_at = work.clock.now()
