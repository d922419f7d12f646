"""Reading a TOML file into a typed shape, with a plain sentence for whatever does not fit."""

import re
from typing import Final, TypeVar

import msgspec

from workbench.foundation.errors import BadInput

Shape = TypeVar("Shape")
_PLACE: Final = re.compile(r" - at `\$\.?(?P<path>[^`]*)`$")
_LINE: Final = re.compile(r" \(at (?:line (?P<line>\d+), column \d+|end of document)\)$")
_KINDS: Final = {
    "str": "text",
    "int": "a whole number",
    "float": "a number",
    "bool": "true or false",
    "object": "a table",
    "array": "a list",
    "null": "nothing",
}
_SAYINGS: Final = (
    (re.compile(r"Expected `(?P<wanted>.+?)`, got `(?P<found>.+?)`$"), "mismatch"),
    (re.compile(r"Expected `(?P<wanted>.+?)`$"), "wanted"),
    (re.compile(r"Object missing required field `(?P<field>.+?)`$"), "missing"),
    (re.compile(r"Object contains unknown field `(?P<field>.+?)`$"), "unknown"),
    (re.compile(r"Invalid enum value (?P<found>.+)$"), "choice"),
)


def read_typed(text: str, shape: type[Shape], name: str) -> Shape:
    """Return the TOML in `text` as the shape; raises BadInput naming the file, line or field.

    `name` says which file, as in "the file troika.toml".
    """
    if not text.strip():
        raise refusal(name, "it is empty")
    try:
        return msgspec.toml.decode(text, type=shape)
    except msgspec.ValidationError as error:
        raise refusal(name, plain(str(error))) from error
    except RecursionError as error:
        raise refusal(name, "its lists stand too deep inside each other") from error
    except ValueError as error:  # no TOML, or a number beyond all bounds
        raise refusal(name, misspelt(str(error))) from error


def refusal(name: str, problem: str) -> BadInput:
    """Return the refusal of a file for a problem told in the middle of a sentence."""
    sentence = f"{name[:1].upper()}{name[1:]} cannot be used: {problem.rstrip('.')}."
    return BadInput(sentence, "Correct this in the file and open it again.", field="file")


def plain(message: str) -> str:
    """Return the decoder's message in words: where it is, what was wanted, what was found."""
    place = _PLACE.search(message)
    where = _where(place["path"]) if place else ""
    bare = message[: place.start()] if place else message
    for pattern, kind in _SAYINGS:
        found = pattern.match(bare)
        if found:
            return f"{where}{_saying(kind, found)}"
    return f"{where}{bare}"


def misspelt(message: str) -> str:
    """Return words for what is no TOML, the line before them where it is known."""
    place = _LINE.search(message)
    line = place["line"] if place else None
    where = f"line {line}: " if line else ""
    if message.startswith(("Cannot overwrite", "Cannot declare", "Duplicate")):
        return f"{where}a name stands there twice"
    if place and not line:
        return "it ends in the middle of something"
    return f"{where}this is not written as the lines of such a file are"


def _saying(kind: str, found: re.Match[str]) -> str:
    if kind == "mismatch":
        return f"{_kinds(found['wanted'])} is needed here, but {_kinds(found['found'])} was found"
    if kind == "wanted":
        return f"{_kinds(found['wanted'])} is needed here"
    if kind == "missing":
        return f'the field "{found["field"]}" is missing'
    if kind == "unknown":
        return f'there is no field called "{found["field"]}"'
    return f"{found['found']} is not one of the words allowed here"


def _kinds(names: str) -> str:
    parts = [part.strip() for part in names.split("|")]
    return " or ".join(_KINDS.get(part, part) for part in parts)


def _where(path: str) -> str:
    """Turn `items[0].key` into "items, entry 1, key: "."""
    words = re.sub(r"\[(\d+)\]", lambda found: f", entry {int(found[1]) + 1}", path)
    words = words.replace("[...]", "").replace(".", ", ").strip(", ")
    return f"{words}: " if words else ""
