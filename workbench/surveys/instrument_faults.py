"""Everything that keeps what a file or a form holds from being a questionnaire, field by field."""

import re
from collections.abc import Iterator
from difflib import get_close_matches
from itertools import islice
from typing import Any, Final, get_args

import msgspec

from workbench.foundation.text import listed
from workbench.foundation.typed_toml import plain
from workbench.foundation.words import Direction
from workbench.surveys.instrument_checks import faults_of
from workbench.surveys.instrument_shape import (
    Anchor,
    Band,
    Construct,
    Instrument,
    Item,
    MissingRule,
    Scoring,
)

MOST_TOLD: Final = 100
_SHAPES: Final = (Instrument, Item, Anchor, Band, MissingRule)
_FIELDS: Final = {name for shape in _SHAPES for name in shape.__struct_fields__}
_PLACE: Final = re.compile(r" - at `\$\.?(?P<path>[^`]*)`$")
_STEP: Final = re.compile(r"\[(\d+|\.\.\.)\]|([^.\[\]]+)")
_FIELD: Final = re.compile(r"^Object (?P<kind>missing required|contains unknown) field `(.+)`$")
_WORDS: Final = {
    "scoring": get_args(Scoring),
    "construct": get_args(Construct),
    "direction": tuple(Direction),
}
_WHOLE: Final[dict[str, Any]] = {  # what a broken field is taken for while the others are checked
    "id": "x", "version": 1, "language": "en", "title": "x", "construct": "other",
    "direction": Direction.HIGHER.value, "scoring": "mean", "range": [0, 1], "licence": "x",
    "missing": {"at_least": 1, "note": "x"}, "at_least": 1, "note": "x", "key": "x", "code": 0,
    "label": "x", "low": 0, "high": 0, "source": "x", "items": [], "anchors": [],
}  # fmt: skip
_ENTRIES: Final[dict[str, Any]] = {
    "items": {"key": "x"},
    "anchors": {"code": 0, "label": "x"},
    "bands": {"label": "x", "low": 0, "high": 0, "source": "x"},
    "range": 0,
}


def faults_in(tree: dict[str, Any]) -> tuple[Instrument | None, list[tuple[str, str]]]:
    """Return the questionnaire of a tree, or None, and fields such as "items[3].key" with words.

    Changes the tree: what is broken in it is put right to check the rest. Never raises.
    """
    instrument, faults = _typed(tree)
    broken = {_steps(field)[0] for field, _ in faults if field}
    if instrument is not None:
        faults += list(islice(faults_of(instrument, broken), MOST_TOLD))
    return (None if faults else instrument), faults


def _typed(tree: dict[str, Any]) -> tuple[Instrument | None, list[tuple[str, str]]]:
    """Convert the tree, putting something whole in the place of each broken part in turn."""
    faults: list[tuple[str, str]] = []
    while len(faults) < MOST_TOLD:
        try:
            return msgspec.convert(tree, Instrument), faults
        except msgspec.ValidationError as error:
            field, sentence = _mended(tree, str(error))
            faults.append((field, sentence))
        except RecursionError:
            return None, [*faults, ("", "its lists stand too deep inside each other")]
    return None, faults


def _mended(tree: dict[str, Any], message: str) -> tuple[str, str]:
    """Mend in `tree` what the decoder complains of; return the field and words for it."""
    place = _PLACE.search(message)
    path = place["path"] if place else ""
    bare = message[: place.start()] if place else message
    if "[...]" in path:
        return _odd_alias(tree, path.split("[...]")[0])
    named = _FIELD.match(bare)
    if not named:
        _put_whole(tree, _steps(path))
        return path, _sentence(path, bare)
    field = f"{path}.{named[2]}" if path else named[2]
    holder, unknown = _at(tree, _steps(path)), named["kind"] == "contains unknown"
    if not unknown:
        holder[named[2]] = _WHOLE[named[2]]
        return field, plain(bare)
    del holder[named[2]]
    near = get_close_matches(named[2], _FIELDS - {named[2]}, 1)
    return field, plain(bare) + (f', perhaps "{near[0]}" is meant' if near else "")


def _odd_alias(tree: dict[str, Any], path: str) -> tuple[str, str]:
    """Take out the first language whose other labels are no list of texts."""
    aliases = _at(tree, _steps(path))
    odd = next(name for name, words in aliases.items() if not _is_texts(words))
    del aliases[odd]
    return f"{path}.{odd}", "a list of texts is needed here"


def _is_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(word, str) for word in value)


def _sentence(path: str, bare: str) -> str:
    name = path.rsplit(".", 1)[-1]
    if name == "range":
        return "two numbers are needed here, the lowest and the highest score"
    words = re.sub(r"but (date|datetime|time) was", "but a date or time was", plain(bare))
    words = re.sub(r"^'(.*)' is not", r'"\1" is not', words)
    return words + (f": {listed(_WORDS[name], last='or')}" if name in _WORDS else "")


def _put_whole(tree: dict[str, Any], steps: tuple[str | int, ...]) -> None:
    """Put something whole in a place; an optional field goes instead."""
    holder, last = _at(tree, steps[:-1]), steps[-1]
    if isinstance(last, int):
        holder[last] = _ENTRIES[str(steps[-2])]
    elif last in _WHOLE:
        holder[last] = _WHOLE[last]
    else:
        del holder[last]


def _at(tree: Any, steps: tuple[str | int, ...]) -> Any:  # noqa: ANN401 - whatever TOML holds
    for step in steps:
        tree = tree[step]
    return tree


def _steps(path: str) -> tuple[str | int, ...]:
    return tuple(_each_step(path))


def _each_step(path: str) -> Iterator[str | int]:
    for number, name in _STEP.findall(path):
        yield int(number) if number else name
