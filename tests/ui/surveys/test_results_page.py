"""The results of closed waves: what is said, what stays hidden, keys, comparison, comments."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.desks import BenchDesk, settle
from tests.ui.surveys.survey_rows import closed_wave, sheets
from workbench.foundation.words import Means
from workbench.surveys.actions import take_wave
from workbench.surveys.answers import AnswerSheet
from workbench.surveys.instruments import load_instrument
from workbench.surveys.key_alarm_actions import settle_alarm
from workbench.surveys.key_store import KeyStore
from workbench.surveys.link_queries import link_keys
from workbench.surveys.queries import wave_result, waves
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.dialog import Dialog
from workbench.ui.kit.text import Text
from workbench.ui.surveys.results_notes import SettleDialog, came_in
from workbench.ui.surveys.results_page import ResultsPage

MARCH, JUNE = date(2026, 3, 24), date(2026, 6, 16)


@pytest.fixture
def keys_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> KeyStore:
    """Keys in a folder of the test instead of the ones of this computer."""
    monkeypatch.setenv("WORKBENCH_HOME", str(tmp_path / "home"))
    return KeyStore()


PULSE = load_instrument("safety-pulse")


def opened(desk: BenchDesk, wave_id: int = 0, width: int = 1440) -> ResultsPage:
    page = desk.open(ResultsPage, width, 900)
    assert isinstance(page, ResultsPage)
    if wave_id:
        page.arrive(wave=wave_id)
        settle()
    return page


def wave_of(desk: BenchDesk, instrument: str, label: str) -> int:
    rows = desk.workspace.read(waves, desk.community)
    return next(r.id for r in rows if r.instrument_key == instrument and r.label == label)


def said(within: QWidget) -> str:
    return " ".join(text.text() for text in within.findChildren(Text))


def test_september_of_the_pictures(sample_desk: BenchDesk) -> None:
    page = opened(sample_desk, wave_of(sample_desk, "safety-pulse", "September"))
    page.presenter.compare(str(wave_of(sample_desk, "safety-pulse", "March")))
    shown = page.shown
    assert shown is not None
    answered, mean, change, reading = shown.stats
    assert (answered.value, answered.of) == ("38", "of 48 (79%)")
    assert (mean.value, mean.line) == ("5.3", "95% interval 5.1 to 5.5")
    assert (change.label, change.value) == ("Change since March", "+0.4")
    assert change.line == "95% interval 0.1 to 0.7"
    assert reading.value == "Likely a real change"
    assert [line.shown_mean for line in shown.items] == [
        "5.1", "5.2", "5.3", "5.3", "5.3", "5.4", "5.7",
    ]  # fmt: skip
    assert (shown.items[0].last, shown.items[0].last_note) == ("+0.7", "a hint")
    ((title, _axis, groups),) = shown.groups
    assert title == "By department"
    assert [(line.title, line.answers, line.reason) for line in groups] == [
        ("Support", "10 answers", ""),
        ("Operations", "8 answers", ""),
        ("Engineering", "7 answers", ""),
        ("Sales", "5 answers", ""),
        ("Finance", "", "Not shown: fewer than 5 answers"),
        ("People", "", "Not shown: Finance could be worked out from it"),
    ]
    assert "Up 0.4 since March" in said(page.words)
    assert "read Sales as somewhere between 4.7 and 6.9" in said(page.words)


def test_other_waves_by_keyboard(sample_desk: BenchDesk, qtbot: QtBot) -> None:
    page = opened(sample_desk, wave_of(sample_desk, "loneliness-pulse", "September"))
    page.segments.setFocus()
    qtbot.keyClick(page.segments, Qt.Key.Key_Left)
    assert page.shown is not None
    assert (page.shown.label, page.shown.compared_label) == ("June", "March")
    qtbot.keyClick(page.segments, Qt.Key.Key_Left)
    qtbot.keyClick(page.segments, Qt.Key.Key_Left)
    assert (page.shown.label, page.shown.compared_label) == ("January", "")
    assert page.shown.stats[3].value == "A starting point"
    assert not page.legend.isVisible()


def test_how_the_items_hang_together_is_told_over_the_waves_so_far(
    sample_desk: BenchDesk,
) -> None:
    page = opened(sample_desk, wave_of(sample_desk, "safety-pulse", "September"))
    assert "over 4 waves with 128 answers: 0.64" in said(page)
    page.presenter.choose(str(wave_of(sample_desk, "safety-pulse", "March")))
    assert "over 2 waves with 57 answers: " in said(page)
    page.presenter.choose(str(wave_of(sample_desk, "safety-pulse", "January")))
    assert "Not enough answers to judge how well the items hang together." in said(page)


def test_compared_with_none(sample_desk: BenchDesk) -> None:
    page = opened(sample_desk, wave_of(sample_desk, "safety-pulse", "June"))
    page.others.pick("")
    assert page.shown is not None
    assert page.shown.stats[2].value == "–"
    assert all(line.before is None and not line.last for line in page.shown.items)


def test_comments_are_read_together(sample_desk: BenchDesk) -> None:
    page = opened(sample_desk, wave_of(sample_desk, "safety-pulse", "September"))
    page.read_comments()
    dialog = next(d for d in page.window().findChildren(Dialog) if d.isVisible())
    assert page.shown is not None
    assert len(page.shown.comments) == 11
    assert all(comment in said(dialog) for comment in page.shown.comments)
    dialog.accept()
    settle()
    assert not [d for d in page.window().findChildren(Dialog) if d.isVisible()]


def test_a_hidden_wave_says_why_and_nothing_else(desk: BenchDesk) -> None:
    wave_id = closed_wave(desk, "March", MARCH, sheets(4))
    page = opened(desk, wave_id)
    assert page.shown is not None
    assert page.shown.hidden == "Not shown: fewer than 5 answers."
    assert (page.shown.stats, page.shown.items, page.shown.counts) == ((), (), {})
    assert page.shown.hidden in said(page._hidden_place)


def test_a_hidden_wave_is_not_compared_with(desk: BenchDesk) -> None:
    closed_wave(desk, "March", MARCH, sheets(4))
    page = opened(desk, closed_wave(desk, "June", JUNE, sheets(12)))
    assert page.shown is not None
    assert page.shown.others == ()
    assert not page.others.isVisible()


def test_few_answers_are_read_as_a_stretch_and_have_no_bars(desk: BenchDesk) -> None:
    page = opened(desk, closed_wave(desk, "March", MARCH, sheets(7)))
    assert page.shown is not None
    assert "Few answers: read as somewhere between" in said(page.words)
    assert all(line.bars == () and line.ci_low is None for line in page.shown.items)
    assert page.shown.comments == ()


def test_everyone_alike_is_said_without_an_interval(desk: BenchDesk) -> None:
    page = opened(desk, closed_wave(desk, "March", MARCH, [AnswerSheet((2, 2, 2))] * 8))
    assert page.shown is not None
    assert page.shown.stats[1].line == "everyone alike, no interval"
    assert "Everyone has the same score" in said(page.words)


def test_a_wrong_key_is_the_first_thing_said(desk: BenchDesk) -> None:
    answers = [AnswerSheet((1, 3, 1)), AnswerSheet((3, 1, 3)), AnswerSheet((2, 2, 2))] * 6
    page = opened(desk, closed_wave(desk, "March", MARCH, answers))
    assert page.shown is not None
    assert any("check the key" in alarm.sentence for alarm in page.shown.alarms)
    assert page.shown.alarms[0].sentence in said(page.words)


def test_the_rows_can_be_walked_and_read_aloud(sample_desk: BenchDesk, qtbot: QtBot) -> None:
    page = opened(sample_desk, wave_of(sample_desk, "safety-pulse", "September"))
    items, departments = page.tables
    items.table.setFocus()
    qtbot.keyClick(items.table, Qt.Key.Key_Down)
    assert items.table.current_row() is not None
    first = items.table.rows.rows()[0].said
    assert first.startswith("A half-finished idea is welcome here., mean 5.1, answers 1: ")
    assert departments.table.rows.rowCount() == 6
    page.area.verticalScrollBar().setValue(0)
    departments.table.setFocus()
    for _ in range(6):
        qtbot.keyClick(departments.table, Qt.Key.Key_Down)
    place = departments.table.visualRect(departments.table.rows.index(5, 0))
    bottom = departments.table.viewport().mapTo(page.area.viewport(), place.bottomLeft())
    assert 0 <= bottom.y() <= page.area.viewport().height()


@pytest.mark.parametrize("width", [1440, 1024])
def test_the_words_are_beside_or_behind_a_button(
    sample_desk: BenchDesk, qtbot: QtBot, width: int
) -> None:
    page = opened(sample_desk, wave_of(sample_desk, "safety-pulse", "September"), width)
    wide = width == 1440
    assert page.words.isVisible() == wide
    assert page.words_button.isVisible() != wide
    if not wide:
        qtbot.mouseClick(page.words_button, Qt.MouseButton.LeftButton)
    assert page.words.isVisible()
    assert page.escape()
    assert page.words_button.isVisible()


def test_nothing_closed_yet(desk: BenchDesk) -> None:
    page = opened(desk)
    assert "No results yet" in said(page._hidden_place)
    assert not page.words.isVisible()


def test_new_wave_leads_to_the_plan(sample_desk: BenchDesk) -> None:
    page = opened(sample_desk)
    page.new_item()
    assert sample_desk.went == [("surveys", {"plan": True})]


def pulse_wave(desk: BenchDesk) -> int:
    """A wave of the safety pulse in which item 3 runs against the others."""
    taken = backwards(2)
    return desk.workspace.perform(
        take_wave, desk.community, "safety-pulse", "March", MARCH, taken
    ).value


def backwards(wrong: int, many: int = 24) -> list[AnswerSheet]:
    """People of different levels who answer one item the other way round."""
    turned = {place for place, item in enumerate(PULSE.items) if item.reversed} ^ {wrong}
    rows = []
    for person in range(many):
        codes = [min(7, max(1, 2 + person % 5 + (person + item) % 3 - 1)) for item in range(7)]
        rows.append(tuple(8 - code if at in turned else code for at, code in enumerate(codes)))
    return [AnswerSheet(row) for row in rows]


def test_a_key_in_question_is_told_beside_the_mean_and_no_item_is_read(desk: BenchDesk) -> None:
    pulse_wave(desk)
    june = desk.workspace.perform(
        take_wave, desk.community, "safety-pulse", "June", JUNE, backwards(4, 29)
    ).value
    page = opened(desk, june)
    assert page.shown is not None
    assert (page.shown.stats[1].line, page.shown.stats[1].tone) == ("check the key first", "warn")
    assert {line.last_note for line in page.shown.items} == {""}


def test_the_cursor_stays_on_the_page_when_another_wave_is_shown(desk: BenchDesk) -> None:
    march = pulse_wave(desk)
    few = [AnswerSheet((4,) * 7) for _ in range(3)]
    june = desk.workspace.perform(
        take_wave, desk.community, "safety-pulse", "June", JUNE, few
    ).value
    page = opened(desk, march)
    page.take_focus()
    for wave in (march, june, march):
        page.arrive(wave=wave)
        settle()
        focus = page.window().focusWidget()
        assert page.isAncestorOf(focus)
        assert focus.isVisible()


def test_an_alarm_waits_until_somebody_says_what_they_found(desk: BenchDesk, qtbot: QtBot) -> None:
    wave = pulse_wave(desk)
    page = opened(desk, wave)
    assert "No brief is written" in said(page.words)
    (button,) = [one for one in page.words.findChildren(Button) if "checked" in one.text()]
    button.click()
    dialog = page.window().findChild(SettleDialog)
    assert isinstance(dialog, SettleDialog)
    dialog.reason.setPlainText("ok")
    dialog.accepted.emit()
    settle()
    assert "Say in a few words" in said(dialog)
    dialog.reason.setPlainText("Compared with the paper form: right.")
    dialog.accepted.emit()
    settle()
    page.reload()
    settle()
    assert "Looked into: Compared with the paper form: right." in said(page.words)
    assert "No brief is written" not in said(page.words)


def test_how_the_answers_came_in(sample_desk: BenchDesk) -> None:
    page = opened(sample_desk, wave_of(sample_desk, "safety-pulse", "June"))
    assert page.shown is not None
    rows = sample_desk.workspace.read(waves, sample_desk.community)
    row = next(one for one in rows if one.id == page.presenter.wave_id)
    assert page.shown.came_in == tuple((means, n) for means, n in row.came_by if n)
    assert "How the answers came in" in said(page.words)


def test_few_by_one_means_are_not_told(desk: BenchDesk) -> None:
    wave = pulse_wave(desk)
    result = desk.workspace.read(wave_result, wave)
    few = ((Means.LAPTOP, 21), (Means.PAPER, 3))
    assert came_in(replace(result, wave=replace(result.wave, came_by=few))) == ()
    many = ((Means.LAPTOP, 19), (Means.PAPER, 5), (Means.FILE, 0))
    shown = came_in(replace(result, wave=replace(result.wave, came_by=many)))
    assert shown == many[:2]


def test_the_key_of_codes_can_be_destroyed(desk: BenchDesk, keys_here: KeyStore) -> None:
    linked = [replace(one, link=bytes([at]) * 80) for at, one in enumerate(backwards(2))]
    desk.workspace.perform(take_wave, desk.community, "safety-pulse", "March", MARCH, linked)
    (name,) = desk.workspace.read(link_keys, desk.community)
    keys_here.make(name)
    page = opened(desk)
    assert "pseudonymous, not anonymous" in said(page.words)
    (button,) = [one for one in page.words.findChildren(Button) if "Destroy" in one.text()]
    button.click()
    (dialog,) = page.window().findChildren(Dialog)
    dialog.accepted.emit()
    settle()
    assert keys_here.key(name) is None
    assert "The key is destroyed" in desk.said[-1]
    page.reload()
    settle()
    assert "pseudonymous" not in said(page.words)


def test_results_leave_as_a_workbook(sample_desk: BenchDesk, tmp_path: Path) -> None:
    page = opened(sample_desk, wave_of(sample_desk, "safety-pulse", "September"))
    sample_desk.path_to_choose = tmp_path / "results.xlsx"
    page.export_button.click()
    settle()
    assert sample_desk.said[-1] == "Wrote results.xlsx."
    assert (tmp_path / "results.xlsx").stat().st_size > 0


def test_nothing_to_export_before_a_wave_is_closed(desk: BenchDesk) -> None:
    page = opened(desk)
    assert page.export_button.isHidden()
    page.export()
    assert desk.said == []


def test_who_was_linked_is_told_by_three_counts(desk: BenchDesk) -> None:
    links = [bytes([at]) * 80 for at in range(24)]
    march = [replace(one, link=link) for one, link in zip(backwards(2), links, strict=True)]
    june = [replace(one, link=link) for one, link in zip(backwards(4), links, strict=True)]
    for label, day, taken in (("March", MARCH, march), ("June", JUNE, june)):
        wave = desk.workspace.perform(
            take_wave, desk.community, "safety-pulse", label, day, taken
        ).value
        (alarm,) = desk.workspace.read(wave_result, wave).open_alarms
        desk.workspace.perform(settle_alarm, wave, alarm.name, "Compared with the paper form.")
    page = opened(desk)
    assert "24 people answered both times, 0 only in March, 0 only in June" in said(page.words)
