"""Which sessions still wait for marks: begun and not, named by nobody, cancelled, to come."""

from datetime import date

import pytest

from tests.factories import CLOCK
from tests.storage.session_desk import SessionDesk
from workbench.foundation.words import Mark
from workbench.sessions.actions import cancel_session
from workbench.sessions.attendance_actions import (
    guest_in,
    mark_attendance,
    mark_unmarked,
    set_head_count,
)
from workbench.sessions.open_marking_queries import OpenMarking, open_markings
from workbench.storage.workspace import Workspace

TODAY = CLOCK.today()


class Desk(SessionDesk):
    """Three people, and the sessions that wait for marks."""

    def on(self, day: date | str) -> int:
        return self.session(f"{day}T14:00", f"On {day}")

    def open(self, since: date | None = None) -> list[OpenMarking]:
        return self.workspace.read(open_markings, self.community, TODAY, since)


@pytest.fixture
def desk(workspace: Workspace) -> Desk:
    return Desk(workspace, "Ama", "Jonas", "Leila")


def test_a_session_is_open_until_everybody_expected_has_a_mark(desk: Desk) -> None:
    session = desk.on("2026-09-17")
    assert [each.words for each in desk.open()] == ["0 of 3 marked"]
    desk.workspace.perform(mark_attendance, session, desk.people[0], Mark.PRESENT)
    desk.workspace.perform(guest_in, session, "Kim Guest")
    assert desk.open() == [OpenMarking(session, date(2026, 9, 17), "On 2026-09-17", 1, 3)]
    desk.workspace.perform(mark_unmarked, session, Mark.ABSENT)
    assert desk.open() == []


def test_newest_first_and_none_older_than_wanted(desk: Desk) -> None:
    old, new = desk.on("2026-03-05"), desk.on("2026-10-01")
    assert [each.session_id for each in desk.open()] == [new, old]
    assert [each.session_id for each in desk.open(date(2026, 9, 1))] == [new]


def test_cancelled_counted_and_coming_sessions_do_not_ask(desk: Desk) -> None:
    desk.workspace.perform(cancel_session, desk.on("2026-09-17"))
    desk.workspace.perform(set_head_count, desk.on("2026-09-24"), 14)
    desk.on("2026-12-31")
    assert desk.open() == []


def test_today_asks_once_its_marking_has_begun(desk: Desk) -> None:
    today = desk.on(TODAY)
    assert desk.open() == []
    desk.workspace.perform(mark_attendance, today, desk.people[0], Mark.PRESENT)
    assert [each.words for each in desk.open()] == ["1 of 3 marked"]


def test_apologies_sent_before_count_as_marks(desk: Desk) -> None:
    session = desk.on("2026-09-17")
    desk.workspace.perform(mark_attendance, session, desk.people[0], Mark.EXCUSED)
    assert [each.words for each in desk.open()] == ["1 of 3 marked"]
