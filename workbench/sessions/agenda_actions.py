"""Writing agendas: each edit of a block is one use case and one undo step."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import time

from workbench.foundation.errors import BadInput, NotFound
from workbench.foundation.text import counted
from workbench.models.sessions import Block, Session
from workbench.sessions import agenda_edits as edits
from workbench.sessions.actions import SessionDraft, add_session
from workbench.sessions.agenda import LONGEST_BLOCK, AgendaBlock
from workbench.sessions.row_actions import store_blocks
from workbench.sessions.row_queries import as_block, block_rows, session_row
from workbench.storage.unit_of_work import Work, action

_NEW = 0


@action("Add block")
def add_block(work: Work, session_id: int, block: AgendaBlock, after: int | None = None) -> int:
    """Add a block after another one, or first, and return its number; `block.key` is not used."""
    before = _blocks(work, session_id)
    blocks = edits.inserted(before, replace(block, key=_NEW), after)
    numbers = _store(work, session_id, blocks)
    work.name = f"Add {block.title}"
    return numbers[edits.position(blocks, _NEW)]


@action("Add blocks")
def add_blocks(work: Work, session_id: int, blocks: Sequence[AgendaBlock], name: str) -> list[int]:
    """Add blocks at the end, such as those of a starter agenda; returns their numbers."""
    own = _blocks(work, session_id)
    new = tuple(replace(block, key=-place) for place, block in enumerate(blocks, 1))
    numbers = _store(work, session_id, (*own, *new))
    work.name = f"Start from {name}"
    return numbers[len(own) :]


@action("Change block")
def edit_block(work: Work, block: AgendaBlock) -> None:
    """Replace what a block says by `block`, found by its key; raises BadInput, NotFound."""
    session_id, blocks = _of(work, block.key)
    at = edits.position(blocks, block.key)
    _store(work, session_id, (*blocks[:at], block, *blocks[at + 1 :]))
    work.name = f"Change {block.title}"


@action("Change minutes")
def change_minutes(work: Work, block_id: int, by: int) -> int:
    """Make a block longer or shorter by minutes, kept within 1 and 720; returns its minutes."""
    session_id, blocks = _of(work, block_id)
    block = blocks[edits.position(blocks, block_id)]
    minutes = max(1, min(LONGEST_BLOCK, block.minutes + by))
    _store(work, session_id, edits.with_minutes(blocks, {block_id: minutes}))
    work.name = f"{block.title}: {minutes} min"
    return minutes


@action("Move block")
def move_block(work: Work, block_id: int, to: int) -> None:
    """Put a block at place `to`, from 0, kept inside the agenda; a locked start stays locked."""
    session_id, blocks = _of(work, block_id)
    _store(work, session_id, edits.moved(blocks, block_id, to))
    work.name = f"Move {blocks[edits.position(blocks, block_id)].title}"


@action("Duplicate block")
def duplicate_block(work: Work, block_id: int) -> int:
    """Add a copy after a block and return its number; the copy is not locked."""
    session_id, blocks = _of(work, block_id)
    copied = edits.duplicated(blocks, block_id, _NEW)
    numbers = _store(work, session_id, copied)
    work.name = f"Duplicate {blocks[edits.position(blocks, block_id)].title}"
    return numbers[edits.position(copied, _NEW)]


@action("Delete block")
def delete_block(work: Work, block_id: int) -> None:
    """Take a block out of its agenda."""
    session_id, blocks = _of(work, block_id)
    _store(work, session_id, edits.removed(blocks, block_id))
    work.name = f"Delete {blocks[edits.position(blocks, block_id)].title}"


@action("Lock start")
def lock_block(work: Work, block_id: int, at: time | None = None) -> None:
    """Lock the start of a block at a time, or where it is now; raises BadInput before the start."""
    session_id, blocks = _of(work, block_id)
    starts = session_row(work.session, session_id).starts_at.time()
    _store(work, session_id, edits.locked(starts, blocks, block_id, at))
    work.name = f"Lock {blocks[edits.position(blocks, block_id)].title}"


@action("Unlock start")
def unlock_block(work: Work, block_id: int) -> None:
    """Let a block follow the one above again."""
    session_id, blocks = _of(work, block_id)
    _store(work, session_id, edits.unlocked(blocks, block_id))
    work.name = f"Unlock {blocks[edits.position(blocks, block_id)].title}"


@action("Trim agenda")
def trim(work: Work, session_id: int, minutes: Mapping[int, int], name: str = "") -> None:
    """Give the blocks named new minutes in one step, such as a proposal of `overrun.overruns`."""
    blocks = _blocks(work, session_id)
    for key in minutes:
        edits.position(blocks, key)
    _store(work, session_id, edits.with_minutes(blocks, minutes))
    work.name = name or work.name


@action("Copy agenda")
def copy_agenda(work: Work, session_id: int, source_id: int) -> list[int]:
    """Add the blocks of another session at the end of this one's; returns their numbers."""
    source = session_row(work.session, source_id)
    taken = _blocks(work, source_id)
    if not taken:
        raise BadInput(f"{source.title} has no agenda to copy.", "Choose another session.")
    own = _blocks(work, session_id)
    new = tuple(replace(b, key=-i, locked_start=None) for i, b in enumerate(taken, 1))
    numbers = _store(work, session_id, (*own, *new))
    work.name = f"Copy {counted(len(new), 'block', 'blocks')} from {source.title}"
    return numbers[len(own) :]


@action("Add session")
def add_session_like(work: Work, community_id: int, draft: SessionDraft, source_id: int) -> int:
    """Add a session with the agenda of an earlier one and return its number."""
    new = add_session(work, community_id, draft)
    name = work.name
    copy_agenda(work, new, source_id)
    work.name = name
    return new


def _blocks(work: Work, session_id: int) -> edits.Blocks:
    session_row(work.session, session_id)
    return tuple(as_block(row) for row in block_rows(work.session, session_id))


def _of(work: Work, block_id: int) -> tuple[int, edits.Blocks]:
    row = work.session.get(Block, block_id)
    if row is None:
        raise NotFound("This block is not in the agenda any more.", "Undo brings it back.")
    return row.session_id, _blocks(work, row.session_id)


def _store(work: Work, session_id: int, blocks: Sequence[AgendaBlock]) -> list[int]:
    session: Session = session_row(work.session, session_id)
    return store_blocks(work, session_id, edits.checked(session.starts_at.time(), blocks))
