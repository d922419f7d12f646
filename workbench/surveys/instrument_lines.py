"""Everything that is wrong in a questionnaire file at once, each with its line and field."""

import re
from dataclasses import dataclass

from workbench.foundation.toml_lines import line_of, toml_lines
from workbench.surveys.instrument_faults import MOST_TOLD, faults_in
from workbench.surveys.instrument_shape import Instrument
from workbench.surveys.instrument_syntax import read_tree

__all__ = ["MOST_TOLD", "Problem", "problems_in", "read_instrument"]


@dataclass(frozen=True, slots=True)
class Problem:
    """What does not fit: its line from 1, its field as "items[3].key", and words for it."""

    line: int
    field: str
    sentence: str

    @property
    def place(self) -> str:
        """The field in words: "items, entry 4, key"."""
        entries = re.sub(r"\[(\d+)\]", lambda found: f", entry {int(found[1]) + 1}", self.field)
        return entries.replace(".", ", ")

    @property
    def told(self) -> str:
        """Line, field and sentence as one, for the middle of a sentence."""
        return ": ".join(filter(None, (f"line {self.line}", self.place, self.sentence)))


def problems_in(text: str) -> tuple[Problem, ...]:
    """Return all that keeps a text from being a questionnaire, in the order of its lines.

    Never raises. At most `MOST_TOLD` are told.
    """
    return read_instrument(text)[1]


def read_instrument(text: str) -> tuple[Instrument | None, tuple[Problem, ...]]:
    """Return the questionnaire in `text`, or None and what is wrong, in the order of its lines."""
    text = text.removeprefix("\ufeff")
    if not text.strip():
        return None, (Problem(1, "", "it is empty"),)
    tree, misspelt, stood_in = read_tree(text)
    problems = [Problem(line, "", sentence) for line, sentence in misspelt]
    instrument = None
    if tree is not None:
        instrument, faults = faults_in(tree)
        lines = toml_lines(text) if faults else {}
        found = (Problem(_line(field, lines), field, words) for field, words in faults)
        problems += [one for one in found if one.line not in stood_in]
    if problems:
        told = sorted(dict.fromkeys(problems), key=lambda one: one.line)
        return None, tuple(told[:MOST_TOLD])
    return instrument, ()


def _line(field: str, lines: dict[str, int]) -> int:
    return line_of(field, lines) or lines.get(f"{field}[0]", 1)
