"""The debrief page: three answers that keep themselves, the run beside them, the next plan."""

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.desks import BenchDesk, settle
from tests.ui.sessions.clocks import Ticking
from tests.ui.sessions.rooms import four_people, session_on
from workbench.foundation.words import Mark
from workbench.sessions import live_actions as live
from workbench.sessions.agenda import AgendaBlock
from workbench.sessions.attendance_actions import mark_attendance
from workbench.sessions.debrief_actions import answer_debrief
from workbench.sessions.debrief_queries import debrief
from workbench.sessions.debrief_rules import DebriefText
from workbench.sessions.queries import session_detail
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.text import Text
from workbench.ui.sessions.debrief_page import DebriefPage
from workbench.ui.sessions.debrief_parts import TimeBar

BLOCKS = (AgendaBlock(0, "Check-in", 8, method="Round"), AgendaBlock(0, "Troika", 30))


class Room:
    """A session held on 15 October and one planned two weeks later."""

    def __init__(self, desk: BenchDesk, qtbot: QtBot) -> None:
        self.desk, self.qtbot = desk, qtbot
        self.clock = Ticking(datetime(2026, 10, 15, 14, tzinfo=UTC))
        desk.workspace.clock = self.clock
        self.people = four_people(desk)
        self.first = session_on(desk, "2026-10-15", "Handovers", *BLOCKS, minutes=45)
        self.second = session_on(desk, "2026-10-29", "Share-back", *BLOCKS, minutes=45)

    def hold(self) -> None:
        for step, minutes in ((live.start_live, 11), (live.next_block, 29), (live.end_live, 5)):
            self.desk.workspace.perform(step, self.first)
            self.clock.at += timedelta(minutes=minutes)
        mark = Mark.PRESENT
        self.desk.workspace.perform(mark_attendance, self.first, self.people[0], mark)

    def opened(self) -> DebriefPage:
        page = self.desk.open(DebriefPage)
        assert isinstance(page, DebriefPage)
        self.qtbot.addWidget(page)
        return page

    def written(self) -> DebriefText:
        return self.desk.workspace.read(debrief, self.first)


@pytest.fixture
def room(desk: BenchDesk, qtbot: QtBot) -> Room:
    return Room(desk, qtbot)


def words(page: QWidget) -> list[str]:
    settle()
    return [text.text() for text in page.findChildren(Text) if text.isVisible()]


def button(page: QWidget, label: str) -> Button:
    settle()
    return next(b for b in page.findChildren(Button) if b.label == label and b.isVisible())


def test_before_any_session_it_leads_to_sessions(room: Room) -> None:
    page = room.opened()
    assert "Nothing to look back on yet" in words(page)
    button(page, "Go to Sessions").click()
    assert room.desk.went == [("sessions", {"session": 0})]


def test_it_opens_with_the_one_that_is_open_and_says_what_ran_over(room: Room) -> None:
    room.hold()
    page = room.opened()
    assert page.header.title.text() == "Debrief of 15 Oct"
    assert page.over.text() == '"Check-in" took 3 minutes more than planned.'
    bars = [bar.accessibleName() for bar in page.findChildren(TimeBar)]
    assert bars == ["Check-in: 8 planned, 11 taken", "Troika: 30 planned, 29 taken"]
    assert page.came.text() == "1 of 4 here"
    assert page.given.text() == "Nothing was captured."


def test_a_session_that_was_not_run_live_asks_only(room: Room) -> None:
    page = room.opened()
    page.arrive(session=room.first)
    assert "was not run in Live" in page.over.text()
    assert page.times.isHidden()
    assert page.came.text() == "Nobody is marked yet."


def test_an_answer_keeps_itself_when_typing_rests_and_when_left(room: Room) -> None:
    room.hold()
    page = room.opened()
    area = page.answers["worked"]
    area.setFocus()
    room.qtbot.keyClicks(area, "The bell ")
    area._rest.timeout.emit()
    assert room.written().worked == "The bell"
    assert area.toPlainText() == "The bell ", "the blank that was typed stays"
    room.qtbot.keyClicks(area, "helped")
    room.qtbot.keyClick(area, Qt.Key.Key_Tab)
    assert page.answers["differently"].hasFocus()
    assert room.written() == DebriefText("The bell helped")
    room.qtbot.keyClicks(page.answers["differently"], "Less")
    page.hide()
    assert room.written().differently == "Less"
    assert room.desk.said == []


def test_undo_shows_and_words_being_typed_stay(room: Room) -> None:
    room.hold()
    page = room.opened()
    room.desk.workspace.perform(answer_debrief, room.first, "worked", "One")
    page.reload()
    assert page.answers["worked"].toPlainText() == "One"
    room.qtbot.keyClicks(page.answers["differently"], "Half a sen")
    room.desk.undo()
    assert page.answers["worked"].toPlainText() == ""
    assert page.answers["differently"].toPlainText() == "Half a sen"


def test_one_press_puts_it_into_the_next_plan(room: Room) -> None:
    room.hold()
    page = room.opened()
    assert not button(page, "Put into the next plan").isEnabled()
    room.qtbot.keyClicks(page.answers["carry_over"], "Fewer topics")
    page.answers["carry_over"].keep_now()
    button(page, "Put into the next plan").click()
    note = room.desk.workspace.read(session_detail, room.second).note
    assert note == "From 15 Oct: Fewer topics"
    assert room.desk.said == ["It stands in the note of Share-back."]
    assert "What you carry over stands in its note." in words(page)
    room.desk.undo()
    assert button(page, "Put into the next plan").isEnabled()


def test_learned_minutes_are_taken_with_one_press(sample_desk: BenchDesk, qtbot: QtBot) -> None:
    page = sample_desk.open(DebriefPage)
    assert isinstance(page, DebriefPage)
    assert page.header.title.text() == "Debrief of 1 Oct"
    assert page.presenter.read is not None
    following = page.presenter.read.following
    assert following is not None
    proposal = following.proposals[0]
    button(page, f"Use {proposal.minutes} minutes").click()
    agenda = sample_desk.workspace.read(session_detail, following.session.id).agenda
    minutes = {placed.block.key: placed.block.minutes for placed in agenda.blocks}
    assert minutes[proposal.block] == proposal.minutes
    with pytest.raises(StopIteration):
        button(page, f"Use {proposal.minutes} minutes")


def test_a_session_deleted_meanwhile_gives_way(room: Room) -> None:
    page = room.opened()
    page.arrive(session=999)
    assert "Nothing to look back on yet" in words(page)
    assert room.desk.told == []
