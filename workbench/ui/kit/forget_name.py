"""Forgetting a name learned from files: at once, or after asking what becomes of its marks."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from workbench.foundation.text import counted
from workbench.imports.alias_book_queries import alias_book
from workbench.ui.kit.dialog import Dialog
from workbench.ui.kit.inputs import Check

if TYPE_CHECKING:
    from workbench.storage.workspace import Workspace
    from workbench.ui.desk import Desk


def forget_name(over: QWidget, desk: "Desk", alias_id: int, name: str) -> None:
    """Forget a learned name; where marks came by it, ask whether they go too. One undo step."""

    def count(workspace: "Workspace") -> int:
        book = workspace.read(alias_book, desk.community)
        return next((len(row.sessions) for row in book if row.learned.id == alias_id), 0)

    def ask(sessions: int) -> None:
        if not sessions:
            _forget(desk, alias_id, name, with_marks=False)
        elif isValid(over):
            _ask(over, desk, (alias_id, name), sessions)

    desk.read(count, ask)


def _ask(over: QWidget, desk: "Desk", learned: tuple[int, str], sessions: int) -> None:
    alias_id, name = learned
    dialog = Dialog(over, f"Forget {name}?", "Forget the name", width=460)
    check = Check(f"Also take away the {counted(sessions, 'mark', 'marks')} that came by it")
    dialog.body.addWidget(check)
    dialog.effect.say("One undo takes it back.")

    def done() -> None:
        dialog.finish()
        _forget(desk, alias_id, name, with_marks=check.isChecked())

    dialog.accepted.connect(done)
    dialog.open()


def _forget(desk: "Desk", alias_id: int, name: str, *, with_marks: bool) -> None:
    from workbench.imports.alias_correction_actions import forget_alias

    desk.do(
        lambda workspace: workspace.perform(forget_alias, alias_id, with_marks=with_marks),
        said=f"The name {name} is forgotten.",
    )
