"""Proposals that give blocks other minutes: one block shortened, or all of a stretch a little."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from workbench.foundation.words import BlockKind
from workbench.sessions.agenda import PlacedBlock

SHORTEST_AFTER_TRIM: Final = 5
_LONGEST_NAME: Final = 28


@dataclass(frozen=True, slots=True)
class Trim:
    """A proposal: the button's words and the new minutes for the keys of the blocks it changes."""

    words: str
    minutes: dict[int, int]


def stretches(blocks: Sequence[PlacedBlock]) -> list[list[PlacedBlock]]:
    """Return the blocks cut before every locked start: only a stretch can mend its own overrun."""
    found: list[list[PlacedBlock]] = []
    for placed in blocks:
        if not found or placed.block.locked_start is not None:
            found.append([])
        found[-1].append(placed)
    return found


def trims(stretch: Sequence[PlacedBlock], over: int, all_words: str) -> tuple[Trim, ...]:
    """Return what takes so many minutes out of a stretch: one block shortened, all of them a bit.

    Blocks in the tracks of a shortened block are shortened where they would run over it.
    """
    return tuple(t for t in (_shorten_one(stretch, over), _spread(stretch, over, all_words)) if t)


def short_name(name: str) -> str:
    """Return a name that fits a button."""
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1].rstrip()}…"


def _shorten_one(stretch: Sequence[PlacedBlock], over: int) -> Trim | None:
    # the longest block loses the smallest share of itself; a break is spared where another will do
    able = [
        p for p in stretch if p.block.minutes - over >= SHORTEST_AFTER_TRIM and _spare(p) >= over
    ]
    if not able:
        return None
    placed = max(able, key=lambda p: (p.block.kind is not BlockKind.BREAK, p.block.minutes))
    block, left = placed.block, placed.block.minutes - over
    words = f"Shorten {short_name(block.method or block.title)} to {left} min"
    return Trim(words, _shortened(placed, left))


def _spread(stretch: Sequence[PlacedBlock], over: int, words: str) -> Trim | None:
    able = [p for p in stretch if _spare(p)]
    minutes = _shares(able, over)
    return Trim(words, minutes) if minutes and len(able) > 1 else None


def _shares(blocks: Sequence[PlacedBlock], over: int) -> dict[int, int]:
    """Return new minutes that take `over` out of the blocks by what each can spare, or nothing."""
    room = sum(map(_spare, blocks))
    if over > room:
        return {}
    shares = [divmod(over * _spare(placed), room) for placed in blocks]
    cuts = [whole for whole, _ in shares]
    by_remainder = sorted(range(len(blocks)), key=lambda index: (-shares[index][1], index))
    for index in by_remainder[: over - sum(cuts)]:
        cuts[index] += 1
    minutes: dict[int, int] = {}
    for placed, cut in zip(blocks, cuts, strict=True):
        if cut:
            minutes |= _shortened(placed, placed.block.minutes - cut)
    return minutes


def _spare(placed: PlacedBlock) -> int:
    """Return the minutes a block can lose, its tracks with it; a lock in a track holds it."""
    spare = placed.block.minutes - 1
    for track in placed.tracks:
        if any(inner.block.locked_start is not None for inner in track.blocks):
            return 0
        room = sum(inner.block.minutes - 1 for inner in track.blocks)
        spare = min(spare, track.limit - track.end + room)
    return max(0, spare)


def _shortened(placed: PlacedBlock, left: int) -> dict[int, int]:
    minutes = {placed.block.key: left}
    for track in placed.tracks:
        over = track.end - placed.start - left
        if over > 0:
            minutes |= _shares([inner for inner in track.blocks if _spare(inner)], over)
    return minutes
