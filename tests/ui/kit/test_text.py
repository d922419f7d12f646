"""Words on screen: lines typed below each other stay below each other."""

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from workbench.ui.kit.text import Span, Text
from workbench.ui.theme import look


@pytest.mark.usefixtures("qtbot")
def test_typed_lines_stay_lines_where_words_wrap() -> None:
    text = Text("A free wall\nSticky notes\nPens", wrap=True)
    assert text.heightForWidth(400) == 3 * look().line("body")
    assert text.sizeHint().width() == Text("Sticky notes", wrap=True).sizeHint().width()
    spans = Text(wrap=True)
    spans.say_spans(Span("A free wall\n", "strong"), Span("Sticky notes"))
    assert spans.heightForWidth(400) == 2 * look().line("body")


def test_on_one_line_they_stand_apart(qtbot: QtBot) -> None:
    text, apart = Text("A free wall\nSticky notes"), Text("A free wall Sticky notes")
    for widget in (text, apart):
        qtbot.addWidget(widget)
    assert text.sizeHint() == apart.sizeHint()


def drawn(text: Text, width: int) -> QImage:
    text.resize(width, text.sizeHint().height())
    return text.grab().toImage()


def test_a_line_of_parts_loses_whole_parts_and_shows_all_on_hover(qtbot: QtBot) -> None:
    text = Text("Session 17 · saved 09:42", by_parts=True)
    first, nothing = Text("Session 17", by_parts=True), Text("")
    for widget in (text, first, nothing):
        qtbot.addWidget(widget)
    almost = text.sizeHint().width() - 6
    assert drawn(text, almost) == drawn(first, almost)
    assert text.toolTip() == "Session 17 · saved 09:42"
    assert drawn(text, 30) == drawn(nothing, 30)
    assert drawn(text, almost + 6) != drawn(first, almost + 6)
    assert text.toolTip() == ""
