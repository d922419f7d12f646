"""An open workspace: reads, actions with undo, and a clean close; one file, one connection."""

import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Concatenate, ParamSpec, Self, TypeVar

from sqlalchemy import Connection
from sqlalchemy.orm import Session
from sqlcipher3 import dbapi2 as sqlcipher

from workbench.foundation.atomic_file import cannot_save, new_beside, settle, sync
from workbench.foundation.clock import Clock, SystemClock
from workbench.foundation.errors import CannotSave, UserFixable
from workbench.models import Base
from workbench.storage import marker, open_here
from workbench.storage.engine import (
    READ_ONLY,
    connect,
    engine_over,
    storable_passphrase,
    vacuum_into,
)
from workbench.storage.faults import (
    COPY_ONLY,
    NOT_REWRITTEN,
    UNCHANGED,
    DamagedWorkspace,
    FileMoved,
    WrittenByAnother,
    explained,
    wording_of,
)
from workbench.storage.first_page import FirstPage
from workbench.storage.integrity import Health, examine
from workbench.storage.opening import Opened, open_checked
from workbench.storage.references import refuse_new_orphans
from workbench.storage.schema import lay_out
from workbench.storage.standing import standing_clock
from workbench.storage.undo_log import Step, UndoLog
from workbench.storage.unit_of_work import Action, Done, Work

P = ParamSpec("P")
T = TypeVar("T")

_DOMAINS = {
    mapper.local_table.name: mapper.class_.__module__.rpartition(".")[2]  # type: ignore[attr-defined]
    for mapper in Base.registry.mappers
}


class Workspace:
    """The one file that holds everything, open and locked by this program."""

    def __init__(self, path: Path, opened: Opened, clock: Clock) -> None:
        self.path = path
        self.clock = clock
        self.passphrase = opened.passphrase
        self.changed = False
        self._driver = opened.connection
        self._engine = engine_over(self._driver)
        self._undo = UndoLog(Base.metadata)
        self._turn = threading.RLock()
        with self._engine.begin() as branch:
            self._undo.install(branch)
        self._first_page = FirstPage(path)
        self._file = open_here.note_open(path)
        marker.leave(path, clock.local())

    @property
    def protected(self) -> bool:
        """Whether a passphrase is needed to open the file."""
        return self.passphrase is not None

    @property
    def undo_names(self) -> list[str]:
        """The names of the steps that can be undone, newest first."""
        return self._undo.undo_names

    @property
    def redo_names(self) -> list[str]:
        """The names of the steps that can be redone, next first."""
        return self._undo.redo_names

    def read(
        self, query: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Run a query over a consistent state of the file and return its frozen rows."""
        with (
            self._my_turn(),
            explained(self.path, safe=UNCHANGED),
            self._engine.connect().execution_options(**{READ_ONLY: True}) as branch,
            Session(bind=branch) as session,
        ):
            return query(session, *args, **kwargs)

    def perform(self, action: Action[P, T], *args: P.args, **kwargs: P.kwargs) -> Done[T]:
        """Run a use case as one transaction and one undo step; on any error nothing is changed."""
        with self._writing():
            with self._transaction() as branch, Session(bind=branch) as session:
                since = self._undo.mark(branch)
                work = Work(session, self.clock, action.name)
                value = action(work, *args, **kwargs)
                session.flush()
                step = self._undo.collect(branch, work.name, since)
                if step:
                    self._undo.make_room(branch)
            if step:
                self._undo.push(step)
        topics = action.topics | work.topics | _topics(step)
        return Done(value, step.name if step else None, frozenset(topics))

    def undo(self) -> Done[None]:
        """Take back the newest step; raises UserFixable when there is none."""
        return self._replay(redo=False)

    def redo(self) -> Done[None]:
        """Do again what was taken back last; raises UserFixable when there is nothing."""
        return self._replay(redo=True)

    def _replay(self, *, redo: bool) -> Done[None]:
        with self._writing():
            if not (self.redo_names if redo else self.undo_names):
                word = "redo" if redo else "undo"
                raise UserFixable(f"Nothing to {word}", f"There is nothing to {word}.")
            with self._transaction() as branch, refuse_new_orphans(branch):
                branch.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
                step = self._undo.replay(branch, redo=redo)
            self._undo.turned(step, redo=redo)
        return Done(None, step.name, _topics(step))

    def check(self, *, full: bool = True) -> Health:
        """Look whether the open file is whole."""
        with self._my_turn(), explained(self.path, safe=UNCHANGED):
            return examine(self._driver, Base.metadata, full=full)

    def copy_to(self, target: Path, shown: Path | None = None) -> None:
        """Write a whole copy to a path where nothing or an empty file lies, protected as this is.

        `shown` is the name to speak of. Raises a fault of the target's disk, or DamagedWorkspace
        for this file; half a copy may lie at the target then.
        """
        with self._my_turn():
            try:
                vacuum_into(self._driver, target)
            except sqlcipher.Error as error:
                known = wording_of(error, shown or target, safe=COPY_ONLY)
                if known is None:
                    raise
                if isinstance(known, DamagedWorkspace):
                    known = DamagedWorkspace(self.path, known.detail)
                raise known from error

    def compact(self) -> None:
        """Rewrite the file so that nothing deleted is left in it, as after a wave is closed."""
        with self._writing(), explained(self.path, safe=NOT_REWRITTEN):
            self._driver.execute("VACUUM")

    def close(self) -> None:
        """Close the file cleanly; safe to call twice."""
        with self._turn:
            if self._driver is None:
                return
            driver, self._driver = self._driver, None
            self._engine.dispose()
            open_here.note_closed(self._file)
            with explained(self.path):
                driver.close()
            self._first_page.close()
            marker.remove(self.path)

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        try:
            with self._engine.begin() as branch:
                yield branch
        finally:
            # a commit that is refused, for a missing row or a full disk, leaves it open
            if self._driver.in_transaction:
                self._driver.execute("ROLLBACK")

    @contextmanager
    def _my_turn(self) -> Iterator[None]:
        with self._turn:
            if self._driver is None:
                raise UserFixable(
                    "The file is closed", f"{self.path.name} is closed.", "Open it again."
                )
            yield

    @contextmanager
    def _writing(self) -> Iterator[None]:
        with self._my_turn(), explained(self.path):
            if open_here.identity(self.path) != self._file:
                raise FileMoved(self.path)
            if self._first_page.written_by_another():
                raise WrittenByAnother(self.path)
            before = self._driver.total_changes
            try:
                yield
            finally:
                self._first_page.remember()
            self.changed = self.changed or self._driver.total_changes != before

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def create_workspace(
    path: Path, passphrase: str | None = None, clock: Clock | None = None
) -> Workspace:
    """Make a new workspace where nothing lies yet and open it; an empty passphrase is refused.

    Raises CannotSave where a file lies, or where none can be written.
    """
    if passphrase is not None and not storable_passphrase(passphrase):
        raise UserFixable("No passphrase", "The passphrase is empty.", "Type one, or go without.")
    if os.path.lexists(path):
        raise _already_there(path)
    try:
        beside = new_beside(path, private=True)
    except (OSError, ValueError) as error:
        raise cannot_save(path, error) from error
    try:
        _fill(beside, path, passphrase)
        settle(beside, path)
    except FileExistsError as error:
        raise _already_there(path) from error
    except (OSError, ValueError) as error:
        raise cannot_save(path, error) from error
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
    return open_workspace(path, passphrase, clock)


def open_workspace(
    path: Path, passphrase: str | None = None, clock: Clock | None = None
) -> Workspace:
    """Open a workspace after every check, upgraded by copy where needed; raises WorkspaceFault."""
    real = open_here.real_path(path)
    opened = open_checked(real, passphrase)
    if opened.older:
        from workbench.storage.upgrade import upgrade_by_copy

        opened.connection.close()
        upgrade_by_copy(real, passphrase, clock)
        opened = open_checked(real, passphrase)
    clock = clock or standing_clock(opened.connection) or SystemClock()
    return Workspace(real, opened, clock)


def _fill(beside: Path, path: Path, passphrase: str | None) -> None:
    with explained(path, safe="Nothing was made."):
        connection = connect(beside, passphrase)
        try:
            lay_out(connection)
        finally:
            connection.close()
    sync(beside)


def _already_there(path: Path) -> CannotSave:
    return CannotSave(
        f"{path.name} already exists in {path.parent} and has not been changed.",
        "Choose another name, or open that file.",
    )


def _topics(step: Step | None) -> frozenset[str]:
    return frozenset(_DOMAINS[table] for table in step.tables) if step else frozenset()
