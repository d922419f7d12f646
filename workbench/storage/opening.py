"""Opening a file with care: lock, stamp, checks; every refusal is a sentence, the file kept."""

from pathlib import Path

from workbench.foundation.errors import UserFixable
from workbench.models import Base
from workbench.storage import marker
from workbench.storage.engine import Driver, connect
from workbench.storage.faults import (
    DamagedWorkspace,
    NewerWorkspace,
    NotAWorkspace,
    PassphraseNeeded,
    WrongPassphrase,
    explained,
)
from workbench.storage.integrity import examine
from workbench.storage.schema import APPLICATION_ID, SCHEMA, stamp

_PLAIN_HEADER = b"SQLite format 3\x00"
_OTHER_PROGRAMS = {
    b"PK\x03\x04": "an Office or zip file",
    b"%PDF": "a PDF",
    b"\xd0\xcf\x11\xe0": "an old Office file",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"{\\rtf": "a text document",
}


def is_protected(path: Path) -> bool:
    """Return whether the file has no readable header and so needs a passphrase, if it is ours.

    Raises NotAWorkspace for a missing, empty or foreign file.
    """
    head = _head(path)
    if head.startswith(_PLAIN_HEADER):
        return False
    for magic, kind in _OTHER_PROGRAMS.items():
        if head.startswith(magic):
            raise _not_ours(path, f"it is {kind}")
    if len(head) < 512:
        raise _not_ours(path, "it is too short to be one")
    if not any(head):
        raise DamagedWorkspace(path, "the first page holds only zeros")
    if _is_text(head):
        raise _not_ours(path, "it holds plain text")
    return True


def open_checked(path: Path, passphrase: str | None) -> tuple[Driver, bool]:
    """Return a locked, checked connection, and whether the schema is older than today's.

    Raises a WorkspaceFault that says what is wrong and what to do; the file is left as it is.
    """
    protected = is_protected(path)
    if protected and passphrase is None:
        raise PassphraseNeeded(path)
    with explained(path, marker.where_open(path)):
        connection = _unlocked(path, passphrase if protected else None)
        try:
            older = _is_older(connection, path)
            _refuse_damage(connection, path, older=older)
        except BaseException:
            connection.close()
            raise
    return connection, older


def _unlocked(path: Path, passphrase: str | None) -> Driver:
    from sqlcipher3 import dbapi2 as sqlcipher

    connection = None
    try:
        connection = connect(path, passphrase)
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        connection.execute("COMMIT")
    except sqlcipher.DatabaseError as error:
        if connection is not None:
            connection.close()
        text = str(error).lower()
        if passphrase is not None and ("not a database" in text or "hmac" in text):
            raise WrongPassphrase(path) from error
        raise
    return connection


def _is_older(connection: Driver, path: Path) -> bool:
    application, schema = stamp(connection)
    if application != APPLICATION_ID:
        raise _not_ours(path, "another program wrote this database")
    if schema > SCHEMA:
        raise NewerWorkspace(path)
    if schema < 1:
        raise DamagedWorkspace(path, "the file has no schema number")
    return schema < SCHEMA


def _refuse_damage(connection: Driver, path: Path, *, older: bool) -> None:
    if older:
        return  # the upgrade checks the whole file before and after
    health = examine(connection, Base.metadata, full=marker.left_behind(path))
    if not health.whole:
        raise DamagedWorkspace(path, "\n".join(health.problems[:20]))


def _head(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            head = stream.read(4096)
    except FileNotFoundError as error:
        raise NotAWorkspace(
            "No such file",
            f"There is no file {path.name} in {path.parent}.",
            "Look for it under another name or folder, or make a new workspace.",
        ) from error
    except IsADirectoryError as error:
        raise _not_ours(path, "it is a folder") from error
    except OSError as error:
        raise UserFixable(
            "This file cannot be read",
            f"{path.name} cannot be read ({error.strerror}).",
            "See that the drive is plugged in and that you may read the file.",
        ) from error
    if not head:
        raise NotAWorkspace(
            "This file is empty",
            f"{path.name} is empty, so it holds no workspace. It has not been changed.",
            "Restore a backup under this name, or choose another file.",
        )
    return head


def _not_ours(path: Path, why: str) -> NotAWorkspace:
    return NotAWorkspace(
        "This is not a workspace",
        f"{path.name} is not a Facilitator Workbench workspace: {why}. It has not been changed.",
        "Choose a file that ends in .fwb, or import this one from the page it belongs to.",
    )


def _is_text(head: bytes) -> bool:
    return all(byte in b"\t\r\n\f" or 32 <= byte < 127 for byte in head[:512])
