"""How long a form may stay untouched before it clears itself, with a word before."""

import time
from enum import Enum

CLEARS_AFTER = 120.0
WARNS_AFTER = 100.0
_START = (time.monotonic(), time.time())


class Patience(Enum):
    """What an untouched form calls for."""

    FINE = "go on"
    WARN = "say that it clears soon"
    CLEAR = "clear it"


class Untouched:
    """Counts the seconds since the last key or touch, by a clock that the caller reads."""

    __slots__ = ("_since",)

    def __init__(self, now: float) -> None:
        self._since = now

    def touch(self, now: float) -> None:
        """Note a key or a touch."""
        self._since = now

    def look(self, now: float) -> Patience:
        """Return what is due."""
        waited = now - self._since
        if waited >= CLEARS_AFTER:
            return Patience.CLEAR
        return Patience.WARN if waited >= WARNS_AFTER else Patience.FINE

    def left(self, now: float) -> int:
        """Return the whole seconds until it clears."""
        return max(0, round(CLEARS_AFTER - (now - self._since)))


def awake_and_asleep() -> float:
    """Return seconds since the start, those of sleep included, whichever clock counted more."""
    return max(time.monotonic() - _START[0], time.time() - _START[1])
