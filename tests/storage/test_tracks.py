"""Parallel tracks on a file: kept, copied, moved, taken back; rows of what is gone go too."""

from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session as Connection

from tests.factories import CLOCK, community_with
from tests.storage.session_rows import every_row, wall
from workbench.foundation.errors import BadInput
from workbench.foundation.words import BlockKind
from workbench.sessions import actions, agenda_actions, live_actions, track_actions
from workbench.sessions.agenda import AgendaBlock, TrackPlan
from workbench.sessions.agenda_lanes import Lane, Spot, everything
from workbench.sessions.column_actions import add_column
from workbench.sessions.queries import session_detail
from workbench.sessions.row_queries import agenda_blocks
from workbench.storage.workspace import Workspace, create_workspace


class Planned:
    """A file with one session: "Arrive" and "Rooms", which runs in "Birch" and a second track."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        (self.community,) = community_with(workspace)
        self.column = workspace.perform(add_column, self.community, "Music").value
        birch = (AgendaBlock(0, "Case", 20, to_say="Ask."), AgendaBlock(0, "Swap", 10))
        screen = (AgendaBlock(0, "Online", 30, values=((self.column, "quiet"),)),)
        tracks = (
            TrackPlan(1, "Birch", "Ground floor", "Ruth", birch),
            TrackPlan(2, lead="Ravi", blocks=screen),
        )
        self.blocks = (
            AgendaBlock(0, "Arrive", 10, BlockKind.CONNECT),
            AgendaBlock(0, "Rooms", 30, values=((self.column, "loud"),), tracks=tracks),
        )
        draft = actions.SessionDraft(title="Tracks", starts=wall("2026-10-15T14:00"), minutes=60)
        self.session = workspace.perform(
            actions.add_session, self.community, draft, self.blocks
        ).value

    def agenda(self, session: int | None = None) -> tuple[AgendaBlock, ...]:
        return self.workspace.read(agenda_blocks, session or self.session)

    def key(self, title: str) -> int:
        return next(b.key for b in everything(self.agenda()) if b.title == title)

    def shape(self, session: int | None = None) -> list[object]:
        return [
            (b.title, [(t.number, t.said, [i.title for i in t.blocks]) for t in b.tracks])
            if b.tracks
            else b.title
            for b in self.agenda(session)
        ]

    def count(self, table: str) -> int:
        return self.workspace.read(_count, table)


def _count(connection: Connection, table: str) -> int:
    return connection.scalar(text(f"SELECT count(*) FROM {table}")) or 0


@pytest.fixture
def planned(tmp_path: Path) -> Planned:
    return Planned(create_workspace(tmp_path / "w.fwb", clock=CLOCK))


WHOLE = ["Arrive", ("Rooms", [(1, "Birch", ["Case", "Swap"]), (2, "Track 2", ["Online"])])]


def test_an_agenda_comes_back_as_it_was_kept(planned: Planned) -> None:
    assert planned.shape() == WHOLE
    _, rooms = planned.agenda()
    assert rooms.values == ((planned.column, "loud"),)
    assert (rooms.tracks[0].place, rooms.tracks[0].lead) == ("Ground floor", "Ruth")
    assert rooms.tracks[1].blocks[0].values == ((planned.column, "quiet"),)
    assert rooms.tracks[0].blocks[0].to_say == "Ask."
    detail = planned.workspace.read(session_detail, planned.session)
    assert [p.start for p in detail.agenda.everything] == [0, 10, 10, 30, 10]


def test_copies_of_a_session_and_of_a_block_keep_tracks_and_columns(planned: Planned) -> None:
    other = planned.workspace.perform(
        actions.duplicate_session, planned.session, wall("2026-10-22T14:00")
    ).value
    assert planned.shape(other) == WHOLE
    assert planned.agenda(other)[1].values == ((planned.column, "loud"),)
    keys = {b.key for b in everything(planned.agenda())}
    assert not keys & {b.key for b in everything(planned.agenda(other))}
    copy = planned.workspace.perform(agenda_actions.duplicate_block, planned.key("Rooms")).value
    assert planned.shape() == [*WHOLE, WHOLE[1]]
    assert planned.agenda()[2].key == copy


def test_deleting_the_block_takes_its_tracks_along_and_undo_brings_them_back(
    planned: Planned,
) -> None:
    before = every_row(planned.workspace)
    planned.workspace.perform(agenda_actions.delete_block, planned.key("Rooms"))
    assert planned.shape() == ["Arrive"]
    assert [planned.count(t) for t in ("blocks", "tracks", "block_values")] == [1, 0, 0]
    planned.workspace.undo()
    assert every_row(planned.workspace) == before
    planned.workspace.perform(track_actions.end_tracks, planned.key("Rooms"))
    assert planned.shape() == ["Arrive", "Rooms"]
    planned.workspace.undo()
    assert every_row(planned.workspace) == before


def test_blocks_move_in_and_out_with_all_they_say(planned: Planned) -> None:
    rooms, move = planned.key("Rooms"), agenda_actions.move_block
    planned.workspace.perform(move, planned.key("Online"), Spot(0))
    assert planned.agenda()[0].values == ((planned.column, "quiet"),)
    planned.workspace.perform(move, planned.key("Arrive"), Spot(1, Lane(rooms, 1)))
    assert planned.shape() == [
        "Online",
        ("Rooms", [(1, "Birch", ["Case", "Arrive", "Swap"]), (2, "Track 2", [])]),
    ]
    with pytest.raises(BadInput, match="cannot stand in a track itself"):
        planned.workspace.perform(move, rooms, Spot(0, Lane(rooms, 1)))


def test_a_block_is_added_inside_a_track(planned: Planned) -> None:
    new = AgendaBlock(0, "New", 5)
    after = planned.workspace.perform(
        agenda_actions.add_block, planned.session, new, planned.key("Case")
    ).value
    first = planned.workspace.perform(
        agenda_actions.add_block, planned.session, new, None, Lane(planned.key("Rooms"), 2)
    ).value
    birch, screen = planned.agenda()[1].tracks
    assert [b.key for b in birch.blocks][1] == after
    assert screen.blocks[0].key == first


def test_tracks_are_added_named_and_removed(planned: Planned) -> None:
    arrive = planned.key("Arrive")
    planned.workspace.perform(track_actions.run_in_tracks, arrive)
    assert planned.workspace.undo_names[0] == "Run Arrive in 2 tracks"
    number = planned.workspace.perform(track_actions.add_track, arrive, "Garden").value
    planned.workspace.perform(track_actions.change_track, arrive, number, "Yard", "Outside", "Ana")
    planned.workspace.perform(track_actions.remove_track, arrive, 1)
    tracks = planned.agenda()[0].tracks
    assert [(t.number, t.said, t.place, t.lead) for t in tracks] == [
        (2, "Track 2", "", ""),
        (3, "Yard", "Outside", "Ana"),
    ]


def test_the_form_of_a_block_leaves_its_tracks_alone(planned: Planned) -> None:
    rooms = AgendaBlock(planned.key("Rooms"), "Three rooms", 35)
    planned.workspace.perform(agenda_actions.edit_block, rooms)
    assert planned.shape() == ["Arrive", ("Three rooms", WHOLE[1][1])]
    assert planned.agenda()[1].values == ()


def test_splitting_and_merging_keep_the_live_place(planned: Planned) -> None:
    planned.workspace.perform(live_actions.start_live, planned.session)
    arrive = planned.key("Arrive")
    second = planned.workspace.perform(track_actions.split_block, arrive, 4).value
    assert [(b.title, b.minutes) for b in planned.agenda()[:2]] == [
        ("Arrive", 4),
        ("Arrive (2)", 6),
    ]
    run = planned.workspace.perform(live_actions.next_block, planned.session).value
    assert run.current_block == second
    planned.workspace.perform(track_actions.merge_block, arrive)
    run = planned.workspace.perform(live_actions.pause, planned.session).value
    assert run.current_block == arrive
    assert planned.agenda()[0].minutes == 10
    planned.workspace.undo()
    planned.workspace.undo()
    assert [b.title for b in planned.agenda()[:2]] == ["Arrive", "Arrive (2)"]


def test_trims_reach_blocks_in_tracks(planned: Planned) -> None:
    case = planned.key("Case")
    planned.workspace.perform(agenda_actions.trim, planned.session, {case: 15}, "Shorter")
    planned.workspace.perform(agenda_actions.lock_block, case)
    block = next(b for b in everything(planned.agenda()) if b.key == case)
    assert (block.minutes, f"{block.locked_start:%H:%M}") == (15, "14:10")
