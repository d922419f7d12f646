"""Text with delimiters to rows: finds the delimiter, and no open quotation mark eats a line."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from workbench.imports.delimited_rows import RowReader

_DELIMITERS = ("\t", ";", "|", ",")
_LINES_OF_A_CELL = 60
_QUOTED = re.compile(r'"(?:[^"]|"")*"')
_SEPARATOR_LINE = re.compile(r"^\"?sep=(.)\"?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Delimited:
    """Rows of a text table, in file order with blank lines as empty rows, and what was odd.

    `unsure` numbers the rows, from 1, whose quotation marks do not match.
    """

    rows: tuple[tuple[str, ...], ...]
    delimiter: str
    warnings: tuple[str, ...]
    unsure: frozenset[int] = frozenset()


def read_delimited(text: str, name: str) -> Delimited:
    """Return the rows of `text`; raises UnreadableFile for a table beyond the limits."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if lines and not lines[-1]:
        lines.pop()
    stated = _SEPARATOR_LINE.match(lines[0].strip()) if lines else None
    delimiter = stated.group(1) if stated else find_delimiter(lines)
    found = RowReader(lines, delimiter, name)
    rows = list(found.rows())
    if stated:
        rows[0] = ()
    return Delimited(tuple(rows), delimiter, tuple(found.warnings), frozenset(found.unsure))


def find_delimiter(lines: Sequence[str]) -> str:
    """Return the delimiter of these lines, "" where each line is one cell.

    Counts outside quotation marks; a comma before a blank is punctuation ("Doe, Jane") unless
    nothing else divides the lines.
    """
    bare = [_QUOTED.sub("", line) for line in _whole(lines[:400]) if line.strip()][:100]
    counts = {
        mark: [_count(line, mark) for line in bare]
        for mark in _DELIMITERS
        if any(mark in line for line in bare)
    }
    usable = {mark: found for mark, found in counts.items() if _coverage(found) >= 0.3}
    if not usable:
        return _comma_with_blanks(bare)
    if "\t" in usable:
        return "\t"
    first = min(_first(found) for found in usable.values())
    return max(usable, key=lambda mark: _rank(usable[mark], first))


def _whole(lines: Sequence[str]) -> list[str]:
    """Return the lines with those joined that one cell in quotation marks runs across.

    Where a mark stays open for long, or to the end, the lines are taken as they are.
    """
    joined: list[str] = []
    run: list[str] = []
    is_open = False
    for line in lines:
        run.append(line)
        is_open ^= bool(line.count('"') % 2)
        if not is_open:
            joined.append("\n".join(run))
            run = []
        elif len(run) > _LINES_OF_A_CELL:
            return list(lines)
    return list(lines) if run else joined


def _count(line: str, mark: str) -> int:
    return line.count(mark) - (len(re.findall(r", ", line)) if mark == "," else 0)


def _coverage(found: Sequence[int]) -> float:
    return sum(count > 0 for count in found) / len(found)


def _first(found: Sequence[int]) -> int:
    return next(index for index, count in enumerate(found) if count)


def _rank(found: Sequence[int], first: int) -> tuple[float, int]:
    in_header = 1.0 if _first(found) == first else 0.5
    repeated = Counter(count for count in found if count)
    agreeing = sum(count * times for count, times in repeated.items() if times > 1)
    return round(_coverage(found) * in_header, 1), agreeing


def _comma_with_blanks(bare: Sequence[str]) -> str:
    counts = Counter(line.count(",") for line in bare if "," in line)
    if not counts or sum(counts.values()) < len(bare) * 0.6:
        return ""
    if counts.most_common(1)[0][0] >= 2:
        return ","
    second = [line.split(",", 1)[1] for line in bare if "," in line]
    data_like = sum(bool(re.search(r"[@\d]", part)) for part in second)
    return "," if data_like * 2 >= len(second) else ""
