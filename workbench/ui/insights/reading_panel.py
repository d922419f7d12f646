"""What the charts say: a section for each, the events, and the sentence that always stands."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from workbench.communities.queries import EventRow
from workbench.foundation.text import number
from workbench.ui.insights.questions_card import QuestionDeeds, QuestionsCard
from workbench.ui.insights.shown_insights import Said, ShownChange, ShownReading
from workbench.ui.insights.shown_notes import ShownNote, event_line, note_line
from workbench.ui.kit import paint
from workbench.ui.kit.buttons import Button, IconButton
from workbench.ui.kit.chips import Chip, Icon
from workbench.ui.kit.hidden_names import hidden_line
from workbench.ui.kit.panel import DetailPanel, PanelSection
from workbench.ui.kit.text import Text
from workbench.ui.kit.themed import Themed, frame
from workbench.ui.theme import look

_DAY_WIDTH = 62


@dataclass(frozen=True, slots=True)
class PanelDeeds:
    """What the panel's buttons do."""

    copy: Callable[[], object]
    add_event: Callable[[], object]
    edit_event: Callable[[EventRow], object]
    add_note: Callable[[], object]
    edit_note: Callable[[ShownNote], object]


class ReadingPanel(DetailPanel):
    """Carries the words of the charts; the care note stays visible below them."""

    def __init__(self, deeds: PanelDeeds, questions: QuestionDeeds) -> None:
        super().__init__()
        self.setAccessibleName("What the charts say")
        self._deeds, self._questions = deeds, questions
        self.note = Text("", tone="text", wrap=True)
        self._foot = _note_frame(self.note)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(16, 8, 16, 16)
        row.addWidget(self._foot)
        self.foot.addWidget(holder)

    def show_words(self, said: Said, today: date, *, hidden: bool) -> None:
        """Show other words; while names are `hidden` nothing stands there that may hold any."""
        self.show_head(self._title(said.compared))
        sections = [*map(_section, said.readings), self._events(said.events, today)]
        if said.has_charts:
            sections.append(self._notes(said.notes, today, hidden=hidden))
        sections.append(QuestionsCard(said.questions, self._questions, hidden=hidden))
        told = [one for one in said.readings if one.long or one.answered or one.method]
        if told:
            sections.append(_methods(told))
        self.show_sections(*sections)
        self.note.say(said.note)
        self._foot.setVisible(bool(said.note))

    def _title(self, compared: str) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Text("What the charts say", "section"))
        words.addWidget(Text(compared, tone="text_2"))
        row.addLayout(words, 1)
        copy = Button("Copy", self._deeds.copy, icon="copy", size="small")
        row.addWidget(copy, 0, Qt.AlignmentFlag.AlignTop)
        return holder

    def _events(self, events: Sequence[EventRow], today: date) -> QWidget:
        add = Button("Add event", self._deeds.add_event, kind="link")
        section = PanelSection("Events on the charts", action=add)
        section.column.setSpacing(0)
        if not events:
            words = "A new host, a new form, a pause: note it, and the charts show the day."
            section.add(Text(words, tone="text_2", wrap=True))
        for event in events:
            edit = _pencil(f"Edit {event.title}", partial(self._deeds.edit_event, event))
            section.add(_dated(*event_line(event, today), edit))
        return section

    def _notes(self, notes: Sequence[ShownNote], today: date, *, hidden: bool) -> QWidget:
        add = Button("Add note", self._deeds.add_note, kind="link")
        section = PanelSection("Your notes", action=add)
        section.column.setSpacing(0)
        if hidden:
            add.hide()
            section.add(hidden_line())
        elif not notes:
            words = "Double-click a point, or choose it with the arrows and Enter, to note why."
            section.add(Text(words, tone="text_2", wrap=True))
        for note in notes:
            day, words = note_line(note, today)
            edit = _pencil(f"Edit note {note.number}", partial(self._deeds.edit_note, note))
            section.add(_dated(f"{note.number}  {day}", words, edit, wrap=True))
        return section


def _dated(day: str, words: str, edit: QWidget, *, wrap: bool = False) -> QWidget:
    top = Qt.AlignmentFlag.AlignTop if wrap else Qt.AlignmentFlag.AlignVCenter
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 4 if wrap else 0, 0, 0)
    row.setSpacing(4)
    when = Text(day, tone="text_3")
    when.setFixedWidth(look().px(_DAY_WIDTH if len(day) < 9 else _DAY_WIDTH + 34))
    row.addWidget(when, 0, top)
    row.addWidget(Text(words, tone="text_2", wrap=wrap), 1)
    row.addWidget(edit, 0, top)
    return holder


def _pencil(name: str, pressed: Callable[[], object]) -> QWidget:
    return IconButton("pencil", name, pressed, size="small")


def _methods(readings: Sequence[ShownReading]) -> QWidget:
    """Return the card that says it for leaders, and how it was worked out."""
    section = PanelSection("For leaders, and how we know")
    for reading in readings:
        section.add(Text(reading.title, "caption_strong", "text_2"))
        if reading.long:
            section.add(Text(reading.long, tone="text", wrap=True))
        if reading.answered:
            section.add(Text(reading.answered, tone="text_2", wrap=True))
        if reading.method:
            section.add(Text(reading.method, "caption", "text_3", wrap=True))
    return section


class ChangeStrip(Themed, QWidget):
    """A change as a dot with its interval, against the mark of no change."""

    def __init__(self, change: ShownChange, colour: str) -> None:
        super().__init__()
        self._change, self._colour = change, colour
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        ends = f"{number(change.low)} to {number(change.high)}"
        self.setAccessibleName(f"Change {number(change.difference)}, 95% interval {ends}")

    def sizeHint(self) -> QSize:
        """Any width; the strip and its words."""
        return QSize(look().px(240), look().px(38))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line, no change, the interval and the dot."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, ink = look().px(10.0), look().chart(self._colour)
        painter.fillRect(QRectF(0, middle - 0.5, self.width(), 1), look().colour("border"))
        none = self._at(0)
        height = look().px(14)
        painter.fillRect(
            QRectF(none - 1, middle - height / 2, 2, height), look().colour("border_control")
        )
        low, high = self._at(self._change.low), self._at(self._change.high)
        paint.rounded(painter, QRectF(low, middle - 1.5, max(high - low, 3), 3), 1.5, ink)
        dot, radius = QPointF(self._at(self._change.difference), middle), look().px(5)
        where = QRectF(dot.x() - radius, dot.y() - radius, 2 * radius, 2 * radius)
        paint.rounded(painter, where, radius, ink, look().colour("sunken"), 1.5)
        painter.setFont(look().font("caption"))
        painter.setPen(look().colour("text_3"))
        width = look().px(80)
        words = QRectF(none - width / 2, look().px(19), width, look().px(18))
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, "no change")

    def _at(self, value: float) -> float:
        change = self._change
        reach = 1.25 * max(abs(change.low), abs(change.high), 1e-9)
        inset = look().px(40)
        return inset + (value + reach) / (2 * reach) * (self.width() - 2 * inset)


class MeasureMark(Themed, QWidget):
    """The square in the colour of a measure."""

    def __init__(self, colour: str) -> None:
        super().__init__()
        self._colour = colour
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Ten pixels and air."""
        return QSize(look().px(10), look().px(20))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the square."""
        side = look().px(10)
        where = QRectF(0, (self.height() - side) / 2, side, side)
        paint.rounded(QPainter(self), where, side / 4, look().chart(self._colour))


def _section(reading: ShownReading) -> QWidget:
    section = PanelSection()
    head = QWidget()
    row = QHBoxLayout(head)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(MeasureMark(reading.colour))
    row.addWidget(Text(reading.title, "strong"), 1)
    row.addWidget(Chip(reading.chip, reading.tone, reading.icon, reading.why))
    section.add(head, Text(reading.sentence, tone="text", wrap=True))
    if reading.change is not None:
        section.add(ChangeStrip(reading.change, reading.colour))
    if reading.aside:
        section.add(Text(reading.aside, "caption", "text_3", wrap=True))
    return section


def _note_frame(words: Text) -> QWidget:
    note = frame("noteInfo")
    row = QHBoxLayout(note)
    row.setContentsMargins(12, 12, 12, 12)
    row.setSpacing(10)
    row.addWidget(Icon("info", "info"), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(words, 1)
    return note
