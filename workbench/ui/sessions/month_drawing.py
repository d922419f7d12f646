"""What a day of the month shows: sessions in the colour of their kind, days off by name."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from workbench.foundation.dates import weekday_and_day
from workbench.foundation.words import SessionState
from workbench.sessions.recurrence_words import time_words
from workbench.ui.kit import paint
from workbench.ui.kit.text import elided
from workbench.ui.sessions.proposal_marks import dashed, proposed_mark
from workbench.ui.sessions.session_words import kind_place
from workbench.ui.sessions.sessions_shown import Day, ListRow, ProposedRow
from workbench.ui.theme import look

_LEFT = Qt.AlignmentFlag.AlignLeft


def day_words(day: Day) -> str:
    """Return a day aloud: its sessions, what is skipped, why it is off."""
    said = [_said(row) for row in day.sessions]
    said += [f"{day.struck} skipped"] if day.struck else []
    said += [day.note] if day.note else []
    return f"{weekday_and_day(day.on)}: {', '.join(said) or 'no session'}"


def draw_dots(painter: QPainter, where: QRectF, day: Day, kinds: Sequence[str]) -> None:
    """Draw a mark for each session, and a dash on a day off."""
    size = look().px(7)
    for number, row in enumerate(day.sessions[:4]):
        left = where.left() + number * (size + 4)
        draw = proposed_mark if isinstance(row, ProposedRow) else paint.mark
        draw(painter, QPointF(left, where.center().y()), kind_place(row.kind, kinds), size)
    if day.note and not day.sessions:
        line = QRectF(where.left(), where.center().y() - 1, size, 2)
        painter.fillRect(line, look().colour("text_3"))


def draw_sessions(
    painter: QPainter, inner: QRectF, number: QRectF, day: Day, kinds: Sequence[str],
    selected: int | None,
) -> None:  # fmt: skip
    """Draw the selected or first session of a day with its time, and how many more there are."""
    first = next((row for row in day.sessions if row.id == selected), day.sessions[0])
    more = f"+{len(day.sessions) - 1} · " if len(day.sessions) > 1 else ""
    painter.setFont(look().font("caption_strong"))
    painter.setPen(look().colour("text"))
    elided(painter, number, f"{more}{time_words(first.starts.time())}", Qt.AlignmentFlag.AlignRight)
    box = inner.adjusted(-4, look().px(19), 2, 0)
    off = _is_off(first)
    tint = look().colour("hover") if off else look().tint(kind_place(first.kind, kinds))
    colour = look().category(None if off else kind_place(first.kind, kinds))
    paint.rounded(painter, box, 4, tint)
    if isinstance(first, ProposedRow):
        dashed(painter, box, 4, look().colour("warn") if first.clash else colour)
    else:
        painter.fillRect(QRectF(box.left(), box.top(), 3, box.height()), colour)
    font = QFont(look().font("caption"))
    font.setStrikeOut(off)
    _two_lines(painter, box.adjusted(7, 2, -3, -2), first.title, font)


def draw_note(painter: QPainter, inner: QRectF, day: Day) -> None:
    """Draw the name of a day off; what would have been on it stands before, struck through."""
    where = inner.adjusted(0, look().px(19), 0, 0)
    font = QFont(look().font("caption"))
    painter.setPen(look().colour("text_3"))
    if day.struck:
        font.setStrikeOut(True)
        painter.setFont(font)
        line = look().line("caption")
        elided(painter, QRectF(where.left(), where.top(), where.width(), line), day.struck, _LEFT)
        where = where.adjusted(0, line, 0, 0)
        font.setStrikeOut(False)
    _two_lines(painter, where, day.note, font, "text_2")


def _is_off(row: ListRow) -> bool:
    return not isinstance(row, ProposedRow) and row.state is SessionState.CANCELLED


def _said(row: ListRow) -> str:
    state = "proposed " if isinstance(row, ProposedRow) else "cancelled " if _is_off(row) else ""
    return f"{state}{time_words(row.starts.time())} {row.title}"


def _two_lines(
    painter: QPainter, where: QRectF, text: str, font: QFont, tone: str = "text"
) -> None:
    painter.setFont(font)
    painter.setPen(look().colour(tone))
    line = look().line("caption")
    metrics = QFontMetricsF(font)
    if metrics.horizontalAdvance(text) <= where.width() or where.height() < 2 * line:
        top = QRectF(where.left(), where.top(), where.width(), min(where.height(), line))
        elided(painter, top, text, _LEFT)
        return
    words, first = text.split(" "), ""
    while words and metrics.horizontalAdvance(f"{first} {words[0]}".strip()) <= where.width():
        first = f"{first} {words.pop(0)}".strip()
    rows = [first, " ".join(words)] if first else [text, ""]
    for number, words_of in enumerate(rows):
        start = where.top() + number * line
        elided(painter, QRectF(where.left(), start, where.width(), line), words_of, _LEFT)
