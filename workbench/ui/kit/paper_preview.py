"""The preview: the real pages on the window's ground, zoomed to fit or as asked."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from workbench.foundation.text import counted
from workbench.ui.kit.buttons import IconButton
from workbench.ui.kit.inputs import Choice
from workbench.ui.kit.text import Text
from workbench.ui.kit.themed import Themed, frame, hairline
from workbench.ui.theme import look

_INCHES = {
    "a4": (8.2677, 11.6929),
    "us-letter": (8.5, 11.0),
    "a5": (5.8268, 8.2677),
    "us-statement": (5.5, 8.5),
}
_WHOLE = {"a5": "a4", "us-statement": "us-letter"}
_STEPS = (0.33, 0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0)
_SHARP = (48.0, 72.0, 96.0, 144.0, 192.0, 288.0)
_SCREEN_PPI = 96.0
_AIR = 20
_REST_MS = 80


class PaperPreview(QWidget):
    """Pages, and below them zoom, page count and paper."""

    sharpness_wanted = Signal(float)
    paper_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._zoom: float | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.pages = _Pages()
        self._area = _Area(self)
        self._area.setWidget(self.pages)
        column.addWidget(self._area, 1)
        column.addWidget(self._foot())
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_REST_MS)
        self._soon.timeout.connect(self._ask)
        self._place()

    @property
    def zoom(self) -> float:
        """How large the page is shown: 1 is 96 pixels of this screen to the inch."""
        return self._zoom if self._zoom is not None else self._fitting()

    @property
    def resting(self) -> bool:
        """Whether no other sharpness is about to be asked for."""
        return not self._soon.isActive()

    def show_pages(self, pages: Sequence[bytes], paper: str, in_all: int = 0) -> None:
        """Show these PNG pages of a paper by its name, such as "a4"; `in_all` where there are more.

        Hundreds of pages as pictures would fill the memory, so long prints show their first ones.
        """
        self.pages.show_pages([QImage.fromData(page) for page in pages], paper)
        self._count.say(_count_words(len(pages), in_all))
        self._paper.pick(_WHOLE.get(paper, paper))
        self._place()

    def show_words(self, words: str, name: str = "The brief as it will be printed") -> None:
        """Give the pages as words, for those who cannot see them."""
        self._area.setAccessibleName(name)
        self._area.setAccessibleDescription(words)

    def zoom_by(self, steps: int) -> None:
        """Show the page larger or smaller by steps."""
        now = self.zoom
        larger = [step for step in _STEPS if step > now + 0.01]
        smaller = [step for step in _STEPS if step < now - 0.01]
        if steps > 0 and larger:
            self._zoom = larger[0]
        elif steps < 0 and smaller:
            self._zoom = smaller[-1]
        self._place()

    def fit_page(self) -> None:
        """Show the whole page again."""
        self._zoom = None
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the page to the room."""
        super().resizeEvent(event)
        self._place()

    def _fitting(self) -> float:
        room = self._area.viewport().size()
        width, height = _INCHES[self.pages.paper]
        across = (room.width() - 2 * _AIR) / (width * _SCREEN_PPI)
        up = (room.height() - 2 * _AIR) / (height * _SCREEN_PPI)
        return max(min(across, up), _STEPS[0])

    def _place(self) -> None:
        self.pages.show_at(self.zoom)
        self._percent.say(f"{round(100 * self.zoom)}%")
        self._soon.start()

    def _ask(self) -> None:
        needed = self.zoom * _SCREEN_PPI * self.devicePixelRatioF()
        self.sharpness_wanted.emit(next((ppi for ppi in _SHARP if ppi >= needed), _SHARP[-1]))

    def _foot(self) -> QWidget:
        foot = frame("window")
        row = QHBoxLayout(foot)
        row.setContentsMargins(16, 6, 16, 14)
        row.setSpacing(10)
        row.addStretch(1)
        self._percent = Text("", tone="text_2")
        self._count = Text("", tone="text_2")
        self._paper = Choice([("a4", "A4"), ("us-letter", "Letter")])
        self._paper.setAccessibleName("Paper")
        self._paper.picked.connect(self.paper_chosen.emit)
        row.addWidget(IconButton("minus", "Smaller", lambda: self.zoom_by(-1), keys="-"))
        row.addWidget(self._percent)
        row.addWidget(IconButton("plus", "Larger", lambda: self.zoom_by(1), keys="+"))
        row.addWidget(hairline(upright=True))
        row.addWidget(self._count)
        row.addWidget(hairline(upright=True))
        row.addWidget(self._paper)
        row.addStretch(1)
        return foot


def _count_words(shown: int, in_all: int) -> str:
    if in_all > shown:
        return f"The first {shown} of {in_all} pages"
    return f"{shown} pages" if shown > 1 else "Page 1 of 1"


class _Area(QScrollArea):
    """Scrolls the pages; + and - zoom, 0 fits, Ctrl with the wheel zooms."""

    def __init__(self, pane: PaperPreview) -> None:
        super().__init__()
        self._pane = pane
        self.setObjectName("window")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1}
        key = Qt.Key(event.key())
        if key in steps:
            self._pane.zoom_by(steps[key])
        elif key == Qt.Key.Key_0:
            self._pane.fit_page()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._pane.zoom_by(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)


class _Pages(Themed, QWidget):
    """The pages one below the other; paper stays white in dark."""

    def __init__(self) -> None:
        super().__init__()
        self.paper = "a4"
        self._images: list[QImage] = []
        self._drawn: dict[tuple[int, int, int], QImage] = {}
        self._zoom = 1.0

    def show_pages(self, images: list[QImage], paper: str) -> None:
        self.paper = paper
        self._images = images
        self._drawn = {}
        self.setAccessibleName(counted(len(images), "page", "pages"))

    def show_at(self, zoom: float) -> None:
        self._zoom = zoom
        size = self._page()
        pages = max(len(self._images), 1)
        height = pages * (size.height() + _AIR) + _AIR
        self.setFixedSize(size.width() + 2 * _AIR, height)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        size = self._page()
        for place in range(max(len(self._images), 1)):
            where = QRectF(_AIR, _AIR + place * (size.height() + _AIR), size.width(), size.height())
            painter.fillRect(where, Qt.GlobalColor.white)
            if place < len(self._images):
                painter.drawImage(where, self._sharp(place, size))
            painter.setPen(look().colour("border_strong"))
            painter.drawRect(where.adjusted(0, 0, -1, -1))

    def _page(self) -> QSize:
        width, height = _INCHES[self.paper]
        return QSize(
            round(width * _SCREEN_PPI * self._zoom), round(height * _SCREEN_PPI * self._zoom)
        )

    def _sharp(self, place: int, size: QSize) -> QImage:
        """Return the page scaled once to the pixels of this screen."""
        ratio = self.devicePixelRatioF()
        wanted = QSize(round(size.width() * ratio), round(size.height() * ratio))
        key = (place, wanted.width(), wanted.height())
        if key not in self._drawn:
            self._drawn[key] = self._images[place].scaled(
                wanted,
                Qt.AspectRatioMode.IgnoreAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        return self._drawn[key]
