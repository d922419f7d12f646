"""What of a questionnaire few people change: language, bands, what is known about its key."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.surveys.instrument_draft import InstrumentDraft
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.forms import Field, Form, beside
from workbench.ui.kit.inputs import Check, LineInput, TextArea
from workbench.ui.kit.text import Text


class MoreFields(QWidget):
    """Folded below the plain fields until the button is pressed or something is wrong in it."""

    def __init__(self, shown: InstrumentDraft) -> None:
        super().__init__()
        self._make_inputs(shown)
        self.button = Button("More", self._turn, size="small")
        self.form = Form(
            beside(
                Field(
                    "Language of the wording", self.language, "As a code: en, de.", key="language"
                ),
                Field("Time it asks about", self.recall, key="recall"),
            ),
            Field(
                "Why so many items must be answered",
                self.note,
                "Empty for the usual sentence.",
                key="note",
            ),
            Field(
                "Bands, one to a line: low to high = label (source: ...)",
                self.bands,
                "Only with the source that published them for this wording.",
                key="bands",
            ),
            self.groups_only,
            self.validated,
            self.key_checked,
            self.codes_ambiguous,
            Field("Notes", self.notes, key="notes"),
            Text(
                "Labels of answers in other languages are written in its text: As text.",
                "caption",
                "text_3",
                wrap=True,
            ),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.form)
        self.form.hide()

    def unfold(self, *, shown: bool) -> None:
        """Show the fields, or fold them away."""
        self.form.setVisible(shown)
        self.button.relabel("Less" if shown else "More")
        self.button.setAccessibleDescription("Shown below" if shown else "Folded away")

    def _turn(self) -> None:
        self.unfold(shown=self.form.isHidden())

    def _make_inputs(self, shown: InstrumentDraft) -> None:
        self.language = LineInput(shown.language)
        self.recall = LineInput(shown.recall, "the last four weeks")
        self.note = LineInput(shown.note)
        self.bands = TextArea(
            shown.bands, "6 to 9 = lonely (source: who published it, and when)", lines=3
        )
        self.groups_only = Check("It describes a group, never one person", on=shown.groups_only)
        self.validated = Check(
            "Published and tested by its authors with this wording", on=shown.validated
        )
        self.key_checked = Check("The key was checked against its source", on=shown.key_checked)
        self.codes_ambiguous = Check(
            "It was published with different codes: ask which a file holds",
            on=shown.codes_ambiguous,
        )
        self.notes = TextArea(shown.notes, lines=3)
