"""Controls with the keyboard: segments, steppers, forms, dialogs, toasts, the focus ring."""

from datetime import date

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from workbench.foundation.errors import BadInput
from workbench.ui.kit.buttons import Button, IconButton
from workbench.ui.kit.dialog import Dialog, ask
from workbench.ui.kit.filters import FilterMenu, FindField, Segments
from workbench.ui.kit.flow import flow_of
from workbench.ui.kit.focus_ring import FocusRing
from workbench.ui.kit.forms import Field, Form
from workbench.ui.kit.inputs import Check, Choice, DateInput, LineInput, Stepper, Switch
from workbench.ui.kit.text import Span, Text
from workbench.ui.kit.toast import Toast
from workbench.ui.theme import apply_look, made_look


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    QVBoxLayout(made)
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    made.activateWindow()
    qtbot.waitActive(made)
    return made


def put(window: QWidget, *widgets: QWidget) -> None:
    layout = window.layout()
    assert layout is not None
    for widget in widgets:
        layout.addWidget(widget)
        widget.show()


def test_segments_move_with_arrows_and_say_what_holds(window: QWidget, qtbot: QtBot) -> None:
    segments = Segments([("all", "All"), ("new", "New")])
    segments.show_counts({"all": 48, "new": 4})
    put(window, segments)
    told: list[str] = []
    segments.chosen.connect(told.append)
    qtbot.keyClick(segments, Qt.Key.Key_Right)
    qtbot.keyClick(segments, Qt.Key.Key_Right)
    assert told == ["new"]
    assert segments.accessibleDescription() == "New"
    segments.offer([("old", "Old")])
    assert segments.key == "old"


def test_find_field_clears_with_escape_first(window: QWidget, qtbot: QtBot) -> None:
    field = FindField()
    put(window, field)
    qtbot.keyClicks(field, "ana")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""


def test_filter_menu_shows_what_holds(window: QWidget) -> None:
    menu = FilterMenu("Department", lambda: [("1", "Sales")])
    put(window, menu)
    menu.choose("1")
    assert (menu.label, menu.key) == ("Sales", "1")
    menu.choose("")
    assert menu.label == "Department"


def test_stepper_types_steps_and_stays_within_bounds(window: QWidget, qtbot: QtBot) -> None:
    stepper = Stepper(5, 5, 90, name="Minutes")
    put(window, stepper)
    qtbot.keyClick(stepper, Qt.Key.Key_Down)
    assert stepper.value == 5
    qtbot.keyClicks(stepper, "42")
    assert stepper.value == 42
    qtbot.keyClick(stepper, Qt.Key.Key_Plus)
    assert (stepper.value, stepper.accessibleDescription()) == (43, "43")


def test_choice_keeps_the_wheel_for_the_page_and_tells_picks_only() -> None:
    choice = Choice([("a", "Apple"), ("b", "Bread")], "b")
    told: list[str] = []
    choice.picked.connect(told.append)
    choice.offer([("a", "Apple"), ("b", "Bread"), ("c", "Cake")], "c")
    assert (choice.key, told) == ("c", [])
    choice.pick("a")
    assert told == ["a"]
    choice.deleteLater()


def test_optional_date_is_emptied_by_delete(window: QWidget, qtbot: QtBot) -> None:
    field = DateInput(date(2026, 10, 15), optional=True)
    put(window, field)
    assert (field.day, field.text()) == (date(2026, 10, 15), "15 Oct 2026")
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    assert field.day is None


def test_controls_have_names_and_room_for_a_finger(window: QWidget) -> None:
    controls: list[QWidget] = [
        Button("Add", icon="plus"), IconButton("close", "Close panel"), Switch("Motion"),
        Check("Ticked"), Stepper(1, name="n"), Button("See all", kind="link"),
    ]  # fmt: skip
    put(window, *controls)
    for control in controls:
        assert control.accessibleName(), type(control)
        assert control.sizeHint().height() >= 24
        assert control.sizeHint().width() >= 24


def test_form_shows_the_problem_at_its_field(window: QWidget) -> None:
    name = LineInput()
    form = Form(Field("Name", name, key="name"))
    put(window, form)
    assert form.show_problem(BadInput("It is empty.", "Type one.", field="name"))
    assert name.hasFocus()
    assert name.accessibleDescription() == "It is empty. Type one."
    assert name.property("wrong") is True
    assert not form.show_problem(ValueError("other"))
    assert name.property("wrong") is False


def press(widget: QWidget, key: Qt.Key, keys: Qt.KeyboardModifier) -> None:
    QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyPress, key, keys))


def test_dialog_escape_cancels_and_control_enter_accepts(window: QWidget) -> None:
    before = QLineEdit()
    put(window, before)
    before.setFocus()
    dialog = Dialog(window, "Add", "Add member")
    dialog.body.addWidget(LineInput())
    told: list[str] = []
    dialog.accepted.connect(lambda: told.append("accepted"))
    dialog.cancelled.connect(lambda: told.append("cancelled"))
    dialog.open()
    none = Qt.KeyboardModifier.NoModifier
    press(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    press(dialog, Qt.Key.Key_Escape, none)
    assert told == ["accepted", "cancelled"]
    assert before.hasFocus()


def test_dialog_keeps_tab_inside(window: QWidget, qtbot: QtBot) -> None:
    put(window, QLineEdit())
    dialog = Dialog(window, "Add", "Add member")
    dialog.body.addWidget(LineInput())
    dialog.open()
    for _ in range(8):
        focus = window.focusWidget()
        assert focus is not None
        assert dialog.isAncestorOf(focus)
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
    dialog.finish()


def test_asking_does_it_once_after_the_verb(window: QWidget) -> None:
    done: list[int] = []
    dialog = ask(window, "Delete?", "It cannot be undone.", "Delete", lambda: done.append(1))
    dialog.do_button.click()
    assert done == [1]


def test_toast_takes_back_and_goes(window: QWidget) -> None:
    toast = Toast(window)
    undone: list[int] = []
    toast.show_words("Added Ana.", lambda: undone.append(1))
    assert toast.isVisible()
    toast.undo.click()
    assert undone == [1]
    assert not toast.isVisible()
    toast.show_words("Only words.")
    assert not toast.undo.isVisible()
    toast.hide()


def test_ring_follows_the_focus_and_is_not_cut(window: QWidget, qapp: QApplication) -> None:
    ring = FocusRing(qapp)
    first, second = Button("One"), QLineEdit()
    put(window, flow_of(first), second)
    QApplication.processEvents()
    first.setFocus(Qt.FocusReason.TabFocusReason)
    holder = ring.parentWidget()
    assert ring.isVisible()
    assert holder is not None
    assert holder.rect().contains(ring.geometry())
    parent = first.parentWidget()
    assert parent is not None
    around, before = ring.mapToGlobal(QPoint(0, 0)), parent.pos()
    parent.move(before + QPoint(30, 20))
    assert ring.mapToGlobal(QPoint(0, 0)) == around + QPoint(30, 20), "it moves with what holds it"
    parent.move(before)
    first.clearFocus()
    first.setFocus(Qt.FocusReason.MouseFocusReason)
    assert not ring.isVisible()
    second.setFocus(Qt.FocusReason.MouseFocusReason)
    assert ring.isVisible()
    ring.forget()
    ring.deleteLater()


def test_text_wraps_spans_and_offers_what_is_cut(window: QWidget) -> None:
    wrapped = Text("one two three four five six seven eight nine ten", wrap=True)
    assert wrapped.heightForWidth(80) > wrapped.heightForWidth(400)
    spans = Text()
    spans.say_spans(Span("Drifting ", "strong"), Span("since May"))
    assert spans.text() == "Drifting since May"
    cut = Text("a rather long line of words that does not fit")
    put(window, wrapped, spans, cut)
    cut.setFixedWidth(60)
    QApplication.processEvents()
    assert cut.toolTip() == cut.text()
    cut.setFixedWidth(600)
    QApplication.processEvents()
    assert cut.toolTip() == ""


def test_controls_grow_with_the_text(window: QWidget, qapp: QApplication) -> None:
    button, field = Button("Add"), LineInput("x")
    put(window, button, field)
    small = (button.sizeHint().height(), field.sizeHint().height())
    apply_look(qapp, made_look(scale=2.0, still=True))
    large = (button.sizeHint().height(), field.sizeHint().height())
    apply_look(qapp, made_look(still=True))
    assert large[0] == 2 * small[0]
    assert large[1] > 1.8 * small[1]
