"""Any file with a table in it (workbook, .csv, .txt, .json, or one of these zipped) as plain rows.

Text stays text: "007" keeps its zeros and "=SUM(1)" is four letters and a bracket, never a sum.
"""

import hashlib
import io
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path

from workbench.foundation.errors import UnreadableFile
from workbench.foundation.text import clean, listed
from workbench.imports.decoding import decode
from workbench.imports.delimited import read_delimited
from workbench.imports.file_kinds import BROKEN_ZIP, damaged, kind_of
from workbench.imports.json_tables import looks_like_json, read_json
from workbench.imports.workbooks import Cell, Row, read_workbook

MOST_BYTES = 60_000_000
_LISTED = 10
_TABLES = (".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".json")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table: its sheet's name and rows from row 1, empty cells as "".

    `unsure` numbers the rows whose quotation marks do not match, so that their cells may be off.
    """

    name: str
    rows: tuple[Row, ...]
    unsure: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file that was read: its sheets, what was odd, and a fingerprint of its bytes.

    `delimiter` is what stood between the cells of a text file.
    """

    name: str
    sheets: tuple[Sheet, ...]
    fingerprint: str
    is_workbook: bool
    warnings: tuple[str, ...] = ()
    delimiter: str = ""


def read_source(path: Path) -> SourceFile:
    """Return the tables in the file at `path`; raises UnreadableFile with a sentence."""
    return source_from_bytes(_bytes_of(path), path.name)


def source_from_bytes(data: bytes, name: str) -> SourceFile:
    """Return the tables in `data`, which came from the file called `name`."""
    kind = kind_of(data, name)
    if kind == "archive":
        data, name = _only_table_in(data, name)
        kind = kind_of(data, name)
    fingerprint = hashlib.sha256(data).hexdigest()
    if kind == "workbook":
        sheets = tuple(Sheet(title, rows) for title, rows in read_workbook(data, name))
        if not sheets:
            raise UnreadableFile(f"{name} has no filled-in sheet.", "Choose another file.")
        return SourceFile(name, sheets, fingerprint, is_workbook=True)
    decoded = decode(data, name)
    if looks_like_json(decoded.text):
        sheet = Sheet(name, read_json(decoded.text, name))
        return SourceFile(name, (sheet,), fingerprint, is_workbook=False)
    found = read_delimited(decoded.text, name)
    if not any(cell.strip() for row in found.rows for cell in row):
        raise UnreadableFile(f"{name} is empty.", "Choose another file.")
    sheet = Sheet(name, found.rows, found.unsure)
    damage = (*_damage(decoded.broken_lines), *_cut_off(decoded.cut_in_line))
    warnings = (*_guessed(decoded.guess), *damage, *found.warnings)
    return SourceFile(
        name, (sheet,), fingerprint, is_workbook=False, warnings=warnings, delimiter=found.delimiter
    )


def _guessed(encoding: str) -> Iterator[str]:
    if encoding:
        yield (
            f"The file does not say how its letters are kept. They were read as {encoding}, "
            "which is a guess: look whether the names are right."
        )


def _damage(lines: Sequence[int]) -> Iterator[str]:
    if lines:
        which = listed([str(line) for line in lines[:_LISTED]])
        more = f" and {len(lines) - _LISTED} more" if len(lines) > _LISTED else ""
        where = f"line {which}" if len(lines) == 1 else f"lines {which}{more}"
        yield f"Some letters of the file are damaged, in {where}: look whether the names are right."


def _cut_off(line: int | None) -> Iterator[str]:
    if line is not None:
        yield (
            f"The file is cut off in the middle of a letter, in row {line:,}: what stood after it "
            "is missing, so export it again if it should be longer."
        )


def source_from_text(text: str) -> SourceFile:
    """Return the table in pasted text, as lines or as cells copied from a sheet."""
    return source_from_bytes(text.encode("utf-8"), "the pasted text")


def as_text(cell: Cell) -> str:
    """Return a cell as a person would type it: 3 for 3.0, dates as 2026-11-26."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, datetime):
        midnight = cell.time() == time()
        return cell.date().isoformat() if midnight else cell.isoformat(" ", "seconds")
    if isinstance(cell, date | time):
        return cell.isoformat()
    if isinstance(cell, timedelta):
        return str(cell)
    return repr(cell)


def is_empty(cell: Cell) -> bool:
    """Return whether a cell holds nothing but blanks."""
    return isinstance(cell, str) and (not cell or (not cell[0].isalnum() and not clean(cell)))


def filled(row: Row) -> int:
    """Return how many cells of a row hold something."""
    return sum(not is_empty(cell) for cell in row)


def _bytes_of(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise UnreadableFile(f"{path.name} is a folder.", "Choose the file itself.")
        if path.stat().st_size > MOST_BYTES:
            raise UnreadableFile(
                f"{path.name} is larger than {MOST_BYTES // 1_000_000} MB, "
                "which no roster, meeting or survey needs.",
                "Choose the file the meeting or survey tool exported.",
            )
        return path.read_bytes()
    except FileNotFoundError as error:
        raise UnreadableFile(
            f"There is no file {path}.", "Check the name and the folder."
        ) from error
    except OSError as error:
        raise UnreadableFile(
            f"{path.name} cannot be opened ({error.strerror or error}).",
            "Close it in other programs, or copy it to a folder of yours.",
        ) from error


def _only_table_in(data: bytes, name: str) -> tuple[bytes, str]:
    """Return the one table inside a zip, as the vendors' zipped downloads hold it."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = [
            member
            for member in archive.infolist()
            if member.filename.lower().endswith(_TABLES)
            and not Path(member.filename).name.startswith((".", "._"))
        ]
        if len(members) > 1:  # a "read me" beside the table is no table
            others = [each for each in members if not each.filename.lower().endswith(".txt")]
            members = others or members
        if len(members) != 1:
            holds = "several tables" if members else "no table"
            raise UnreadableFile(
                f"{name} is a packed folder with {holds} in it.",
                "Unpack it and import the one file you need.",
            )
        if members[0].file_size > MOST_BYTES:
            raise UnreadableFile(
                f"{name} unpacks to more than {MOST_BYTES // 1_000_000} MB.",
                "Unpack it, look at what is inside, and import only the table.",
            )
        try:
            return archive.read(members[0]), Path(members[0].filename).name
        except BROKEN_ZIP as error:
            raise damaged(name) from error
