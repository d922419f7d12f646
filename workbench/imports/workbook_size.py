"""How far the sheets of a workbook reach, read without loading them: traps are refused here.

A stray entry in the last cell of a sheet makes a table of 17 thousand million cells, and a small
zip can unpack to more than a laptop holds; both are told from the raw parts in a moment.
"""

import io
import re
import struct
import zipfile
from collections.abc import Iterator

from workbench.imports.file_kinds import BROKEN_ZIP, damaged
from workbench.imports.table_limits import MOST_COLUMNS, MOST_ROWS, too_large

MOST_UNPACKED = 400_000_000
_PIECE = 1 << 20
_OVERLAP = 4_096
_XLSX_CELL = re.compile(rb'<(?:\w+:)?c\b[^>]*?\br="([A-Z]{1,4})(\d{1,9})"[^>/]*>')
_ODS_PART = re.compile(rb"<table:(table|table-row|table-cell|covered-table-cell)(\s[^>]*)?>")
_REPEATED = re.compile(rb'number-(?:columns|rows)-repeated="(\d+)"')


def refuse_traps(data: bytes, name: str) -> None:
    """Raise UnreadableFile where the zipped workbook `data` unpacks beyond the limits."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(member.file_size for member in archive.infolist()) > MOST_UNPACKED:
                raise too_large(name, "far more in it than its size says")
            for member in archive.infolist():
                _check_member(archive, member, name)
    except BROKEN_ZIP as error:
        raise damaged(name) from error


def _check_member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, name: str) -> None:
    part = member.filename.lower()
    if part == "content.xml":
        _check_reach(_reach_of_ods(_pieces(archive, member)), name)
    elif part.startswith("xl/worksheets/") and part.endswith(".bin"):
        _check_reach(_reach_of_xlsb(archive.read(member)), name)
    elif part.startswith("xl/"):  # reading to the end also proves that no part is longer than said
        _check_reach(_reach_of_xlsx(_pieces(archive, member)), name)


def _pieces(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Iterator[bytes]:
    """Yield the part in pieces that overlap no tag: each but the last is cut after a ">"."""
    kept = b""
    with archive.open(member) as stream:
        while piece := stream.read(_PIECE):
            kept += piece
            cut = kept.rfind(b">") + 1
            yield kept[:cut]
            kept = kept[cut:]
            if len(kept) > _PIECE * 4:
                kept = kept[-_OVERLAP:]
    yield kept


def _check_reach(reach: tuple[int, int], name: str) -> None:
    rows, columns = reach
    if rows > MOST_ROWS:
        raise too_large(name, f"an entry in row {rows:,}")
    if columns > MOST_COLUMNS:
        raise too_large(name, f"an entry in column {columns:,}")


def _reach_of_xlsx(pieces: Iterator[bytes]) -> tuple[int, int]:
    rows = columns = 0
    for piece in pieces:
        for letters, number in _XLSX_CELL.findall(piece):
            rows = max(rows, int(number))
            columns = max(columns, _column(letters))
    return rows, columns


def _column(letters: bytes) -> int:
    position = 0
    for letter in letters:
        position = position * 26 + letter - 64
    return position


def _reach_of_ods(pieces: Iterator[bytes]) -> tuple[int, int]:
    """Return the last row and column in use; repeated cells count where they hold something."""
    widest = longest = row = cell = 0
    for piece in pieces:
        for what, attributes in _ODS_PART.findall(piece):
            found = _REPEATED.search(attributes)
            times = int(found.group(1)) if found else 1
            if what == b"table":
                row = 0
            elif what == b"table-row":
                row, cell = row + times, 0
            else:
                cell += times
                if b"office:value-type" in (attributes):
                    widest, longest = max(widest, cell), max(longest, row)
    return longest, widest


def _reach_of_xlsb(data: bytes) -> tuple[int, int]:
    """Return the last row and column with a cell, from the sheet's binary records."""
    rows = columns = row = at = 0
    while at < len(data):
        kind, at = _varying(data, at, 2)
        size, at = _varying(data, at, 4)
        if kind == 0 and size >= 4:
            (row,) = struct.unpack_from("<I", data, at)
        elif 2 <= kind <= 11 and size >= 4:
            (column,) = struct.unpack_from("<I", data, at)
            rows, columns = max(rows, row + 1), max(columns, column + 1)
        at += size
    return rows, columns


def _varying(data: bytes, at: int, most: int) -> tuple[int, int]:
    """Return a number stored in seven bits a byte, and where the next one starts."""
    value = 0
    for index in range(most):
        byte = data[at] if at < len(data) else 0
        at += 1
        value |= (byte & 0x7F) << (7 * index)
        if not byte & 0x80:
            break
    return value, at
