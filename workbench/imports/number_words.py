"""Numbers whose meaning a file says elsewhere in words, against the scale of the questionnaire.

A form may number its answers the other way round: "1 = strongly agree" stands in a title, or
beside the number in the first and last answer, and every bare number between would be read turned.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from workbench.foundation.text import clean, fold, listed
from workbench.imports.questions import Question
from workbench.imports.tables import as_text
from workbench.imports.workbooks import Cell
from workbench.surveys.answer_labels import AnswerKey, comparable
from workbench.surveys.instrument_shape import Instrument

_NUMBER = re.compile(r"\d{1,3}")
_BARE = re.compile(r"[+-]?\d+(?:[.,]0+)?")
_ENDS = r"(?=\s*(?:$|[,;.)\]/|?!…–-]|\d|to\b|and\b|bis\b|und\b|a\b|et\b|y\b|e\b))"
_SIGN = r"(?:=|:|–|-|\(|\)|means|is|stands for|bedeutet)"
_LEAST_CODES = 6
_CELLS_FOR_AN_END = 6
_MISSING_AT_END = 2
_FIVE, _SEVEN = 5, 7


def number_question(
    instrument: Instrument, key: AnswerKey, titles: Sequence[str], cells: Sequence[Cell]
) -> Question | None:
    """Return what must be asked where bare numbers contradict what the file says of its numbers.

    `titles` are those of the items, `cells` their answers; None where nothing contradicts.
    """
    texts = {clean(as_text(cell)) for cell in cells}
    if not any(map(_BARE.fullmatch, texts)):
        return _five_of_seven(instrument, key, cells)
    said = _said(key, titles, texts)
    wrong = {
        number for number, codes in said.items() if codes != {key.by_number.get(number, number)}
    }
    if not wrong:
        return _short_scale(instrument, key, cells)
    return _explained(instrument, said, f"which is not how {instrument.title} numbers its answers")


def explained_question(
    instrument: Instrument, key: AnswerKey, titles: Sequence[str], cells: Sequence[Cell]
) -> Question | None:
    """Return the question with what the file says of its numbers, None where it says nothing."""
    said = _said(key, titles, {clean(as_text(cell)) for cell in cells})
    return _explained(instrument, said, "and has bare numbers too") if said else None


def _said(key: AnswerKey, titles: Sequence[str], texts: set[str]) -> dict[int, set[int]]:
    """Return the codes that each number stands for by the file's own words."""
    said: dict[int, set[int]] = {}
    for number, code in (*_beside(key, texts), *_in_titles(key, set(titles))):
        said.setdefault(number, set()).add(code)
    return said


def _beside(key: AnswerKey, texts: set[str]) -> Iterator[tuple[int, int]]:
    """Yield number and code of the answers that hold a known label and one number."""
    for text in texts:
        label = key.label_in(text)
        numbers = _NUMBER.findall(text)
        if label and len(numbers) == 1 and comparable(text) != label:
            yield int(numbers[0]), key.by_label[label]


def _in_titles(key: AnswerKey, titles: set[str]) -> Iterator[tuple[int, int]]:
    """Yield number and code of "1 = strongly agree" and "strongly agree (1)" in titles."""
    labels = sorted((label for label in key.by_label if label), key=len, reverse=True)
    words = "|".join(r"[\W_]+".join(map(re.escape, label.split())) for label in labels)
    first = re.compile(rf"(?<!\w)(\d{{1,3}})\s*{_SIGN}\s*[\"“„]?({words})(?!\w)[\"”“]?{_ENDS}")
    last = re.compile(rf"(?<!\w)({words})[\"”“]?\s*(?:=|:|\()\s*(\d{{1,3}})(?!\w)")
    for title in titles:
        text = fold(title)
        for number, label in first.findall(text):
            yield int(number), key.by_label[comparable(label)]
        for label, number in last.findall(text):
            yield int(number), key.by_label[comparable(label)]


def _short_scale(instrument: Instrument, key: AnswerKey, cells: Sequence[Cell]) -> Question | None:
    """Return the question where many numbers reach the lowest answer and never the highest ones.

    So comes a scale of 1 to 5 that is taken for one of 1 to 7.
    """
    codes = sorted(instrument.codes)
    read = [key.read(as_text(cell)).code for cell in cells if _BARE.fullmatch(as_text(cell))]
    seen = {code for code in read if code is not None}
    if len(codes) < _LEAST_CODES or len(read) < _CELLS_FOR_AN_END * len(codes) or not seen:
        return None
    missing = [code for code in codes if code > max(seen)]
    if min(seen) > codes[0] or len(missing) < _MISSING_AT_END:
        return None
    ends = {anchor.code: anchor.label for anchor in instrument.anchors}
    codes_said = f"{ends[codes[0]]}={codes[0]},{ends[codes[-1]]}={codes[-1]}"
    return Question(
        "codes",
        f"No answer is higher than {max(seen)}, while the scale of {instrument.title} runs to "
        f"{codes[-1]}: does the file have a shorter scale?",
        f'Check --instrument, or say that the numbers are right with --codes "{codes_said}".',
        "The numbers are right",
        codes_said,
    )


def _five_of_seven(
    instrument: Instrument, key: AnswerKey, cells: Sequence[Cell]
) -> Question | None:
    """Return the question where five words of a scale of seven come back, evenly spread.

    So does a scale of five: "agree" is its fourth step, and would be read as the sixth.
    """
    codes = sorted(instrument.codes)
    seen = {key.read(as_text(cell)).code for cell in cells} - {None}
    ends = {codes[0], codes[-1]}
    even = all(codes[0] + codes[-1] - code in seen for code in seen if code is not None)
    middle = codes[len(codes) // 2]
    if len(codes) != _SEVEN or len(seen) != _FIVE or not (even and ends <= seen and middle in seen):
        return None
    if len(cells) < _CELLS_FOR_AN_END * len(codes):
        return None
    labels = {anchor.code: anchor.label for anchor in instrument.anchors}
    unused = listed([f'"{labels[code]}"' for code in codes if code not in seen])
    codes_said = f"{labels[codes[0]]}={codes[0]},{labels[codes[-1]]}={codes[-1]}"
    return Question(
        "codes",
        f"Nobody answered {unused}: does the file have a scale of five, and {instrument.title} one "
        "of seven?",
        f'Check --instrument, or say that the answers are right with --codes "{codes_said}".',
        "The answers are right",
        codes_said,
    )


def _explained(instrument: Instrument, said: Mapping[int, set[int]], why: str) -> Question:
    labels = {anchor.code: anchor.label for anchor in instrument.anchors}
    pairs = [(number, labels[code]) for number in sorted(said) for code in sorted(said[number])]
    shown = listed([f'{number} as "{label}"' for number, label in pairs])
    example = ",".join(f"{label}={number}" for number, label in pairs)
    sure = len({label for _, label in pairs}) == len(pairs) == len(said)
    return Question(
        "codes",
        f"The file explains {shown}, {why}.",
        f'Say what the numbers mean with --codes, as in --codes "{example}".',
        "Read them so" if sure else "",
        example if sure else "",
    )
