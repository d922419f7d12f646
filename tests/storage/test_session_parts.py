"""Own columns, pre-work, materials, templates and copies on a real file, each with its undo."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest

from tests.factories import CLOCK, community_with, make_community
from tests.storage.session_rows import every_row, wall
from workbench.foundation.errors import BadInput, NotFound, UnreadableFile
from workbench.foundation.words import BlockKind
from workbench.models.sessions import Template
from workbench.sessions.actions import (
    SessionDraft,
    add_session,
    cancel_session,
    delete_session,
    duplicate_session,
)
from workbench.sessions.agenda import AgendaBlock, TrackPlan
from workbench.sessions.agenda_actions import duplicate_block, edit_block
from workbench.sessions.agenda_lanes import everything
from workbench.sessions.column_actions import (
    add_column,
    delete_column,
    move_column,
    rename_column,
)
from workbench.sessions.column_queries import column_values, columns
from workbench.sessions.copy_actions import add_session_like, copy_blocks
from workbench.sessions.copy_queries import copy_sources
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
from workbench.sessions.template_actions import (
    add_session_from,
    add_template,
    delete_template,
    fill_from_template,
    rename_template,
    save_template,
)
from workbench.sessions.template_parser import template_from_bytes
from workbench.sessions.template_queries import template_named, templates
from workbench.sessions.template_writer import template_text
from workbench.storage.unit_of_work import Work, action
from workbench.storage.workspace import Workspace, create_workspace

READ = PreWorkItem(0, "Read the two pages", "Everyone", 10, 3, "Two pages")


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with create_workspace(tmp_path / "w.fwb", clock=CLOCK) as opened:
        yield opened


@pytest.fixture
def community(workspace: Workspace) -> int:
    return community_with(workspace, "Ama Boateng")[0]


@pytest.fixture
def slide(workspace: Workspace, community: int) -> int:
    return workspace.perform(add_column, community, "Slide").value


def planned(
    workspace: Workspace, community: int, slide: int, start: str = "2026-10-15T14:00"
) -> int:
    """Add a session with a value, two tracks, a locked start, and pre-work."""
    inside = AgendaBlock(-9, "Troika", 20, materials="Card, pens", values=((slide, "4"),))
    blocks = [
        AgendaBlock(-1, "Check-in", 10, values=((slide, "1"),), materials="Pens"),
        AgendaBlock(
            -2, "Rooms", 30, BlockKind.PRACTISE, locked_start=time(14, 15),
            tracks=(TrackPlan(1, "A", "Birch", "Ruth", (inside,)), TrackPlan(2, "B")),
        ),
    ]  # fmt: skip
    draft = SessionDraft(title="Handovers", starts=wall(start), minutes=60, kind="Deep dive")
    session = workspace.perform(add_session, community, draft, blocks).value
    workspace.perform(add_pre_work, session, READ)
    return session


def said(workspace: Workspace, session: int) -> list[tuple[object, ...]]:
    """Return what the blocks of a session say, without their keys."""
    return [
        (b.title, b.minutes, b.kind, b.locked_start, b.materials, [text for _, text in b.values],
         [(t.name, t.place, t.lead, len(t.blocks)) for t in b.tracks])
        for b in everything(workspace.read(agenda_blocks, session))
    ]  # fmt: skip


def pre_work_said(workspace: Workspace, session: int) -> list[PreWorkItem]:
    return [replace(item, key=0) for item in workspace.read(pre_work, session)]


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


def test_a_session_starts_from_its_template_with_everything(
    workspace: Workspace, community: int, slide: int
) -> None:
    session = planned(workspace, community, slide)
    number = workspace.perform(save_template, session, " My  dive ", "For cases").value
    (mine, *others) = workspace.read(templates)
    assert (mine.key, mine.name, mine.minutes, mine.why, mine.blocks) == (
        f"own:{number}", "My dive", 60, "For cases", 2,
    )  # fmt: skip
    assert all(not choice.own for choice in others)
    draft = SessionDraft(title="Next", starts=wall("2026-11-12T09:30"), minutes=60)
    before = every_row(workspace)
    done = workspace.perform(add_session_from, community, draft, mine.key)
    assert done.step == "Add Next"
    locks = [block[3] for block in said(workspace, done.value)]
    assert locks == [None, time(9, 45), None]
    unlocked = [(*b[:3], *b[4:]) for b in said(workspace, done.value)]
    assert unlocked == [(*b[:3], *b[4:]) for b in said(workspace, session)]
    assert pre_work_said(workspace, done.value) == [READ]
    workspace.undo()
    assert every_row(workspace) == before


def test_a_template_brings_its_columns_into_another_community(
    workspace: Workspace, community: int, slide: int
) -> None:
    session = planned(workspace, community, slide)
    number = workspace.perform(save_template, session, "Dive").value
    other = workspace.perform(make_community, "Welcome").value
    draft = SessionDraft(title="Theirs", starts=wall("2026-11-12T09:30"))
    theirs = workspace.perform(add_session, other, draft).value
    workspace.perform(fill_from_template, theirs, f"own:{number}")
    assert [c.name for c in workspace.read(columns, other)] == ["Slide"]
    assert [b[5] for b in said(workspace, theirs)] == [["1"], [], ["4"]]
    workspace.undo()
    assert workspace.read(columns, other) == []


def test_a_template_of_the_same_name_is_replaced_only_if_asked(
    workspace: Workspace, community: int, slide: int
) -> None:
    session = planned(workspace, community, slide)
    number = workspace.perform(save_template, session, "Dive").value
    with pytest.raises(BadInput, match="a template Dive already") as refused:
        workspace.perform(save_template, session, "DIVE")
    assert refused.value.field == "name"
    again = workspace.perform(save_template, session, "DIVE", "Better", replacing=True)
    assert again.value == number
    assert workspace.read(templates)[0].why == "Better"
    workspace.undo()
    assert workspace.read(templates)[0].name == "Dive"
    empty = workspace.perform(
        add_session, community, SessionDraft(title="E", starts=wall("2026-11-12T09:30"))
    ).value
    with pytest.raises(BadInput, match="no blocks to keep"):
        workspace.perform(save_template, empty, "Nothing")


def test_own_templates_are_renamed_deleted_and_brought_in(
    workspace: Workspace, community: int, slide: int
) -> None:
    session = planned(workspace, community, slide)
    number = workspace.perform(save_template, session, "Dive").value
    text = template_text(workspace.read(template_named, f"own:{number}"))
    brought = template_from_bytes(text.encode(), "dive.toml")
    assert workspace.perform(add_template, brought).value == "Dive 2"
    with pytest.raises(BadInput, match="a template Dive 2 already"):
        workspace.perform(rename_template, number, "dive 2")
    workspace.perform(rename_template, number, "Deepest")
    assert [c.name for c in workspace.read(templates) if c.own] == ["Deepest", "Dive 2"]
    workspace.perform(delete_template, number)
    with pytest.raises(NotFound, match="template is not there any more"):
        workspace.perform(fill_from_template, session, f"own:{number}")
    workspace.undo()
    workspace.perform(fill_from_template, session, f"own:{number}")


@pytest.mark.parametrize("key", ["", "own:", "own:x", "starter:none", "own:99", "elsewhere:1"])
def test_a_template_that_is_not_there_is_said(workspace: Workspace, key: str) -> None:
    with pytest.raises(NotFound, match="template is not there any more"):
        workspace.read(template_named, key)


@action("Spoil")
def spoil(work: Work, number: int) -> None:
    """Leave half of a template's text, as another program might."""
    row = work.session.get(Template, number)
    assert row is not None
    row.agenda = row.agenda[: len(row.agenda) // 2]


def test_a_spoilt_template_says_so_and_hides_no_other(
    workspace: Workspace, community: int, slide: int
) -> None:
    session = planned(workspace, community, slide)
    number = workspace.perform(save_template, session, "Dive").value
    workspace.perform(spoil, number)
    (mine, *others) = workspace.read(templates)
    assert mine.problem.startswith("The template Dive")
    assert others
    before = every_row(workspace)
    with pytest.raises(UnreadableFile, match="The template Dive"):
        workspace.perform(fill_from_template, session, mine.key)
    assert every_row(workspace) == before
    workspace.perform(delete_template, number)


def test_chosen_blocks_are_copied_after_one_in_one_step(
    workspace: Workspace, community: int, slide: int
) -> None:
    source = planned(workspace, community, slide)
    session = planned(workspace, community, slide, "2026-10-29T14:00")
    wanted = workspace.read(agenda_blocks, source)[1]
    own = workspace.read(agenda_blocks, session)
    before = every_row(workspace)
    done = workspace.perform(copy_blocks, session, source, [wanted.key], own[0].key)
    assert done.step == "Copy 1 block from Handovers"
    after = workspace.read(agenda_blocks, session)
    assert [b.key for b in after] == [own[0].key, *done.value, own[1].key]
    assert after[1].locked_start is None
    assert after[1].tracks[0].blocks[0].values == ((slide, "4"),)
    workspace.undo()
    assert every_row(workspace) == before
    inner = own[1].tracks[0].blocks[0].key
    workspace.perform(copy_blocks, session, source, [wanted.key], inner)
    assert [b.title for b in workspace.read(agenda_blocks, session)] == [
        "Check-in", "Rooms", "Rooms",
    ]  # fmt: skip


def test_blocks_of_another_community_bring_their_columns(
    workspace: Workspace, community: int, slide: int
) -> None:
    source = planned(workspace, community, slide)
    other = workspace.perform(make_community, "Welcome").value
    theirs = workspace.perform(add_column, other, "SLIDE").value
    draft = SessionDraft(title="Theirs", starts=wall("2026-11-12T09:30"))
    session = workspace.perform(add_session, other, draft).value
    workspace.perform(copy_blocks, session, source)
    assert [c.name for c in workspace.read(columns, other)] == ["SLIDE"]
    assert workspace.read(agenda_blocks, session)[0].values == ((theirs, "1"),)
    like = workspace.perform(
        add_session_like, other, SessionDraft(title="L", starts=wall("2026-11-20T09:30")), source
    ).value
    assert pre_work_said(workspace, like) == [READ]


def test_sources_of_copies_come_from_every_community(
    workspace: Workspace, community: int, slide: int
) -> None:
    first = planned(workspace, community, slide)
    second = planned(workspace, community, slide, "2026-09-01T14:00")
    other = workspace.perform(make_community, "Welcome").value
    theirs = workspace.perform(
        add_session, other, SessionDraft(title="Café", starts=wall("2026-12-01T10:00")),
        [AgendaBlock(-1, "Arrive", 9)],
    ).value  # fmt: skip
    empty = SessionDraft(title="Empty", starts=wall("2026-12-02T10:00"))
    workspace.perform(add_session, other, empty)
    found = workspace.read(copy_sources, community, first)
    assert [source.session_id for source in found] == [second, theirs]
    assert found[0].line == "1 September 2026, 2 blocks, 40 min"
    assert found[1].holds("cafe welcome dec")
    assert not found[1].holds("handovers")
    workspace.perform(delete_session, second)
    assert len(workspace.read(copy_sources, community, first)) == 1
