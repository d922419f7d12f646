"""The dialog of what a session needs: one list out of all blocks, to copy or to tick off by eye."""

from collections.abc import Sequence

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.foundation.text import counted
from workbench.sessions.materials import Material, materials_text
from workbench.ui.desk import Desk
from workbench.ui.kit.dialog import Dialog
from workbench.ui.kit.empty import EmptyState
from workbench.ui.kit.text import Text


class MaterialsDialog(Dialog):
    """Shows each thing once with the blocks that need it; its verb copies the list as text."""

    def __init__(self, over: QWidget, desk: Desk, title: str, found: Sequence[Material]) -> None:
        super().__init__(over, "Materials", "Copy list", subtitle=title, width=560, cancel="Close")
        self._desk, self._title, self.materials = desk, title, tuple(found)
        self.do_button.setEnabled(bool(found))
        if not found:
            self.body.addWidget(
                EmptyState(
                    "clipboard",
                    "Everything this session needs will be listed here",
                    "Write materials into the blocks and the pre-work; the same things are "
                    "joined, with the blocks that need them.",
                    outline=False,
                )
            )
        for material in found:
            self.body.addWidget(_line(material))
        self.effect.say(counted(len(found), "thing", "things") if found else "")
        self.accepted.connect(self._copy)

    def text(self) -> str:
        """Return what is copied."""
        return materials_text(f"Materials: {self._title}", self.materials)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text())
        self._desk.say("The list of materials is copied.")
        self.finish()


def _line(material: Material) -> QWidget:
    line = QWidget()
    column = QVBoxLayout(line)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(Text(material.name, "strong", wrap=True))
    for need in material.needs:
        column.addWidget(Text(need.words, "caption", "text_2", wrap=True))
    line.setAccessibleName(material.line)
    return line
