"""What stands in place of a page that cannot show itself without names, while they are hidden."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.ui.kit.hidden_names import hidden_cover
from workbench.ui.kit.page import PageHeader, scrolled


class PageCover(QWidget):
    """The title of the page, a plain sentence, and the button that shows the names again."""

    def __init__(self, show_names: Callable[[], object]) -> None:
        super().__init__()
        self.setObjectName("page")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.header = PageHeader("")
        why = "There are names on this page, so all of it is covered. It comes back as it was."
        self.face = hidden_cover(why, show_names)
        column.addWidget(self.header)
        column.addWidget(scrolled(self.face), 1)

    def stand_for(self, title: str) -> None:
        """Say which page is covered."""
        self.header.show_title(title)
        self.setAccessibleName(f"{title}. Names are hidden.")
