"""What kind of file lies before us, told by its first bytes and never by its name."""

import io
import lzma
import re
import struct
import zipfile
import zlib
from typing import Literal

from workbench.foundation.errors import UnreadableFile

Kind = Literal["workbook", "archive", "text"]

BROKEN_ZIP = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, RuntimeError,
    NotImplementedError, ValueError, KeyError, OSError,
)  # fmt: skip
"""All that a zip with wrong bytes in it raises when it is opened or read."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SAVE_AGAIN = "Open it where it was made, save it as .xlsx or .csv, and import that."
_FOREIGN = {
    b"%PDF": "a PDF",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"BM6": "a picture",
    b"SQLite format 3\x00": "a database or an unprotected workspace",
    b"{\\rtf": "a text document",
    b"7z\xbc\xaf": "a packed folder",
    b"Rar!": "a packed folder",
    b"\x1f\x8b": "a packed file",
    b"MZ": "a program",
    b"\x7fELF": "a program",
}
_COMMENTS = re.compile(rb"\s*<!--.*?(?:-->|\Z)", re.DOTALL)
_MARKUP = (
    b"<!doctype html", b"<html", b"<table", b"<body", b"<head", b"<div", b"<meta", b"<style",
    b"<workbook", b"<ss:workbook", b"mime-version:",
)  # fmt: skip
_IN_XML = (
    b"<html", b"office:excel", b"office:spreadsheet", b"<workbook", b"<document", b"<responses",
    b"<queryxml",
)  # fmt: skip
_IN_ZIP = {
    "word/document.xml": "a Word document",
    "ppt/presentation.xml": "a PowerPoint presentation",
    "Index/Document.iwa": "an Apple Numbers or Pages document",
    "index.apxl": "an Apple Keynote document",
}


def kind_of(data: bytes, name: str) -> Kind:
    """Return what `data` is; raises UnreadableFile where no table can be in it.

    `name` is only for the sentence. A zip that is not a workbook is an "archive": the vendors'
    zipped downloads hold one table inside.
    """
    if not data:
        raise UnreadableFile(f"{name} is empty.", "Choose another file.")
    if data.startswith(_OLE):
        return _ole(data, name)
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip(data, name)
    for start, what in _FOREIGN.items():
        if data.startswith(start):
            raise UnreadableFile(f"{name} is {what}, not a table.", _SAVE_AGAIN)
    _refuse_markup(data, name)
    return "text"


def _ole(data: bytes, name: str) -> Kind:
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise protected(name)
    if "WordDocument".encode("utf-16-le") in data:
        raise UnreadableFile(f"{name} is a Word document, not a table.", _SAVE_AGAIN)
    return "workbook"


def _zip(data: bytes, name: str) -> Kind:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = set(archive.namelist())
    except BROKEN_ZIP as error:
        raise damaged(name) from error
    for member, what in _IN_ZIP.items():
        if member in members:
            raise UnreadableFile(f"{name} is {what}, not a table.", _SAVE_AGAIN)
    return "workbook" if members & _WORKBOOK_MEMBERS else "archive"


_WORKBOOK_MEMBERS = {"xl/workbook.xml", "xl/workbook.bin", "content.xml", "[Content_Types].xml"}


def _refuse_markup(data: bytes, name: str) -> None:
    start = _COMMENTS.sub(b"", data[:4000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()).lstrip()
    page = start.startswith(_MARKUP)
    if page or (start.startswith(b"<?xml") and any(each in start for each in _IN_XML)):
        raise UnreadableFile(
            f"{name} is a web page or XML saved under a table's name.",
            "Open it in Excel or LibreOffice, save it as .xlsx, and import that.",
        )


def protected(name: str) -> UnreadableFile:
    """Return the sentence for a workbook that asks for a password."""
    return UnreadableFile(
        f"{name} is protected with a password, so it cannot be read here.",
        "Open it in Excel, remove the password, save it, and import it again.",
    )


def damaged(name: str) -> UnreadableFile:
    """Return the sentence for a workbook that is cut off or broken."""
    return UnreadableFile(
        f"{name} is damaged or not complete, so it cannot be read.",
        "Open it in Excel or LibreOffice to see whether it can be repaired, or export it again.",
    )
