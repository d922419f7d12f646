"""The ten-second capture: one typed line becomes who gave what to whom.

Two ways of writing are read. In fields, parted by a middle dot, a bar or Tab:
"Ama · help · Jonas · two-line note". Or freely: "Ama help> Jonas, Priya: two-line note #handover",
"ama q who owns Fridays?". Whatever is in doubt becomes a problem in words, never a guess.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from workbench.contributions.kind_rules import USUAL, KindBook, KindSpec
from workbench.contributions.names import Meant, Somebody, is_whole_name, meant
from workbench.foundation.text import clean
from workbench.foundation.words import ContributionKind as Kind

SEPARATOR: Final = " · "
_FIELDS = re.compile(r"\t|\s*[·•|]\s*")
_TAG = r"(?<![\w#&/])#([^\W\d_][\w-]*)"
_TAGS_AT_THE_END = re.compile(rf"(?:\s*{_TAG})+\s*$")
_KIND_WORD = re.compile(r"(.*?)(?=->|>|→|:|$)")
_ARROW = re.compile(r"\s*(?:->|>|→)\s*")
_TO = re.compile(r"\s*to\s+", re.IGNORECASE)
_BETWEEN_NAMES = re.compile(r"\s*[,;&+]\s*|\s+and\s+", re.IGNORECASE)
_LONGEST_NAME = 5
_MOST_NAMED = 4


@dataclass(frozen=True, slots=True)
class Capture:
    """What a line was understood as; `problems` are sentences, none when it may be logged."""

    giver: Meant
    spec: KindSpec | None
    receivers: tuple[Meant, ...]
    text: str
    tags: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()

    @property
    def kind(self) -> Kind | None:
        """Which of the nine it counts as."""
        return self.spec.counts_as if self.spec else None

    @property
    def unknown(self) -> str:
        """The first name typed that nobody here has, or nothing."""
        named = (self.giver, *self.receivers)
        return next((one.typed for one in named if one.typed and not one.candidates), "")

    @property
    def ready(self) -> bool:
        """Whether nothing is left to mend."""
        return not self.problems


def read_line(line: str, people: Sequence[Somebody], book: KindBook = USUAL) -> Capture:
    """Read one line against the people and the kinds it may name."""
    tags = tuple(dict.fromkeys(found.casefold() for found in re.findall(_TAG, line)))
    bare = re.sub(_TAG, r"\1", _TAGS_AT_THE_END.sub("", line))
    fields = [clean(field) for field in _FIELDS.split(bare)]
    if _is_fields(fields, people, book):
        read = _fields(fields, people, book)
    else:
        read = _freely(clean(bare), people, book)
    return replace(read, tags=tags, problems=_problems(read, book))


def _is_fields(fields: list[str], people: Sequence[Somebody], book: KindBook) -> bool:
    if len(fields) < 2:
        return False
    return kind_and_rest(fields[1], book)[0] is not None or bool(
        meant(fields[0], people).candidates
    )


def _fields(fields: list[str], people: Sequence[Somebody], book: KindBook) -> Capture:
    giver, (spec, rest) = meant(fields[0], people), kind_and_rest(fields[1], book)
    kind = spec.counts_as if spec else None
    if rest:
        named = _named(_TO.sub("", _ARROW.sub("", rest, count=1), count=1), people)
        return Capture(giver, spec, named, SEPARATOR.join(fields[2:]))
    if len(fields) > 3:
        named = _named(fields[2], people)
        if kind is Kind.HELP or all(one.candidates for one in named):
            return Capture(giver, spec, named, SEPARATOR.join(fields[3:]))
    text = SEPARATOR.join(fields[2:])
    if kind is Kind.HELP and meant(text, people).candidates:
        return Capture(giver, spec, _named(text, people), "")
    return Capture(giver, spec, *_receivers_and_text(text, kind, people))


def _freely(line: str, people: Sequence[Somebody], book: KindBook) -> Capture:
    at = _where_the_kind_stands(line, people, book)
    if at is None:
        return Capture(meant(line, people), None, (), "")
    spec, rest = kind_and_rest(line[at:], book)
    receivers, text = _receivers_and_text(rest, spec.counts_as if spec else None, people)
    return Capture(meant(line[:at], people), spec, receivers, text)


def _where_the_kind_stands(line: str, people: Sequence[Somebody], book: KindBook) -> int | None:
    """Return where a kind follows words that begin somebody's name, the last such place.

    The last, so that "Ben O question" reads O as Okafor and not as hosting. Where no name fits, the
    first kind after the first word, so that the name can be told as unknown.
    """
    starts = [found.start() for found in re.finditer(r"\S+", line)][1 : _LONGEST_NAME + 1]
    kinds = [start for start in starts if kind_and_rest(line[start:], book)[0]]
    fitting = [start for start in kinds if meant(line[:start], people).candidates]
    return fitting[-1] if fitting else next(iter(kinds), None)


def kind_and_rest(text: str, book: KindBook = USUAL) -> tuple[KindSpec | None, str]:
    """Part the kind at the start, "help> Jonas: note" or "q who owns it?", from what follows."""
    words = text.split()
    several = max(1, book.leading(text))
    first, after = " ".join(words[:several]), " ".join(words[several:])
    found = _KIND_WORD.match(first)
    word = found.group(1) if found else first
    rest = first[len(word) :] + (f" {after}" if after else "")
    return book.kind_of(word), rest.strip()


def _receivers_and_text(
    rest: str, kind: Kind | None, people: Sequence[Somebody]
) -> tuple[tuple[Meant, ...], str]:
    """Part receivers from what was given: behind an arrow or "to", before a colon, or by name.

    Without an arrow only whole names count, so that "no: nobody does" does not name Noor.
    """
    arrow = _ARROW.match(rest) or (_TO.match(rest) if kind is Kind.HELP else None)
    if rest.startswith(":"):
        return (), rest[1:].strip()
    body = rest[arrow.end() :] if arrow else rest
    before, colon, after = body.partition(":")
    if colon:
        named = _named(before, people)
        sure = kind is Kind.HELP and all(one.candidates for one in named)
        if arrow or sure or all(is_whole_name(one.typed, people) for one in named):
            return named, after.strip()
    if arrow or kind is Kind.HELP:
        return _names_in_front(body, people, whole=not arrow)
    return (), body


def _named(text: str, people: Sequence[Somebody]) -> tuple[Meant, ...]:
    pieces = [piece for piece in _BETWEEN_NAMES.split(clean(text)) if piece]
    return _distinct([meant(piece, people) for piece in pieces])


def _names_in_front(
    text: str, people: Sequence[Somebody], *, whole: bool
) -> tuple[tuple[Meant, ...], str]:
    """Take as many names as stand at the start, each as long as it fits, parted by commas."""
    taken: list[Meant] = []
    rest = text
    while True:
        length = _name_length(rest, people, whole=whole)
        if not length:
            break
        taken.append(meant(rest[:length], people))
        text = rest[length:].strip()
        parted = _BETWEEN_NAMES.match(rest[length:])
        if not parted:
            break
        rest = rest[length:][parted.end() :]
    if not taken and not whole:
        first, _, after = text.partition(" ")
        return (meant(first, people),), after
    return _distinct(taken), text.lstrip(":,; ")


def _distinct(named: list[Meant]) -> tuple[Meant, ...]:
    found: dict[Somebody | str, Meant] = {}
    for one in named:
        found.setdefault(one.person or one.typed, one)
    return tuple(found.values())


def _name_length(text: str, people: Sequence[Somebody], *, whole: bool) -> int:
    """Return how many characters at the start are the longest name that fits, or 0."""
    ends = [found.end() for found in re.finditer(r"[^\s,;&+]+", text)][:_LONGEST_NAME]
    for end in reversed(ends):
        phrase = text[:end]
        if _BETWEEN_NAMES.search(phrase):
            continue
        fits = is_whole_name(phrase, people) if whole else bool(meant(phrase, people).candidates)
        if fits:
            return end
    return 0


def _problems(read: Capture, book: KindBook) -> tuple[str, ...]:
    if not read.giver.typed.strip():
        return ("Type who gave something, then what kind it was, then what.",)
    problems = [_name_problem(one) for one in (read.giver, *read.receivers)]
    if read.kind is None:
        problems.append(f"Say what kind it was: {', '.join(spec.name for spec in book.offered)}.")
    if read.giver.person and read.giver.person in [one.person for one in read.receivers]:
        problems.append(f"{read.giver.person.name} is named as giver and as receiver.")
    if read.kind and not read.text and not _speaks_for_itself(read):
        problems.append("Say in a few words what it was.")
    return tuple(dict.fromkeys(problem for problem in problems if problem))


def _speaks_for_itself(read: Capture) -> bool:
    return read.kind is Kind.HOSTING or (read.kind is Kind.HELP and bool(read.receivers))


def _name_problem(one: Meant) -> str:
    if one.person:
        return ""
    if not one.typed:
        return "Say to whom."
    if not one.candidates:
        return f'Nobody here is called "{one.typed}". Check the spelling or add them on People.'
    names = [candidate.name for candidate in one.candidates[:_MOST_NAMED]]
    more = len(one.candidates) - len(names)
    shown = [*names, f"{more} more"] if more else names
    choice = f"{', '.join(shown[:-1])} or {shown[-1]}"
    return f'"{one.typed}" may be {choice}. Type more letters.'
