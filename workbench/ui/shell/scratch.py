"""The sample to try: a scratch file that is made anew each time."""

from pathlib import Path

from workbench.foundation.paths import cache_folder


def fresh_sample_path() -> Path:
    """Return where the sample is made, with nothing there; the last one and its traces are gone."""
    folder = cache_folder() / "sample"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "bridges.fwb"
    for old in folder.glob("bridges.fwb*"):
        old.unlink(missing_ok=True)
    return path
