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
MOST_OF_A_PART = MOST_UNPACKED // 4
MOST_CELLS = 3_000_000
_PIECE = 1 << 20
_OVERLAP = 4_096
_FAR_CELL = re.compile(rb"""\sr=["'](?:([A-Z]{3,4})(\d{1,9})|([A-Z]{1,2})(\d{6,9}))["'][^>/]*>""")
_ROW_TAGS = (b"<row", b":row")
_CELL_TAGS = (b"<c ", b"<c>", b":c ", b":c>", b"<si")
_ODS_PART = re.compile(rb"<table:(table|table-row|table-cell|covered-table-cell)(\s[^>]*)?>")
_REPEATED = re.compile(rb'number-(?:columns|rows)-repeated="(\d+)"')


def refuse_traps(data: bytes, name: str) -> None:
    """Raise UnreadableFile where the zipped workbook `data` unpacks beyond the limits."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(member.file_size for member in archive.infolist()) > MOST_UNPACKED:
                raise too_large(name, "far more in it than its size says")
            for member in archive.infolist():
                if member.file_size > MOST_OF_A_PART:
                    raise too_large(name, "a sheet of more than a hundred million letters")
                _check_member(archive, member, name)
    except BROKEN_ZIP as error:
        raise damaged(name) from error


def _check_member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, name: str) -> None:
    part = member.filename.lower()
    if part == "content.xml":
        _check_ods(_pieces(archive, member), name)
    elif part.startswith("xl/worksheets/") and part.endswith(".bin"):
        _check_reach(_reach_of_xlsb(archive.read(member)), name)
    elif part.startswith("xl/"):  # reading to the end also proves that no part is longer than said
        _check_xlsx(_pieces(archive, member), name)


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


def _check_xlsx(pieces: Iterator[bytes], name: str) -> None:
    """Raise at the first piece that goes beyond the limits: the rest is not even unpacked.

    Only cells with three letters or six digits in their reference can lie beyond.
    """
    rows = cells = 0
    for piece in pieces:
        rows += sum(piece.count(tag) for tag in _ROW_TAGS)
        cells += sum(piece.count(tag) for tag in _CELL_TAGS)
        if rows > MOST_ROWS:
            raise too_large(name, f"more than {MOST_ROWS:,} rows")
        if cells > MOST_CELLS:
            raise too_large(name, f"more than {MOST_CELLS:,} cells")
        for letters, number, short, long in _FAR_CELL.findall(piece):
            _check_reach((int(number or long), _column(letters or short)), name)


def _column(letters: bytes) -> int:
    position = 0
    for letter in letters:
        position = position * 26 + letter - 64
    return position


def _check_ods(pieces: Iterator[bytes], name: str) -> None:
    """Raise at the first row or column in use beyond the limits; repeated cells count as many."""
    row = cell = tags = 0
    for piece in pieces:
        tags += piece.count(b"<table:")
        if tags > MOST_CELLS:
            raise too_large(name, f"more than {MOST_CELLS:,} cells")
        for what, attributes in _ODS_PART.findall(piece):
            found = _REPEATED.search(attributes)
            times = int(found.group(1)) if found else 1
            if what == b"table":
                row = 0
            elif what == b"table-row":
                row, cell = row + times, 0
            else:
                cell += times
                if b"office:value-type" in attributes:
                    _check_reach((row, cell), name)


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
