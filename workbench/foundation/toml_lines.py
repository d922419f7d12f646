"""Where in the text of a TOML file each of its values stands, to say the line of a mistake."""

import re
from collections import defaultdict
from typing import Final

_HEADER: Final = re.compile(r"\s*(\[\[?)\s*([^\[\]]+?)\s*\]\]?\s*(?:#.*)?$")
_KEY: Final = re.compile(r"""\s*([A-Za-z0-9_-]+|"[^"]*"|'[^']*')\s*=\s*(.*)$""")
_PART: Final = re.compile(r"""[A-Za-z0-9_-]+|"[^"]*"|'[^']*'""")


def toml_lines(text: str) -> dict[str, int]:
    """Return the lines, from 1, of headings and keys by paths such as "blocks[1].minutes"."""
    found: dict[str, int] = {}
    counts: dict[str, int] = defaultdict(int)
    here, fence = "", ""
    for number, line in enumerate(text.split("\n"), 1):
        if fence:
            fence = "" if fence in line else fence
            continue
        heading, key = _HEADER.match(line), _KEY.match(line)
        if heading:
            here = _path(heading[2], counts, is_entry=heading[1] == "[[")
            found.setdefault(here, number)
        elif key:
            name = key[1].strip("\"'")
            found.setdefault(f"{here}.{name}" if here else name, number)
            fence = _left_open(key[2])
    return found


def line_of(path: str, lines: dict[str, int]) -> int | None:
    """Return the line of a value, or of the nearest part it stands in, None where unknown."""
    while path and path not in lines:
        path = re.sub(r"(\.[^.\[\]]+|\[[^\]]*\]|^[^.\[\]]+)$", "", path)
    return lines.get(path)


def _path(dotted: str, counts: dict[str, int], *, is_entry: bool) -> str:
    path = ""
    parts = [part.strip("\"'") for part in _PART.findall(dotted)]
    for place, part in enumerate(parts):
        path = f"{path}.{part}" if path else part
        if is_entry and place == len(parts) - 1:
            counts[path] += 1
        if counts[path]:
            path = f"{path}[{counts[path] - 1}]"
    return path


def _left_open(value: str) -> str:
    for fence in ('"""', "'''"):
        if value.startswith(fence) and fence not in value[3:]:
            return fence
    return ""
