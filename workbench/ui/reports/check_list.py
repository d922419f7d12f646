"""Before you share: one line for each check, with an icon and what to do about it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbench.reports.brief_checks import Check, Verdict
from workbench.ui.kit.chips import Icon
from workbench.ui.kit.panel import clear
from workbench.ui.kit.text import Text

_ICONS = {
    Verdict.FINE: ("check", "good", "fine"),
    Verdict.HIDDEN: ("eye-off", "good", "hidden"),
    Verdict.NOTE: ("info", "info", "note"),
    Verdict.STOP: ("danger", "danger", "waits for this"),
}


class CheckList(QWidget):
    """The checks one below the other; what stops the brief stands in danger text."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._shown: tuple[Check, ...] = ()

    @property
    def shown(self) -> tuple[Check, ...]:
        """The checks that are shown."""
        return self._shown

    def show_checks(self, checks: Sequence[Check]) -> None:
        """Show these checks."""
        if tuple(checks) == self._shown:
            return
        self._shown = tuple(checks)
        clear(self._column)
        for check in checks:
            self._column.addWidget(_line(check))


def _line(check: Check) -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(10)
    icon, tone, name = _ICONS[check.verdict]
    mark = Icon(icon, tone, 16)
    mark.setAccessibleName(name)
    row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
    stops = check.verdict is Verdict.STOP
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(Text(check.sentence, "body", "danger" if stops else "text", wrap=True))
    if check.next_step:
        words.addWidget(Text(check.next_step, "body", "text_2", wrap=True))
    row.addLayout(words, 1)
    line.setAccessibleName(f"{name}: {check.sentence} {check.next_step}".strip())
    return line
