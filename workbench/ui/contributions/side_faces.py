"""What stands beside the feed: one face at a time, turned by tabs; all of the page when narrow."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from workbench.ui.kit.filters import FilterBar, Segments
from workbench.ui.kit.themed import hairline

FEED = "feed"


class SideFaces(QWidget):
    """The feed at the left and the faces at the right under their tabs.

    On narrow windows the feed is the first tab and one of them has all the room. `turned` tells
    the key of the face that shows.
    """

    turned = Signal(str)

    def __init__(self, feed: QWidget) -> None:
        super().__init__()
        self._faces: dict[str, tuple[str, QWidget]] = {}
        self._narrow = False
        self._feed = feed
        self._wide_key = ""
        self.tabs = Segments([], "Beside the feed")
        self.tabs.chosen.connect(self._turn)
        self.strip = FilterBar(self.tabs)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self._above = QVBoxLayout()
        whole.addLayout(self._above)
        row = QHBoxLayout()
        row.setSpacing(0)
        whole.addLayout(row, 1)
        row.addWidget(feed, 45)
        self._edge = hairline(upright=True)
        row.addWidget(self._edge)
        self._right = QWidget()
        row.addWidget(self._right, 55)
        column = QVBoxLayout(self._right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._over = QVBoxLayout()
        column.addLayout(self._over)
        holder = QWidget()
        self._stack = QStackedLayout(holder)
        column.addWidget(holder, 1)
        self._over.addWidget(self.strip)

    @property
    def key(self) -> str:
        """The key of the face that shows, "feed" where only the feed does."""
        return self.tabs.key

    def add_face(self, key: str, label: str, face: QWidget, *, first: bool = False) -> None:
        """Add a face under a tab; the first one is what the page opens with."""
        self._stack.addWidget(face)
        added = {key: (label, face)}
        self._faces = added | self._faces if first else self._faces | added
        self._offer(key if first or len(self._faces) == 1 else "")

    def show_face(self, key: str) -> None:
        """Turn to a face."""
        self.tabs.choose(key)

    def show_counts(self, counts: dict[str, int]) -> None:
        """Show counts behind the labels of tabs."""
        self.tabs.show_counts(counts)

    def fit(self, *, narrow: bool) -> None:
        """Stand beside the feed, or in its place on request."""
        if narrow == self._narrow:
            return
        self._narrow = narrow
        (self._above if narrow else self._over).addWidget(self.strip)
        if narrow:
            self._wide_key = self.tabs.key
        self._offer(FEED if narrow else self._wide_key)

    def _offer(self, key: str) -> None:
        tabs = [(each, label) for each, (label, _) in self._faces.items()]
        self.tabs.offer([(FEED, "Feed"), *tabs] if self._narrow else tabs, key)
        self._turn(self.tabs.key)

    def _turn(self, key: str) -> None:
        if key in self._faces:
            self._stack.setCurrentWidget(self._faces[key][1])
            self._wide_key = key
        self._feed.setVisible(not self._narrow or key == FEED)
        self._edge.setVisible(not self._narrow)
        self._right.setVisible(not self._narrow or key != FEED)
        self.turned.emit(key)
