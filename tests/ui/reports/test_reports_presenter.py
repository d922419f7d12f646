"""The brief's presenter without Qt: choices are kept as steps, too much is told, files written."""

from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.ui.desks import BenchDesk
from workbench.foundation.errors import BadInput
from workbench.reports.brief_checks import Verdict
from workbench.reports.brief_contents import Paper, Statement
from workbench.ui.reports.brief_shown import BriefShown, Checked, Preview
from workbench.ui.reports.report_files import write_book_of
from workbench.ui.reports.reports_presenter import ReportsPresenter


class Sheet:
    """A view that remembers what it was shown."""

    def __init__(self) -> None:
        self.shown: list[BriefShown] = []
        self.checked: list[Checked] = []
        self.previews: list[Preview] = []
        self.too_little: list[int] = []

    def show_brief(self, shown: BriefShown) -> None:
        self.shown.append(shown)

    def show_checks(self, checked: Checked) -> None:
        self.checked.append(checked)

    def show_preview(self, preview: Preview) -> None:
        self.previews.append(preview)

    def show_too_little(self, sessions: int) -> None:
        self.too_little.append(sessions)


class Bench:
    """The presenter over the sample; every step reads the facts again, as the window does."""

    def __init__(self, desk: BenchDesk) -> None:
        self.desk, self.view = desk, Sheet()
        self.presenter = ReportsPresenter(desk, self.view)
        self.presenter.load()

    @property
    def now(self) -> BriefShown:
        self.presenter.load()
        return self.view.shown[-1]

    def chosen(self) -> list[str]:
        return [section.key for section in self.now.sections if section.chosen]


@pytest.fixture
def bench(sample_desk: BenchDesk) -> Bench:
    return Bench(sample_desk)


def test_the_brief_is_shown_checked_and_drawn(bench: Bench) -> None:
    shown = bench.view.shown[-1]
    assert shown.contents.headline == shown.proposed_headline
    assert shown.contents.headline.startswith("Members feel safer than in March")
    assert bench.view.checked[-1].may_go
    assert bench.view.previews[-1].pages[0].startswith(b"\x89PNG")
    assert bench.presenter.settled


def test_a_headline_is_checked_while_typed_and_kept_as_one_step(bench: Bench) -> None:
    bench.presenter.try_headline("Loneliness fell.")
    assert not bench.view.checked[-1].may_go
    assert any("too early to say" in check.sentence for check in bench.view.checked[-1].checks)
    assert bench.now.draft.headline is None
    bench.presenter.keep_headline("  We learned\n a lot. ")
    assert bench.now.contents.headline == "We learned a lot."
    bench.presenter.keep_headline("We learned a lot.")
    bench.desk.undo()
    assert bench.now.draft.headline is None


def test_the_proposed_or_an_empty_headline_is_no_own_one(bench: Bench) -> None:
    bench.presenter.keep_headline("Ours.")
    bench.presenter.load()
    bench.presenter.keep_headline(bench.now.proposed_headline)
    assert bench.now.draft.headline is None


def test_sections_are_left_out_put_back_and_moved(bench: Bench) -> None:
    assert bench.chosen() == ["headline", "measure:safety", "measure:loneliness", "figure:1",
                              "changes", "asks"]  # fmt: skip
    bench.presenter.choose_section("measure:safety", wanted=False)
    bench.presenter.load()
    bench.presenter.choose_section("attendance", wanted=True)
    assert bench.chosen() == ["headline", "measure:loneliness", "figure:1", "changes",
                              "attendance", "asks"]  # fmt: skip
    bench.presenter.move_section("attendance", -2)
    assert bench.chosen() == ["headline", "measure:loneliness", "attendance", "figure:1",
                              "changes", "asks"]  # fmt: skip
    before = bench.desk.workspace.undo_names
    bench.presenter.move_section("measure:loneliness", -1)
    bench.presenter.move_section("headline", 1)
    assert bench.desk.workspace.undo_names == before


def test_the_period_and_the_meeting(bench: Bench) -> None:
    bench.presenter.set_period(date(2026, 1, 1), date(2026, 6, 30))
    assert bench.now.contents.end == date(2026, 6, 30)
    assert "In June" in bench.now.contents.certainty
    bench.presenter.set_period(date(2026, 6, 30), date(2026, 1, 1))
    assert isinstance(bench.desk.told[-1], BadInput)
    bench.presenter.set_meeting(date(2026, 10, 21))
    assert bench.now.contents.meeting_on == date(2026, 10, 21)


def test_requests_and_changes_in_own_words(bench: Bench) -> None:
    bench.presenter.choose_section("asks", wanted=False)
    bench.presenter.load()
    bench.presenter.set_asks([Statement("One hour", "of cover")])
    assert bench.now.contents.asks == (Statement("One hour", "of cover"),)
    bench.presenter.set_changes([Statement("Ours")])
    bench.presenter.load()
    assert bench.presenter.changes() == (Statement("Ours"),)
    bench.presenter.set_changes(None)
    bench.presenter.load()
    assert len(bench.presenter.changes()) == 4


def test_a_name_keeps_the_brief_from_going(bench: Bench, tmp_path: Path) -> None:
    bench.presenter.set_asks([Statement("Thank Kofi Mensah", "")])
    bench.presenter.load()
    stops = [check for check in bench.view.checked[-1].checks if check.verdict is Verdict.STOP]
    assert [stop for stop in stops if "Kofi Mensah" in stop.sentence]
    bench.presenter.export_pdf(tmp_path / "brief.pdf")
    assert isinstance(bench.desk.told[-1], BadInput)
    assert list(tmp_path.glob("*.pdf")) == []


def test_what_is_too_long_is_said_and_shown_on_a_second_page(bench: Bench) -> None:
    bench.presenter.set_changes([Statement("A change", "told at length. " * 60)] * 5)
    bench.presenter.load()
    assert len(bench.view.previews[-1].pages) > 1
    assert any("longer than one page" in one.sentence for one in bench.view.checked[-1].checks)
    assert not bench.view.checked[-1].may_go
    bench.desk.undo()
    bench.presenter.load()
    assert bench.view.checked[-1].may_go


def test_files_are_written_under_the_right_ending(bench: Bench, tmp_path: Path) -> None:
    bench.presenter.set_paper(Paper.LETTER)
    bench.presenter.load()
    bench.presenter.export_pdf(tmp_path / "brief")
    assert PdfReader(tmp_path / "brief.pdf").pages[0].mediabox.width == 612
    for book in ("roster", "attendance", "contributions"):
        write_book_of(bench.desk, book, tmp_path / book)
        assert (tmp_path / f"{book}.xlsx").stat().st_size > 5000
    assert bench.desk.said[-1] == "Written to contributions.xlsx."


def test_a_folder_that_is_gone_is_told(bench: Bench, tmp_path: Path) -> None:
    bench.presenter.export_pdf(tmp_path / "no" / "brief.pdf")
    assert "does not exist" in str(bench.desk.told[-1])


def test_sharper_pictures_only_where_the_sharpness_changes(bench: Bench) -> None:
    drawn = len(bench.view.previews)
    bench.presenter.sharpen(96.0)
    assert len(bench.view.previews) == drawn
    bench.presenter.sharpen(144.0)
    assert bench.view.previews[-1].ppi == 144.0


def test_a_new_community_is_told_what_a_brief_needs(desk: BenchDesk) -> None:
    view = Sheet()
    presenter = ReportsPresenter(desk, view)
    presenter.load()
    assert view.too_little == [0]
    assert view.shown == []
    assert presenter.settled
