"""Qualtrics exports: field ids, question texts and import ids above the answers."""

import re
from collections.abc import Sequence

from workbench.foundation.text import clean, fold
from workbench.imports.cells import text_at
from workbench.imports.question_titles import title_of
from workbench.imports.response_file import PREVIEW, UNFINISHED, RawResponses, ResponseColumn
from workbench.imports.tables import as_text, filled
from workbench.imports.workbooks import Row

NAME = "Qualtrics export"
_FIELDS = frozenset(
    ("startdate", "enddate", "status", "progress", "finished", "recordeddate", "responseid",
     "ipaddress", "distributionchannel", "userlanguage", "responseset")
)  # fmt: skip
_PREVIEWS = frozenset(
    ("1", "2", "9", "10", "17", "18", "survey preview", "survey test", "spam preview")
)
_ADDED = re.compile(
    r"_(?:DO(?:_\d+)?|TEXT|RANK|(?:First|Last|Page)[ _](?:Click|Submit)|Click Count)$"
)
_NOT_FINISHED = frozenset(("0", "false", "no"))


def read_qualtrics(rows: Sequence[Row]) -> RawResponses | None:
    """Return the answers of a Qualtrics export, None where the rows are something else.

    Previews and unfinished answers carry their reason; a condition on Finished overrides it.
    """
    at = next((index for index, row in enumerate(rows[:20]) if filled(row) > 1), None)
    if at is None or not _is_qualtrics(rows, at):
        return None
    keys = [clean(as_text(cell)) for cell in rows[at]]
    heads = _header_rows(rows, at)
    texts = [title_of(cell) for cell in rows[at + 1]] if heads > 1 else keys
    columns = tuple(
        ResponseColumn(
            index,
            key,
            texts[index] if index < len(texts) else "",
            can_be_item=not _ADDED.search(key),
        )
        for index, key in enumerate(keys)
        if key
    )
    body = tuple(
        (number, row)
        for number, row in enumerate(rows[at + heads :], at + heads + 1)
        if filled(row)
    )
    places = {fold(key): index for index, key in enumerate(keys)}
    status = tuple((number, reason) for number, row in body if (reason := _reason(row, places)))
    return RawResponses(NAME, columns, body, status)


def _is_qualtrics(rows: Sequence[Row], at: int) -> bool:
    known = {fold(as_text(cell)) for cell in rows[at]} & _FIELDS
    return len(known) >= 3 or any("importid" in _joined(row) for row in rows[at + 1 : at + 3])


def _header_rows(rows: Sequence[Row], at: int) -> int:
    for offset in (2, 1):
        if at + offset < len(rows) and "importid" in _joined(rows[at + offset]):
            return offset + 1
    below = {fold(as_text(cell)) for cell in rows[at + 1]} if at + 1 < len(rows) else set()
    return 2 if {"start date", "end date", "response id", "responseid", "finished"} & below else 1


def _joined(row: Row) -> str:
    return "".join(as_text(cell) for cell in row[:3]).casefold().replace(" ", "")


def _reason(row: Row, places: dict[str, int]) -> str:
    if fold(text_at(row, places.get("status"))) in _PREVIEWS:
        return PREVIEW
    if fold(text_at(row, places.get("finished"))) in _NOT_FINISHED:
        return UNFINISHED
    return ""
