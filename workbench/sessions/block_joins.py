"""One block becomes two, or two become one: no minute and no word is lost."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from workbench.foundation.errors import BadInput
from workbench.foundation.text import counted
from workbench.sessions.agenda import AgendaBlock, checked_minutes
from workbench.sessions.agenda_lanes import Blocks, as_new, found, in_lane, spot_of, with_lane

_NUMBER: Final = re.compile(r" \((\d+)\)$")
_END_TRACKS: Final = "End its tracks first, or choose a block inside a track."


def split(blocks: Sequence[AgendaBlock], key: int, after: int | None = None) -> Blocks:
    """Return the agenda with a block cut in two after so many minutes, or in halves.

    Both parts say what the block said; the second one is new and called "… (2)". Raises BadInput
    where a part would have no minute, or for a block with tracks; NotFound.
    """
    block = found(blocks, key)
    if block.tracks:
        raise BadInput(f"{block.title} has parallel tracks, so it cannot be split.", _END_TRACKS)
    first = _checked_cut(block, (block.minutes + 1) // 2 if after is None else after)
    (second,) = as_new([block], beside=blocks)
    parts = (
        replace(block, minutes=first),
        replace(
            second,
            title=_next_title(block.title),
            minutes=block.minutes - first,
            locked_start=None,
        ),
    )
    return _replaced(blocks, key, 1, parts)


def merged(blocks: Sequence[AgendaBlock], key: int) -> Blocks:
    """Return the agenda with a block and the one after it as one: minutes added, texts joined.

    Raises BadInput where there is none after it, it is locked, has tracks, or the sum is too long.
    """
    spot = spot_of(blocks, key)
    pair = in_lane(blocks, spot.lane)[spot.at : spot.at + 2]
    if len(pair) < 2:
        raise BadInput(
            f"No block comes after {pair[0].title}.", "Choose the first of the two to merge."
        )
    first, second = pair
    for block in pair:
        if block.tracks:
            raise BadInput(
                f"{block.title} has parallel tracks, so it cannot be merged.", _END_TRACKS
            )
    if second.locked_start is not None:
        raise BadInput(
            f"{second.title} is locked to {second.locked_start:%H:%M}.", "Unlock its start first."
        )
    return _replaced(blocks, key, 2, (_joined(first, second),))


def _checked_cut(block: AgendaBlock, after: int) -> int:
    if block.minutes < 2:
        raise BadInput(
            f"{block.title} lasts one minute, which cannot be split.",
            "Give it more minutes first.",
            field="after",
        )
    if not 1 <= after < block.minutes:
        raise BadInput(
            f"{block.title} lasts {counted(block.minutes, 'minute', 'minutes')}, "
            f"so it cannot be split after {after:,}.",
            f"Type a number from 1 to {block.minutes - 1}.",
            field="after",
        )
    return after


def _next_title(title: str) -> str:
    number = _NUMBER.search(title)
    if number is None:
        return f"{title} (2)"
    return f"{title[: number.start()]} ({int(number[1]) + 1})"


def _joined(first: AgendaBlock, second: AgendaBlock) -> AgendaBlock:
    longer = first if first.minutes >= second.minutes else second
    same = _NUMBER.sub("", first.title) == _NUMBER.sub("", second.title)
    return replace(
        first,
        title=first.title if same else f"{first.title}, then {second.title}",
        minutes=checked_minutes(first.minutes + second.minutes),
        kind=longer.kind,
        method=_both(first.method, second.method, ", then "),
        lead=_both(first.lead, second.lead, ", "),
        grouping=_both(first.grouping, second.grouping, ", then "),
        to_say=_both(first.to_say, second.to_say, "\n"),
        materials=_both(first.materials, second.materials, "\n"),
        remote=_both(first.remote, second.remote, "\n"),
        values=_both_values(first.values, second.values),
    )


def _both(first: str, second: str, between: str) -> str:
    if not first or not second or first == second:
        return first or second
    return f"{first}{between}{second}"


def _both_values(
    first: tuple[tuple[int, str], ...], second: tuple[tuple[int, str], ...]
) -> tuple[tuple[int, str], ...]:
    one, other = dict(first), dict(second)
    return tuple(
        (column, _both(one.get(column, ""), other.get(column, ""), "\n"))
        for column in sorted(one.keys() | other.keys())
    )


def _replaced(blocks: Sequence[AgendaBlock], key: int, count: int, parts: Blocks) -> Blocks:
    spot = spot_of(blocks, key)
    at = spot.at
    return with_lane(
        blocks, spot.lane, lambda inside: (*inside[:at], *parts, *inside[at + count :])
    )
