"""Askings invented for tests of the printed form and of typing it in."""

import msgspec

from workbench.surveys.asking_rules import AskedForm, Block
from workbench.surveys.instruments import Anchor, Instrument, Item, load_instrument

DEPARTMENTS = ("Support", "Operations", "Engineering", "Sales", "People or Finance")
CODE = ("Street of your school", "First pet", "Month of your mother", "Colour of your door")


def asked(
    *instruments: Instrument,
    departments: tuple[str, ...] = DEPARTMENTS,
    comment: bool = True,
    code: tuple[str, ...] = (),
    promise: str = "",
) -> AskedForm:
    """Return a form of these questionnaires, or of our two pulses where none is named."""
    chosen = instruments or (load_instrument("safety-pulse"), load_instrument("loneliness-pulse"))
    return AskedForm(
        asking_id=1,
        community="Bridges",
        label="December 2026",
        blocks=tuple(Block(number, one) for number, one in enumerate(chosen, 1)),
        departments=departments,
        asks_comment=comment,
        code_parts=code,
        promise=promise,
        minimum_group=5,
        key_name="any",
    )


def invented(lines: int, answers: int, words: str = "How things go between us") -> Instrument:
    """Return a questionnaire of so many lines and answers, coded from 0."""
    return msgspec.structs.replace(
        load_instrument("safety-pulse"),
        items=tuple(Item(key=str(n), text=f"{words} {n}") for n in range(1, lines + 1)),
        anchors=tuple(Anchor(code=n, label=f"answer {n}") for n in range(answers)),
    )
