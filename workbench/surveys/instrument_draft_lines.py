"""Items, answers and bands as lines of a form, and back; an untouched line keeps all it stood for.

An item may end in "(-)", turned round, and in "[part]". An answer is "code = label", a band "low to
high = label (source: ...)".
"""

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import Final, TypeVar

from workbench.foundation.text import clean
from workbench.surveys.instrument_shape import Anchor, Band, Instrument, Item

Part = TypeVar("Part")
Labels = dict[str, tuple[str, ...]]
TURNED: Final = "(-)"
_STRAIGHT: Final = "(+)"
_SUBSCALE: Final = re.compile(r"\s*\[([^\[\]]*)\]$")
_ANSWER: Final = re.compile(r"\s*(-?\d{1,4})\s*[=:.)]?\s*(\S.*)$")
_NUMBER: Final = r"(-?\d+(?:\.\d+)?)"
_BAND: Final = re.compile(
    rf"{_NUMBER}\s*(?:to|-|–)\s*{_NUMBER}\s*[=:]\s*(?P<label>.*?)\s*"
    r"(?:\(\s*source\s*:?(?P<source>.*)\))?$",
    re.IGNORECASE,
)


class OddLineError(ValueError):
    """A line that is not written as its field needs; says how."""


def lines_of(text: str) -> list[str]:
    """Return the lines with anything on them."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def one_line(text: str) -> str:
    """Return a text as a field of one line shows it."""
    return " ".join(text.splitlines()).strip()


def item_line(item: Item) -> str:
    """Return an item as its line."""
    line = one_line(item.text)
    if item.reversed:
        line += f" {TURNED}"
    elif line.endswith((TURNED, _STRAIGHT)):
        line += f" {_STRAIGHT}"
    if item.subscale:
        return f"{line} [{one_line(item.subscale)}]"
    return f"{line} []" if line.endswith("]") else line


def anchor_line(anchor: Anchor) -> str:
    """Return an answer as its line."""
    return f"{anchor.code} = {one_line(anchor.label)}"


def band_line(band: Band) -> str:
    """Return a band as its line."""
    source = one_line(band.source)
    return f"{band.low:g} to {band.high:g} = {one_line(band.label)} (source: {source})"


def items_of(text: str, before: Instrument | None) -> tuple[Item, ...]:
    """Return the items of the lines; a changed line keeps the key of its place."""
    lines = lines_of(text)
    old = before.items if before else ()
    same = _untouched(lines, old, item_line)
    taken = {item.key for item in same if item is not None}
    made = []
    for place, (line, kept) in enumerate(zip(lines, same, strict=True)):
        item = kept or _item(line, _key(place, old if len(old) == len(lines) else (), taken))
        taken.add(item.key)
        made.append(item)
    return tuple(made)


def anchors_of(text: str, before: Instrument | None) -> tuple[Anchor, ...]:
    """Return the answers of the lines, with their labels elsewhere; raises OddLineError."""
    lines, old = lines_of(text), before.anchors if before else ()
    aliases = {clean(anchor.label): anchor.aliases for anchor in old}
    same = _untouched(lines, old, anchor_line)
    made = []
    for place, (line, kept) in enumerate(zip(lines, same, strict=True), 1):
        made.append(kept or _anchor(line, place, aliases))
    return tuple(made)


def bands_of(text: str, before: Instrument | None) -> tuple[Band, ...]:
    """Return the bands of the lines; raises OddLineError."""
    lines, old = lines_of(text), before.bands if before else ()
    same = _untouched(lines, old, band_line)
    both = enumerate(zip(lines, same, strict=True), 1)
    return tuple(kept or _band(line, place) for place, (line, kept) in both)


def _untouched(
    lines: Sequence[str], old: Sequence[Part], written: Callable[[Part], str]
) -> list[Part | None]:
    """Return for each line the part that is written just so, each part once."""
    waiting: dict[str, list[Part]] = defaultdict(list)
    for part in old:
        waiting[written(part)].append(part)
    return [waiting[line].pop(0) if waiting[line] else None for line in lines]


def _item(line: str, key: str) -> Item:
    part = _SUBSCALE.search(line)
    text = line[: part.start()] if part else line
    turned = text.endswith(TURNED)
    bare = text.removesuffix(TURNED if turned else _STRAIGHT)
    subscale = clean(part[1]) if part else ""
    return Item(key=key, text=clean(bare), reversed=turned, subscale=subscale)


def _anchor(line: str, place: int, aliases: Mapping[str, Labels]) -> Anchor:
    answer = _ANSWER.match(line)
    if answer is None:
        raise OddLineError(f'Line {place}: begin with the code, as in "1 = never".')
    label = clean(answer[2])
    return Anchor(code=int(answer[1]), label=label, aliases=aliases.get(label, {}))


def _key(place: int, old: Sequence[Item], taken: set[str]) -> str:
    """Return the key the item of this place had, or a number; never one that is taken."""
    wanted = old[place].key if old else str(place + 1)
    numbers = (str(number) for number in range(place + 1, place + len(taken) + 3))
    return next(key for key in (wanted, *numbers) if key not in taken)


def _band(line: str, place: int) -> Band:
    found = _BAND.match(line)
    if found is None:
        raise OddLineError(
            f'Line {place}: write it as "3 to 5 = not lonely (source: who published it)".'
        )
    return Band(
        label=clean(found["label"]),
        low=float(found[1]),
        high=float(found[2]),
        source=clean(found["source"] or ""),
    )
