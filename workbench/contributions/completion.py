"""What capture offers while a line is typed: names, kinds, receivers; Tab takes the first."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from workbench.contributions.capture import SEPARATOR, kind_and_rest, read_line
from workbench.contributions.kind_rules import USUAL, KindBook
from workbench.contributions.names import Somebody, meant
from workbench.foundation.text import clean, fold
from workbench.foundation.words import ContributionKind as Kind

_MOST_OFFERED = 8
_TAG_BEGUN = re.compile(r"^(.*(?<![\w#&/]))#([\w-]*)$", re.DOTALL)
_ONE_WORD = re.compile(r"[^\W\d_][\w-]*")
_POINTED = re.compile(r"^(?P<head>.*?)(?P<arrow>\s*(?:->|>|→)\s*)(?P<names>[^:·•|\t]*)$", re.DOTALL)
_LAST_NAME = re.compile(r"^(.*(?:[,;&+]|\sand\s)\s*)?(.*)$", re.IGNORECASE | re.DOTALL)


class Wanted(StrEnum):
    """What the line lacks next."""

    WHO = "who"
    KIND = "kind"
    RECEIVER = "to whom"
    WHAT = "what"
    TAG = "tag"


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


def complete(
    line: str, people: Sequence[Somebody], tags: Sequence[str] = (), book: KindBook = USUAL
) -> Completion:
    """Return what may come next at the end of a line: a tag behind #, a name, a kind."""
    begun = _TAG_BEGUN.match(line)
    if begun:
        return Completion(Wanted.TAG, _tags(begun[1], begun[2], tags))
    pointed = _POINTED.match(line)
    if pointed and _only_giver_and_kind(pointed["head"], people, book):
        return Completion(Wanted.RECEIVER, _behind_arrow(pointed, people, book))
    fields = re.split(r"\t|[·•|]", line)
    if len(fields) == 1:
        return _who(line, people, book)
    done = [clean(field) for field in fields[:-1]]
    typed = clean(fields[-1])
    if len(done) == 1:
        return Completion(Wanted.KIND, _kinds(done[0], typed, book))
    spec = kind_and_rest(done[1], book)[0]
    if len(done) == 2 and spec and spec.counts_as is Kind.HELP:
        head, behind = SEPARATOR.join((*done, "")), SEPARATOR
        offers = _receivers(head, fields[-1].lstrip(), behind, {fold(done[0])}, people)
        return Completion(Wanted.RECEIVER, offers)
    return Completion(Wanted.WHAT, ())


def _tags(before: str, typed: str, tags: Sequence[str]) -> tuple[Offer, ...]:
    """Offer tags in use that one word can stand for."""
    fitting = [
        tag for tag in tags if _ONE_WORD.fullmatch(tag) and fold(tag).startswith(fold(typed))
    ]
    whole = [tag for tag in fitting if fold(tag) == fold(typed)]
    if whole and typed:
        return ()
    return tuple(Offer(f"#{tag}", f"{before}#{tag} ") for tag in fitting[:_MOST_OFFERED])


def _only_giver_and_kind(head: str, people: Sequence[Somebody], book: KindBook) -> bool:
    """Whether what stands before an arrow is a giver and a kind and nothing else."""
    read = read_line(head, people, book)
    return bool(read.spec and read.giver.candidates and not read.text and not read.receivers)


def _behind_arrow(
    pointed: re.Match[str], people: Sequence[Somebody], book: KindBook
) -> tuple[Offer, ...]:
    head = pointed["head"]
    giver = read_line(head, people, book).giver.person
    behind = SEPARATOR if re.search(r"[\t·•|]", head) else ": "
    named = {fold(giver.name)} if giver else set()
    return _receivers(head + pointed["arrow"], pointed["names"], behind, named, people)


def _who(line: str, people: Sequence[Somebody], book: KindBook) -> Completion:
    if read_line(line, people, book).spec is not None:
        return Completion(Wanted.WHAT, ())
    offered = meant(line, people).candidates[:_MOST_OFFERED]
    return Completion(
        Wanted.WHO, tuple(Offer(one.name, f"{one.name}{SEPARATOR}") for one in offered)
    )


def _kinds(who: str, typed: str, book: KindBook) -> tuple[Offer, ...]:
    sure = book.kind_of(typed)
    fitting = [spec for spec in book.offered if fold(spec.name).startswith(fold(typed))]
    ordered = dict.fromkeys([*([sure] if sure else []), *fitting])
    return tuple(Offer(spec.name, SEPARATOR.join((who, spec.name, ""))) for spec in ordered)


def _receivers(
    head: str, typed: str, behind: str, named: set[str], people: Sequence[Somebody]
) -> tuple[Offer, ...]:
    """Offer names for the last of those typed, each with what comes `behind` it."""
    found = _LAST_NAME.match(typed)
    before, last = (found.group(1) or "", found.group(2)) if found else ("", typed)
    earlier = [meant(piece, people).person for piece in re.split(r"[,;&+]", before)]
    named = named | {fold(one.name) for one in earlier if one}
    offered = [one for one in meant(last, people).candidates if fold(one.name) not in named]
    return tuple(
        Offer(one.name, f"{head}{before}{one.name}{behind}") for one in offered[:_MOST_OFFERED]
    )
