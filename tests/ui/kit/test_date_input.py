"""A date typed, stepped, chosen, and refused where it is none."""

from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QApplication, QCalendarWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.desks import settle
from workbench.ui.kit.dialog import Dialog
from workbench.ui.kit.forms import Field, Form, beside
from workbench.ui.kit.inputs import Choice, DateInput, LineInput

TUESDAY = date(2026, 10, 13)
Key = Qt.Key


@pytest.fixture
def window() -> QWidget:
    window = QWidget()
    QVBoxLayout(window)
    window.resize(700, 600)
    window.show()
    window.activateWindow()
    settle()
    return window


def placed(window: QWidget, day: date | None, *, optional: bool = False) -> DateInput:
    field, layout = DateInput(day, optional=optional, today=TUESDAY), window.layout()
    assert layout is not None
    layout.addWidget(field)
    settle()
    field.setFocus(Qt.FocusReason.TabFocusReason)
    return field


@pytest.mark.parametrize("typed", ["15 dec 2026", "15.12.2026", "2026-12-15", "15 dec"])
def test_typing_over_it(window: QWidget, qtbot: QtBot, typed: str) -> None:
    field = placed(window, None, optional=True)
    with qtbot.waitSignal(field.picked):
        qtbot.keyClicks(field, typed)
        assert field.day == date(2026, 12, 15), "read while it is typed"
        qtbot.keyClick(field, Key.Key_Return)
    assert field.text() == "15 Dec 2026"
    field.selectAll()
    qtbot.keyClick(field, Key.Key_Delete)
    assert field.day is None


def test_steps_by_days_and_months_and_begins_today(window: QWidget, qtbot: QtBot) -> None:
    field = placed(window, None, optional=True)
    told: list[date | None] = []
    field.picked.connect(lambda: told.append(field.day))
    for key in (Key.Key_Up, Key.Key_Up, Key.Key_PageUp, Key.Key_Down):
        qtbot.keyClick(field, key)
    assert told == [TUESDAY, date(2026, 10, 14), date(2026, 11, 14), date(2026, 11, 13)]
    field.show_day(date(2026, 1, 31))
    qtbot.keyClick(field, Key.Key_PageUp)
    assert (field.day, len(told)) == (date(2026, 2, 28), 5)
    field.show_day(date(2200, 12, 31))
    qtbot.keyClick(field, Key.Key_Up)
    assert field.day == date(2200, 12, 31)


def test_the_calendar_opens_by_key_and_takes_a_day(window: QWidget, qtbot: QtBot) -> None:
    field = placed(window, date(2026, 10, 15))
    qtbot.keyClick(field, Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    month = QApplication.activePopupWidget()
    assert isinstance(month, QCalendarWidget)
    assert month.selectedDate() == QDate(2026, 10, 15)
    month.activated.emit(QDate(2026, 10, 20))
    settle()
    assert field.day == date(2026, 10, 20)
    assert QApplication.activePopupWidget() is None


def test_no_day_is_said_at_the_field_and_keeps_the_dialog(window: QWidget, qtbot: QtBot) -> None:
    day, other = DateInput(TUESDAY, today=TUESDAY), LineInput()
    dialog = Dialog(window, "When", "Save")
    field = Field("Day", day)
    dialog.body.addWidget(Form(Field("Name", other), field))
    accepted: list[None] = []
    dialog.accepted.connect(lambda: accepted.append(None))
    dialog.open()
    day.setFocus()
    day.selectAll()
    qtbot.keyClicks(day, "31 Feb")
    qtbot.keyClick(day, Key.Key_Tab)
    assert day.accessibleDescription() == '"31 Feb" is not a day. Type one such as 15 Oct 2026.'
    dialog.accept()
    assert not accepted
    assert day.hasFocus()
    day.selectAll()
    qtbot.keyClicks(day, "28 Feb")
    dialog.accept()
    assert accepted
    qtbot.keyClick(day, Key.Key_Tab)
    assert day.accessibleDescription() == ""
    assert day.day == date(2027, 2, 28)
    dialog.finish()


def test_tab_reaches_everything_in_a_dialog_and_stays_in_it(window: QWidget, qtbot: QtBot) -> None:
    below = LineInput()
    layout = window.layout()
    assert layout is not None
    layout.addWidget(below)
    name, editable = LineInput(), Choice([("a", "A")])
    editable.setEditable(True)
    wanted = [name, editable, Choice([("b", "B")]), DateInput(None, optional=True), DateInput()]
    dialog = Dialog(window, "Form", "Save")
    dialog.body.addWidget(Form(Field("Name", name), beside(*wanted[1:])))
    dialog.open()
    seen = []
    for _ in range(8):
        seen.append(QApplication.focusWidget())
        focus = QApplication.focusWidget()
        assert focus is not None
        qtbot.keyClick(focus, Key.Key_Tab)
    assert seen[:5] == wanted
    assert below not in seen
    assert dialog.do_button in seen
    dialog.finish()


def test_a_dialog_that_waits_has_the_keys_all_the_same(window: QWidget, qtbot: QtBot) -> None:
    dialog, gone = Dialog(window, "Reading", "Import"), []
    dialog.do_button.setEnabled(False)
    dialog.cancelled.connect(lambda: gone.append("cancelled"))
    dialog.open()
    focus = QApplication.focusWidget()
    assert focus is dialog
    qtbot.keyClick(focus, Key.Key_Escape)
    assert gone == ["cancelled"]


def test_tab_goes_in_reading_order_whatever_was_made_first(window: QWidget, qtbot: QtBot) -> None:
    last, second, first = LineInput(), LineInput(), LineInput()
    dialog = Dialog(window, "Form", "Save")
    dialog.body.addWidget(beside(first, second))
    dialog.body.addWidget(last)
    dialog.open()
    for wanted in (first, second, last):
        assert QApplication.focusWidget() is wanted
        qtbot.keyClick(wanted, Key.Key_Tab)
    dialog.finish()


def test_the_foot_of_a_dialog_has_room_for_all_of_its_words(window: QWidget) -> None:
    dialog = Dialog(window, "Add guest", "Add guest", subtitle="Session 16", width=360)
    dialog.effect.say("Guests are welcome and never expected, whoever brings them along.")
    dialog.body.addWidget(Form(Field("Name", LineInput())))
    dialog.open()
    settle()
    effect = dialog.effect
    assert effect.height() >= effect.heightForWidth(effect.width())
    assert dialog.subtitle.y() >= dialog.title.geometry().bottom()
    inside = dialog._inside
    assert inside.height() <= dialog._area.viewport().height(), "nothing to scroll"
    dialog.finish()
