"""Writing agendas: each edit of a block is one use case and one undo step."""

from collections.abc import Mapping, Sequence
from datetime import time

from workbench.foundation.errors import NotFound
from workbench.models.sessions import Block
from workbench.sessions import agenda_edits as edits
from workbench.sessions.agenda import LONGEST_BLOCK, AgendaBlock
from workbench.sessions.agenda_lanes import (
    AGENDA,
    Blocks,
    Lane,
    Spot,
    as_new,
    found,
    in_lane,
    spot_of,
)
from workbench.sessions.row_actions import store_blocks
from workbench.sessions.row_queries import agenda_blocks, session_row
from workbench.storage.unit_of_work import Work, action


@action("Add block")
def add_block(
    work: Work,
    session_id: int,
    block: AgendaBlock,
    after: int | None = None,
    lane: Lane = AGENDA,
) -> int:
    """Add a block after another one, or first in a lane, and return its number.

    `block.key` is not used.
    """
    before = _blocks(work, session_id)
    (new,) = as_new([block])
    key = _stored_key(work, session_id, edits.inserted(before, new, after, lane), new.key)
    work.name = f"Add {block.title}"
    return key


@action("Add blocks")
def add_blocks(work: Work, session_id: int, blocks: Sequence[AgendaBlock], name: str) -> list[int]:
    """Add blocks at the end, such as those of a starter agenda; returns their numbers."""
    own = _blocks(work, session_id)
    stored = store_agenda(work, session_id, (*own, *as_new(blocks)))
    work.name = f"Start from {name}"
    return [block.key for block in stored[len(own) :]]


@action("Change block")
def edit_block(work: Work, block: AgendaBlock) -> None:
    """Replace what a block says by `block`, found by its key; raises BadInput, NotFound."""
    session_id, blocks = agenda_of(work, block.key)
    store_agenda(work, session_id, edits.changed(blocks, block))
    work.name = f"Change {block.title}"


@action("Change minutes")
def change_minutes(work: Work, block_id: int, by: int) -> int:
    """Make a block longer or shorter by minutes, kept within 1 and 720; returns its minutes."""
    session_id, blocks = agenda_of(work, block_id)
    block = found(blocks, block_id)
    minutes = max(1, min(LONGEST_BLOCK, block.minutes + by))
    store_agenda(work, session_id, edits.with_minutes(blocks, {block_id: minutes}))
    work.name = f"{block.title}: {minutes} min"
    return minutes


@action("Move block")
def move_block(work: Work, block_id: int, to: int | Spot) -> None:
    """Put a block at place `to`, from 0, of its lane, or at a spot of another one.

    A locked start stays locked. Raises BadInput for a block with tracks that is to stand in one.
    """
    session_id, blocks = agenda_of(work, block_id)
    spot = to if isinstance(to, Spot) else Spot(to, spot_of(blocks, block_id).lane)
    store_agenda(work, session_id, edits.moved_to(blocks, block_id, spot))
    work.name = f"Move {found(blocks, block_id).title}"


@action("Duplicate block")
def duplicate_block(work: Work, block_id: int) -> int:
    """Add a copy after a block and return its number; the copy is not locked."""
    session_id, blocks = agenda_of(work, block_id)
    copied = edits.duplicated(blocks, block_id)
    behind = spot_of(copied, block_id)
    stored = store_agenda(work, session_id, copied)
    work.name = f"Duplicate {found(blocks, block_id).title}"
    return in_lane(stored, behind.lane)[behind.at + 1].key


@action("Delete block")
def delete_block(work: Work, block_id: int) -> None:
    """Take a block out of its agenda."""
    session_id, blocks = agenda_of(work, block_id)
    store_agenda(work, session_id, edits.removed(blocks, block_id))
    work.name = f"Delete {found(blocks, block_id).title}"


@action("Lock start")
def lock_block(work: Work, block_id: int, at: time | None = None) -> None:
    """Lock the start of a block at a time, or where it is now; raises BadInput before the start."""
    session_id, blocks = agenda_of(work, block_id)
    starts = session_row(work.session, session_id).starts_at.time()
    store_agenda(work, session_id, edits.locked(starts, blocks, block_id, at))
    work.name = f"Lock {found(blocks, block_id).title}"


@action("Unlock start")
def unlock_block(work: Work, block_id: int) -> None:
    """Let a block follow the one above again."""
    session_id, blocks = agenda_of(work, block_id)
    store_agenda(work, session_id, edits.unlocked(blocks, block_id))
    work.name = f"Unlock {found(blocks, block_id).title}"


@action("Trim agenda")
def trim(work: Work, session_id: int, minutes: Mapping[int, int], name: str = "") -> None:
    """Give the blocks named new minutes in one step, such as a proposal of `overrun.overruns`."""
    blocks = _blocks(work, session_id)
    for key in minutes:
        found(blocks, key)
    store_agenda(work, session_id, edits.with_minutes(blocks, minutes))
    work.name = name or work.name


def agenda_of(work: Work, block_id: int) -> tuple[int, Blocks]:
    """Return the session a block belongs to, and its whole agenda; raises NotFound."""
    row = work.session.get(Block, block_id)
    if row is None:
        raise NotFound("This block is not in the agenda any more.", "Undo brings it back.")
    return row.session_id, _blocks(work, row.session_id)


def store_agenda(work: Work, session_id: int, blocks: Sequence[AgendaBlock]) -> Blocks:
    """Check and keep a whole agenda; returns it with the keys of its rows; raises BadInput."""
    starts = session_row(work.session, session_id).starts_at.time()
    return store_blocks(work, session_id, edits.checked(starts, blocks))


def _blocks(work: Work, session_id: int) -> Blocks:
    session_row(work.session, session_id)
    return agenda_blocks(work.session, session_id)


def _stored_key(work: Work, session_id: int, blocks: Blocks, key: int) -> int:
    spot = spot_of(blocks, key)
    return in_lane(store_agenda(work, session_id, blocks), spot.lane)[spot.at].key
