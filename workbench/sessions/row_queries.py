"""The rows behind a session and its blocks: found, or said to be missing."""

from sqlalchemy import select
from sqlalchemy.orm import Session as Connection

from workbench.foundation.errors import NotFound
from workbench.models.communities import Community
from workbench.models.sessions import Block, Session
from workbench.sessions.agenda import AgendaBlock

BLOCK_FIELDS = (
    "title", "minutes", "kind", "locked_start", "method", "lead", "grouping", "to_say",
    "materials", "remote",
)  # fmt: skip


def community_row(connection: Connection, community_id: int) -> Community:
    """Return the row of a community; raises NotFound."""
    found = connection.get(Community, community_id)
    if found is None:
        raise NotFound(f"There is no community number {community_id} in this workspace.")
    return found


def session_row(connection: Connection, session_id: int) -> Session:
    """Return the row of a session; raises NotFound."""
    found = connection.get(Session, session_id)
    if found is None:
        raise NotFound(
            f"There is no session number {session_id} in this workspace.", "Undo may bring it back."
        )
    return found


def block_rows(connection: Connection, session_id: int) -> list[Block]:
    """Return the rows of an agenda in order, those in parallel tracks left out."""
    statement = select(Block).where(Block.session_id == session_id, Block.within_id.is_(None))
    return list(connection.scalars(statement.order_by(Block.position, Block.id)))


def as_block(row: Block) -> AgendaBlock:
    """Return the frozen block of a row."""
    return AgendaBlock(key=row.id, **{name: getattr(row, name) for name in BLOCK_FIELDS})
