"""LimeSurvey exports: one title row that begins with id and submitdate, in codes or in words."""

import re
from collections.abc import Sequence

from workbench.foundation.text import fold
from workbench.imports.cells import is_dated, text_at
from workbench.imports.question_titles import title_of
from workbench.imports.response_file import UNFINISHED, RawResponses, ResponseColumn
from workbench.imports.tables import filled
from workbench.imports.workbooks import Row

NAME = "LimeSurvey export"
_FIELDS = (
    frozenset(("submitdate", "lastpage", "startlanguage", "seed")),
    frozenset(("date submitted", "last page", "start language", "seed")),
)
_BEFORE_SEED = 4
_SEED_DIGITS = 5
_PAGE_DIGITS = 3
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z]{2,10}){0,2}")
_NO_DATES = "The survey tool removed the dates, so the file does not say when people answered."


def read_limesurvey(rows: Sequence[Row]) -> RawResponses | None:
    """Return the answers of a LimeSurvey export, None where the rows are something else.

    The key of a column is its code, with or without the text that stands behind it; a row that was
    never submitted is unfinished, unless the export gives no submit dates at all.
    """
    at = next((index for index, row in enumerate(rows[:10]) if filled(row) > 1), None)
    if at is None:
        return None
    titles = [title_of(cell) for cell in rows[at]]
    folded = [_first_part(title) for title in titles]
    body = tuple(
        (number, row) for number, row in enumerate(rows[at + 1 :], at + 2) if filled(row) > 1
    )
    leading = 0
    if not any(len(fields & set(folded)) >= 2 for fields in _FIELDS):
        leading = _leading_by_shape([row for _, row in body])
        if not leading:
            return None
    columns = tuple(
        ResponseColumn(
            index,
            title.partition(". ")[0] if _coded(title) else title,
            title,
            tells=index < leading,
        )
        for index, title in enumerate(titles)
        if title
    )
    submitted = _submitted(folded, leading)
    unfinished = [number for number, row in body if not text_at(row, submitted)]
    known = submitted is not None and len(unfinished) < len(body)
    status = tuple((number, UNFINISHED) for number in unfinished) if known else ()
    removed = any(text_at(row, submitted).startswith("1980-01-01") for _, row in body)
    return RawResponses(NAME, columns, body, status, (_NO_DATES,) if removed else ())


def _leading_by_shape(rows: Sequence[Row]) -> int:
    """Return how many columns tell who answered where the headings are in another language.

    A number that rises, a moment or nothing, a page number, a language code, perhaps a seed.
    """
    first, second, third, fourth = (
        [text_at(row, place) for row in rows] for place in range(_BEFORE_SEED)
    )
    numbers = [int(text) for text in first if text.isdecimal()]
    if len(numbers) < len(rows) or len(set(numbers)) < len(rows) or not rows:
        return 0
    if not all(is_dated(text) for text in second if text) or not any(second):
        return 0
    pages = all(text.isdecimal() and len(text) <= _PAGE_DIGITS for text in third if text)
    if not (pages and all(_LANGUAGE.fullmatch(text) for text in fourth)):
        return 0
    seeds = [text_at(row, _BEFORE_SEED) for row in rows]
    seeded = all(text.isdecimal() and len(text) >= _SEED_DIGITS for text in seeds)
    return _BEFORE_SEED + seeded


def _submitted(folded: Sequence[str], leading: int) -> int | None:
    """Return the place of the moment at which an answer was submitted, None where none is."""
    if leading:
        return 1
    named = ("submitdate", "date submitted")
    return next((place for place, title in enumerate(folded) if title in named), None)


def _first_part(title: str) -> str:
    return fold(title.partition(". ")[0]) if _coded(title) else fold(title)


def _coded(title: str) -> bool:
    """Return whether a title is "code. text", as the export of codes with texts writes it."""
    code, dot, _ = title.partition(". ")
    return bool(dot) and " " not in code and len(code) <= 20
