"""What to do when a running session would end after its slot: fewer rounds, shorter blocks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from workbench.foundation.text import counted
from workbench.sessions.run_rules import Run, RunBlock, blocks_to_come, forecast

SHORTEST: Final = 5
_MINUTE: Final = timedelta(minutes=1)
_MOST: Final = 2


@dataclass(frozen=True, slots=True)
class Remedy:
    """One way to end earlier: its words, its button, what to say once it is done.

    `minutes` are the new ones by block, `ends` the instant at which all would end then.
    """

    words: str
    button: str
    done: str
    minutes: Mapping[int, int]
    ends: datetime


@dataclass(frozen=True, slots=True)
class Skippable:
    """Rounds still to come in the block that runs: what they are called, how long one lasts."""

    name: str
    minutes: int


def remedies(
    run: Run,
    blocks: Sequence[RunBlock],
    slot_ends: datetime,
    now: datetime,
    rounds: Skippable | None = None,
) -> tuple[Remedy, ...]:
    """Return at most two ways to end closer to the end of the slot, none where it is kept."""
    ends = forecast(run, blocks, now).ends
    if run.current is None or ends - slot_ends < _MINUTE:
        return ()
    over = -(-(ends - slot_ends) // _MINUTE)
    coming = blocks_to_come(run, blocks)
    offers = (_skip(run, blocks, rounds), _shorten(coming, over), _spread(coming, over))
    found: list[Remedy] = []
    for words, button, done, minutes in (offer for offer in offers if offer):
        then = forecast(run, _changed(blocks, minutes), now).ends
        if then <= ends - _MINUTE and minutes not in [each.minutes for each in found]:
            found.append(Remedy(words, button, done, minutes, then))
    return tuple(found[:_MOST])


Offer = tuple[str, str, str, dict[int, int]]


def _skip(run: Run, blocks: Sequence[RunBlock], rounds: Skippable | None) -> Offer | None:
    here = next((block for block in blocks if block.key == run.current_block), None)
    if here is None or rounds is None or here.minutes - rounds.minutes < 1:
        return None
    words = f"Skip one {rounds.name} round"
    return words, "Skip a round", "One round less.", {here.key: here.minutes - rounds.minutes}


def _shorten(coming: Sequence[RunBlock], over: int) -> Offer | None:
    able = [block for block in coming if block.minutes - over >= SHORTEST]
    if not able:
        return None
    block = max(able, key=lambda b: b.minutes)
    left = block.minutes - over
    words = f"Shorten {block.title} to {left} min"
    return words, "Shorten it", f"{block.title} has {left} min now.", {block.key: left}


def _spread(coming: Sequence[RunBlock], over: int) -> Offer | None:
    room = {block.key: max(0, block.minutes - SHORTEST) for block in coming}
    able = {key: spare for key, spare in room.items() if spare}
    whole = sum(able.values())
    cut = min(over, whole)
    if cut < 1:
        return None
    shares = {key: divmod(cut * spare, whole) for key, spare in able.items()}
    left_over = cut - sum(cuts for cuts, _ in shares.values())
    by_rest = sorted(shares, key=lambda key: -shares[key][1])
    more = set(by_rest[:left_over])
    planned = {block.key: block.minutes for block in coming}
    minutes = {key: planned[key] - cuts - (key in more) for key, (cuts, _) in shares.items()}
    changed = {key: new for key, new in minutes.items() if new != planned[key]}
    where = counted(len(changed), "block", "blocks")
    words, done = f"Take {cut} min off {where} to come", f"{cut} min taken off {where}."
    return words, "Spread it", done, changed


def _changed(blocks: Sequence[RunBlock], minutes: Mapping[int, int]) -> list[RunBlock]:
    return [replace(block, minutes=minutes.get(block.key, block.minutes)) for block in blocks]
