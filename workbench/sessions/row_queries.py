"""The rows behind a session and its blocks: found, or said to be missing."""

from collections import defaultdict

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session as Connection

from workbench.foundation.errors import NotFound
from workbench.models.communities import Community
from workbench.models.sessions import Block, BlockValue, Session, Track
from workbench.sessions.agenda import AgendaBlock, TrackPlan

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


def agenda_blocks(connection: Connection, session_id: int) -> tuple[AgendaBlock, ...]:
    """Return the agenda of a session with its tracks and the values of own columns."""
    return agendas(connection, Block.session_id == session_id).get(session_id, ())


def agendas(
    connection: Connection, which: ColumnElement[bool]
) -> dict[int, tuple[AgendaBlock, ...]]:
    """Return by session the agendas whose rows of `blocks` meet a condition."""
    blocks = select(Block).where(which).order_by(Block.session_id, Block.position, Block.id)
    rows = list(connection.scalars(blocks))
    values = _values(connection, which)
    lanes: dict[tuple[int, int], list[AgendaBlock]] = defaultdict(list)
    for row in rows:
        if row.within_id is not None and row.track is not None:
            lanes[row.within_id, row.track].append(_block(row, values))
    tracks = _tracks(connection, which, lanes)
    found: dict[int, list[AgendaBlock]] = defaultdict(list)
    for row in rows:
        if row.within_id is None:
            found[row.session_id].append(_block(row, values, tracks.get(row.id, ())))
    return {session: tuple(blocks) for session, blocks in found.items()}


def _values(connection: Connection, which: ColumnElement[bool]) -> dict[int, list[tuple[int, str]]]:
    statement = select(BlockValue).join(Block, Block.id == BlockValue.block_id).where(which)
    values: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for row in connection.scalars(statement.order_by(BlockValue.column_id)):
        values[row.block_id].append((row.column_id, row.text))
    return values


def _tracks(
    connection: Connection,
    which: ColumnElement[bool],
    lanes: dict[tuple[int, int], list[AgendaBlock]],
) -> dict[int, tuple[TrackPlan, ...]]:
    statement = select(Track).join(Block, Block.id == Track.block_id).where(which)
    named = {(row.block_id, row.number): row for row in connection.scalars(statement)}
    tracks: dict[int, list[TrackPlan]] = defaultdict(list)
    for key in sorted(named.keys() | lanes.keys()):
        row, inside = named.get(key), tuple(lanes.get(key, ()))
        plan = TrackPlan(key[1], row.name, row.place, row.lead, inside) if row else None
        tracks[key[0]].append(plan or TrackPlan(key[1], blocks=inside))
    return {block: tuple(plans) for block, plans in tracks.items()}


def _block(
    row: Block, values: dict[int, list[tuple[int, str]]], tracks: tuple[TrackPlan, ...] = ()
) -> AgendaBlock:
    said = {name: getattr(row, name) for name in BLOCK_FIELDS}
    return AgendaBlock(key=row.id, **said, values=tuple(values.get(row.id, ())), tracks=tracks)
