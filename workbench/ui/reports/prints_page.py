"""The Prints page: five prints of a session, each shown as the real pages before it is saved."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QWidget

from workbench.reports.brief_contents import Paper
from workbench.reports.prints.choices import (
    EVERYBODY,
    MOST_BLANK_LINES,
    SHEET_NAMES,
    PrintChoice,
    Sheet,
)
from workbench.sessions.sign_in_rules import NameOrder
from workbench.ui.desk import Desk
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.empty import EmptyState
from workbench.ui.kit.filters import FilterBar, Segments
from workbench.ui.kit.inputs import Choice
from workbench.ui.kit.menus import Item
from workbench.ui.kit.page import Page, scrolled
from workbench.ui.kit.paper_preview import PaperPreview
from workbench.ui.kit.stepper import Stepper
from workbench.ui.kit.text import Text
from workbench.ui.reports.prints_presenter import Pages, PrintsPresenter

if TYPE_CHECKING:
    from workbench.reports.prints.ready import Print

_SHORT = {
    Sheet.RUN: "Run sheet",
    Sheet.AGENDA: "Agenda",
    Sheet.CUE: "Cue card",
    Sheet.SIGN_IN: "Sign-in sheet",
    Sheet.FIVE_MINUTES: "Five-minute brief",
}
_ABOUT = {
    Sheet.RUN: "Everything in the plan, with a column to write the real times.",
    Sheet.AGENDA: "For participants: times, titles, who leads, what to do before. Nothing else.",
    Sheet.CUE: "For a co-host's hand: when, first words, what to have ready.",
    Sheet.SIGN_IN: "Numbered names with a box and a line each, and blank lines for guests.",
    Sheet.FIVE_MINUTES: "For you only: it names who was away. One side.",
}
_ALL_BLOCKS = "every block"


class PrintsPage(Page):
    """One session on paper."""

    name = "prints"
    title = "Prints"
    interests = frozenset({"sessions", "communities", "rosters", "contributions"})

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.presenter = PrintsPresenter(desk, self)
        self.header.show_way([("Sessions", lambda: desk.go("sessions"))])
        self._planner = Button("Open planner", self._open_planner, icon="list")
        self._print = Button("Print", self.print_now, icon="printer")
        self._save = Button("Save PDF", self.export, kind="primary", icon="download", keys="Ctrl E")
        self.header.set_actions(self._planner, self._print, primary=self._save)
        self._make_bar()
        self.preview = PaperPreview()
        self.preview.sharpness_wanted.connect(self.presenter.sharpen)
        self.preview.paper_chosen.connect(lambda key: self.presenter.choose(paper=Paper(key)))
        holder = QWidget()
        self.stack = QStackedLayout(holder)
        self.stack.addWidget(self.preview)
        self.stack.addWidget(scrolled(self._empty()))
        self.body.addWidget(holder, 1)

    def reload(self) -> None:
        """Read the session again."""
        self.presenter.load()

    def arrive(self, session: int | None = None, sheet: str = "", **_argument: object) -> None:
        """Show a print of a session; 0 is the session that comes."""
        self.presenter.arrive(session, sheet)

    def settled(self) -> bool:
        """Whether the pages shown are those asked for."""
        return self.presenter.settled and (self.stack.currentIndex() > 0 or self.preview.resting)

    def take_focus(self) -> None:
        """Begin at the choice of the print."""
        self.sheets.setFocus()

    def export(self) -> None:
        """Save the print as a PDF."""
        ready = self.presenter.ready
        if ready is not None:
            self.desk.choose_new_file("Save PDF", ready.file_name, self.presenter.save)

    def print_now(self) -> None:
        """Print through the system."""
        from workbench.ui.kit.printing import PRINT_PPI, print_on_paper

        if self.presenter.ready is None:
            return

        def take(pages: Pages, name: str) -> None:
            self.header.progress.end()
            if print_on_paper(self, pages.images, pages.paper, name):
                self.desk.say("Sent to the printer.")

        def failed(error: Exception) -> None:
            self.header.progress.end()
            self.desk.tell(error)

        self.header.progress.begin("Making the pages for the printer")
        self.presenter.for_printer(PRINT_PPI, take, failed)

    def commands(self) -> list[Item]:
        """What the palette offers here."""
        turns = [
            Item(f"Show {words.lower()}", partial(self.sheets.choose, sheet.value), "printer")
            for sheet, words in SHEET_NAMES.items()
        ]
        return [
            Item("Save this print as PDF", self.export, "download", "Ctrl E"),
            Item("Print", self.print_now, "printer"),
            *turns,
        ]

    # what the presenter asks of the view

    def show_print(self, ready: "Print", choice: PrintChoice) -> None:
        """Show what is printed and its options."""
        self.turn_to(self.stack, 0)
        self._turn_actions(on=True)
        self.bar.show()
        self._below.show()
        self.header.show_title(ready.title, ready.when)
        self.sheets.choose(choice.sheet.value)
        self.about.say(_ABOUT[choice.sheet])
        self._offer_cue(ready)
        self.cue.setVisible(choice.sheet is Sheet.CUE)
        self.order.pick(choice.order.value)
        self._sign_in_options.setVisible(choice.sheet is Sheet.SIGN_IN)
        name = f"{SHEET_NAMES[choice.sheet]} of {ready.title}, as it will be printed"
        self.preview.show_words(ready.words, name)

    def show_pages(self, pages: Pages) -> None:
        """Show the pages as they will be printed."""
        self.preview.show_pages(pages.images, pages.paper, pages.in_all)

    def show_nothing(self) -> None:
        """Lead to where sessions are planned."""
        self.turn_to(self.stack, 1)
        self._turn_actions(on=False)
        self.bar.hide()
        self._below.hide()
        self.header.show_title("Prints", "no session yet")

    def _make_bar(self) -> None:
        self.sheets = Segments([(sheet.value, _SHORT[sheet]) for sheet in Sheet], "Which print")
        self.sheets.chosen.connect(lambda key: self.presenter.choose(sheet=Sheet(key)))
        self.cue = Choice()
        self.cue.setAccessibleName("Whose cue card")
        self.cue.picked.connect(lambda key: self.presenter.choose(cue_for=key))
        self.order = Choice([("last", "By last name"), ("first", "By first name")])
        self.order.setAccessibleName("Order of names")
        self.order.picked.connect(lambda key: self.presenter.choose(order=NameOrder(key)))
        self.blank = Stepper(
            self.presenter.choice.blank_lines, 0, MOST_BLANK_LINES, unit=" blank",
            name="Blank lines for guests",
        )  # fmt: skip
        self.blank.changed.connect(lambda lines: self.presenter.choose(blank_lines=lines))
        self._sign_in_options = QWidget()
        row = QHBoxLayout(self._sign_in_options)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.order)
        row.addWidget(self.blank)
        self.about = Text("", "caption", "text_2", wrap=True)
        self.bar = FilterBar(self.sheets, self.cue, self._sign_in_options)
        self.body.addWidget(self.bar)
        self._below = QWidget()
        line = QHBoxLayout(self._below)
        line.setContentsMargins(28, 8, 28, 8)
        line.addWidget(self.about)
        self.body.addWidget(self._below)

    def _offer_cue(self, ready: "Print") -> None:
        leads = [(lead, f"For {lead}") for lead in ready.leads]
        if ready.cue_for and ready.cue_for not in ready.leads:
            leads.insert(0, (ready.cue_for, f"For {ready.cue_for}"))
        self.cue.offer([*leads, (EVERYBODY, f"For {_ALL_BLOCKS}")], ready.cue_for)

    def _turn_actions(self, *, on: bool) -> None:
        for button in (self._planner, self._print, self._save):
            button.setEnabled(on)

    def _open_planner(self) -> None:
        if self.presenter.session is not None:
            self.desk.go("planner", session=self.presenter.session)

    def _empty(self) -> EmptyState:
        return EmptyState(
            "printer",
            "Prints of a session will appear here",
            "Run sheet, agenda for participants, cue card, sign-in sheet and your five-minute "
            "brief are made from the plan. Plan a session first.",
            [Button("Plan a session", lambda: self.desk.go("sessions", new=True), kind="primary")],
        )
