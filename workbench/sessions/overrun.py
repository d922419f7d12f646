"""What to trim when the blocks need more minutes than there are: one block, or all of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from workbench.foundation.text import counted
from workbench.foundation.words import BlockKind
from workbench.sessions.agenda import Agenda, PlacedBlock

SHORTEST_AFTER_TRIM: Final = 5
_LONGEST_NAME: Final = 28


@dataclass(frozen=True, slots=True)
class Trim:
    """A proposal: the button's words and the new minutes for the keys of the blocks it shortens."""

    words: str
    minutes: dict[int, int]


@dataclass(frozen=True, slots=True)
class Overrun:
    """Minutes too many before a fixed time, said in words, with what would mend it."""

    minutes: int
    headline: str
    sentence: str
    trims: tuple[Trim, ...]


def overruns(agenda: Agenda) -> tuple[Overrun, ...]:
    """Return where blocks run over a locked start or the end of the slot, with proposals.

    Locked starts cut the agenda into stretches; only the blocks of a stretch can mend its overrun.
    """
    stretches = _stretches(agenda.blocks)
    found: list[Overrun] = []
    for index, stretch in enumerate(stretches):
        last = index == len(stretches) - 1
        limit = agenda.slot if last else stretches[index + 1][0].start
        over = stretch[-1].end - limit
        if over > 0:
            said = _slot_words(agenda) if last else _lock_words(agenda, stretches[index + 1][0])
            found.append(Overrun(over, f"{_minutes(over)} over.", said, _trims(stretch, over)))
    return tuple(found)


def _stretches(blocks: Sequence[PlacedBlock]) -> list[list[PlacedBlock]]:
    stretches: list[list[PlacedBlock]] = []
    for placed in blocks:
        if not stretches or placed.block.locked_start is not None:
            stretches.append([])
        stretches[-1].append(placed)
    return stretches


def _slot_words(agenda: Agenda) -> str:
    if agenda.end == agenda.planned:
        return f"You planned {agenda.planned} minutes for a {agenda.slot} minute slot."
    ends, slot_ends = agenda.wall(agenda.end), agenda.wall(agenda.slot)
    return f"The last block ends at {ends:%H:%M}, the slot at {slot_ends:%H:%M}."


def _lock_words(agenda: Agenda, locked: PlacedBlock) -> str:
    return f"{locked.block.title} is locked to {agenda.wall(locked.start):%H:%M}."


def _trims(stretch: Sequence[PlacedBlock], over: int) -> tuple[Trim, ...]:
    return tuple(trim for trim in (_shorten_one(stretch, over), _spread(stretch, over)) if trim)


def _shorten_one(stretch: Sequence[PlacedBlock], over: int) -> Trim | None:
    # the longest block loses the smallest share of itself; a break is spared where another will do
    able = [p.block for p in stretch if p.block.minutes - over >= SHORTEST_AFTER_TRIM]
    if not able:
        return None
    block = max(able, key=lambda b: (b.kind is not BlockKind.BREAK, b.minutes))
    left = block.minutes - over
    return Trim(f"Shorten {_short(block.method or block.title)} to {left} min", {block.key: left})


def _spread(stretch: Sequence[PlacedBlock], over: int) -> Trim | None:
    blocks = [p.block for p in stretch if p.block.minutes > 1]
    room = sum(b.minutes - 1 for b in blocks)
    if over > room or len(blocks) < 2:
        return None
    shares = [divmod(over * (b.minutes - 1), room) for b in blocks]
    cuts = [whole for whole, _ in shares]
    by_remainder = sorted(range(len(blocks)), key=lambda index: (-shares[index][1], index))
    for index in by_remainder[: over - sum(cuts)]:
        cuts[index] += 1
    changed = {b.key: b.minutes - cut for b, cut in zip(blocks, cuts, strict=True) if cut}
    return Trim("Spread over all blocks", changed)


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1].rstrip()}…"


def _minutes(number: int) -> str:
    return counted(number, "minute", "minutes")
