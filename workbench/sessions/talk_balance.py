"""Who talks: people in small groups, everyone together, one person, or nobody in a break."""

import re
from collections.abc import Sequence
from enum import StrEnum
from typing import Final

from workbench.foundation.text import fold
from workbench.foundation.words import BlockKind
from workbench.sessions.agenda import AgendaBlock


class Voice(StrEnum):
    """Who mostly talks in a block."""

    SMALL_GROUPS = "small groups"
    TOGETHER = "together"
    ONE_PERSON = "one person"
    BREAK = "break"


_BY_KIND: Final = {
    BlockKind.FRAME: Voice.ONE_PERSON,
    BlockKind.INPUT: Voice.ONE_PERSON,
    BlockKind.PRACTISE: Voice.SMALL_GROUPS,
    BlockKind.BREAK: Voice.BREAK,
}
_SMALL: Final = re.compile(
    r"\b(pairs?|twos|duos?|threes?|trios?|triads?|fours?|fives?|quartets?|small(er)? groups?"
    r"|groups of|rooms|breakouts?|tables|neighbou?rs?|alone|on (your|their) own|solo"
    r"|individual(ly)?|troika|1-2-4)\b"
)
_ONE: Final = re.compile(r"\b(one person|talk|presentation|lecture|speaker|demos?)\b")
_WHOLE: Final = re.compile(r"\b(everyone|everybody|plenary|circle|whole group|all|together)\b")


def voice_of(block: AgendaBlock) -> Voice:
    """Return who talks in a block: what it says of its groups, then its method, then its kind."""
    usual = _BY_KIND.get(block.kind, Voice.TOGETHER)
    if usual is Voice.BREAK:
        return usual
    # a method of one who speaks tells how, not who: "story told by two"
    said = (block.grouping,) if usual is Voice.ONE_PERSON else (block.grouping, block.method)
    for words in map(fold, said):
        if _SMALL.search(words):
            return Voice.SMALL_GROUPS
        if _ONE.search(words):
            return Voice.ONE_PERSON
        if _WHOLE.search(words) and usual is not Voice.ONE_PERSON:
            return Voice.TOGETHER
    return usual


def talk_balance(blocks: Sequence[AgendaBlock]) -> dict[Voice, float]:
    """Return the minutes of each voice; tracks share the minutes of the block they stand in.

    A track counts by its own minutes, so that the sum is always the minutes of the agenda.
    """
    minutes = dict.fromkeys(Voice, 0.0)
    for block in blocks:
        inside = [inner for track in block.tracks for inner in track.blocks]
        whole = sum(inner.minutes for inner in inside)
        for part in inside if whole else [block]:
            minutes[voice_of(part)] += block.minutes * part.minutes / (whole or block.minutes)
    return minutes
