"""The columns of the list of sessions."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from workbench.foundation.dates import weekday_and_day
from workbench.foundation.words import SessionState
from workbench.ui.kit import paint
from workbench.ui.kit.cells import BarCell, Cell, ChipCell, TextCell
from workbench.ui.kit.rows import Column
from workbench.ui.kit.text import elided
from workbench.ui.sessions.proposal_marks import proposed_mark
from workbench.ui.sessions.session_words import kind_place, remark_of
from workbench.ui.sessions.sessions_shown import ListRow, ProposedRow, moved_words
from workbench.ui.theme import look

_CHIP_TONES = ("warn", "neutral")


@dataclass(frozen=True, slots=True)
class DayCell:
    """The mark of a kind of session and its day."""

    day: str
    kind: str
    place: int | None
    off: bool = False
    proposed: bool = False

    @property
    def said(self) -> str:
        """Day and kind, and that it is only proposed."""
        said = "proposed" if self.proposed else ""
        return ", ".join(part for part in (self.day, self.kind, said) if part)

    def width(self) -> float:
        """Mark and day."""
        return QFontMetricsF(look().font("strong")).horizontalAdvance(self.day) + look().px(20)

    def paint(self, painter: QPainter, where: QRectF, _align: Qt.AlignmentFlag) -> None:
        """Draw mark and day."""
        side = look().px(10)
        middle = QPointF(where.left() + side / 2, where.center().y())
        draw = proposed_mark if self.proposed else paint.mark
        draw(painter, middle, self.place, side)
        painter.setFont(look().font("body" if self.proposed else "strong"))
        tone = "text_3" if self.off else "text_2" if self.proposed else "text"
        painter.setPen(look().colour(tone))
        words = where.adjusted(look().px(20), 0, 0, 0)
        elided(painter, words, self.day, Qt.AlignmentFlag.AlignLeft)


def columns(
    kinds: Callable[[], Sequence[str]], now: Callable[[], datetime]
) -> list[Column[ListRow]]:
    """Return the columns; `kinds` are those of sessions in the order of their colours."""
    return [
        Column("day", "Day", lambda row: _day(row, kinds()), lambda row: row.starts, width=124),
        Column(
            "number", "No.", lambda row: TextCell(str(row.number), "text_2"), width=44,
            align="right",
        ),
        Column(
            "title", "Title", _title, lambda row: row.title.casefold(), width=190, stretch=True
        ),
        Column(
            "kind", "Kind", lambda row: TextCell(row.kind, "text_2"), lambda row: row.kind,
            width=92, leaves=1,
        ),
        Column("agenda", "Agenda", _agenda, _filled, width=198, leaves=2),
        Column("remark", "", lambda row: _remark(row, now()), width=146, align="right"),
    ]  # fmt: skip


def _day(row: ListRow, kinds: Sequence[str]) -> DayCell:
    proposed = isinstance(row, ProposedRow)
    off = not isinstance(row, ProposedRow) and row.state is SessionState.CANCELLED
    place = None if off else kind_place(row.kind, kinds)
    return DayCell(weekday_and_day(row.on), row.kind, place, off, proposed)


def _title(row: ListRow) -> Cell:
    quiet = row.open if isinstance(row, ProposedRow) else row.state is SessionState.CANCELLED
    return TextCell(row.title, "text_3" if quiet else "text")


def _filled(row: ListRow) -> int:
    return row.minutes if isinstance(row, ProposedRow) else row.agenda.end


def _agenda(row: ListRow) -> Cell:
    if isinstance(row, ProposedRow):
        return TextCell(row.agenda, "text_3")
    if not row.agenda.blocks:
        return TextCell(row.agenda.words, "text_3")
    tone = "danger" if row.agenda.over else "border_strong"
    return BarCell(row.agenda.end / row.agenda.slot, row.agenda.words, tone, bar=48)


def _remark(row: ListRow, now: datetime) -> Cell:
    if isinstance(row, ProposedRow):
        if row.clash:
            return ChipCell("clash", "warn", "warning", f"with {row.clash}")
        return ChipCell("moved", "info", "", moved_words(row)) if row.moved_from else TextCell("")
    words, tone = remark_of(row, now)
    if tone in _CHIP_TONES:
        return ChipCell(words, tone, "warning" if tone == "warn" else "")
    return TextCell(words, tone, "label" if tone == "accent_text" else "body")
