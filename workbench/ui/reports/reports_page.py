"""The Reports page: the leadership brief beside the real page, its checks, and the workbooks."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from workbench.foundation.text import counted
from workbench.reports.brief_contents import BriefContents, Paper, brief_texts
from workbench.ui.desk import Desk
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.empty import EmptyState
from workbench.ui.kit.filters import FilterBar, Segments
from workbench.ui.kit.menus import Item, pop_up
from workbench.ui.kit.page import Page, scrolled
from workbench.ui.kit.panel import clear
from workbench.ui.kit.paper_preview import PaperPreview
from workbench.ui.kit.themed import hairline
from workbench.ui.reports.brief_form import BriefForm
from workbench.ui.reports.brief_shown import BriefShown, Checked, Preview
from workbench.ui.reports.report_files import Book, write_book_of
from workbench.ui.reports.reports_presenter import ENOUGH_SESSIONS, ReportsPresenter
from workbench.ui.reports.statements_dialog import StatementsDialog
from workbench.ui.theme import look

_LEFT = 530
_MOST_CHANGES, _MOST_ASKS = 6, 4
_BOOKS: tuple[tuple[Book, str], ...] = (
    ("roster", "Roster"),
    ("attendance", "Attendance"),
    ("contributions", "Contributions"),
)


class ReportsPage(Page):
    """One page that leaders read, made from frozen figures; and workbooks for the rest."""

    name = "reports"
    title = "Reports"
    interests = frozenset(
        {"reports", "communities", "rosters", "sessions", "contributions", "impact", "surveys"}
    )
    without_names = True

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.presenter = ReportsPresenter(desk, self)
        self._export = Button("Export PDF", self.export, kind="primary", icon="download",
                              keys="Ctrl E")  # fmt: skip
        self._excel = Button("Excel", self._offer_books, icon="download", menu_arrow=True)
        self.header.set_actions(self._excel, primary=self._export)
        self._views = Segments([("write", "Contents"), ("look", "Preview")], "What to show")
        self._views.chosen.connect(lambda _: self._fit_panes())
        self._bar = FilterBar(self._views)
        self.body.addWidget(self._bar)
        self.form, self.preview = BriefForm(), PaperPreview()
        self._listen()
        holder = QWidget()
        self._stack = QStackedLayout(holder)
        self._stack.addWidget(self._panes())
        self._empty = QWidget()
        self._empty_column = QVBoxLayout(self._empty)
        self._stack.addWidget(self._empty)
        self.body.addWidget(holder, 1)
        self._fit_panes()

    def reload(self) -> None:
        """Read the facts again."""
        self.presenter.load()

    def settled(self) -> bool:
        """Whether the preview shows the brief as it is."""
        return self.presenter.settled and (self._is_empty or self.preview.resting)

    def export(self) -> None:
        """Write the brief as a PDF; what keeps it from going is told."""
        if self._is_empty:
            return
        self.form.headline.flush()
        suggested = f"{self.desk.community_name} brief.pdf"
        self.desk.choose_new_file("Export brief", suggested, self.presenter.export_pdf)

    def commands(self) -> list[Item]:
        """What the palette offers here."""
        books = [
            Item(f"Export {name.lower()} to Excel", partial(self._export_book, book), "download")
            for book, name in _BOOKS
        ]
        return [Item("Export brief as PDF", self.export, "download", "Ctrl E"), *books]

    def fit(self, width: int, *, narrow: bool) -> None:
        """Show contents and preview side by side, or one of them in a narrow window."""
        self._fit_panes()

    # what the presenter asks of the view

    def show_brief(self, shown: BriefShown) -> None:
        """Show what was chosen and what it makes."""
        self._stack.setCurrentIndex(0)
        self.form.show_brief(shown)
        self.preview.show_words(_spoken(shown.contents))
        self.header.show_title("Leadership brief", "Draft, kept in this file")
        self._fit_panes()

    def show_checks(self, checked: Checked) -> None:
        """Show the checks; the export waits for those that stop it."""
        self.form.show_checks(checked)
        self._export.setEnabled(checked.may_go)
        self._export.setToolTip("" if checked.may_go else "Waits for the checks in red")

    def show_preview(self, preview: Preview) -> None:
        """Show the pages as they will be printed."""
        self.preview.show_pages(preview.pages, preview.paper.value)

    def show_too_little(self, sessions: int) -> None:
        """Show what a brief needs and where to get it."""
        clear(self._empty_column)
        so_far = counted(sessions, "session", "sessions")
        surveys = Button("Plan a survey", lambda: self.desk.go("surveys"), kind="primary")
        self._empty_column.addWidget(
            EmptyState(
                "file-chart",
                "The page that leaders read will be made here",
                f"It needs one closed survey, or {ENOUGH_SESSIONS} sessions held; "
                f"so far there is no survey and {so_far}.",
                [surveys, Button("Mark attendance", lambda: self.desk.go("attendance"))],
            )
        )
        self.header.show_title("Reports")
        self._stack.setCurrentIndex(1)
        self._export.setEnabled(False)
        self._fit_panes()

    @property
    def _is_empty(self) -> bool:
        return self._stack.currentIndex() == 1

    def _panes(self) -> QWidget:
        panes = QWidget()
        row = QHBoxLayout(panes)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._left = scrolled(self.form)
        self._line = hairline(upright=True)
        row.addWidget(self._left)
        row.addWidget(self._line)
        row.addWidget(self.preview, 1)
        return panes

    def _listen(self) -> None:
        self.form.period.connect(self.presenter.set_period)
        self.form.meeting.connect(self.presenter.set_meeting)
        self.form.sections.toggled.connect(
            lambda key, on: self.presenter.choose_section(key, wanted=on)
        )
        self.form.sections.moved.connect(self.presenter.move_section)
        self.form.sections.edited.connect(self._edit)
        self.form.headline.tried.connect(self.presenter.try_headline)
        self.form.headline.kept.connect(self.presenter.keep_headline)
        self.preview.sharpness_wanted.connect(self.presenter.sharpen)
        self.preview.paper_chosen.connect(lambda key: self.presenter.set_paper(Paper(key)))

    def _fit_panes(self) -> None:
        narrow = self.narrow
        self._bar.setVisible(narrow and not self._is_empty)
        writing = self._views.key == "write"
        self._left.setVisible(not narrow or writing)
        self._line.setVisible(not narrow)
        self.preview.setVisible(not narrow or not writing)
        if narrow:
            self._left.setMinimumWidth(0)
            self._left.setMaximumWidth(16_777_215)
        else:
            self._left.setFixedWidth(look().px(_LEFT))

    def _edit(self, key: str) -> None:
        if key == "headline":
            self.form.headline.start()
        elif key == "asks":
            self._edit_asks()
        else:
            self._edit_changes()

    def _edit_asks(self) -> None:
        StatementsDialog(
            self,
            "What we ask of you",
            "What the readers can do, one request in each line.",
            self.presenter.asks(),
            _MOST_ASKS,
            self.presenter.set_asks,
        ).open()

    def _edit_changes(self) -> None:
        dialog = StatementsDialog(
            self,
            "What members changed at work",
            "Proposed from the stories that may be told; change them as you like.",
            self.presenter.changes(),
            _MOST_CHANGES,
            self.presenter.set_changes,
        )
        dialog.add_choice("Tell the stories again", lambda: self.presenter.set_changes(None))
        dialog.open()

    def _offer_books(self) -> None:
        items = [Item(name, partial(self._export_book, book), "table") for book, name in _BOOKS]
        pop_up(items, self._excel)

    def _export_book(self, book: Book) -> None:
        suggested = f"{self.desk.community_name} {book}.xlsx"
        write = partial(write_book_of, self.desk, book)
        self.desk.choose_new_file(f"Export {book}", suggested, write)


def _spoken(contents: BriefContents) -> str:
    """Return the page as words, section by section."""
    figures = "; ".join(f"{one.value} {one.words}" for one in contents.figures)
    parts = [f"{section}: {text}" for section, text in brief_texts(contents)]
    return "\n".join([*parts, figures, contents.certainty])
