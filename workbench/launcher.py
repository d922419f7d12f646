"""Starting the program: arguments, where logs go, what happens on a crash; Qt comes last."""

import os
import sys


def main() -> int:
    """Run the command line, or the window when there is no command; returns the exit code."""
    from workbench.foundation.paths import cache_folder

    os.environ.setdefault("MPLCONFIGDIR", str(cache_folder() / "charts"))
    from workbench.cli import run

    return run(sys.argv[1:])
