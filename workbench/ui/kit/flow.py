"""A layout that goes on in a second row where the first is full."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class Flow(QLayout):
    """Lays widgets from left to right at their own size and wraps like words."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = 8, row_gap: int = 8) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap, self._row_gap = gap, row_gap
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Take one more item."""
        self._items.append(item)

    def count(self) -> int:
        """How many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The item at a place, None outside."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take an item out."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """It never asks for more room than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """More rows where it is narrow."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all rows at this width."""
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Place the items."""
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        """All items in one row."""
        sizes = [item.sizeHint() for item in self._shown()]
        width = sum(size.width() for size in sizes) + self._gap * max(0, len(sizes) - 1)
        margins = self.contentsMargins()
        height = max((size.height() for size in sizes), default=0)
        return QSize(
            width + margins.left() + margins.right(), height + margins.top() + margins.bottom()
        )

    def minimumSize(self) -> QSize:
        """The widest single item."""
        margins = self.contentsMargins()
        widest = max((item.minimumSize().width() for item in self._shown()), default=0)
        tallest = max((item.sizeHint().height() for item in self._shown()), default=0)
        return QSize(
            widest + margins.left() + margins.right(), tallest + margins.top() + margins.bottom()
        )

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _place(self, rect: QRect, *, move: bool) -> int:
        margins = self.contentsMargins()
        area = rect.marginsRemoved(margins)
        rows = self._rows(area.width())
        top = area.top()
        for row in rows:
            height = max(item.sizeHint().height() for item in row)
            left = area.left()
            for item in row:
                size = item.sizeHint()
                width = min(size.width(), max(area.width(), item.minimumSize().width()))
                if move:
                    at = QPoint(left, top + (height - size.height()) // 2)
                    item.setGeometry(QRect(at, QSize(width, size.height())))
                left += width + self._gap
            top += height + self._row_gap
        if rows:
            top -= self._row_gap
        return top - rect.top() + margins.bottom()

    def _rows(self, width: int) -> list[list[QLayoutItem]]:
        rows: list[list[QLayoutItem]] = []
        used = 0
        for item in self._shown():
            wide = item.sizeHint().width()
            if not rows or used + self._gap + wide > width:
                rows.append([])
                used = -self._gap
            rows[-1].append(item)
            used += self._gap + wide
        return rows


def flow_of(*widgets: QWidget, gap: int = 8, row_gap: int = 8) -> QWidget:
    """Return a widget that holds the given ones and wraps them."""
    holder = QWidget()
    layout = Flow(holder, gap=gap, row_gap=row_gap)
    for widget in widgets:
        layout.addWidget(widget)
    policy = holder.sizePolicy()
    policy.setHeightForWidth(True)
    holder.setSizePolicy(policy)
    return holder
