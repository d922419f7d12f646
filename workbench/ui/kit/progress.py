"""Work that takes a while: nothing under a second, a thin bar, a card with what is safe."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbench.ui.kit.buttons import Button
from workbench.ui.kit.chips import Bar
from workbench.ui.kit.text import Text
from workbench.ui.kit.themed import Themed, frame
from workbench.ui.theme import look

_PATIENCE_MS = 1000


class ThinProgress(Themed, QWidget):
    """The thin bar at the foot of a page header; shows itself only after one second."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._share = 0.0
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE_MS)
        self._patience.timeout.connect(self.show)
        self.hide()

    def begin(self, verb: str) -> None:
        """Work began, told as a verb such as "Reading the list"; it is read aloud when shown."""
        self._share = 0.0
        self.setAccessibleName(verb)
        self.setToolTip(verb)
        self._patience.start()

    def show_share(self, share: float) -> None:
        """How much is done, from 0 to 1."""
        self._share = min(1.0, max(0.0, share))
        self.update()

    def end(self) -> None:
        """Work is over."""
        self._patience.stop()
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the share that is done; without one, a quiet half."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), look().colour("hover"))
        width = self.width() * (self._share or 0.5)
        painter.fillRect(QRectF(0, 0, width, self.height()), look().colour("accent"))


class ProgressCard(QWidget):
    """On top of the panel: what is read, how far, time left, what is safe, and Cancel."""

    def __init__(self, title: str, safe: str, cancelled: Callable[[], None]) -> None:
        super().__init__()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(16, 16, 16, 16)
        surface = frame("cardStrong")
        outer.addWidget(surface)
        column = QVBoxLayout(surface)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(Text(title, "section"), 1)
        self.percent = Text("", tone="text_2")
        head.addWidget(self.percent)
        column.addLayout(head)
        self.bar = Bar()
        column.addWidget(self.bar)
        line = QHBoxLayout()
        self.count = Text("")
        self.left = Text("", tone="text_3")
        line.addWidget(self.count, 1)
        line.addWidget(self.left)
        column.addLayout(line)
        column.addWidget(Text(safe, tone="text_2", wrap=True))
        foot = QHBoxLayout()
        foot.addWidget(Button("Cancel", cancelled, keys="Esc", size="small"))
        foot.addStretch(1)
        foot.addWidget(Text("You can go on working", "caption", "text_3"))
        column.addLayout(foot)

    def show_progress(self, share: float, count: str, left: str = "") -> None:
        """Show how much is done: share from 0 to 1, words for the count and the time left."""
        self.bar.show_share(share, words=f"{share:.0%}")
        self.percent.say(f"{share:.0%}")
        self.count.say(count)
        self.left.say(left)
