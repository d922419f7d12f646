"""Own columns, pre-work and materials on a real file, each with its undo."""

from dataclasses import replace
from datetime import date

import pytest

from tests.factories import make_community
from tests.storage.session_parts import READ, planned, pre_work_said, said
from tests.storage.session_rows import every_row, wall
from workbench.foundation.errors import BadInput, NotFound
from workbench.sessions.actions import (
    cancel_session,
    duplicate_session,
)
from workbench.sessions.agenda_actions import duplicate_block, edit_block
from workbench.sessions.column_actions import (
    add_column,
    delete_column,
    move_column,
    rename_column,
)
from workbench.sessions.column_queries import column_values, columns
from workbench.sessions.material_queries import materials
from workbench.sessions.pre_work_actions import (
    add_pre_work,
    delete_pre_work,
    edit_pre_work,
    move_pre_work,
)
from workbench.sessions.pre_work_queries import pre_work, pre_work_due
from workbench.sessions.pre_work_rules import PreWorkItem
from workbench.sessions.row_queries import agenda_blocks
from workbench.storage.workspace import Workspace


def test_columns_are_added_renamed_ordered_and_deleted(
    workspace: Workspace, community: int
) -> None:
    numbers = [workspace.perform(add_column, community, n).value for n in ("Slide", "Music", "Why")]
    workspace.perform(move_column, numbers[2], 0)
    workspace.perform(rename_column, numbers[1], "Sound ")
    workspace.perform(rename_column, numbers[1], "SOUND")
    assert [c.name for c in workspace.read(columns, community)] == ["Why", "Slide", "SOUND"]
    with pytest.raises(BadInput, match="a column Slide already"):
        workspace.perform(add_column, community, "slide")
    with pytest.raises(BadInput, match="a column Why already"):
        workspace.perform(rename_column, numbers[0], "why")
    other = workspace.perform(make_community, "Welcome").value
    workspace.perform(add_column, other, "Slide")
    with pytest.raises(NotFound, match="no community number 99"):
        workspace.perform(add_column, 99, "Slide")


def test_a_deleted_column_comes_back_with_what_blocks_said(
    workspace: Workspace, community: int, slide: int
) -> None:
    session = planned(workspace, community, slide)
    before = every_row(workspace)
    workspace.perform(delete_column, slide)
    assert workspace.read(columns, community) == []
    assert workspace.read(column_values, session) == {}
    with pytest.raises(NotFound, match="column is not there any more"):
        workspace.perform(rename_column, slide, "x")
    workspace.undo()
    assert every_row(workspace) == before
    assert sorted(workspace.read(column_values, session).values(), key=str) == [
        {slide: "1"},
        {slide: "4"},
    ]


def test_values_survive_editing_and_duplicating_a_block(
    workspace: Workspace, community: int, slide: int
) -> None:
    session = planned(workspace, community, slide)
    first = workspace.read(agenda_blocks, session)[0]
    workspace.perform(edit_block, replace(first, values=((slide, "2"),)))
    copy = workspace.perform(duplicate_block, first.key).value
    assert workspace.read(column_values, session)[copy] == {slide: "2"}
    workspace.perform(edit_block, replace(first, values=()))
    assert first.key not in workspace.read(column_values, session)


def test_pre_work_is_kept_in_order_and_undone(
    workspace: Workspace, community: int, slide: int
) -> None:
    session = planned(workspace, community, slide)
    second = workspace.perform(add_pre_work, session, PreWorkItem(0, "Ask one person")).value
    workspace.perform(move_pre_work, second, 0)
    workspace.perform(edit_pre_work, PreWorkItem(second, " Ask  two people ", days_before=1))
    assert [i.text for i in workspace.read(pre_work, session)] == [
        "Ask two people",
        "Read the two pages",
    ]
    workspace.perform(delete_pre_work, second)
    assert pre_work_said(workspace, session) == [READ]
    workspace.undo()
    assert len(workspace.read(pre_work, session)) == 2
    with pytest.raises(NotFound):
        workspace.perform(delete_pre_work, 99)
    with pytest.raises(NotFound):
        workspace.perform(add_pre_work, 99, READ)


def test_pre_work_due_within_a_week(workspace: Workspace, community: int, slide: int) -> None:
    late = planned(workspace, community, slide, "2026-10-29T14:00")
    off = planned(workspace, community, slide, "2026-10-17T14:00")
    soon = planned(workspace, community, slide, "2026-10-22T14:00")
    workspace.perform(cancel_session, off)
    workspace.perform(add_pre_work, late, PreWorkItem(0, "Two weeks before", days_before=14))
    due = workspace.read(pre_work_due, community, date(2026, 10, 13))
    assert [(d.due, d.session_id, d.item.text) for d in due] == [
        (date(2026, 10, 15), late, "Two weeks before"),
        (date(2026, 10, 19), soon, "Read the two pages"),
    ]


def test_materials_of_all_blocks_tracks_and_pre_work(
    workspace: Workspace, community: int, slide: int
) -> None:
    session = planned(workspace, community, slide)
    assert [m.line for m in workspace.read(materials, session)] == [
        "Two pages - by Mon 12 Oct: Read the two pages",
        "Pens - 14:00 Check-in; 14:15 Troika",
        "Card - 14:15 Troika",
    ]


def test_a_duplicate_keeps_everything(workspace: Workspace, community: int, slide: int) -> None:
    session = planned(workspace, community, slide)
    copy = workspace.perform(duplicate_session, session, wall("2026-11-12T14:00")).value
    assert said(workspace, copy) == said(workspace, session)
    assert pre_work_said(workspace, copy) == [READ]
    workspace.undo()
    with pytest.raises(NotFound):
        workspace.read(materials, copy)
