"""The Sessions page: list and month show the same, sessions are planned, copied, called off."""

from datetime import date
from pathlib import Path

import pytest
from icalendar import Calendar
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from tests.ui.desks import BenchDesk
from tests.ui.sessions.rooms import dialog_of, four_people, press, session_on
from workbench.foundation.words import Mark, SessionState
from workbench.sessions.agenda import AgendaBlock
from workbench.sessions.attendance_actions import mark_attendance
from workbench.sessions.queries import SessionRow, session_detail, session_rows
from workbench.ui.kit.menus import Item
from workbench.ui.sessions.session_form import SessionForm, WhenForm
from workbench.ui.sessions.sessions_page import SessionsPage

BLOCKS = (AgendaBlock(0, "Check-in", 10), AgendaBlock(0, "Troika", 85))


def opened(desk: BenchDesk, width: int = 1440, height: int = 900) -> SessionsPage:
    page = desk.open(SessionsPage, width, height)
    assert isinstance(page, SessionsPage)
    return page


def titles(page: SessionsPage) -> list[str]:
    return [row.title for row in page.table.rows.rows()]


def first(page: SessionsPage) -> SessionRow:
    row = page.table.rows.rows()[0]
    assert isinstance(row, SessionRow)
    return row


def item(page: SessionsPage, row: SessionRow, label: str) -> Item:
    return next(each for each in page.items_for(row) if each.label == label)


@pytest.fixture
def page(desk: BenchDesk) -> SessionsPage:
    people = four_people(desk)
    held = session_on(desk, "2026-10-01", "Troika consulting", *BLOCKS, kind="Deep dive")
    desk.workspace.perform(mark_attendance, held, people[0], Mark.PRESENT)
    session_on(desk, "2026-10-15", "Handovers", *BLOCKS, kind="Deep dive", minutes=90)
    session_on(desk, "2026-11-12", "Troika consulting II", kind="Workshop")
    return opened(desk)


def test_upcoming_held_and_all(page: SessionsPage) -> None:
    assert titles(page) == ["Handovers", "Troika consulting II"]
    assert page.header.subtitle.text() == "3 sessions, 1 held"
    page.segments.choose("held")
    assert titles(page) == ["Troika consulting"]
    page.segments.choose("all")
    assert titles(page) == ["Troika consulting II", "Handovers", "Troika consulting"]
    page.by_kind.choose("Workshop")
    assert titles(page) == ["Troika consulting II"]


def test_each_line_says_how_it_stands(page: SessionsPage) -> None:
    page.segments.choose("all")
    model = page.table.rows
    said = [
        [str(model.index(line, column).data()) for column in (4, 5)]
        for line in range(model.rowCount())
        if model.row(line)
    ]
    assert said == [
        ["No agenda yet", "Start from session 1"],
        ["95 of 90 min", "5 min over"],
        ["95 of 90 min", "1 of 4 here"],
    ]


def test_another_page_may_lead_to_a_session_before_the_list_is_read(
    page: SessionsPage, desk: BenchDesk
) -> None:
    wanted = session_on(desk, "2026-12-10", "Year's end")
    page.arrive(session=wanted)
    page.reload()
    now = page.table.current_row()
    assert now is not None
    assert (now.title, page.month.selected) == ("Year's end", wanted)
    assert page.month_title.text() == "December 2026"
    page.presenter.turn(0)
    page.arrive(session=wanted)
    assert page.month_title.text() == "December 2026", "asked for again, it shows again"


def test_list_and_month_share_the_selection(page: SessionsPage, qtbot: QtBot) -> None:
    assert page.month.selected == page.table.current_row().id  # type: ignore[union-attr] # it has one
    press(qtbot, page.table, Qt.Key.Key_Down)
    now = page.table.current_row()
    assert now is not None
    assert (now.title, page.month.selected) == ("Troika consulting II", now.id)
    assert page.month_title.text() == "November 2026"
    assert page.month.day == date(2026, 11, 12)


def test_the_month_by_keys(page: SessionsPage, qtbot: QtBot) -> None:
    month = page.month
    month.setFocus()
    press(qtbot, month, Qt.Key.Key_Up, Qt.Key.Key_Up)
    now = page.table.current_row()
    assert now is not None
    assert now.title == "Troika consulting", "the filter gives way to what was chosen"
    press(qtbot, month, Qt.Key.Key_Return)
    assert page.desk.went == [("planner", {"session": now.id})]  # type: ignore[attr-defined] # a bench desk
    press(qtbot, month, Qt.Key.Key_PageDown)
    assert page.month_title.text() == "November 2026"
    press(qtbot, month, Qt.Key.Key_Left)
    assert page.month_title.text() == "October 2026"
    assert month.day == date(2026, 10, 31)
    assert month.accessibleDescription() == "Sat 31 Oct: no session"


def test_a_click_on_a_day_chooses_its_session(page: SessionsPage, qtbot: QtBot) -> None:
    page.presenter.turn(0)
    third_week = page.month._box(2, 3).center().toPoint()
    qtbot.mouseClick(page.month, Qt.MouseButton.LeftButton, pos=third_week)
    now = page.table.current_row()
    assert now is not None
    assert now.title == "Handovers"


def test_planning_a_session_from_an_earlier_one(page: SessionsPage, qtbot: QtBot) -> None:
    page.new_item()
    form = dialog_of(page, SessionForm)
    assert form.day_input.day == date(2026, 11, 26)
    assert (form.time_input.text(), form.kind_input.text()) == ("14:00", "Workshop")
    qtbot.keyClicks(form.title_input, "Fix one form")
    form.time_input.setText("9.30")
    form.source_input.pick("session:1")
    press(qtbot, form.title_input, Qt.Key.Key_Return, modifier=Qt.KeyboardModifier.ControlModifier)
    rows = page.desk.workspace.read(session_rows, 1)  # type: ignore[attr-defined] # a bench desk
    new = next(row for row in rows if row.title == "Fix one form")
    assert (f"{new.starts:%Y-%m-%d %H:%M}", new.agenda.blocks) == ("2026-11-26 09:30", 2)
    assert page.desk.went == [("planner", {"session": new.id})]  # type: ignore[attr-defined] # a bench desk


def test_what_is_wrong_lands_at_its_field(page: SessionsPage) -> None:
    page.new_item()
    form = dialog_of(page, SessionForm)
    form.time_input.setText("noon")
    form.accept()
    assert form.time_input.accessibleDescription() == (
        "noon is not a time of day. Type it as 14:00."
    )
    form.time_input.setText("12")
    form.accept()
    assert form.title_input.accessibleDescription().startswith("A session needs a title.")
    assert form.isVisible()


def test_a_session_is_as_long_as_the_template_it_starts_from(desk: BenchDesk) -> None:
    page = opened(desk)
    page.new_item()
    form = dialog_of(page, SessionForm)
    form.title_input.setText("Cases")
    form.source_input.pick("template:starter:peer-coaching")
    assert form.minutes_input.value == 120
    form.source_input.pick("")
    assert form.minutes_input.value == 120
    form.source_input.pick("template:starter:peer-coaching")
    form.minutes_input.set_value(100)
    form.accept()
    (row,) = desk.workspace.read(session_rows, desk.community)
    assert (row.minutes, row.kind, row.agenda.over) == (100, "Peer coaching", 20)


def test_the_first_session_starts_from_an_agenda_of_ours(desk: BenchDesk) -> None:
    page = opened(desk)
    assert page.stack.currentIndex() == 1
    page.new_item()
    form = dialog_of(page, SessionForm)
    assert form.day_input.day == date(2026, 10, 20)
    form.title_input.setText("Kick-off")
    form.source_input.pick("template:starter:deep-dive")
    form.accept()
    (row,) = desk.workspace.read(session_rows, desk.community)
    assert row.agenda.words == "90 of 90 min"
    assert page.stack.currentIndex() == 0


def test_an_empty_agenda_starts_from_the_session_it_continues(
    page: SessionsPage, qtbot: QtBot
) -> None:
    page.table.choose(lambda row: row.title == "Troika consulting II")
    where = page.table.visualRect(page.table.rows.index(2, 5)).center()
    qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(where))
    assert page.desk.said == ["Agenda of session 1 copied."]  # type: ignore[attr-defined] # a bench desk
    now = page.table.current_row()
    assert isinstance(now, SessionRow)
    assert now.agenda.blocks == 2


def test_cancelling_says_what_it_means_and_undoes(page: SessionsPage, desk: BenchDesk) -> None:
    item(page, first(page), "Cancel session").pressed()
    assert desk.said[-1] == "Handovers is cancelled and drops out of every rate."
    row = first(page)
    assert row.state is SessionState.CANCELLED
    labels = [each.label for each in page.items_for(row)]
    assert "Restore" in labels
    assert "Cancel session" not in labels
    item(page, row, "Restore").pressed()
    assert first(page).state is SessionState.PLANNED


def test_duplicating_asks_when(page: SessionsPage, desk: BenchDesk) -> None:
    item(page, first(page), "Duplicate").pressed()
    form = dialog_of(page, WhenForm)
    assert form.day_input.day == date(2026, 10, 29)
    form.accept()
    rows = desk.workspace.read(session_rows, desk.community)
    assert [row.title for row in rows].count("Handovers") == 2
    detail = desk.workspace.read(session_detail, rows[2].id)
    assert len(detail.agenda.blocks) == 2


def test_deleting_undoes(page: SessionsPage, desk: BenchDesk) -> None:
    item(page, first(page), "Delete").pressed()
    assert titles(page) == ["Troika consulting II"]
    desk.undo()
    assert titles(page) == ["Handovers", "Troika consulting II"]


def test_the_calendar_file(page: SessionsPage, desk: BenchDesk, tmp_path: Path) -> None:
    desk.path_to_choose = tmp_path / "plan.ics"
    page.export()
    events = Calendar.from_ical(desk.path_to_choose.read_bytes()).events
    assert [str(event["SUMMARY"]) for event in events] == ["Handovers", "Troika consulting II"]
    assert desk.said == ["Written to plan.ics."]


def test_no_calendar_without_sessions_to_come(desk: BenchDesk) -> None:
    opened(desk).export()
    assert desk.said == ["There are no sessions to come, so there is nothing to export."]


def test_little_room_shows_dots_and_fewer_columns(desk: BenchDesk) -> None:
    session_on(desk, "2026-10-15")
    page = opened(desk, 860, 620)
    assert page.month._dots
    assert page.table.isColumnHidden(3)
    assert not page.table.isColumnHidden(2)


def test_months_stay_within_reason(page: SessionsPage) -> None:
    page.presenter.turn(-12 * 3000)
    assert page.month_title.text() == "January 1970"
    page.presenter.turn(12 * 3000)
    assert page.month_title.text() == "December 2100"
