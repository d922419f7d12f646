"""Line icons of our own, drawn from resources/icons and tinted to the colour of the text."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from workbench.foundation.assets import asset
from workbench.ui.theme.look import look

_THIN = 'stroke-width="1.5"'


def paint_icon(
    painter: QPainter, name: str, where: QRectF, colour: QColor, stroke: float = 1.5
) -> None:
    """Draw the icon into the rectangle; `stroke` is its line in units of the 20 px grid."""
    _renderer(name, colour.name(), look().colour("warn_mark").name(), stroke).render(painter, where)


def pixmap(name: str, size: int, colour: QColor, ratio: float = 1.0) -> QPixmap:
    """Return the icon as a square picture of `size` logical pixels."""
    picture = QPixmap(QSize(size, size) * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    paint_icon(painter, name, QRectF(0, 0, size, size), colour)
    painter.end()
    return picture


def icon(name: str, tone: str = "text") -> QIcon:
    """Return the icon for a menu, in the present look: 16 px at 100 %, once and twice as sharp."""
    made = QIcon()
    for ratio in (1.0, 2.0):
        made.addPixmap(pixmap(name, look().px(16), look().colour(tone), ratio))
    return made


@cache
def _renderer(name: str, colour: str, warm: str, stroke: float) -> QSvgRenderer:
    text = asset("icons", f"{name}.svg").read_text(encoding="utf-8")
    text = text.replace("currentColor", colour).replace("warmColor", warm)
    text = text.replace(_THIN, f'stroke-width="{stroke}"', 1)
    return QSvgRenderer(QByteArray(text.encode()))
