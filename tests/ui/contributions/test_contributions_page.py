from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.desks import NOW, BenchDesk, settle
from workbench.contributions.actions import log_contribution
from workbench.contributions.feed_queries import FeedRow
from workbench.contributions.queries import contribution
from workbench.contributions.rules import Gift
from workbench.foundation.errors import BadInput
from workbench.foundation.words import ContributionKind as Kind
from workbench.rosters.actions import add_people
from workbench.rosters.rules import PersonDraft
from workbench.ui.contributions.contributions_page import ContributionsPage
from workbench.ui.contributions.gift_form import GiftForm
from workbench.ui.kit.text import Text

Key = Qt.Key


def opened(desk: BenchDesk, width: int = 1440, height: int = 900) -> ContributionsPage:
    page = desk.open(ContributionsPage, width, height)
    assert isinstance(page, ContributionsPage)
    assert not desk.told
    return page


def texts(page: ContributionsPage) -> list[str]:
    return [row.text for row in page.table.rows.rows()]


def form_of(page: ContributionsPage) -> GiftForm:
    (form,) = [each for each in page.window().findChildren(GiftForm) if each.isVisible()]
    return form


def select(page: ContributionsPage, giver: str) -> int:
    assert page.table.choose(lambda row: row.giver.name == giver)
    row = page.table.current_row()
    assert row is not None
    return row.id


def three_people(desk: BenchDesk) -> None:
    drafts = [PersonDraft(name=name) for name in ("Ama Boateng", "Jonas Weber", "Jide Okafor")]
    desk.workspace.perform(add_people, desk.community, drafts)


def test_the_page_shows_what_the_picture_shows(sample_desk: BenchDesk) -> None:
    page = opened(sample_desk)

    assert page.header.subtitle.text() == "349 since 22 January 2026"
    first = page.table.rows.rows()[0]
    assert (first.giver.name, first.receivers[0].name) == ("Hana Novák", "Kofi Mensah")
    assert first.text == "Showed how to tag damage photos so testers can find them"
    section = page.table.rows.line(0)
    assert getattr(section, "title", "") == "Thu 1 Oct"
    assert getattr(section, "note", "") == "Ask me anything: Engineering · 23 in all"
    assert page.into.currentText() == "1 Oct Ask me anything: Engineering"
    assert page.connections.isVisible()


def test_capture_with_keys_alone(sample_desk: BenchDesk, qtbot: QtBot) -> None:
    page = opened(sample_desk)
    page.new_item()
    line = page.capture.line
    assert page.capture.said.startswith("Kinds:")
    for typed in ("ama", "h", "jonas"):
        qtbot.keyClicks(line, typed)
        qtbot.keyClick(line, Key.Key_Tab)
    qtbot.keyClicks(line, "her two-line note #handover")
    assert line.text() == "Ama Boateng · help · Jonas Weber · her two-line note #handover"
    assert page.capture.said == (
        "Enter logs: Ama Boateng helped Jonas Weber: her two-line note #handover"
    )
    qtbot.keyClick(line, Key.Key_Return)

    assert (line.text(), sample_desk.said) == ("", ["Logged."])
    newest = page.table.rows.rows()[0]
    assert (newest.text, newest.tags) == ("her two-line note", ("handover",))
    assert page.header.subtitle.text() == "350 since 22 January 2026"
    sample_desk.undo()
    assert page.header.subtitle.text() == "349 since 22 January 2026"


def test_arrows_choose_another_offer_and_escape_puts_them_away(
    sample_desk: BenchDesk, qtbot: QtBot
) -> None:
    page = opened(sample_desk)
    page.new_item()
    line = page.capture.line
    qtbot.keyClicks(line, "okafor")
    qtbot.keyClick(line, Key.Key_Down)
    qtbot.keyClick(line, Key.Key_Return)
    assert line.text() == "Jide Okafor · "
    qtbot.keyClick(line, Key.Key_Escape)
    assert line.text() == "Jide Okafor · "
    qtbot.keyClick(line, Key.Key_Escape)
    assert line.text() == ""
    assert not sample_desk.said


def test_a_free_line_goes_in_and_a_doubtful_one_stays(sample_desk: BenchDesk, qtbot: QtBot) -> None:
    page = opened(sample_desk)
    line = page.capture.line
    line.setFocus()
    qtbot.keyClicks(line, "okafor q who decides?")
    qtbot.keyClick(line, Key.Key_Return)
    assert page.capture.said == '"okafor" may be Ben Okafor or Jide Okafor. Type more letters.'
    assert line.text() == "okafor q who decides?"
    line.setText("")
    qtbot.keyClicks(line, "ben okafor q who decides?")
    qtbot.keyClick(line, Key.Key_Return)
    assert sample_desk.said == ["Logged."]
    assert texts(page)[0] == "who decides?"


def test_a_busy_file_logs_once_and_keeps_what_is_typed_next(
    sample_desk: BenchDesk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = opened(sample_desk)
    waiting: list[tuple[Any, dict[str, Any]]] = []
    do = sample_desk.do
    monkeypatch.setattr(sample_desk, "do", lambda job, **more: waiting.append((job, more)))
    line = page.capture.line
    line.setFocus()
    qtbot.keyClicks(line, "ama q who decides?")
    qtbot.keyClick(line, Key.Key_Return)
    qtbot.keyClick(line, Key.Key_Return)
    qtbot.keyClicks(line, "jonas s")
    ((job, more),) = waiting
    do(job, **more)
    assert texts(page)[0] == "who decides?"
    assert line.text().startswith("jonas s")
    more["failed"](BadInput("Nobody here is called that.", "Type more letters."))
    assert line.text().startswith("jonas s"), "what is being typed stays"


def test_a_line_may_go_between_sessions(sample_desk: BenchDesk, qtbot: QtBot) -> None:
    page = opened(sample_desk)
    page.into.pick("")
    page.capture.start()
    qtbot.keyClicks(page.capture.line, "ama r a list of lists")
    qtbot.keyClick(page.capture.line, Key.Key_Return)

    row = page.table.rows.rows()[0]
    assert (row.text, row.session_id) == ("a list of lists", None)
    assert page.into.key == ""


def test_filters_and_find_work_together(sample_desk: BenchDesk, qtbot: QtBot) -> None:
    page = opened(sample_desk)
    page.focus_find()
    qtbot.keyClicks(page.find_field, "damage photos")
    assert texts(page)[0] == "Showed how to tag damage photos so testers can find them"
    page.filters.by_kind.choose(Kind.STORY.value)
    assert all(row.kind is Kind.STORY for row in page.table.rows.rows())
    page.find_field.clear()
    assert len(texts(page)) > 10
    page.filters.by_kind.choose("")
    session = page.filters._offer_sessions()[0][0]
    page.filters.by_session.choose(session)
    assert len(texts(page)) == 23
    page.filters.by_session.choose("")
    page.filters.by_tag.choose("Promise")
    assert {"Promise"} == {tag for row in page.table.rows.rows() for tag in row.tags}
    qtbot.keyClicks(page.find_field, "no such thing")
    assert page.count.text() == "Nothing fits."
    page.clear_filters.click()
    assert (page.find_field.text(), page.filters.by_tag.key) == ("", "")
    assert texts(page)
    assert not page.clear_filters.isVisible()


def test_earlier_sessions_are_shown_on_request(sample_desk: BenchDesk, qtbot: QtBot) -> None:
    page = opened(sample_desk)
    before = len(texts(page))
    assert page.earlier.label == "Show 4 earlier sessions"
    qtbot.mouseClick(page.earlier, Qt.MouseButton.LeftButton)
    assert len(texts(page)) == 349 > before
    assert not page.earlier.isVisible()


def test_earlier_days_between_sessions_are_called_days(desk: BenchDesk) -> None:
    three_people(desk)
    for day in range(1, 15):
        gift = Gift(giver_id=1, kind=Kind.STORY, text="x", given_on=date(2024, 3, day))
        desk.workspace.perform(log_contribution, desk.community, gift)
    page = opened(desk)
    assert page.earlier.label == "Show 2 earlier days"


def test_delete_takes_out_and_undo_brings_back(sample_desk: BenchDesk, qtbot: QtBot) -> None:
    page = opened(sample_desk)
    number = select(page, "Priya Raman")
    page.table.setFocus()
    qtbot.keyClick(page.table, Key.Key_Delete)
    assert number not in [row.id for row in page.table.rows.rows()]
    assert sample_desk.said == ["Contribution deleted."]
    below = page.table.current_row()
    assert below is not None
    assert below.giver.name == "Sofia Lindqvist"
    sample_desk.undo()
    assert number in [row.id for row in page.table.rows.rows()]


def test_enter_opens_the_form_and_saving_changes_the_gift(
    sample_desk: BenchDesk, qtbot: QtBot
) -> None:
    page = opened(sample_desk)
    number = select(page, "Hana Novák")
    page.table.setFocus()
    qtbot.keyClick(page.table, Key.Key_Return)
    form = form_of(page)
    assert form.giver.currentText() == "Hana Novák"
    assert form.to_whom.text() == "Kofi Mensah"
    form.to_whom.setText("kofi, ingrid")
    form.tags.setText("Used on 3 shifts")
    qtbot.keyClick(form, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    changed = sample_desk.workspace.read(contribution, number)
    assert (len(changed.receiver_ids), changed.tags) == (2, ("Used on 3 shifts",))
    assert sample_desk.said == ["Changed."]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("okafor", '"okafor" may be Ben Okafor, Jide Okafor. Type the whole name.'),
        ("zora", '"zora" is not known here. Type the whole name.'),
        ("hana novak", "The same person is named as giver and as receiver."),
    ],
)
def test_the_form_says_what_cannot_be(
    sample_desk: BenchDesk, qtbot: QtBot, typed: str, said: str
) -> None:
    page = opened(sample_desk)
    select(page, "Hana Novák")
    page.table.setFocus()
    qtbot.keyClick(page.table, Key.Key_Return)
    form = form_of(page)
    form.to_whom.setText(typed)
    form.accept()
    assert form.isVisible()
    assert said in form.to_whom.accessibleDescription()
    form.cancel()


def test_a_session_moves_the_day_of_a_gift(sample_desk: BenchDesk) -> None:
    page = opened(sample_desk)
    number = select(page, "Hana Novák")
    page._edit(next(row for row in page.table.rows.rows() if row.id == number))
    form = form_of(page)
    form.session.setCurrentIndex(2)
    form.accept()
    assert sample_desk.workspace.read(contribution, number).given_on == form._days[form.session.key]


def test_an_empty_page_teaches_and_the_first_line_fills_it(desk: BenchDesk, qtbot: QtBot) -> None:
    three_people(desk)
    page = opened(desk)
    assert page.header.subtitle.text() == "none yet"
    assert page.stack.currentIndex() == 1
    assert not page.filters.isVisible()
    page.new_item()
    qtbot.keyClicks(page.capture.line, "ama s a story")
    qtbot.keyClick(page.capture.line, Key.Key_Return)
    assert texts(page) == ["a story"]
    assert page.stack.currentIndex() == 0


def test_a_narrow_window_keeps_the_faces_behind_tabs(sample_desk: BenchDesk, qtbot: QtBot) -> None:
    page = opened(sample_desk, 1024, 700)
    assert page.feed_side.isVisible()
    assert not page.connections.isVisible()
    page.side.tabs.setFocus()
    qtbot.keyClick(page.side.tabs, Key.Key_Right)
    assert page.connections.isVisible()
    assert not page.feed_side.isVisible()
    assert page.escape()
    assert page.feed_side.isVisible()
    assert not page.connections.isVisible()
    assert not page.escape()


def test_the_workbook_is_written(sample_desk: BenchDesk, tmp_path: Path) -> None:
    page = opened(sample_desk)
    sample_desk.path_to_choose = tmp_path / "out.xlsx"
    page.export()
    assert sample_desk.path_to_choose.stat().st_size > 1000
    assert sample_desk.said == ["Saved as out.xlsx."]


def test_other_pages_lead_here(sample_desk: BenchDesk) -> None:
    page = opened(sample_desk)
    page.arrive(find="damage photos", log=True)
    assert page.find_field.text() == "damage photos"
    assert page.capture.line.hasFocus()
    assert texts(page)[0] == "Showed how to tag damage photos so testers can find them"
    assert next(item.label for item in page.commands()) == "Log contribution"


def test_a_question_is_marked_as_answered_and_opened_again(sample_desk: BenchDesk) -> None:
    page = opened(sample_desk)
    question = next(row for row in page.table.rows.rows() if row.kind is Kind.QUESTION)
    other = next(row for row in page.table.rows.rows() if row.kind is Kind.HELP)
    assert "Mark as answered" not in [item.label for item in page.items_for(other)]

    press(page, question, "Mark as answered")

    now = next(row for row in page.table.rows.rows() if row.id == question.id)
    assert (now.answered_on, sample_desk.said) == (NOW.date(), ["Marked as answered."])
    sample_desk.undo()
    again = next(row for row in page.table.rows.rows() if row.id == question.id)
    assert again.answered_on is None
    press(page, now, "Open the question again")
    assert sample_desk.said[-1] == "The question is open again."


def press(page: ContributionsPage, row: FeedRow, words: str) -> None:
    next(item for item in page.items_for(row) if item.label == words).pressed()


def said_in(widget: QWidget) -> str:
    settle()
    return " | ".join(text.text() for text in widget.findChildren(Text) if text.isVisible())


def test_the_spread_by_department_and_of_one_kind(sample_desk: BenchDesk, qtbot: QtBot) -> None:
    page = opened(sample_desk)
    page.side.show_face("spread")
    said = said_in(page.spread)
    assert "members gave something" in said
    assert "Corrected for the size of the group" in said
    assert "People who gave, by department" in said
    assert "Newcomers" in said
    for row in page.table.rows.rows():
        if row is not page.table.current_row():
            assert row.giver.name not in said
    before = [name for name in ("Support", "Engineering", "Sales") if name in said]
    page.spread.kind.setFocus()
    qtbot.keyClicks(page.spread.kind, "Help")
    assert page.spread.kind.hasFocus()
    now = said_in(page.spread)
    assert "Evenness over help alone" in now
    assert [name for name in ("Support", "Engineering", "Sales") if name in now] == before


def test_the_spread_repeats_nothing_of_who_helps_whom(sample_desk: BenchDesk) -> None:
    page = opened(sample_desk)
    page.side.show_face("spread")
    said = said_in(page.spread)
    assert "What is given" in said
    assert "Silo index" not in said
    assert "Help across departments" not in said
