"""Seasons on a real file: created in one step, taken back in one, gone on with, never doubled."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path

import pytest
from icalendar import Calendar

from tests.storage.session_rows import wall
from workbench.communities.actions import create_community
from workbench.foundation.clock import FixedClock
from workbench.foundation.errors import BadInput
from workbench.foundation.words import OnDayOff
from workbench.sessions.actions import SessionDraft, add_session, cancel_session, edit_session
from workbench.sessions.agenda import AgendaBlock
from workbench.sessions.calendar_file import calendar_file
from workbench.sessions.days_off import DaysShut
from workbench.sessions.move_actions import move_session
from workbench.sessions.queries import (
    calendar_entries,
    calendar_entry,
    session_detail,
    session_rows,
)
from workbench.sessions.season import Rhythm, SeasonPlan
from workbench.sessions.season_actions import create_season
from workbench.sessions.season_queries import season_preview, season_start, seasons
from workbench.storage.workspace import Workspace, create_workspace

TODAY = date(2026, 10, 13)
DEEP = Rhythm(
    "Deep dive", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH", time(14), 90, "starter:deep-dive", "Birch room"
)
WORKSHOP = Rhythm("Workshop", "FREQ=MONTHLY;BYDAY=-1MO", time(9, 30), 180, "starter:workshop")
PLAN = SeasonPlan(
    date(2026, 12, 10),
    date(2027, 4, 15),
    (DEEP, WORKSHOP),
    "GB",
    "ENG",
    (DaysShut(date(2026, 12, 24), date(2027, 1, 3), "closed"),),
    OnDayOff.NEXT_WORKING_DAY,
    ("Looking back on the year",),
)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    clock = FixedClock(datetime(2026, 10, 13, 9))
    with create_workspace(tmp_path / "w.fwb", clock=clock) as made:
        community = made.perform(create_community, "Bridges").value
        assert community == 1
        yield made


def days(workspace: Workspace) -> list[str]:
    return [f"{row.starts:%d %b %H:%M}" for row in workspace.read(session_rows, 1)]


def test_a_season_is_created_and_taken_back_in_one_step(workspace: Workspace) -> None:
    done = workspace.perform(create_season, 1, PLAN)
    assert workspace.undo_names[0] == "Create 12 sessions"
    rows = workspace.read(session_rows, 1)
    assert [row.id for row in rows] == list(done.value.sessions)
    assert {row.season for row in rows} == {done.value.season_id}
    assert [row.title for row in rows[:2]] == ["Looking back on the year", "Deep dive, theme open"]
    assert [(row.kind, row.minutes, row.place) for row in rows[2:4]] == [
        ("Deep dive", 90, "Birch room"),
        ("Workshop", 180, ""),
    ]
    assert all(row.agenda.words in ("90 of 90 min", "180 of 180 min") for row in rows)
    (season,) = workspace.read(seasons, 1)
    assert (season.first, season.last) == (PLAN.first, PLAN.last)
    workspace.undo()
    assert not workspace.read(session_rows, 1)
    assert not workspace.read(seasons, 1)
    workspace.redo()
    assert len(days(workspace)) == 12


def test_the_next_season_begins_with_what_was_kept(workspace: Workspace) -> None:
    workspace.perform(create_season, 1, PLAN)
    start = workspace.read(season_start, 1, TODAY)
    assert (start.new.country, start.new.region) == ("GB", "ENG")
    assert start.new.on_day_off is OnDayOff.NEXT_WORKING_DAY
    assert [each.name for each in start.new.rhythms] == ["Deep dive", "Workshop"]
    assert start.new.first == date(2027, 4, 26), "the workshop of April comes first"
    made = workspace.perform(create_season, 1, replace(start.new, closures=()))
    assert made.value.season_id == 2
    assert days(workspace)[12:15] == ["26 Apr 09:30", "29 Apr 14:00", "13 May 14:00"]


def test_more_of_a_season_never_doubles(workspace: Workspace) -> None:
    first = workspace.perform(create_season, 1, PLAN).value
    rows = workspace.read(session_rows, 1)
    workspace.perform(move_session, rows[2].id, wall("2027-01-22T10:00"))
    workspace.perform(cancel_session, rows[3].id)
    more = workspace.read(season_start, 1, TODAY).more
    assert more is not None
    longer = replace(more, last=date(2027, 5, 31))
    done = workspace.perform(create_season, 1, longer).value
    assert done.season_id == first.season_id
    assert days(workspace)[12:] == [
        "26 Apr 09:30", "29 Apr 14:00", "13 May 14:00", "27 May 14:00", "01 Jun 09:30",
    ]  # fmt: skip
    (season,) = workspace.read(seasons, 1)
    assert (season.first, season.last) == (PLAN.first, date(2027, 5, 31))
    with pytest.raises(BadInput, match="No new date"):
        workspace.perform(create_season, 1, replace(longer, season_id=season.id))


def test_the_same_plan_again_finds_its_dates_there(workspace: Workspace) -> None:
    workspace.perform(create_season, 1, PLAN)
    preview = workspace.read(season_preview, 1, PLAN)
    assert (len(preview.proposals), sum(each.there for each in preview.left_out)) == (0, 12)


def test_closures_are_kept_for_the_next_time_and_can_go(workspace: Workspace) -> None:
    workspace.perform(create_season, 1, PLAN)
    later = replace(PLAN, rhythms=(replace(DEEP, starts=time(16)),))
    start = workspace.read(season_start, 1, TODAY)
    assert start.new.closures == PLAN.closures
    workspace.perform(create_season, 1, replace(later, closures=()))
    assert "24 Dec 16:00" in days(workspace)
    assert not workspace.read(season_start, 1, TODAY).new.closures


def test_a_season_without_a_rhythm_is_refused(workspace: Workspace) -> None:
    with pytest.raises(BadInput, match="needs a rhythm") as problem:
        workspace.perform(create_season, 1, replace(PLAN, rhythms=()))
    assert problem.value.field == "rhythms"


def test_a_broken_template_writes_nothing(workspace: Workspace) -> None:
    broken = replace(PLAN, rhythms=(replace(DEEP, template="own:99"),))
    with pytest.raises(BadInput, match="Deep dive: ") as problem:
        workspace.perform(create_season, 1, broken)
    assert problem.value.field == "rhythms"
    assert not workspace.read(seasons, 1)


def test_the_calendar_reads_back_to_the_same_sessions(workspace: Workspace) -> None:
    workspace.perform(create_season, 1, PLAN)
    name, entries = workspace.read(calendar_entries, 1, TODAY)
    content = calendar_file(name, entries)
    assert content == calendar_file(*workspace.read(calendar_entries, 1, TODAY))
    events = Calendar.from_ical(content).events
    rows = workspace.read(session_rows, 1)
    read = [event.start.isoformat()[:16] for event in events]
    assert read == [row.starts.isoformat()[:16] for row in rows]
    assert [str(event["SUMMARY"]) for event in events] == [row.title for row in rows]
    assert {str(event["DESCRIPTION"]) for event in events} == {
        "Deep dive of Bridges", "Workshop of Bridges",
    }  # fmt: skip


def test_a_change_keeps_the_identity_and_counts_up(workspace: Workspace) -> None:
    (first, *_) = workspace.perform(create_season, 1, PLAN).value.sessions
    before = Calendar.from_ical(calendar_file(*workspace.read(calendar_entry, first))).events[0]
    workspace.perform(move_session, first, wall("2026-12-11T10:00"))
    workspace.perform(edit_session, first, SessionDraft(note="Ask Ama why she left"))
    workspace.perform(cancel_session, first)
    content = calendar_file(*workspace.read(calendar_entry, first))
    (after,) = Calendar.from_ical(content).events
    assert after["UID"] == before["UID"]
    assert (before["SEQUENCE"], after["SEQUENCE"]) == (0, 3)
    assert after["STATUS"] == "CANCELLED"
    assert b"Ama" not in content


def test_locked_starts_move_along(workspace: Workspace) -> None:
    draft = SessionDraft(title="Handovers", starts=wall("2026-10-15T14:00"), minutes=90)
    blocks = (AgendaBlock(0, "Arrive", 10), AgendaBlock(0, "Call", 20, locked_start=time(14, 30)))
    number = workspace.perform(add_session, 1, draft, blocks).value
    workspace.perform(move_session, number, wall("2026-10-16T09:15"))
    detail = workspace.read(session_detail, number)
    assert detail.starts == wall("2026-10-16T09:15")
    assert [placed.block.locked_start for placed in detail.agenda.blocks] == [None, time(9, 45)]
    assert workspace.undo_names[0] == "Move Handovers to Fri 16 Oct"
