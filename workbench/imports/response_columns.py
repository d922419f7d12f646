"""Which column of a survey file holds which item: as told, by wording, by numbering, by count."""

import csv
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from workbench.foundation.errors import BadInput
from workbench.foundation.text import clean, fold, listed
from workbench.imports.questions import Question
from workbench.imports.response_file import ResponseColumn, find_column
from workbench.imports.roster_words import Field, field_named
from workbench.surveys.answer_labels import comparable
from workbench.surveys.instrument_shape import Instrument

_NUMBERED = re.compile(r"(?P<prefix>.*?)[\s_.\-\[(]*0*(?P<number>\d{1,3})[\])]*\s*")
_OPTION = 'Say where they are with --columns "A,B,C" or --columns "PREFIX_{}".'


@dataclass(frozen=True, slots=True)
class ItemColumns:
    """The column of each item by the item's key, empty where `question` asks which they are."""

    columns: Mapping[str, ResponseColumn]
    question: Question | None = None


def told_columns(
    instrument: Instrument, columns: Sequence[ResponseColumn], told: str
) -> dict[str, ResponseColumn]:
    """Return the items' columns from "A,B,C" or "PREFIX_{}"; raises BadInput.

    A column is named by its title, its question text, or its number in the file.
    """
    if "{}" in told:
        names = [told.replace("{}", item.key) for item in instrument.items]
    else:
        names = [clean(name) for name in next(csv.reader([told], skipinitialspace=True))]
    if len(names) != len(instrument.items):
        raise BadInput(
            f"{instrument.title} has {len(instrument.items)} items, but --columns names "
            f"{len(names)}.",
            "Name one column for each item, in the order of the items.",
        )
    by_place = {column.index: column for column in columns}
    found: dict[str, ResponseColumn] = {}
    for item, name in zip(instrument.items, names, strict=True):
        place = find_column(columns, name)
        if place is None:
            raise _no_column(name, columns)
        found[item.key] = by_place[place]
    twice = {column.label for column in found.values() if _times(found, column) > 1}
    if twice:
        raise BadInput(
            f"The column {listed(sorted(twice))} is named for more than one item.",
            "Name each column once.",
        )
    return found


def _times(found: Mapping[str, ResponseColumn], column: ResponseColumn) -> int:
    return sum(other == column for other in found.values())


def _no_column(name: str, columns: Sequence[ResponseColumn]) -> BadInput:
    names = listed([column.label for column in columns[:40]])
    return BadInput(f"The file has no column {name!r}.", f"Its columns are {names}.")


def find_items(instrument: Instrument, columns: Sequence[ResponseColumn]) -> ItemColumns:
    """Return the items' columns where the file leaves no doubt about them, else the question."""
    worded = _by_wording(instrument, columns)
    if worded:
        return ItemColumns(worded)
    sets = _numbered_sets(instrument, columns)
    if len(sets) == 1:
        return ItemColumns(_in_order(instrument, sets[0]))
    if len(sets) > 1:
        shown = [f"{found[0].label} to {found[-1].label}" for found in sets]
        return ItemColumns({}, _question(f"{len(sets)} sets of columns fit: {listed(shown)}."))
    rest = [column for column in columns if field_named(column.text) is not Field.DEPARTMENT]
    if len(rest) == len(instrument.items):
        return ItemColumns(_in_order(instrument, rest))
    count = len(instrument.items)
    shown = [column.label for column in columns[:12]]
    sentence = f"{instrument.title} has {count} items; the file has the columns {listed(shown)}."
    return ItemColumns({}, _question(sentence))


def _question(sentence: str) -> Question:
    return Question("columns", sentence, _OPTION)


def _in_order(
    instrument: Instrument, columns: Sequence[ResponseColumn]
) -> dict[str, ResponseColumn]:
    return {item.key: column for item, column in zip(instrument.items, columns, strict=True)}


def _by_wording(
    instrument: Instrument, columns: Sequence[ResponseColumn]
) -> dict[str, ResponseColumn] | None:
    """Return the columns whose question is the item's wording, alone or after a grid's heading."""
    if not instrument.has_wording:
        return None
    found: dict[str, ResponseColumn] = {}
    for item in instrument.items:
        wording = comparable(item.text)
        fitting = [column for column in columns if comparable(column.text).endswith(wording)]
        if len(fitting) != 1:
            return None
        found[item.key] = fitting[0]
    return found


def _numbered_sets(
    instrument: Instrument, columns: Sequence[ResponseColumn]
) -> list[list[ResponseColumn]]:
    """Return the sets of columns that share a beginning and are numbered like the items."""
    sets: dict[str, dict[int, ResponseColumn]] = defaultdict(dict)
    for column in columns:
        match = _NUMBERED.fullmatch(fold(column.key))
        if match:
            sets[match["prefix"]].setdefault(int(match["number"]), column)
    count = len(instrument.items)
    return [
        [numbered[number] for number in range(1, count + 1)]
        for numbered in sets.values()
        if set(numbered) == set(range(1, count + 1))
    ]
