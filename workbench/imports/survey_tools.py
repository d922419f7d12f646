"""Any survey tool's export as columns of questions and rows of answers."""

from collections.abc import Sequence
from dataclasses import replace

from workbench.foundation.errors import BadInput, UnreadableFile
from workbench.foundation.text import fold, listed
from workbench.imports.cells import is_value
from workbench.imports.question_titles import title_of
from workbench.imports.response_file import PLAIN, RawResponses
from workbench.imports.tables import SourceFile, filled, is_empty
from workbench.imports.vendors.forms import forms_columns, forms_kind
from workbench.imports.vendors.limesurvey import read_limesurvey
from workbench.imports.vendors.qualtrics import read_qualtrics
from workbench.imports.vendors.surveymonkey import read_surveymonkey
from workbench.imports.workbooks import Row

_TOOLS = (read_qualtrics, read_limesurvey, read_surveymonkey)


def read_survey(source: SourceFile, wanted: str = "") -> RawResponses:
    """Return the answers in a file; raises UnreadableFile where it has titles and nothing below.

    Of several sheets, the one wanted by name, else one a survey tool wrote, else the largest; the
    others are told of. Raises BadInput for a name that no sheet of answers has.
    """
    read = [(sheet.name, _read(sheet.rows)) for sheet in source.sheets]
    found = [(name, answers) for name, answers in read if answers is not None and answers.rows]
    if not found:
        odd = f" {source.warnings[0]}" if source.warnings else ""
        raise UnreadableFile(
            f"{source.name} holds no answers: there is nothing below its title row.{odd}",
            "Export the answers again, or choose another file.",
        )
    name, answers = _chosen(found, wanted)
    warnings = source.warnings
    if len(found) > 1:
        others = listed([other for other, _ in found if other != name])
        warnings = (*warnings, f"Only the sheet {name} was read, not {others}.")
    alike = [other for other, each in found if _are_alike(answers, each)]
    return replace(
        answers,
        warnings=(*warnings, *answers.warnings),
        alike=tuple(alike) if len(alike) > 1 else (),
    )


def _chosen(found: Sequence[tuple[str, RawResponses]], wanted: str) -> tuple[str, RawResponses]:
    if not wanted:
        return max(found, key=lambda each: _weight(each[1]))
    named = [each for each in found if fold(each[0]) == fold(wanted)]
    if not named:
        raise BadInput(
            f"No sheet with answers is called {wanted}.",
            f"Choose one of {listed([name for name, _ in found])}.",
            field="sheet",
        )
    return named[0]


def _are_alike(one: RawResponses, other: RawResponses) -> bool:
    """Return whether two sheets could both hold the answers: half of their titles are the same."""
    titles, others = ({fold(column.key) for column in each.columns} for each in (one, other))
    return 2 * len(titles & others) >= min(len(titles), len(others))


def _weight(answers: RawResponses) -> tuple[bool, int]:
    return answers.recognised_as != PLAIN, len(answers.rows) * len(answers.columns)


def looks_like_survey(source: SourceFile) -> str | None:
    """Return which survey tool wrote a file, None where only its use could tell."""
    for sheet in source.sheets:
        found = _read(sheet.rows)
        if found is not None and found.rows and found.recognised_as != PLAIN:
            return found.recognised_as
    return None


def _read(rows: Sequence[Row]) -> RawResponses | None:
    for read in _TOOLS:
        found = read(rows)
        if found is not None:
            return found
    return _plain(rows)


def _plain(rows: Sequence[Row]) -> RawResponses | None:
    at = _title_row(rows)
    if at is None:
        return None
    titled = not _is_data(rows[at])
    titles = [title_of(cell) for cell in rows[at]] if titled else []
    width = max(filled(row) and len(row) for row in rows[at:])
    every = [*titles, *(f"Column {number + 1}" for number in range(len(titles), width))]
    start = at + titled
    body = tuple((number, row) for number, row in enumerate(rows[start:], start + 1) if filled(row))
    kind = forms_kind(titles, [row for _, row in body]) if titled else None
    return RawResponses(kind or PLAIN, tuple(forms_columns(kind, every)), body)


def _title_row(rows: Sequence[Row]) -> int | None:
    """Return the place of the first row that is as wide as the rows below: titles stand there."""
    counts = [filled(row) for row in rows[:60]]
    widest = max(counts, default=0)
    if not widest:
        return None
    return next(index for index, count in enumerate(counts) if count * 2 >= widest)


def _is_data(row: Row) -> bool:
    cells = [cell for cell in row if not is_empty(cell)]
    return all(is_value(cell) for cell in cells)
