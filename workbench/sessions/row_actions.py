"""Bringing the rows of an agenda in line with its blocks; counting a session's revisions."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from sqlalchemy import delete, select

from workbench.models.sessions import Block, BlockValue, Session, Track
from workbench.sessions.agenda import AgendaBlock
from workbench.sessions.agenda_lanes import AGENDA, Blocks, Lane, everything
from workbench.sessions.row_queries import BLOCK_FIELDS, agenda_blocks
from workbench.storage.unit_of_work import Work


def store_blocks(work: Work, session_id: int, blocks: Sequence[AgendaBlock]) -> Blocks:
    """Make the rows of an agenda equal to these blocks; returns them with the keys of their rows.

    Blocks whose key is no row of the session become new rows; rows without a block go.
    """
    statement = select(Block).where(Block.session_id == session_id)
    rows = {row.id: row for row in work.session.scalars(statement)}
    before = {b.key: b for b in everything(agenda_blocks(work.session, session_id))}
    stored = _keyed(blocks, _written(work, session_id, rows, blocks, AGENDA))
    inside = []
    for block in stored:
        tracks = tuple(
            replace(
                track,
                blocks=_keyed(
                    track.blocks,
                    _written(work, session_id, rows, track.blocks, Lane(block.key, track.number)),
                ),
            )
            for track in block.tracks
        )
        inside.append(replace(block, tracks=tracks))
    whole = tuple(inside)
    _delete(work, rows.keys() - {block.key for block in everything(whole)})
    _store_tracks(work, whole)
    for block in everything(whole):
        _store_values(work, block, before.get(block.key))
    work.session.flush()
    return whole


def _keyed(blocks: Sequence[AgendaBlock], keys: Sequence[int]) -> Blocks:
    return tuple(replace(block, key=key) for block, key in zip(blocks, keys, strict=True))


def _written(
    work: Work,
    session_id: int,
    rows: Mapping[int, Block],
    blocks: Sequence[AgendaBlock],
    lane: Lane,
) -> list[int]:
    written: list[Block] = []
    for position, block in enumerate(blocks):
        row = rows.get(block.key)
        if row is None:
            row = Block(session_id=session_id)
            work.session.add(row)
        row.within_id, row.track, row.position = lane.within, lane.track, position
        for name in BLOCK_FIELDS:
            setattr(row, name, getattr(block, name))
        written.append(row)
    work.session.flush()
    return [row.id for row in written]


def _delete(work: Work, keys: AbstractSet[int]) -> None:
    # one statement: what stands in the tracks of a deleted block goes with it
    if keys:
        work.session.execute(delete(Block).where(Block.id.in_(keys)))


def _store_tracks(work: Work, blocks: Blocks) -> None:
    statement = select(Track).where(Track.block_id.in_([b.key for b in everything(blocks)]))
    rows = {(row.block_id, row.number): row for row in work.session.scalars(statement)}
    for block in blocks:
        for track in block.tracks:
            row = rows.pop((block.key, track.number), None)
            if row is None:
                row = Track(block_id=block.key, number=track.number)
                work.session.add(row)
            row.name, row.place, row.lead = track.name, track.place, track.lead
    for gone in rows.values():
        work.session.delete(gone)


def _store_values(work: Work, block: AgendaBlock, before: AgendaBlock | None) -> None:
    if block.values == (before.values if before else ()):
        return
    statement = select(BlockValue).where(BlockValue.block_id == block.key)
    rows = {row.column_id: row for row in work.session.scalars(statement)}
    for column, text in block.values:
        row = rows.pop(column, None)
        if row is None and text:
            work.session.add(BlockValue(block_id=block.key, column_id=column, text=text))
        elif row is not None and text:
            row.text = text
        elif row is not None:
            work.session.delete(row)
    for gone in rows.values():
        work.session.delete(gone)


def touch(work: Work, row: Session) -> None:
    """Count one more revision of a session, for calendars that hold it already."""
    row.revision += 1
    row.changed_at = work.clock.now()
