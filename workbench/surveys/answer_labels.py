"""Which code an answer from a file stands for: by its label, and by its number where that is clear.

Rules after survey-science 1.0: labels decide, never positions; a bare number counts only where the
questionnaire's codes run in one known order or the facilitator has said what the numbers mean.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from workbench.foundation.errors import BadInput
from workbench.foundation.text import fold, listed
from workbench.surveys.instrument_shape import Instrument

Problem = Literal["", "off the scale", "number without a label"]

_NOT_WORDS = re.compile(r"[\W_]+")
_NUMBER = re.compile(r"[+-]?\d+(?:[.,]0+)?")
_NUMBERED = re.compile(
    r"[\[(]?\d+[\])]?\s*[.:=)–-]*\s*(?P<after>\D.*)|(?P<before>\D.*?)\s*[\[(=:–-]?\s*\d+[\])]?"
)
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,200}>|&nbsp;")
_NO_ANSWER = {
    "", "na", "n a", "no answer", "not answered", "prefer not to say", "prefer not to answer",
    "skip", "skipped", "keine angabe", "k a", "sans reponse", "sin respuesta", "geen antwoord",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reading:
    """What one cell says: a code, nothing (no answer), or the reason why it cannot be used."""

    code: int | None = None
    problem: Problem = ""


@dataclass(frozen=True, slots=True)
class AnswerKey:
    """How the cells of one file are read: codes by label and codes by number."""

    by_label: Mapping[str, int]
    by_number: Mapping[int, int]
    numbers_need_labels: bool

    def read(self, cell: str) -> Reading:
        """Return what the cell says; a label wins over a number written beside it."""
        if label := self.label_in(cell):
            return Reading(self.by_label[label])
        if comparable(cell) in _NO_ANSWER:
            return Reading(problem="off the scale" if _has_sign(cell) else "")
        bare = cell.strip()
        if _NUMBER.fullmatch(bare):
            return self._number(int(re.split(r"[.,]", bare)[0]))
        return Reading(problem="off the scale")

    def label_in(self, cell: str) -> str:
        """Return the known label a cell holds, comparable, also beside a number; "" where none."""
        bare = _TAG.sub(" ", cell).strip()
        words = comparable(bare)
        if words in self.by_label:
            return words
        if words in _NO_ANSWER or _NUMBER.fullmatch(bare):
            return ""
        numbered = _NUMBERED.fullmatch(bare)
        label = comparable(numbered["after"] or numbered["before"] or "") if numbered else ""
        return label if label in self.by_label else ""

    def _number(self, number: int) -> Reading:
        if self.numbers_need_labels:
            return Reading(problem="number without a label")
        if number in self.by_number:
            return Reading(self.by_number[number])
        return Reading(problem="off the scale")


def _has_sign(cell: str) -> bool:
    """Return whether a cell answers with a picture or a sign, such as a star or a plus."""
    return any(unicodedata.category(sign).startswith("S") for sign in cell)


def comparable(label: str) -> str:
    """Return a label for comparing: folded, words only, so that "Yes!" and " yes " are one."""
    return _NOT_WORDS.sub(" ", fold(label)).strip()


def answer_key(instrument: Instrument, codes: Mapping[str, int] | None = None) -> AnswerKey:
    """Return how cells are read, with `codes` saying which number a label has in this file.

    A label the questionnaire knows tells what its number means (yes=1); one it does not know is
    taken as another word for the answer with that number. Raises BadInput where they contradict.
    """
    by_label = _labels(instrument)
    known = {label: number for label, number in (codes or {}).items() if _has(by_label, label)}
    by_number = _numbers(by_label, known) if known else {code: code for code in instrument.codes}
    for label, number in (codes or {}).items():
        if label not in known:
            if number not in by_number:
                raise _no_such_answer(instrument, label, number)
            by_label[comparable(label)] = by_number[number]
    return AnswerKey(by_label, by_number, instrument.codes_ambiguous and not known)


def labels_of_one_answer(instrument: Instrument) -> list[tuple[int, frozenset[str]]]:
    """Return, for each answer and language, its code and the comparable labels that mean it."""
    found = []
    for anchor in instrument.anchors:
        languages = {instrument.language: (anchor.label,)}
        for language, words in anchor.aliases.items():
            languages[language] = (*languages.get(language, ()), *words)
        found += [
            (anchor.code, frozenset(comparable(word) for word in words))
            for words in languages.values()
        ]
    return found


def _labels(instrument: Instrument) -> dict[str, int]:
    labels = {comparable(anchor.label): anchor.code for anchor in instrument.anchors}
    for anchor in instrument.anchors:
        for words in anchor.aliases.values():
            labels.update((comparable(word), anchor.code) for word in words)
    return labels


def _has(by_label: Mapping[str, int], label: str) -> bool:
    return comparable(label) in by_label


def _numbers(by_label: Mapping[str, int], known: Mapping[str, int]) -> dict[int, int]:
    numbers: dict[int, int] = {}
    for label, number in known.items():
        code = by_label[comparable(label)]
        if numbers.setdefault(number, code) != code:
            raise BadInput(
                f'The number {number} cannot stand for "{label}" and for another answer as well.',
                "Give each answer a number of its own.",
                field="codes",
            )
    return _filled(numbers, set(by_label.values()))


def _filled(numbers: dict[int, int], codes: set[int]) -> dict[int, int]:
    """Add the numbers between those named, where the named ones run straight up or down."""
    if len(numbers) < 2:
        return numbers
    steps = {code - number for number, code in numbers.items()}
    turns = {code + number for number, code in numbers.items()}
    if len(steps) == 1:
        step = steps.pop()
        return {code - step: code for code in codes}
    if len(turns) == 1:
        turn = turns.pop()
        return {turn - code: code for code in codes}
    return numbers


def _no_such_answer(instrument: Instrument, label: str, number: int) -> BadInput:
    labels = listed([f'"{anchor.label}"' for anchor in instrument.anchors])
    return BadInput(
        f'"{label}" cannot be read: no answer has the number {number}.',
        f"The answers of {instrument.title} are {labels}.",
        field="codes",
    )
