"""Sessions in another time zone: they come next, run and are marked by the clock of their place."""

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest

from tests.factories import community_with
from tests.storage.session_rows import wall
from tests.storage.test_sessions_live import Ticking
from workbench.foundation.errors import NotYet
from workbench.foundation.words import Mark, SessionState
from workbench.rosters.actions import add_people
from workbench.rosters.rules import PersonDraft
from workbench.sessions.actions import SessionDraft, add_session
from workbench.sessions.attendance_actions import mark_attendance
from workbench.sessions.live_actions import start_live
from workbench.sessions.queries import next_session, session_detail
from workbench.sessions.session_day import day_it_is, elsewhere, is_over
from workbench.storage.workspace import Workspace, create_workspace

EVENING = datetime(2026, 10, 14, 20, tzinfo=UTC)  # 21:00 in London, 09:00 on the 15th in Auckland
TODAY = date(2026, 10, 14)


def test_the_day_is_the_later_of_here_and_there() -> None:
    assert day_it_is(TODAY, EVENING, "Pacific/Auckland") == date(2026, 10, 15)
    assert day_it_is(TODAY, EVENING, "America/New_York") == TODAY
    assert day_it_is(date(2026, 10, 15), EVENING, "Europe/London") == date(2026, 10, 15)


def test_a_slot_ends_by_the_clock_of_its_place() -> None:
    three = datetime(2026, 10, 14, 15)
    assert not is_over(three, 90, "America/New_York", EVENING)
    assert is_over(three, 90, "America/New_York", EVENING + timedelta(minutes=30))
    assert is_over(three, 90, "Europe/London", EVENING)
    assert is_over(three, 90, "America/New_York", datetime.combine(TODAY, time(20)))


def test_the_night_the_clock_goes_back_is_an_hour_longer() -> None:
    starts, an_hour = datetime(2026, 10, 25, 0, 30), timedelta(hours=1)
    ends = datetime(2026, 10, 25, 1, 30, tzinfo=UTC)
    assert is_over(starts, 120, "Europe/London", ends)
    assert not is_over(starts, 120, "Europe/London", ends - an_hour)


def test_the_clock_names_the_place_only_where_it_differs() -> None:
    here = datetime(2026, 10, 14, 21)
    assert elsewhere("America/New_York", EVENING, here) == "New York"
    assert elsewhere("Europe/London", EVENING, here) == ""
    assert elsewhere("Europe/Lisbon", EVENING, here + timedelta(seconds=1)) == ""
    assert elsewhere("UTC", EVENING, here) == "UTC"


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return create_workspace(tmp_path / "away.fwb", clock=Ticking(EVENING))


def test_a_morning_in_auckland_runs_this_evening(workspace: Workspace) -> None:
    with workspace:
        (community,) = community_with(workspace)
        ama = workspace.perform(add_people, community, [PersonDraft(name="Ama")]).value[0]
        draft = SessionDraft(title="Morena", starts=wall("2026-10-15T09:00"), minutes=60)
        home = workspace.perform(add_session, community, draft).value
        draft = SessionDraft(
            title="Morena", starts=wall("2026-10-15T09:00"), minutes=60, zone="Pacific/Auckland"
        )
        away = workspace.perform(add_session, community, draft).value

        with pytest.raises(NotYet):
            workspace.perform(mark_attendance, home, ama, Mark.PRESENT)
        workspace.perform(start_live, away)
        assert workspace.read(session_detail, away).state is SessionState.HELD
        workspace.perform(mark_attendance, away, ama, Mark.PRESENT)
        workspace.perform(start_live, home)
        assert workspace.read(session_detail, home).state is SessionState.PLANNED


def test_an_afternoon_in_new_york_comes_next_this_evening(workspace: Workspace) -> None:
    with workspace:
        (community,) = community_with(workspace)
        draft = SessionDraft(
            title="Hello", starts=wall("2026-10-14T15:00"), minutes=90, zone="America/New_York"
        )
        away = workspace.perform(add_session, community, draft).value
        assert workspace.read(next_session, community, EVENING) == away
        assert workspace.read(next_session, community, EVENING + timedelta(minutes=30)) is None
