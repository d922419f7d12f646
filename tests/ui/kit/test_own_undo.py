"""Ctrl+Z in a field takes its typing back; with none left it is the program's undo."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from workbench.ui.kit.capture_line import CaptureBox
from workbench.ui.kit.filters import FindField
from workbench.ui.kit.inputs import LineInput, TextArea

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.mark.parametrize("make", [LineInput, TextArea, lambda: CaptureBox().line])
def test_typing_first_then_the_program(qtbot: QtBot, make: Callable[[], QWidget]) -> None:
    field, undone = make(), []
    window = QWidget()
    QVBoxLayout(window).addWidget(field)
    QShortcut(QKeySequence("Ctrl+Z"), window).activated.connect(lambda: undone.append("step"))
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    field.setFocus()
    qtbot.keyClicks(field, "ab")
    qtbot.keyClick(field, Qt.Key.Key_Z, CONTROL)
    assert not undone
    while not undone:
        qtbot.keyClick(field, Qt.Key.Key_Z, CONTROL)
    text = field.toPlainText() if isinstance(field, TextArea) else field.property("text")
    assert (text, undone) == ("", ["step"])


def test_a_find_field_never_keeps_it(qtbot: QtBot) -> None:
    field, undone = FindField(), []
    window = QWidget()
    QVBoxLayout(window).addWidget(field)
    QShortcut(QKeySequence("Ctrl+Z"), window).activated.connect(lambda: undone.append("step"))
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    field.setFocus()
    qtbot.keyClicks(field, "ab")
    qtbot.keyClick(field, Qt.Key.Key_Z, CONTROL)
    assert (field.text(), undone) == ("ab", ["step"])
