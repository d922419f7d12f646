"""The picture of a chart on screen: decoded beside the window's thread, painted on it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from workbench.reports.charts import Area, Drawing, Spot


@dataclass(frozen=True, slots=True)
class Decoded:
    """A picture ready to paint, as an image or as SVG, with its points and panels."""

    image: QImage | None
    svg: bytes
    spots: "tuple[Spot, ...]" = ()
    areas: "tuple[Area, ...]" = ()


def decoded(content: "Drawing | bytes") -> Decoded:
    """Return what was drawn as something to paint; an image needs no window, so any thread may."""
    if not isinstance(content, bytes):
        image = QImage.fromData(QByteArray(content.png))
        return Decoded(image, b"", content.spots, content.areas)
    if content.lstrip()[:1] == b"<":
        return Decoded(None, content)
    return Decoded(QImage.fromData(QByteArray(content)), b"")


class ChartPicture(QWidget):
    """Paints the picture over its whole size, and lets the chart see the mouse."""

    def __init__(self) -> None:
        super().__init__()
        self.setMouseTracking(True)
        self._image: QImage | None = None
        self._drawing: QSvgRenderer | None = None

    def show_content(self, content: Decoded) -> None:
        """Show another picture."""
        self._image = content.image
        self._drawing = QSvgRenderer(QByteArray(content.svg)) if content.svg else None
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it; while the window is being resized the last one is stretched."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self._drawing is not None:
            self._drawing.render(painter, QRectF(self.rect()))
        elif self._image is not None:
            painter.drawImage(QRectF(self.rect()), self._image)
