"""How the clock of a run looks and reads: time left, minutes ahead or behind, its last minute."""

from datetime import timedelta
from enum import StrEnum
from typing import Final

from workbench.sessions.run_rules import ANOTHER_TIME

LAST_MINUTE: Final = timedelta(minutes=1)
_ZERO: Final = timedelta(0)


class Pressure(StrEnum):
    """How the clock of a block looks: plenty of time, its last minute, or over."""

    CALM = "calm"
    LAST_MINUTE = "last minute"
    OVER = "over"


def pressure(left: timedelta) -> Pressure:
    """Return how the clock looks with that much time left."""
    if left < _ZERO:
        return Pressure.OVER
    return Pressure.LAST_MINUTE if left <= LAST_MINUTE else Pressure.CALM


def drift_words(drift: timedelta) -> str:
    """Return "on time", "3 min behind" or "2 min ahead", in whole minutes.

    Beyond three hours, as in a rehearsal days before, ahead and behind mean nothing.
    """
    if abs(drift) > ANOTHER_TIME:
        return "not at its planned time"
    minutes = int(abs(drift).total_seconds() // 60)
    if not minutes:
        return "on time"
    return f"{minutes} min {'behind' if drift > _ZERO else 'ahead'}"


def clock_words(left: timedelta) -> str:
    """Return the time left as the large clock shows it: "15:42", "−0:30", "1:05:00"."""
    seconds = round(abs(left).total_seconds())
    hours, rest = divmod(seconds, 3600)
    minutes, second = divmod(rest, 60)
    face = f"{hours}:{minutes:02}:{second:02}" if hours else f"{minutes}:{second:02}"
    return f"−{face}" if left < _ZERO and seconds else face
