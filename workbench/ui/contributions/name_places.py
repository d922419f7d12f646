"""Where names stand on the map of connections, so that they hide neither dots nor each other."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QPointF, QRectF

from workbench.ui.contributions.connection_scene import DotItem, NameItem
from workbench.ui.theme import look

_MOST_NAMES = 9
_STEPS = (0, -14, 14, -28, 28, -42, 42)


def place_departments(
    places: Sequence[tuple[NameItem, QPointF]], discs: Sequence[QRectF], whole: QRectF
) -> None:
    """Put each department's name near its place where it hides least."""
    taken = list(discs)
    for item, at in places:
        middle = at - item.size.center()
        tries = [
            _inside(item.size.translated(middle + QPointF(look().px(x), look().px(y))), whole)
            for x in _STEPS
            for y in _STEPS
        ]
        best = min(tries, key=lambda box: (_hidden(box, taken), _squared(box.center() - at)))
        item.setPos(best.topLeft())
        taken.append(best)


def place_names(
    dots: Sequence[DotItem],
    chosen: int,
    beside: Collection[int],
    taken: Sequence[QRectF],
    whole: QRectF,
) -> list[NameItem]:
    """Return names of the chosen one, of whoever is linked to them, and of some others.

    The chosen one is always named; the others where there is room, nobody by rank in words.
    """
    wanted = sorted(
        (item for item in dots if item.dot.key in beside or not item.dot.alone),
        key=lambda item: (
            item.dot.key != chosen,
            item.dot.key not in beside,
            -item.dot.busy,
            item.dot.name,
        ),
    )
    boxes, discs, made = list(taken), [item.disc for item in dots], []
    for item in wanted[: max(_MOST_NAMES, len(beside))]:
        near = item.dot.key in beside
        name = NameItem(item.dot.name, "caption_label" if near else "caption", "text")
        box, hidden = _beside(name, item, [*boxes, *discs], whole)
        if hidden and item.dot.key != chosen:
            continue
        name.setPos(box.topLeft())
        boxes.append(box)
        made.append(name)
    return made


def _beside(
    name: NameItem, item: DotItem, taken: Sequence[QRectF], whole: QRectF
) -> tuple[QRectF, float]:
    """Return the best place round a dot, and how much of other things it hides there."""
    wide, high, far = name.size.width(), name.size.height(), item.radius + (9 if item.chosen else 4)
    at = item.pos()
    corners = [
        QPointF(far, -high / 2),
        QPointF(-far - wide, -high / 2),
        QPointF(-wide / 2, far),
        QPointF(-wide / 2, -far - high),
    ]
    boxes = [_inside(QRectF(at + corner, name.size.size()), whole) for corner in corners]
    return min(((box, _hidden(box, taken)) for box in boxes), key=lambda pair: pair[1])


def _inside(box: QRectF, whole: QRectF) -> QRectF:
    left = min(max(box.left(), whole.left() + 2), whole.right() - box.width() - 2)
    top = min(max(box.top(), whole.top() + 2), whole.bottom() - box.height() - 2)
    return QRectF(max(left, whole.left()), max(top, whole.top()), box.width(), box.height())


def _hidden(box: QRectF, taken: Sequence[QRectF]) -> float:
    common = [box.intersected(other) for other in taken]
    return sum(each.width() * each.height() for each in common)


def _squared(way: QPointF) -> float:
    return way.x() ** 2 + way.y() ** 2
