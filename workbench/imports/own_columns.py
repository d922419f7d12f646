"""What a survey file holds beside the items: own words, a chosen department, a linking code."""

import csv
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from workbench.foundation.errors import BadInput
from workbench.foundation.text import clean, counted, fold, kept, listed
from workbench.imports.cells import cell_at
from workbench.imports.questions import Question
from workbench.imports.response_file import (
    RawResponses,
    Responses,
    blank,
    find_column,
)
from workbench.imports.response_import import ResponseChoices
from workbench.imports.tables import as_text
from workbench.imports.workbooks import Cell
from workbench.surveys.answers import shuffled
from workbench.surveys.asking_rules import CODE_PARTS, MOST_DEPARTMENTS

_QUOTED = ("'=", "'+", "'-", "'@")


@dataclass(frozen=True, slots=True, repr=False)
class Departments:
    """The department chosen in each row, "" for none or several, and the question that is open."""

    chosen: tuple[str, ...]
    offered: tuple[str, ...] = ()
    question: Question | None = None


@dataclass(frozen=True, slots=True)
class OwnColumns:
    """Places in the file of the columns that hold no items, None or () where none is named."""

    comment: int | None = None
    department: int | None = None
    link: tuple[int, ...] = ()

    @property
    def places(self) -> frozenset[int]:
        """All of them."""
        single = (self.comment, self.department)
        return frozenset((*self.link, *(place for place in single if place is not None)))

    def refuse_items(self, raw: RawResponses, items: set[int]) -> None:
        """Raise BadInput where one of them is an item as well."""
        both = [
            each.among(raw.columns) for each in raw.columns if each.index in items & self.places
        ]
        if both:
            raise BadInput(
                f"The column {listed(both)} holds an item of the questionnaire already.",
                "Name another column.",
                field="columns",
            )

    def comments(self, responses: Responses) -> tuple[str, ...]:
        """Return what people wrote, in an order that tells nothing."""
        if self.comment is None:
            return ()
        return shuffled(filter(None, map(_words, _cells(responses, self.comment))))

    def codes(self, responses: Responses) -> tuple[tuple[str, ...], ...]:
        """Return the parts of the linking code of each row; () where no code is named."""
        if not self.link:
            return ()
        parts = [_cells(responses, place) for place in self.link]
        return tuple(
            tuple("" if blank(cell) else clean(as_text(cell)) for cell in row)
            for row in zip(*parts, strict=True)
        )

    def departments(self, responses: Responses) -> Departments:
        """Return the department each row chose; asks where the column holds no departments."""
        if self.department is None:
            return Departments(("",) * len(responses.rows))
        cells = _cells(responses, self.department)
        alone = {fold(text): text for text in (_alone(cell) for cell in cells) if text}
        chosen = tuple(_single(cell, alone) for cell in cells)
        offered = Counter(filter(None, chosen))
        title = next(each for each in responses.columns if each.index == self.department).label
        if len(offered) > MOST_DEPARTMENTS or len(offered) * 2 > max(1, offered.total()):
            return Departments(chosen, question=_no_departments(title, len(offered)))
        return Departments(chosen, tuple(sorted(offered)))


def own_columns(raw: RawResponses, choices: ResponseChoices) -> OwnColumns:
    """Return where the named columns stand; raises BadInput naming the one that cannot be."""
    names = next(csv.reader([choices.link or ""], skipinitialspace=True), [])
    link = tuple(_place(raw, name, "link") for name in names if name.strip())
    if len(link) not in (0, 1, *CODE_PARTS) or len(set(link)) < len(link):
        raise BadInput(
            f"A linking code has {CODE_PARTS[0]} or {CODE_PARTS[1]} parts, or stands in one column "
            "as a whole.",
            'Name its columns once each: --link "A,B,C,D".',
            field="link",
        )
    own = OwnColumns(
        _place(raw, choices.comment, "comment") if choices.comment else None,
        _place(raw, choices.department, "department") if choices.department else None,
        link,
    )
    if len(own.places) < len(link) + sum(
        each is not None for each in (own.comment, own.department)
    ):
        raise BadInput(
            "One column is named for two things.",
            "Name a column of its own for the comment, the department and the code.",
            field="comment",
        )
    return own


def _place(raw: RawResponses, named: str, field: str) -> int:
    place = find_column(raw.columns, named)
    if place is None:
        labels = [each.among(raw.columns) for each in raw.columns[:12]]
        more = " and more" if len(raw.columns) > len(labels) else ""
        raise BadInput(
            f"There is no column {named} in this file.",
            f"It has {listed(labels)}{more}.",
            field=field,
        )
    return place


def _cells(responses: Responses, index: int) -> list[Cell]:
    """Return the cells of a column by its place in the file; raises BadInput if it was dropped."""
    places = [at for at, each in enumerate(responses.columns) if each.index == index]
    if not places:
        raise BadInput(
            "The named column tells who answered, so it is dropped and cannot be used.",
            "Name another column.",
        )
    return [cell_at(row, places[0]) for row in responses.rows]


def _words(cell: Cell) -> str:
    """Return a comment as it was written: a mark before = is the survey tool's protection."""
    text = kept(as_text(cell))
    return "" if blank(cell) else text[1:] if text.startswith(_QUOTED) else text


def _alone(cell: Cell) -> str:
    """Return a cell that is one option, also written as a list of one."""
    pieces = list(_pieces(cell))
    return pieces[0] if len(pieces) == 1 else ""


def _single(cell: Cell, alone: dict[str, str]) -> str:
    """Return the one option ticked, "" for none or several that occur alone elsewhere."""
    pieces = list(_pieces(cell))
    if len(pieces) == 1:
        found = alone.get(fold(pieces[0]), pieces[0])
        several = [part for part in found.split(", ") if fold(part) in alone]
        return "" if len(several) > 1 and len(several) == len(found.split(", ")) else found
    return ""


def _pieces(cell: Cell) -> Iterator[str]:
    """Yield the options in a cell: `A;B;` and `["A","B"]` are lists, `A, B` may be one label."""
    text = "" if blank(cell) else clean(as_text(cell))
    if text.startswith("[") and text.endswith("]"):
        try:
            held = json.loads(text)
        except ValueError:
            held = None
        if isinstance(held, list):
            yield from filter(None, (clean(str(each)) for each in held))
            return
    yield from filter(None, (clean(part) for part in text.split(";")))


def _no_departments(title: str, values: int) -> Question:
    return Question(
        "department",
        f"{title} has {counted(values, 'answer', 'answers')} that differ: too many for "
        f"departments, of which a form offers at most {MOST_DEPARTMENTS}, each chosen by several "
        "people.",
        "Name another column with --department, or leave it out.",
    )
