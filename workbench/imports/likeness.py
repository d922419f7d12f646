"""People whose name is like one in a file, each with the reason in words; never chosen alone."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from workbench.imports.names import ShownName, loose_key, name_key, spread_out, words_of

_ENOUGH = 78
_MOST = 3
_TURNED = "Name and initial"
_LONGER = "Longer name than on the roster"


@dataclass(frozen=True, slots=True, order=True)
class Proposal:
    """A person a line may mean, how alike they are (0 to 100), and why."""

    person: int
    likeness: int
    reason: str


class Roster:
    """The people who can be proposed, found by the words of their names and addresses."""

    def __init__(self, names: Mapping[int, str], emails: Mapping[int, Sequence[str]]) -> None:
        self._words = {person: words_of(name) for person, name in names.items()}
        self._keys = {person: " ".join(name_key(name)) for person, name in names.items()}
        self._by_word: dict[str, list[int]] = defaultdict(list)
        self._by_name: dict[tuple[str, ...], list[int]] = defaultdict(list)
        self._by_loose: dict[tuple[str, ...], list[int]] = defaultdict(list)
        self._by_address: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for person, name in names.items():
            for word in set(self._words[person]):
                self._by_word[word].append(person)
            self._by_name[name_key(name)].append(person)
            self._by_loose[loose_key(name)].append(person)
            for address in emails.get(person, ()):
                self._by_address[name_key(_words_in(address))].append(person)

    def proposals(self, shown: ShownName, email: str) -> tuple[Proposal, ...]:
        """Return up to three people for a shown name, likeliest first."""
        found: dict[int, Proposal] = {}
        for each in self._all(shown, email):
            if each.person not in found or found[each.person].likeness < each.likeness:
                found[each.person] = each
        ranked = sorted(found.values(), key=lambda each: (-each.likeness, each.person))
        return tuple(ranked[:_MOST])

    def _all(self, shown: ShownName, email: str) -> Iterable[Proposal]:
        for reading in shown.readings:
            for text in dict.fromkeys((reading, spread_out(reading))):
                yield from self._for_words(words_of(text))
            yield from self._alike(reading)
            for person in self._by_loose.get(loose_key(reading), ()):
                yield Proposal(person, 99, "Same name, umlaut written out")
            for person in self._by_address.get(name_key(reading), ()):
                yield Proposal(person, 91, "Their address spells this name")
        spelled = name_key(_words_in(email)) if email else ()
        for person in self._by_name.get(spelled, ()) if len(spelled) > 1 else ():
            yield Proposal(person, 92, "The address spells this name")

    def _for_words(self, asked: Sequence[str]) -> Iterable[Proposal]:
        """Yield people whose name has the same words but for one shorter, missing or more."""
        by_reason: dict[str, list[int]] = defaultdict(list)
        near = dict.fromkeys(
            person for word in asked if len(word) > 1 for person in self._by_word.get(word, ())
        )
        for person in near:
            reason = _word_reason(asked, self._words[person])
            if reason:
                by_reason[reason].append(person)
        for reason, people in by_reason.items():
            for person in people[: _MOST + 1]:
                yield Proposal(person, _likeness(reason, len(people)), _told(reason, len(people)))

    def _alike(self, reading: str) -> Iterable[Proposal]:
        from rapidfuzz import fuzz, process

        asked = " ".join(name_key(reading))
        if len(asked) < 4:
            return
        for _, score, person in process.extract(
            asked, self._keys, scorer=fuzz.ratio, score_cutoff=_ENOUGH, limit=_MOST
        ):
            yield Proposal(person, min(round(score), 99), f"{round(score)} % alike")


def _word_reason(asked: Sequence[str], known: Sequence[str]) -> str:
    shared = set(asked) & set(known)
    if max((len(word) for word in shared), default=0) < 2:
        return ""
    if len(asked) > 1 and _only_initials(set(asked) - shared, set(known) - shared):
        return _TURNED
    if set(known) < set(asked) and len(known) > 1:
        return _LONGER
    if set(asked) < set(known):
        return "Shorter name than on the roster" if len(asked) > 1 else "One name only"
    return ""


def _only_initials(asked: set[str], known: set[str]) -> bool:
    """Return whether every further word of the file is the first letter of one on the roster."""
    return bool(asked) and all(
        len(initial) == 1 and any(word.startswith(initial) for word in known) for initial in asked
    )


def _likeness(reason: str, people: int) -> int:
    base = {_TURNED: 90, _LONGER: 88}.get(reason, 86)
    return base if people == 1 else base - 8


def _told(reason: str, people: int) -> str:
    return f"{reason}; nobody else fits" if people == 1 else f"{reason}; {people} people fit"


def _words_in(address: str) -> str:
    local = address.partition("@")[0].partition("+")[0]
    return "".join(" " if sign in "._-" or sign.isdigit() else sign for sign in local)
