"""The panel beside results: plain words, what protects people, comments, the questionnaire."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbench.ui.kit.buttons import Button
from workbench.ui.kit.chips import Icon
from workbench.ui.kit.panel import DetailPanel, PanelSection
from workbench.ui.kit.text import Text
from workbench.ui.kit.themed import frame
from workbench.ui.surveys.results_shown import ShownResults


class ResultsPanel(DetailPanel):
    """Says in words what the figures beside it say, and what they do not."""

    def __init__(self, read_comments: Callable[[], None]) -> None:
        super().__init__("In plain words")
        self._read_comments = read_comments

    def show_words(self, shown: ShownResults) -> None:
        """Fill the panel for a wave."""
        sections = [PanelSection("", "", *_paragraphs(shown))]
        sections.append(PanelSection("Privacy of this wave", "", *map(_pointed, shown.privacy)))
        if shown.comments:
            sections.append(self._comments(len(shown.comments)))
        about = [Text(line, tone="text_2", wrap=True) for line in shown.about]
        sections.append(PanelSection("Questionnaire", "", *about))
        self.show_sections(*sections)

    def _comments(self, many: int) -> PanelSection:
        words = (
            "Mixed order, shown only together. Read them before you quote them: style can give a "
            "person away."
        )
        return PanelSection(
            "Comments",
            str(many),
            Text(words, tone="text_2", wrap=True),
            Button("Read comments", self._read_comments, size="small"),
        )


def _paragraphs(shown: ShownResults) -> list[QWidget]:
    words = shown.words or ((shown.hidden,) if shown.hidden else ())
    texts: list[QWidget] = [_alarm(sentence) for sentence in shown.alarms]
    return [*texts, *(Text(sentence, wrap=True) for sentence in words)]


def _alarm(sentence: str) -> QWidget:
    note = frame("noteWarn")
    row = QHBoxLayout(note)
    row.setContentsMargins(12, 10, 12, 10)
    row.setSpacing(10)
    row.addWidget(Icon("warning", "warn"), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(Text(sentence, tone="warn", wrap=True), 1)
    return note


def _pointed(line: tuple[str, str]) -> QWidget:
    icon, sentence = line
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 2, 0, 2)
    row.setSpacing(10)
    side = QVBoxLayout()
    side.setContentsMargins(0, 2, 0, 0)
    side.addWidget(Icon(icon, "accent_text"))
    side.addStretch(1)
    row.addLayout(side)
    row.addWidget(Text(sentence, tone="text_2", wrap=True), 1)
    return holder
