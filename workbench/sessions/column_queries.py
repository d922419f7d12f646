"""Reading the facilitator's own columns and what the blocks of a session say in them."""

from collections import defaultdict

from sqlalchemy import select
from sqlalchemy.orm import Session as Connection

from workbench.foundation.errors import NotFound
from workbench.models.sessions import Block, BlockColumn, BlockValue
from workbench.sessions.column_rules import OwnColumn


def columns(connection: Connection, community_id: int) -> list[OwnColumn]:
    """Return the own columns of a community in their order."""
    return [OwnColumn(row.id, row.name) for row in column_rows(connection, community_id)]


def column_values(connection: Connection, session_id: int) -> dict[int, dict[int, str]]:
    """Return what each block of a session, in a track or not, says by the numbers of columns."""
    found: dict[int, dict[int, str]] = defaultdict(dict)
    statement = (
        select(BlockValue)
        .join(Block, Block.id == BlockValue.block_id)
        .where(Block.session_id == session_id)
    )
    for row in connection.scalars(statement):
        found[row.block_id][row.column_id] = row.text
    return dict(found)


def column_rows(connection: Connection, community_id: int) -> list[BlockColumn]:
    """Return the rows of a community's columns in their order."""
    statement = select(BlockColumn).where(BlockColumn.community_id == community_id)
    return list(connection.scalars(statement.order_by(BlockColumn.position, BlockColumn.id)))


def column_row(connection: Connection, column_id: int) -> BlockColumn:
    """Return the row of a column; raises NotFound."""
    found = connection.get(BlockColumn, column_id)
    if found is None:
        raise NotFound("This column is not there any more.", "Undo may bring it back.")
    return found
