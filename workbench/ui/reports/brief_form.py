"""The left side of the Reports page: period and meeting, sections, headline, checks."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbench.ui.kit.forms import Field, beside
from workbench.ui.kit.inputs import DateInput
from workbench.ui.kit.text import Text
from workbench.ui.reports.brief_shown import BriefShown, Checked
from workbench.ui.reports.check_list import CheckList
from workbench.ui.reports.headline_box import HeadlineBox
from workbench.ui.reports.section_list import SectionList

_SIDE = 28


class BriefForm(QWidget):
    """Everything the facilitator chooses; `period` and `meeting` tell days, the rest its parts."""

    period = Signal(object, object)
    meeting = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE, 16, _SIDE, 24)
        column.setSpacing(16)
        self.start, self.end = DateInput(), DateInput()
        self.day = DateInput(optional=True)
        self.start.picked.connect(lambda: self.period.emit(self.start.day, self.end.day))
        self.end.picked.connect(lambda: self.period.emit(self.start.day, self.end.day))
        self.day.picked.connect(lambda: self.meeting.emit(self.day.day))
        column.addWidget(
            beside(
                Field("From", self.start),
                Field("To", self.end),
                Field("For the meeting on", self.day),
            )
        )
        self.sections = SectionList()
        self._chosen = Text("", tone="text_3")
        column.addLayout(_headed("Sections", self._chosen, self.sections))
        self.headline = HeadlineBox()
        column.addWidget(self.headline)
        self.checks = CheckList()
        column.addLayout(_headed("Before you share", None, self.checks))
        column.addStretch(1)

    def show_brief(self, shown: BriefShown) -> None:
        """Show what was chosen, without telling it back."""
        contents = shown.contents
        _show_day(self.start, contents.start)
        _show_day(self.end, contents.end)
        _show_day(self.day, shown.draft.meeting_on)
        self.sections.show_sections(shown.sections)
        chosen = sum(section.chosen for section in shown.sections) + 1
        self._chosen.say(f"{chosen} of {len(shown.sections) + 1} chosen · drag to reorder")
        self.headline.show_headline(contents.headline, shown.proposed_headline)

    def show_checks(self, checked: Checked) -> None:
        """Show the checks."""
        self.checks.show_checks(checked.checks)


def _show_day(field: DateInput, day: date | None) -> None:
    blocked = field.blockSignals(True)
    field.show_day(day)
    field.blockSignals(blocked)


def _headed(title: str, note: Text | None, content: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(8)
    head = QHBoxLayout()
    head.setSpacing(8)
    head.addWidget(Text(title, "section"))
    if note is not None:
        head.addWidget(note)
    head.addStretch(1)
    column.addLayout(head)
    column.addWidget(content)
    return column
