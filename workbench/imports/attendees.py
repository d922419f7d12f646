"""Rows of a meeting report made into people: rejoins and second devices united, never summed."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from workbench.foundation.text import fold
from workbench.imports.durations import minutes
from workbench.imports.intervals import Interval, covered_seconds, union
from workbench.imports.join_record import JoinRecord

_APART = 120


@dataclass(frozen=True, slots=True)
class Attendee:
    """One person of a meeting: how often they joined, when, and for how long.

    `stays` are united; `stated_seconds` is what the file says for them; `doubt` is a sentence where
    one line may stand for two people; `still_in` says that the list ended before they left.
    """

    name: str
    email: str
    login: str
    rows: tuple[int, ...]
    joins: int
    stays: tuple[Interval, ...]
    unplaced_seconds: int | None
    stated_seconds: int | None
    first_in: datetime | None
    last_out: datetime | None
    doubt: str = ""
    still_in: bool = False

    @property
    def seconds(self) -> int | None:
        """The time in the meeting in seconds, each moment counted once; None where unknown."""
        if not self.stays:
            return self.unplaced_seconds
        return covered_seconds(self.stays) + (self.unplaced_seconds or 0)

    @property
    def minutes(self) -> float | None:
        """The time in the meeting in minutes, with its fraction."""
        return minutes(self.seconds)

    @property
    def differs(self) -> bool:
        """Whether the joins give another length than the file states, by more than two minutes."""
        if not self.stays or self.seconds is None or self.stated_seconds is None:
            return False
        return abs(self.seconds - self.stated_seconds) > _APART


def unite(records: Iterable[JoinRecord]) -> tuple[Attendee, ...]:
    """Return one attendee per person, in file order.

    The same person: the same address or account; else the same name where no address says
    otherwise.
    """
    groups: dict[tuple[str, str], list[JoinRecord]] = defaultdict(list)
    for record in records:
        groups[_key(record)].append(record)
    _give_nameless_accounts_home(groups)
    return tuple(_attendee(group) for group in groups.values())


def _key(record: JoinRecord) -> tuple[str, str]:
    account = record.email or record.login
    return ("account", account.casefold()) if account else ("name", fold(record.name))


def _give_nameless_accounts_home(groups: dict[tuple[str, str], list[JoinRecord]]) -> None:
    """Join rows without an address to the account of that name, where there is just one."""
    accounts: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for key, group in groups.items():
        if key[0] == "account":
            for record in group:
                accounts[fold(record.name)].add(key)
    for key in [key for key in groups if key[0] == "name"]:
        owners = accounts.get(key[1], set())
        if len(owners) == 1:
            groups[next(iter(owners))].extend(groups.pop(key))


def _attendee(group: Sequence[JoinRecord]) -> Attendee:
    best = next((record for record in group if record.email), group[0])
    placed = [(record, record.stay) for record in group]
    stays = union(stay for _, stay in placed if stay)
    stated = [record.stated for record in group if record.stated is not None]
    starts = [record.start for record in group if record.start]
    ends = [record.end for record in group if record.end]
    return Attendee(
        name=best.name or best.email,
        email=best.email,
        login=next((record.login for record in group if record.login), ""),
        rows=tuple(record.row for record in group),
        joins=len(group),
        stays=stays,
        unplaced_seconds=_unplaced([record for record, stay in placed if stay is None], stays),
        stated_seconds=sum(stated) if stated else None,
        first_in=min(starts, default=None),
        last_out=max(ends, default=None),
        doubt=_doubt(group),
        still_in=any(record.still_in for record in group),
    )


def _unplaced(records: Sequence[JoinRecord], stays: Sequence[Interval]) -> int | None:
    """Return the stated seconds of rows without a stay, no more than fit beside the stays.

    Nobody was there for longer than from first in to last out, on however many devices.
    """
    known = [record for record in records if record.stated is not None]
    if not known:
        return None
    total = sum(record.stated or 0 for record in known)
    spans = [record.span for record in known if record.span and record.span.end > record.span.start]
    if len(spans) < len(known):
        return total
    return min(total, covered_seconds([*stays, *spans]) - covered_seconds(stays))


def _doubt(group: Sequence[JoinRecord]) -> str:
    """Return a sentence where rows of one name, without an address, lie side by side in time."""
    if len(group) < 2 or any(record.email or record.login for record in group):
        return ""
    stays = [record.stay for record in group if record.stay]
    if sum(covered_seconds([stay]) for stay in stays) > covered_seconds(stays):
        return "Twice at the same time without an address: two devices, or two people"
    return ""


def with_summary(people: Sequence[Attendee], summary: Sequence[Attendee]) -> tuple[Attendee, ...]:
    """Return the people of a join-by-join table with what a per-person table adds to them.

    The stated length and the address come from the summary; people only there are added. A name
    that several people of the summary share says nothing about whose joins these are.
    """
    accounts = {key: each for each in summary for key in _accounts(each)}
    names: dict[str, list[Attendee]] = defaultdict(list)
    for each in summary:
        names[fold(each.name)].append(each)
    used: set[tuple[int, ...]] = set()
    merged = []
    for person in people:
        found = next((accounts[key] for key in _accounts(person) if key in accounts), None)
        namesakes = names[fold(person.name)]
        if found is None and not _accounts(person):
            if len(namesakes) > 1:
                continue
            found = next(iter(namesakes), None)
        if found is None or found.rows in used:
            merged.append(person)
        else:
            used.add(found.rows)
            merged.append(_enriched(person, found))
    return (*merged, *(each for each in summary if each.rows not in used))


def _accounts(person: Attendee) -> list[str]:
    return [text.casefold() for text in (person.email, person.login) if text]


def _enriched(person: Attendee, found: Attendee) -> Attendee:
    return replace(
        person,
        email=person.email or found.email,
        login=person.login or found.login,
        stated_seconds=found.stated_seconds,
        unplaced_seconds=person.unplaced_seconds if person.stays else found.seconds,
        first_in=person.first_in or found.first_in,
        last_out=person.last_out or found.last_out,
    )
