"""A file of answers before it is taken into a wave: columns, what is left out, what is dropped."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from workbench.foundation.text import listed
from workbench.ui.desk import Desk
from workbench.ui.imports.choice_lines import ChoiceLines
from workbench.ui.imports.import_dialog import ImportDialog
from workbench.ui.imports.remarks import Remarks
from workbench.ui.imports.responses_review import ResponsesReview, ShownAnswers
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.forms import Field, Form, beside
from workbench.ui.kit.inputs import Choice, DateInput, LineInput
from workbench.ui.kit.panel import clear
from workbench.ui.kit.text import Text
from workbench.ui.kit.themed import frame

_TOP = Qt.AlignmentFlag.AlignTop


class ResponsesDialog(ImportDialog):
    """Shows what a file holds for a questionnaire; names, addresses and times are dropped."""

    def __init__(self, over: QWidget, desk: Desk, path: Path) -> None:
        super().__init__(
            over,
            desk,
            "Import answers",
            "Take answers",
            f"{path.name} · who answered is dropped before anything is kept",
            760,
        )
        self.presenter = ResponsesReview(desk, self, path)
        self._make_form()
        self._make_own()
        self.summary = Text("", "strong")
        self.remarks = Remarks()
        self.items = ChoiceLines("Items and their columns", self.presenter.pick_column)
        self.labels = ChoiceLines("Answers and what they mean", self.presenter.pick_code)
        self.left_out = PairList("Left out")
        self.dropped = Text("", "caption", "text_2", wrap=True)
        for widget in (
            self.form, self.summary, self.remarks, self.items, self.labels, self.own, self.left_out,
        ):  # fmt: skip
            self.body.addWidget(widget)
        self.body.addWidget(self.dropped)
        self.accepted.connect(self.presenter.write)

    def load(self) -> None:
        """Read the file."""
        self.presenter.load()

    def show_choices(
        self, instruments: list[tuple[str, str]], key: str, label: str, closed_on: date
    ) -> None:
        """Offer the questionnaires and fill in the wave."""
        if self.gone:
            return
        self.instrument.offer(instruments, key)
        self.wave.setText(label)
        self.closed_on.show_day(closed_on)

    def show_day(self, closed_on: date) -> None:
        """Fill in the day the wave closed on."""
        self.closed_on.show_day(closed_on)

    def show_answers(self, shown: ShownAnswers) -> None:
        """Show what the file holds."""
        if self.gone:
            return
        self.form.show_problem(ValueError())
        self.sheet.offer(
            [("", "Choose a sheet"), *((one, one) for one in shown.sheets)], shown.sheet
        )
        self._sheet.setVisible(bool(shown.sheets))
        self.summary.say(shown.summary)
        self.own.show_problem(ValueError())
        buttons = {"duplicates": self._double_buttons(), "codes": self._code_buttons(shown)}
        self.remarks.show_remarks(shown.questions, shown.warnings, buttons)
        nothing = ("", "No column")
        self.items.show_lines(
            shown.items,
            [("", "Choose a column"), *shown.columns],
            f"A guess, {shown.why}: change what is wrong." if shown.why else "",
        )
        self.labels.show_lines(shown.labels, [("", "No answer"), *shown.answers], "")
        self.comment.offer([nothing, *shown.columns], shown.own["comment"])
        self.department.offer([nothing, *shown.columns], shown.own["department"])
        self.left_out.show_pairs(shown.left_out, "")
        self.dropped.say(f"Dropped: {listed(list(shown.dropped))}." if shown.dropped else "")
        self.dropped.setVisible(bool(shown.dropped))
        effect = "This cannot be undone: the wave is frozen."
        self.filled_with(effect, shown.verb, ready=shown.can_write)

    def show_problem(self, problem: Exception) -> None:
        """Show what was said wrongly, at its field where it has one."""
        if self.gone:
            return
        self.do_button.setEnabled(False)
        if not (self.form.show_problem(problem) or self.own.show_problem(problem)):
            self.desk.tell(problem)

    def _make_form(self) -> None:
        self.instrument = Choice()
        self.wave = LineInput("")
        self.closed_on = DateInput(None)
        self.invited = LineInput("", "Optional")
        self.columns = LineInput("", "Q13_1, Q13_2, Q13_3 or Q13_{}")
        self.where = LineInput("", "Finished=1")
        self.codes = LineInput("", "yes=1, more or less=2, no=3")
        choose = self.presenter.choose
        self.instrument.picked.connect(self._other_instrument)
        self.wave.editingFinished.connect(lambda: choose(wave=self.wave.text()))
        self.closed_on.picked.connect(lambda: choose(closed_on=self.closed_on.day))
        self.invited.editingFinished.connect(self._invited)
        self.columns.editingFinished.connect(lambda: choose(columns=self.columns.text() or None))
        self.codes.editingFinished.connect(lambda: choose(codes=self.codes.text() or None))
        self.where.editingFinished.connect(lambda: self.presenter.choose_where(self.where.text()))
        self._columns = Field(
            "Columns, in the order of the items",
            self.columns,
            "Or choose them one by one below",
            key="columns",
        )
        self.sheet = Choice()
        self.sheet.picked.connect(self._other_sheet)
        self._sheet = Field("Sheet of the answers", self.sheet, key="sheet")
        self._sheet.hide()
        self.form = Form(
            self._sheet,
            Field("Questionnaire", self.instrument, key="instrument"),
            beside(
                Field("Name of the wave", self.wave, key="label"),
                Field("Closed on", self.closed_on, key="closed_on"),
                Field("People invited", self.invited, key="invited"),
            ),
            self._columns,
            beside(
                Field("Only rows where", self.where, "Such as finished ones", key="where"),
                Field("What numbers mean", self.codes, "Only where asked", key="codes"),
            ),
        )

    def _other_instrument(self, key: str) -> None:
        """Look for other items; what was said of the columns and answers of the first is gone."""
        self.columns.clear()
        self.codes.clear()
        self.presenter.choose(instrument=key)

    def _other_sheet(self, name: str) -> None:
        """Read another sheet; what was said of the columns and answers of the first is gone."""
        self.columns.clear()
        self.codes.clear()
        self.link.clear()
        self.presenter.choose(sheet=name)

    def _make_own(self) -> None:
        """Fields for what a file may hold beside the items."""
        self.comment, self.department = Choice(), Choice()
        self.link = LineInput("", "Street, Number, Month, Pet")
        choose = self.presenter.choose
        self.comment.picked.connect(lambda key: choose(comment=key or None))
        self.department.picked.connect(lambda key: choose(department=key or None))
        self.link.editingFinished.connect(lambda: choose(link=self.link.text().strip() or None))
        self.own = Form(
            beside(
                Field("Own words", self.comment, "Shown from 10 comments on", key="comment"),
                Field("Department chosen", self.department, "At most 12", key="department"),
                Field("Columns of a linking code", self.link, "Kept as a keyed hash", key="link"),
            )
        )

    def _double_buttons(self) -> list[Button]:
        """Answers to the question who counts that seems to have answered twice."""
        choose = self.presenter.choose
        return [
            Button("Count all", lambda: choose(duplicates="all"), size="small"),
            Button("Only the latest", lambda: choose(duplicates="last"), size="small"),
        ]

    def _code_buttons(self, shown: ShownAnswers) -> list[Button]:
        """Answer to what the numbers mean where the file explains them itself."""
        label, codes = shown.proposed

        def say() -> None:
            self.codes.setText(codes)
            self.presenter.choose(codes=codes)

        return [Button(label, say, size="small")] if label else []

    def _invited(self) -> None:
        text = self.invited.text().strip()
        if text and not text.isdecimal():
            self.form.fields["invited"].show_error("Type a whole number, or leave it empty.")
            return
        self.form.fields["invited"].show_error("")
        self.presenter.choose(invited=int(text) if text else None)


class PairList(QWidget):
    """A heading and two columns of words; gone where there is nothing to show."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._grid = QGridLayout()
        self._note = Text("", "caption", "text_2", wrap=True)
        surface = frame("card")
        surface.setLayout(self._grid)
        self._grid.setContentsMargins(12, 10, 12, 10)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 1)
        outer = QGridLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setVerticalSpacing(6)
        outer.addWidget(Text(title, "section"), 0, 0)
        outer.addWidget(surface, 1, 0)
        outer.addWidget(self._note, 2, 0)
        self.hide()

    def show_pairs(self, pairs: Sequence[tuple[str, str]], note: str) -> None:
        """Show the pairs and a note below them."""
        clear(self._grid)
        for place, (left, right) in enumerate(pairs):
            self._grid.addWidget(Text(left, wrap=True), place, 0, _TOP)
            self._grid.addWidget(Text(right, tone="text_2"), place, 1, _TOP)
        self._note.say(note)
        self._note.setVisible(bool(note))
        self.setVisible(bool(pairs))
