"""The lines of a paper form as they are typed: each with its answers and the key for each."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from workbench.surveys.asking_rules import AskedForm
from workbench.surveys.attended_band import LABELS, QUESTION
from workbench.surveys.instruments import Anchor
from workbench.surveys.paper_rules import TypedSheet, tells_codes

Value = int | str | None

KEYS: Final = "123456789abcdefghijklmnop"
DEPARTMENT: Final = "Department"
ATTENDED: Final = "How often they came"


@dataclass(frozen=True, slots=True)
class Option:
    """One box of a line: the key that ticks it, its words, what is kept."""

    key: str
    label: str
    value: int | str


@dataclass(frozen=True, slots=True)
class EntryLine:
    """One line to type; `title` stands over the first line of a questionnaire only."""

    number: str
    text: str
    options: tuple[Option, ...]
    title: str = ""

    @property
    def keys_said(self) -> str:
        """Which key ticks which box."""
        return "   ".join(f"{option.key} {option.label}" for option in self.options)

    def at_key(self, key: str) -> Option | None:
        """Return the box that a key ticks."""
        return next((option for option in self.options if option.key == key.casefold()), None)

    def label_of(self, value: Value) -> str:
        """Return the words of a kept value, "nothing" where nothing is ticked."""
        found = (f"{one.key} {one.label}" for one in self.options if one.value == value)
        return next(found, "nothing")


def entry_lines(asked: AskedForm) -> tuple[EntryLine, ...]:
    """Return the lines of a form in the order of the paper, what is asked beside last."""
    found: list[EntryLine] = []
    for block in asked.blocks:
        one = block.instrument
        options = tuple(
            Option(key, anchor.label, anchor.code)
            for key, anchor in zip(keys_for(one.anchors), one.anchors, strict=False)
        )
        for at, item in enumerate(one.items):
            title = "" if at else one.lead_in or one.title
            found.append(EntryLine(f"{len(found) + 1}.", item.shown, options, title))
    if asked.departments:
        choices = tuple(
            Option(key, name, name) for key, name in zip(KEYS, asked.departments, strict=False)
        )
        found.append(EntryLine("", DEPARTMENT, choices, "Your department, if you want to say"))
    if asked.asks_attendance:
        bands = zip(KEYS, LABELS.items(), strict=False)
        options = tuple(Option(key, label, band.value) for key, (band, label) in bands)
        found.append(EntryLine("", ATTENDED, options, QUESTION))
    return tuple(found)


def keys_for(anchors: Sequence[Anchor]) -> str:
    """Return a key for each box: the number printed over it where that is one digit, else in order.

    Over the boxes of a long scale stand its codes, which may begin at 0; ten and more take letters.
    """
    codes = [anchor.code for anchor in anchors]
    if codes == list(range(len(codes))) and tells_codes(anchors):
        return f"0{KEYS}"
    return KEYS


def typed_sheet(asked: AskedForm, values: list[Value], code: tuple[str, ...]) -> TypedSheet:
    """Return the sheet that the values of the lines and the parts of a code make."""
    codes = tuple(value if isinstance(value, int) else None for value in values[: asked.lines])
    beside = (value if isinstance(value, str) else "" for value in values[asked.lines :])
    return TypedSheet(codes, tuple(beside), code)


def values_of(sheet: TypedSheet) -> list[Value]:
    """Return the values of the lines of a sheet."""
    return [*sheet.codes, *(text or None for text in sheet.beside)]
