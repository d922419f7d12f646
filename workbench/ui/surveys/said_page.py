"""You said, we did: what a survey brought up and what was done, for everybody to see."""

from typing import Any

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from workbench.communities.said_queries import SaidRow
from workbench.foundation.dates import full_date
from workbench.ui.desk import Desk
from workbench.ui.kit.buttons import Button, IconButton
from workbench.ui.kit.empty import EmptyState
from workbench.ui.kit.filters import FilterBar
from workbench.ui.kit.inputs import Choice
from workbench.ui.kit.menus import Item
from workbench.ui.kit.page import Page, scrolled
from workbench.ui.kit.panel import clear
from workbench.ui.kit.rows_card import rows_card
from workbench.ui.kit.text import Text
from workbench.ui.kit.usual_paper import keep_paper, usual_paper
from workbench.ui.surveys.said_form import SaidForm
from workbench.ui.surveys.said_presenter import SaidPresenter, ShownSaid

_WHY = (
    "People answer again when they see what their answers led to. Write down what the survey "
    "brought up, in your words, and what was done about it; the sheet hangs on the wall."
)
_LINES, _EMPTY, _NONE = 0, 1, 2


class SaidPage(Page):
    """The lines of one asking, and the sheet that is made of them."""

    name = "said"
    title = "You said, we did"
    interests = frozenset({"surveys", "communities"})

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.presenter = SaidPresenter(desk, self)
        self.header.show_way([("Surveys", lambda: desk.go("surveys"))])
        self.print_button = Button("Save as PDF", self.export, icon="download", keys="Ctrl E")
        self.add_button = Button(
            "Add a line", self.new_item, kind="primary", icon="plus", keys="Ctrl N"
        )
        self.header.set_actions(self.print_button, primary=self.add_button)
        self.waves = Choice()
        self.waves.setAccessibleName("Wave")
        self.waves.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.waves.picked.connect(lambda key: self.presenter.show_wave(int(key or 0)))
        self.paper = Choice([("a4", "A4"), ("us-letter", "Letter")])
        self.paper.setAccessibleName("Paper")
        self.paper.pick(usual_paper(desk.settings))
        self.paper.picked.connect(lambda key: keep_paper(desk, key))
        self.bar = FilterBar(self.waves, right=[self.paper])
        self.body.addWidget(self.bar)
        holder = QWidget()
        self.stack = QStackedLayout(holder)
        inside = QWidget()
        self.column = QVBoxLayout(inside)
        self.column.setContentsMargins(28, 20, 28, 20)
        self.stack.addWidget(scrolled(inside))
        add = Button("Add a line", self.new_item, icon="plus")
        self.stack.addWidget(EmptyState("speech", "Nothing is written down yet", _WHY, [add]))
        self.stack.addWidget(EmptyState("speech", "No wave is closed yet", _WHY, outline=False))
        self.body.addWidget(holder, 1)

    def reload(self) -> None:
        """Read the lines again."""
        self.presenter.load()

    def arrive(self, wave: int = 0, **_argument: Any) -> None:  # noqa: ANN401 - the page's argument
        """Show the lines of a wave."""
        if wave:
            self.presenter.show_wave(wave)

    def settled(self) -> bool:
        """Whether the lines have been read."""
        return self.presenter.loaded

    def new_item(self) -> None:
        """Open the form for a new line."""
        self._open_form(None)

    def export(self) -> None:
        """Save the sheet as a PDF."""
        from workbench.reports.brief_contents import Paper

        shown = self.presenter.shown
        if shown is None or not shown.lines:
            return
        paper = Paper(self.paper.key)
        self.desk.choose_new_file(
            "Save the sheet",
            f"You said, we did, {shown.chosen.label}.pdf",
            lambda out: self.presenter.write(paper, out),
        )

    def commands(self) -> list[Item]:
        """What the palette offers here."""
        return [
            Item("Add what was said", self.new_item, icon="plus", keys="Ctrl N"),
            Item("Save the sheet as PDF", self.export, icon="download", keys="Ctrl E"),
        ]

    # what the presenter asks of the view

    def show_said(self, shown: ShownSaid | None) -> None:
        """Show the lines of an asking, or that none is closed yet."""
        clear(self.column)
        self.bar.setVisible(shown is not None)
        self.add_button.setVisible(shown is not None)
        self.print_button.setEnabled(shown is not None and bool(shown.lines))
        if shown is None:
            self.header.show_title(self.title)
            self.turn_to(self.stack, _NONE)
            return
        self.header.show_title(self.title, shown.chosen.label)
        offered = [(str(one.waves[0].id), one.label) for one in shown.askings]
        self.waves.offer(offered, str(shown.chosen.waves[0].id))
        self.column.addWidget(rows_card(*(self._row(line) for line in shown.lines)))
        self.column.addStretch(1)
        self.turn_to(self.stack, _LINES if shown.lines else _EMPTY)

    def _row(self, line: SaidRow) -> QWidget:
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(20, 12, 12, 12)
        across.setSpacing(20)
        across.addWidget(Text(line.said, wrap=True), 1)
        did = QVBoxLayout()
        did.setSpacing(2)
        done = Text(line.did or "Not done yet", "strong" if line.did else "body",
                    "text" if line.did else "text_2", wrap=True)  # fmt: skip
        did.addWidget(done)
        if line.done_on:
            did.addWidget(Text(full_date(line.done_on), "caption", "text_3"))
        did.addStretch(1)
        across.addLayout(did, 1)
        across.addWidget(IconButton("pencil", "Change this line", lambda: self._open_form(line)))
        across.addWidget(
            IconButton("trash", "Delete this line", lambda: self.presenter.delete(line))
        )
        return row

    def _open_form(self, line: SaidRow | None) -> None:
        if self.presenter.shown is not None:
            today = self.desk.clock.today()
            SaidForm(self, self.presenter.keep, self.desk.tell, today, line).open()
