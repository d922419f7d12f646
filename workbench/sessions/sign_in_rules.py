"""The numbered sign-in sheet: who stands on which line, the same on paper and when typed back."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from workbench.foundation.text import clean, fold

_LETTERS: Final = "BCDFGHJKLMNPQRSTVWXZ"  # no vowels, so that a code never makes a word
_CODE_LENGTH: Final = 4


class NameOrder(StrEnum):
    """By which name the sheet is sorted."""

    LAST = "last"
    FIRST = "first"


@dataclass(frozen=True, slots=True)
class SignInPerson:
    """Somebody expected at a session; `apologies` says that they will not come."""

    person_id: int
    name: str
    first_name: str = ""
    last_name: str = ""
    department: str = ""
    apologies: bool = False


@dataclass(frozen=True, slots=True)
class SignInRow:
    """One numbered line; `shown` is the name as it is sorted: "Adeyemi, Ruth" or "Ruth Adeyemi"."""

    number: int
    person_id: int
    name: str
    shown: str
    department: str
    apologies: bool


def numbered(
    people: Iterable[SignInPerson], order: NameOrder = NameOrder.LAST
) -> tuple[SignInRow, ...]:
    """Return the lines numbered from 1, by name, accents and case ignored; ties keep their order.

    The numbers depend on the people and the order alone, so that a sheet typed back finds the
    same lines while nobody joined or left the list.
    """
    ordered = sorted(people, key=lambda one: (_sorting(one, order), one.person_id))
    return tuple(
        SignInRow(
            number, one.person_id, one.name, _shown(one, order), one.department, one.apologies
        )
        for number, one in enumerate(ordered, 1)
    )


def list_code(rows: Sequence[SignInRow]) -> str:
    """Return four letters that stay the same while the numbers of a list mean the same people."""
    digest = hashlib.sha256(",".join(str(row.person_id) for row in rows).encode()).digest()
    return "".join(_LETTERS[byte % len(_LETTERS)] for byte in digest[:_CODE_LENGTH])


def _sorting(one: SignInPerson, order: NameOrder) -> tuple[str, str]:
    first, last = _parts(one)
    names = (fold(last), fold(first))
    return names if order is NameOrder.LAST else (names[1] or names[0], names[0])


def _shown(one: SignInPerson, order: NameOrder) -> str:
    first, last = _parts(one)
    if order is NameOrder.FIRST or not (first and last):
        return clean(one.name)
    return f"{last}, {first}"


def _parts(one: SignInPerson) -> tuple[str, str]:
    """Return first and last name; where they are not known apart, the last word is the last."""
    first, last = clean(one.first_name), clean(one.last_name)
    if last or first:
        return first, last
    *before, end = clean(one.name).split(" ")
    return " ".join(before), end
