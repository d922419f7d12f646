"""Below the map: who is pointed at, what is returned, what lines and dots mean."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from workbench.foundation.text import counted
from workbench.insights.connection_queries import Connections
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.flow import flow_of
from workbench.ui.kit.text import Text
from workbench.ui.kit.themed import Themed
from workbench.ui.theme import look

_HINT = "Point at somebody, or use the arrow keys, to see whom they helped."


class MapLegend(QFrame):
    """Words under the map; the button leads to those with no help logged, privately."""

    def __init__(self, show_alone: Callable[[], object]) -> None:
        super().__init__()
        self.setObjectName("footerPlain")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 4, 24, 8)
        column.setSpacing(4)
        self.pointed = Text(_HINT, tone="text_2", wrap=True)
        self.returned = Text("", "caption", "text_2")
        self.alone = Button("", show_alone, kind="link", icon="lock", size="small")
        self._signs = flow_of(
            _Sign("across departments"),
            _Sign("inside one", dashed=True),
            Text("Bigger dot: gave more help", "caption", "text_2"),
            Text("Hollow: none logged yet", "caption", "text_2"),
        )
        column.addWidget(self.pointed)
        column.addWidget(flow_of(self.returned, self.alone))
        column.addWidget(self._signs)

    def show_connections(self, shown: Connections) -> None:
        """Say how much is returned, and count who has no help logged."""
        self.returned.say(_returned(shown))
        alone = sum(person.alone for person in shown.people)
        self.alone.relabel(f"{counted(alone, 'person', 'people')} with no help logged yet")
        self.alone.setVisible(bool(alone))

    def show_pointed(self, words: str) -> None:
        """Say whose arrows are dark, and to whom they go."""
        self.pointed.say(words or _HINT)

    def show_face(self, *, is_map: bool) -> None:
        """Explain lines and dots only where there are any."""
        self.pointed.setVisible(is_map)
        self._signs.setVisible(is_map)


class _Sign(Themed, QWidget):
    """A short line and what it means."""

    def __init__(self, words: str, *, dashed: bool = False) -> None:
        super().__init__()
        self._dashed = dashed
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self._words = Text(words, "caption", "text_2")
        row.addWidget(self._words)
        self.restyle()

    def restyle(self) -> None:
        """Leave room for the line."""
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(look().px(30), 0, 0, 0)

    def sizeHint(self) -> QSize:
        """The line and its words."""
        words = self._words.sizeHint()
        return QSize(words.width() + look().px(30), words.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line."""
        painter = QPainter(self)
        pen = QPen(look().colour("text_3"), 1.5)
        if self._dashed:
            pen.setDashPattern([3.0, 2.0])
        painter.setPen(pen)
        middle = self.height() / 2
        painter.drawLine(QPointF(0, middle), QPointF(look().px(22), middle))


def _returned(shown: Connections) -> str:
    """Return how many links go both ways, in words and only of the whole."""
    if not shown.enough:
        return f"{counted(shown.offers, 'offer', 'offers')} of help logged: too few to say."
    back = shown.returned
    if not back.part:
        return "No help goes both ways so far."
    return f"{back.part} of {back.whole} links go both ways."
