"""Microsoft Forms and Google Forms answers: one title row in the form's language."""

from collections.abc import Sequence

from workbench.foundation.text import fold
from workbench.imports.cells import column, is_dated, is_email, is_number
from workbench.imports.response_file import ResponseColumn
from workbench.imports.workbooks import Cell, Row

MICROSOFT = "Microsoft Forms answers"
GOOGLE = "Google Forms answers"
_NOBODY = (
    "anonymous", "anonym", "anonyme", "anonimo", "anoniem", "匿名", "anonimowy", "anonymni",
    "anonymny", "anonymt", "anonyymi", "anonim", "аноним", "анонимно", "익명",
)  # fmt: skip
_LEADING = 5
_WORDS_OF_A_NAME = 4


def forms_kind(titles: Sequence[str], body: Sequence[Row]) -> str | None:
    """Return which tool's answers a table with one title row is, None where it is neither.

    Microsoft: a number, two moments, an address or "anonymous". Google: a moment, then questions.
    """
    sample = body[:40]
    first, second, third = (column(sample, index) for index in range(3))
    if _mostly_numbers(first) and _dated(second) and _dated(third) and len(titles) > 3:
        addresses = column(sample, 3)
        if not addresses or all(_address_or_nobody(cell) for cell in addresses):
            return MICROSOFT
    if _dated(first) and not _dated(second) and len(titles) > 1:
        return GOOGLE
    return None


def forms_columns(kind: str | None, titles: Sequence[str]) -> list[ResponseColumn]:
    """Return the columns of a table with one title row, those left out that have no title.

    The first five of Microsoft Forms tell who answered and when, in any language; points and
    feedback stand beside their question, with its title after or before their own word.
    """
    return [
        ResponseColumn(
            index,
            title,
            title,
            can_be_item=kind is None or not _added(title, titles[max(0, index - 2) : index]),
            tells=kind == MICROSOFT and index < _LEADING and _leading(index, title),
        )
        for index, title in enumerate(titles)
        if title
    ]


def _leading(index: int, title: str) -> bool:
    """Return whether a leading column is one of the tool's own: a long title is a question."""
    return index < _LEADING - 1 or len(title.split()) < _WORDS_OF_A_NAME


def _added(title: str, before: Sequence[str]) -> bool:
    """Return whether a title is that of a question just before with a word added, as in a quiz."""
    for question in filter(None, before):
        if title.startswith(f"{question} ["):
            return True
        if title != question and title.endswith(question):
            return title.removesuffix(question).rstrip(" ").endswith(("-", "–", "—", ":"))
    return False


def _mostly_numbers(cells: Sequence[Cell]) -> bool:
    return bool(cells) and all(is_number(cell) for cell in cells)


def _dated(cells: Sequence[Cell]) -> bool:
    return bool(cells) and all(is_dated(cell) for cell in cells)


def _address_or_nobody(cell: Cell) -> bool:
    return is_email(cell) or (isinstance(cell, str) and fold(cell) in _NOBODY)
