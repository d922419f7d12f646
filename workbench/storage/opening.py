"""Opening a file with care: lock, stamp, checks; every refusal is a sentence, the file kept."""

import shutil
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlcipher

from workbench.models import Base
from workbench.storage import marker
from workbench.storage import schema as shape
from workbench.storage.engine import Access, Driver, connect, hold, storable_passphrase
from workbench.storage.faults import (
    UNCHANGED,
    DamagedWorkspace,
    NewerWorkspace,
    PassphraseNeeded,
    WorkspaceFault,
    WrongPassphrase,
    explained,
    fault_of_system,
)
from workbench.storage.file_kind import APPLICATION_ID, is_plain, not_ours
from workbench.storage.integrity import examine
from workbench.storage.open_here import refuse_open_here
from workbench.storage.schema import stamp

ALWAYS_IN_FULL = 32 * 1024 * 1024  # bytes


@dataclass(frozen=True, slots=True)
class Opened:
    """A locked connection, the schema the file holds, and the passphrase if it needs one."""

    connection: Driver
    schema: int
    passphrase: str | None

    @property
    def older(self) -> bool:
        """Whether the file must be upgraded before it can be used."""
        return self.schema < shape.SCHEMA


def is_protected(path: Path) -> bool:
    """Return whether a passphrase is needed to open the file.

    Raises a WorkspaceFault for a missing, empty or foreign file, and AlreadyOpen.
    """
    refuse_open_here(path)
    return not is_plain(path)


def open_checked(path: Path, passphrase: str | None, *, full: bool = False) -> Opened:
    """Return a locked, checked connection; after an unclean close the check is a full one.

    The full one is also made of an unprotected file up to 32 MB, which takes under half a second:
    the quick one sees no damage inside an index, where a protected file has its checksums.

    An older file is not checked: the upgrade does so. Raises a WorkspaceFault that says what is
    wrong and what to do; the file is left as it is.
    """
    key = _key(path, passphrase)
    small = key is None and path.stat().st_size <= ALWAYS_IN_FULL
    full = full or small or marker.left_behind(path)
    with explained(path, marker.where_open(path), UNCHANGED):
        _refuse_wrong_key(path, key)
        connection = _unlocked(path, key)
        try:
            opened = Opened(connection, _schema(connection, path), key)
            hold(connection)
            _refuse_read_only(connection)
            if not opened.older:
                _refuse_damage(connection, path, full=full)
        except BaseException:
            connection.close()
            raise
    return opened


def open_to_read(path: Path, passphrase: str | None) -> Opened:
    """Return a connection to a backup that reads it without a lock; raises a WorkspaceFault.

    Neither the file nor anything beside it changes; nothing but its stamp has been looked at.
    """
    key = _key(path, passphrase)
    with explained(path, safe=UNCHANGED):
        connection = _unlocked(path, key, "glance")
        try:
            return Opened(connection, _schema(connection, path), key)
        except BaseException:
            connection.close()
            raise


def _key(path: Path, passphrase: str | None) -> str | None:
    if not is_protected(path):
        return None
    if passphrase is None:
        raise PassphraseNeeded(path)
    if not storable_passphrase(passphrase):
        raise WrongPassphrase(path)
    return passphrase


def _unlocked(path: Path, key: str | None, access: Access = "write") -> Driver:
    connection = None
    try:
        connection = connect(path, key, access)
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except (sqlcipher.DatabaseError, UnicodeDecodeError) as error:
        if connection is not None:
            connection.close()
        if isinstance(error, UnicodeDecodeError):  # SQLite's own message quotes the damaged bytes
            raise DamagedWorkspace(path, "the table definitions cannot be read") from error
        if key is not None and getattr(error, "sqlite_errorname", "") == "SQLITE_NOTADB":
            raise WrongPassphrase(path) from error
        raise
    return connection


def _refuse_wrong_key(path: Path, key: str | None) -> None:
    """Try the key without touching the file, where a crash left a journal to be rolled back."""
    journal = journal_of(path)
    if key is None or not journal.exists() or not journal.stat().st_size:
        return
    with suppress(WorkspaceFault, sqlcipher.Error):
        _unlocked(path, key, "glance").close()
        return
    try:
        _try_on_a_copy(path, key)
    except (WorkspaceFault, sqlcipher.Error) as error:
        raise WrongPassphrase(path) from error
    except OSError as error:
        raise fault_of_system(error, path, UNCHANGED) from error


def _try_on_a_copy(path: Path, key: str) -> None:
    # the first page may be half written, with its whole twin in the journal
    with tempfile.TemporaryDirectory(dir=path.parent, prefix=".workbench-") as folder:
        copy = Path(folder, path.name)
        shutil.copyfile(path, copy)
        shutil.copyfile(journal_of(path), journal_of(copy))
        _unlocked(copy, key).close()


def journal_of(path: Path) -> Path:
    """Return where SQLite keeps the journal of a file."""
    return path.with_name(path.name + "-journal")


def _schema(connection: Driver, path: Path) -> int:
    application, schema = stamp(connection)
    if application != APPLICATION_ID:
        raise not_ours(path, "another program wrote this database")
    if schema > shape.SCHEMA:
        raise NewerWorkspace(path)
    if schema < 1:
        raise DamagedWorkspace(path, "the file has no schema number")
    return schema


def _refuse_read_only(connection: Driver) -> None:
    """Begin a write and take it back: only then SQLite says that it may not make its journal."""
    _, schema = stamp(connection)
    connection.execute("BEGIN IMMEDIATE")
    try:
        connection.execute(f"PRAGMA user_version = {schema}")
    except sqlcipher.OperationalError as error:
        if getattr(error, "sqlite_errorname", "") != "SQLITE_FULL":  # a full disk can be read
            raise
    finally:
        with suppress(sqlcipher.Error):
            connection.execute("ROLLBACK")


def _refuse_damage(connection: Driver, path: Path, *, full: bool) -> None:
    health = examine(connection, Base.metadata, full=full)
    if not health.whole:
        raise DamagedWorkspace(path, "\n".join(health.problems[:20]))
