"""The five-minute brief on the screen: its parts, what leads where, and without a session."""

from datetime import datetime

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.desks import BenchDesk, settle
from workbench.sessions.actions import SessionDraft, add_session
from workbench.ui.kit.buttons import Button, IconButton
from workbench.ui.kit.settle_dialog import SettleDialog
from workbench.ui.kit.text import Text
from workbench.ui.reports.five_minutes_page import FiveMinutesPage
from workbench.ui.reports.five_minutes_parts import PartCard


def opened(desk: BenchDesk, width: int = 1440, height: int = 900) -> FiveMinutesPage:
    page = desk.open(FiveMinutesPage, width, height)
    assert isinstance(page, FiveMinutesPage)
    assert not desk.told
    return page


def card(page: FiveMinutesPage, title: str) -> PartCard:
    (found,) = [one for one in page.parts if one.accessibleName() == title]
    return found


def words(part: PartCard) -> str:
    return " | ".join(text.text() for text in part.findChildren(Text))


def press(part: PartCard, name: str) -> None:
    next(b for b in part.findChildren(IconButton) if b.accessibleName() == name).click()


def test_it_shows_the_coming_session(sample_desk: BenchDesk) -> None:
    page = opened(sample_desk)

    assert page.header.subtitle.text() == "Handovers that hold"
    assert [part.accessibleName() for part in page.parts] == [
        "Good to see again", "New", "Not heard yet", "Promises due", "Open questions",
        "What took longer last time",
    ]  # fmt: skip
    everything = " ".join(text.text() for text in page.findChildren(Text))
    assert "For you only" in everything
    assert "about 31 of 48 are likely to come" in everything
    assert "Tomasz Zieliński" in words(card(page, "Good to see again"))


def test_names_and_questions_lead_on(sample_desk: BenchDesk, qtbot: QtBot) -> None:
    page = opened(sample_desk)
    questions = card(page, "Open questions")
    assert "and 11 more" in words(questions)
    (show,) = [b for b in questions.findChildren(Button) if b.label == "Show all 19"]
    show.click()
    settle()
    assert "and 11 more" not in words(questions)

    press(card(page, "Good to see again"), "Show Tomasz Zieliński")
    assert sample_desk.went[-1][0] == "person"
    asked = "Who decides when a known fault is told to customers? (1\u00a0Oct)"
    next(b for b in questions.buttons() if asked in b.accessibleName()).setFocus()
    press(questions, f"Mark as answered: {asked}")
    assert sample_desk.said == ["Marked as answered."]
    settle()
    again = card(page, "Open questions")
    assert asked not in words(again)
    assert "11 more" not in words(again), "it stays whole"
    assert page.window().focusWidget() in again.buttons()
    sample_desk.undo()
    assert asked in words(card(page, "Open questions"))


def test_each_promise_due_is_asked_for(sample_desk: BenchDesk, qtbot: QtBot) -> None:
    page = opened(sample_desk)
    due = card(page, "Promises due")
    asked = [b for b in due.buttons() if b.accessibleName().startswith("Kept: ")]
    assert len(asked) == 3
    kept = next(b for b in asked if "Engineering notes" in b.accessibleName())
    kept.setFocus()
    qtbot.keyClick(kept, Qt.Key.Key_Space)
    assert sample_desk.said == ["Done: Send the Engineering notes to the 18 who missed 1 Oct"]
    settle()
    assert "Engineering notes" not in words(card(page, "Promises due"))
    assert page.window().focusWidget() in card(page, "Promises due").buttons()

    button = next(
        b for b in card(page, "Promises due").buttons()
        if b.accessibleName().startswith("Changed: Ask Tomasz")
    )  # fmt: skip
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    (dialog,) = [one for one in page.window().findChildren(SettleDialog) if one.isVisible()]
    qtbot.keyClicks(dialog.text, "Ask on the shift itself")
    dialog.due.setText("15 Oct 2026")
    qtbot.keyClick(dialog.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle()
    now = words(card(page, "Promises due"))
    assert "Ask Tomasz how" not in now
    assert "Ask on the shift itself" in now
    sample_desk.undo()
    assert "Ask Tomasz how" in words(card(page, "Promises due"))


def test_it_leads_to_paper_planner_and_live(sample_desk: BenchDesk) -> None:
    page = opened(sample_desk)
    page.arrive(session=18)
    page.export()
    for item in page.commands()[:2]:
        item.pressed()

    assert sample_desk.went == [
        ("prints", {"session": 18, "sheet": "five-minutes"}),
        ("prints", {"session": 18, "sheet": "five-minutes"}),
        ("live", {"session": 18}),
    ]


def test_without_a_session_to_come(desk: BenchDesk) -> None:
    page = opened(desk)
    assert page.header.subtitle.text() == "no session to come"
    page.export()
    assert desk.went == []

    draft = SessionDraft(title="One", starts=datetime(2026, 10, 20, 14))
    desk.do(lambda workspace: workspace.perform(add_session, desk.community, draft))

    assert page.header.subtitle.text() == "One"
    desk.undo()
    assert page.header.subtitle.text() == "no session to come"


def test_in_a_narrow_window_the_parts_stand_below_each_other(sample_desk: BenchDesk) -> None:
    page = opened(sample_desk, 1024, 700)
    lefts = {part.mapTo(page, part.rect().topLeft()).x() for part in page.parts}
    assert len(lefts) == 1
