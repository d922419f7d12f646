"""An open workspace: reads, actions with undo, and a clean close; one file, one connection."""

import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Concatenate, ParamSpec, Self, TypeVar

from sqlalchemy.orm import Session

from workbench.foundation.atomic_file import cannot_save
from workbench.foundation.clock import Clock, SystemClock
from workbench.foundation.errors import CannotSave, UserFixable
from workbench.models import Base
from workbench.storage import marker
from workbench.storage.engine import READ_ONLY, Driver, connect, engine_over, vacuum_into
from workbench.storage.faults import explained
from workbench.storage.integrity import Health, examine
from workbench.storage.opening import open_checked
from workbench.storage.schema import lay_out
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

    def __init__(
        self, path: Path, connection: Driver, passphrase: str | None, clock: Clock
    ) -> None:
        self.path = path
        self.clock = clock
        self.passphrase = passphrase
        self.changed = False
        self._driver = connection
        self._engine = engine_over(connection)
        self._undo = UndoLog(Base.metadata)
        self._turn = threading.RLock()
        with self._engine.begin() as branch:
            self._undo.install(branch)
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
            self._turn,
            explained(self.path),
            self._engine.connect().execution_options(**{READ_ONLY: True}) as branch,
            Session(bind=branch) as session,
        ):
            return query(session, *args, **kwargs)

    def perform(self, action: Action[P, T], *args: P.args, **kwargs: P.kwargs) -> Done[T]:
        """Run a use case as one transaction and one undo step; on any error nothing is changed."""
        with self._turn, explained(self.path):
            with self._engine.begin() as branch, Session(bind=branch) as session:
                since = self._undo.mark(branch)
                work = Work(session, self.clock, action.name)
                value = action(work, *args, **kwargs)
                session.flush()
                step = self._undo.collect(branch, work.name, since)
                if step:
                    self._undo.make_room(branch)
            if step:
                self._undo.push(step)
            self.changed = True
        topics = action.topics | work.topics | _topics(step)
        return Done(value, step.name if step else None, frozenset(topics))

    def undo(self) -> Done[None]:
        """Take back the newest step; raises UserFixable when there is none."""
        return self._replay(redo=False)

    def redo(self) -> Done[None]:
        """Do again what was taken back last; raises UserFixable when there is nothing."""
        return self._replay(redo=True)

    def _replay(self, *, redo: bool) -> Done[None]:
        if not (self.redo_names if redo else self.undo_names):
            word = "redo" if redo else "undo"
            raise UserFixable(f"Nothing to {word}", f"There is nothing to {word}.")
        with self._turn, explained(self.path):
            with self._engine.begin() as branch:
                branch.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
                step = self._undo.replay(branch, redo=redo)
            self._undo.turned(step, redo=redo)
            self.changed = True
        return Done(None, step.name, _topics(step))

    def check(self, *, full: bool = True) -> Health:
        """Look whether the open file is whole."""
        with self._turn, explained(self.path):
            return examine(self._driver, Base.metadata, full=full)

    def copy_to(self, target: Path) -> None:
        """Write a whole copy to a path where nothing lies yet, protected as this file is."""
        with self._turn, explained(target):
            vacuum_into(self._driver, target)

    def compact(self) -> None:
        """Rewrite the file so that nothing deleted is left in it, as after a wave is closed."""
        with self._turn, explained(self.path):
            self._driver.execute("VACUUM")

    def close(self) -> None:
        """Close the file cleanly; safe to call twice."""
        with self._turn:
            if self._driver is None:
                return
            self._engine.dispose()
            self._driver.close()
            self._driver = None
            marker.remove(self.path)

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
    """Make a new workspace where no file lies yet and open it; an empty passphrase is refused."""
    if path.exists():
        raise CannotSave(
            f"{path.name} already exists in {path.parent} and has not been changed.",
            "Choose another name, or open that file.",
        )
    if not path.parent.is_dir():
        raise CannotSave(f"The folder {path.parent} does not exist.", "Choose another folder.")
    if passphrase is not None and not passphrase:
        raise UserFixable("No passphrase", "The passphrase is empty.", "Type one, or go without.")
    beside = path.with_name(f".{path.name}.new")
    beside.unlink(missing_ok=True)
    try:
        with explained(path):
            connection = connect(beside, passphrase)
            try:
                lay_out(connection)
            finally:
                connection.close()
        beside.chmod(0o600)
        beside.rename(path)
    except OSError as error:
        raise cannot_save(path, error) from error
    finally:
        beside.unlink(missing_ok=True)
    return open_workspace(path, passphrase, clock)


def open_workspace(
    path: Path, passphrase: str | None = None, clock: Clock | None = None
) -> Workspace:
    """Open a workspace after every check, upgraded by copy where needed; raises WorkspaceFault."""
    connection, older = open_checked(path, passphrase)
    if older:
        from workbench.storage.upgrade import upgrade_by_copy

        connection.close()
        upgrade_by_copy(path, passphrase)
        connection, _ = open_checked(path, passphrase)
    return Workspace(path, connection, passphrase, clock or SystemClock())


def _topics(step: Step | None) -> frozenset[str]:
    return frozenset(_DOMAINS[table] for table in step.tables) if step else frozenset()
