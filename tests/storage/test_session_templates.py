"""Templates and copies of blocks on a real file, each with its undo."""

from datetime import time

import pytest

from tests.factories import make_community
from tests.storage.session_parts import READ, planned, pre_work_said, said
from tests.storage.session_rows import every_row, wall
from workbench.foundation.errors import BadInput, NotFound, UnreadableFile
from workbench.models.sessions import Template
from workbench.sessions.actions import (
    SessionDraft,
    add_session,
    delete_session,
)
from workbench.sessions.agenda import AgendaBlock
from workbench.sessions.column_actions import (
    add_column,
)
from workbench.sessions.column_queries import columns
from workbench.sessions.copy_actions import add_session_like, copy_blocks
from workbench.sessions.copy_queries import copy_sources
from workbench.sessions.queries import session_detail
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
from workbench.storage.workspace import Workspace


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
    assert workspace.read(session_detail, done.value).kind == "Deep dive"
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


def test_blocks_are_copied_into_the_track_of_the_block_they_follow(
    workspace: Workspace, community: int, slide: int
) -> None:
    source = planned(workspace, community, slide)
    session = planned(workspace, community, slide, "2026-10-29T14:00")
    wanted = workspace.read(agenda_blocks, source)[0]
    before = every_row(workspace)
    inner = workspace.read(agenda_blocks, session)[1].tracks[0].blocks[0]
    done = workspace.perform(copy_blocks, session, source, [wanted.key], inner.key)
    first, rooms = workspace.read(agenda_blocks, session)
    assert [b.key for b in rooms.tracks[0].blocks][:2] == [inner.key, *done.value]
    assert rooms.tracks[0].blocks[1].title == wanted.title == first.title
    assert rooms.tracks[0].blocks[1].values == wanted.values
    workspace.undo()
    assert every_row(workspace) == before


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
