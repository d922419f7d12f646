"""One list of what a session needs, gathered from all its blocks, the same things joined."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from workbench.foundation.text import clean, fold

_BULLET: Final = re.compile(r"^(?:[-*•·–—☐□]|\[[ xX]?\]|\d{1,2}[.)](?=\s))\s*")
_DEPTH: Final = {"(": 1, "[": 1, "{": 1, ")": -1, "]": -1, "}": -1}
_ENDS: Final = " .,;"


@dataclass(frozen=True, slots=True)
class Need:
    """What asks for a material: when, such as "14:47" or "by Mon 12 Oct", and its title."""

    when: str
    title: str

    @property
    def words(self) -> str:
        """Both on one line."""
        return f"{self.when} {self.title}".strip()


@dataclass(frozen=True, slots=True)
class Material:
    """One thing to bring, as it was written first, and everything that needs it, in order."""

    name: str
    needs: tuple[Need, ...]

    @property
    def line(self) -> str:
        """The thing and who needs it on one line."""
        return f"{self.name} - {'; '.join(need.words for need in self.needs)}"


def split_materials(text: str) -> list[str]:
    """Return the single things of a materials field, without bullets and blanks round them.

    Lines, semicolons and commas part things; a comma inside brackets or within a number ("1,5 m")
    does not, nor does one after which nothing stands.
    """
    return [thing for line in text.splitlines() for thing in _things(line)]


def collected(wanted: Iterable[tuple[Need, str]]) -> list[Material]:
    """Return what the materials fields ask for, in the order in which it is first needed.

    Things are the same when they differ only in case, accents or blanks.
    """
    names: dict[str, str] = {}
    needs: dict[str, dict[Need, None]] = {}
    for need, text in wanted:
        for thing in split_materials(text):
            names.setdefault(fold(thing), thing)
            needs.setdefault(fold(thing), {})[need] = None
    return [Material(name, tuple(needs[key])) for key, name in names.items()]


def materials_text(title: str, materials: Iterable[Material]) -> str:
    """Return the list as plain text for a mail: a heading, then one line for each thing."""
    lines = [f"- {material.line}" for material in materials]
    return "\n".join([title, *(lines or ["Nothing is needed."])]) + "\n"


def _things(line: str) -> Iterator[str]:
    parts = _parts(_BULLET.sub("", line.strip()))
    for part in parts:
        thing = clean(part).strip(_ENDS)
        if thing:
            yield thing


def _parts(line: str) -> list[str]:
    parts, depth = [""], 0
    for place, mark in enumerate(line):
        depth = max(0, depth + _DEPTH.get(mark, 0))
        if mark in ",;" and not depth and not _within_number(line, place):
            parts.append("")
        else:
            parts[-1] += mark
    return parts


def _within_number(line: str, place: int) -> bool:
    around = line[max(0, place - 1) : place] + line[place + 1 : place + 2]
    return line[place] == "," and len(around) == 2 and around.isdigit()
