"""Edits of a list of blocks: each returns a new list, loses nothing, and moves no locked start."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import time

from workbench.foundation.errors import BadInput, NotFound
from workbench.foundation.text import clean
from workbench.sessions.agenda import AgendaBlock, checked_lock, checked_minutes, place

Blocks = tuple[AgendaBlock, ...]


def position(blocks: Sequence[AgendaBlock], key: int) -> int:
    """Return where the block stands, from 0; raises NotFound."""
    for index, block in enumerate(blocks):
        if block.key == key:
            return index
    raise NotFound("This block is not in the agenda any more.", "Undo brings it back.")


def inserted(blocks: Sequence[AgendaBlock], block: AgendaBlock, after: int | None = None) -> Blocks:
    """Return the blocks with a new one after the block `after`, or first where that is None."""
    at = 0 if after is None else position(blocks, after) + 1
    return (*blocks[:at], block, *blocks[at:])


def moved(blocks: Sequence[AgendaBlock], key: int, to: int) -> Blocks:
    """Return the blocks with one standing at place `to`, kept inside the list."""
    at = position(blocks, key)
    rest = [*blocks[:at], *blocks[at + 1 :]]
    rest.insert(max(0, min(to, len(rest))), blocks[at])
    return tuple(rest)


def duplicated(blocks: Sequence[AgendaBlock], key: int, new_key: int) -> Blocks:
    """Return the blocks with a copy after the original; a copy is never locked to a start."""
    copy = replace(blocks[position(blocks, key)], key=new_key, locked_start=None)
    return inserted(blocks, copy, after=key)


def removed(blocks: Sequence[AgendaBlock], key: int) -> Blocks:
    """Return the blocks without one."""
    at = position(blocks, key)
    return (*blocks[:at], *blocks[at + 1 :])


def with_minutes(blocks: Sequence[AgendaBlock], minutes: Mapping[int, int]) -> Blocks:
    """Return the blocks with new minutes for the keys named; raises BadInput outside 1 to 720."""
    return tuple(
        replace(block, minutes=checked_minutes(minutes[block.key]))
        if block.key in minutes
        else block
        for block in blocks
    )


def locked(starts: time, blocks: Sequence[AgendaBlock], key: int, at: time | None = None) -> Blocks:
    """Return the blocks with one locked at `at`, or at the start it has now where that is None."""
    index = position(blocks, key)
    if at is None:
        agenda = place(starts, 0, blocks)
        at = agenda.wall(agenda.blocks[index].start)
    changed = replace(blocks[index], locked_start=checked_lock(starts, at))
    return (*blocks[:index], changed, *blocks[index + 1 :])


def unlocked(blocks: Sequence[AgendaBlock], key: int) -> Blocks:
    """Return the blocks with one that follows the block above again."""
    index = position(blocks, key)
    return (*blocks[:index], replace(blocks[index], locked_start=None), *blocks[index + 1 :])


def checked(starts: time, blocks: Sequence[AgendaBlock]) -> Blocks:
    """Return the blocks as they may be kept, titles tidied; raises BadInput for one that may not.

    Minutes go from 1 to 720, and no start is locked before the session begins.
    """
    for block in blocks:
        checked_minutes(block.minutes)
        if block.locked_start is not None:
            checked_lock(starts, block.locked_start)
    return tuple(replace(block, title=checked_title(block.title)) for block in blocks)


def checked_title(title: str) -> str:
    """Return the title of a block cleaned; raises BadInput where nothing is left."""
    cleaned = clean(title)
    if not cleaned:
        raise BadInput("A block needs a title.", "Type it in a few words.", field="title")
    return cleaned
