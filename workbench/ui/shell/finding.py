"""What the palette can find, and how what was typed is matched; without Qt."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from workbench.foundation.text import fold

KINDS = ("People", "Sessions", "Methods", "Contributions and stories", "Commands")
_NAMELESS = ("Sessions", "Methods", "Commands")
_MOST_OF_A_KIND = 5


@dataclass(frozen=True, slots=True)
class Found:
    """Something that can be found: its kind, title, second line, and what opening it does.

    `note` stands at the right ("in 2 days"), `keys` shows a shortcut; a person has the place of
    their department for the avatar. `folded` are title and line for comparing, ready for each
    letter that is typed.
    """

    kind: str
    title: str
    open: Callable[[], object]
    line: str = ""
    icon: str = ""
    note: str = ""
    keys: str = ""
    place: int | None = None
    folded: tuple[str, str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "folded", (fold(self.title), fold(self.line)))


Source = Callable[[Callable[[list[Found]], None]], None]


def without_people(source: Source) -> Source:
    """Return the source without what names people, for as long as names are hidden."""

    def nameless(take: Callable[[list[Found]], None]) -> None:
        source(lambda entries: take([entry for entry in entries if entry.kind in _NAMELESS]))

    return nameless


def matches(entries: Iterable[Found], typed: str) -> list[Found]:
    """Return what fits, by kind in the design's order, best first; nothing typed gives none.

    Accents and case are ignored. A leading ">" keeps commands alone.
    """
    only_commands = typed.lstrip().startswith(">")
    words = fold(typed.lstrip().removeprefix(">")).split()
    if not words and not only_commands:
        return []
    ranked: dict[str, list[tuple[int, int, Found]]] = {kind: [] for kind in KINDS}
    for number, entry in enumerate(entries):
        if only_commands and entry.kind != "Commands":
            continue
        rank = _rank(entry, words)
        if rank is not None and entry.kind in ranked:
            ranked[entry.kind].append((rank, number, entry))
    most = 50 if only_commands else _MOST_OF_A_KIND
    return [
        entry
        for kind in KINDS
        for _, _, entry in sorted(ranked[kind], key=lambda each: each[:2])[:most]
    ]


def matching_letters(title: str, typed: str) -> list[tuple[int, int]]:
    """Return start and length of the runs of `title` that were typed, for their accent colour."""
    letters = [fold(letter) if letter.strip() else " " for letter in title]
    plain = "".join(letters)
    runs = []
    for word in fold(typed.lstrip().removeprefix(">")).split():
        start = plain.find(word)
        if start >= 0:
            runs.append((_place(letters, start), _place(letters, start + len(word))))
    return [(first, last - first) for first, last in sorted(set(runs))]


def _place(letters: list[str], folded_place: int) -> int:
    """Return the letter of the title where a place of the folded title lies."""
    used = 0
    for place, letter in enumerate(letters):
        if used >= folded_place:
            return place
        used += len(letter)
    return len(letters)


def _rank(entry: Found, words: list[str]) -> int | None:
    title, line = entry.folded
    worst = 0
    for word in words:
        if title.startswith(word):
            rank = 0
        elif f" {word}" in title:
            rank = 1
        elif word in title:
            rank = 2
        elif f" {word}" in f" {line}":
            rank = 3
        else:
            return None
        worst = max(worst, rank)
    return worst
