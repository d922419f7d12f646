"""Reading comments: the warning first, a yes or no to each and to what is taken out of it."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.desks import BenchDesk
from workbench.foundation.words import CommentDecision
from workbench.rosters.actions import add_people
from workbench.rosters.rules import PersonDraft
from workbench.surveys.actions import take_wave
from workbench.surveys.answers import AnswerSheet
from workbench.surveys.comment_queries import comments_read, wave_comments
from workbench.ui.kit.dialog import Dialog
from workbench.ui.kit.inputs import TextArea
from workbench.ui.kit.text import Text
from workbench.ui.surveys.comments_page import CommentsPage

SHEETS = [AnswerSheet((n % 3 + 1, (n // 2) % 3 + 1, (n // 3) % 3 + 1)) for n in range(14)]
TOLD = "Ama and I met in 412"


@pytest.fixture
def wave(desk: BenchDesk) -> int:
    drafts = [PersonDraft(name="Ama Boateng"), PersonDraft(name="Jonas Weber")]
    desk.workspace.perform(add_people, desk.community, drafts)
    texts = [TOLD, *(f"Words {'abcdefghijk'[n]}" for n in range(10))]
    day = date(2026, 6, 16)
    taken = desk.workspace.perform(
        take_wave, desk.community, "ucla-3", "June", day, SHEETS, comments=texts
    )
    return taken.value


def opened(desk: BenchDesk, wave: int) -> CommentsPage:
    page = desk.open(CommentsPage)
    assert isinstance(page, CommentsPage)
    page.arrive(wave=wave)
    return page


def said(page: CommentsPage) -> str:
    return "\n".join(text.text() for text in page.findChildren(Text) if text.isVisibleTo(page))


def test_the_warning_comes_before_any_word(desk: BenchDesk, wave: int) -> None:
    page = opened(desk, wave)
    assert "Before you read" in said(page)
    assert not page.cards
    assert "412" not in said(page)
    QTest.keyClick(page.read_button, Qt.Key.Key_Space)
    assert len(page.cards) == 11
    assert "412" in said(page)
    page.arrive(wave=wave)
    assert not page.cards


def test_each_suggestion_has_its_own_yes_or_no(desk: BenchDesk, wave: int) -> None:
    page = opened(desk, wave)
    page.begin()
    card = next(card for card in page.cards if card.checks)
    assert [check.text() for check in card.checks] == [
        "Take out “Ama”: it looks like a name", "Take out “412”: it looks like a number",
    ]  # fmt: skip
    assert not card.accepted
    QTest.keyClick(card.checks[0], Qt.Key.Key_Space)
    QTest.keyClick(card.show_button, Qt.Key.Key_Space)
    texts = {row.text: row.decision for row in desk.workspace.read(comments_read, wave)}
    assert texts["[name] and I met in 412"] is CommentDecision.SHOWN
    assert TOLD not in texts


def test_all_by_keys_and_the_order_stays_under_the_hands(
    desk: BenchDesk, wave: int, qtbot: QtBot
) -> None:
    page = opened(desk, wave)
    page.begin()
    order = [card.shown.row.key for card in page.cards]
    qtbot.waitUntil(page.cards[0].show_button.hasFocus)
    for place in range(11):
        assert desk.workspace.read(wave_comments, wave) == [] or place >= 10
        button = page.cards[place].show_button if place else page.cards[0].hold_button
        QTest.keyClick(button, Qt.Key.Key_Space)
        assert [card.shown.row.key for card in page.cards] == order
    assert len(desk.workspace.read(wave_comments, wave)) == 10
    qtbot.waitUntil(lambda: "10 comments are let through. They are shown" in said(page))
    assert page.header.subtitle.text() == "all read"


def test_other_words_replace_what_stood_there(desk: BenchDesk, wave: int) -> None:
    page = opened(desk, wave)
    page.begin()
    page.rewrite(page.cards[0].shown)
    dialog = next(each for each in page.window().findChildren(Dialog) if each.isVisible())
    dialog.findChildren(TextArea)[0].setPlainText("Said otherwise")
    dialog.accept()
    assert page.cards[0].shown.row.text == "Said otherwise"
    assert page.cards[0].shown.row.decision is CommentDecision.SHOWN


def test_without_comments_it_says_why(desk: BenchDesk) -> None:
    page = desk.open(CommentsPage)
    assert isinstance(page, CommentsPage)
    page.arrive()
    assert "No comments to read" in said(page)


def test_the_sample_is_read(sample_desk: BenchDesk) -> None:
    page = opened(sample_desk, 0)
    page.begin()
    assert len(page.cards) == 11
    assert "all read" in page.header.subtitle.text()
