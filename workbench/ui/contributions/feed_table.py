"""The feed: one gift to a row with who, to whom, what and its tags, under its session."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter

from workbench.contributions.feed_queries import FeedGroup, FeedRow
from workbench.contributions.kinds import told
from workbench.foundation.dates import weekday_and_day
from workbench.foundation.text import listed
from workbench.ui.kit import paint
from workbench.ui.kit.gifts import KIND_ICONS, capitalised, gift_sentence
from workbench.ui.kit.rows import Column, Section
from workbench.ui.kit.table import RowTable
from workbench.ui.kit.text import elided
from workbench.ui.theme import look, paint_icon

_LEFT = Qt.AlignmentFlag.AlignLeft
_SECTION, _PLAIN, _TAGGED = 34, 62, 90


@dataclass(frozen=True, slots=True)
class GiftCell:
    """Avatar, "Hana Novák helped Kofi Mensah", the words, the tags, and the kind at the right."""

    row: FeedRow

    @property
    def said(self) -> str:
        """The gift in words."""
        row = self.row
        sentence = gift_sentence(row.giver.name, row.kind, row.receivers, row.text, row.kind_name)
        answered = ["answered"] if row.answered_on else []
        return ", ".join([sentence, *answered, *row.tags])

    def width(self) -> float:
        """Room for a line of words."""
        return float(look().px(320))

    def paint(self, painter: QPainter, where: QRectF, _align: Qt.AlignmentFlag) -> None:
        """Draw it."""
        size = look().px(28)
        top = where.top() + look().px(10)
        place = self.row.department.position if self.row.department else None
        centre = QPointF(where.left() + size / 2, top + size / 2)
        paint.avatar(painter, centre, size, self.row.giver.name, place)
        words = QRectF(where.left() + look().px(40), top, where.width() - look().px(40), size)
        line = look().px(20)
        kind = self._paint_kind(painter, _line(words, 0, line))
        self._paint_names(painter, _line(words, 0, line).adjusted(0, 0, -kind, 0))
        painter.setFont(look().font())
        painter.setPen(look().colour("text_2"))
        elided(painter, _line(words, line, line), self.row.text, _LEFT)
        self._paint_tags(painter, _line(words, 2 * line + look().px(5), look().px(22)))

    def _paint_kind(self, painter: QPainter, where: QRectF) -> float:
        """Draw the kind at the right end and return the room it takes."""
        painter.setFont(look().font("caption"))
        painter.setPen(look().colour("text_2"))
        word = capitalised(self.row.kind_name)
        icon = KIND_ICONS[self.row.kind]
        if self.row.answered_on:
            word, icon = f"{word}, answered", "check"
        width = QFontMetricsF(painter.font()).horizontalAdvance(word)
        right = QRectF(where.right() - width, where.top(), width + 1, where.height())
        painter.drawText(right, Qt.AlignmentFlag.AlignVCenter, word)
        side = look().px(14)
        box = QRectF(right.left() - side - 6, where.center().y() - side / 2, side, side)
        paint_icon(painter, icon, box, look().colour("text_2"))
        return width + side + look().px(16)

    def _paint_names(self, painter: QPainter, where: QRectF) -> None:
        row = self.row
        receivers = listed([one.name for one in row.receivers])
        verb = told(row.kind, receivers).removesuffix(receivers)
        for text, role, tone in (
            (row.giver.name, "strong", "text"),
            (f" {verb}" if verb else "", "body", "text_2"),
            (receivers, "strong", "text"),
        ):
            painter.setFont(look().font(role))
            painter.setPen(look().colour(tone))
            elided(painter, where, text, _LEFT)
            used = QFontMetricsF(painter.font()).horizontalAdvance(text)
            where = where.adjusted(min(used, where.width()), 0, 0, 0)

    def _paint_tags(self, painter: QPainter, where: QRectF) -> None:
        left = where.left()
        for tag in self.row.tags:
            width = paint.chip_width(tag)
            if left + width > where.right():
                return
            paint.chip(painter, QRectF(left, where.top(), width, where.height()), tag, "neutral")
            left += width + look().px(6)


class FeedTable(RowTable[FeedRow]):
    """Gifts under their sessions; Enter opens a gift, Delete takes it out."""

    def __init__(self, delete: Callable[[FeedRow], object]) -> None:
        gift = Column("gift", "Gift", GiftCell, width=320, stretch=True)
        super().__init__([gift], lambda row: str(row.id))
        self._delete = delete
        self.setAccessibleName("Contributions")
        self.horizontalHeader().hide()

    def show_feed(self, groups: Sequence[FeedGroup], today: date) -> None:
        """Show gifts under their sessions; what took the place of a selected one is selected."""
        place = self.currentIndex().row() if self.current_row() is not None else -1
        self.show_groups([(section_of(group, today), group.rows) for group in groups])
        if place >= 0 and self.current_row() is None and self.hasFocus():
            self._choose_near(place)

    def _choose_near(self, place: int) -> None:
        """Select the gift at a place, or the first below it, or the last above."""
        count = self.rows.rowCount()
        near = (*range(place, count), *range(min(place, count) - 1, -1, -1))
        rows = (self.rows.row(each) for each in near)
        wanted = next((row for row in rows if row is not None), None)
        self.choose(lambda row: row is wanted)

    def restyle(self) -> None:
        """Take the row heights of the present text size."""
        super().restyle()
        if hasattr(self, "_delete"):
            self._size_rows()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes the selected gift out."""
        row = self.current_row()
        if event.key() == Qt.Key.Key_Delete and row is not None:
            self._delete(row)
            return
        super().keyPressEvent(event)

    def _span_sections(self) -> None:
        """Give each row its height; headings over a single column need no span."""
        self._size_rows()

    def _size_rows(self) -> None:
        for place in range(self.rows.rowCount()):
            row = self.rows.row(place)
            height = _SECTION if row is None else _TAGGED if row.tags else _PLAIN
            self.setRowHeight(place, look().px(height))


def section_of(group: FeedGroup, today: date) -> Section:
    """Return the heading of a session: "Thu 1 Oct", its title, and how much was given in all."""
    year = "" if group.on.year == today.year else f" {group.on.year}"
    return Section(f"{weekday_and_day(group.on)}{year}", f"{group.title} · {group.in_all} in all")


def _line(where: QRectF, down: float, height: float) -> QRectF:
    return QRectF(where.left(), where.top() + down, where.width(), height)
