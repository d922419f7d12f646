"""Looking for answers in anything that is kept: in every way somebody could have written them."""

import base64
import pickle
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

_ENOUGH = 10  # codes in a row that nobody writes by chance
_BETWEEN = ("", ",", ", ", ";", "; ", "\t", " ", "\n")
_LETTERS = ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le")


def traces_of_codes(codes: Sequence[int | None]) -> set[bytes]:
    """Return the first codes of a sheet as text, JSON, numbers of any width, hex and base64."""
    first = [code for code in codes if code is not None][:_ENOUGH]
    texts = {between.join(map(str, first)) for between in _BETWEEN}
    written = {text.encode(letters) for text in texts for letters in _LETTERS}
    for width in (1, 2, 4, 8):  # one byte each is a varint, a packed list and a record of SQLite
        for order in ("little", "big"):
            written.add(b"".join(code.to_bytes(width, order) for code in first))
    written.add(b"".join(pickle.dumps(code)[2:-1] for code in first))
    return written | set(_told_otherwise(text.encode() for text in texts))


def traces_of_words(words: str) -> set[bytes]:
    """Return a comment, a name or a part of a code in every letter width, hex and base64."""
    written = {
        said.encode(letters) for said in (words, words.upper(), words[::-1]) for letters in _LETTERS
    }
    return written | set(_told_otherwise([words.encode()]))


def _told_otherwise(texts: Iterable[bytes]) -> Iterator[bytes]:
    for text in texts:
        yield text.hex().encode()
        for shift in range(3):  # base64 reads differently from each of three places
            told = base64.b64encode(b"-" * shift + text)
            yield told[4 if shift else 0 : len(told) - 4]


def found_in(content: bytes, traces: Iterable[bytes]) -> list[bytes]:
    """Return the traces that are in some bytes."""
    return [trace for trace in traces if trace in content]


def everything_in(folder: Path, but: Iterable[Path] = ()) -> bytes:
    """Return the names and contents of all files below a folder, some left out."""
    left_out = set(but)
    files = [path for path in folder.rglob("*") if path.is_file() and path not in left_out]
    return b"\0".join(str(path).encode() + b"\0" + path.read_bytes() for path in files)
