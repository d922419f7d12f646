"""Words on screen: lines typed below each other stay below each other."""

import pytest
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
