"""LimeSurvey exports: one title row that begins with id and submitdate, in codes or in words."""

from collections.abc import Sequence

from workbench.foundation.text import fold
from workbench.imports.cells import text_at
from workbench.imports.question_titles import title_of
from workbench.imports.response_file import UNFINISHED, RawResponses, ResponseColumn
from workbench.imports.tables import filled
from workbench.imports.workbooks import Row

NAME = "LimeSurvey export"
_FIELDS = (
    frozenset(("submitdate", "lastpage", "startlanguage", "seed")),
    frozenset(("date submitted", "last page", "start language", "seed")),
)
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
    if not any(len(fields & set(folded)) >= 2 for fields in _FIELDS):
        return None
    columns = tuple(
        ResponseColumn(index, title.partition(". ")[0] if _coded(title) else title, title)
        for index, title in enumerate(titles)
        if title
    )
    body = tuple(
        (number, row) for number, row in enumerate(rows[at + 1 :], at + 2) if filled(row) > 1
    )
    submitted = next(
        (place for place, title in enumerate(folded) if title in ("submitdate", "date submitted")),
        None,
    )
    unfinished = [number for number, row in body if not text_at(row, submitted)]
    known = submitted is not None and len(unfinished) < len(body)
    status = tuple((number, UNFINISHED) for number in unfinished) if known else ()
    removed = any(text_at(row, submitted).startswith("1980-01-01") for _, row in body)
    return RawResponses(NAME, columns, body, status, (_NO_DATES,) if removed else ())


def _first_part(title: str) -> str:
    return fold(title.partition(". ")[0]) if _coded(title) else fold(title)


def _coded(title: str) -> bool:
    """Return whether a title is "code. text", as the export of codes with texts writes it."""
    code, dot, _ = title.partition(". ")
    return bool(dot) and " " not in code and len(code) <= 20
