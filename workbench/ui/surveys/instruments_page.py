"""The Questionnaires page: what can be asked, each with its key, its answers and its licence."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from workbench.foundation.text import counted
from workbench.surveys.instrument_lines import Problem
from workbench.surveys.instrument_queries import InstrumentRow
from workbench.ui.desk import Desk
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cells import Cell, ChipCell, TextCell
from workbench.ui.kit.dialog import Dialog, ask
from workbench.ui.kit.flow import flow_of
from workbench.ui.kit.forms import Field
from workbench.ui.kit.menus import Item
from workbench.ui.kit.page import Page
from workbench.ui.kit.panel import DetailPanel, PanelSection
from workbench.ui.kit.rows import Column
from workbench.ui.kit.table import RowTable
from workbench.ui.kit.text import Text
from workbench.ui.surveys.instrument_form import InstrumentForm, WordingForm
from workbench.ui.surveys.instruments_presenter import InstrumentsPresenter
from workbench.ui.surveys.instruments_text_view import TextView
from workbench.ui.surveys.instruments_words import (
    before_deleting,
    scoring_words,
    state_words,
    trust_words,
    version_words,
)


class InstrumentsPage(Page):
    """All questionnaires of the program and of this workspace."""

    name = "questionnaires"
    title = "Questionnaires"
    interests = frozenset({"surveys"})

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.presenter = InstrumentsPresenter(desk, self)
        self.header.show_way([("Surveys", lambda: desk.go("surveys"))])
        self.header.set_actions(
            Button("Take in a file", self.take_in, icon="upload"),
            Button("New as text", self.new_text, icon="file"),
            primary=Button("New", self.new_item, kind="primary", icon="plus", keys="Ctrl N"),
        )
        self.table: RowTable[InstrumentRow] = RowTable(
            _columns(), name=lambda row: row.instrument.title, key=lambda row: row.instrument.id
        )
        self.table.setAccessibleName("Questionnaires")
        self.table.chosen.connect(self._choose)
        self.table.opened.connect(lambda _row: self.show_panel())
        self.body.addWidget(self.table, 1)
        self.details = DetailPanel()
        self.use_panel(self.details)

    def reload(self) -> None:
        """Read the questionnaires again."""
        self.presenter.load()

    def arrive(self, key: str = "", **_argument: Any) -> None:  # noqa: ANN401 - the page's argument
        """Show one questionnaire."""
        if key:
            self.presenter.chosen_key = key
            self.presenter.load()

    def settled(self) -> bool:
        """Whether the questionnaires have been read."""
        return self.presenter.rows is not None

    def new_item(self) -> None:
        """Open the form for a questionnaire of one's own."""
        if self.settled():
            InstrumentForm(self, self.presenter, self.desk.tell).open()

    def new_text(self) -> None:
        """Open the text of a questionnaire of one's own."""
        if self.settled():
            TextView(self, self.presenter, self.desk.tell, self.presenter.opened(None)).open()

    def as_text(self) -> None:
        """Open the one beside the list as text: one's own, or a copy of one of the program's."""
        row = self.presenter.chosen
        if row is not None and not (row.own and row.open_wave):
            TextView(self, self.presenter, self.desk.tell, self.presenter.opened(row)).open()

    def delete(self) -> None:
        """Ask, then delete the versions of the one beside the list that no wave asks."""
        row = self.presenter.chosen
        if row is not None and row.unused:
            ask(
                self,
                f"Delete {row.instrument.title}?",
                before_deleting(row),
                "Delete it",
                lambda: self.presenter.delete(row),
            )

    def change(self) -> None:
        """Open the form for the next version of the one beside the list."""
        row = self.presenter.chosen
        if row is not None:
            InstrumentForm(self, self.presenter, self.desk.tell, row).open()

    def paste_wording(self) -> None:
        """Open the form for the wording of the one beside the list."""
        row = self.presenter.chosen
        if row is not None:
            WordingForm(self, self.presenter, self.desk.tell, row).open()

    def take_in(self) -> None:
        """Take a questionnaire out of a file."""
        self.desk.choose_file("Take in a questionnaire", ("*.toml",), self.presenter.take_in)

    def export(self) -> None:
        """Save the one beside the list as a file."""
        row = self.presenter.chosen
        if row is not None:
            self.desk.choose_new_file(
                "Save this questionnaire",
                f"{row.instrument.id}.toml",
                lambda path: self.presenter.save(row, path),
            )

    def commands(self) -> list[Item]:
        """What the palette offers here."""
        return [
            Item("New questionnaire", self.new_item, icon="plus", keys="Ctrl N"),
            Item("New questionnaire as text", self.new_text, icon="file"),
            Item("Questionnaire as text", self.as_text, icon="file"),
            Item("Take in a questionnaire", self.take_in, icon="upload"),
            Item("Delete questionnaire", self.delete, icon="trash", grave=True),
            Item("Save questionnaire as a file", self.export, icon="download", keys="Ctrl E"),
        ]

    def fit(self, width: int, *, narrow: bool) -> None:
        """Let columns leave where the width does not hold them."""
        step = next((s for s in range(3) if self.table.needed_width(s) <= width), 3)
        self.table.leave_out(step)

    # what the presenter asks of the view

    def show_instruments(self, rows: Sequence[InstrumentRow], chosen: InstrumentRow | None) -> None:
        """Show all questionnaires and one of them beside the list."""
        ready = sum(row.instrument.has_wording for row in rows)
        many = counted(len(rows), "questionnaire", "questionnaires")
        self.header.show_title(self.title, f"{many} · {ready} ready to ask")
        blocked = self.table.blockSignals(True)
        self.table.show_rows(rows)
        if chosen is not None:
            self.table.choose(lambda row: row.instrument.id == chosen.instrument.id)
        self.table.blockSignals(blocked)
        if chosen is not None:
            self._show(chosen)
            if not self.narrow:
                self.show_panel()

    def show_problems(self, name: str, problems: Sequence[Problem]) -> None:
        """Show everything that keeps a file from being a questionnaire, line by line."""
        many = counted(len(problems), "problem", "problems")
        dialog = Dialog(self, f"{name} has {many}", "Done", cancel="Close", width=640)
        for one in problems:
            where = ", ".join(filter(None, (f"Line {one.line}", one.place)))
            words = f"{one.sentence[:1].upper()}{one.sentence[1:].rstrip('.')}."
            dialog.body.addWidget(Field(where, Text(words, wrap=True)))
        dialog.cancel_button.hide()
        dialog.effect.say("Nothing was taken in. Correct these lines and take the file in again.")
        dialog.accepted.connect(dialog.finish)
        dialog.open()

    def _choose(self, row: InstrumentRow | None) -> None:
        if row is not None:
            self.presenter.chosen_key = row.instrument.id
            self._show(row)
            self.show_panel()

    def _show(self, row: InstrumentRow) -> None:
        one = row.instrument
        self.details.show_head(
            Text(one.title, "lead_strong", wrap=True),
            Text(version_words(row), tone="text_2", wrap=True),
            flow_of(*self._buttons(row)),
        )
        codes = [f"{anchor.code}  {anchor.label}" for anchor in one.anchors]
        items = [
            f"{item.key}  {item.text or 'no wording yet'}{' (turned round)' * item.reversed}"
            for item in one.items
        ]
        bands = [f"{b.low:g} to {b.high:g}  {b.label}: {b.source}" for b in one.bands]
        self.details.show_sections(
            PanelSection("How good it is", "", *_texts([*trust_words(one), one.notes])),
            PanelSection("Items", str(len(items)), *_texts([one.lead_in, *items])),
            PanelSection("Answers", "", *_texts(codes)),
            PanelSection("Scoring", "", *_texts(scoring_words(one))),
            *([PanelSection("Published bands", "", *_texts(bands))] if bands else []),
            PanelSection("Licence", "", *_texts([one.licence])),
        )

    def _buttons(self, row: InstrumentRow) -> list[QWidget]:
        wording = Button(
            "Change wording" if row.instrument.has_wording else "Paste wording",
            self.paste_wording,
            size="small",
            icon="clipboard",
        )
        change = Button("Change", self.change, size="small", icon="pencil")
        words = "As text" if row.own else "Copy as text"
        text = Button(words, self.as_text, size="small", icon="file")
        save = Button("Save as file", self.export, size="small", icon="download")
        for button in (wording, change):
            button.setEnabled(not row.open_wave)
        text.setEnabled(not (row.own and row.open_wave))
        gone = Button("Delete", self.delete, kind="ghost", size="small", icon="trash")
        changing = [change] if row.instrument.has_wording else []
        return [wording, *changing, text, save, *([gone] if row.unused else [])]


def _texts(lines: Sequence[str]) -> list[Text]:
    return [Text(line, tone="text_2", wrap=True) for line in lines if line]


def _columns() -> list[Column[InstrumentRow]]:
    return [
        Column(
            "title",
            "Questionnaire",
            lambda row: TextCell(row.instrument.title, role="strong"),
            lambda row: row.instrument.title.casefold(),
            stretch=True,
            width=220,
        ),
        Column(
            "items", "Items", lambda row: TextCell(str(len(row.instrument.items)), "text_2"),
            lambda row: len(row.instrument.items), width=70, leaves=2,
        ),
        Column("state", "State", _state, state_words, width=170),
        Column(
            "trust", "Validated",
            lambda row: TextCell("yes" if row.instrument.validated else "no", "text_2"),
            lambda row: row.instrument.validated, width=90, leaves=1,
        ),
        Column(
            "waves", "Waves", lambda row: TextCell(str(row.waves or ""), "text_2"),
            lambda row: row.waves, width=70, leaves=1,
        ),
    ]  # fmt: skip


def _state(row: InstrumentRow) -> Cell:
    tone = "warn" if row.open_wave else "good" if row.instrument.has_wording else "neutral"
    return ChipCell(state_words(row), tone)
