"""The form of a questionnaire: its fields, with what is wrong beside each; and pasting wording."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from workbench.foundation.errors import BadInput
from workbench.surveys.instrument_draft import TURNED, InstrumentDraft, draft_of, without_published
from workbench.surveys.instrument_queries import InstrumentRow
from workbench.ui.kit.dialog import Dialog
from workbench.ui.kit.forms import Field, Form, beside
from workbench.ui.kit.inputs import Choice, LineInput, TextArea
from workbench.ui.kit.text import Text
from workbench.ui.surveys.instrument_form_more import MoreFields
from workbench.ui.surveys.instruments_editor import written
from workbench.ui.surveys.instruments_words import CONSTRUCTS, DIRECTIONS, SCORINGS
from workbench.ui.theme import look

if TYPE_CHECKING:
    from workbench.ui.surveys.instruments_presenter import InstrumentsPresenter

_EMPTY = InstrumentDraft(
    title="",
    items="",
    answers="1 = strongly disagree\n2 = disagree\n3 = neither agree nor disagree\n4 = agree\n"
    "5 = strongly agree",
    at_least="",
    licence="Our own wording, free to use and to change.",
)


class InstrumentForm(Dialog):
    """A new questionnaire, or the next version of one."""

    def __init__(
        self,
        over: QWidget,
        presenter: "InstrumentsPresenter",
        tell: Callable[[Exception], None],
        row: InstrumentRow | None = None,
    ) -> None:
        title = f"Change {row.instrument.title}" if row else "New questionnaire"
        super().__init__(over, title, "Keep it", width=720)
        self._presenter, self._tell, self._row = presenter, tell, row
        shown = draft_of(row.instrument) if row else _EMPTY
        shown = shown if row is None or row.own else without_published(shown)
        self._make_inputs(shown)
        self.more = MoreFields(shown)
        self._counting = Field(
            "Counts from the code",
            self.counts_from,
            "After turning round, this code and all above it count.",
            key="counts_from",
        )
        self.form = Form(
            Field("Title", self.title_input, key="title"),
            beside(
                Field("It is about", self.construct, key="construct"),
                Field("Higher is", self.direction, key="direction"),
                Field("The score is", self.scoring, key="scoring"),
            ),
            self._counting,
            Field("Words before the first item", self.lead_in, key="lead_in"),
            Field(
                "Items, one to a line",
                self.items,
                f"End a line with {TURNED} where agreeing means the opposite, and with [a name] "
                "where items make up a part with a figure of its own.",
                key="items",
            ),
            Field("Answers, one to a line: code = label", self.answers, key="answers"),
            Field(
                "Items that must be answered before a person gets a score",
                self.at_least,
                key="at_least",
            ),
            Field("Whose wording it is, and what may be done with it", self.licence, key="licence"),
            self.more,
        )
        self.scoring.picked.connect(lambda key: self._counting.setVisible(key == "count"))
        self._counting.setVisible(shown.scoring == "count")
        self.body.addWidget(self.form)
        self.effect.say(_effect(row))
        self.accepted.connect(self._keep)

    @property
    def draft(self) -> InstrumentDraft:
        """What stands in the form."""
        more = self.more
        return InstrumentDraft(
            title=self.title_input.text(),
            items=written(self.items),
            answers=written(self.answers),
            at_least=self.at_least.text(),
            licence=self.licence.text(),
            construct=self.construct.key,
            direction=self.direction.key,
            scoring=self.scoring.key,
            counts_from=self.counts_from.text(),
            lead_in=self.lead_in.text(),
            notes=written(more.notes),
            language=more.language.text(),
            recall=more.recall.text(),
            note=more.note.text(),
            bands=written(more.bands),
            groups_only=more.groups_only.isChecked(),
            validated=more.validated.isChecked(),
            key_checked=more.key_checked.isChecked(),
            codes_ambiguous=more.codes_ambiguous.isChecked(),
        )

    def show_wrong(self, problems: dict[str, str]) -> None:
        """Show what is wrong beside each field, the cursor in the first of them."""
        for key, field in self.form.fields.items():
            field.show_error(problems.get(key, ""))
        self.do_button.setEnabled(True)
        if problems.keys() & self.more.form.fields.keys():
            self.more.unfold(shown=True)
        first = next((f for key, f in self.form.fields.items() if key in problems), None)
        if first is not None:
            first.control.setFocus()
            QTimer.singleShot(0, first, lambda: self._bring(first))  # once it is laid out

    def _bring(self, field: Field) -> None:
        """Scroll until the whole field with its sentence is in view."""
        self._area.ensureWidgetVisible(field, 0, look().px(16))

    def _make_inputs(self, shown: InstrumentDraft) -> None:
        self.title_input = LineInput(shown.title)
        self.construct = Choice(CONSTRUCTS, shown.construct)
        self.direction = Choice(DIRECTIONS, shown.direction)
        self.scoring = Choice(SCORINGS, shown.scoring)
        self.counts_from = LineInput(shown.counts_from)
        self.lead_in = LineInput(shown.lead_in, "Here in this community: how far do you agree?")
        self.items = TextArea(shown.items, lines=6)
        self.answers = TextArea(shown.answers, lines=5)
        self.at_least = LineInput(shown.at_least)
        self.licence = LineInput(shown.licence)

    def _keep(self) -> None:
        self.show_wrong({})
        self.do_button.setEnabled(False)  # until it is known what came of it: once is enough
        self._presenter.keep(self.draft, self._row, self.finish, self.show_wrong, self._failed)

    def _failed(self, problem: Exception) -> None:
        self.do_button.setEnabled(True)
        if not self.form.show_problem(problem):
            self._tell(problem)


def _effect(row: InstrumentRow | None) -> str:
    if row is None:
        return "Once kept it never changes."
    told = f"Version {max(row.versions) + 1}: a new trend"
    published = row.instrument.bands or row.instrument.validated
    if not published:
        return f"{told}."
    if not row.own:
        return f"{told}, without bands. Not validated."
    return f"{told}. Look under More whether its bands and its source still hold."


class WordingForm(Dialog):
    """The wording of a key: one item to a line, in the order of its publication."""

    def __init__(
        self,
        over: QWidget,
        presenter: "InstrumentsPresenter",
        tell: Callable[[Exception], None],
        row: InstrumentRow,
    ) -> None:
        one = row.instrument
        super().__init__(over, "Paste wording", "Keep wording", subtitle=one.title, width=640)
        self._presenter, self._tell, self._row = presenter, tell, row
        self.texts = TextArea("\n".join(item.text for item in one.items if item.text), lines=9)
        turned = [item.key for item in one.items if item.reversed]
        hint = f"{len(one.items)} lines, in the order of the questionnaire."
        hint += f" Turned round by the key: {', '.join(turned)}." if turned else ""
        self.form = Form(Field("Items, one to a line", self.texts, hint, key="texts"))
        self.body.addWidget(Text(one.licence, tone="text_2", wrap=True))
        self.body.addWidget(self.form)
        self.effect.say(
            "Other wording is the next version: it starts a new trend."
            if one.has_wording
            else "Paste only what you are allowed to use. It stays in this file."
        )
        self.accepted.connect(self._keep)

    def _keep(self) -> None:
        texts = [line for line in self.texts.toPlainText().splitlines() if line.strip()]
        self._presenter.paste(self._row, texts, self.finish, self._failed)

    def _failed(self, problem: Exception) -> None:
        shown = isinstance(problem, BadInput) and self.form.show_problem(problem)
        if not shown:
            self._tell(problem)
