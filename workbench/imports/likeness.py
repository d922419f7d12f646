"""People whose name is like one in a file, each with the reason in words; never chosen alone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from workbench.imports.names import ShownName, loose_key, name_key, spread_out, words_of

_ENOUGH = 78
_MOST = 3


@dataclass(frozen=True, slots=True, order=True)
class Proposal:
    """A person a line may mean, how alike they are (0 to 100), and why."""

    person: int
    likeness: int
    reason: str


def proposals(
    shown: ShownName,
    email: str,
    names: Mapping[int, str],
    emails: Mapping[int, Sequence[str]],
) -> tuple[Proposal, ...]:
    """Return up to three people of `names` for a shown name, likeliest first."""
    found: dict[int, Proposal] = {}
    for reading in shown.readings:
        spread = spread_out(reading)
        for text in dict.fromkeys((reading, spread)):
            for each in _for_words(text, names):
                _keep(found, each)
        for each in _alike(reading, names):
            _keep(found, each)
    for each in _by_address(shown, email, names, emails):
        _keep(found, each)
    ranked = sorted(found.values(), key=lambda each: (-each.likeness, each.person))
    return tuple(ranked[:_MOST])


def _keep(found: dict[int, Proposal], each: Proposal) -> None:
    if each.person not in found or found[each.person].likeness < each.likeness:
        found[each.person] = each


def _for_words(text: str, names: Mapping[int, str]) -> list[Proposal]:
    """Return people whose name has the same words but for one that is shorter, missing or more."""
    words = words_of(text)
    if not words:
        return []
    by_reason: dict[str, list[int]] = {}
    for person, name in names.items():
        reason = _word_reason(words, words_of(name))
        if reason:
            by_reason.setdefault(reason, []).append(person)
    return [
        Proposal(person, _likeness(reason, len(people)), _told(reason, len(people)))
        for reason, people in by_reason.items()
        for person in people[: _MOST + 1]
    ]


def _word_reason(asked: Sequence[str], known: Sequence[str]) -> str:
    shared = set(asked) & set(known)
    longest = max((len(word) for word in shared), default=0)
    if longest < 2:
        return ""
    if len(asked) > 1 and _only_initials(set(asked) - shared, set(known) - shared):
        return "Name and initial"
    if set(known) < set(asked) and len(known) > 1:
        return "Longer name than on the roster"
    if set(asked) < set(known):
        return "Shorter name than on the roster" if len(asked) > 1 else "One name only"
    return ""


def _only_initials(asked: set[str], known: set[str]) -> bool:
    """Return whether every further word of the file is the first letter of one on the roster."""
    return bool(asked) and all(
        len(initial) == 1 and any(word.startswith(initial) for word in known) for initial in asked
    )


def _likeness(reason: str, people: int) -> int:
    base = {"Name and initial": 90, "Longer name than on the roster": 88}.get(reason, 86)
    return base if people == 1 else base - 8


def _told(reason: str, people: int) -> str:
    return f"{reason}; nobody else fits" if people == 1 else f"{reason}; {people} people fit"


def _by_address(
    shown: ShownName, email: str, names: Mapping[int, str], emails: Mapping[int, Sequence[str]]
) -> list[Proposal]:
    """Return people whose name the file's address spells, or whose address spells the name."""
    spelled = name_key(_words_in(email)) if email else ()
    keys = {name_key(reading) for reading in shown.readings}
    loose = {loose_key(reading) for reading in shown.readings}
    found = []
    for person, name in names.items():
        if spelled and len(spelled) > 1 and spelled == name_key(name):
            found.append(Proposal(person, 92, "The address spells this name"))
        elif any(name_key(_words_in(address)) in keys for address in emails.get(person, ())):
            found.append(Proposal(person, 91, "Their address spells this name"))
        elif loose_key(name) in loose:
            found.append(Proposal(person, 99, "Same name, umlaut written out"))
    return found


def _words_in(address: str) -> str:
    local = address.partition("@")[0].partition("+")[0]
    return "".join(" " if sign in "._-" or sign.isdigit() else sign for sign in local)


def _alike(reading: str, names: Mapping[int, str]) -> list[Proposal]:
    from rapidfuzz import fuzz, process

    keys = {person: " ".join(name_key(name)) for person, name in names.items()}
    asked = " ".join(name_key(reading))
    if len(asked) < 4:
        return []
    close = process.extract(asked, keys, scorer=fuzz.ratio, score_cutoff=_ENOUGH, limit=_MOST)
    return [
        Proposal(person, min(round(score), 99), f"{round(score)} % alike")
        for _, score, person in close
    ]
