"""The Surveys page: every wave by questionnaire, one of them beside the list."""

from typing import Any

from PySide6.QtWidgets import QStackedLayout, QWidget

from workbench.foundation.text import counted
from workbench.foundation.words import WaveState
from workbench.ui.desk import Desk
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cells import Cell, ChipCell, TextCell
from workbench.ui.kit.dialog import ask
from workbench.ui.kit.empty import EmptyState
from workbench.ui.kit.menus import Item
from workbench.ui.kit.page import Page
from workbench.ui.kit.rows import Column, Section
from workbench.ui.kit.table import RowTable
from workbench.ui.surveys.surveys_presenter import (
    SurveysPresenter,
    before_closing,
    before_deleting,
    before_opening,
)
from workbench.ui.surveys.wave_form import WaveForm
from workbench.ui.surveys.wave_lines import SurveysRead, WaveLine, in_groups
from workbench.ui.surveys.wave_panel import WavePanel


class SurveysPage(Page):
    """All waves of the community."""

    name = "surveys"
    title = "Surveys"
    interests = frozenset({"surveys"})
    without_names = True

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.presenter = SurveysPresenter(desk, self)
        self._plan_wanted = False
        self.plan_button = Button(
            "New wave", self.new_item, kind="primary", icon="plus", keys="Ctrl N"
        )
        self.header.set_actions(
            Button("Import answers", self.presenter.import_answers, icon="upload"),
            primary=self.plan_button,
        )
        self.table: RowTable[WaveLine] = RowTable(
            _columns(), name=_name, key=lambda line: line.wave.id
        )
        self.table.setAccessibleName("Waves by questionnaire")
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
        """Read the waves again."""
        self.presenter.load()

    def arrive(self, wave: int = 0, plan: bool = False, **argument: Any) -> None:  # noqa: ANN401 - the page's argument
        """Select a wave, or open the form for a new one."""
        if wave:
            self.presenter.chosen_id = wave
            self.presenter.load()
        self._plan_wanted = plan
        if plan and self.settled():
            self.new_item()

    def settled(self) -> bool:
        """Whether the waves have been read."""
        return self.presenter.read is not None

    def new_item(self) -> None:
        """Open the form for a new wave."""
        read = self.presenter.read
        if read is None:
            return
        self._plan_wanted = False
        WaveForm(
            self,
            read.instruments,
            read.members,
            read.smallest,
            self.desk.clock.today(),
            self.presenter.plan,
            self.desk.tell,
        ).open()

    def commands(self) -> list[Item]:
        """What the palette offers here."""
        return [
            Item("New wave", self.new_item, icon="plus", keys="Ctrl N"),
            Item("Import answers", self.presenter.import_answers, icon="upload"),
        ]

    # what the presenter asks of the view

    def show_waves(self, read: SurveysRead, chosen: WaveLine | None) -> None:
        """Show the waves, or what the page is for where there is none."""
        waves = counted(len(read.lines), "wave", "waves")
        self.header.show_title("Surveys", waves if read.lines else "nothing asked yet")
        self.turn_to(self.stack, 0 if read.lines else 1)
        self.plan_button.setVisible(bool(read.lines))
        groups = [(Section(title, note), lines) for title, note, lines in in_groups(read.lines)]
        self.table.show_groups(groups)
        if chosen is None:
            self.hide_panel()
        else:
            blocked = self.table.blockSignals(True)
            self.table.choose(lambda line: line.wave.id == chosen.wave.id)
            self.table.blockSignals(blocked)
            self.details.show_wave(chosen)
            if not self.narrow:
                self.show_panel()
        if self._plan_wanted:
            self.new_item()

    def show_wave(self, line: WaveLine) -> None:
        """Show a wave in the panel."""
        self.details.show_wave(line)
        self.show_panel()

    # what the panel asks of the page

    def see_results(self) -> None:
        """Show the results of the wave in the panel."""
        line = self.presenter.chosen
        if line is not None:
            self.presenter.see_results(line)

    def import_answers(self) -> None:
        """Bring answers in from a file."""
        self.presenter.import_answers()

    def open_wave(self) -> None:
        """Ask, then open the planned wave."""
        line = self.presenter.chosen
        if line is not None:
            ask(
                self,
                f"Open {line.wave.label}?",
                before_opening(line),
                "Open the wave",
                lambda: self.presenter.open(line),
                grave=False,
            )

    def close_wave(self) -> None:
        """Ask, then close the open wave for good."""
        line = self.presenter.chosen
        if line is not None:
            ask(
                self,
                f"Close {line.wave.label}?",
                before_closing(line),
                "Close the wave",
                lambda: self.presenter.close(line),
            )

    def delete_wave(self) -> None:
        """Ask, then delete the wave."""
        line = self.presenter.chosen
        if line is not None:
            planned = line.wave.state is WaveState.PLANNED
            ask(
                self,
                f"Delete {line.wave.label}?",
                before_deleting(line),
                "Delete plan" if planned else "Delete the wave",
                lambda: self.presenter.delete(line),
            )

    def fit(self, width: int, *, narrow: bool) -> None:
        """Let columns leave where the width does not hold them."""
        step = next((s for s in range(3) if self.table.needed_width(s) <= width), 3)
        self.table.leave_out(step)

    def _show_chosen(self) -> None:
        line = self.presenter.chosen
        if line is not None:
            self.show_wave(line)

    def _open_chosen(self) -> None:
        """Show the results of a closed wave, the panel of any other."""
        line = self.presenter.chosen
        if line is not None and line.wave.state is WaveState.CLOSED:
            self.presenter.see_results(line)
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


def _name(line: WaveLine) -> str:
    return f"{line.instrument.title} {line.wave.label}"


def _columns() -> list[Column[WaveLine]]:
    return [
        Column("label", "Wave", lambda line: TextCell(line.wave.label), stretch=True, width=170),
        Column("when", "When", _when, width=190),
        Column("answered", "Answered", _answered, width=110, leaves=2),
        Column("mean", "Mean", lambda line: TextCell(line.mean, role="strong"), width=70),
        Column("interval", "95% interval", _interval, width=250, leaves=1),
    ]


def _when(line: WaveLine) -> Cell:
    if line.wave.state is WaveState.CLOSED:
        return TextCell(line.when, "text_2")
    tone = "warn" if line.wave.state is WaveState.OPEN else "neutral"
    return ChipCell(line.when, tone)


def _answered(line: WaveLine) -> Cell:
    return TextCell(line.answered, "text_2")


def _interval(line: WaveLine) -> Cell:
    if line.hidden:
        return TextCell(line.hidden, "text_2", icon="eye-off")
    return TextCell(line.interval, "text_2")
