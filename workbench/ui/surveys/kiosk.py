"""Starting a round on this laptop: what is asked before, and the stage that follows."""

from dataclasses import dataclass
from typing import Any, Protocol

from PySide6.QtWidgets import QWidget

from workbench.foundation.errors import BadInput
from workbench.foundation.words import WaveState
from workbench.storage.workspace import Workspace
from workbench.surveys.asking_queries import asking_row, form_of
from workbench.surveys.asking_rules import AskedForm
from workbench.surveys.kiosk_door import Door
from workbench.ui.desk import Desk
from workbench.ui.surveys.kiosk_setup import KioskSetup
from workbench.ui.surveys.kiosk_stage import KioskStage
from workbench.ui.surveys.kiosk_words import NO_WORDING

_PAGE = "surveys"


class KioskHost(Protocol):
    """The window that is shut while people answer."""

    def enter(self, stage: QWidget) -> Any:  # noqa: ANN401 - a Qt object with a signal `touched`
        """Show the stage and nothing else; returns what tells of a hand on the laptop."""
        ...

    def leave(self, page: str) -> None:
        """Show the program again."""
        ...


@dataclass(frozen=True, slots=True, repr=False)
class Opening:
    """What a round needs: its form, and the passphrase of the workspace if it has one."""

    asked: AskedForm
    passphrase: str | None


def set_up_kiosk(over: QWidget, desk: Desk, asking_id: int, host: KioskHost) -> None:
    """Open the dialog that starts a round of an open asking; what stands against it is told."""
    desk.read(
        lambda workspace: opening_of(workspace, asking_id),
        lambda opening: _ask(over, desk, opening, host),
    )


def opening_of(workspace: Workspace, asking_id: int) -> Opening:
    """Return what a round needs; raises BadInput where it cannot be asked, NotFound."""
    row = workspace.read(asking_row, asking_id)
    if row.state is not WaveState.OPEN:
        raise BadInput(f"{row.label} is not open, so nobody can answer it.", "Open the wave first.")
    asked = workspace.read(form_of, asking_id)
    if not asked.can_be_asked:
        raise BadInput(*NO_WORDING)
    return Opening(asked, workspace.passphrase)


def start_kiosk(desk: Desk, asked: AskedForm, door: Door, host: KioskHost) -> KioskStage:
    """Show the stage of a round; it ends by the door alone."""
    stage = KioskStage(desk, asked, door, lambda: host.leave(_PAGE))
    host.enter(stage).touched.connect(stage.touch)
    return stage


def _ask(over: QWidget, desk: Desk, opening: Opening, host: KioskHost) -> None:
    dialog = KioskSetup(over, opening.asked, protected=opening.passphrase is not None)

    def start() -> None:
        try:
            door = dialog.door(opening.passphrase)
        except BadInput as problem:
            if not dialog.form.show_problem(problem):
                desk.tell(problem)
            return
        dialog.finish()
        start_kiosk(desk, opening.asked, door, host)

    dialog.accepted.connect(start)
    dialog.open()
