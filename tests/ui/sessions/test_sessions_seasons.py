"""The Sessions page with seasons: groups that fold, days off in the month, moving, one file."""

from datetime import date, datetime, time, timedelta
from pathlib import Path

from icalendar import Calendar
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from tests.ui.desks import BenchDesk, settle
from tests.ui.sessions.rooms import dialog_of, four_people, press, session_on
from workbench.foundation.words import Mark, SessionState
from workbench.sessions.actions import SessionDraft, add_session
from workbench.sessions.agenda import AgendaBlock
from workbench.sessions.attendance_actions import mark_attendance
from workbench.sessions.days_off import DaysOff, DaysShut
from workbench.sessions.queries import session_detail, session_rows
from workbench.sessions.season import LeftOut, Rhythm, SeasonPlan
from workbench.sessions.season_actions import create_season
from workbench.ui.kit.rows import Section
from workbench.ui.sessions.session_form import WhenForm
from workbench.ui.sessions.sessions_page import SessionsPage
from workbench.ui.sessions.sessions_shown import Proposed, ProposedRow, month_of

DEEP = Rhythm("Deep dive", "FREQ=WEEKLY;BYDAY=TH", time(14), 90)


def opened(desk: BenchDesk) -> SessionsPage:
    page = desk.open(SessionsPage)
    assert isinstance(page, SessionsPage)
    return page


def headings(page: SessionsPage) -> list[str]:
    model = page.table.rows
    lines = [model.line(place) for place in range(model.rowCount())]
    return [f"{line.title}: {line.note}" for line in lines if isinstance(line, Section)]


def a_season(desk: BenchDesk, first: date, weeks: int, **more: object) -> None:
    plan = SeasonPlan(first, first + timedelta(weeks=weeks), (DEEP,))
    plan = SeasonPlan(plan.first, plan.last, plan.rhythms, **more)  # type: ignore[arg-type] # fields
    desk.workspace.perform(create_season, desk.community, plan)


def test_old_seasons_fold_and_unfold_by_mouse_and_button(desk: BenchDesk, qtbot: QtBot) -> None:
    for year in (2023, 2024, 2025, 2026):
        a_season(desk, date(year, 9, 3), 4)
    page = opened(desk)
    assert page.fold_button.isHidden()
    page.segments.choose("all")
    assert headings(page) == [
        "September to October 2026: 0 of 5 held",
        "September to October 2025: 0 of 4 held",
        "September to October 2024: 0 of 4 held · show",
        "September to October 2023: 0 of 4 held · show",
    ]
    assert len(page.table.rows.rows()) == 9
    line = next(
        place
        for place in range(page.table.rows.rowCount())
        if "show" in str(getattr(page.table.rows.line(place), "note", ""))
    )
    where = page.table.visualRect(page.table.rows.index(line, 0)).center()
    qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(where))
    assert len(page.table.rows.rows()) == 13
    page.fold_button.click()
    assert page.fold_button.label == "Fold years"
    assert len(page.table.rows.rows()) == 17
    page.fold_button.click()
    assert len(page.table.rows.rows()) == 9


def test_a_session_in_a_folded_season_unfolds_it(desk: BenchDesk) -> None:
    for year in (2023, 2024, 2025, 2026):
        a_season(desk, date(year, 9, 3), 4)
    oldest = desk.workspace.read(session_rows, desk.community)[0]
    page = opened(desk)
    page.arrive(session=oldest.id)
    now = page.table.current_row()
    assert now is not None
    assert now.id == oldest.id


def test_sessions_in_the_span_of_a_season_belong_to_it(desk: BenchDesk) -> None:
    a_season(desk, date(2026, 10, 1), 6)
    session_on(desk, "2026-10-20", "Guest talk")
    session_on(desk, "2027-02-02", "Far away")
    page = opened(desk)
    page.segments.choose("all")
    assert headings(page) == ["2027: 0 of 1 held", "This season: 0 of 8 held"]
    assert page.header.subtitle.text() == "8 this season, 0 held"


def test_holidays_of_the_season_stand_in_the_month(desk: BenchDesk) -> None:
    shut = (DaysShut(date(2026, 12, 29), date(2027, 1, 3), "winter break"),)
    a_season(desk, date(2026, 12, 3), 3, country="GB", region="ENG", closures=shut)
    page = opened(desk)
    page.presenter.turn(2)
    assert page.month.month is not None
    notes = {
        day.on.day: day.note
        for week in page.month.month.weeks
        for day in week
        if day.note and day.inside
    }
    assert notes == {25: "Christmas Day", 26: "Boxing Day", 28: "Boxing Day (observed)",
                     29: "Winter break to 3 Jan"}  # fmt: skip


def test_skipped_days_are_struck_through_and_proposals_stand_among_sessions() -> None:
    row = ProposedRow(-1, 1, "Theme open", "Deep dive", datetime(2027, 1, 7, 14), 90, "")
    left = LeftOut(DEEP, date(2026, 12, 31), "closed to 3 Jan")
    off = DaysOff({date(2027, 1, 1): "New Year's Day"}, {})
    month = month_of(
        date(2027, 1, 1), [], Proposed("", (row,), (left,)), off, ["Deep dive"], date(2027, 1, 1)
    )
    first, second = month.weeks[0], month.weeks[1]
    assert (first[3].struck, first[3].note) == ("Deep dive", "closed to 3 Jan")
    assert first[4].note == "New Year's Day"
    assert second[3].sessions == (row,)
    assert month.proposes


def test_moving_asks_when_and_takes_the_agenda_along(desk: BenchDesk) -> None:
    blocks = (AgendaBlock(0, "Arrive", 10), AgendaBlock(0, "Call", 20, locked_start=time(14, 30)))
    number = session_on(desk, "2026-10-15", "Handovers", *blocks)
    page = opened(desk)
    item = next(each for each in page.items_for(page.table.rows.rows()[0]) if "Move" in each.label)
    item.pressed()
    form = dialog_of(page, WhenForm)
    form.day_input.setText("16 Oct 2026")
    form.time_input.setText("10:00")
    form.accept()
    detail = desk.workspace.read(session_detail, number)
    assert f"{detail.starts:%d %b %H:%M}" == "16 Oct 10:00"
    assert detail.agenda.blocks[1].block.locked_start == time(10, 30)
    desk.undo()
    assert desk.workspace.read(session_detail, number).starts.day == 15


def test_what_was_held_cannot_move(desk: BenchDesk) -> None:
    people = four_people(desk)
    held = session_on(desk, "2026-10-01", "Troika")
    desk.workspace.perform(mark_attendance, held, people[0], Mark.PRESENT)
    page = opened(desk)
    page.segments.choose("held")
    (row,) = page.table.rows.rows()
    item = next(each for each in page.items_for(row) if "Move" in each.label)
    assert not item.enabled


def test_the_calendar_file_of_one_session(desk: BenchDesk, tmp_path: Path) -> None:
    session_on(desk, "2026-10-15", "What is next? / Ideas")
    session_on(desk, "2026-10-29", "Other")
    page = opened(desk)
    desk.path_to_choose = tmp_path / "one.ics"
    row = page.table.rows.rows()[0]
    next(each for each in page.items_for(row) if "Calendar" in each.label).pressed()
    (event,) = Calendar.from_ical(desk.path_to_choose.read_bytes()).events
    assert str(event["SUMMARY"]) == "What is next? / Ideas"


def test_an_open_debrief_leads_to_it(sample_desk: BenchDesk) -> None:
    page = opened(sample_desk)
    assert page.debrief_line.words.text() == "Debrief of 1 Oct is still open"
    page.debrief_line.button.click()
    assert sample_desk.went[-1][0] == "debrief"


def test_two_sessions_of_one_day_are_reached_by_key_and_by_click(
    desk: BenchDesk, qtbot: QtBot
) -> None:
    first = session_on(desk, "2026-10-15", "Handovers")
    draft = SessionDraft(title="Evening", starts=datetime(2026, 10, 15, 18))
    second = desk.workspace.perform(add_session, desk.community, draft).value
    page = opened(desk)
    assert page.month.selected == first
    page.month.setFocus()
    press(qtbot, page.month, Qt.Key.Key_Space)
    assert page.month.selected == second
    press(qtbot, page.month, Qt.Key.Key_Return)
    assert desk.went == [("planner", {"session": second})]
    where = page.month._box(2, 3).center().toPoint()
    qtbot.mouseClick(page.month, Qt.MouseButton.LeftButton, pos=where)
    assert page.month.selected == first


def test_five_hundred_sessions(desk: BenchDesk, qtbot: QtBot) -> None:
    for year in (2020, 2023):
        daily = Rhythm("Stand-up", "FREQ=WEEKLY;BYDAY=MO,TU,WE", time(9), 15)
        plan = SeasonPlan(date(year, 1, 1), date(year + 1, 8, 15), (daily,))
        desk.workspace.perform(create_season, desk.community, plan)
    rows = desk.workspace.read(session_rows, desk.community)
    assert len(rows) > 500
    assert {row.state for row in rows} == {SessionState.PLANNED}
    page = opened(desk)
    page.segments.choose("all")
    page.plan_season()
    settle()
    page.segments.choose("held")
    page.table.choose(lambda row: row.id == rows[-1].id)
    press(qtbot, page.table, Qt.Key.Key_Down, Qt.Key.Key_Down)
    now = page.table.current_row()
    assert now is not None
    assert now.id == rows[-3].id
