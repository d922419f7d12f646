"""Starting the program: arguments, where logs go, what happens on a crash; Qt comes last."""

import os
import sys
from io import TextIOWrapper


def main() -> int:
    """Run the command line, or the window when there is no command; returns the exit code."""
    from workbench.foundation.collector import search_rarely
    from workbench.foundation.paths import cache_folder

    search_rarely()
    os.environ.setdefault("MPLCONFIGDIR", str(cache_folder() / "charts"))
    _write_any_letter()
    from workbench.cli import run

    return run(sys.argv[1:])


def _write_any_letter() -> None:
    """Write UTF-8 to files and pipes on every computer; a console may show "?" for a letter."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a program without a console has None here
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")
