"""The Questionnaires page: listed, worded, made new by keys, taken in and saved as files."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.desks import BenchDesk
from workbench.foundation.errors import BadInput
from workbench.surveys.asking_actions import open_wave, plan_wave
from workbench.surveys.instrument_lines import problems_in
from workbench.surveys.instrument_queries import InstrumentRow, instrument_row
from workbench.surveys.instruments import instrument_keys
from workbench.surveys.wave_rules import WavePlan
from workbench.ui.kit.dialog import Dialog
from workbench.ui.kit.text import Text
from workbench.ui.surveys.instrument_form import InstrumentForm, WordingForm
from workbench.ui.surveys.instruments_page import InstrumentsPage

CTRL = Qt.KeyboardModifier.ControlModifier


def opened(desk: BenchDesk) -> InstrumentsPage:
    page = desk.open(InstrumentsPage)
    assert isinstance(page, InstrumentsPage)
    return page


def shown(page: InstrumentsPage) -> str:
    return "\n".join(text.text() for text in page.details.findChildren(Text))


def form_of(page: InstrumentsPage) -> InstrumentForm:
    return page.window().findChildren(InstrumentForm)[-1]


def stored(desk: BenchDesk, key: str) -> InstrumentRow:
    return desk.workspace.read(instrument_row, key)


def test_all_are_listed_with_their_key(desk: BenchDesk) -> None:
    page = opened(desk)
    assert len(page.presenter.rows or ()) == len(instrument_keys())
    page.arrive(key="ucla-3")
    words = shown(page)
    for part in ("no wording yet", "1  hardly ever", "from 3 to 9; higher is worse", "Licence"):
        assert part in words
    page.arrive(key="safety-pulse")
    assert "Not validated" in shown(page)
    assert "(turned round)" in shown(page)


def test_a_new_one_is_written_by_keys(desk: BenchDesk, qtbot: QtBot) -> None:
    page = opened(desk)
    page.new_item()
    form = form_of(page)
    QTest.keyClicks(form.title_input, "How we meet")
    QTest.keyClicks(form.items, "I am heard here.")
    QTest.keyClick(form.items, Qt.Key.Key_Return)
    QTest.keyClicks(form.items, "I leave unheard. (-)")
    QTest.keyClick(form, Qt.Key.Key_Return, CTRL)
    assert "between 1 and the number of items, 2" in form.at_least.accessibleDescription()
    QTest.keyClicks(form.at_least, "2")
    form.answers.setPlainText("1 = no\n2 = partly\n9 = yes")
    QTest.keyClick(form, Qt.Key.Key_Return, CTRL)
    assert "Line 2: turned round" in form.answers.accessibleDescription()
    assert form.at_least.accessibleDescription() == ""
    form.answers.setPlainText("no\n2 = partly")
    QTest.keyClick(form, Qt.Key.Key_Return, CTRL)
    assert "begin with the code" in form.answers.accessibleDescription()
    form.answers.setPlainText("1 = no\n2 = partly\n3 = yes")
    QTest.keyClick(form, Qt.Key.Key_Return, CTRL)
    row = stored(desk, "how-we-meet")
    assert [item.reversed for item in row.instrument.items] == [False, True]
    assert row.instrument.range == (1, 3)
    assert not row.instrument.validated
    assert problems_in(row.text) == ()
    assert page.presenter.chosen_key == "how-we-meet"
    assert desk.said == ["Kept how-we-meet, version 1."]


def test_a_second_one_of_that_title_is_refused(desk: BenchDesk) -> None:
    page = opened(desk)
    page.new_item()
    form = form_of(page)
    form.title_input.setText("Safety Pulse!")
    form.items.setPlainText("One.")
    form.at_least.setText("1")
    form.accept()
    assert "already" in form.title_input.accessibleDescription()


def test_a_change_is_the_next_version_and_keeps_what_is_not_shown(desk: BenchDesk) -> None:
    page = opened(desk)
    page.arrive(key="safety-pulse")
    before = stored(desk, "safety-pulse").instrument
    page.change()
    form = form_of(page)
    form.lead_in.setText("In our circle:")
    form.accept()
    row = stored(desk, "safety-pulse")
    assert (row.instrument.version, row.versions) == (3, (2, 3))
    assert row.instrument.anchors == before.anchors
    assert row.instrument.items == before.items
    assert row.instrument.lead_in == "In our circle:"


def test_wording_is_pasted_a_line_to_an_item(desk: BenchDesk) -> None:
    page = opened(desk)
    page.arrive(key="ucla-3")
    page.paste_wording()
    form = page.window().findChildren(WordingForm)[-1]
    form.texts.setPlainText("One?\nTwo?")
    form.accept()
    assert "3 items, but there are 2 lines" in form.texts.accessibleDescription()
    form.texts.setPlainText("One?\n\nTwo?\nThree?\n")
    form.accept()
    assert stored(desk, "ucla-3").instrument.has_wording
    assert "One?" in shown(page)


def test_files_go_out_and_come_in(desk: BenchDesk, tmp_path: Path) -> None:
    page = opened(desk)
    page.arrive(key="transfer-item")
    desk.path_to_choose = tmp_path / "mine"
    page.export()
    written = tmp_path / "mine.toml"
    text = written.read_text(encoding="utf-8")
    assert problems_in(text) == ()
    written.write_text(text.replace('id = "transfer-item"', 'id = "mine"'), encoding="utf-8")
    desk.path_to_choose = written
    page.take_in()
    assert page.presenter.chosen_key == "mine"
    wrong = text.replace("version = 1", "version = 0").replace("range = [", "range = [7, ")
    written.write_text(wrong, encoding="utf-8")
    page.take_in()
    dialog = next(d for d in page.window().findChildren(Dialog) if d.isVisible())
    words = "\n".join(part.text() for part in dialog.findChildren(Text))
    assert "mine.toml has 2 problems" in words
    assert "Line 2, version\nCounting starts at 1." in words
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    written.write_text(text.replace('title = "', 'title = "Other '), encoding="utf-8")
    page.take_in()
    assert isinstance(desk.told[-1], BadInput)
    assert "the next version number, 2" in str(desk.told[-1])


def test_nothing_is_changed_while_a_wave_is_open(desk: BenchDesk) -> None:
    wave = desk.workspace.perform(plan_wave, desk.community, "safety-pulse", WavePlan("May")).value
    desk.workspace.perform(open_wave, wave)
    page = opened(desk)
    page.arrive(key="safety-pulse")
    assert "Version 2 · 1 wave" in shown(page)
    page.change()
    form = form_of(page)
    form.title_input.setText("Other")
    form.accept()
    assert "The wave May of Safety pulse is open." in str(desk.told[-1])
