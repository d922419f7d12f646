"""The panel beside results: plain words, what protects people, comments, the questionnaire."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbench.ui.kit.buttons import Button
from workbench.ui.kit.chips import Icon
from workbench.ui.kit.flow import flow_of
from workbench.ui.kit.panel import DetailPanel, PanelSection
from workbench.ui.kit.text import Text
from workbench.ui.surveys.results_notes import ShownAlarm, alarm_note, came_in_section
from workbench.ui.surveys.results_shown import ShownResults


class ResultsPanel(DetailPanel):
    """Says in words what the figures beside it say, and what they do not."""

    def __init__(
        self,
        read_comments: Callable[[], None],
        settle: Callable[[ShownAlarm], None],
        destroy_key: Callable[[], None],
        decide: Callable[[], None],
    ) -> None:
        super().__init__("In plain words")
        self._read_comments, self._settle = read_comments, settle
        self._destroy_key, self._decide = destroy_key, decide

    def show_words(self, shown: ShownResults) -> None:
        """Fill the panel for a wave."""
        sections = [PanelSection("", "", *self._paragraphs(shown))]
        if shown.came_in:
            sections.append(came_in_section(shown.came_in))
        sections.append(self._privacy(shown))
        if not shown.hidden:
            sections.append(self._comments(len(shown.comments), to_decide=shown.to_decide))
        about = [Text(line, tone="text_2", wrap=True) for line in shown.about]
        sections.append(PanelSection("Questionnaire", "", *about))
        self.show_sections(*sections)

    def _privacy(self, shown: ShownResults) -> PanelSection:
        lines = [_pointed(line) for line in shown.privacy]
        if not shown.linked:
            return PanelSection("Privacy of this wave", "", *lines)
        words = (
            "Some answers carry a code people made up. That is pseudonymous, not anonymous: it "
            "links one person's answers over time. Its key lies outside this file."
        )
        button = Button("Destroy the key", self._destroy_key, size="small")
        return PanelSection("Privacy of this wave", "", *lines, _pointed(("link", words)), button)

    def _paragraphs(self, shown: ShownResults) -> list[QWidget]:
        words = shown.words or ((shown.hidden,) if shown.hidden else ())
        notes = [alarm_note(alarm, self._settle) for alarm in shown.alarms]
        return [*notes, *(Text(sentence, wrap=True) for sentence in words)]

    def _comments(self, many: int, *, to_decide: bool) -> PanelSection:
        if not to_decide:
            words = (
                "None is kept here: too few came in, none was asked for, or they stand with the "
                "other questionnaire of the same form."
            )
            return PanelSection("Comments", "", Text(words, tone="text_2", wrap=True))
        decide = Button("Decide on comments", self._decide, size="small")
        if not many:
            words = "None is shown. Ten must have come in, and you let through which may be read."
            return PanelSection("Comments", "", Text(words, tone="text_2", wrap=True), decide)
        words = (
            "Mixed order, shown only together. Read them before you quote them: style can give a "
            "person away."
        )
        read = Button("Read comments", self._read_comments, size="small")
        return PanelSection(
            "Comments", str(many), Text(words, tone="text_2", wrap=True), flow_of(read, decide)
        )


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
