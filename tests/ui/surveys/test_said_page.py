"""You said, we did: lines by keys for a closed wave, undone, and the sheet as a PDF."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.desks import BenchDesk, settle
from workbench.communities.said_queries import said_of
from workbench.surveys.queries import waves
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.text import Text
from workbench.ui.surveys.results_page import ResultsPage
from workbench.ui.surveys.said_form import SaidForm
from workbench.ui.surveys.said_page import SaidPage

CTRL = Qt.KeyboardModifier.ControlModifier


def opened(desk: BenchDesk) -> SaidPage:
    page = desk.open(SaidPage)
    assert isinstance(page, SaidPage)
    return page


def form_of(page: SaidPage) -> SaidForm:
    return [form for form in page.window().findChildren(SaidForm) if form.isVisible()][-1]


def said(page: SaidPage) -> str:
    return "\n".join(text.text() for text in page.findChildren(Text))


def test_a_line_is_written_by_keys(sample_desk: BenchDesk, tmp_path: Path) -> None:
    page = opened(sample_desk)
    page.new_item()
    form = form_of(page)
    QTest.keyClick(form, Qt.Key.Key_Return, CTRL)
    assert "What was said?" in form.said.accessibleDescription()
    QTest.keyClicks(form.said, "More time in threes")
    QTest.keyClick(form.said, Qt.Key.Key_Tab)
    QTest.keyClicks(form.did, "Two rounds of three")
    QTest.keyClicks(form.done_on, "24 Sep 2026")
    QTest.keyClick(form, Qt.Key.Key_Return, CTRL)
    assert "Two rounds of three" in said(page)
    assert "24 September 2026" in said(page)
    sample_desk.path_to_choose = tmp_path / "wall"
    page.paper.pick("us-letter")
    page.export()
    assert (tmp_path / "wall.pdf").read_bytes().startswith(b"%PDF")


def test_a_line_is_changed_deleted_and_brought_back(sample_desk: BenchDesk) -> None:
    page = opened(sample_desk)
    page.new_item()
    form = form_of(page)
    form.said.setPlainText("Screens")
    form.accept()
    assert page.presenter.shown is not None
    assert len(page.presenter.shown.lines) == 4
    line = page.presenter.shown.lines[-1]
    assert "Not done yet" in said(page)
    page._open_form(line)
    again = form_of(page)
    assert again.said.toPlainText() == "Screens"
    again.did.setPlainText("A second screen")
    again.accept()
    assert page.presenter.shown.lines[-1].did == "A second screen"
    page.presenter.delete(line)
    assert len(page.presenter.shown.lines) == 3
    sample_desk.undo()
    assert len(page.presenter.shown.lines) == 4


def test_both_waves_of_one_form_lead_to_the_same_lines(sample_desk: BenchDesk) -> None:
    page = opened(sample_desk)
    both = [
        wave.id
        for wave in sample_desk.workspace.read(waves, sample_desk.community)
        if wave.label == "September"
    ]
    numbers = set()
    for wave in both:
        page.arrive(wave=wave)
        numbers.add(page.presenter.wave_id)
    assert len(both) == 2
    assert len(numbers) == 1
    page.waves.pick(page.waves.itemData(1))
    assert page.presenter.wave_id not in numbers


def test_without_a_closed_wave_nothing_can_be_added(desk: BenchDesk) -> None:
    page = opened(desk)
    page.new_item()
    page.export()
    assert not page.window().findChildren(SaidForm)
    assert desk.workspace.read(said_of, desk.community, 0) == []


def test_results_lead_to_comments_and_to_what_was_done(sample_desk: BenchDesk) -> None:
    page = sample_desk.open(ResultsPage)
    assert isinstance(page, ResultsPage)
    assert not [b for b in page.findChildren(Button) if b.label == "Decide on comments"]
    assert "None is kept" in " ".join(text.text() for text in page.words.findChildren(Text))
    assert "Decide on comments" not in {item.label for item in page.commands()}
    rows = sample_desk.workspace.read(waves, sample_desk.community)
    wave = next(
        row.id for row in rows if (row.instrument_key, row.label) == ("safety-pulse", "September")
    )
    page.arrive(wave=wave)
    settle()
    for label in ("Decide on comments", "You said, we did"):
        buttons = [b for b in page.findChildren(Button) if b.label == label]
        assert len(buttons) == 1
        buttons[0].click()
    assert sample_desk.went == [("comments", {"wave": wave}), ("said", {"wave": wave})]


def test_the_choice_of_a_wave_is_wide_enough_for_its_name(sample_desk: BenchDesk) -> None:
    page = opened(sample_desk)
    longest = max(
        page.waves.fontMetrics().horizontalAdvance(page.waves.itemText(place))
        for place in range(page.waves.count())
    )
    assert page.waves.width() >= longest + 20
    assert page.waves.toolTip() == ""
