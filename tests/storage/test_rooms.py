"""Rooms on a real file: put to use, replaced, forgotten, undone; notes; who is on screen."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session as Reading

from tests.factories import community_with
from workbench.foundation.errors import BadInput, NotFound
from workbench.foundation.words import BlockKind, Mark
from workbench.models.rosters import Person
from workbench.models.sessions import Draw, KeepApart, Room, Seat, Session
from workbench.rosters.actions import add_guest
from workbench.sessions.actions import SessionDraft, add_session, cancel_session
from workbench.sessions.agenda import AgendaBlock
from workbench.sessions.attendance_actions import MarkDetail, mark_attendance
from workbench.sessions.rooms_actions import (
    RoomDraft,
    forget_draw,
    keep_apart,
    rename_room,
    set_on_screen,
    stop_keeping_apart,
    use_rooms,
)
from workbench.sessions.rooms_draw_queries import season_draws
from workbench.sessions.rooms_queries import (
    RoomsFacts,
    apart_notes,
    on_screen,
    rooms_facts,
)
from workbench.sessions.rooms_season import met_before
from workbench.storage.unit_of_work import Work, action
from workbench.storage.workspace import Workspace

NAMES = ("Ama Boateng", "Ben Okafor", "Grace Mbeki", "Jonas Weber", "Luca Ferrari", "Noor Jansen")
BLOCKS = [
    AgendaBlock(0, "Check-in", 10, BlockKind.CONNECT, lead="Grace"),
    AgendaBlock(0, "Where do they break?", 20, BlockKind.EXCHANGE, grouping="Threes"),
]


@pytest.fixture
def world(workspace: Workspace) -> tuple[int, list[int]]:
    community, *people = community_with(workspace, *NAMES)
    return community, people


def planned(workspace: Workspace, community: int, days: int) -> int:
    starts = datetime(2026, 10, 15, 14) + timedelta(days=days)
    draft = SessionDraft(title=f"Day {days}", starts=starts, minutes=90, kind="Deep dive")
    return workspace.perform(add_session, community, draft, BLOCKS).value


def facts(workspace: Workspace, session: int) -> RoomsFacts:
    return workspace.read(rooms_facts, session)


def rooms(*groups: list[int]) -> list[RoomDraft]:
    return [RoomDraft(f"Room {n}", f"Table {n}", people=tuple(g)) for n, g in enumerate(groups, 1)]


def counts(session: Reading) -> tuple[int, int, int]:
    found = [session.scalar(select(func.count()).select_from(t)) or 0 for t in (Draw, Room, Seat)]
    return found[0], found[1], found[2]


def test_a_block_to_begin_with_its_size_and_who_leads(
    workspace: Workspace, world: tuple[int, list[int]]
) -> None:
    session = planned(workspace, world[0], 0)
    found = facts(workspace, session)
    assert found.first_block == found.blocks[1].id
    assert [(block.size, f"{block.starts:%H:%M}") for block in found.blocks] == [
        (4, "14:00"), (3, "14:10"),
    ]  # fmt: skip
    assert [found.people[person].name for person in found.leads] == ["Grace Mbeki"]


def test_rooms_in_use_are_read_back_and_taken_back_in_one_step(
    workspace: Workspace, world: tuple[int, list[int]]
) -> None:
    community, (a, b, c, d, e, f) = world
    session = planned(workspace, community, 0)
    block = facts(workspace, session).first_block
    drafts = [
        RoomDraft(" Room\u00a01 ", "Sofa corner", people=(c, a, b), pinned=frozenset({b})),
        RoomDraft("", "Teams room 1", on_screen=True, people=(d, e, f)),
        RoomDraft("Empty"),
    ]
    done = workspace.perform(use_rooms, session, block, 3, drafts)
    assert done.step == "Use 2 rooms"
    used = facts(workspace, session).used(block)
    assert used is not None
    assert [(room.name, room.place, room.on_screen) for room in used.rooms] == [
        ("Room 1", "Sofa corner", False), ("Room 2", "Teams room 1", True),
    ]  # fmt: skip
    assert [set(room.people) for room in used.rooms] == [{a, b, c}, {d, e, f}]
    assert used.rooms[0].pinned == {b}
    workspace.undo()
    assert workspace.read(counts) == (0, 0, 0)
    workspace.redo()
    assert workspace.read(counts) == (1, 2, 6)


def test_drawing_a_block_again_replaces_and_leaves_other_blocks(
    workspace: Workspace, world: tuple[int, list[int]]
) -> None:
    community, (a, b, c, d, *_) = world
    session = planned(workspace, community, 0)
    first, second = (block.id for block in facts(workspace, session).blocks)
    workspace.perform(use_rooms, session, first, 2, rooms([a, b], [c, d]))
    workspace.perform(use_rooms, session, second, 2, rooms([a, c], [b, d]))
    workspace.perform(use_rooms, session, None, 2, rooms([a, d], [b, c]))
    workspace.perform(use_rooms, session, second, 4, rooms([a, b, c, d]))
    draws = workspace.read(season_draws, session)
    assert {draw.block for draw in draws} == {first, second, None}
    assert len(draws) == 3
    met = met_before(draws, (session, second))
    assert set(met) == {(a, b), (c, d), (a, d), (b, c)}


def test_the_season_is_the_last_twelve_months_without_cancelled_sessions(
    workspace: Workspace, world: tuple[int, list[int]]
) -> None:
    community, (a, b, *_) = world
    long_ago, lately, off, now, later = (
        planned(workspace, community, days) for days in (-380, -14, -28, 0, 14)
    )
    for session in (long_ago, lately, off, later):
        workspace.perform(use_rooms, session, None, 2, rooms([a, b]))
    workspace.perform(cancel_session, off)
    assert [draw.session for draw in workspace.read(season_draws, now)] == [lately]


def test_sessions_of_one_season_count_whatever_their_date(
    workspace: Workspace, world: tuple[int, list[int]]
) -> None:
    @action("Put into a season")
    def into_season(work: Work, *sessions: int) -> None:
        from workbench.models.sessions import Season

        first, last = (datetime(year, 1, 1).date() for year in (2024, 2027))
        season = Season(community_id=community, first_on=first, last_on=last)
        work.session.add(season)
        work.session.flush()
        for number in sessions:
            work.session.get_one(Session, number).season_id = season.id

    community, (a, b, *_) = world
    long_ago, other, now = (planned(workspace, community, days) for days in (-380, -14, 0))
    for session in (long_ago, other):
        workspace.perform(use_rooms, session, None, 2, rooms([a, b]))
    workspace.perform(into_season, long_ago, now)
    assert [draw.session for draw in workspace.read(season_draws, now)] == [long_ago]


def test_forgetting_and_renaming(workspace: Workspace, world: tuple[int, list[int]]) -> None:
    community, (a, b, *_) = world
    session = planned(workspace, community, 0)
    draw = workspace.perform(use_rooms, session, None, 2, rooms([a, b])).value
    (room,) = workspace.read(season_draws, session)[0].rooms
    workspace.perform(rename_room, room.id, "Quiet room", " Attic ")
    (room,) = workspace.read(season_draws, session)[0].rooms
    assert (room.name, room.place) == ("Quiet room", "Attic")
    with pytest.raises(BadInput):
        workspace.perform(rename_room, room.id, "  ", "")
    workspace.perform(forget_draw, draw)
    assert workspace.read(counts) == (0, 0, 0)
    with pytest.raises(NotFound):
        workspace.perform(forget_draw, draw)
    with pytest.raises(NotFound):
        workspace.perform(rename_room, room.id, "Gone", "")


def test_rooms_that_cannot_be_are_refused(
    workspace: Workspace, world: tuple[int, list[int]]
) -> None:
    community, (a, b, *_) = world
    session, other = planned(workspace, community, 0), planned(workspace, community, 14)
    strange = facts(workspace, other).blocks[0].id
    refused: list[list[list[int]]] = [[], [[a, b], [a]], [[]]]
    for groups in refused:
        with pytest.raises(BadInput):
            workspace.perform(use_rooms, session, None, 2, rooms(*groups))
    for block, people in ((strange, [a, b]), (None, [a, 9999])):
        with pytest.raises(NotFound):
            workspace.perform(use_rooms, session, block, 2, rooms(people))
    assert workspace.read(counts) == (0, 0, 0)


def test_keep_apart_notes_come_go_and_name_nobody_in_the_history(
    workspace: Workspace, world: tuple[int, list[int]]
) -> None:
    community, (a, b, c, *_) = world
    session = planned(workspace, community, 0)
    steps = [
        workspace.perform(keep_apart, b, a, "An old quarrel").step,
        workspace.perform(keep_apart, a, b, "They asked").step,
        workspace.perform(keep_apart, c, a).step,
    ]
    assert not any(name in (step or "") for name in ("Ama", "Ben", "Grace") for step in steps)
    assert facts(workspace, session).apart == {(a, b), (a, c)}
    notes = workspace.read(apart_notes, community)
    assert [(note.name, note.other_name, note.note) for note in notes] == [
        ("Ama Boateng", "Ben Okafor", "They asked"), ("Ama Boateng", "Grace Mbeki", ""),
    ]  # fmt: skip
    workspace.perform(stop_keeping_apart, b, a)
    assert facts(workspace, session).apart == {(a, c)}
    for two in ((a, a),):
        with pytest.raises(BadInput):
            workspace.perform(keep_apart, *two)
    with pytest.raises(NotFound):
        workspace.perform(stop_keeping_apart, a, b)
    with pytest.raises(NotFound):
        workspace.perform(keep_apart, a, 9999)


def test_on_screen_is_as_said_or_else_as_people_last_came(
    workspace: Workspace, world: tuple[int, list[int]]
) -> None:
    community, (a, b, c, *_) = world
    before, last, now = (planned(workspace, community, days) for days in (-28, -14, 0))
    file = MarkDetail(source="teams")
    workspace.perform(mark_attendance, before, a, Mark.PRESENT, file)
    workspace.perform(mark_attendance, before, b, Mark.PRESENT, file)
    workspace.perform(mark_attendance, last, a, Mark.PRESENT)
    workspace.perform(mark_attendance, last, b, Mark.ABSENT)
    assert workspace.read(on_screen, now) == {b}
    workspace.perform(set_on_screen, now, [c, c])
    assert workspace.read(on_screen, now) == {c}
    workspace.perform(set_on_screen, now, [])
    assert workspace.read(on_screen, now) == frozenset()
    workspace.undo()
    assert workspace.read(on_screen, now) == {c}


def test_likely_could_here_and_guests(workspace: Workspace, world: tuple[int, list[int]]) -> None:
    community, (a, b, c, d, e, f) = world
    before, now = planned(workspace, community, -2), planned(workspace, community, 0)
    for person in (a, b, c):
        workspace.perform(mark_attendance, before, person, Mark.PRESENT)
    for person in (d, e, f):
        workspace.perform(mark_attendance, before, person, Mark.ABSENT)
    workspace.perform(mark_attendance, now, c, Mark.EXCUSED)
    guest = workspace.perform(add_guest, community, "Kim Lee").value
    found = facts(workspace, now)
    assert (set(found.likely), set(found.could)) == ({a, b}, {a, b, d, e, f})
    assert found.here == ()
    assert found.people[guest].guest


def test_erasing_somebody_takes_their_seat_and_notes(
    workspace: Workspace, world: tuple[int, list[int]]
) -> None:
    @action("Erase")
    def erase(work: Work, person: int) -> None:
        work.session.execute(delete(Person).where(Person.id == person))

    community, (a, b, c, *_) = world
    session = planned(workspace, community, 0)
    workspace.perform(use_rooms, session, None, 3, rooms([a, b, c]))
    workspace.perform(keep_apart, a, c)
    workspace.perform(erase, a)
    (room,) = workspace.read(season_draws, session)[0].rooms
    assert set(room.people) == {b, c}
    assert workspace.read(lambda s: s.scalars(select(KeepApart)).all()) == []
    assert workspace.check().problems == []
