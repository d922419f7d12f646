"""Shapes that rows, panels and buttons share: surfaces, avatars, chips, key caps, marks."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from workbench.foundation.text import initials
from workbench.ui.theme import look, paint_icon

CENTRE = Qt.AlignmentFlag.AlignCenter


def rounded(
    painter: QPainter,
    where: QRectF,
    radius: float,
    fill: QColor | None,
    border: QColor | None = None,
    width: float = 1.0,
) -> None:
    """Draw a rounded rectangle; its border lies inside `where`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    inset = width / 2 if border else 0.0
    painter.setPen(QPen(border, width) if border else Qt.PenStyle.NoPen)
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(where.adjusted(inset, inset, -inset, -inset), radius, radius)
    painter.restore()


def focus_ring(painter: QPainter, inside: QRectF, radius: float = 6) -> None:
    """Draw the ring of keyboard focus just inside a rectangle, 2 px wide."""
    rounded(painter, inside, radius, None, look().colour("focus"), 2)


def avatar(
    painter: QPainter, centre: QPointF, diameter: float, name: str, place: int | None
) -> None:
    """Draw a person's initials on the tint of their department (`place` from 0, None neutral)."""
    circle = QRectF(centre.x() - diameter / 2, centre.y() - diameter / 2, diameter, diameter)
    edge = look().colour("border") if look().contrast else None
    rounded(painter, circle, diameter / 2, look().tint(place), edge)
    font = look().font("strong")
    font.setPixelSize(max(8, round(diameter * 0.25 + look().px(4))))
    painter.setFont(font)
    painter.setPen(look().colour("text"))
    painter.drawText(circle, CENTRE, initials(name))


def mark(painter: QPainter, centre: QPointF, place: int | None, size: float = 8) -> None:
    """Draw the small square that stands for a category; it always has its name beside it."""
    square = QRectF(centre.x() - size / 2, centre.y() - size / 2, size, size)
    rounded(painter, square, size / 4, look().category(place))


def chip_width(text: str, icon: str = "") -> float:
    """Return how wide a chip with these words is, in pixels."""
    room = look().px(8) * 2 + (look().px(13) + look().px(5) if icon else 0)
    return QFontMetricsF(look().font("caption_label")).horizontalAdvance(text) + room


def chip(painter: QPainter, where: QRectF, text: str, tone: str, icon: str = "") -> None:
    """Draw a chip: `tone` is good, warn, danger, info, neutral, or a category as "c0" to "c5"."""
    fill, ink = chip_colours(tone)
    rounded(painter, where, 4, fill, look().colour("border") if look().contrast else None)
    left = where.left() + look().px(8)
    if icon:
        side = look().px(13)
        top = where.center().y() - side / 2
        paint_icon(painter, icon, QRectF(left, top, side, side), ink, 2)
        left += side + look().px(5)
    painter.setFont(look().font("caption_label"))
    painter.setPen(ink)
    words = QRectF(left, where.top(), where.right() - left, where.height())
    painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)


def chip_colours(tone: str) -> tuple[QColor, QColor]:
    """Return background and text colour of a chip."""
    if tone == "neutral":
        return look().colour("hover"), look().colour("text_2")
    if tone.startswith("c"):
        return look().tint(int(tone[1:])), look().colour("text")
    return look().colour(f"{tone}_bg"), look().colour(tone)


def key_cap_width(keys: str) -> float:
    """Return how wide the cap with the name of a key is."""
    metrics = QFontMetricsF(look().font("caption"))
    return max(metrics.horizontalAdvance(keys) + look().px(10), float(look().px(20)))


def key_cap(painter: QPainter, where: QRectF, keys: str, ink: QColor, edge: QColor) -> None:
    """Draw the name of a key in a thin frame."""
    rounded(painter, where, 4, None, edge)
    painter.setFont(look().font("caption"))
    painter.setPen(ink)
    painter.drawText(where, CENTRE, keys)
