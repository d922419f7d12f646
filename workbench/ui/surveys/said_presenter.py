"""You said, we did, without Qt: the lines of one asking, changed, and printed for the wall."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from workbench.communities.queries import CommunityRow, community
from workbench.communities.said_actions import add_said, change_said, delete_said
from workbench.communities.said_queries import SaidRow, said_of
from workbench.communities.said_rules import SaidDraft
from workbench.foundation.words import WaveState
from workbench.storage.workspace import Workspace
from workbench.surveys.asking_queries import AskingRow, askings
from workbench.ui.desk import Desk, Failed

if TYPE_CHECKING:
    from workbench.reports.brief_contents import Paper


@dataclass(frozen=True, slots=True)
class ShownSaid:
    """The closed askings of a community, newest first, and the lines of the chosen one."""

    community: CommunityRow
    askings: tuple[AskingRow, ...]
    chosen: AskingRow
    lines: tuple[SaidRow, ...]


class SaidView(Protocol):
    """What the page must be able to do."""

    def show_said(self, shown: ShownSaid | None) -> None:
        """Show the lines of an asking; None where none is closed yet."""
        ...


class SaidPresenter:
    """Holds the lines of one asking and changes them."""

    def __init__(self, desk: Desk, view: SaidView) -> None:
        self.desk = desk
        self.view = view
        self.wave_id = 0
        self.loaded = False
        self.shown: ShownSaid | None = None

    def show_wave(self, wave_id: int) -> None:
        """Show what was said in the asking that a wave belongs to; the newest for 0."""
        self.wave_id = wave_id
        self.load()

    def load(self) -> None:
        """Read the lines again."""
        community_id, wave_id = self.desk.community, self.wave_id
        self.desk.read(lambda workspace: _read(workspace, community_id, wave_id), self._show)

    def keep(
        self, line: SaidRow | None, draft: SaidDraft, done: Callable[[], None], failed: Failed
    ) -> None:
        """Keep a new line, or a changed one."""
        community_id, number = self.desk.community, self.wave_id
        if line is None:
            self.desk.do(
                lambda workspace: workspace.perform(add_said, community_id, number, draft),
                then=lambda _: done(),
                said="Added what was said.",
                failed=failed,
            )
        else:
            self.desk.do(
                lambda workspace: workspace.perform(change_said, line.id, draft),
                then=lambda _: done(),
                said="Changed what was said.",
                failed=failed,
            )

    def delete(self, line: SaidRow) -> None:
        """Take a line out."""
        self.desk.do(
            lambda workspace: workspace.perform(delete_said, line.id),
            said="Deleted what was said.",
        )

    def write(self, paper: "Paper", out: Path) -> None:
        """Write the sheet for the wall as a PDF."""
        from workbench.foundation.atomic_file import write_bytes
        from workbench.reports.prints.said_sheet import said_sheet, said_sheet_pdf

        shown, today = self.shown, self.desk.clock.today()
        if shown is None:
            return
        name, label, target = shown.community.name, shown.chosen.label, out.with_suffix(".pdf")

        def write() -> None:
            sheet = said_sheet(name, label, shown.lines, today)
            write_bytes(target, said_sheet_pdf(sheet, paper))

        self.desk.run(write, lambda _: self.desk.say(f"Written to {target.name}."))

    def _show(self, shown: ShownSaid | None) -> None:
        self.loaded, self.shown = True, shown
        self.wave_id = shown.chosen.waves[0].id if shown else 0
        self.view.show_said(shown)


def _read(workspace: Workspace, community_id: int, wave_id: int) -> ShownSaid | None:
    found = workspace.read(askings, community_id)
    closed = [one for one in found if one.state is WaveState.CLOSED][::-1]
    if not closed:
        return None
    holding = (one for one in closed if wave_id in {wave.id for wave in one.waves})
    chosen = next(holding, closed[0])
    return ShownSaid(
        workspace.read(community, community_id),
        tuple(closed),
        chosen,
        tuple(workspace.read(said_of, community_id, chosen.waves[0].id)),
    )
