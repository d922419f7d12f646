"""Copying blocks out of any session of the workspace, with tracks and own columns."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from workbench.foundation.errors import BadInput
from workbench.foundation.text import counted, fold
from workbench.models.sessions import Session
from workbench.sessions.actions import SessionDraft, add_session
from workbench.sessions.agenda import AgendaBlock
from workbench.sessions.agenda_edits import checked
from workbench.sessions.agenda_lanes import (
    Spot,
    as_new,
    everything,
    in_lane,
    mapped,
    spot_of,
    with_lane,
)
from workbench.sessions.column_actions import columns_named
from workbench.sessions.column_queries import columns
from workbench.sessions.pre_work_actions import copy_pre_work
from workbench.sessions.row_actions import store_blocks
from workbench.sessions.row_queries import agenda_blocks, session_row
from workbench.storage.unit_of_work import Work, action


@action("Copy blocks")
def copy_blocks(
    work: Work,
    session_id: int,
    source_id: int,
    keys: Collection[int] | None = None,
    after: int | None = None,
) -> list[int]:
    """Add blocks of another session after a block, or at the end; returns their numbers.

    `keys` name blocks of the source's agenda, None takes all. Copies are never locked. After a
    block in a track they stand in that track, or after the block the track runs in if one of them
    has tracks of its own. Own columns go by name; the community gets those it lacks.
    """
    source = session_row(work.session, source_id)
    taken = _taken(agenda_blocks(work.session, source_id), keys)
    if not taken:
        raise BadInput(f"{source.title} has no agenda to copy.", "Choose another session.")
    session = session_row(work.session, session_id)
    new = _in_columns(work, taken, source, session)
    own = agenda_blocks(work.session, session_id)
    spot = _spot(own, after, new)
    whole = with_lane(own, spot.lane, lambda lane: (*lane[: spot.at], *new, *lane[spot.at :]))
    stored = store_blocks(work, session_id, checked(session.starts_at.time(), whole))
    lane = in_lane(stored, spot.lane)
    work.name = f"Copy {counted(len(new), 'block', 'blocks')} from {source.title}"
    return [block.key for block in lane[spot.at : spot.at + len(new)]]


@action("Copy agenda")
def start_from_session(work: Work, session_id: int, source_id: int) -> list[int]:
    """Add all blocks of another session at the end, with its pre-work; returns their numbers."""
    numbers = copy_blocks(work, session_id, source_id)
    name = work.name
    copy_pre_work(work, source_id, session_id)
    work.name = name
    return numbers


@action("Add session")
def add_session_like(work: Work, community_id: int, draft: SessionDraft, source_id: int) -> int:
    """Add a session with the agenda and pre-work of an earlier one and return its number."""
    new = add_session(work, community_id, draft)
    name = work.name
    start_from_session(work, new, source_id)
    work.name = name
    return new


def _taken(blocks: Sequence[AgendaBlock], keys: Collection[int] | None) -> tuple[AgendaBlock, ...]:
    chosen = [block for block in blocks if keys is None or block.key in keys]
    return mapped(as_new(chosen), lambda block: replace(block, locked_start=None))


def _spot(own: Sequence[AgendaBlock], after: int | None, new: Sequence[AgendaBlock]) -> Spot:
    if after is None:
        return Spot(len(own))
    spot = spot_of(own, after)
    if spot.lane.within is not None and any(block.tracks for block in new):
        spot = spot_of(own, spot.lane.within)
    return Spot(spot.at + 1, spot.lane)


def _in_columns(
    work: Work, blocks: Sequence[AgendaBlock], source: Session, session: Session
) -> tuple[AgendaBlock, ...]:
    """Return the blocks with their values under the columns of the session's community."""
    if source.community_id == session.community_id:
        return tuple(blocks)
    names = {column.id: column.name for column in columns(work.session, source.community_id)}
    used = {number for block in everything(blocks) for number, _ in block.values}
    wanted = [name for number, name in names.items() if number in used]
    numbers = columns_named(work, session.community_id, wanted)
    return mapped(
        blocks,
        lambda block: replace(
            block,
            values=tuple((numbers[fold(names[n])], text) for n, text in block.values if n in names),
        ),
    )
