"""Writing parallel tracks, and blocks that become two or one: each is one undo step."""

from sqlalchemy import update

from workbench.foundation.text import counted
from workbench.models.sessions import BlockRun, Draw
from workbench.sessions import track_edits as edits
from workbench.sessions.agenda_actions import agenda_of, store_agenda
from workbench.sessions.agenda_lanes import found, in_lane, spot_of
from workbench.sessions.block_joins import merged, split
from workbench.storage.unit_of_work import Work, action


@action("Run in parallel tracks")
def run_in_tracks(work: Work, block_id: int, tracks: int = edits.FEWEST_TRACKS) -> None:
    """Let a block run in tracks, each with one block of its length; raises BadInput, NotFound."""
    session_id, blocks = agenda_of(work, block_id)
    store_agenda(work, session_id, edits.put_in_tracks(blocks, block_id, tracks))
    work.name = f"Run {found(blocks, block_id).title} in {counted(tracks, 'track', 'tracks')}"


@action("Add track")
def add_track(work: Work, block_id: int, name: str = "") -> int:
    """Add a track to a block and return the track's number; raises BadInput, NotFound."""
    session_id, blocks = agenda_of(work, block_id)
    stored = store_agenda(work, session_id, edits.track_added(blocks, block_id, name))
    work.name = f"Add a track to {found(blocks, block_id).title}"
    return found(stored, block_id).tracks[-1].number


@action("Remove track")
def remove_track(work: Work, block_id: int, number: int) -> None:
    """Take a track and its blocks out of a block; raises NotFound."""
    session_id, blocks = agenda_of(work, block_id)
    store_agenda(work, session_id, edits.track_removed(blocks, block_id, number))
    gone = next(t for t in found(blocks, block_id).tracks if t.number == number)
    work.name = f"Remove {gone.said}"


@action("Change track")
def change_track(
    work: Work, block_id: int, number: int, name: str, place: str = "", lead: str = ""
) -> None:
    """Change what a track is called, where it runs and who leads it; raises NotFound."""
    session_id, blocks = agenda_of(work, block_id)
    changed = edits.track_changed(blocks, block_id, number, name, place, lead)
    store_agenda(work, session_id, changed)
    work.name = (
        f"Change {next(t for t in found(changed, block_id).tracks if t.number == number).said}"
    )


@action("End tracks")
def end_tracks(work: Work, block_id: int) -> None:
    """Take all tracks out of a block; the block itself stays, with its minutes and texts."""
    session_id, blocks = agenda_of(work, block_id)
    store_agenda(work, session_id, edits.tracks_ended(blocks, block_id))
    work.name = f"End the tracks of {found(blocks, block_id).title}"


@action("Split block")
def split_block(work: Work, block_id: int, after: int | None = None) -> int:
    """Cut a block in two after so many minutes, or in halves; returns the number of the second.

    Raises BadInput, NotFound.
    """
    session_id, blocks = agenda_of(work, block_id)
    stored = store_agenda(work, session_id, split(blocks, block_id, after))
    spot = spot_of(stored, block_id)
    work.name = f"Split {found(blocks, block_id).title}"
    return in_lane(stored, spot.lane)[spot.at + 1].key


@action("Merge blocks")
def merge_block(work: Work, block_id: int) -> None:
    """Make one block of a block and the one after it; raises BadInput, NotFound.

    Rooms and runs of the second one belong to the whole from now on.
    """
    session_id, blocks = agenda_of(work, block_id)
    whole = merged(blocks, block_id)
    spot = spot_of(blocks, block_id)
    second = in_lane(blocks, spot.lane)[spot.at + 1]
    for table in (Draw, BlockRun):
        moved = update(table).where(table.block_id == second.key).values(block_id=block_id)
        work.session.execute(moved)
    store_agenda(work, session_id, whole)
    work.name = f"Merge {found(blocks, block_id).title} with {second.title}"
