"""The sample workspace: the made-up community Bridges, as it stands on Tuesday 13 October 2026."""

from datetime import datetime
from pathlib import Path

from workbench.foundation.clock import Clock, FixedClock
from workbench.storage.workspace import create_workspace

SAMPLE_NOW = datetime(2026, 10, 13, 9, 41)  # noqa: DTZ001 - wall time, as clocks here tell it
SAMPLE_ZONE = "Europe/London"


def sample_clock() -> FixedClock:
    """Return a clock that stands where the sample stands."""
    return FixedClock(SAMPLE_NOW, SAMPLE_ZONE)


def make_sample(path: Path, passphrase: str | None = None, clock: Clock | None = None) -> None:
    """Make a new workspace at `path` that holds the sample communities and close it.

    Raises CannotSave where a file lies already; when anything fails on the way no file is left.
    """
    from workbench.imports.sample_actions import add_sample

    workspace = create_workspace(path, passphrase, clock or sample_clock())
    try:
        workspace.perform(add_sample)
        workspace.compact()
    except BaseException:
        workspace.close()
        path.unlink(missing_ok=True)
        raise
    workspace.close()
