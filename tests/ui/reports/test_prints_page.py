"""The Prints page: five prints of a session as real pages, saved, printed, without a session."""

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from tests.ui.desks import BenchDesk, settle
from tests.unit.reports.print_samples import size_of, words_of
from workbench.foundation.errors import CannotSave
from workbench.reports.prints.choices import Sheet
from workbench.rosters.actions import add_people
from workbench.rosters.rules import PersonDraft
from workbench.sessions.actions import SessionDraft, add_session, delete_session
from workbench.ui.kit import printing
from workbench.ui.kit.printing import draw_pages, set_paper
from workbench.ui.reports.prints_page import PrintsPage

Key = Qt.Key


def opened(desk: BenchDesk, width: int = 1440, height: int = 900) -> PrintsPage:
    page = desk.open(PrintsPage, width, height)
    assert isinstance(page, PrintsPage)
    assert not desk.told
    return page


def shown(page: PrintsPage) -> tuple[str, int, str]:
    """The print chosen, how many pages show, and on which paper."""
    return page.sheets.key, len(page.preview.pages._images), page.preview.pages.paper


def test_it_begins_with_the_run_sheet_of_the_coming_session(
    sample_desk: BenchDesk, qtbot: QtBot
) -> None:
    page = opened(sample_desk)
    qtbot.waitUntil(page.settled)

    assert page.header.title.text() == "Handovers that hold"
    assert page.header.subtitle.text() == "Thu 15 October 2026, 14:00 to 15:30"
    assert shown(page) == ("run", 1, "a4")
    assert "real times" in page.about.text()
    name = page.preview._area.accessibleName()
    assert name == "Run sheet of Handovers that hold, as it will be printed"


@pytest.mark.parametrize(
    ("sheet", "pages", "paper"),
    [("agenda", 1, "a4"), ("cue", 1, "a5"), ("sign-in", 2, "a4"), ("five-minutes", 1, "a4")],
)
def test_each_print_shows(
    sample_desk: BenchDesk, qtbot: QtBot, sheet: str, pages: int, paper: str
) -> None:
    page = opened(sample_desk)
    page.arrive(session=17, sheet=sheet)
    qtbot.waitUntil(page.settled)

    assert shown(page) == (sheet, pages, paper)
    assert page.cue.isVisible() == (sheet == "cue")
    assert page.blank.isVisible() == (sheet == "sign-in")


def test_a_long_print_shows_its_first_pages_and_is_saved_whole(
    desk: BenchDesk, tmp_path: Path
) -> None:
    drafts = [PersonDraft(name=f"First{n:04} Last{n:04}") for n in range(900)]
    desk.workspace.perform(add_people, desk.community, drafts)
    draft = SessionDraft(title="Many", starts=datetime(2026, 10, 20, 14))
    desk.workspace.perform(add_session, desk.community, draft)
    page = opened(desk)
    page.sheets.choose("sign-in")

    assert shown(page) == ("sign-in", 24, "a4")
    assert page.preview._count.text() == "The first 24 of 27 pages"
    assert "Last0003, First0003" in page.preview._area.accessibleDescription()
    desk.path_to_choose = tmp_path / "out.pdf"
    page.export()
    assert "Last0899, First0899" in words_of(desk.path_to_choose.read_bytes())[25]


def test_prints_are_turned_by_the_arrow_keys(sample_desk: BenchDesk, qtbot: QtBot) -> None:
    page = opened(sample_desk)
    page.take_focus()
    qtbot.keyClick(page.sheets, Key.Key_Right)
    assert shown(page)[0] == "agenda"
    next(item for item in page.commands() if item.label == "Show sign-in sheet").pressed()
    assert page.presenter.choice.sheet is Sheet.SIGN_IN


def test_options_change_the_pages(sample_desk: BenchDesk, tmp_path: Path) -> None:
    page = opened(sample_desk)
    sample_desk.path_to_choose = tmp_path / "out"
    page.arrive(session=17, sheet="sign-in")
    page.blank.set_value(40)
    page.order.pick("first")
    page.preview.paper_chosen.emit("us-letter")
    page.export()

    out = tmp_path / "out.pdf"
    words = " ".join(words_of(out.read_bytes()))
    assert sample_desk.said == ["Written to out.pdf."]
    assert size_of(out.read_bytes()) == (612, 792)
    assert "1 Ama Boateng" in words
    assert "+40" in words
    page.sheets.choose("cue")
    assert page.cue.currentText() == "For Ravi"
    page.cue.pick("Ruth")
    page.export()
    assert "Cue card: Ruth" in words_of(out.read_bytes())[0]
    page.cue.pick("")
    assert page.presenter.ready is not None
    assert page.presenter.ready.cue_for == ""


def test_a_file_that_cannot_be_written_is_told(sample_desk: BenchDesk, tmp_path: Path) -> None:
    page = opened(sample_desk)
    sample_desk.path_to_choose = tmp_path / "nowhere" / "out.pdf"
    page.export()

    assert [type(error) for error in sample_desk.told] == [CannotSave]
    assert sample_desk.said == []


def test_pages_go_to_the_printer(
    sample_desk: BenchDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "printed.pdf"
    asked: list[str] = []

    def without_dialog(_over: object, pages: Any, paper: str, name: str) -> bool:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(out))
        set_paper(printer, paper)
        asked.append(name)
        return draw_pages(printer, pages)

    monkeypatch.setattr(printing, "print_on_paper", without_dialog)
    page = opened(sample_desk)
    page.arrive(session=17, sheet="sign-in")
    page.print_now()

    assert asked == ["2026-10-15 Sign-in sheet, Handovers that hold"]
    assert sample_desk.said == ["Sent to the printer."]
    assert (len(words_of(out.read_bytes())), size_of(out.read_bytes())) == (2, (595, 842))


def test_without_a_session_it_leads_to_planning_one(desk: BenchDesk) -> None:
    page = opened(desk)

    assert page.settled()
    assert page.header.subtitle.text() == "no session yet"
    assert not page.bar.isVisible()
    page.export()
    page.print_now()
    assert (desk.said, desk.told) == ([], [])


def test_a_session_that_is_gone_gives_way_to_the_next(desk: BenchDesk) -> None:
    page = opened(desk)
    draft = SessionDraft(title="One", starts=datetime(2026, 10, 20, 14))
    number = desk.workspace.perform(add_session, desk.community, draft).value
    page.arrive(session=number, sheet="run")
    assert page.header.title.text() == "One"

    desk.do(lambda workspace: workspace.perform(delete_session, number))

    assert page.header.subtitle.text() == "no session yet"
    assert not desk.told
    desk.undo()
    assert page.header.title.text() == "One"


def test_the_palette_asks_for_the_coming_session(sample_desk: BenchDesk) -> None:
    page = opened(sample_desk)
    page.arrive(session=3, sheet="agenda")
    assert page.header.title.text() != "Handovers that hold"
    page.arrive(sheet="run")
    assert page.header.title.text() != "Handovers that hold"
    page.arrive(session=0, sheet="run")
    assert page.header.title.text() == "Handovers that hold"


def test_it_fits_a_narrow_window(sample_desk: BenchDesk) -> None:
    page = opened(sample_desk, 1024, 700)
    page.arrive(session=17, sheet="sign-in")
    settle()

    for widget in (page.sheets, page.order, page.blank):
        right = widget.mapTo(page, widget.rect().bottomRight()).x()
        assert right <= page.width()
