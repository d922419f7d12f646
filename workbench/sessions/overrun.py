"""What to trim when the blocks need more minutes than there are: one block, or all of them."""

from dataclasses import dataclass

from workbench.foundation.text import counted
from workbench.sessions.agenda import Agenda, PlacedBlock
from workbench.sessions.trims import Trim, stretches, trims


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
    cut = stretches(agenda.blocks)
    found: list[Overrun] = []
    for index, stretch in enumerate(cut):
        last = index == len(cut) - 1
        limit = agenda.slot if last else cut[index + 1][0].start
        over = stretch[-1].end - limit
        if over > 0:
            mends = trims(stretch, over, "Spread over all blocks")
            if not last:
                said = _lock_words(agenda, cut[index + 1][0])
            elif mends or stretch[0].block.locked_start is None:
                said = _slot_words(agenda)
            else:
                said = f"{_lock_words(agenda, stretch[0])} Unlock it or lock it earlier."
            headline = f"{counted(over, 'minute', 'minutes')} over."
            found.append(Overrun(over, headline, said, mends))
    return tuple(found)


def _slot_words(agenda: Agenda) -> str:
    if agenda.end == agenda.planned:
        return f"You planned {agenda.planned} minutes for a {agenda.slot} minute slot."
    ends, slot_ends = agenda.wall(agenda.end), agenda.wall(agenda.slot)
    return f"The last block ends at {ends:%H:%M}, the slot at {slot_ends:%H:%M}."


def _lock_words(agenda: Agenda, locked: PlacedBlock) -> str:
    return f"{locked.block.title} is locked to {agenda.wall(locked.start):%H:%M}."
