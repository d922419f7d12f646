"""People who may be one: the same address, a learned name, or nearly the same name beside it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import Final

from workbench.foundation.text import fold

ALIKE: Final = 87
_MOST: Final = 200
_LARGEST: Final = 12
_FEW: Final = 400
_BRACKETS: Final = re.compile(r"\([^)]*\)|\[[^\]]*\]")


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """What is compared of somebody: name, address, department, guest or not, learned names.

    `department` and `joined_on`, their first day here, only tell two of one name apart.
    """

    id: int
    name: str
    email: str = ""
    department_id: int | None = None
    is_guest: bool = False
    aliases: tuple[str, ...] = ()
    department: str = ""
    joined_on: date | None = None


@dataclass(frozen=True, slots=True)
class Pair:
    """Two people who may be one, with the reasons; `sure` where an address or a name says so."""

    first: PersonFacts
    second: PersonFacts
    reasons: tuple[str, ...]
    sure: bool


def duplicates(
    people: Sequence[PersonFacts], two_people: AbstractSet[tuple[int, int]] = frozenset()
) -> tuple[Pair, ...]:
    """Return the pairs that may be one person, sure ones first, then by name; at most 200.

    `two_people` holds the pairs the facilitator said are two, the lower number first.
    """
    reasons: dict[tuple[int, int], list[str]] = defaultdict(list)
    sure: set[tuple[int, int]] = set()
    for key, reason, certain in _found(people):
        if key not in two_people and reason not in reasons[key]:
            reasons[key].append(reason)
            if certain:
                sure.add(key)
    by_id = {one.id: one for one in people}
    pairs = [
        Pair(by_id[first], by_id[second], tuple(why), (first, second) in sure)
        for (first, second), why in reasons.items()
        if why
    ]
    pairs.sort(key=lambda pair: (not pair.sure, fold(pair.first.name), pair.first.id))
    return tuple(pairs[:_MOST])


_Found = tuple[tuple[int, int], str, bool]


def _found(people: Sequence[PersonFacts]) -> Iterable[_Found]:
    yield from _same_address(people)
    yield from _learned(people)
    yield from _same_name(people)
    yield from _alike(people)


def _same_address(people: Sequence[PersonFacts]) -> Iterable[_Found]:
    for together in _grouped((fold(one.email), one) for one in people if fold(one.email)):
        for pair in _pairs(together):
            yield pair, "Same e-mail", True


def _learned(people: Sequence[PersonFacts]) -> Iterable[_Found]:
    named: dict[str, list[PersonFacts]] = defaultdict(list)
    for one in people:
        named[fold(one.name)].append(one)
    for owner in people:
        for alias in owner.aliases:
            others = [one for one in named.get(fold(alias), ()) if one.id != owner.id]
            for other in others if len(others) <= _LARGEST else ():
                yield _key(owner, other), f"“{alias}” is a learned name of {owner.name}", True


def _same_name(people: Sequence[PersonFacts]) -> Iterable[_Found]:
    for together in _grouped((_words(one.name), one) for one in people if _words(one.name)):
        for one, other in combinations(together, 2):
            yield from _named_alike(one, other, "Same name")
    for together in _grouped((_letters(one.name), one) for one in people if _letters(one.name)):
        for one, other in combinations(together, 2):
            if _words(one.name) != _words(other.name):
                yield from _named_alike(one, other, "Same name spelt another way")


def _named_alike(one: PersonFacts, other: PersonFacts, said: str) -> Iterable[_Found]:
    if one.is_guest != other.is_guest:
        yield _key(one, other), f"{said}, one of them a guest", False
    elif one.department_id == other.department_id and one.department_id is not None:
        yield _key(one, other), f"{said}, same department", False
    elif not (one.email and other.email):
        yield _key(one, other), said, False


def _alike(people: Sequence[PersonFacts]) -> Iterable[_Found]:
    """Yield nearly equal names of one department, or of a guest beside anybody.

    Where few have no department, those are compared with each other as well.
    """
    named = [one for one in people if len(_words(one.name)) >= 4]
    by_place: dict[tuple[object, str], list[PersonFacts]] = defaultdict(list)
    for one in named:
        if one.department_id is not None and not one.is_guest:
            by_place[one.department_id, _digits(one.name)].append(one)
    for together in by_place.values():
        yield from _close(together, together, "same department")
    nowhere = [one for one in named if one.department_id is None and not one.is_guest]
    if len(nowhere) <= _FEW:
        yield from _close(nowhere, nowhere, "no department")
    guests = [one for one in named if one.is_guest]
    for digits in {_digits(one.name) for one in guests}:
        others = [one for one in named if _digits(one.name) == digits]
        here = [one for one in guests if _digits(one.name) == digits]
        yield from _close(here, others, "one of them a guest")


def _close(
    people: Sequence[PersonFacts], others: Sequence[PersonFacts], note: str
) -> Iterable[_Found]:
    from rapidfuzz import fuzz, process

    names = [_words(one.name) for one in others]
    for one in people:
        mine = _words(one.name)
        near = process.extract(mine, names, scorer=fuzz.ratio, score_cutoff=ALIKE, limit=_LARGEST)
        for _, score, place in near:
            other = others[place]
            if other.id == one.id or names[place] == mine or _apart(one, other):
                continue
            if _digits(one.name) != _digits(other.name):
                continue  # "Desk 1" and "Desk 2" are two
            if _letters(one.name) == _letters(other.name):
                continue  # told as the same name already
            yield _key(one, other), f"Names {round(score)} % alike, {note}", False


def _apart(one: PersonFacts, other: PersonFacts) -> bool:
    """Return whether both have an address and the addresses differ: two people with like names."""
    return bool(one.email and other.email) and fold(one.email) != fold(other.email)


def _grouped(keyed: Iterable[tuple[str, PersonFacts]]) -> list[list[PersonFacts]]:
    groups: dict[str, list[PersonFacts]] = defaultdict(list)
    for key, one in keyed:
        groups[key].append(one)
    return [group for group in groups.values() if 2 <= len(group) <= _LARGEST]


def _pairs(people: Sequence[PersonFacts]) -> Iterable[tuple[int, int]]:
    return (_key(one, other) for one, other in combinations(people, 2))


def _key(one: PersonFacts, other: PersonFacts) -> tuple[int, int]:
    return min(one.id, other.id), max(one.id, other.id)


def _words(name: str) -> str:
    """Return the words of a name for comparing, whatever their order and commas."""
    return " ".join(sorted(fold(name).replace(",", " ").split()))


def _letters(name: str) -> str:
    """Return the letters of a name for comparing, however it is spaced, hyphenated or turned.

    Müller is Mueller, O'Brien is OBrien, Min-jun Kim is Kim Minjun, and a note in brackets is
    left out.
    """
    plain = re.sub(r"[aou]e", lambda found: found[0][0], fold(_BRACKETS.sub(" ", name)))
    joined = "".join(sign for sign in plain if sign.isalnum())
    return min((joined[at:] + joined[:at] for at in range(len(joined))), default="")


def _digits(name: str) -> str:
    return "".join(sign for sign in name if sign.isdigit())
