"""Which session a meeting file most likely belongs to: by time, and by title among near ones."""

from collections.abc import Sequence
from datetime import datetime

from workbench.foundation.text import fold
from workbench.sessions.queries import SessionRow

_NEAR = 12 * 3600
_ALIKE = 80


def fitting_session(
    sessions: Sequence[SessionRow], start: datetime | None, title: str = "", into: int | None = None
) -> SessionRow | None:
    """Return the session near a moment whose title is like the file's, else the nearest in time.

    `into` is the session that a file dropped with this one went into: it comes first if it is near.
    """
    if start is None:
        return None
    near = [row for row in sessions if abs((row.starts - start).total_seconds()) < _NEAR]
    same = next((row for row in near if row.id == into), None)
    if same is not None:
        return same
    alike = [row for row in near if _alike(row.title, title)]
    return min(alike or near, key=lambda row: abs(row.starts - start), default=None)


def _alike(title: str, other: str) -> bool:
    from rapidfuzz import fuzz
    from rapidfuzz.utils import default_process

    one, two = default_process(fold(title)), default_process(fold(other))
    return bool(one and two) and fuzz.token_set_ratio(one, two) >= _ALIKE
