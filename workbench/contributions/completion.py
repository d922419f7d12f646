"""What capture offers while a line is typed: names, kinds, receivers; Tab takes the first."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from workbench.contributions.capture import SEPARATOR, read_line
from workbench.contributions.kinds import kind_of
from workbench.contributions.names import Somebody, meant
from workbench.foundation.text import clean, fold
from workbench.foundation.words import ContributionKind as Kind

_MOST_OFFERED = 8
_LAST_NAME = re.compile(r"^(.*(?:[,;&+]|\sand\s)\s*)?(.*)$", re.IGNORECASE | re.DOTALL)


class Wanted(StrEnum):
    """What the line lacks next."""

    WHO = "who"
    KIND = "kind"
    RECEIVER = "to whom"
    WHAT = "what"


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing to take: how it reads in the list, and the whole line after taking it."""

    label: str
    line: str


@dataclass(frozen=True, slots=True)
class Completion:
    """What is wanted next, and what is offered for it, the likeliest first."""

    wanted: Wanted
    offers: tuple[Offer, ...]


def complete(line: str, people: Sequence[Somebody]) -> Completion:
    """Return what may come next at the end of a line written in fields."""
    fields = re.split(r"\t|[·•|]", line)
    if len(fields) == 1:
        return _who(line, people)
    done = [clean(field) for field in fields[:-1]]
    typed = clean(fields[-1])
    if len(done) == 1:
        return Completion(Wanted.KIND, _kinds(done[0], typed))
    if len(done) == 2 and kind_of(done[1]) is Kind.HELP:
        return Completion(Wanted.RECEIVER, _receivers(done, fields[-1].lstrip(), people))
    return Completion(Wanted.WHAT, ())


def _who(line: str, people: Sequence[Somebody]) -> Completion:
    if read_line(line, people).kind is not None:
        return Completion(Wanted.WHAT, ())
    offered = meant(line, people).candidates[:_MOST_OFFERED]
    return Completion(
        Wanted.WHO, tuple(Offer(one.name, f"{one.name}{SEPARATOR}") for one in offered)
    )


def _kinds(who: str, typed: str) -> tuple[Offer, ...]:
    sure = kind_of(typed)
    fitting = [kind for kind in Kind if kind.value.startswith(fold(typed))]
    ordered = dict.fromkeys([*([sure] if sure else []), *fitting])
    return tuple(Offer(kind.value, SEPARATOR.join((who, kind.value, ""))) for kind in ordered)


def _receivers(done: list[str], typed: str, people: Sequence[Somebody]) -> tuple[Offer, ...]:
    found = _LAST_NAME.match(typed)
    before, last = (found.group(1) or "", found.group(2)) if found else ("", typed)
    named = {fold(piece) for piece in re.split(r"[,;&+]", before)} | {fold(done[0])}
    offered = [one for one in meant(last, people).candidates if fold(one.name) not in named]
    return tuple(
        Offer(one.name, SEPARATOR.join((*done, f"{before}{one.name}", "")))
        for one in offered[:_MOST_OFFERED]
    )
