"""The kinds a facilitator uses: the program's nine, reworded or hidden, and kinds of their own.

A kind of one's own counts as one of the nine, so that help stays help in every figure.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from workbench.contributions.kinds import kind_of, letter_of
from workbench.foundation.errors import BadInput
from workbench.foundation.text import clean, fold
from workbench.foundation.words import ContributionKind as Kind

LONGEST_NAME: Final = 30
MOST_OWN: Final = 12
_PARTS_A_LINE = re.compile(r"[\t·•|:>→,;#&+]|->")
_SHORTEST_BEGINNING: Final = 3


@dataclass(frozen=True, slots=True)
class KindSpec:
    """One kind as it is called here; `own_id` is set for a stored kind of the facilitator's own."""

    name: str
    letter: str
    counts_as: Kind
    own: bool = False
    own_id: int | None = None
    hidden: bool = False

    @property
    def key(self) -> str:
        """What a menu knows the kind by."""
        return f"own {self.own_id}" if self.own else self.counts_as.value


@dataclass(frozen=True, slots=True)
class KindBook:
    """Every kind in the order it is offered: the nine first, then one's own."""

    kinds: tuple[KindSpec, ...]

    @property
    def offered(self) -> tuple[KindSpec, ...]:
        """The kinds that are not hidden."""
        return tuple(spec for spec in self.kinds if not spec.hidden)

    def kind_of(self, word: str) -> KindSpec | None:
        """Return the offered kind that a letter, a name or its beginning stands for, or None.

        What people type for one of the nine ("helped") goes on working under another name.
        """
        folded = fold(word)
        if not folded:
            return None
        for spec in self.offered:
            if folded in (spec.letter, fold(spec.name)):
                return spec
        if len(folded) >= _SHORTEST_BEGINNING:
            begins = [spec for spec in self.offered if _begins(spec, folded)]
            if begins:
                return begins[0] if len(begins) == 1 else None
        usual = kind_of(word) if len(folded) > 1 else None
        return next((s for s in self.offered if s.counts_as is usual and not s.own), None)

    def leading(self, text: str) -> int:
        """Return how many words at the start are the name of a kind of several words, or 0."""
        words = fold(text).split()
        names = [fold(spec.name).split() for spec in self.offered]
        return max(
            (len(name) for name in names if len(name) > 1 and _starts(words, name)), default=0
        )

    def of(self, kind: Kind, own_id: int | None = None) -> KindSpec:
        """Return how a logged gift's kind is called, hidden or not."""
        for spec in self.kinds:
            if own_id is not None and spec.own_id == own_id:
                return spec
        return next(spec for spec in self.kinds if spec.counts_as is kind and not spec.own)

    def by_key(self, key: str) -> KindSpec | None:
        """Return the kind that a menu knows by a key."""
        return next((spec for spec in self.kinds if spec.key == key), None)


USUAL: Final = KindBook(tuple(KindSpec(kind.value, letter_of(kind), kind) for kind in Kind))


def checked_kinds(wanted: Sequence[KindSpec]) -> tuple[KindSpec, ...]:
    """Return the kinds tidied; raises BadInput with the place in `field`, such as "name 3"."""
    tidy = [_tidied(spec) for spec in wanted]
    for place, spec in enumerate(tidy):
        _check_name(place, spec, tidy)
        _check_letter(place, spec, tidy)
    if all(spec.hidden for spec in tidy):
        raise BadInput("At least one kind has to be offered.", "Tick one.", field="offered 0")
    if sum(spec.own for spec in tidy) > MOST_OWN:
        raise BadInput(
            f"More than {MOST_OWN} kinds of your own are hard to choose from.",
            "Use a tag for what is rarer, such as #demo.",
            field=f"name {len(tidy) - 1}",
        )
    return tuple(tidy)


def _tidied(spec: KindSpec) -> KindSpec:
    name, letter = clean(spec.name), fold(spec.letter)
    return replace(spec, name=name or ("" if spec.own else spec.counts_as.value), letter=letter)


def _check_name(place: int, spec: KindSpec, kinds: Sequence[KindSpec]) -> None:
    field = f"name {place}"
    if not spec.name:
        raise BadInput("A kind needs a name.", "Say it in a word or two.", field=field)
    if len(spec.name) > LONGEST_NAME:
        raise BadInput(f"This is longer than {LONGEST_NAME} letters.", "Shorten it.", field=field)
    if _PARTS_A_LINE.search(spec.name) or not spec.name[0].isalpha() or len(spec.name) == 1:
        raise BadInput(
            "A kind is called by words.",
            "Leave out signs such as : > , and #; one letter alone is too short.",
            field=field,
        )
    folded = fold(spec.name)
    others = kinds[:place]
    taken = any(fold(one.name) == folded for one in others)
    if taken or (spec.own and folded in [kind.value for kind in Kind]):
        raise BadInput(f"There is a kind called {spec.name} already.", field=field)


def _check_letter(place: int, spec: KindSpec, kinds: Sequence[KindSpec]) -> None:
    field, letter = f"letter {place}", spec.letter
    if not letter:
        return
    if len(letter) != 1 or not letter.isalpha():
        raise BadInput("One letter, or none.", field=field)
    for one in kinds[:place]:
        if one.letter == letter and not (one.hidden or spec.hidden):
            raise BadInput(f"{letter} stands for {one.name} already.", field=field)


def _begins(spec: KindSpec, folded: str) -> bool:
    name = fold(spec.name)
    return name.startswith(folded) or folded == f"{name}s"


def _starts(words: list[str], name: list[str]) -> bool:
    return (
        len(words) >= len(name)
        and [
            re.split(r"->|[:>→]", word)[0] if at == len(name) - 1 else word
            for at, word in enumerate(words[: len(name)])
        ]
        == name
    )
