"""The Surveys page: every time of asking, whatever its questionnaires, one of them in the panel."""

from typing import Any

from PySide6.QtWidgets import QStackedLayout, QWidget

from workbench.foundation.text import counted
from workbench.foundation.words import WaveState
from workbench.surveys.asking_rules import AskedForm
from workbench.ui.desk import Desk
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cells import Cell, ChipCell, TextCell
from workbench.ui.kit.date_input import DateInput
from workbench.ui.kit.dialog import ask
from workbench.ui.kit.empty import EmptyState
from workbench.ui.kit.menus import Item
from workbench.ui.kit.page import Page
from workbench.ui.kit.rows import Column
from workbench.ui.kit.table import RowTable
from workbench.ui.kit.usual_paper import usual_paper
from workbench.ui.surveys.closing_dialog import ClosingDialog
from workbench.ui.surveys.form_printing import print_form
from workbench.ui.surveys.surveys_presenter import (
    SurveysPresenter,
    before_closing,
    before_deleting,
    before_opening,
)
from workbench.ui.surveys.wave_lines import AskingLine, SurveysRead, in_order
from workbench.ui.surveys.wave_panel import WavePanel


class SurveysPage(Page):
    """All askings of the community."""

    name = "surveys"
    title = "Surveys"
    interests = frozenset({"surveys"})
    without_names = True

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.presenter = SurveysPresenter(desk, self)
        self.plan_button = Button(
            "New wave", self.new_item, kind="primary", icon="plus", keys="Ctrl N"
        )
        self.header.set_actions(
            Button("Questionnaires", lambda: desk.go("questionnaires"), icon="book"),
            Button("Import answers", self.presenter.import_answers, icon="upload"),
            primary=self.plan_button,
        )
        self.table: RowTable[AskingLine] = RowTable(
            _columns(), name=lambda line: line.label, key=lambda line: line.asking.id
        )
        self.table.setAccessibleName("Waves, the newest first")
        self.table.chosen.connect(self.presenter.choose)
        self.table.clicked.connect(lambda _index: self._show_chosen())
        self.table.opened.connect(lambda _line: self._open_chosen())
        holder = QWidget()
        self.stack = QStackedLayout(holder)
        self.stack.addWidget(self.table)
        self.stack.addWidget(self._empty())
        self.body.addWidget(holder, 1)
        self.details = WavePanel(self)
        self.use_panel(self.details)

    def reload(self) -> None:
        """Read the askings again."""
        self.presenter.load()

    def arrive(
        self, wave: int = 0, asking: int = 0, plan: bool = False, **argument: Any  # noqa: ANN401 - the page's argument
    ) -> None:  # fmt: skip
        """Select an asking, by its number or by that of one of its waves, or plan a new one."""
        if plan:
            self.new_item()
            return
        self.presenter.chosen_id = asking or self.presenter.chosen_id
        if wave or asking:
            self.presenter.load(wave)

    def settled(self) -> bool:
        """Whether the askings have been read."""
        return self.presenter.read is not None

    def new_item(self) -> None:
        """Plan a new wave."""
        self.desk.go("survey-plan")

    def commands(self) -> list[Item]:
        """What the palette offers here."""
        return [
            Item("New wave", self.new_item, icon="plus", keys="Ctrl N"),
            Item("Import answers", self.presenter.import_answers, icon="upload"),
            Item("Questionnaires", lambda: self.desk.go("questionnaires"), icon="book"),
            Item("You said, we did", lambda: self.desk.go("said"), icon="speech"),
        ]

    # what the presenter asks of the view

    def show_askings(self, read: SurveysRead, chosen: AskingLine | None) -> None:
        """Show the askings, or what the page is for where there is none."""
        waves = counted(len(read.lines), "wave", "waves")
        self.header.show_title("Surveys", waves if read.lines else "nothing asked yet")
        self.turn_to(self.stack, 0 if read.lines else 1)
        self.plan_button.setVisible(bool(read.lines))
        self.table.show_rows(in_order(read.lines))
        if chosen is None:
            self.hide_panel()
            return
        blocked = self.table.blockSignals(True)
        self.table.choose(lambda line: line.asking.id == chosen.asking.id)
        self.table.blockSignals(blocked)
        self.details.show_asking(chosen)
        if not self.narrow:
            self.show_panel()

    def show_asking(self, line: AskingLine) -> None:
        """Show an asking in the panel."""
        self.details.show_asking(line)
        self.show_panel()

    def print_form(self, asked: AskedForm | None = None, facilitator: str = "") -> None:
        """Print a form; without one, read that of the asking in the panel first."""
        line = self.presenter.chosen
        if asked is not None:
            paper = usual_paper(self.desk.settings)
            print_form(self, self.desk, asked, facilitator, paper)
        elif line is not None:
            self.presenter.print_form(line)

    # what the panel asks of the page

    def see_results(self) -> None:
        """Show the results of the asking in the panel."""
        line = self.presenter.chosen
        if line is not None:
            self.presenter.see_results(line)

    def import_answers(self) -> None:
        """Bring answers in from a file."""
        self.presenter.import_answers()

    def go_on_planning(self) -> None:
        """Change the plan in the panel."""
        self.desk.go("survey-plan", asking=self.presenter.chosen_id)

    def start_kiosk(self) -> None:
        """Let people answer on this laptop."""
        self.desk.start_kiosk(self.presenter.chosen_id)

    def type_in_forms(self) -> None:
        """Type in what people wrote on paper."""
        self.desk.go("paper-entry", asking=self.presenter.chosen_id)

    def open_wave(self) -> None:
        """Ask, then open what is planned."""
        line = self.presenter.chosen
        if line is not None:
            ask(
                self,
                f"Open {line.label}?",
                before_opening(line),
                "Open the wave",
                lambda: self.presenter.open(line),
                grave=False,
            )

    def close_wave(self) -> None:
        """Ask once, then close all waves of the asking for good."""
        line = self.presenter.chosen
        if line is not None:
            today = self.desk.clock.today()
            day = self.presenter.day_to_give(line)
            ClosingDialog(
                self,
                f"Close {line.label}?",
                before_closing(line),
                DateInput(day, today=today) if day is not None else None,
                lambda given, done, failed: self.presenter.close(line, given, done, failed),
                self.desk.tell,
            ).open()

    def delete_wave(self) -> None:
        """Ask, then delete the asking."""
        line = self.presenter.chosen
        if line is not None:
            ask(
                self,
                f"Delete {line.label}?",
                before_deleting(line),
                "Delete plan" if line.state is WaveState.PLANNED else "Delete the wave",
                lambda: self.presenter.delete(line),
            )

    def fit(self, width: int, *, narrow: bool) -> None:
        """Let columns leave where the width does not hold them."""
        self.table.leave_out(0 if self.table.needed_width(0) <= width else 1)

    def _show_chosen(self) -> None:
        line = self.presenter.chosen
        if line is not None:
            self.show_asking(line)

    def _open_chosen(self) -> None:
        """Show the results of what is closed, the plan of what is planned, else the panel."""
        line = self.presenter.chosen
        if line is not None and line.state is WaveState.CLOSED:
            self.presenter.see_results(line)
        elif line is not None and line.state is WaveState.PLANNED:
            self.go_on_planning()
        else:
            self._show_chosen()

    def _empty(self) -> QWidget:
        return EmptyState(
            "clipboard",
            "Ask how safe and how lonely people feel",
            "Answers come in without names and are shown only for groups of five or more. Two "
            "waves show a change, five a trend.",
            [
                Button("Plan the first wave", self.new_item, kind="primary", icon="plus"),
                Button("Import answers", self.presenter.import_answers, icon="upload"),
            ],
        )


def _columns() -> list[Column[AskingLine]]:
    return [
        Column("label", "Wave", lambda line: TextCell(line.label), width=180),
        Column("when", "When", _when, width=180),
        Column("answered", "Answered", _answered, width=100, leaves=1),
        Column("result", "Questionnaires, with means", _result, width=300, stretch=True),
    ]


def _when(line: AskingLine) -> Cell:
    if line.state is WaveState.CLOSED:
        return TextCell(line.when, "text_2")
    return ChipCell(line.when, "warn" if line.state is WaveState.OPEN else "neutral")


def _answered(line: AskingLine) -> Cell:
    return TextCell(line.answered, "text_2")


def _result(line: AskingLine) -> Cell:
    if line.hidden:
        return TextCell(line.hidden, "text_2", icon="eye-off")
    return TextCell(line.result) if line.result else TextCell(line.titles, "text_2")
