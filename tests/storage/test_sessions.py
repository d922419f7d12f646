"""Sessions on a real file: adding, changing, copying, cancelling, deleting, lists, the calendar."""

from collections.abc import Callable
from datetime import date, datetime, time

import pytest

from tests.storage.session_rows import every_row, wall
from workbench.foundation.errors import BadInput, NotFound
from workbench.foundation.words import BlockKind, Mark, SessionState
from workbench.sessions import queries
from workbench.sessions.actions import (
    SessionDraft,
    add_session,
    cancel_session,
    delete_session,
    duplicate_session,
    edit_session,
    restore_session,
)
from workbench.sessions.agenda import AgendaBlock
from workbench.sessions.agenda_actions import (
    add_block,
    change_minutes,
    delete_block,
    duplicate_block,
    edit_block,
    lock_block,
    move_block,
    trim,
    unlock_block,
)
from workbench.sessions.attendance_actions import mark_attendance
from workbench.sessions.calendar_file import calendar_file
from workbench.sessions.copy_actions import copy_blocks
from workbench.sessions.overrun import overruns
from workbench.storage.workspace import Workspace

BLOCKS = [
    AgendaBlock(0, "Check-in", 8, BlockKind.CONNECT, method="Round in threes", lead="Ruth"),
    AgendaBlock(0, "Where do our handovers break?", 52, BlockKind.EXCHANGE, to_say="Think first."),
    AgendaBlock(0, "Troika", 35, BlockKind.PRACTISE, materials="Card", remote="Four rooms"),
]


def planned(workspace: Workspace, community: int, starts: str, title: str = "Handovers") -> int:
    draft = SessionDraft(title=title, starts=wall(starts), minutes=90, kind="Deep dive")
    return workspace.perform(add_session, community, draft, BLOCKS).value


def block_ids(workspace: Workspace, session: int) -> list[int]:
    detail = workspace.read(queries.session_detail, session)
    return [placed.block.key for placed in detail.agenda.blocks]


def starts_of(workspace: Workspace, session: int) -> list[str]:
    agenda = workspace.read(queries.session_detail, session).agenda
    return [f"{agenda.wall(placed.start):%H:%M}" for placed in agenda.blocks]


def test_a_session_comes_back_as_planned(workspace: Workspace, community: int) -> None:
    session = planned(workspace, community, "2026-10-15T14:00", "  Handovers\u00a0that hold ")
    detail = workspace.read(queries.session_detail, session)
    assert (detail.title, detail.number, detail.zone) == ("Handovers that hold", 1, "Europe/London")
    assert detail.starts == wall("2026-10-15T14:00")
    first = detail.agenda.blocks[0].block
    assert (first.method, first.lead, first.kind) == ("Round in threes", "Ruth", BlockKind.CONNECT)
    assert detail.agenda.blocks[2].block.remote == "Four rooms"
    assert starts_of(workspace, session) == ["14:00", "14:08", "15:00"]
    assert detail.agenda.over == 5


def test_the_list_numbers_by_date_and_says_how_far_agendas_got(
    workspace: Workspace, community: int
) -> None:
    planned(workspace, community, "2026-10-15T14:00", "Troika consulting")
    empty = SessionDraft(title="Troika consulting II", starts=wall("2026-11-12T14:00"))
    workspace.perform(add_session, community, empty)
    planned(workspace, community, "2026-10-01T14:00", "Ask me anything")
    rows = workspace.read(queries.session_rows, community)
    assert [(row.number, row.title) for row in rows] == [
        (1, "Ask me anything"),
        (2, "Troika consulting"),
        (3, "Troika consulting II"),
    ]
    assert [row.agenda.words for row in rows] == ["95 of 90 min", "95 of 90 min", "No agenda yet"]
    assert rows[2].continues == rows[1].id
    assert rows[2].continues_number == 2
    assert rows[1].kinds == (("connect", 8), ("exchange", 52), ("practise", 35))
    assert rows[1].expected is None
    assert workspace.read(queries.session_kinds, community) == ["Deep dive"]


def test_the_next_session_runs_now_or_comes_next(workspace: Workspace, community: int) -> None:
    first = planned(workspace, community, "2026-10-15T14:00")
    second = planned(workspace, community, "2026-10-29T14:00")
    asked = ["2026-10-13T09:00", "2026-10-15T15:29", "2026-10-15T15:30", "2026-10-30T09:00"]
    found = [workspace.read(queries.next_session, community, wall(at)) for at in asked]
    assert found == [first, first, second, None]
    workspace.perform(cancel_session, first)
    assert workspace.read(queries.next_session, community, wall(asked[0])) == second


def test_editing_keeps_locks_and_counts_a_revision(workspace: Workspace, community: int) -> None:
    session = planned(workspace, community, "2026-10-15T14:00")
    workspace.perform(lock_block, block_ids(workspace, session)[2], time(15, 10))
    workspace.perform(edit_session, session, SessionDraft(starts=wall("2026-10-16T13:30")))
    assert starts_of(workspace, session) == ["13:30", "13:38", "15:10"]
    _, (entry,) = workspace.read(queries.calendar_entries, community, date(2026, 10, 13))
    assert entry.revision == 1
    again = workspace.perform(edit_session, session, SessionDraft(title="Handovers"))
    assert again.step is None, "nothing changed, so there is nothing to undo"


def test_a_start_after_a_lock_is_refused(workspace: Workspace, community: int) -> None:
    session = planned(workspace, community, "2026-10-15T14:00")
    workspace.perform(lock_block, block_ids(workspace, session)[1], time(14, 20))
    with pytest.raises(BadInput, match="14:20 is before the session starts at 15:00"):
        workspace.perform(edit_session, session, SessionDraft(starts=wall("2026-10-15T15:00")))
    assert starts_of(workspace, session)[0] == "14:00"


@pytest.mark.parametrize(
    ("draft", "field"),
    [
        (SessionDraft(title=" "), "title"),
        (SessionDraft(minutes=0), "minutes"),
        (SessionDraft(minutes=10_000), "minutes"),
        (SessionDraft(zone="Mars/Olympus"), "zone"),
    ],
)
def test_impossible_values_are_refused_at_their_field(
    workspace: Workspace, community: int, draft: SessionDraft, field: str
) -> None:
    session = planned(workspace, community, "2026-10-15T14:00")
    before = every_row(workspace)
    with pytest.raises(BadInput) as caught:
        workspace.perform(edit_session, session, draft)
    assert caught.value.field == field
    assert every_row(workspace) == before


def test_a_copy_has_the_blocks_and_a_name_of_its_own(workspace: Workspace, community: int) -> None:
    session = planned(workspace, community, "2026-10-15T14:00")
    workspace.perform(lock_block, block_ids(workspace, session)[2], time(15, 10))
    same_hour = workspace.perform(duplicate_session, session, wall("2026-10-29T14:00")).value
    other_hour = workspace.perform(duplicate_session, session, wall("2026-11-12T09:00")).value
    assert starts_of(workspace, same_hour) == ["14:00", "14:08", "15:10"]
    assert starts_of(workspace, other_hour) == ["09:00", "09:08", "10:00"]
    _, entries = workspace.read(queries.calendar_entries, community, date(2026, 10, 13))
    assert len({entry.key for entry in entries}) == 3


def test_cancelled_and_restored(workspace: Workspace, community: int) -> None:
    session = planned(workspace, community, "2026-10-13T08:00")
    workspace.perform(mark_attendance, session, 1, Mark.PRESENT)
    workspace.perform(cancel_session, session)
    (row,) = workspace.read(queries.session_rows, community)
    assert row.state is SessionState.CANCELLED
    with pytest.raises(BadInput, match="was cancelled"):
        workspace.perform(mark_attendance, session, 1, Mark.ABSENT)
    workspace.perform(restore_session, session)
    assert workspace.read(queries.session_rows, community)[0].state is SessionState.HELD


def test_the_calendar_holds_what_is_to_come_and_what_was_called_off(
    workspace: Workspace, community: int
) -> None:
    planned(workspace, community, "2026-10-01T14:00", "Over")
    planned(workspace, community, "2026-10-15T14:00", "To come")
    workspace.perform(cancel_session, planned(workspace, community, "2026-10-29T14:00", "Off"))
    name, entries = workspace.read(queries.calendar_entries, community, date(2026, 10, 13))
    assert name == "Bridges"
    assert [(entry.title, entry.cancelled) for entry in entries] == [
        ("To come", False),
        ("Off", True),
    ]
    assert calendar_file(name, entries) == calendar_file(name, entries)


def test_what_is_not_there_is_said(workspace: Workspace, community: int) -> None:
    for action in (cancel_session, delete_session, restore_session):
        with pytest.raises(NotFound, match="no session number 99"):
            workspace.perform(action, 99)
    with pytest.raises(NotFound, match="no community number 99"):
        workspace.perform(add_session, 99, SessionDraft(title="T", starts=wall("2026-10-15T14:00")))
    with pytest.raises(NotFound, match="not in the agenda any more"):
        workspace.perform(delete_block, 99)


def test_copying_an_empty_agenda_is_said(workspace: Workspace, community: int) -> None:
    draft = SessionDraft(title="Empty", starts=wall("2026-10-15T14:00"))
    empty = workspace.perform(add_session, community, draft).value
    with pytest.raises(BadInput, match="Empty has no agenda to copy"):
        workspace.perform(copy_blocks, planned(workspace, community, "2026-10-01T14:00"), empty)


Edit = Callable[[Workspace, int, list[int]], str]
EDITS: dict[str, Edit] = {
    "Add Pulse": lambda w, s, b: (
        w.perform(add_block, s, AgendaBlock(0, "Pulse", 5), b[0]).step or ""
    ),
    "Change Opening": lambda w, s, b: (
        w.perform(edit_block, AgendaBlock(b[0], "Opening", 9)).step or ""
    ),
    "Check-in: 9 min": lambda w, s, b: w.perform(change_minutes, b[0], 1).step or "",
    "Move Troika": lambda w, s, b: w.perform(move_block, b[2], 0).step or "",
    "Duplicate Check-in": lambda w, s, b: w.perform(duplicate_block, b[0]).step or "",
    "Delete Check-in": lambda w, s, b: w.perform(delete_block, b[0]).step or "",
    "Lock Troika": lambda w, s, b: w.perform(lock_block, b[2]).step or "",
    "Trim agenda": lambda w, s, b: w.perform(trim, s, {b[2]: 30}).step or "",
    "Copy 3 blocks from Handovers": lambda w, s, b: w.perform(copy_blocks, s, s).step or "",
    "Change Handovers": lambda w, s, b: (
        w.perform(edit_session, s, SessionDraft(place="Birch", note="Bring cards")).step or ""
    ),
    "Duplicate Handovers": lambda w, s, b: (
        w.perform(duplicate_session, s, wall("2026-11-12T09:00")).step or ""
    ),
    "Cancel Handovers": lambda w, s, b: w.perform(cancel_session, s).step or "",
    "Delete Handovers": lambda w, s, b: w.perform(delete_session, s).step or "",
}


@pytest.mark.parametrize("name", sorted(EDITS))
def test_each_edit_is_one_named_step_that_undoes_to_the_same_rows(
    workspace: Workspace, community: int, name: str
) -> None:
    session = planned(workspace, community, "2026-10-15T14:00")
    before = every_row(workspace)
    assert EDITS[name](workspace, session, block_ids(workspace, session)) == name
    after = every_row(workspace)
    assert after != before
    workspace.undo()
    assert every_row(workspace) == before
    workspace.redo()
    assert every_row(workspace) == after


def test_edits_of_an_agenda(workspace: Workspace, community: int) -> None:
    session = planned(workspace, community, "2026-10-15T14:00")
    first, second, third = block_ids(workspace, session)
    new = workspace.perform(add_block, session, AgendaBlock(0, "Pulse", 5), third).value
    copy = workspace.perform(duplicate_block, first).value
    workspace.perform(move_block, new, 0)
    assert block_ids(workspace, session) == [new, first, copy, second, third]
    workspace.perform(lock_block, second, time(14, 30))
    assert starts_of(workspace, session) == ["14:00", "14:05", "14:13", "14:30", "15:22"]
    workspace.perform(unlock_block, second)
    workspace.perform(delete_block, copy)
    assert starts_of(workspace, session) == ["14:00", "14:05", "14:13", "15:05"]
    assert workspace.perform(change_minutes, new, -50).value == 1
    assert workspace.perform(change_minutes, new, 5000).value == 720


def test_a_proposed_trim_mends_the_overrun(workspace: Workspace, community: int) -> None:
    session = planned(workspace, community, "2026-10-15T14:00")
    (found,) = overruns(workspace.read(queries.session_detail, session).agenda)
    done = workspace.perform(trim, session, found.trims[1].minutes, "Spread over all blocks")
    assert done.step == "Spread over all blocks"
    agenda = workspace.read(queries.session_detail, session).agenda
    assert (agenda.over, agenda.open) == (0, 0)


def test_a_ten_year_list_is_read_at_once(workspace: Workspace, community: int) -> None:
    for year in range(2016, 2026):
        for month in range(1, 13):
            planned(workspace, community, f"{year}-{month:02}-05T14:00", f"{year} {month}")
    rows = workspace.read(queries.session_rows, community)
    assert len(rows) == 120
    assert rows[0].starts == datetime.fromisoformat("2016-01-05T14:00")
