"""What lies at a path, told from its first bytes without opening it as a database."""

import stat
from pathlib import Path

from workbench.storage.faults import UNCHANGED, DamagedWorkspace, NotAWorkspace, WorkspaceFault

APPLICATION_ID = 0x46574231  # "FWB1"

_PLAIN = b"SQLite format 3\x00"
_OUR_NUMBER = slice(68, 72)  # where SQLite keeps the application id
_OTHER_PROGRAMS = {  # four bytes at least: a protected file begins with sixteen random ones
    b"PK\x03\x04": "an Office or zip file",
    b"PK\x05\x06": "a zip file",
    b"%PDF": "a PDF",
    b"\xd0\xcf\x11\xe0": "an old Office file",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff\xe0": "a picture",
    b"\xff\xd8\xff\xe1": "a picture",
    b"GIF8": "a picture",
    b"RIFF": "a picture or a recording",
    b"\x1f\x8b\x08\x00": "a packed file",
    b"7z\xbc\xaf": "a packed file",
    b"Rar!": "a packed file",
    b"{\\rtf": "a text document",
    b"\x7fELF": "a program",
    b"MZ\x90\x00": "a program",
}
_SHORTEST = 512  # the smallest page of a database
_BYTE_VALUES_OF_NOISE = 150  # 512 random bytes hold about 220 of the 256 values


def is_plain(path: Path) -> bool:
    """Return whether a file of ours is unprotected; one without a readable header is protected.

    Raises a WorkspaceFault for a missing, empty, foreign or headless file, which stays as it is.
    """
    head = _head(path)
    if head.startswith(_PLAIN):
        _refuse_another_database(path, head)
        return True
    for magic, kind in _OTHER_PROGRAMS.items():
        if head.startswith(magic):
            raise not_ours(path, f"it is {kind}")
    if _was_plain(head):
        raise DamagedWorkspace(path, "the header of the file is overwritten")
    if len(head) < _SHORTEST:
        raise not_ours(path, "it is too short to be one")
    if _is_text(head):
        raise not_ours(path, "it holds plain text")
    if len(set(head)) < _BYTE_VALUES_OF_NOISE:
        raise DamagedWorkspace(path, "the beginning holds neither a header nor a cipher's noise")
    return False


def not_ours(path: Path, why: str) -> NotAWorkspace:
    """Return the fault for a file of another program."""
    return NotAWorkspace(
        "This is not a workspace",
        f"{path.name} is not a Facilitator Workbench workspace: {why}. It has not been changed.",
        "Choose a file that ends in .fwb, or import this one from the page it belongs to.",
    )


def _refuse_another_database(path: Path, head: bytes) -> None:
    number = head[_OUR_NUMBER]
    if number == APPLICATION_ID.to_bytes(4, "big"):
        return
    if len(head) >= _SHORTEST and not any(head[24:100]):
        raise DamagedWorkspace(path, "the header of the file is overwritten")
    raise not_ours(path, "another program wrote this database")


def _was_plain(head: bytes) -> bool:
    return head[_OUR_NUMBER] == APPLICATION_ID.to_bytes(4, "big") or b"CREATE TABLE" in head


def _head(path: Path) -> bytes:
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # reading a pipe would wait for ever
            raise not_ours(path, "it is a folder" if path.is_dir() else "it is not a file")
        with path.open("rb") as stream:
            head = stream.read(4096)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise NotAWorkspace(
            "No such file",
            f"There is no file {path.name} in {path.parent}.",
            "Look for it under another name or folder, or make a new workspace.",
        ) from error
    except (OSError, ValueError) as error:
        raise WorkspaceFault(
            "This file cannot be read",
            f"{path.name} cannot be read ({getattr(error, 'strerror', None) or error}).",
            f"See that the drive is plugged in and that you may read the file. {UNCHANGED}",
        ) from error
    if not head:
        raise NotAWorkspace(
            "This file is empty",
            f"{path.name} is empty, so it holds no workspace. It has not been changed.",
            "Restore a backup under this name, or choose another file.",
        )
    return head


def _is_text(head: bytes) -> bool:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    for cut in range(4):  # the end may lie inside a character
        try:
            text = head[: len(head) - cut].decode("utf-8")
        except UnicodeDecodeError:
            continue
        return not any(ord(letter) < 32 and letter not in "\t\r\n\f\v" for letter in text)
    return False
