"""Own columns of an agenda: what the facilitator wants to note of every block beside our fields."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from workbench.foundation.errors import BadInput
from workbench.foundation.text import clean, fold

LONGEST_NAME: Final = 40


@dataclass(frozen=True, slots=True)
class OwnColumn:
    """A column of the facilitator's own by its number; every agenda of a community has it."""

    id: int
    name: str


def checked_column(name: str, taken: Iterable[str] = ()) -> str:
    """Return the name of a column cleaned; raises BadInput where empty, too long or taken already.

    Two names are the same when they differ only in case, accents or blanks.
    """
    cleaned = clean(name)
    if not cleaned:
        raise BadInput("A column needs a name.", "Type it in a word or two.", field="name")
    if len(cleaned) > LONGEST_NAME:
        raise BadInput(
            f"The name of a column may have {LONGEST_NAME} letters, this has {len(cleaned)}.",
            "Shorten it.",
            field="name",
        )
    same = next((other for other in taken if fold(other) == fold(cleaned)), None)
    if same is not None:
        raise BadInput(f"There is a column {same} already.", "Type another name.", field="name")
    return cleaned
