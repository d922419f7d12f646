"""Which rows and cells of a survey file count, after what the user said of them."""

from dataclasses import replace
from typing import Literal

from workbench.foundation.text import counted, fold
from workbench.imports.questions import Question
from workbench.imports.response_file import Responses
from workbench.imports.tables import as_text

ANSWERED_AGAIN = "there again, answered later"


def without_none(responses: Responses, none: frozenset[str]) -> Responses:
    """Return the answers with every cell left open that was said to be no answer."""
    if not none:
        return responses
    rows = tuple(
        tuple("" if fold(as_text(cell)) in none else cell for cell in row) for row in responses.rows
    )
    return replace(responses, rows=rows)


def without_doubles(
    responses: Responses, said: Literal["", "all", "last"]
) -> tuple[Responses, tuple[Question, ...]]:
    """Return the answers to count, and the question where somebody seems to have answered twice."""
    double = responses.earlier_doubles
    if not double or said == "all":
        return responses, ()
    if not said:
        return responses, (_double_question(len(double)),)
    rows = tuple(row for at, row in enumerate(responses.rows) if at not in double)
    left_out = (*responses.left_out, (ANSWERED_AGAIN, len(double)))
    return replace(responses, rows=rows, left_out=left_out), ()


def _double_question(double: int) -> Question:
    return Question(
        "duplicates",
        f"{counted(double, 'row seems', 'rows seem')} to be there again, by the address, the "
        "number or every cell of it. Do all rows count, or only the latest of each?",
        "Give --duplicates all or --duplicates last, or choose rows with --where COLUMN=VALUE.",
    )
