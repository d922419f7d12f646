"""A card of rows one below the other, with hairlines between them."""

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from workbench.ui.kit.themed import frame, hairline


def rows_card(*rows: QWidget, foot: QWidget | None = None) -> QFrame:
    """Return rows in one border with hairlines between them, and a foot below the last."""
    made = frame("card")
    column = QVBoxLayout(made)
    column.setContentsMargins(1, 1, 1, 1)
    column.setSpacing(0)
    for place, row in enumerate([*rows, *([foot] if foot is not None else [])]):
        if place:
            column.addWidget(hairline())
        column.addWidget(row)
    return made
