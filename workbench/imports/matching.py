"""Who on the roster a name in a file is: sure by address, learned name or name; else a proposal."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from workbench.foundation.text import clean, fold
from workbench.imports.likeness import Proposal, Roster
from workbench.imports.names import ShownName, name_key, read_name

_NOT_A_PERSON = {
    "telephone": "A telephone number, not a name",
    "room": "A meeting room, not a person",
    "device": "A device, not a person",
    "person": "Nobody close on the roster",
}


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody on the roster: their number, name, addresses, names learned from files."""

    person: int
    name: str
    emails: tuple[str, ...] = ()
    learned: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """Somebody in a file; `doubtful` where one line may stand for two people."""

    shown: str
    email: str = ""
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """What was found for one line of the file.

    `person` is set only where it is sure; else `proposals` are for a human to accept, best first.
    `how` says why, in words.
    """

    asked: Asked
    person: int | None
    how: str
    proposals: tuple[Proposal, ...] = ()

    @property
    def to_check(self) -> bool:
        """Whether there is somebody to propose, but nobody sure."""
        return self.person is None and bool(self.proposals)


@dataclass(slots=True)
class _Work:
    """The lines still open and the people already taken."""

    asked: Sequence[Asked]
    roster: Sequence[Known]
    names: list[ShownName] = field(default_factory=list)
    found: dict[int, Match] = field(default_factory=dict)
    taken: set[int] = field(default_factory=set)

    def settle(self, index: int, person: int, how: str) -> None:
        """Keep a sure match, unless the person already has a line: then it is to be checked."""
        asked = self.asked[index]
        if person in self.taken:
            reason = f"{how}, but this person already has a line"
            self.found[index] = Match(asked, None, reason, (Proposal(person, 100, reason),))
        elif asked.doubtful:
            self.found[index] = Match(
                asked,
                None,
                "Maybe two people",
                (Proposal(person, 100, f"{how}; maybe two people"),),
            )
        else:
            self.found[index] = Match(asked, person, how)
            self.taken.add(person)

    def open_lines(self) -> list[int]:
        """Return the lines for which nothing is found yet."""
        return [index for index in range(len(self.asked)) if index not in self.found]


def match_people(asked: Sequence[Asked], roster: Sequence[Known]) -> tuple[Match, ...]:
    """Return a match per line of the file, in its order.

    Each line goes to at most one person and each person to at most one line; of two equal names,
    in the file or on the roster, none is chosen.
    """
    work = _Work(asked, roster, [read_name(each.shown) for each in asked])
    _by_email(work)
    _by_learned_name(work)
    _by_name(work)
    _propose(work)
    return tuple(work.found[index] for index in range(len(asked)))


def _by_email(work: _Work) -> None:
    owners: dict[str, set[int]] = defaultdict(set)
    for known in work.roster:
        for email in known.emails:
            owners[fold(email)].add(known.person)
    for index in work.open_lines():
        asked = work.asked[index]
        for address in (asked.email, asked.shown):
            people = owners.get(fold(address), set()) if address else set()
            if len(people) == 1 and index not in work.found:
                work.settle(index, next(iter(people)), "Same e-mail address")


def _by_learned_name(work: _Work) -> None:
    owners: dict[str, set[int]] = defaultdict(set)
    for known in work.roster:
        for name in known.learned:
            owners[fold(name)].add(known.person)
    for index in work.open_lines():
        people = owners.get(fold(work.asked[index].shown), set())
        if len(people) == 1:
            work.settle(index, next(iter(people)), "Known by this name from earlier")


def _by_name(work: _Work) -> None:
    owners: dict[tuple[str, ...], list[Known]] = defaultdict(list)
    for known in work.roster:
        owners[name_key(known.name)].append(known)
    chosen: dict[int, list[Known]] = {}
    for index in work.open_lines():
        readings = work.names[index].readings
        chosen[index] = next(
            (owners[name_key(name)] for name in readings if name_key(name) in owners), []
        )
    claims = Counter(known.person for people in chosen.values() for known in people)
    for index, people in chosen.items():
        if len(people) > 1:
            _leave_open(work, index, people, f"{len(people)} people on the roster have this name")
        elif people and claims[people[0].person] > 1:
            _leave_open(work, index, people, "Several lines of the file have this name")
        elif people:
            work.settle(index, people[0].person, how_equal(work.names[index], people[0].name))


def _leave_open(work: _Work, index: int, people: Sequence[Known], reason: str) -> None:
    free = [known for known in people if known.person not in work.taken] or list(people)
    found = tuple(Proposal(known.person, 100, reason) for known in free)
    work.found[index] = Match(work.asked[index], None, reason, found)


def how_equal(shown: ShownName, name: str) -> str:
    """Return in which way a shown name and a roster's name are the same."""
    reading = next(text for text in shown.readings if name_key(text) == name_key(name))
    if clean(reading).casefold() == clean(name).casefold():
        return "Same name"
    if fold(reading) == fold(name):
        return "Same name without the accent"
    return "Same name, turned around"


def _propose(work: _Work) -> None:
    """Propose people for the open lines: the likeliest pairs first, each person to one line."""
    free = [known for known in work.roster if known.person not in work.taken]
    roster = Roster(
        {known.person: known.name for known in free}, {known.person: known.emails for known in free}
    )
    open_lines = work.open_lines()
    found = {
        index: roster.proposals(work.names[index], work.asked[index].email) for index in open_lines
    }
    given: set[int] = set()
    for index in sorted(open_lines, key=lambda line: -_best(found[line])):
        left = tuple(each for each in found[index] if each.person not in given)
        if left:
            given.add(left[0].person)
            work.found[index] = Match(work.asked[index], None, left[0].reason, left)
        else:
            reason = _NOT_A_PERSON[work.names[index].kind]
            work.found[index] = Match(work.asked[index], None, reason)


def _best(found: Sequence[Proposal]) -> int:
    return found[0].likeness if found else 0
