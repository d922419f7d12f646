"""Typing paper forms in twice: what both times agree on, and which sheets must be looked at again.

The sheets carry no number and are typed in any order, so the two times are compared as heaps: equal
sheets meet first, then those that differ least. Comments are typed once and belong to no sheet.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final, TypeVar

from workbench.foundation.text import clean, fold
from workbench.foundation.words import Attended
from workbench.surveys.answers import Form
from workbench.surveys.asking_rules import AskedForm
from workbench.surveys.instruments import Anchor

T = TypeVar("T")

Parts = tuple[int | str | None, ...]

_MOST_DIFFERING: Final = 0.5
_MOST_LABELLED: Final = 5


@dataclass(frozen=True, slots=True, repr=False)
class TypedSheet:
    """What was typed of one sheet: codes, line after line, then what stands beside.

    A line that was skipped holds None. `beside` holds the department and how often they came, as
    far as they are asked, "" where skipped; `code` holds the parts of a linking code.
    """

    codes: tuple[int | None, ...]
    beside: tuple[str, ...] = ()
    code: tuple[str, ...] = ()

    @property
    def parts(self) -> Parts:
        """All that can differ, one after the other: the lines, what stands beside, the code."""
        return (*self.codes, *map(fold, self.beside), *map(fold, self.code))

    @property
    def empty(self) -> bool:
        """Whether no line was answered."""
        return all(code is None for code in self.codes)


@dataclass(frozen=True, slots=True, repr=False)
class Difference:
    """One sheet as it was typed the first and the second time, and the places that differ.

    Places count the parts from 0. `unsure` tells that another sheet was as near.
    """

    first: TypedSheet
    second: TypedSheet
    places: tuple[int, ...]
    unsure: bool = False


@dataclass(frozen=True, slots=True, repr=False)
class Compared:
    """What came of comparing: sheets both times alike, those that differ, those typed once."""

    same: tuple[TypedSheet, ...]
    differing: tuple[Difference, ...]
    only_first: tuple[TypedSheet, ...]
    only_second: tuple[TypedSheet, ...]

    @property
    def settled(self) -> bool:
        """Whether both times agree on every sheet."""
        return not (self.differing or self.only_first or self.only_second)


def tells_codes(anchors: Sequence[Anchor]) -> bool:
    """Whether the boxes of a scale stand under their codes, too many to stand under labels."""
    return len(anchors) > _MOST_LABELLED


def compare(first: Iterable[TypedSheet], second: Iterable[TypedSheet]) -> Compared:
    """Compare what was typed the first and the second time, each in any order."""
    left, right, same = _equal(list(first), list(second))
    near = sorted(
        (len(places), at, to)
        for at, one in enumerate(left)
        for to, other in enumerate(right)
        if _may_be_one(one, places := differing(one, other))
    )
    ties = Counter(end for far, at, to in near for end in ((far, "first", at), (far, "second", to)))
    pairs: dict[int, tuple[int, bool]] = {}
    taken: set[int] = set()
    for far, at, to in near:
        if at not in pairs and to not in taken:
            pairs[at] = (to, max(ties[far, "first", at], ties[far, "second", to]) > 1)
            taken.add(to)
    return Compared(
        same=tuple(same),
        differing=tuple(
            Difference(left[at], right[to], differing(left[at], right[to]), unsure)
            for at, (to, unsure) in pairs.items()
        ),
        only_first=tuple(one for at, one in enumerate(left) if at not in pairs),
        only_second=tuple(one for to, one in enumerate(right) if to not in taken),
    )


def differing(one: TypedSheet, other: TypedSheet) -> tuple[int, ...]:
    """Return the places, from 0, where two sheets of one form differ."""
    both = zip(one.parts, other.parts, strict=True)
    return tuple(place for place, (left, right) in enumerate(both) if left != right)


def mended(sheet: TypedSheet, place: int, value: int | str | None) -> TypedSheet:
    """Return the sheet with another value in one place, counted as in `parts`."""
    if place < len(sheet.codes):
        code = value if isinstance(value, int) else None
        return replace(sheet, codes=_put(sheet.codes, place, code))
    text = value if isinstance(value, str) else ""
    place -= len(sheet.codes)
    if place < len(sheet.beside):
        return replace(sheet, beside=_put(sheet.beside, place, text))
    return replace(sheet, code=_put(sheet.code, place - len(sheet.beside), text))


def forms_of(
    asked: AskedForm, sheets: Iterable[TypedSheet], comments: Iterable[str] = ()
) -> tuple[Form, ...]:
    """Return what is stored of the sheets; each comment comes alone, beside nobody's answers."""
    blank = _by_block(asked, (None,) * asked.lines)
    return (
        *(
            Form(
                _by_block(asked, sheet.codes),
                sheet.beside[0] if asked.departments else "",
                code=sheet.code,
                attended=_attended(asked, sheet),
            )
            for sheet in sheets
            if not sheet.empty
        ),
        *(
            Form(blank, comment=said, code=("",) * len(asked.code_parts))
            for said in map(clean, comments)
            if said
        ),
    )


def _put(row: tuple[T, ...], place: int, value: T) -> tuple[T, ...]:
    return (*row[:place], value, *row[place + 1 :])


def _attended(asked: AskedForm, sheet: TypedSheet) -> Attended | None:
    said = sheet.beside[-1] if asked.asks_attendance else ""
    return Attended(said) if said else None


def _by_block(asked: AskedForm, codes: Sequence[int | None]) -> tuple[tuple[int | None, ...], ...]:
    found, at = [], 0
    for block in asked.blocks:
        lines = len(block.instrument.items)
        found.append(tuple(codes[at : at + lines]))
        at += lines
    return tuple(found)


def _may_be_one(one: TypedSheet, places: tuple[int, ...]) -> bool:
    """Whether so few places differ that the two may well be one sheet with slips of the finger."""
    return len(places) <= max(1, int(len(one.parts) * _MOST_DIFFERING))


def _equal(
    first: list[TypedSheet], second: list[TypedSheet]
) -> tuple[list[TypedSheet], list[TypedSheet], list[TypedSheet]]:
    """Return what is left of the first and the second heap, and the sheets they share."""
    waiting = Counter(sheet.parts for sheet in second)
    left, same = [], []
    for sheet in first:
        if waiting[sheet.parts] > 0:
            waiting[sheet.parts] -= 1
            same.append(sheet)
        else:
            left.append(sheet)
    right = []
    for sheet in second:
        if waiting[sheet.parts] > 0:
            waiting[sheet.parts] -= 1
            right.append(sheet)
    return left, right, same
