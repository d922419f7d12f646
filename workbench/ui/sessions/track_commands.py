"""What menus and keys do to the parallel tracks of the selected block."""

from typing import Protocol

from workbench.sessions import track_actions as actions
from workbench.sessions.agenda import AgendaBlock, TrackPlan
from workbench.sessions.agenda_lanes import spot_of
from workbench.ui.desk import Desk, Failed
from workbench.ui.sessions.block_commands import BlockCommands


class TracksView(Protocol):
    """What the commands ask of the page."""

    def edit_track(self, block: AgendaBlock, track: TrackPlan) -> None:
        """Open the form of a track."""
        ...


class TrackCommands:
    """Works on the tracks of the selected block, or on those it stands in."""

    def __init__(self, desk: Desk, view: TracksView, blocks: BlockCommands) -> None:
        self.desk, self.view, self.blocks = desk, view, blocks

    @property
    def track(self) -> TrackPlan | None:
        """The track the selected block stands in."""
        block, container = self.blocks.block, self.blocks.container
        if block is None or container is None or block.tracks:
            return None
        number = spot_of(self.blocks.agenda, block.key).lane.track
        return next((t for t in container.tracks if t.number == number), None)

    def begin_or_add(self) -> None:
        """Run the selected block in parallel tracks, or add one more track where it does."""
        container, block = self.blocks.container, self.blocks.block
        if container is not None:
            self.desk.do(lambda workspace: workspace.perform(actions.add_track, container.key))
        elif block is not None:
            self.desk.do(lambda workspace: workspace.perform(actions.run_in_tracks, block.key))

    def end(self) -> None:
        """Take all tracks out of the selected block, or out of the one it stands in."""
        container = self.blocks.container
        if container is not None:
            self.blocks.selected = container.key
            self.desk.do(
                lambda workspace: workspace.perform(actions.end_tracks, container.key),
                said=f"Ended the tracks of {container.title}.",
            )

    def edit(self, block: AgendaBlock, track: TrackPlan) -> None:
        """Open the form of a track."""
        self.view.edit_track(block, track)

    def remove(self, block: AgendaBlock, track: TrackPlan) -> None:
        """Take a track and its blocks out."""
        self.blocks.selected = block.key
        self.desk.do(
            lambda workspace: workspace.perform(actions.remove_track, block.key, track.number),
            said=f"Removed {track.said}.",
        )

    def keep(
        self, block: int, track: int, said: tuple[str, str, str], failed: Failed | None = None
    ) -> None:
        """Keep the name, the place and the lead of a track."""
        self.desk.do(
            lambda workspace: workspace.perform(actions.change_track, block, track, *said),
            failed=failed,
        )
