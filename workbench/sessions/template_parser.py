"""Reading the text of a template, with a plain sentence and the line for whatever does not fit."""

import re
import tomllib
from collections.abc import Callable, Iterator
from difflib import get_close_matches
from functools import partial
from typing import Any, Final

import msgspec

from workbench.foundation.errors import BadInput, UnreadableFile
from workbench.foundation.text import clean, kept
from workbench.foundation.toml_lines import line_of, toml_lines
from workbench.foundation.words import BlockKind
from workbench.sessions.agenda import checked_minutes
from workbench.sessions.column_rules import checked_column
from workbench.sessions.pre_work_rules import PreWorkItem, checked_item
from workbench.sessions.rules import checked_slot
from workbench.sessions.template_shape import (
    TemplateAgenda,
    TemplateBlock,
    TemplatePreWork,
    TemplateTrack,
)

LATEST_LOCK: Final = 720
LARGEST: Final = 1_000_000
_SHAPES: Final = (TemplateAgenda, TemplateBlock, TemplateTrack, TemplatePreWork)
_FIELDS: Final = {name for shape in _SHAPES for name in shape.__struct_fields__}
_KINDS: Final = {"str": "text in quotes", "int": "a whole number", "array": "a list"}
_PLACE: Final = re.compile(r" - at `\$\.?(?P<path>[^`]*)`$")
_LINE: Final = re.compile(r" \(at (?:line (?P<line>\d+), column \d+|end of document)\)$")
_MISMATCH: Final = re.compile(r"Expected `(?P<wanted>[a-z]+)[^`]*`, got `(?P<found>[a-z]+)`$")
_UNKNOWN: Final = re.compile(r"Object contains unknown field `(?P<field>.+)`$")
_MISSING: Final = re.compile(r"Object missing required field `(?P<field>.+)`$")
_CHOICE: Final = re.compile(r"Invalid enum value '?(?P<found>.*?)'?$")
_MEND: Final = "Correct it there, save the file and bring it in again."

Problem = tuple[str, str]


def template_from_bytes(content: bytes, name: str) -> TemplateAgenda:
    """Return the template of a file's content; raises UnreadableFile naming the file."""
    if len(content) > LARGEST:
        raise _refused(name, None, "it is too large for an agenda", "Choose another file.")
    wide = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    try:
        text = content.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise _refused(
            name, None, "it is not a text file", "Choose the file that Export template wrote."
        ) from error
    return parse_template(text, name)


def parse_template(text: str, name: str) -> TemplateAgenda:
    """Return the template written as TOML; raises UnreadableFile with line and next step."""
    if not text.strip():
        raise _refused(
            name, None, "it is empty", "Choose another file, or export the template anew."
        )
    lines = toml_lines(text)
    try:
        template = msgspec.convert(_tables(text, name), TemplateAgenda)
    except msgspec.ValidationError as error:
        path, words = _plain(str(error))
        raise _refused(name, line_of(path, lines), words) from error
    for path, words in _problems(template):
        raise _refused(name, line_of(path, lines), words)
    return template


def _tables(text: str, name: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except RecursionError as error:
        raise _refused(name, None, "its lists stand too deep inside each other") from error
    except ValueError as error:  # TOMLDecodeError, or a number beyond all bounds
        raise _refused(name, *_misspelt(str(error), text)) from error


def _misspelt(message: str, text: str) -> tuple[int | None, str]:
    """Return the line of what is no TOML, None where unknown, and words for it."""
    place = _LINE.search(message)
    if place and not place["line"]:
        return len(text.rstrip().splitlines()), "it ends in the middle of something"
    line = int(place["line"]) if place else None
    if message.startswith(("Cannot overwrite", "Cannot declare", "Duplicate")):
        return line, "this stands there twice"
    return line, "this line is not written as a template's lines are"


def _refused(name: str, line: int | None, words: str, next_step: str = _MEND) -> UnreadableFile:
    where = f"{name}, line {line}" if line else name
    return UnreadableFile(f"{where}: {words.rstrip('.')}.", next_step)


def _plain(message: str) -> Problem:
    """Turn the decoder's message into the path it is about and words for it."""
    place = _PLACE.search(message)
    path = place["path"].replace("[...]", "") if place else ""
    bare = message[: place.start()] if place else message
    if found := _MISMATCH.match(bare):
        wanted = _KINDS.get(found["wanted"], "a part with its own lines")
        field = path.rsplit(".", 1)[-1]
        return path, f"{_called(field)} needs {wanted}"
    if found := _UNKNOWN.match(bare):
        near = get_close_matches(found["field"], _FIELDS, 1)
        guess = f', perhaps "{near[0]}" is meant' if near else ""
        field = f"{path}.{found['field']}" if path else found["field"]
        return field, f'a template has no field "{found["field"]}"{guess}'
    if found := _MISSING.match(bare):
        return path, f'the field "{found["field"]}" is missing'
    if found := _CHOICE.match(bare):
        kinds = ", ".join(BlockKind)
        return path, f'"{found["found"]}" is no kind of block; the kinds are {kinds}'
    return path, "this part is not written as a template's parts are"


def _called(field: str) -> str:
    return f'"{field.split("[", maxsplit=1)[0]}"' if field else "this"


def _problems(template: TemplateAgenda) -> Iterator[Problem]:
    if not clean(kept(template.name)):
        yield "name", "the template has no name"
    yield from _refusals("minutes", partial(checked_slot, template.minutes))
    if not template.blocks:
        yield "", "it holds no blocks"
    for place, item in enumerate(template.pre_work):
        as_kept = PreWorkItem(0, item.text, item.who, item.minutes, item.days_before, item.material)
        yield from _refusals(f"pre_work[{place}]", partial(checked_item, as_kept))
    for place, block in enumerate(template.blocks):
        yield from _block_problems(f"blocks[{place}]", block)


def _block_problems(
    path: str, block: TemplateBlock, *, in_track: bool = False
) -> Iterator[Problem]:
    if not clean(kept(block.title)):
        yield f"{path}.title", "the block has no title"
    yield from _refusals(f"{path}.minutes", partial(checked_minutes, block.minutes))
    after = block.starts_after
    if after is not None and not 0 <= after <= LATEST_LOCK:
        sentence = f"a block cannot be locked {after:,} minutes after the start"
        yield f"{path}.starts_after", f"{sentence}, only 0 to {LATEST_LOCK}"
    names = list(block.columns)
    for at, column in enumerate(names):
        yield from _refusals(
            f"{path}.columns.{column}",
            partial(checked_column, column, names[:at]),
        )
    if in_track and block.tracks:
        yield f"{path}.tracks[0]", "a block in a track cannot have tracks of its own"
    for number, track in enumerate(block.tracks if not in_track else ()):
        for place, inner in enumerate(track.blocks):
            yield from _block_problems(
                f"{path}.tracks[{number}].blocks[{place}]", inner, in_track=True
            )


def _refusals(path: str, check: Callable[[], object]) -> Iterator[Problem]:
    try:
        check()
    except BadInput as problem:
        yield f"{path}.{problem.field}" if path.endswith("]") else path, str(problem)
