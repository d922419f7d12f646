"""The sample in parallel tracks: every kind of length beside the block is in the picture."""

from pathlib import Path

from workbench.imports.sample import make_sample
from workbench.imports.sample_tracks import put_sample_in_tracks
from workbench.sessions.queries import session_detail
from workbench.sessions.track_troubles import track_troubles
from workbench.storage.workspace import open_workspace


def test_a_block_of_the_next_session_runs_in_three_tracks(tmp_path: Path) -> None:
    path = tmp_path / "bridges.fwb"
    make_sample(path)
    session = put_sample_in_tracks(path)
    with open_workspace(path) as workspace:
        agenda = workspace.read(session_detail, session).agenda
    (container,) = [placed for placed in agenda.blocks if placed.tracks]
    assert [trouble.words for trouble in track_troubles(container).values()] == [
        "Teams runs 5 min over this block",
        "Workshop corner ends 10 min before the others",
    ]
    assert agenda.over == 5
