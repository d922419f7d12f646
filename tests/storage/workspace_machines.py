"""What the random histories share: a small file, and every step of it taken back exactly."""

import tempfile
from pathlib import Path
from typing import Any

from hypothesis.stateful import RuleBasedStateMachine, precondition, rule

from tests.factories import CLOCK
from tests.storage.session_rows import Rows, every_row
from workbench.foundation.clock import Clock
from workbench.foundation.errors import UserFixable
from workbench.storage.unit_of_work import Action
from workbench.storage.workspace import Workspace, create_workspace


class WorkspaceMachine(RuleBasedStateMachine):
    """A history on a file of its own, gone at its end."""

    def __init__(self, clock: Clock = CLOCK) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        path = Path(self.folder.name) / "w.fwb"
        self.workspace: Workspace = create_workspace(path, clock=clock)

    def teardown(self) -> None:
        self.workspace.close()
        self.folder.cleanup()


class UndoneMachine(WorkspaceMachine):
    """A history in which undo and redo may come at any time and give the exact rows."""

    def __init__(self) -> None:
        super().__init__()
        self.before: list[Rows] = []
        self.after: list[Rows] = []

    def do(self, action: Action[..., Any], *arguments: Any) -> None:
        """Perform an action; what is refused, or no step, leaves every row as it was."""
        rows = every_row(self.workspace)
        try:
            done = self.workspace.perform(action, *arguments)
        except UserFixable:
            assert every_row(self.workspace) == rows, "a refusal leaves all as it was"
            return
        if done.step is None:
            assert every_row(self.workspace) == rows
            return
        self.before.append(rows)
        self.after.clear()

    @precondition(lambda self: self.before)
    @rule()
    def undo(self) -> None:
        self.after.append(every_row(self.workspace))
        self.workspace.undo()
        assert every_row(self.workspace) == self.before.pop()

    @precondition(lambda self: self.after)
    @rule()
    def redo(self) -> None:
        self.before.append(every_row(self.workspace))
        self.workspace.redo()
        assert every_row(self.workspace) == self.after.pop()
