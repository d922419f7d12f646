"""Answers that do not fit their scale as a whole: asked about before a single one is taken."""

import re
from collections import Counter
from collections.abc import Sequence

from workbench.foundation.text import clean, counted, listed
from workbench.imports.questions import Question
from workbench.imports.response_file import blank
from workbench.imports.tables import as_text
from workbench.imports.told_cells import A_TEXT, NO_ANSWER, is_damaged_date, values_told
from workbench.imports.workbooks import Cell
from workbench.surveys.answer_labels import AnswerKey, comparable, labels_of_one_answer
from workbench.surveys.instrument_shape import Instrument

_NUMBER = re.compile(r"[+-]?\d+(?:[.,]0+)?")
_TOOL_CODE = re.compile(r"[A-Za-z]{1,4}\d{1,3}")
_TOO_MANY = 1 / 3
_SHOWN = 6
_TYPING_ERRORS = 3
_OFTEN = 0.05
_KNOWS_NOT = frozenset(
    ("don t know", "dont know", "do not know", "i don t know", "not applicable", "not sure",
     "unsure", "no opinion", "cannot say", "can t say", "weiss nicht", "weiß nicht", "no se",
     "no aplica", "je ne sais pas", "nao sei", "non so", "weet niet", "nie wiem", "null",
     "missing", "none")
)  # fmt: skip
_GAPS = 2
_CELLS_FOR_GAPS = 6
_MOST_CODES = 20


def scale_question(
    instrument: Instrument, cells: Sequence[Cell], off: Sequence[Cell], *, told_codes: bool
) -> Question | None:
    """Return what must be asked about the cells of the items, or None where they fit.

    `off` are those that could not be read. One date among them is a spreadsheet's doing; numbers
    with gaps, or one step below the scale, are another coding of it; many off the scale mean that
    the columns or the questionnaire are wrong. `told_codes` says that codes were given.
    """
    given = [cell for cell in cells if not blank(cell)]
    dates = sum(map(is_damaged_date, off))
    if dates:
        return _dates(dates, len(given))
    if not told_codes:
        if codes := tool_codes(given):
            return tool_codes_question(instrument, codes)
        question = coding_question(
            instrument, Counter(one for one in map(_number, given) if one is not None)
        )
        if question is not None:
            return question
    wrong = [cell for cell in off if _number(cell) not in NO_ANSWER]
    if len(wrong) <= len(given) * _TOO_MANY:
        again = 0 if told_codes else recurring(off, len(given))
        return _other_words(instrument, again, off) if again else None
    return Question(
        "scale",
        f"{counted(len(wrong), 'answer', 'answers')} of {len(given):,} are not on the scale of "
        f"{instrument.title}; the file has {listed(values_told(given)[:_SHOWN])}.",
        'Check --instrument and --columns, or say what labels mean: --codes "LABEL=NUMBER,...".',
    )


def coding_question(instrument: Instrument, seen: Counter[int]) -> Question | None:
    """Return what must be asked where numbers seem to stand for other answers than their own.

    Survey tools keep codes that nobody sees: a scale of 1 to 7 comes out as 1, 2, 3, 6, 7, 8, 9
    after its answers were edited, and most of these would be read as wrong answers in silence.
    """
    used = {number for number in seen if number not in NO_ANSWER}
    codes = set(instrument.codes)
    lowest, highest = min(codes), max(codes)
    near = {
        number for number in used - codes if lowest - len(codes) <= number <= highest + len(codes)
    }
    if not used or not (near or _full_of_gaps(used, codes, sum(seen.values()))):
        return None
    ordered = sorted(used)
    gap = ordered[-1] - ordered[0] >= len(ordered)
    few = sum(seen[number] for number in near) < _TYPING_ERRORS
    shifted = ordered[0] == lowest - 1 and ordered[-1] < highest
    if len(near) == 1 and few and not gap and not shifted:
        return None
    return _another_coding(instrument, ordered)


def tool_codes(cells: Sequence[Cell]) -> list[str]:
    """Return the codes that a survey tool wrote in place of answers, such as A1 to A7, else []."""
    held = {clean(as_text(cell)) for cell in cells if not blank(cell)}
    if not 2 <= len(held) <= _MOST_CODES or not all(map(_TOOL_CODE.fullmatch, held)):
        return []
    return sorted(held, key=lambda code: (code.rstrip("0123456789"), len(code), code))


def tool_codes_question(instrument: Instrument, codes: Sequence[str]) -> Question:
    """Return the question for codes of a survey tool, with the option that answers it."""
    anchors = sorted(instrument.anchors, key=lambda each: each.code)
    example = ",".join(f"{code}={each.code}" for code, each in zip(codes, anchors, strict=False))
    return Question(
        "codes",
        f"The answers are codes of the survey tool: {listed(codes)}. What do they mean?",
        f'Export full answers, or say it with --codes, as in --codes "{example}", where '
        f'{anchors[0].code} is "{anchors[0].label}" and {anchors[-1].code} is '
        f'"{anchors[-1].label}".',
    )


def recurring(off: Sequence[Cell], given: int) -> int:
    """Return how many cells hold words that recur and are no answer here, 0 for single ones.

    An answer that the questionnaire words in another way would be missing from every sheet.
    """
    words = Counter(comparable(as_text(cell)) for cell in off if _number(cell) is None)
    least = max(_TYPING_ERRORS, given * _OFTEN)
    return sum(times for text, times in words.items() if times >= least and text not in _KNOWS_NOT)


def _other_words(instrument: Instrument, again: int, off: Sequence[Cell]) -> Question:
    shown = [value for value in values_told(off) if value != A_TEXT and not value.isdecimal()]
    named = f", such as {listed(shown[:_SHOWN])}" if shown else ""
    return Question(
        "codes",
        f"{counted(again, 'answer is', 'answers are')} in words that recur and that "
        f"{instrument.title} does not have{named}.",
        'Say which answer they are, --codes "LABEL=NUMBER", or that they are none: --codes '
        '"LABEL=-99".',
    )


def _number(cell: Cell) -> int | None:
    text = as_text(cell).strip()
    return int(re.split(r"[.,]", text)[0]) if _NUMBER.fullmatch(text) else None


def _full_of_gaps(used: set[int], codes: set[int], cells: int) -> bool:
    """Return whether several answers between the lowest and highest given never occur in many."""
    inside = {code for code in codes if min(used) < code < max(used)}
    return len(inside - used) >= _GAPS and cells >= _CELLS_FOR_GAPS * len(codes)


def _dates(dates: int, given: int) -> Question:
    found = "answer is a date" if dates == 1 else "answers are dates"
    return Question(
        "dates",
        f"{dates:,} of {given:,} {found}: a spreadsheet program seems to have made them so, out of "
        "answers like 1-5.",
        "Export the answers again and import that file without opening it in between.",
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


def _another_coding(instrument: Instrument, numbers: Sequence[int]) -> Question:
    anchors = sorted(instrument.anchors, key=lambda each: each.code)
    run = range(numbers[0], numbers[0] + len(anchors))
    places: Sequence[object] = numbers if len(numbers) == len(anchors) else run
    if numbers[-1] not in run and len(numbers) != len(anchors):
        places = ["NUMBER"] * len(anchors)
    example = ",".join(
        f"{anchor.label}={number}" for anchor, number in zip(anchors, places, strict=True)
    )
    said = f"are {listed([str(number) for number in numbers])}"
    if len(numbers) > _MOST_CODES:
        said = f"run from {numbers[0]} to {numbers[-1]}"
    return Question(
        "codes",
        f"The numbers in this file {said}, the scale of {instrument.title} runs from "
        f"{anchors[0].code} to {anchors[-1].code}: they seem to stand for other answers than "
        "their own number.",
        f'Say what the numbers mean with --codes, as in --codes "{example}"; what is no answer is '
        'said as --codes "NUMBER=-99".',
    )
