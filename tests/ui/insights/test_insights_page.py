from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.desks import BenchDesk
from workbench.communities.queries import events
from workbench.surveys.actions import take_wave
from workbench.surveys.answers import AnswerSheet
from workbench.ui.insights.event_form import EventForm
from workbench.ui.insights.insights_page import InsightsPage
from workbench.ui.insights.shown_range import ALL, HALF_YEAR

CONTROL = Qt.KeyboardModifier.ControlModifier


def opened(desk: BenchDesk, qtbot: QtBot, width: int = 1440, height: int = 900) -> InsightsPage:
    page = desk.open(InsightsPage, width, height)
    assert isinstance(page, InsightsPage)
    qtbot.waitUntil(page.settled, timeout=20_000)
    assert not desk.told
    return page


def form_of(page: InsightsPage) -> EventForm:
    (form,) = [each for each in page.window().findChildren(EventForm) if each.isVisible()]
    return form


def titles(page: InsightsPage) -> list[str]:
    shown = page.presenter.shown
    assert shown is not None
    return [panel.title for panel in shown.chart.panels]


def take(desk: BenchDesk, label: str, on: date, codes: list[int]) -> None:
    sheets = [AnswerSheet((code, code, code)) for code in codes]
    desk.workspace.perform(
        take_wave, desk.community, "loneliness-pulse", label, on, sheets, invited=30
    )


def test_the_page_shows_what_the_picture_shows(sample_desk: BenchDesk, qtbot: QtBot) -> None:
    page = opened(sample_desk, qtbot)

    assert page.header.subtitle.text() == "22 January to 1 October 2026"
    assert titles(page) == [
        "Psychological safety",
        "Loneliness",
        "Attendance",
        "Contributions",
        "Tickets passed on 3 or more times",
    ]
    shown = page.presenter.shown
    assert shown is not None
    assert shown.said.compared == "September compared with March"
    assert [(one.chip, one.tone) for one in shown.said.readings] == [
        ("likely real", "good"),
        ("too early", "neutral"),
        ("1 signal", "warn"),
        ("steady", "neutral"),
        ("down 3.4 points", "neutral"),
    ]
    assert page.reading.note.text().startswith("These moved in the same months.")
    assert page.chart.accessibleName().startswith("Psychological safety, scale 1 to 7")


def test_ranges_narrow_and_widen_the_period(sample_desk: BenchDesk, qtbot: QtBot) -> None:
    page = opened(sample_desk, qtbot)
    page.range.segments.setFocus()
    qtbot.keyClick(page.range.segments, Qt.Key.Key_Left)
    assert page.range.segments.key == HALF_YEAR
    qtbot.waitUntil(page.settled, timeout=20_000)
    assert page.header.subtitle.text() == "16 April to 1 October 2026"
    page.range.segments.choose(ALL)
    qtbot.waitUntil(page.settled, timeout=20_000)
    assert page.header.subtitle.text() == "22 January to 1 October 2026"


def choose(page: InsightsPage, qtbot: QtBot, start: str) -> None:
    (item,) = [one for one in page.figure_items() if one.label.startswith(start)]
    item.pressed()
    qtbot.waitUntil(page.settled, timeout=20_000)


def test_several_business_figures_may_be_chosen(sample_desk: BenchDesk, qtbot: QtBot) -> None:
    page = opened(sample_desk, qtbot)
    assert [one.checked for one in page.figure_items()] == [True, False, False, False]
    choose(page, qtbot, "Weeks")
    assert titles(page)[-2:] == [
        "Tickets passed on 3 or more times",
        "Weeks to the first shift alone",
    ]
    assert page.by_figure.label == "2 business figures"
    choose(page, qtbot, "Tickets")
    assert titles(page)[-1] == "Weeks to the first shift alone"
    assert titles(page)[-2] == "Contributions"
    assert page.by_figure.label == "1 business figure"
    page.reload()
    qtbot.waitUntil(page.settled, timeout=20_000)
    assert titles(page)[-1] == "Weeks to the first shift alone"
    choose(page, qtbot, "Weeks")
    assert titles(page)[-1] == "Contributions"
    assert page.by_figure.label == "0 business figures"


def test_charts_turn_into_a_table_and_back(sample_desk: BenchDesk, qtbot: QtBot) -> None:
    page = opened(sample_desk, qtbot)
    page.as_table()
    table = page.chart._table
    assert table is not None
    rows = table.rows.rows()
    assert rows[0] == (
        "Psychological safety, January",
        "27 January 2026",
        "4.79",
        "4.60 to 4.98",
        "26 of 34",
        "",
    )
    assert len(rows) == 4 + 4 + 16 + 16 + 9
    signal = next(row for row in rows if row[-1] == "signal")
    assert signal[1:3] == ("20 August 2026", "45%")
    assert page.table_button.label == "Show charts"
    page.as_table()
    assert not page.chart.as_table


def test_an_event_is_added_changed_and_deleted(sample_desk: BenchDesk, qtbot: QtBot) -> None:
    page = opened(sample_desk, qtbot)
    page.new_item()
    form = form_of(page)
    qtbot.keyClick(form, Qt.Key.Key_Return, CONTROL)
    assert "needs a title" in form.what.accessibleDescription()
    qtbot.keyClicks(form.what, "New host")
    form.starts.show_day(date(2026, 5, 4))
    qtbot.keyClick(form, Qt.Key.Key_Return, CONTROL)
    assert sample_desk.said == ["Added New host."]
    shown = page.presenter.shown
    assert shown is not None
    assert "New host" in [event.name for event in shown.chart.events]

    event = next(one for one in shown.said.events if one.title == "New host")
    page.forms.edit_event(event)
    form = form_of(page)
    form.ends.show_day(date(2026, 5, 1))
    qtbot.keyClick(form, Qt.Key.Key_Return, CONTROL)
    assert "ends before it begins" in form.ends.accessibleDescription()
    form.ends.show_day(date(2026, 5, 20))
    qtbot.keyClick(form, Qt.Key.Key_Return, CONTROL)
    shown = page.presenter.shown
    assert shown is not None
    assert "New host" in [pause.name for pause in shown.chart.pauses]

    page.forms.edit_event(next(one for one in shown.said.events if one.title == "New host"))
    (delete,) = [
        button
        for button in form_of(page).findChildren(QPushButton)
        if button.accessibleName() == "Delete event"
    ]
    qtbot.mouseClick(delete, Qt.MouseButton.LeftButton)
    assert len(sample_desk.workspace.read(events, sample_desk.community)) == 4
    sample_desk.undo()
    assert len(sample_desk.workspace.read(events, sample_desk.community)) == 5
    qtbot.waitUntil(page.settled, timeout=20_000)


@pytest.mark.parametrize(("name", "start"), [("out.png", b"\x89PNG"), ("out.svg", b"<?xml")])
def test_the_picture_is_saved(
    sample_desk: BenchDesk, qtbot: QtBot, tmp_path: Path, name: str, start: bytes
) -> None:
    page = opened(sample_desk, qtbot)
    sample_desk.path_to_choose = tmp_path / name
    page.export()
    assert (tmp_path / name).read_bytes().startswith(start)
    assert sample_desk.said == [f"Saved as {name}."]


@pytest.mark.parametrize("name", ["out.pdf", "out"])
def test_a_picture_is_never_written_under_another_ending(
    sample_desk: BenchDesk, qtbot: QtBot, tmp_path: Path, name: str
) -> None:
    page = opened(sample_desk, qtbot)
    sample_desk.path_to_choose = tmp_path / name
    page.export()
    assert not (tmp_path / name).exists()
    assert "cannot be saved" in str(sample_desk.told[0])


def test_a_picture_that_cannot_be_saved_is_told(
    sample_desk: BenchDesk, qtbot: QtBot, tmp_path: Path
) -> None:
    page = opened(sample_desk, qtbot)
    sample_desk.path_to_choose = tmp_path / "missing" / "out.png"
    page.export()
    assert "does not exist" in str(sample_desk.told[0])


def test_the_words_may_be_copied(sample_desk: BenchDesk, qtbot: QtBot) -> None:
    page = opened(sample_desk, qtbot)
    page.copy_words()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("September compared with March\nPsychological safety (likely real): ")
    assert "That alone does not show that one led to the other." in copied
    assert "People who feel at home may simply come more often." in copied
    assert "Welch's t interval for two means (March n 31, September n 38)" in copied
    assert "Higher than in March" in copied or "Probably higher than in March" in copied


def test_nothing_yet_teaches(desk: BenchDesk, qtbot: QtBot) -> None:
    page = opened(desk, qtbot)
    assert page.stack.currentIndex() == 1
    assert not page.filters.isVisible()
    assert not page._save.isEnabled()
    page.as_table()
    assert not page.chart.as_table


def test_a_first_wave_is_one_point_and_no_claim(desk: BenchDesk, qtbot: QtBot) -> None:
    take(desk, "March", date(2026, 3, 1), [1, 2, 3, 1, 2, 3])
    page = opened(desk, qtbot)
    shown = page.presenter.shown
    assert shown is not None
    (reading,) = shown.said.readings
    assert (reading.chip, reading.sentence) == (
        "first wave",
        "This is a starting point, not a result.",
    )
    assert reading.why == "A trend needs two waves, and a trend test five."


def test_a_hidden_wave_is_a_gap_that_tells_no_number(desk: BenchDesk, qtbot: QtBot) -> None:
    take(desk, "March", date(2026, 3, 1), [1, 2, 3, 2] * 3)
    take(desk, "June", date(2026, 6, 1), [1, 2, 3])
    page = opened(desk, qtbot)
    page.as_table()
    table = page.chart._table
    assert table is not None
    hidden = table.rows.rows()[1]
    assert hidden[:5] == ("Loneliness, June", "1 June 2026", "", "", "")
    assert "fewer than 5 answers" in hidden[5]
    shown = page.presenter.shown
    assert shown is not None
    assert shown.said.readings[0].chip == "not compared"


def test_old_data_opens_with_all_of_it(desk: BenchDesk, qtbot: QtBot) -> None:
    take(desk, "Long ago", date(2020, 3, 1), [1, 2, 3, 2] * 3)
    page = opened(desk, qtbot)
    assert page.range.segments.key == ALL
    page.range.segments.choose(HALF_YEAR)
    assert page.stack.currentIndex() == 2
    assert page.header.subtitle.text() == "nothing in these months"
    assert page.filters.isVisible()


def test_a_narrow_window_keeps_the_words_behind_a_button(
    sample_desk: BenchDesk, qtbot: QtBot
) -> None:
    page = opened(sample_desk, qtbot, 1024, 700)
    assert not page.reading.isVisible()
    qtbot.mouseClick(page._words, Qt.MouseButton.LeftButton)
    assert page.reading.isVisible()
    assert page.escape()
    assert not page.reading.isVisible()


def test_commands_name_what_keys_do(sample_desk: BenchDesk, qtbot: QtBot) -> None:
    page = opened(sample_desk, qtbot)
    keys = {item.label: item.keys for item in page.commands()}
    assert keys["Add event to the charts"] == "Ctrl N"
    assert keys["Show charts as a table"] == "Ctrl T"
    assert "Add note on a chart" in keys
    assert "Add open question" in keys


def test_one_chart_alone_moves_with_nothing(desk: BenchDesk, qtbot: QtBot) -> None:
    take(desk, "March", date(2026, 3, 1), [1, 2, 3, 2] * 3)
    page = opened(desk, qtbot)
    assert page.reading.note.text() == "A chart shows that something moved, not why."


def sheets_of(*, turned: bool) -> list[AnswerSheet]:
    """Forty answers to seven items, three of them reversed; with `turned` scored the wrong way."""
    made = []
    for one in range(40):
        level = 2 + one % 4
        near = [min(5, max(1, level + (one * 7 + place * 3) % 3 - 1)) for place in range(7)]
        reverse = [6 - code if place in (0, 2, 4) else code for place, code in enumerate(near)]
        made.append(AnswerSheet(tuple(near if turned else reverse)))
    return made


def test_a_key_in_question_is_told_and_nothing_is_claimed(desk: BenchDesk, qtbot: QtBot) -> None:
    for label, month, turned in (("Spring", 3, False), ("Autumn", 9, True)):
        desk.workspace.perform(
            take_wave, desk.community, "edmondson-7-agree5", label, date(2026, month, 1),
            sheets_of(turned=turned), invited=45,
        )  # fmt: skip
    page = opened(desk, qtbot)
    shown = page.presenter.shown
    assert shown is not None
    (reading,) = shown.said.readings
    assert (reading.chip, reading.tone) == ("key in question", "warn")
    assert "The key of Autumn is in question" in reading.sentence
    assert "likely" not in page.presenter.words()
    assert reading.change is None
