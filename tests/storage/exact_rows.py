"""The exact rows of a file before an action, after it, after undo and after redo."""

from typing import ParamSpec, TypeVar

from tests.storage.table_rows import everything
from workbench.storage.unit_of_work import Action
from workbench.storage.workspace import Workspace

P = ParamSpec("P")
T = TypeVar("T")


def perform_undo_redo(
    workspace: Workspace, action: Action[P, T], *args: P.args, **kwargs: P.kwargs
) -> T:
    """Perform an action, undo and redo it, asserting the exact rows; return its value."""
    before = workspace.read(everything)
    done = workspace.perform(action, *args, **kwargs)
    after = workspace.read(everything)
    assert done.step
    assert after != before
    assert workspace.undo().step == done.step
    assert workspace.read(everything) == before
    assert workspace.redo().step == done.step
    assert workspace.read(everything) == after
    return done.value
