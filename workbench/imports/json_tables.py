"""A JSON file that is a list of flat objects, read as the table it stands for."""

import re

import msgspec

from workbench.foundation.errors import UnreadableFile
from workbench.imports.table_limits import MOST_COLUMNS, MOST_ROWS, too_large
from workbench.imports.workbooks import Cell, Row

_BEGINNING = re.compile(r"\s*(?:\[\s*[\[{\]]|\{\s*[\"}])")
_SAVE_AGAIN = "Export it as .xlsx or .csv where it was made, and import that."


def looks_like_json(text: str) -> bool:
    """Return whether a text begins as a JSON object or a list of them does."""
    return bool(_BEGINNING.match(text))


def read_json(text: str, name: str) -> tuple[Row, ...]:
    """Return the keys as a title row and a row for each object; `name` is for the sentences.

    Raises UnreadableFile where the JSON is cut off or is something other than flat objects.
    """
    try:
        found = msgspec.json.decode(text.encode("utf-8", "replace"))
    except (msgspec.DecodeError, RecursionError) as error:
        raise UnreadableFile(
            f"{name} begins as a JSON file, but is damaged or not complete.", _SAVE_AGAIN
        ) from error
    if not isinstance(found, list) or not all(isinstance(each, dict) for each in found):
        raise _no_table(name)
    if not any(found):
        raise UnreadableFile(f"{name} is empty.", "Choose another file.")
    titles = tuple(dict.fromkeys(key for each in found for key in each))
    if len(found) > MOST_ROWS or len(titles) > MOST_COLUMNS:
        raise too_large(name, f"more than {MOST_ROWS:,} rows or {MOST_COLUMNS:,} columns")
    rows = [tuple(_cell(each.get(title), name) for title in titles) for each in found]
    return (titles, *rows)


def _cell(value: object, name: str) -> Cell:
    """Return a value as a cell; a list of words stands in one cell, with semicolons between."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value.replace("\0", "")
    if isinstance(value, bool | int | float):
        return value
    if isinstance(value, list) and not any(isinstance(each, dict | list) for each in value):
        return "; ".join(str(each) for each in value if each is not None)
    raise _no_table(name)


def _no_table(name: str) -> UnreadableFile:
    return UnreadableFile(
        f"{name} is a JSON file, but not a plain list with one flat entry for each row.",
        _SAVE_AGAIN,
    )
