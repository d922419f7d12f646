"""Who is meant by a few typed letters: beginnings of names, accents and case ignored."""

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.foundation.text import clean, fold


@dataclass(frozen=True, slots=True)
class Somebody:
    """A person as capture knows them."""

    id: int
    name: str


@dataclass(frozen=True, slots=True)
class Meant:
    """What was typed for a name, and everybody it may mean, the likeliest first.

    `person` is set where only one is meant: the sole candidate, or the sole exact match.
    """

    typed: str
    candidates: tuple[Somebody, ...]
    person: Somebody | None


def meant(typed: str, people: Sequence[Somebody]) -> Meant:
    """Return whom the words may mean: each is, or begins, a word of the name, in their order."""
    shown, words = clean(typed), fold(typed).split()
    if not words:
        return Meant(shown, (), None)
    whole = [one for one in people if fold(one.name).split() == words]
    exact = [one for one in people if _fits(words, one, exact=True)]
    begun = [one for one in people if _fits(words, one, exact=False)]
    candidates = tuple(dict.fromkeys([*whole, *exact, *begun]))
    surest = whole or exact or begun
    return Meant(shown, candidates, surest[0] if len(surest) == 1 else None)


def is_whole_name(typed: str, people: Sequence[Somebody]) -> bool:
    """Whether the typed words are whole words of somebody's name."""
    words = fold(typed).split()
    return bool(words) and any(_fits(words, one, exact=True) for one in people)


def _fits(words: list[str], one: Somebody, *, exact: bool) -> bool:
    rest = iter(_parts(one.name))
    return all(
        any(part == word if exact else part.startswith(word) for part in rest) for word in words
    )


def _parts(name: str) -> list[str]:
    """Return the words of a name; "Jean-Luc" is found by "jean-luc" and by "luc"."""
    return [piece for word in fold(name).split() for piece in (word, *word.split("-")[1:]) if piece]
