"""The small buttons at the upper right of each panel of a chart that open its menu."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from workbench.ui.kit.buttons import IconButton

if TYPE_CHECKING:
    from workbench.reports.charts import Area

_ABOVE = 6


class MenuCorners:
    """Keeps one button a panel over a picture; `asked(panel, place on the screen)` on a press."""

    def __init__(self, over: QWidget, asked: Callable[[int, QPoint], object]) -> None:
        self._over = over
        self._asked = asked
        self.buttons: list[IconButton] = []

    def show_areas(self, areas: "Sequence[Area]", width: int) -> None:
        """Put a button into the corner of each panel; buttons of the same panels stay."""
        names = [f"Menu of {area.title}" for area in areas]
        if names != [button.accessibleName() for button in self.buttons]:
            self._make(names)
        for button, area in zip(self.buttons, areas, strict=True):
            size = button.sizeHint()
            button.setGeometry(
                width - size.width(), max(round(area.top) - _ABOVE, 0), size.width(), size.height()
            )
            button.show()

    def _make(self, names: list[str]) -> None:
        for button in self.buttons:
            button.hide()
            button.deleteLater()
        self.buttons = [
            IconButton("more", name, self._asker(place), size="small", parent=self._over)
            for place, name in enumerate(names)
        ]

    def _asker(self, place: int) -> Callable[[], object]:
        def ask() -> None:
            button = self.buttons[place]
            self._asked(place, button.mapToGlobal(QPoint(0, button.height() + 2)))

        return ask
