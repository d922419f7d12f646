"""The lane: work on the workspace leaves the window's thread and its result comes back to it."""

import contextlib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Protocol, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

T = TypeVar("T")
Failed = Callable[[Exception], None]
_GONE = "already deleted"  # how the binding words a call to a widget that is no longer there


class Lane(Protocol):
    """Runs jobs one after the other; `then` and `failed` are called on the window's thread."""

    def run(
        self, job: Callable[[], T], then: Callable[[T], None], failed: Failed | None = None
    ) -> None:
        """Do the job; hand its result to `then`, or its error to `failed` or the lane's own."""
        ...

    @property
    def busy(self) -> bool:
        """Whether a job is waiting, running, or on its way back."""
        ...


class InlineLane:
    """Does every job at once on the caller's thread: for tests and the command line."""

    def __init__(self, on_error: Failed | None = None) -> None:
        self.on_error = on_error

    @property
    def busy(self) -> bool:
        """Never: a job is over when `run` returns."""
        return False

    def run(
        self, job: Callable[[], T], then: Callable[[T], None], failed: Failed | None = None
    ) -> None:
        """Do the job now; without anyone to take it, its error is raised here."""
        try:
            result = job()
        except Exception as error:
            take = failed or self.on_error
            if take is None:
                raise
            take(error)
            return
        then(result)


class QtLane(QObject):
    """One thread of its own for all jobs; `waits` tells that some are on their way, or none."""

    waits = Signal(bool)
    _arrived = Signal(object)

    def __init__(self, name: str, on_error: Failed | None = None) -> None:
        super().__init__()
        self.on_error: Failed = on_error or _raise
        self._waiting = 0
        self._open = True
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Whether a job is waiting, running, or on its way back."""
        return self._waiting > 0

    def run(
        self, job: Callable[[], T], then: Callable[[T], None], failed: Failed | None = None
    ) -> None:
        """Queue the job; after `close` it is dropped without a word."""
        if not self._open:
            return
        self._count(1)
        self._thread.submit(self._work, job, then, failed or self.on_error)

    def close(self) -> None:
        """Finish the job at hand, drop those that wait, deliver nothing more, end the thread."""
        self._open = False
        self._thread.shutdown(wait=True, cancel_futures=True)
        self._count(-self._waiting)

    def _count(self, more: int) -> None:
        before, self._waiting = self._waiting, self._waiting + more
        if (before > 0) is not (self._waiting > 0):
            self.waits.emit(self._waiting > 0)

    def _work(self, job: Callable[[], T], then: Callable[[T], None], failed: Failed) -> None:
        outcome: Callable[[], None]
        try:
            result = job()
        except Exception as error:  # noqa: BLE001 - handed to the window's thread, never lost
            caught = error
            outcome = lambda: failed(caught)  # noqa: E731 - a delivery, not a function
        else:
            outcome = lambda: then(result)  # noqa: E731 - a delivery, not a function
        with contextlib.suppress(RuntimeError):  # the window has gone meanwhile
            self._arrived.emit(outcome)

    @Slot(object)
    def _deliver(self, outcome: Callable[[], None]) -> None:
        if not self._open:
            return
        self._count(-1)
        try:
            outcome()
        except RuntimeError as error:
            if _GONE not in str(error):
                self.on_error(error)  # else a dialog was closed while its work was on the way
        except Exception as error:  # noqa: BLE001 - a fault while showing a result is told too
            self.on_error(error)


def _raise(error: Exception) -> None:
    raise error
