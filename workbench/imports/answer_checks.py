"""Answers that do not fit their scale as a whole: asked about before a single one is taken."""

import re
from collections.abc import Sequence

from workbench.foundation.text import counted, listed
from workbench.imports.cells import is_dated
from workbench.imports.questions import Question
from workbench.imports.response_file import blank
from workbench.imports.tables import as_text
from workbench.imports.workbooks import Cell
from workbench.surveys.answer_labels import AnswerKey, labels_of_one_answer
from workbench.surveys.instrument_shape import Instrument

_NUMBER = re.compile(r"[+-]?\d+(?:[.,]0+)?")
_TOO_MANY = 1 / 3


def scale_question(
    instrument: Instrument, cells: Sequence[Cell], refused: int, *, told: bool
) -> Question | None:
    """Return what must be asked about the cells of the items, or None where they fit.

    Numbers one step below the scale are another coding of it (0 to 2 for 1 to 3), and where many
    are off the scale the columns or the questionnaire are wrong. `told` says that codes were given.
    """
    given = [cell for cell in cells if not blank(cell)]
    numbers = {int(text) for cell in given if _NUMBER.fullmatch(text := as_text(cell).strip())}
    lowest, highest = min(instrument.codes), max(instrument.codes)
    if numbers and min(numbers) == lowest - 1 and max(numbers) < highest and not told:
        return _another_coding(instrument, min(numbers), max(numbers))
    if refused <= len(given) * _TOO_MANY:
        return None
    dates = sum(is_dated(cell) for cell in given)
    if dates > len(given) * _TOO_MANY:
        return Question(
            "dates",
            "The answers are dates: a spreadsheet program seems to have made them so.",
            "Export the answers again and import that file without opening it in between.",
        )
    shown = listed(sorted({as_text(cell)[:30] for cell in given})[:6])
    return Question(
        "scale",
        f"{counted(refused, 'answer', 'answers')} of {len(given):,} are not on the scale of "
        f"{instrument.title}; the file has {shown}.",
        'Check --instrument and --columns, or say what labels mean: --codes "LABEL=NUMBER,...".',
    )


def merged_question(
    instrument: Instrument, key: AnswerKey, columns: Sequence[tuple[str, Sequence[Cell]]]
) -> Question | None:
    """Return what must be asked where one column tells two answers apart that would become one.

    Then the file has a finer scale than the questionnaire. `columns` are labels with their cells.
    """
    for column, cells in columns:
        held = {key.label_in(as_text(cell)) for cell in cells}
        for code, labels in labels_of_one_answer(instrument):
            merged = sorted(held & labels)
            if len(merged) > 1:
                return _finer_scale(instrument, column, code, merged)
    return None


def _finer_scale(instrument: Instrument, column: str, code: int, labels: Sequence[str]) -> Question:
    shown = listed([f'"{label}"' for label in labels])
    example = ",".join(f"{label}={code}" for label in labels)
    return Question(
        "codes",
        f"{column} has {shown}, which are one answer in {instrument.title}: the file seems to have "
        "a finer scale.",
        f'Check --instrument, or say that they are the same with --codes "{example}".',
    )


def _another_coding(instrument: Instrument, low: int, high: int) -> Question:
    anchors = sorted(instrument.anchors, key=lambda each: each.code)
    example = ",".join(f"{anchor.label}={low + place}" for place, anchor in enumerate(anchors))
    return Question(
        "codes",
        f"The answers run from {low} to {high}, the scale of {instrument.title} from "
        f"{anchors[0].code} to {anchors[-1].code}.",
        f'Say what the numbers mean with --codes, as in --codes "{example}".',
    )
