"""A method: a way of running a block, written as a readable TOML file that says it whole."""

from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Final

import msgspec

from workbench.foundation.assets import asset
from workbench.foundation.errors import BadInput, UserFixable
from workbench.foundation.text import clean, fold, kept
from workbench.foundation.typed_toml import read_typed, refusal
from workbench.foundation.words import BlockKind
from workbench.sessions.agenda import LONGEST_BLOCK

_WIDE_MARKS: Final = (b"\xff\xfe", b"\xfe\xff")
LARGEST_FILE: Final = 100_000
LONGEST_NAME: Final = 80
_LONGEST_TEXT: Final = 4_000
_MOST_PARTS: Final = 60
_MOST_PEOPLE: Final = 10_000
_TYPED: Final = "what was typed"


class Hybrid(StrEnum):
    """How a method does where some are in the room and some on screen."""

    WELL = "well"
    WITH_CARE = "with care"
    BADLY = "badly"


class Minutes(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How long a method takes, in minutes, at its shortest and at its longest."""

    low: int
    high: int


class People(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How many take part; without `high` any number above `low`.

    With `side_by_side` it is the size of one group, and any number of groups work at once.
    """

    low: int = 1
    high: int | None = None
    side_by_side: bool = False


class Step(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What happens next, for how many minutes where that is fixed, and how many times."""

    do: str
    minutes: int | None = None
    times: int = 1


class Method(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One way of running a block; `line` is its one line in a list, `shelf` its place there.

    `title` is what a block of it is called at first, `source` where the idea comes from.
    """

    name: str
    kind: BlockKind
    minutes: Minutes
    line: str = ""
    purpose: str = ""
    good_for: tuple[str, ...] = ()
    people: People = People()
    grouping: str = ""
    title: str = ""
    say: str = ""
    steps: tuple[Step, ...] = ()
    materials: tuple[str, ...] = ()
    remote: str = ""
    hybrid: Hybrid = Hybrid.WITH_CARE
    hybrid_how: str = ""
    variations: tuple[str, ...] = ()
    tips: tuple[str, ...] = ()
    source: str = ""
    shelf: int = 100

    @property
    def folded(self) -> str:
        """The name for comparing: what blocks, runs and notes know the method by."""
        return fold(self.name)


def renamed(method: Method, name: str) -> Method:
    """Return the method under another name, at the usual place of own ones."""
    return msgspec.structs.replace(method, name=name, shelf=100)


class Shelves(msgspec.Struct, frozen=True):
    """The methods that could be read, by the names of their files, and what to say of the rest."""

    methods: dict[str, Method]
    troubles: tuple[str, ...] = ()


def parse_method(text: str, name: str = "this file") -> Method:
    """Return the method written as TOML in `text`; raises BadInput naming line or field."""
    if len(text) > LARGEST_FILE:
        raise refusal(name, f"it is longer than {LARGEST_FILE:,} letters, too long for a method")
    return checked_method(read_typed(text, Method, name), name)


def read_method_file(path: Path) -> Method:
    """Return the method of a file; raises BadInput (field "file") for whatever is wrong with it."""
    name = f"the file {path.name}"
    try:
        with path.open("rb") as opened:
            raw = opened.read(LARGEST_FILE * 4 + 1)
    except OSError as error:
        raise refusal(name, "this computer does not let it be read") from error
    if len(raw) > LARGEST_FILE * 4:
        raise refusal(name, "it is too large for a method")
    try:
        text = raw.decode("utf-16" if raw.startswith(_WIDE_MARKS) else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise refusal(name, "it is not a text file") from error
    return parse_method(text, name)


def load_shelves(folder: Path) -> Shelves:
    """Return every method of a folder; a file that cannot be used leaves a sentence, no more."""
    methods: dict[str, Method] = {}
    troubles: list[str] = []
    if not any(folder.glob("*.toml")):
        troubles.append(
            "The methods that come with the program are missing; your own are here. "
            "Install the program again to bring them back."
        )
    names: dict[str, str] = {}
    for path in sorted(folder.glob("*.toml")):
        try:
            method = read_method_file(path)
        except UserFixable as problem:
            troubles.append(f"{problem.sentence} The other methods are here; {_repair(path)}")
            continue
        if method.folded in names:
            troubles.append(
                f"The files {names[method.folded]} and {path.name} both describe {method.name}. "
                f"The first one is used; give the other another name."
            )
            continue
        names[method.folded] = path.name
        methods[path.stem] = method
    return Shelves(methods, tuple(troubles))


@cache
def shelves() -> Shelves:
    """Return the methods that come with the program, read once."""
    return load_shelves(asset("methods"))


def checked_method(method: Method, name: str = _TYPED) -> Method:
    """Return the method with its texts tidied; raises BadInput with the field that is wrong.

    Of a file, its name stands in the sentence and the field is "file".
    """
    tidied = _tidied(method)
    problem = _problem(tidied)
    if problem is not None:
        field, sentence = problem
        if name == _TYPED:
            raise BadInput(f"{sentence[:1].upper()}{sentence[1:]}.", field=field)
        raise refusal(name, f"{field}: {sentence}")
    return tidied


def _repair(path: Path) -> str:
    return f"correct {path.name} in the folder methods, or install the program again."


def _tidied(method: Method) -> Method:
    """Return the method with blanks trimmed and empty entries of lists left out."""
    whole = {
        name: tuple(kept(entry) for entry in getattr(method, name) if kept(entry))
        for name in ("good_for", "materials", "variations", "tips")
    }
    lines = {name: clean(getattr(method, name)) for name in ("name", "line", "grouping", "title")}
    texts = {
        name: kept(getattr(method, name))
        for name in ("purpose", "say", "remote", "hybrid_how", "source")
    }
    steps = tuple(
        msgspec.structs.replace(step, do=kept(step.do)) for step in method.steps if kept(step.do)
    )
    return msgspec.structs.replace(method, **whole, **lines, **texts, steps=steps)


def _problem(method: Method) -> tuple[str, str] | None:
    """Return the first field that is wrong and what is wrong with it."""
    checks = (_name_problem, _minutes_problem, _people_problem, _size_problem, _step_problem)
    return next((found for check in checks if (found := check(method))), None)


def _name_problem(method: Method) -> tuple[str, str] | None:
    if not method.folded:
        return "name", "a method needs a name"
    if len(method.name) > LONGEST_NAME:
        return "name", f"{LONGEST_NAME} letters are the most"
    return None


def _minutes_problem(method: Method) -> tuple[str, str] | None:
    low, high = method.minutes.low, method.minutes.high
    if not 1 <= low <= LONGEST_BLOCK or not 1 <= high <= LONGEST_BLOCK:
        return "minutes", f"they go from 1 to {LONGEST_BLOCK}"
    if low > high:
        return "minutes", f"the shortest, {low}, is longer than the longest, {high}"
    return None


def _people_problem(method: Method) -> tuple[str, str] | None:
    low, high = method.people.low, method.people.high
    if not 1 <= low <= _MOST_PEOPLE or (high is not None and high > _MOST_PEOPLE):
        return "people", f"they go from 1 to {_MOST_PEOPLE:,}"
    if high is not None and high < low:
        return "people", f"at least {low} and at most {high} cannot both hold"
    return None


def _size_problem(method: Method) -> tuple[str, str] | None:
    for name in ("line", "purpose", "grouping", "title", "say", "remote", "hybrid_how", "source"):
        if len(getattr(method, name)) > _LONGEST_TEXT:
            return name, f"{_LONGEST_TEXT:,} letters are the most"
    for name in ("good_for", "materials", "variations", "tips"):
        entries = getattr(method, name)
        if len(entries) > _MOST_PARTS or any(len(entry) > _LONGEST_TEXT for entry in entries):
            return name, f"{_MOST_PARTS} entries of {_LONGEST_TEXT:,} letters are the most"
    return None


def _step_problem(method: Method) -> tuple[str, str] | None:
    if len(method.steps) > _MOST_PARTS:
        return "steps", f"{_MOST_PARTS} are the most"
    for place, step in enumerate(method.steps, 1):
        if step.minutes is not None and not 1 <= step.minutes <= LONGEST_BLOCK:
            return "steps", f"entry {place}: minutes go from 1 to {LONGEST_BLOCK}"
        if not 1 <= step.times <= _MOST_PARTS:
            return "steps", f"entry {place}: a step happens 1 to {_MOST_PARTS} times"
        if len(step.do) > _LONGEST_TEXT:
            return "steps", f"entry {place}: {_LONGEST_TEXT:,} letters are the most"
    return None
