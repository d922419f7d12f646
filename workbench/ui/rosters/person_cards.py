"""The cards of one person's page: sessions by date, what was given, promises, stories, reason."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbench.contributions.feed_queries import FeedRow
from workbench.contributions.kinds import told
from workbench.contributions.thanks import speaks_of_use
from workbench.foundation.dates import short_month
from workbench.foundation.text import listed
from workbench.foundation.words import ContributionKind, StoryValue
from workbench.impact.queries import StoryRow
from workbench.insights.person_queries import (
    KindGiven,
    MembershipTime,
    PersonWhole,
    SessionOfPerson,
)
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.chips import Chip, Icon
from workbench.ui.kit.flow import flow_of
from workbench.ui.kit.gifts import KIND_ICONS, capitalised
from workbench.ui.kit.paint import rounded
from workbench.ui.kit.panel import heading_row
from workbench.ui.kit.rows_card import rows_card
from workbench.ui.kit.squares import Square, SquareStrip
from workbench.ui.kit.text import Span, Text
from workbench.ui.kit.themed import Themed, frame
from workbench.ui.rosters.people_columns import SQUARES
from workbench.ui.rosters.people_words import short_date
from workbench.ui.rosters.person_words import earlier_said, kind_said, sessions_said
from workbench.ui.theme import look

_SESSIONS_SHOWN = 16
_LEGEND = (
    Square.HERE, Square.LATE, Square.APOLOGIES, Square.MISSED, Square.NOT_KNOWN, Square.NOT_YET,
)  # fmt: skip
_VALUES = list(StoryValue)


def sessions_card(whole: PersonWhole, today: date) -> QWidget:
    """Return the sessions by date with the fraction and its rule, the newest at the right."""
    note = Text(sessions_said(whole, today), tone="text_2", wrap=True)
    if whole.rate.expected:
        note.setToolTip(whole.rate.explained)
    theirs = any(one.mark is not None for one in whole.sessions)
    shown = whole.sessions[-_SESSIONS_SHOWN:] if theirs else ()
    earlier = len(whole.sessions) - len(shown)
    head = flow_of(Text("Sessions", "section"), note, gap=12)
    parts: list[QWidget] = [head]
    if shown:
        parts.append(flow_of(*(_Day(one, today) for one in shown), gap=3, row_gap=10))
        there = {SQUARES[one.mark] for one in shown}
        legend = [_legend(square) for square in _LEGEND if square in there]
        if earlier:
            legend.append(Text(earlier_said(earlier), "caption", "text_3"))
        parts.append(flow_of(*legend, gap=14))
    made = frame("card")
    column = QVBoxLayout(made)
    column.setContentsMargins(16, 12, 16, 14)
    column.setSpacing(12)
    for part in parts:
        column.addWidget(part)
    return made


def gifts_card(
    rows: Sequence[FeedRow], most: int, line: Callable[[FeedRow], QWidget], more: Callable[[], None]
) -> QWidget:
    """Return gifts one below the other, the newest first, with the rest behind a button."""
    foot: QWidget | None = None
    if len(rows) > most:
        foot = QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(14, 6, 14, 6)
        row.addWidget(Button(f"Show {len(rows) - most:,} earlier", more, kind="link"))
        row.addStretch(1)
    return rows_card(*map(line, rows[:most]), foot=foot)


def given_line(row: FeedRow, today: date) -> QWidget:
    """Return a gift as its giver's page tells it: "Helped Kofi Mensah: ..."."""
    names = listed([one.name for one in row.receivers])
    verb = told(row.kind, "").strip() if not names else told(row.kind, names)[: -len(names)]
    words = Text(role="body", wrap=True)
    if names:
        spans = [Span(verb.capitalize()), Span(names, "strong")]
        words.say_spans(*spans, Span(f": {row.text}" if row.text else ""))
    else:
        words.say(row.text or capitalised(row.kind_name))
    return _gift_line(row, words, today)


def received_line(row: FeedRow, today: date) -> QWidget:
    """Return a gift as its receiver's page tells it, with the giver first."""
    words = Text(role="body", wrap=True)
    words.say_spans(Span(row.giver.name, "strong"), Span(f": {row.text}" if row.text else ""))
    return _gift_line(row, words, today)


def kinds_row(kinds: Iterable[KindGiven]) -> QWidget:
    """Return how much of each kind was given, as icon, word and count."""
    ordered = sorted(kinds, key=lambda given: -given.number)
    return flow_of(*map(_kind, ordered), gap=18, row_gap=4)


def story_line(row: StoryRow, today: date) -> QWidget:
    """Return a story with how far its learning got."""
    story = row.story
    holder, line = _line()
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(Text(story.title, "strong", wrap=True))
    said = (
        f"{story.value.value.capitalize()} · told {short_date(story.told_on, today)}"
        if story.told_on
        else story.value.value.capitalize()
    )
    words.addWidget(Text(said, "caption", "text_3", wrap=True))
    line.addLayout(words, 1)
    line.addWidget(_Reached(_VALUES.index(story.value) + 1, story.value.value))
    return holder


def reason_line(time: MembershipTime) -> QWidget:
    """Return why somebody comes, in their words, with the theme it stands under."""
    holder, line = _line()
    line.addWidget(Icon("speech", "text_3", 16, in_line=True), 0, Qt.AlignmentFlag.AlignTop)
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(Text(time.reason, wrap=True))
    if time.theme:
        words.addWidget(Text(f"Theme: {time.theme}", "caption", "text_3", wrap=True))
    line.addLayout(words, 1)
    return holder


def titled(title: str, note: str, *content: QWidget, action: QWidget | None = None) -> QWidget:
    """Return a heading with its note and action, and what belongs under it."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    head = heading_row(title, note, action)
    head.addStrut(look().px(24))  # as high with an action as without
    column.addLayout(head)
    for widget in content:
        column.addWidget(widget)
    return holder


class _Day(QWidget):
    """One session: its square, and the day below it."""

    def __init__(self, one: SessionOfPerson, today: date) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        square = SQUARES[one.mark]
        strip = SquareStrip([square], side=17)
        centre = Qt.AlignmentFlag.AlignHCenter
        said = f"{one.title}, {short_date(one.on, today)}: {_word(square)}"
        strip.setAccessibleName(said)
        self.setToolTip(said)
        column.addWidget(strip, 0, centre)
        column.addWidget(Text(str(one.on.day), "caption", "text"), 0, centre)
        column.addWidget(Text(short_month(one.on), "caption", "text_3"), 0, centre)

    def sizeHint(self) -> QSize:
        """Equally wide days, so that they stand in columns."""
        hint = super().sizeHint()
        return QSize(max(look().px(40), hint.width()), hint.height())


class _Reached(Themed, QWidget):
    """Five short bars, as many of them full as the value of a story reaches."""

    def __init__(self, number: int, word: str) -> None:
        super().__init__()
        self._number = number
        self.setAccessibleName(f"{word}, {number} of {len(_VALUES)}")
        self.setToolTip(f"{word.capitalize()}, {number} of {len(_VALUES)}")
        self.restyle()

    def restyle(self) -> None:
        """Grow with the text."""
        self.setFixedSize(len(_VALUES) * look().px(11), look().px(8))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the bars."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        step = self.width() / len(_VALUES)
        for place in range(len(_VALUES)):
            tone = "accent" if place < self._number else "border_strong"
            where = QRectF(place * step, 1, step - 2, self.height() - 2)
            rounded(painter, where, 2, look().colour(tone))


def _gift_line(row: FeedRow, words: Text, today: date) -> QWidget:
    holder, line = _line()
    icon = Icon(KIND_ICONS[row.kind], "text_2", 16, row.kind_name, in_line=True)
    line.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
    column = QVBoxLayout()
    column.setSpacing(0)
    column.addWidget(words)
    column.addWidget(Text(short_date(row.given_on, today), "caption", "text_3"))
    line.addLayout(column, 1)
    chip = _chip(row)
    if chip:
        line.addWidget(Chip(chip), 0, Qt.AlignmentFlag.AlignTop)
    return holder


def _chip(row: FeedRow) -> str:
    used = next((tag for tag in row.tags if speaks_of_use(tag)), "")
    if not used and row.kind is ContributionKind.QUESTION and row.answered_on is None:
        return "Open"
    return used


def _line() -> tuple[QWidget, QHBoxLayout]:
    holder = QWidget()
    line = QHBoxLayout(holder)
    line.setContentsMargins(14, 9, 14, 9)
    line.setSpacing(10)
    return holder, line


def _legend(square: Square) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    row.addWidget(SquareStrip([square], side=11))
    row.addWidget(Text(_word(square), "caption", "text_2"))
    return holder


def _word(square: Square) -> str:
    """Return what a square says here, where somebody may have left or been a guest as well."""
    return "not a member then" if square is Square.NOT_YET else square.value


def _kind(given: KindGiven) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    row.addWidget(Icon(KIND_ICONS[given.kind], "text_2", 14))
    words = Text(role="caption")
    words.say_spans(
        Span(f"{kind_said(given.kind, given.named)}  ", "", "text_2"),
        Span(str(given.number), "caption_strong"),
    )
    row.addWidget(words)
    return holder
