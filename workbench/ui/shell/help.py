"""Help with the page that is shown (F1): its shortcuts first, then those that hold everywhere."""

from PySide6.QtWidgets import QGridLayout, QWidget

from workbench.ui.kit.dialog import Dialog
from workbench.ui.kit.text import Text
from workbench.ui.shell.keys import Keys
from workbench.ui.shell.registry import PageSpec


def open_help(over: QWidget, spec: PageSpec | None) -> Dialog:
    """Open the list of shortcuts."""
    own = {keys.page for keys in Keys}
    name = (spec.name if spec.name in own else spec.under or spec.name) if spec else ""
    title = f"Shortcuts on {spec.title}" if spec else "Shortcuts"
    dialog = Dialog(over, title, "Close", width=520)
    dialog.without_names = True
    dialog.cancel_button.hide()
    here = [keys for keys in Keys if keys.page and keys.page == name]
    if here:
        dialog.body.addWidget(_table(here))
        dialog.body.addWidget(Text("Everywhere", "section"))
    dialog.body.addWidget(_table([keys for keys in Keys if not keys.page]))
    dialog.accepted.connect(dialog.finish)
    dialog.open()
    return dialog


def _table(keys: list[Keys]) -> QWidget:
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(24)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(1, 1)
    for row, each in enumerate(keys):
        grid.addWidget(Text(each.shown, "label"), row, 0)
        grid.addWidget(Text(each.words, tone="text_2"), row, 1)
    return holder
