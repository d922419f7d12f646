"""Which column of a survey file answers which item: said, found by name or text, or asked."""

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass

from workbench.foundation.errors import BadInput
from workbench.foundation.text import counted, fold, listed
from workbench.imports.identity import about_a_person
from workbench.imports.questions import Question
from workbench.imports.response_file import ResponseColumn, find_column
from workbench.surveys.instrument_shape import Instrument

_RUNNING = re.compile(r"(.*?)(\d+)(\D*)")
_ENDS = ".?!]*:… "
_LEAST_LETTERS = 10
_ALIKE = 0.5
_SAY = 'Give --columns "A,B,C" in the order of the items, or --columns "PREFIX_{}".'

_SAY_WORDS = 'Where its answers are in other words, say which: --codes "LABEL=NUMBER,...".'


@dataclass(frozen=True, slots=True)
class ItemColumns:
    """The columns of the items in their order, why they were chosen, or the question that is open.

    `why` is empty where the user said so.
    """

    columns: tuple[ResponseColumn, ...] = ()
    why: str = ""
    question: Question | None = None


def said_columns(
    instrument: Instrument, columns: Sequence[ResponseColumn], said: str
) -> ItemColumns:
    """Return the columns named by "A,B,C" or "PREFIX_{}"; raises BadInput that names the wrong one.

    In a prefix {} stands for 1 up to the number of items; a title with a comma stands in quotation
    marks.
    """
    wanted = len(instrument.items)
    if "{}" in said:
        names = [said.replace("{}", str(number)) for number in range(1, wanted + 1)]
    else:
        names = [name for name in next(csv.reader([said], skipinitialspace=True)) if name.strip()]
    if len(names) != wanted:
        raise BadInput(
            f"{instrument.title} has {counted(wanted, 'item', 'items')}, but --columns names "
            f"{len(names)}.",
            "Name one column for each item, in their order.",
            field="columns",
        )
    found = [_column(columns, name) for name in names]
    twice = {each.label for each in found if found.count(each) > 1}
    if twice:
        raise BadInput(
            f"The column {listed(sorted(twice))} is named for more than one item.",
            "Name each column once.",
            field="columns",
        )
    return ItemColumns(tuple(found))


def guessed_columns(
    instrument: Instrument, columns: Sequence[ResponseColumn], on_scale: Sequence[bool]
) -> ItemColumns:
    """Return the columns found by key, by wording, by one running series or by order.

    `on_scale` says of each column whether its answers fit the scale. Where two readings are
    possible, or none, the question is returned instead.
    """
    for find, why in ((_by_text, "the item's wording"), (_by_key, "the item's key")):
        found = find(instrument, columns)
        if found:
            return ItemColumns(found, f"found by {why}")
    fitting = [each for each, fits in zip(columns, on_scale, strict=True) if fits]
    fitting = [each for each in fitting if not about_a_person(each.text)]
    series = _series(fitting, len(instrument.items))
    if any(_in_another_order(instrument, run) for run in (*series, fitting)):
        return ItemColumns(question=_which(instrument, (), fitting))
    if len(series) == 1:
        return ItemColumns(series[0], "the only numbered columns whose answers fit, in their order")
    if not series and len(fitting) == len(instrument.items):
        return ItemColumns(tuple(fitting), "the only columns whose answers fit, in their order")
    return ItemColumns(question=_which(instrument, series, fitting))


def _column(columns: Sequence[ResponseColumn], name: str) -> ResponseColumn:
    place = find_column(columns, name)
    if place is None:
        near = [each.label for each in columns][:12]
        raise BadInput(
            f"There is no column {name} in this file.",
            f"It has {listed(near)}{' and more' if len(columns) > len(near) else ''}.",
            field="columns",
        )
    return next(each for each in columns if each.index == place)


def _by_text(
    instrument: Instrument, columns: Sequence[ResponseColumn]
) -> tuple[ResponseColumn, ...]:
    if not all(item.text for item in instrument.items):
        return ()
    return _all_found([_one(columns, item.text) for item in instrument.items])


def _by_key(
    instrument: Instrument, columns: Sequence[ResponseColumn]
) -> tuple[ResponseColumn, ...]:
    keys = [fold(item.key) for item in instrument.items]
    if all(key.isdigit() for key in keys):  # "1" may name anything: a series decides
        return ()
    by_key = {fold(each.key): each for each in columns}
    return _all_found([by_key.get(key) for key in keys])


def _one(columns: Sequence[ResponseColumn], wording: str) -> ResponseColumn | None:
    """Return the one column called by a wording, whole before at the end of its title."""
    wanted = fold(wording).rstrip(_ENDS)
    titles = [
        (each, {fold(each.text).rstrip(_ENDS), fold(each.key).rstrip(_ENDS)}) for each in columns
    ]
    whole = [each for each, own in titles if wanted in own]
    ending = [each for each, own in titles if any(title.endswith(wanted) for title in own)]
    cut = [
        each
        for each, own in titles
        if any(len(title) >= _LEAST_LETTERS and wanted.startswith(title) for title in own)
    ]
    found = whole or ending or cut
    return found[0] if wanted and len(found) == 1 else None


def _in_another_order(instrument: Instrument, columns: Sequence[ResponseColumn]) -> bool:
    """Return whether a title is nearly the wording of another item than the one in its place."""
    wordings = [set(fold(item.text).split()) for item in instrument.items]
    if len(columns) != len(wordings) or not all(wordings):
        return False
    for place, column in enumerate(columns):
        words = set(fold(column.text).split())
        alike = [len(words & wording) / len(wording) for wording in wordings]
        best = max(alike)
        if best >= _ALIKE and alike.index(best) != place:
            return True
    return False


def _all_found(found: Sequence[ResponseColumn | None]) -> tuple[ResponseColumn, ...]:
    sure = tuple(each for each in found if each is not None)
    return sure if len(sure) == len(found) == len(set(sure)) else ()


def _series(columns: Sequence[ResponseColumn], wanted: int) -> list[tuple[ResponseColumn, ...]]:
    """Return the runs of columns numbered 1 to `wanted` after one stem, such as Q5_1 to Q5_7."""
    stems: dict[tuple[str, str], dict[int, ResponseColumn]] = {}
    for each in columns:
        match = _RUNNING.fullmatch(each.key)
        if match:
            stem = stems.setdefault((match[1], match[3]), {})
            stem.setdefault(int(match[2]), each)
    return [
        tuple(stem[number] for number in sorted(stem))
        for stem in stems.values()
        if len(stem) == wanted and max(stem) - min(stem) == wanted - 1
    ]


def _which(
    instrument: Instrument,
    series: Sequence[tuple[ResponseColumn, ...]],
    fitting: Sequence[ResponseColumn],
) -> Question:
    items = counted(len(instrument.items), "item", "items")
    if series:
        runs = [f"{run[0].label} to {run[-1].label}" for run in series]
        asks = f"Which columns hold the {items} of {instrument.title}: {' or '.join(runs)}?"
    elif fitting:
        labels = [each.among(fitting) for each in fitting[:12]]
        shown = listed(labels).rstrip(". ")
        asks = f"Which columns hold the {items} of {instrument.title}? These fit: {shown}."
    else:
        asks = (
            f"Which columns hold the {items} of {instrument.title}? "
            "No column holds answers on its scale."
        )
        return Question("columns", asks, f"{_SAY} {_SAY_WORDS}")
    return Question("columns", asks, _SAY)
