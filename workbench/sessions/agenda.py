"""The agenda of a session: timed blocks and parallel tracks, the start of each worked out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import time
from typing import Final

from workbench.foundation.errors import BadInput
from workbench.foundation.words import BlockKind

LONGEST_BLOCK: Final = 720
_DAY: Final = 24 * 60


@dataclass(frozen=True, slots=True)
class AgendaBlock:
    """One timed item; `key` stays the same over edits, `locked_start` is a time on the wall.

    `tracks` run side by side while the block lasts; `values` are pairs of the number of one of the
    facilitator's own columns and what the block says in it.
    """

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
    values: tuple[tuple[int, str], ...] = ()
    tracks: "tuple[TrackPlan, ...]" = ()


@dataclass(frozen=True, slots=True)
class TrackPlan:
    """One of the parallel tracks of a block: its number in the block, who leads it, and where.

    The blocks of a track hold no tracks themselves.
    """

    number: int
    name: str = ""
    place: str = ""
    lead: str = ""
    blocks: tuple[AgendaBlock, ...] = ()

    @property
    def said(self) -> str:
        """The name, or the number where there is none."""
        return self.name or f"Track {self.number}"


@dataclass(frozen=True, slots=True)
class PlacedBlock:
    """A block with its times in minutes after the session's start, and what is wrong before it.

    `gap` is unplanned time before the block, `overlap` time it shares with the block before it.
    """

    block: AgendaBlock
    start: int
    gap: int = 0
    overlap: int = 0
    tracks: "tuple[PlacedTrack, ...]" = ()

    @property
    def end(self) -> int:
        """Minutes after the session's start at which the block ends."""
        return self.start + self.block.minutes


@dataclass(frozen=True, slots=True)
class PlacedTrack:
    """A track with its blocks placed; `start` is that of the block it runs in, `limit` its end.

    All times are minutes after the session's start.
    """

    track: TrackPlan
    start: int
    limit: int
    blocks: tuple[PlacedBlock, ...]

    @property
    def end(self) -> int:
        """When the last block of the track is over."""
        return max((placed.end for placed in self.blocks), default=self.start)

    @property
    def over(self) -> int:
        """Minutes by which the track runs over the block it stands in, or 0."""
        return max(0, self.end - self.limit)

    @property
    def open(self) -> int:
        """Minutes by which the track ends before the block it stands in, or 0."""
        return max(0, self.limit - self.end)


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

    @property
    def everything(self) -> Iterator[PlacedBlock]:
        """Every block in the order of the agenda, those in tracks after the block they run in."""
        for placed in self.blocks:
            yield placed
            for track in placed.tracks:
                yield from track.blocks

    def wall(self, minute: int) -> time:
        """Return the time on the wall that many minutes after the start."""
        return on_the_wall(self.starts, minute)


def place(starts: time, slot: int, blocks: Sequence[AgendaBlock]) -> Agenda:
    """Return the agenda: each block starts when the one before it ends, a locked one when locked.

    The first block of a track starts with the block the track stands in.
    Source: start = previous start + minutes, as every agenda tool has taught people to expect.
    """
    return Agenda(starts, slot, _placed(starts, 0, blocks))


def _placed(starts: time, begin: int, blocks: Sequence[AgendaBlock]) -> tuple[PlacedBlock, ...]:
    placed: list[PlacedBlock] = []
    cursor = begin
    for block in blocks:
        start = cursor if block.locked_start is None else minutes_after(starts, block.locked_start)
        end = start + block.minutes
        tracks = tuple(
            PlacedTrack(track, start, end, _placed(starts, start, track.blocks))
            for track in block.tracks
        )
        gap, overlap = max(0, start - cursor), max(0, cursor - start)
        placed.append(PlacedBlock(block, start, gap, overlap, tracks))
        cursor = end
    return tuple(placed)


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


def _minute(at: time) -> int:
    return at.hour * 60 + at.minute
