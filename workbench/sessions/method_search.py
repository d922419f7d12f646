"""Finding a method: by words, purpose, how many people, how long, and where people sit."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from workbench.foundation.text import fold
from workbench.foundation.words import BlockKind
from workbench.sessions.method_rules import fits
from workbench.sessions.methods import Hybrid, Method

_NOWHERE: Final = 9


@dataclass(frozen=True, slots=True)
class MethodEntry:
    """A method in the library; `own` is the number of an own one, `key` that of its file or "".

    `rating` goes from 1 to 5; note and rating are the facilitator's, for this workspace only.
    """

    method: Method
    key: str = ""
    own: int | None = None
    note: str = ""
    rating: int | None = None


@dataclass(frozen=True, slots=True)
class Wish:
    """What is looked for; None and False ask nothing. `people` and `minutes` are what there is."""

    words: str = ""
    kind: BlockKind | None = None
    people: int | None = None
    minutes: int | None = None
    hybrid: bool = False
    remote: bool = False
    own: bool = False
    rated: int | None = None


def search(entries: Iterable[MethodEntry], wish: Wish) -> list[MethodEntry]:
    """Return what fits: every word found, those in the name first, then purpose, then steps.

    Accents and case are ignored. Without words own ones come first, then by place and name.
    """
    words = fold(wish.words).split()
    ranked = []
    for entry in entries:
        if not _is_wished(entry, wish):
            continue
        rank = _rank(entry, words)
        if rank is not None:
            ranked.append((rank, entry))
    return [entry for _, entry in sorted(ranked, key=lambda pair: (pair[0], _place(pair[1])))]


def _is_wished(entry: MethodEntry, wish: Wish) -> bool:
    method = entry.method
    return (
        (wish.kind is None or method.kind is wish.kind)
        and (wish.people is None or fits(method.people, wish.people))
        and (wish.minutes is None or method.minutes.low <= wish.minutes)
        and (not wish.hybrid or method.hybrid is Hybrid.WELL)
        and (not wish.remote or bool(method.remote))
        and (not wish.own or entry.own is not None)
        and (wish.rated is None or (entry.rating or 0) >= wish.rated)
    )


def _rank(entry: MethodEntry, words: Sequence[str]) -> tuple[int, int] | None:
    """Return the worst and the summed rank of the words, None where one is found nowhere."""
    if not words:
        return (0, 0)
    places = _places(entry)
    ranks = [_found(word, places) for word in words]
    return None if max(ranks) == _NOWHERE else (max(ranks), sum(ranks))


def _found(word: str, places: Sequence[str]) -> int:
    name = places[0]
    if f" {word}" in f" {name}":
        return 0
    return next((rank for rank, text in enumerate(places, 1) if word in text), _NOWHERE)


def _places(entry: MethodEntry) -> tuple[str, ...]:
    """Return the folded texts to look in, the telling ones first."""
    name, about, rest = _texts(entry.method)
    return name, f"{about} {fold(entry.note)}" if entry.note else about, rest


@lru_cache(maxsize=512)
def _texts(method: Method) -> tuple[str, str, str]:
    about = (method.line, method.purpose, *method.good_for, method.kind.value)
    steps = (step.do for step in method.steps)
    rest = (*steps, method.say, method.grouping, *method.materials, method.remote, *method.tips)
    return (
        method.folded,
        fold(" ".join(about)),
        fold(" ".join((*rest, *method.variations, method.source))),
    )


def _place(entry: MethodEntry) -> tuple[bool, int, str]:
    return (entry.own is None, entry.method.shelf, entry.method.folded)
