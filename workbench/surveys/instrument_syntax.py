"""Reading a questionnaire file as TOML: every line that is not written as one is told in words."""

import re
import tomllib
from typing import Any, Final

SyntaxFault = tuple[int, str]
LARGEST_TEXT: Final = 300_000
_MOST_FAULTS: Final = 25
_DEEP: Final = re.compile(r"""(?<![\w"'-])(?>["'\w-]++[ \t]*+\.[ \t]*+){50}""")
_AT: Final = re.compile(r"^(?P<what>.*) \(at (?:line (?P<line>\d+), column \d+|end of document)\)$")
_ENTRY: Final = re.compile(r"[ \t]*([A-Za-z0-9_-]+)[ \t]*=(.*)$", re.DOTALL)
_UNCLOSED: Final = (
    "Unclosed",
    "Unterminated",
    "Expected '\"'",
    "Expected \"'''\"",
    'Expected \'"""\'',
)
_UNSEEN: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_WORD: Final = re.compile(r"[A-Za-z][^\s\"',\[\]{}#]*")
_TOO_DEEP: Final = "its names or lists stand too deep inside each other"
_STANDS_IN: Final = {  # a value of the right kind, for the rest of the file to be checked as well
    "id": '"x"', "version": "1", "language": '"en"', "title": '"x"', "construct": '"other"',
    "direction": '"higher is better"', "scoring": '"mean"', "range": "[0, 1]", "licence": '"x"',
    "at_least": "1", "note": '"x"', "key": '"x"', "code": "0", "label": '"x"', "low": "0",
    "high": "0", "source": '"x"',
}  # fmt: skip


def read_tree(text: str) -> tuple[dict[str, Any] | None, list[SyntaxFault], frozenset[int]]:
    """Return what TOML holds, what is wrong by line from 1, and the lines that were stood in for.

    The tree is None where a mistake leaves no telling what the lines after it are. Never raises.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    faults: list[SyntaxFault] = []
    refused = _refused(lines)
    if refused is not None:
        return None, [refused], frozenset()
    while len(faults) < _MOST_FAULTS:
        try:
            tree = tomllib.loads("\n".join(lines))
            return tree, faults, frozenset(line for line, _ in faults)
        except RecursionError:
            return None, [*faults, (1, _TOO_DEEP)], frozenset()
        except ValueError as error:  # no TOML, or a number beyond all bounds
            line, what = _where(str(error), lines)
        faults.append((line, _sentence(lines, line, what)))
        entry = _ENTRY.match(lines[line - 1])
        if entry is None or what.startswith("Far "):
            break
        lines[line - 1] = _stand_in(entry[1], what)
    return None, faults, frozenset()


def _refused(lines: list[str]) -> SyntaxFault | None:
    if sum(map(len, lines)) > LARGEST_TEXT:
        return 1, "it is too large for a questionnaire"
    deep = (number for number, line in enumerate(lines, 1) if _DEEP.search(line))
    found = next(deep, None)
    return (found, _TOO_DEEP) if found else None


def _where(message: str, lines: list[str]) -> tuple[int, str]:
    """Return the line of a mistake and what the reader says; an open list, where it begins."""
    found = _AT.match(message)
    if found is None:
        longest = max(range(len(lines)), key=lambda place: len(lines[place]))
        return longest + 1, "Too long a number"
    last = max((n for n, line in enumerate(lines, 1) if line.strip()), default=1)
    line, what = min(int(found["line"] or last), len(lines)), found["what"]
    if what.startswith(_UNCLOSED):
        opened = next((n for n in range(line, 0, -1) if _is_open(lines[n - 1])), line)
        return opened, what if line - opened < 2 else f"Far {what}"
    return line, what


def _is_open(line: str) -> bool:
    """Whether a list, a table or a quotation begins in a line and does not end there."""
    entry = _ENTRY.match(line)
    if entry is None:
        return False
    value = entry[2].strip()
    for fence in ('"""', "'''"):
        if value.startswith(fence):
            return value.count(fence) == 1
    if value[:1] in {'"', "'"}:
        return value.count(value[0]) % 2 == 1
    pairs = {"[": "]", "{": "}"}
    return value[:1] in pairs and value.count(value[0]) > value.count(pairs[value[0]])


def _stand_in(name: str, what: str) -> str:
    """Return a line that holds something for the name, or nothing for one that stands twice."""
    twice = what.startswith(("Cannot overwrite", "Cannot declare", "Duplicate"))
    return f"{name} = {_STANDS_IN[name]}" if name in _STANDS_IN and not twice else ""


def _sentence(lines: list[str], number: int, what: str) -> str:
    line = lines[number - 1]
    entry = _ENTRY.match(line)
    if what.startswith("Too long a number"):
        return "a number is too long"
    if what.startswith(("Cannot overwrite", "Cannot declare", "Cannot mutate", "Duplicate")):
        return _twice(line, entry)
    if _UNSEEN.search(line):
        return "a character that cannot be seen stands here; type the line anew"
    if what.startswith("Far "):
        return "what begins here does not end: a bracket or a quotation mark is missing"
    if entry is None:
        return _no_entry(line)
    return _bad_value(entry[1], entry[2].strip())


def _twice(line: str, entry: re.Match[str] | None) -> str:
    name = entry[1] if entry else line.strip(" \t[]")[:40]
    if re.match(r"\s*\[[^\[]", line) and name in {"items", "anchors", "bands"}:
        return f"{name} stand under two brackets each: [[{name}]]"
    return f'"{name}" stands there twice'


def _no_entry(line: str) -> str:
    bare = line.strip()
    if bare.startswith("["):
        return "a heading stands in brackets, as [missing] or [[items]]"
    if re.match(r"[\w-]+\s*:", bare):
        return 'write "=" after the name, not ":"'
    return 'a line holds a name, "=" and a value, as in version = 1'


def _bad_value(name: str, value: str) -> str:
    if not value:
        return f"the value of {name} is missing"
    if any(mark in value[:1] + value[-1:] for mark in "“”„«»‘’"):
        return 'use straight quotation marks: "'
    if value[0] == '"' and re.search(r"\\[^btnfr\"\\]", value):
        return "a backslash has a meaning of its own here: write it twice"
    if value[0] in "\"'":
        return "a quotation mark is missing, or something stands after the last one"
    if value.casefold() in {"yes", "no", "true", "false", "on", "off"}:
        return "write true or false, in small letters"
    if _WORD.match(value):
        return f'put the words between quotation marks: {name} = "..."'
    if re.match(r"[+-]?0\d", value):
        return "a number does not begin with 0"
    if value[0] == "[":
        return "a list stands in brackets, its entries between commas, as [1, 7]"
    return "this is not a number, a list, or words between quotation marks"
