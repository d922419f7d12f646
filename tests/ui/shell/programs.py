"""A whole program for tests: real pages, real files, everything done at once."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication

from tests.ui.desks import NOW, settle
from workbench.foundation.clock import FixedClock
from workbench.foundation.settings import Settings
from workbench.ui.app import PAGES
from workbench.ui.kit.dialog import Dialog
from workbench.ui.lane import InlineLane, Lane
from workbench.ui.shell.program import Program
from workbench.ui.shell.window import Shell

SECRET = "lamp otter seven quiet brook"


def made_program(
    app: QApplication, lanes: tuple[Lane, Lane] | None = None, settings: Settings | None = None
) -> Program:
    program = Program(
        app,
        Shell(PAGES),
        settings or Settings(),
        lanes or (InlineLane(), InlineLane()),
        FixedClock(NOW, "Europe/London"),
    )
    program.shell.show()
    settle()
    return program


def made_file(path: Path, secret: str | None = None, community: str = "Bridges") -> Path:
    from workbench.communities.actions import create_community
    from workbench.storage.workspace import create_workspace

    with create_workspace(path, secret, FixedClock(NOW)) as workspace:
        if community:
            workspace.perform(create_community, community)
    return path


def dialogs(program: Program) -> list[Dialog]:
    return [each for each in program.shell.findChildren(Dialog) if each.isVisible()]


Make = Callable[[], Program]
