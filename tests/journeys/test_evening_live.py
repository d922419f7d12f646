"""A session run live by keys, with the clock moved by hand, and an interruption in the middle."""

from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.journeys.evening import THURSDAY, Evening, evening
from workbench.contributions.feed_queries import feed_rows
from workbench.contributions.rules import FeedFilter
from workbench.foundation.clock import FixedClock
from workbench.foundation.words import Mark, SessionState
from workbench.sessions.attendance_queries import marks_of
from workbench.sessions.debrief_queries import debrief
from workbench.sessions.debrief_rules import DebriefText
from workbench.sessions.live_queries import run_of
from workbench.sessions.queries import session_detail, session_rows
from workbench.storage.backups import backups_of
from workbench.ui.kit.buttons import Button
from workbench.ui.sessions.live_face import Stage

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def later(desk: Evening, clock: FixedClock, minutes: int) -> None:
    """Let minutes pass on the wall and the page notice."""
    clock.at += timedelta(minutes=minutes)
    desk.page.presenter.tick()


def stage(desk: Evening) -> Stage:
    shown: Stage = desk.page.presenter.stage
    return shown


def timer(desk: Evening) -> str:
    return str(desk.page.clock.timer.accessibleName()).removeprefix("Time left ")


def thursday(desk: Evening) -> int:
    rows = desk.ask(lambda w: w.read(session_rows, desk.community))
    return next(row.id for row in rows if row.number == 17)


def start(desk: Evening) -> int:
    desk.until(lambda: desk.page.name == "home")
    desk.rest()
    desk.go("Ctrl+5", "live")
    desk.press("F7")
    desk.until(lambda: stage(desk) is Stage.RUNNING)
    return thursday(desk)


def test_blocks_marks_and_captures_then_the_end(bridges: Path, qtbot: QtBot) -> None:
    clock = FixedClock(THURSDAY, "Europe/London")
    with evening(qtbot, bridges, clock=clock) as desk:
        session = start(desk)
        later(desk, clock, 8)
        desk.press("F7")
        assert desk.page.clock.title.text() == "Why handovers, and our norms"
        later(desk, clock, 3)
        assert timer(desk) == "1:00"
        desk.press("F6")
        assert timer(desk) == "2:00"
        desk.press("PgUp")
        assert desk.page.clock.title.text().startswith("Check-in")

        desk.to_field(desk.page.people.table)
        desk.press("PgDown", "Right")
        assert desk.page.clock.title.text().startswith("The sofa"), "a clicker works anywhere"
        desk.press("PgUp", "PgUp", "F2")
        desk.write("hana")
        desk.press("Return")
        desk.write("kofi")
        desk.press("Return", "F3")
        desk.write("hana h kofi held the ladder")
        desk.press("Return")
        assert desk.page.capture.line.text() == ""
        marks = desk.ask(lambda w: w.read(marks_of, desk.community))[session]
        assert sum(mark is Mark.PRESENT for mark in marks.values()) == 2
        wanted = FeedFilter(session_id=session)
        (row,) = desk.ask(lambda w: w.read(feed_rows, desk.community, wanted))
        assert (row.giver.name, row.text) == ("Hana Novák", "held the ladder")

        desk.to_field(desk.page.top.end_button)
        desk.press("Space")
        assert stage(desk) is Stage.ENDED
        held = desk.ask(lambda w: w.read(session_detail, session))
        assert held.state is SessionState.HELD
        desk.press("Ctrl+Z")
        assert stage(desk) is Stage.RUNNING
        desk.press("Ctrl+Shift+Z")
        desk.until(lambda: any(copy.why == "after a session" for copy in backups_of(bridges)))


def test_it_comes_back_where_it_was(bridges: Path, qtbot: QtBot) -> None:
    clock = FixedClock(THURSDAY, "Europe/London")
    with evening(qtbot, bridges, clock=clock) as desk:
        session = start(desk)
        later(desk, clock, 8)
        desk.press("F7")
        later(desk, clock, 1)
        shown = timer(desk)
        run = desk.ask(lambda w: w.read(run_of, session))
    with evening(qtbot, bridges, clock=clock) as again:
        again.until(lambda: again.page.name == "home")
        again.go("Ctrl+5", "live")
        assert stage(again) is Stage.RUNNING
        assert timer(again) == shown
        assert again.ask(lambda w: w.read(run_of, session)) == run


def test_from_the_last_block_to_the_next_plan(bridges: Path, qtbot: QtBot) -> None:
    clock = FixedClock(THURSDAY, "Europe/London")
    with evening(qtbot, bridges, clock=clock) as desk:
        session = start(desk)
        desk.press("B", "B")
        for _ in range(7):
            later(desk, clock, 12)
            desk.press("PgDown")
        assert desk.page.clock.title.text() == "Three-question pulse and close"
        desk.press("F3")
        for line in ("hana h kofi held the ladder", "kofi q who locks up?"):
            desk.write(line)
            desk.press("Return")
            desk.until(lambda: desk.page.capture.line.text() == "")
        desk.to_field(desk.page.top.end_button)
        desk.press("Space")
        desk.until(lambda: stage(desk) is Stage.ENDED)
        desk.to_field(desk.page.top.debrief_button)
        desk.press("Space")
        desk.until(lambda: desk.page.name == "debrief")
        desk.rest()
        assert desk.page.header.title.text() == "Debrief of 15 Oct"
        assert desk.page.given.text() == "2 contributions: 1 question and 1 help"
        desk.write("The bell")
        desk.press("Tab", "Tab")
        desk.write("Fewer topics")
        desk.press("Tab")
        desk.rest()
        written = desk.ask(lambda w: w.read(debrief, session))
        assert written == DebriefText("The bell", "", "Fewer topics")
        carry = next(b for b in desk.page.findChildren(Button) if b.label.startswith("Put into"))
        desk.to_field(carry)
        desk.press("Space")
        desk.rest()
        note = desk.ask(lambda w: w.read(session_detail, session + 1)).note
        assert note.endswith("From 15 Oct: Fewer topics")
