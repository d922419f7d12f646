"""The command line: the same work as in the window, for scripts and checks."""

from workbench.cli.root import run, workbench

__all__ = ["run", "workbench"]
