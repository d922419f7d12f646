"""A session from a template to its debrief, by keys alone, with the clock moved by hand."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.journeys.evening import Evening, evening
from workbench.contributions.feed_queries import feed_rows
from workbench.contributions.rules import FeedFilter
from workbench.foundation.clock import FixedClock
from workbench.sessions.actual_queries import block_times
from workbench.sessions.debrief_queries import debrief, open_debriefs
from workbench.sessions.queries import SessionDetail, session_detail, session_rows
from workbench.ui.kit.buttons import Button
from workbench.ui.sessions.live_face import Stage
from workbench.ui.sessions.planner_parts import OverrunBar

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

THAT_MORNING = datetime(2026, 10, 20, 9, 41)
TITLE = "Small wins, out loud"


def planned(desk: Evening) -> SessionDetail:
    """The session of this journey as the file has it now."""
    rows = desk.ask(lambda w: w.read(session_rows, desk.community))
    session = next(row.id for row in rows if row.title == TITLE)
    return desk.ask(lambda w: w.read(session_detail, session))


def titles(desk: Evening) -> list[str]:
    return [placed.block.title for placed in planned(desk).agenda.blocks]


def button(where: QWidget, words: str) -> Button:
    found = [one for one in where.findChildren(Button) if one.isVisible() and words in one.label]
    assert found, f"no button says {words}"
    return found[0]


def plan_from_a_template(desk: Evening) -> None:
    """Ninety minutes today at ten, begun from the deep dive."""
    desk.go("Ctrl+4", "sessions")
    desk.press("Ctrl+N")
    desk.rest()
    form = desk.dialog
    desk.write(TITLE)
    desk.to_field(form.day_input)
    desk.press("Ctrl+A")
    desk.write("20 Oct 2026")
    desk.to_field(form.time_input)
    desk.press("Ctrl+A")
    desk.write("10:00")
    desk.to_field(form.source_input)
    desk.write("Deep")
    desk.press("Ctrl+Return")
    desk.until(lambda: desk.page.name == "planner")
    desk.rest()


def move_a_block(desk: Evening) -> None:
    before = titles(desk)
    desk.press("Down", "Alt+Down")
    moved = titles(desk)
    assert moved == [before[0], before[2], before[1], *before[3:]]
    desk.press("Ctrl+Z")
    assert titles(desk) == before
    desk.press("Ctrl+Shift+Z")
    assert titles(desk) == moved


def make_it_too_long_and_trim(desk: Evening) -> None:
    desk.press("+", "+", "+", "+", "+")
    assert planned(desk).agenda.over == 5
    longest = max(placed.block.minutes for placed in planned(desk).agenda.blocks)
    bar = desk.page.findChild(OverrunBar)
    trim = button(bar, f"to {longest - 5} min")
    desk.to_field(trim)
    desk.press("Space")
    assert planned(desk).agenda.over == 0
    assert not bar.isVisible()


def print_the_run_sheet(desk: Evening, out: Path) -> None:
    desk.tap("Ctrl+K")
    desk.write("run sheet")
    desk.until(lambda: desk.found[0] == "Run sheet")
    desk.press("Return")
    desk.until(lambda: desk.page.name == "prints" and desk.page.presenter.ready is not None)
    desk.rest()
    desk.tap("Ctrl+E")
    desk.name_file(out)
    desk.until(out.exists)


def run_it(desk: Evening, clock: FixedClock) -> None:
    """Live from ten: five minutes a block, two contributions in the second."""

    def later(minutes: int) -> None:
        clock.at += timedelta(minutes=minutes)
        desk.page.presenter.tick()

    desk.go("Ctrl+5", "live")
    desk.press("F7")
    desk.until(lambda: desk.page.presenter.stage is Stage.RUNNING)
    later(5)
    desk.press("F7", "F3")
    for line in ("hana h kofi held the ladder", "ravi s the sofa came back"):
        desk.write(line)
        desk.press("Return")
        assert desk.page.capture.line.text() == ""
    desk.press("Escape")
    for _ in planned(desk).agenda.blocks[2:]:
        later(5)
        desk.press("F7")
    later(5)
    desk.to_field(button(desk.page, "End session"))
    desk.press("Space")
    assert desk.page.presenter.stage is Stage.ENDED
    assert button(desk.page, "Write the debrief").hasFocus()
    desk.press("Space")
    desk.until(lambda: desk.page.name == "debrief")
    desk.rest()


def test_plan_drag_trim_print_run_capture_debrief(
    bridges: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    pypdf = pytest.importorskip("pypdf")
    clock = FixedClock(THAT_MORNING, "Europe/London")
    with evening(qtbot, bridges, clock=clock) as desk:
        desk.until(lambda: desk.page.name == "home")
        desk.rest()
        plan_from_a_template(desk)
        assert planned(desk).minutes == 90
        assert planned(desk).agenda.planned == 90
        move_a_block(desk)
        make_it_too_long_and_trim(desk)
        print_the_run_sheet(desk, tmp_path / "run.pdf")
        printed = pypdf.PdfReader(tmp_path / "run.pdf").pages[0].extract_text()
        assert TITLE in printed
        assert all(title.split()[0] in printed for title in titles(desk))

        clock.at = THAT_MORNING.replace(hour=10, minute=0, tzinfo=clock.at.tzinfo)
        run_it(desk, clock)
        session = planned(desk).id
        times = desk.ask(lambda w: w.read(block_times, session))
        assert [time.taken for time in times] == [5] * len(titles(desk))
        wanted = FeedFilter(session_id=session)
        rows = desk.ask(lambda w: w.read(feed_rows, desk.community, wanted))
        assert {row.giver.name for row in rows} == {"Hana Novák", "Ravi Iyer"}

        desk.write("The second round got quieter people in.")
        desk.tap("Tab")
        desk.write("Start with the pairs.")
        desk.go("Ctrl+1", "home")
        text = desk.ask(lambda w: w.read(debrief, session))
        assert text.worked == "The second round got quieter people in."
        assert text.differently == "Start with the pairs."
        today = clock.today()
        still = desk.ask(lambda w: w.read(open_debriefs, desk.community, today))
        assert session not in [each.session_id for each in still]
