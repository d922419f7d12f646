"""The head of one person's page: who they are, where they work, and their chips."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from workbench.insights.person_queries import PersonWhole
from workbench.rosters.queries import PersonDetail
from workbench.ui.kit.chips import Chip, Mark
from workbench.ui.kit.flow import flow_of
from workbench.ui.kit.text import Text
from workbench.ui.rosters.people_columns import CHIPS
from workbench.ui.rosters.person_lines import portrait


def person_head(whole: PersonWhole) -> QWidget:
    """Return avatar, title, department and address with the chips below them."""
    holder, words = portrait(whole.person, 52, 18)
    words.setSpacing(6)
    parts = _parts(whole.person)
    if parts:
        words.addWidget(flow_of(*parts, gap=14, row_gap=2))
    chips = _chips(whole)
    if chips:
        alone = Qt.AlignmentFlag(0) if parts else Qt.AlignmentFlag.AlignVCenter
        words.addWidget(flow_of(*chips), 0, alone)
    return holder


def _parts(person: PersonDetail) -> list[QWidget]:
    parts: list[QWidget] = []
    if person.job_title:
        parts.append(Text(person.job_title, "section"))
    if person.department:
        mark = QWidget()
        line = QHBoxLayout(mark)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        line.addWidget(Mark(person.department.position))
        line.addWidget(Text(person.department.name, tone="text_2"))
        parts.append(mark)
    if person.email:
        parts.append(Text(person.email, tone="text_2"))
    return parts


def _chips(whole: PersonWhole) -> list[QWidget]:
    chips: list[QWidget] = []
    if whole.is_guest:
        chips.append(Chip("Guest", why="Welcome, not expected"))
    if whole.chip is not None:
        tone, icon = CHIPS[whole.chip.engagement]
        chips.append(Chip(whole.chip.engagement.value, tone, icon, whole.chip.reason))
    return [*chips, *(Chip(tag) for tag in whole.person.tags)]
