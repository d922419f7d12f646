"""Workspaces that stand in time: the sample is always opened on the day it was made for."""

from contextlib import suppress
from datetime import datetime

from workbench.foundation.clock import Clock, ShiftedClock
from workbench.storage.engine import Driver

STANDS_AT = "stands at"
"""Name of the workspace setting: wall time and zone, such as "2026-10-13T09:41 Europe/London"."""


def standing_clock(connection: Driver) -> Clock | None:
    """Return a clock that starts when the workspace stands, or None for one that lives today."""
    row = connection.execute(
        "SELECT value FROM workspace_settings WHERE name = ?", (STANDS_AT,)
    ).fetchone()
    if row is None:
        return None
    moment, _, zone = str(row[0]).partition(" ")
    with suppress(ValueError, KeyError):
        clock = ShiftedClock(datetime.fromisoformat(moment), zone or "UTC")
        clock.now()
        return clock
    return None
