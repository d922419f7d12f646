"""Questions and warnings of an import: what must be decided stands apart from what is only odd."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbench.ui.kit.buttons import Button
from workbench.ui.kit.chips import Icon
from workbench.ui.kit.panel import clear
from workbench.ui.kit.text import Text
from workbench.ui.kit.themed import frame

_MOST = 6


class Remarks(QWidget):
    """Questions with their answers as buttons, then warnings; gone where there are none."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 4, 0, 4)
        self._column.setSpacing(8)
        self._last: object = None
        self.hide()

    def show_remarks(
        self,
        questions: Sequence[tuple[str, str]],
        warnings: Sequence[str],
        answers: Mapping[str, Sequence[Button]],
    ) -> None:
        """Show questions as (about, sentence) with the buttons that answer them, and warnings."""
        shown = (tuple(questions), tuple(warnings))
        if shown == self._last:
            for buttons in answers.values():
                for button in buttons:
                    button.deleteLater()
            return
        self._last = shown
        clear(self._column)
        used = {about for about, _ in questions}
        for about, buttons in answers.items():
            for button in buttons if about not in used else ():
                button.deleteLater()
        for about, sentence in questions:
            self._column.addWidget(_card(_remark("help", "warn", sentence, answers.get(about, ()))))
        told = list(warnings[:_MOST])
        if len(warnings) > _MOST:
            told.append(f"... and {len(warnings) - _MOST:,} more like these.")
        if told:
            self._column.addWidget(_card(*(_remark("info", "info", each, ()) for each in told)))
        self.setVisible(bool(questions or warnings))


def _card(*remarks: QWidget) -> QWidget:
    surface = frame("card")
    column = QVBoxLayout(surface)
    column.setContentsMargins(12, 8, 12, 8)
    column.setSpacing(6)
    for remark in remarks:
        column.addWidget(remark)
    return surface


def _remark(icon: str, tone: str, sentence: str, buttons: Sequence[Button]) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(10)
    row.addWidget(Icon(icon, tone, 16), 0, Qt.AlignmentFlag.AlignVCenter)
    row.addWidget(Text(sentence, wrap=True), 1, Qt.AlignmentFlag.AlignVCenter)
    for button in buttons:
        row.addWidget(button)
    return holder
