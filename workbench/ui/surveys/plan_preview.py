"""The form beside its plan, as it will be printed."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from workbench.surveys.asking_rules import AskedForm
from workbench.ui.desk import Desk
from workbench.ui.kit.empty import EmptyState
from workbench.ui.kit.filters import Segments
from workbench.ui.kit.paper_preview import PaperPreview
from workbench.ui.kit.text import Text
from workbench.ui.kit.themed import frame
from workbench.ui.kit.usual_paper import keep_paper, usual_paper
from workbench.ui.surveys.form_printing import form_pages
from workbench.ui.surveys.plan_laptop import LaptopStill

_REST_MS = 250
_FIRST_PPI = 96.0


class FormPreview(QWidget):
    """The pages of the form; drawn again a moment after the plan has changed."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._asked: AskedForm | None = None
        self._facilitator = ""
        self._wanted = self._shown = 0
        self._ppi = _FIRST_PPI
        self.paper = usual_paper(desk.settings)
        self.sheet = PaperPreview()
        self.sheet.sharpness_wanted.connect(self._sharpen)
        self.sheet.paper_chosen.connect(self._choose)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_REST_MS)
        self._soon.timeout.connect(self._draw)
        ground = frame("window")
        self.stack = QStackedLayout(ground)
        self.stack.addWidget(self.sheet)
        self.stack.addWidget(_no_form())
        self.laptop = LaptopStill()
        self.stack.addWidget(self.laptop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = frame("window")
        row = QHBoxLayout(head)
        row.setContentsMargins(20, 12, 20, 0)
        self.kinds = Segments([("paper", "Paper"), ("laptop", "This laptop")], "Form shown")
        self.kinds.chosen.connect(lambda _key: self._turn())
        self._note = Text("", tone="text_2")
        row.addWidget(self.kinds)
        row.addStretch(1)
        row.addWidget(self._note)
        column.addWidget(head)
        column.addWidget(ground, 1)
        self._turn()

    @property
    def settled(self) -> bool:
        """Whether the pages shown are those of the plan."""
        return self._wanted == self._shown and not self._soon.isActive() and self.sheet.resting

    def show_form(self, asked: AskedForm | None, facilitator: str) -> None:
        """Show the form of a plan, or why there is none."""
        if (asked, facilitator) == (self._asked, self._facilitator):
            return
        self._asked, self._facilitator = asked, facilitator
        self._turn()

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what changed while it was not seen."""
        super().showEvent(event)
        self.paper = usual_paper(self._desk.settings)
        self._soon.start()

    def _turn(self) -> None:
        """Show the paper or the laptop, or why there is no form."""
        paper = self.kinds.key == "paper"
        self._note.say("as it will be printed" if paper else "the first question")
        self.stack.setCurrentIndex(1 if self._asked is None else 0 if paper else 2)
        self._soon.start()

    def _sharpen(self, ppi: float) -> None:
        if ppi != self._ppi:
            self._ppi = ppi
            self._soon.start()

    def _choose(self, paper: str) -> None:
        if paper != self.paper:
            self.paper = paper
            keep_paper(self._desk, paper)
            self._soon.start()

    def _draw(self) -> None:
        asked, facilitator, paper, ppi = self._asked, self._facilitator, self.paper, self._ppi
        if asked is None or not self.isVisible():
            return
        if self.kinds.key == "laptop":
            self.laptop.show_form(asked)
            return
        self._wanted += 1
        number = self._wanted

        def drawn(pages: list[bytes]) -> None:
            self._shown = max(self._shown, number)
            if number == self._wanted:
                self.sheet.show_pages(pages, paper)
                self.sheet.show_words(self._words(asked), "The form as it will be printed")

        def failed(problem: Exception) -> None:
            self._shown = max(self._shown, number)
            self._desk.tell(problem)

        self._desk.run(lambda: form_pages(asked, facilitator, paper, ppi), drawn, failed)

    def _words(self, asked: AskedForm) -> str:
        from workbench.reports.prints.survey_form import survey_form, survey_form_words

        return survey_form_words(survey_form(asked, self._facilitator))


def _no_form() -> QWidget:
    return EmptyState(
        "printer",
        "No form yet",
        "Choose a questionnaire whose wording is here; answers to any other come from a file.",
        [],
    )
