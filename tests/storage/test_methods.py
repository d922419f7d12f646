"""Own methods, notes and learned minutes on a real file: kept, undone, refused whole."""

from datetime import date, timedelta
from random import Random

import pytest
from sqlalchemy import select

from tests.factories import community_with
from tests.storage.block_runs import ran
from tests.storage.session_rows import every_row, wall
from workbench.foundation.errors import BadInput, NotFound
from workbench.foundation.words import BlockKind, Mark
from workbench.models.sessions import Block, MethodNote, OwnMethod
from workbench.rosters.actions import add_people
from workbench.rosters.queries import roster
from workbench.rosters.rules import PersonDraft
from workbench.sessions.actions import SessionDraft, add_session, cancel_session
from workbench.sessions.agenda import AgendaBlock
from workbench.sessions.attendance_actions import mark_attendance, mark_many, set_head_count
from workbench.sessions.attendance_queries import records
from workbench.sessions.duration_queries import learned_durations
from workbench.sessions.durations import learned_for
from workbench.sessions.engagement import shares_to_come
from workbench.sessions.likely_queries import likely_at
from workbench.sessions.method_actions import (
    add_method,
    delete_method,
    edit_method,
    set_method_note,
)
from workbench.sessions.method_queries import method_library
from workbench.sessions.methods import Method, Minutes, Step, renamed
from workbench.storage.unit_of_work import Work, action
from workbench.storage.workspace import Workspace

OURS = Method("Tea round", BlockKind.CONNECT, Minutes(5, 10), steps=(Step("Pour.", 5),), say="Sit.")


def held(workspace: Workspace, community: int, day: int, method: str = "") -> tuple[int, int]:
    """Add a session with one block of the method; returns both numbers."""
    draft = SessionDraft(title=f"Day {day}", starts=wall(f"2026-09-{day:02}T14:00"), minutes=90)
    blocks = [AgendaBlock(0, "Ask", 20, BlockKind.PRACTISE, method=method)]
    session = workspace.perform(add_session, community, draft, blocks).value
    block = workspace.read(lambda c: c.scalar(select(Block.id).where(Block.session_id == session)))
    assert block is not None
    return session, block


def planned_on(workspace: Workspace, community: int, starts: str) -> int:
    """Add a session without blocks and return its number."""
    draft = SessionDraft(title="Coming", starts=wall(starts), minutes=90)
    return workspace.perform(add_session, community, draft).value


def names(workspace: Workspace) -> list[str]:
    return [e.method.name for e in workspace.read(method_library).entries if e.own is not None]


def test_an_own_method_is_kept_whole_and_undone(workspace: Workspace) -> None:
    before = every_row(workspace)
    own = workspace.perform(add_method, OURS).value
    entry = workspace.read(method_library).named("tea round")
    assert entry is not None
    assert (entry.method, entry.own, entry.key) == (OURS, own, "")
    assert workspace.undo_names[-1] == "Add method Tea round"
    workspace.undo()
    assert every_row(workspace) == before
    workspace.redo()
    assert names(workspace) == ["Tea round"]


@pytest.mark.parametrize("name", ["tea  ROUND", "Troika Consulting", "1-2-4-all"])
def test_a_name_is_given_once(workspace: Workspace, name: str) -> None:
    workspace.perform(add_method, OURS)
    with pytest.raises(BadInput) as caught:
        workspace.perform(add_method, renamed(OURS, name))
    assert caught.value.field == "name"
    assert "another name" in caught.value.next_step
    assert names(workspace) == ["Tea round"]


def test_what_is_wrong_with_an_own_method_is_said_at_its_field(workspace: Workspace) -> None:
    long = Method("Long", BlockKind.INPUT, Minutes(5, 10_000))
    with pytest.raises(BadInput, match=r"^They go from 1 to 720\.") as caught:
        workspace.perform(add_method, long)
    assert caught.value.field == "minutes"
    with pytest.raises(BadInput, match="A method needs a name"):
        workspace.perform(add_method, renamed(OURS, " \u200b"))
    assert names(workspace) == []


def test_a_new_name_follows_into_agendas_runs_and_the_note(
    workspace: Workspace, community: int
) -> None:
    own = workspace.perform(add_method, OURS).value
    session, block = held(workspace, community, 3, "TEA round")
    workspace.perform(ran, session, 12, block=block, method="Tea round")
    workspace.perform(set_method_note, "Tea round", "Bring biscuits", 4)
    workspace.perform(edit_method, own, renamed(OURS, "Coffee round"))
    entry = workspace.read(method_library).named("coffee round")
    assert entry is not None
    assert (entry.note, entry.rating) == ("Bring biscuits", 4)
    assert list(workspace.read(learned_durations)) == ["coffee round"]
    assert workspace.read(lambda c: list(c.scalars(select(Block.method)))) == ["Coffee round"]
    workspace.undo()
    assert list(workspace.read(learned_durations)) == ["tea round"]
    assert names(workspace) == ["Tea round"]


def test_a_changed_method_may_keep_its_name_but_not_take_another(workspace: Workspace) -> None:
    own = workspace.perform(add_method, OURS).value
    workspace.perform(add_method, renamed(OURS, "Coffee round"))
    workspace.perform(edit_method, own, renamed(OURS, "TEA ROUND"))
    assert names(workspace) == ["Coffee round", "TEA ROUND"]
    with pytest.raises(BadInput, match='You have a method called "Coffee round" already'):
        workspace.perform(edit_method, own, renamed(OURS, "coffee round"))
    with pytest.raises(NotFound):
        workspace.perform(edit_method, 99, OURS)


def test_deleting_takes_method_and_note_and_undo_brings_both_back(workspace: Workspace) -> None:
    own = workspace.perform(add_method, OURS).value
    workspace.perform(set_method_note, "Tea round", "Bring biscuits")
    before = every_row(workspace)
    workspace.perform(delete_method, own)
    assert workspace.read(lambda c: c.scalar(select(MethodNote.note))) is None
    workspace.undo()
    assert every_row(workspace) == before


def test_notes_and_ratings_belong_to_any_method(workspace: Workspace) -> None:
    workspace.perform(set_method_note, "TROIKA consulting", "  Ring late. ", 5)
    entry = workspace.read(method_library).named("troika consulting")
    assert entry is not None
    assert (entry.note, entry.rating, entry.own) == ("Ring late.", 5, None)
    workspace.perform(set_method_note, "Troika consulting", "", None)
    assert workspace.read(lambda c: list(c.scalars(select(MethodNote)))) == []
    for rating in (0, 6):
        with pytest.raises(BadInput, match="from 1 to 5"):
            workspace.perform(set_method_note, "Round", "x", rating)
    with pytest.raises(BadInput, match="5,000 are the most"):
        workspace.perform(set_method_note, "Round", "x" * 5001)
    with pytest.raises(BadInput, match="a method to belong to"):
        workspace.perform(set_method_note, " ", "x")


def test_a_damaged_own_method_leaves_the_others(workspace: Workspace) -> None:
    workspace.perform(add_method, OURS)

    @action("Damage", "sessions")
    def damage(work: Work) -> None:
        work.session.add(OwnMethod(name="Odd", folded_name="odd", description="name = 3"))

    workspace.perform(damage)
    library = workspace.read(method_library)
    assert names(workspace) == ["Tea round"]
    assert len(library.troubles) == 1
    assert library.troubles[0].startswith("Your method Odd cannot be used: name: text is needed")


def test_minutes_are_learned_from_runs(workspace: Workspace, community: int) -> None:
    for day, minutes in ((1, 20), (2, 24), (3, 28)):
        session, block = held(workspace, community, day, "Troika consulting")
        workspace.perform(ran, session, minutes + 2, block=block, paused=2)
        workspace.perform(ran, session, 0.4, block=block, position=1)
        if day == 3:
            workspace.perform(set_head_count, session, 30)
    found = workspace.read(learned_durations, community)
    known = learned_for(found, "troika  CONSULTING")
    assert known is not None
    assert known.words == "Took 24 min in the middle of 3 runs (20 to 28), with 30 people"
    assert workspace.read(learned_durations, community + 1) == {}
    assert workspace.read(learned_durations) == found


def test_people_are_those_marked_or_counted_if_more(workspace: Workspace) -> None:
    community, ama, jonas = community_with(workspace, "Ama Boateng", "Jonas Weber")
    session, block = held(workspace, community, 1, "Round")
    workspace.perform(mark_attendance, session, ama, Mark.PRESENT)
    workspace.perform(mark_attendance, session, jonas, Mark.ABSENT)
    workspace.perform(ran, session, 20, block=block)
    (run,) = workspace.read(learned_durations)["round"]
    assert run.people == 1
    workspace.perform(set_head_count, session, 12)
    (run,) = workspace.read(learned_durations)["round"]
    assert run.people == 12


def test_rehearsals_and_cancelled_sessions_teach_nothing(
    workspace: Workspace, community: int
) -> None:
    session, block = held(workspace, community, 10, "Round")
    workspace.perform(ran, session, 20, block=block, ahead=timedelta(days=2))
    assert workspace.read(learned_durations) == {}
    workspace.perform(ran, session, 25, block=block, position=1)
    assert [run.minutes for run in workspace.read(learned_durations)["round"]] == [25]
    workspace.perform(cancel_session, session)
    assert workspace.read(learned_durations) == {}


def test_a_run_keeps_its_method_when_the_block_is_gone_or_changed(
    workspace: Workspace, community: int
) -> None:
    session, block = held(workspace, community, 10, "Fishbowl")
    workspace.perform(ran, session, 20, block=None, method="Round")
    workspace.perform(ran, session, 25, block=block, method="Silent wall", position=1)
    assert sorted(workspace.read(learned_durations)) == ["round", "silent wall"]


def test_how_many_are_likely_follows_who_came(workspace: Workspace) -> None:
    community, ama, jonas = community_with(
        workspace, "Ama Boateng", "Jonas Weber", joined_on=date(2026, 1, 1)
    )
    first, _ = held(workspace, community, 1)
    workspace.perform(mark_attendance, first, ama, Mark.PRESENT)
    workspace.perform(mark_attendance, first, jonas, Mark.ABSENT)
    coming, _ = held(workspace, community, 8)
    assert workspace.read(likely_at, coming) == 1
    with pytest.raises(NotFound):
        workspace.read(likely_at, 99)


def test_the_likely_number_is_that_of_the_rule(workspace: Workspace) -> None:
    """Fifteen sessions, people who joined at different times, apologies and a cancelled session."""
    dice = Random(4)
    early = [f"Early {number}" for number in range(12)]
    community, *people = community_with(workspace, *early, joined_on=date(2026, 1, 1))
    late = [PersonDraft(name=f"Late {number}", joined_on=date(2026, 9, 9)) for number in range(4)]
    for day in range(1, 17):
        if day == 10:
            people += workspace.perform(add_people, community, late).value
        session, _ = held(workspace, community, day)
        marks = {person: dice.choice(list(Mark)) for person in people}
        workspace.perform(mark_many, session, marks)
        if day == 12:
            workspace.perform(cancel_session, session)
    coming = planned_on(workspace, community, "2026-10-20T14:00")
    workspace.perform(mark_attendance, coming, people[0], Mark.EXCUSED)
    every = workspace.read(roster, community, date(2026, 10, 20))
    past = [one for one in workspace.read(records, community) if one.session != coming]
    members = [one.person_id for one in every]
    expected = sum(shares_to_come(members, past, frozenset(people[:1])).values())
    assert workspace.read(likely_at, coming) == round(expected)
    assert expected > 3
