"""When nobody is at the laptop: after some idle minutes, and after sleep or a closed lid."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

_LOOK_MS = 5_000
_SLEPT_SECONDS = 60
_SIGNS = (
    QEvent.Type.KeyPress, QEvent.Type.MouseMove, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
)  # fmt: skip


class IdleWatch(QObject):
    """Calls `away` once when no key or mouse was touched for `minutes`, or after sleep."""

    def __init__(self, app: QApplication, minutes: int, away: Callable[[], None]) -> None:
        super().__init__(app)
        self.minutes = minutes
        self._away = away
        self._touched = self._looked = time.monotonic()
        self._wall = time.time()
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._app = app

    def start(self) -> None:
        """Begin to watch."""
        self._touched = self._looked = time.monotonic()
        self._wall = time.time()
        self._app.installEventFilter(self)
        self._timer.start()

    def stop(self) -> None:
        """Watch no longer."""
        self._timer.stop()
        self._app.removeEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Note keys and mouse."""
        if event.type() in _SIGNS:
            self._touched = time.monotonic()
        return False

    def look(self) -> None:
        """See whether it is time; a jump of either clock between two looks means sleep."""
        now, wall = time.monotonic(), time.time()
        slept = max(now - self._looked, wall - self._wall) > _SLEPT_SECONDS
        self._looked, self._wall = now, wall
        if slept or (self.minutes > 0 and now - self._touched > self.minutes * 60):
            self._touched = now
            self._away()
