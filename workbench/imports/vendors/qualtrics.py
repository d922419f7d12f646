"""Qualtrics exports: field ids, question texts and import ids above the answers."""

import re
from collections.abc import Sequence

from workbench.foundation.text import clean, fold
from workbench.imports.cells import cell_at, is_dated, text_at
from workbench.imports.question_titles import title_of
from workbench.imports.response_file import (
    PREVIEW,
    SCREENED_OUT,
    UNFINISHED,
    RawResponses,
    ResponseColumn,
)
from workbench.imports.tables import as_text, filled
from workbench.imports.workbooks import Row

NAME = "Qualtrics export"
_FIELDS = frozenset(
    ("startdate", "enddate", "status", "progress", "finished", "recordeddate", "responseid",
     "ipaddress", "distributionchannel", "userlanguage", "responseset")
)  # fmt: skip
_PREVIEW_BITS = 0b11
_SPAM_BIT = 0b1000
_PREVIEWS = tuple(
    map(
        fold,
        ("preview", "vorschau", "aperçu", "previsuali", "vista previa", "visualizar antes",
         "pré-visuali", "anteprima", "voorbeeld", "förhand", "forhånd", "podgląd", "náhled",
         "önizleme", "esikatselu", "プレビュー", "预览", "預覽", "미리", "предварител",
         "survey test"),
    )
)  # fmt: skip
_NORMAL = frozenset(
    ("", "imported", "offline", "offline response", "anonymous", "email", "gl", "qr", "ex",
     "importiert", "importe", "importado", "importada")
)  # fmt: skip
_AN_ADDRESS = re.compile(r".*(?<![a-z])ip(?![a-z]).*")
_DATES = frozenset(("startdate", "enddate", "recordeddate"))
_ADDED = re.compile(
    r"_(?:DO(?:_\d+)?|TEXT|RANK|(?:First|Last|Page)[ _](?:Click|Submit)|Click Count)$"
)
_NOT_FINISHED = frozenset(
    ("0", "false", "no", "falsch", "nein", "faux", "non", "falso", "nao", "onwaar", "nee", "falskt",
     "falsk", "nej", "nei", "falsz", "fałsz", "nie", "nepravda", "ne", "epatosi", "ei", "yanlis",
     "ложь", "нет", "false.")
)  # fmt: skip
_FINISHED = frozenset(
    ("1", "true", "yes", "wahr", "ja", "vrai", "oui", "verdadero", "si", "verdadeiro", "sim",
     "vero", "waar", "sant", "sann", "sand", "prawda", "tak", "pravda", "ano", "kylla", "dogru",
     "истина", "да")
)  # fmt: skip
_WHOLE = 100


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
    reasons = dict(status)
    counting = [each for each in body if each[0] not in reasons]
    return RawResponses(NAME, columns, body, status, _remarks(counting, places.get("status")))


def _is_qualtrics(rows: Sequence[Row], at: int) -> bool:
    known = {fold(as_text(cell)) for cell in rows[at]} & _FIELDS
    return len(known) >= 3 or any("importid" in _joined(row) for row in rows[at + 1 : at + 3])


def _header_rows(rows: Sequence[Row], at: int) -> int:
    for offset in (2, 1):
        if at + offset < len(rows) and "importid" in _joined(rows[at + offset]):
            return offset + 1
    if at + 2 >= len(rows):
        return 1
    dated = [
        place
        for place, cell in enumerate(rows[at])
        if fold(as_text(cell)) in _DATES and is_dated(cell_at(rows[at + 2], place))
    ]
    below = {fold(as_text(cell)) for cell in rows[at + 1]}
    texts = {"start date", "end date", "response id", "responseid", "finished"} & below
    words = [text_at(rows[at + 1], place) for place in dated]
    return 2 if texts or any(word and not is_dated(word) for word in words) else 1


def _joined(row: Row) -> str:
    return "".join(as_text(cell) for cell in row[:3]).casefold().replace(" ", "")


def _reason(row: Row, places: dict[str, int]) -> str:
    status = fold(text_at(row, places.get("status")))
    if status.isdecimal():
        if int(status) & _PREVIEW_BITS:
            return PREVIEW
    elif _is_preview(status):
        return PREVIEW
    if not _is_finished(row, places):
        return UNFINISHED
    return SCREENED_OUT if text_at(row, places.get("q_terminateflag")) else ""


def _is_preview(status: str) -> bool:
    return any(word in status for word in _PREVIEWS)


def _is_finished(row: Row, places: dict[str, int]) -> bool:
    """Return whether a person came to the end: as told, else by the progress in per cent."""
    told = fold(text_at(row, places.get("finished")))
    if told in _FINISHED or told in _NOT_FINISHED:
        return told in _FINISHED
    progress = text_at(row, places.get("progress")).rstrip(" %")
    return not progress.isdecimal() or int(progress) >= _WHOLE


def _remarks(body: Sequence[tuple[int, Row]], place: int | None) -> tuple[str, ...]:
    """Return what must be said of the tool's own words for the rows that count."""
    said = [fold(text_at(row, place)) for _, row in body]
    spam = sum(_is_spam(word) for word in said)
    if not spam:
        return _unknown_status(body, place)
    marked = "row is marked" if spam == 1 else "rows are marked"
    sentence = (
        f"{spam:,} {marked} as possible spam and counted: choose other rows with a condition on "
        "Status if they are no answers."
    )
    return (sentence, *_unknown_status(body, place))


def _is_spam(status: str) -> bool:
    """Return whether the tool suspects a row of being spam; previews of spam are previews."""
    if status.isdecimal():
        return bool(int(status) & _SPAM_BIT and not int(status) & _PREVIEW_BITS)
    return "spam" in status and not _is_preview(status)


def _unknown_status(body: Sequence[tuple[int, Row]], place: int | None) -> tuple[str, ...]:
    """Return what must be said where the tool's own word for a row is not one we know."""
    words = {fold(text_at(row, place)) for _, row in body} if place is not None else set()
    unknown = [
        word
        for word in words
        if not (
            word.isdecimal()
            or word in _NORMAL
            or _AN_ADDRESS.fullmatch(word)
            or _is_preview(word)
            or "spam" in word
        )
    ]
    if not unknown or len(words) == 1:
        return ()
    sentence = (
        "The column Status holds words that are not known here: if some mean a preview, leave "
        "those rows out with a condition on Status."
    )
    return (sentence,)
