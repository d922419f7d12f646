"""The overview of waves: planning, opening, closing and deleting with real keys and clicks."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.desks import BenchDesk, settle
from tests.ui.surveys.survey_rows import closed_wave, sheets, waiting_wave
from workbench.foundation.words import WaveState
from workbench.surveys.queries import waves
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.dialog import Dialog
from workbench.ui.surveys.surveys_page import SurveysPage
from workbench.ui.surveys.wave_form import WaveForm

MARCH = date(2026, 3, 24)


def opened(desk: BenchDesk, width: int = 1440) -> SurveysPage:
    page = desk.open(SurveysPage, width, 900)
    assert isinstance(page, SurveysPage)
    return page


def button(within: QWidget, label: str) -> Button:
    return next(b for b in within.findChildren(Button) if b.label == label and b.isVisible())


def dialog_of(page: SurveysPage) -> Dialog:
    return next(d for d in page.window().findChildren(Dialog) if d.isVisible())


def press(qtbot: QtBot, within: QWidget, label: str) -> None:
    qtbot.mouseClick(button(within, label), Qt.MouseButton.LeftButton)
    settle()


def state(desk: BenchDesk) -> list[tuple[str, WaveState]]:
    return [(row.label, row.state) for row in desk.workspace.read(waves, desk.community)]


def test_the_empty_page_teaches_and_leads_to_the_form(desk: BenchDesk, qtbot: QtBot) -> None:
    page = opened(desk)
    assert page.stack.currentIndex() == 1
    assert not page.plan_button.isVisible()
    press(qtbot, page, "Plan the first wave")
    assert isinstance(dialog_of(page), WaveForm)


def test_a_wave_is_planned_opened_closed_by_keys_and_clicks(desk: BenchDesk, qtbot: QtBot) -> None:
    page = opened(desk)
    page.new_item()
    form = dialog_of(page)
    assert isinstance(form, WaveForm)
    form.instrument.pick("loneliness-pulse")
    form.label.clear()
    qtbot.keyClicks(form.label, "Spring")
    form.invited.setFocus()
    qtbot.keyClicks(form.invited, "12")
    qtbot.keyClicks(form.change, "0,5")
    qtbot.keyClick(form.change, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert state(desk) == [("Spring", WaveState.PLANNED)]
    (row,) = desk.workspace.read(waves, desk.community)
    assert (row.invited, row.minimum_group, row.change_that_matters) == (12, 5, 0.5)
    assert desk.said == ["Planned Spring. Nobody is asked before you open it."]

    press(qtbot, page.details, "Open the wave")
    press(qtbot, dialog_of(page), "Open the wave")
    assert state(desk) == [("Spring", WaveState.OPEN)]

    press(qtbot, page.details, "Close the wave")
    question = dialog_of(page)
    qtbot.keyClick(question, Qt.Key.Key_Escape)
    settle()
    assert state(desk) == [("Spring", WaveState.OPEN)]
    press(qtbot, page.details, "Close the wave")
    press(qtbot, dialog_of(page), "Close the wave")
    assert state(desk) == [("Spring", WaveState.CLOSED)]
    assert desk.went == [("survey", {"wave": row.id})]
    assert desk.told == []


def test_what_the_panel_shows_is_what_its_buttons_act_on(desk: BenchDesk, qtbot: QtBot) -> None:
    waiting_wave(desk, answered=8)
    page = opened(desk)
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    page.new_item()
    form = dialog_of(page)
    assert isinstance(form, WaveForm)
    form.label.setText("Planned after the open one")
    form.accept()
    settle()
    chosen, selected = page.presenter.chosen, page.table.current_row()
    assert chosen is not None
    assert chosen.wave.label == "Planned after the open one"
    assert selected == chosen
    press(qtbot, page.details, "Delete plan")
    assert dialog_of(page).title.text() == "Delete Planned after the open one?"


@pytest.mark.parametrize(
    ("label", "change", "field"),
    [("", "", "label"), ("June", "much", "change_that_matters"), ("march", "", "label")],
)
def test_the_form_says_what_is_wrong_at_its_field(
    desk: BenchDesk, label: str, change: str, field: str
) -> None:
    closed_wave(desk, "March", MARCH, sheets(9))
    page = opened(desk)
    page.new_item()
    form = dialog_of(page)
    assert isinstance(form, WaveForm)
    form.label.setText(label)
    form.change.setText(change)
    form.accept()
    settle()
    assert form.isVisible()
    assert form.form.fields[field].control.accessibleDescription()
    assert desk.told == []
    assert len(state(desk)) == 1


def test_the_form_tells_what_kind_of_questionnaire_it_is(desk: BenchDesk) -> None:
    page = opened(desk)
    page.new_item()
    form = dialog_of(page)
    assert isinstance(form, WaveForm)
    assert "Ready to ask" in form.form.fields["instrument"]._hint.text()
    form.instrument.pick("ucla-3")
    assert "Only the key is here" in form.form.fields["instrument"]._hint.text()
    assert "may show nothing" in form.form.fields["invited"]._hint.text()
    assert form.least.value == 5
    form.least.set_value(4)
    assert form.least.value == 5


def test_an_open_wave_shows_rounds_and_no_figures(desk: BenchDesk, qtbot: QtBot) -> None:
    wave_id = waiting_wave(desk, answered=8)
    page = opened(desk)
    line = page.presenter.chosen
    assert line is not None
    assert line.answered == "8 of 30"
    assert line.mean == line.interval == ""
    press(qtbot, page.details, "Import answers")
    assert [kind for kind, _ in desk.brought] == ["responses"]
    page.close_wave()
    assert "8 of 30 answered" in _said(dialog_of(page))
    assert wave_id == page.presenter.chosen_id


def test_closing_below_the_minimum_says_that_nothing_will_show(desk: BenchDesk) -> None:
    waiting_wave(desk)
    page = opened(desk)
    page.close_wave()
    assert "Fewer than 5 people answered" in _said(dialog_of(page))


def test_a_wave_is_deleted_after_a_question(desk: BenchDesk, qtbot: QtBot) -> None:
    closed_wave(desk, "March", MARCH, sheets(9))
    page = opened(desk)
    press(qtbot, page.details, "Delete wave")
    question = dialog_of(page)
    assert "cannot be undone" in _said(question)
    press(qtbot, question, "Delete the wave")
    assert state(desk) == []
    assert page.stack.currentIndex() == 1
    assert not page.details.isVisible()


def test_a_hidden_wave_shows_its_reason_and_no_number(desk: BenchDesk) -> None:
    closed_wave(desk, "March", MARCH, sheets(4))
    page = opened(desk)
    words = _words(page)
    assert "Not shown: fewer than 5 answers" in words
    assert "4 of 40" not in words


def test_enter_opens_the_results(sample_desk: BenchDesk, qtbot: QtBot) -> None:
    page = opened(sample_desk)
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    line = page.presenter.chosen
    assert line is not None
    assert line.wave.label == "September"
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert sample_desk.went == [("survey", {"wave": line.wave.id})]


def test_a_narrow_window_opens_the_panel_only_when_asked(
    sample_desk: BenchDesk, qtbot: QtBot
) -> None:
    page = opened(sample_desk, 1024)
    assert not page.details.isVisible()
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert page.details.isVisible()
    assert page.escape()
    assert not page.details.isVisible()


def test_new_wave_from_another_page(desk: BenchDesk) -> None:
    page = opened(desk)
    page.arrive(plan=True)
    assert isinstance(dialog_of(page), WaveForm)


def _said(dialog: Dialog) -> str:
    from workbench.ui.kit.text import Text

    return " ".join(text.text() for text in dialog.findChildren(Text))


def _words(page: SurveysPage) -> str:
    rows = page.table.rows
    cells = [
        str(rows.data(rows.index(row, column)))
        for row in range(rows.rowCount())
        for column in range(rows.columnCount())
    ]
    return " | ".join(cells)
