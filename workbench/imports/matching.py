"""Who on the roster a name in a file is: sure by address, learned name or name; else a proposal."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from workbench.foundation.text import clean, fold
from workbench.imports.likeness import Proposal, Roster
from workbench.imports.names import ShownName, name_key, read_name

TAKEN_BEFORE = "Taken in before"
_NOT_A_PERSON = {
    "telephone": "A telephone number, not a name",
    "room": "A meeting room, not a person",
    "device": "A device, not a person",
    "person": "Nobody close on the roster",
}


@dataclass(frozen=True, slots=True)
class Heard:
    """A name learned from files and why it is believed, in words.

    Only where it is `sure` it settles a line: said for this tool, not merely used by another.
    `decided` says that a person said so, so that it stands against an equal name on the roster.
    """

    name: str
    reason: str = "Known by this name from earlier"
    sure: bool = True
    decided: bool = True


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody on the roster: their number, name, addresses, names learned from files."""

    person: int
    name: str
    emails: tuple[str, ...] = ()
    learned: tuple[Heard, ...] = ()


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
    `how` says why, in words; `ignored` is a name that belongs to nobody, as was said earlier;
    `twins` an equal name of two people, on the roster or in the file.
    """

    asked: Asked
    person: int | None
    how: str
    proposals: tuple[Proposal, ...] = ()
    ignored: bool = False
    twins: bool = False

    @property
    def to_check(self) -> bool:
        """Whether there is somebody to propose, but nobody sure."""
        return self.person is None and bool(self.proposals)

    @property
    def tied(self) -> bool:
        """Whether several people fit equally well, so that only a human can choose one."""
        if self.twins:
            return True
        return len({each.likeness for each in self.proposals[:2]}) == 1 < len(self.proposals)


@dataclass(slots=True)
class _Work:
    """The lines still open and the people already taken."""

    asked: Sequence[Asked]
    roster: Sequence[Known]
    ignored: Mapping[str, str] = field(default_factory=dict)
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

    def leave_to_check(self, index: int, person: int, reason: str) -> None:
        """Propose one person for a line, without taking them from the others."""
        found = (Proposal(person, 100, reason),)
        self.found[index] = Match(self.asked[index], None, reason, found)

    def open_lines(self) -> list[int]:
        """Return the lines for which nothing is found yet."""
        return [index for index in range(len(self.asked)) if index not in self.found]


def match_people(
    asked: Sequence[Asked],
    roster: Sequence[Known],
    ignored: Mapping[str, str] | None = None,
    settled: Mapping[int, int] | None = None,
) -> tuple[Match, ...]:
    """Return a match per line of the file, in its order; `ignored` is folded name to reason.

    Each line goes to at most one person and each person to at most one line; of two equal names,
    in the file or on the roster, none is chosen. `settled` are lines of which it is known whose
    they are: somebody may have several.
    """
    work = _Work(asked, roster, ignored or {}, [read_name(each.shown) for each in asked])
    for index, person in (settled or {}).items():
        work.found[index] = Match(asked[index], person, TAKEN_BEFORE)
        work.taken.add(person)
    _by_email(work)
    _pass_over(work)
    _by_learned_name(work)
    _by_name(work)
    _by_other_tools(work)
    _propose(work)
    return tuple(work.found[index] for index in range(len(asked)))


def _by_email(work: _Work) -> None:
    owners: dict[str, dict[int, str]] = defaultdict(dict)
    for known in work.roster:
        for email in known.emails:
            owners[fold(email)][known.person] = "Same e-mail address"
        for heard in known.learned:
            if "@" in heard.name:
                owners[fold(heard.name)].setdefault(known.person, heard.reason)
    for index in work.open_lines():
        asked = work.asked[index]
        for address in (asked.email, asked.shown):
            people = owners.get(fold(address), {}) if address else {}
            if len(people) == 1 and index not in work.found:
                work.settle(index, *next(iter(people.items())))


def _pass_over(work: _Work) -> None:
    """Settle the lines whose name belongs to nobody here: they are no question any more."""
    for index in work.open_lines():
        asked = work.asked[index]
        reason = work.ignored.get(fold(asked.shown))
        if reason is not None:
            work.found[index] = Match(asked, None, reason, ignored=True)


def _by_learned_name(work: _Work) -> None:
    owners: dict[str, list[tuple[Known, Heard]]] = defaultdict(list)
    for known in work.roster:
        for heard in known.learned:
            if heard.sure:
                owners[fold(heard.name)].append((known, heard))
    bearers = Counter(name_key(known.name) for known in work.roster)
    for index in work.open_lines():
        found = owners.get(fold(work.asked[index].shown), [])
        if len({known.person for known, _ in found}) != 1:
            continue
        known, heard = found[0]
        key = name_key(heard.name)
        if bearers[key] > 1:
            continue  # two people of one name: whose line this is, nobody can know from the name
        if bearers[key] and name_key(known.name) != key and not heard.decided:
            work.leave_to_check(index, known.person, heard.reason)
        else:
            work.settle(index, known.person, heard.reason)


def _by_other_tools(work: _Work) -> None:
    """Propose whom another tool calls by this name, where it is only one."""
    owners: dict[str, dict[int, str]] = defaultdict(dict)
    for known in work.roster:
        for heard in known.learned:
            if not heard.sure:
                owners[fold(heard.name)].setdefault(known.person, heard.reason)
    for index in work.open_lines():
        found = owners.get(fold(work.asked[index].shown), {})
        if len(found) == 1:
            work.leave_to_check(index, *next(iter(found.items())))


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
    work.found[index] = Match(work.asked[index], None, reason, found, twins=True)


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
