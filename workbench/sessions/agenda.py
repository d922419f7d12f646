"""The agenda of a session: timed blocks, the start of each worked out, gaps and overlaps said."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time
from enum import StrEnum
from typing import Final

from workbench.foundation.errors import BadInput
from workbench.foundation.words import BlockKind

LONGEST_BLOCK: Final = 720
_DAY: Final = 24 * 60


class Voice(StrEnum):
    """Who mostly talks in a block."""

    EVERYONE = "everyone"
    ONE_PERSON = "one person"
    BREAK = "break"


_VOICES: Final = {
    BlockKind.FRAME: Voice.ONE_PERSON,
    BlockKind.INPUT: Voice.ONE_PERSON,
    BlockKind.BREAK: Voice.BREAK,
}


@dataclass(frozen=True, slots=True)
class AgendaBlock:
    """One timed item; `key` stays the same over edits, `locked_start` is a time on the wall."""

    key: int
    title: str
    minutes: int
    kind: BlockKind = BlockKind.EXCHANGE
    locked_start: time | None = None
    method: str = ""
    lead: str = ""
    grouping: str = ""
    to_say: str = ""
    materials: str = ""
    remote: str = ""


@dataclass(frozen=True, slots=True)
class PlacedBlock:
    """A block with its times in minutes after the session's start, and what is wrong before it.

    `gap` is unplanned time before the block, `overlap` time it shares with the block before it.
    """

    block: AgendaBlock
    start: int
    gap: int = 0
    overlap: int = 0

    @property
    def end(self) -> int:
        """Minutes after the session's start at which the block ends."""
        return self.start + self.block.minutes


@dataclass(frozen=True, slots=True)
class Agenda:
    """The placed blocks of one session that starts at `starts` and has `slot` minutes."""

    starts: time
    slot: int
    blocks: tuple[PlacedBlock, ...]

    @property
    def planned(self) -> int:
        """The sum of the blocks' minutes."""
        return sum(placed.block.minutes for placed in self.blocks)

    @property
    def end(self) -> int:
        """The end marker: minutes after the start at which the last block is over."""
        return max((placed.end for placed in self.blocks), default=0)

    @property
    def over(self) -> int:
        """Minutes by which the end marker lies behind the end of the slot, or 0."""
        return max(0, self.end - self.slot)

    @property
    def open(self) -> int:
        """Minutes of the slot after the end marker that hold nothing yet, or 0."""
        return max(0, self.slot - self.end)

    def wall(self, minute: int) -> time:
        """Return the time on the wall that many minutes after the start."""
        return on_the_wall(self.starts, minute)


def place(starts: time, slot: int, blocks: Sequence[AgendaBlock]) -> Agenda:
    """Return the agenda: each block starts when the one before it ends, a locked one when locked.

    Source: start = previous start + minutes, as every agenda tool has taught people to expect.
    """
    placed: list[PlacedBlock] = []
    cursor = 0
    for block in blocks:
        start = cursor if block.locked_start is None else minutes_after(starts, block.locked_start)
        first = not placed
        gap = max(0, start - cursor)
        overlap = 0 if first else max(0, cursor - start)
        placed.append(PlacedBlock(block, start, gap, overlap))
        cursor = start + block.minutes
    return Agenda(starts, slot, tuple(placed))


def minutes_after(starts: time, at: time) -> int:
    """Return the minutes from the start to a time on the wall; over 12 hours on counts as before.

    A session from 22:00 reaches 00:30 after 150 minutes; 13:30 is 30 minutes before 14:00.
    """
    ahead = (_minute(at) - _minute(starts)) % _DAY
    return ahead if ahead <= _DAY // 2 else ahead - _DAY


def on_the_wall(starts: time, minute: int) -> time:
    """Return the time on the wall that many minutes after (or before) the start."""
    hour, rest = divmod((_minute(starts) + minute) % _DAY, 60)
    return time(hour, rest)


def checked_minutes(minutes: int) -> int:
    """Return the minutes of a block; raises BadInput outside 1 to 720."""
    if not 1 <= minutes <= LONGEST_BLOCK:
        raise BadInput(
            f"A block cannot last {minutes:,} minutes.",
            f"Type a number from 1 to {LONGEST_BLOCK}.",
            field="minutes",
        )
    return minutes


def checked_lock(starts: time, at: time) -> time:
    """Return the locked start; raises BadInput where it lies before the session begins."""
    if minutes_after(starts, at) < 0:
        raise BadInput(
            f"{at:%H:%M} is before the session starts at {starts:%H:%M}.",
            "Type a time after the start, or start the session earlier.",
            field="locked_start",
        )
    return at


def talk_balance(blocks: Sequence[AgendaBlock]) -> dict[Voice, int]:
    """Return the minutes in which everyone talks, one person talks, and nobody has to."""
    minutes = dict.fromkeys(Voice, 0)
    for block in blocks:
        minutes[_VOICES.get(block.kind, Voice.EVERYONE)] += block.minutes
    return minutes


def troubles(agenda: Agenda) -> dict[int, str]:
    """Return for each block with a gap or an overlap before it one line that says so."""
    lines: dict[int, str] = {}
    for placed in agenda.blocks:
        if placed.gap:
            lines[placed.block.key] = f"{placed.gap} min without a block before this"
        elif placed.overlap:
            lines[placed.block.key] = f"Starts {placed.overlap} min before the block above ends"
    return lines


def _minute(at: time) -> int:
    return at.hour * 60 + at.minute
