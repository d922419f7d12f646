"""Beside one person's page: memberships and departments over time, learned names, private note."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from workbench.insights.person_queries import DepartmentTime, MembershipTime, PersonWhole
from workbench.rosters.alias_rules import LearnedName, day_words, heard_words
from workbench.rosters.call_queries import CallNoteRow
from workbench.ui.kit.buttons import Button, IconButton
from workbench.ui.kit.call_words import call_said
from workbench.ui.kit.chips import Icon, Mark
from workbench.ui.kit.page import scrolled
from workbench.ui.kit.panel import PANEL_SIDE, PANEL_WIDTH, PanelSection, clear
from workbench.ui.kit.text import Span, Text
from workbench.ui.kit.themed import Themed, frame, hairline
from workbench.ui.rosters.person_lines import told_line
from workbench.ui.rosters.person_words import department_said, role_said, time_said
from workbench.ui.rosters.private_note import PrivateNote
from workbench.ui.theme import look

_NO_ANSWERS = "Survey answers are not on this page: nothing joins them to a person."
_SHORTEST = 0.06


@dataclass(frozen=True, slots=True)
class AsideMoves:
    """What can be done beside the page: keep the note, forget a name or a call, see all names."""

    keep_note: Callable[[int, str], object]
    forget_name: Callable[[LearnedName], object]
    forget_call: Callable[[int], object]
    names: Callable[[], object]


class PersonAside(Themed, QFrame):
    """The ground beside the page; narrow windows have its content as the page's last card."""

    def __init__(self, moves: AsideMoves) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.setAccessibleName("About this person")
        self._moves = moves
        self.note: PrivateNote | None = None
        self.person_id: int | None = None
        self.wanted = False
        self.content = QWidget()
        self._sections = QVBoxLayout(self.content)
        self._sections.setContentsMargins(0, 0, 0, 0)
        self._sections.setSpacing(0)
        self._below = frame("card")
        self._below_column = QVBoxLayout(self._below)
        self._below_column.setContentsMargins(1, 1, 1, 1)
        inside = QWidget()
        self._beside = QVBoxLayout(inside)
        self._beside.setContentsMargins(0, 0, 0, 0)
        self._beside.addWidget(self.content)
        self._beside.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(scrolled(inside), 1)
        inside.setObjectName("panelBody")
        self.hide()
        self.restyle()

    def show_whole(self, whole: PersonWhole, today: date) -> None:
        """Show everything; a note that is being written stays as it is."""
        if self.note and self.note.writing and whole.person.id == self.person_id:
            return
        self.keep()
        self.person_id = whole.person.id
        clear(self._sections)
        self.note = PrivateNote(whole.person.note, self._written)
        sections = [
            _memberships(whole.memberships, today),
            *([_departments(whole.departments, today)] if whole.departments else []),
            *([self._names(whole.aliases, today)] if whole.aliases else []),
            self.note,
            *([self._calls(whole.calls, today)] if whole.calls else []),
            _answers(),
        ]
        for place, section in enumerate(sections):
            if place:
                self._sections.addWidget(hairline())
            self._sections.addWidget(section)

    def keep(self) -> None:
        """Keep what stands in the note if it was changed."""
        if self.note is not None:
            self.note.keep()

    def place(self, column: QBoxLayout, *, beside: bool) -> None:
        """Stand beside the page, or as the last card of its column."""
        if column.indexOf(self._below) < 0:
            column.insertWidget(column.count() - 1, self._below)
        if beside:
            self._beside.insertWidget(0, self.content)
        else:
            self._below_column.addWidget(self.content)
        self.setVisible(self.wanted and beside)
        self._below.setVisible(self.wanted and not beside)

    def restyle(self) -> None:
        """Grow with the text."""
        self.setFixedWidth(look().px(PANEL_WIDTH))

    def _names(self, learned: tuple[LearnedName, ...], today: date) -> QWidget:
        book = Button("All names", self._moves.names, kind="link")
        section = PanelSection("Also known as", "learned", action=book)
        for name in learned:
            when = Text(day_words(name.learned_on, today), "caption", "text_2")
            forget = _forget(f"Forget the name {name.name}", partial(self._moves.forget_name, name))
            line = told_line(Text(name.name, wrap=True), heard_words(name), after=(when, forget))
            section.add(line)
        return section

    def _calls(self, calls: tuple[CallNoteRow, ...], today: date) -> QWidget:
        section = PanelSection("Calls", "private, as the notes are")
        for note in calls:
            head, said = call_said(note, today)
            forget = _forget(f"Forget: {head}", partial(self._moves.forget_call, note.id))
            section.add(
                told_line(Text(head, "strong", wrap=True), said, tone="text_2", after=(forget,))
            )
        return section

    def _written(self, words: str) -> None:
        if self.person_id is not None:
            self._moves.keep_note(self.person_id, words)


class _Stretches(Themed, QWidget):
    """A bar of the departments over time, each as long as its time."""

    def __init__(self, times: tuple[DepartmentTime, ...], today: date) -> None:
        super().__init__()
        self._places = [time.department.position for time in times]
        self._shares = _shares(times, today)
        self.setAccessibleName(
            ", ".join(f"{time.department.name} {department_said(time)}" for time in times)
        )
        self.restyle()

    def restyle(self) -> None:
        """Grow with the text."""
        self.setFixedHeight(look().px(8))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the stretches from left to right."""
        painter = QPainter(self)
        left = 0.0
        room = self.width() - 2 * (len(self._shares) - 1)
        for place, share in zip(self._places, self._shares, strict=True):
            width = room * share
            painter.fillRect(QRectF(left, 0, width, self.height()), look().category(place))
            left += width + 2


class _Dot(Themed, QWidget):
    """Full for a membership that goes on, hollow for one that ended."""

    def __init__(self, *, full: bool) -> None:
        super().__init__()
        self._full = full
        self.restyle()

    def restyle(self) -> None:
        """Grow with the text."""
        self.setFixedSize(look().px(10), look().line("body"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the dot in the middle of the line."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = look().colour("accent" if self._full else "border_control")
        painter.setPen(QPen(colour, 1.2))
        if self._full:
            painter.setBrush(colour)
        radius = look().px(8) / 2 - 0.6
        painter.drawEllipse(QRectF(self.rect()).center(), radius, radius)


def _memberships(times: tuple[MembershipTime, ...], today: date) -> QWidget:
    section = PanelSection("Memberships", "" if times else "none")
    for time in times:
        words = Text(role="body", wrap=True)
        words.say_spans(Span(time.community, "strong"), Span(f"  {role_said(time.role)}"))
        goes_on = time.left_on is None or time.left_on >= today
        section.add(
            told_line(words, time_said(time, today), sign=_Dot(full=goes_on), tone="text_2")
        )
    return section


def _departments(times: tuple[DepartmentTime, ...], today: date) -> QWidget:
    section = PanelSection("Department over time")
    if len(times) > 1:
        section.add(_Stretches(times, today))
    for time in times:
        line = Text(wrap=True)
        line.say_spans(Span(f"{time.department.name}  "), Span(department_said(time), "", "text_2"))
        section.add(told_line(line, sign=Mark(time.department.position)))
    return section


def _forget(said: str, pressed: Callable[[], object]) -> QWidget:
    return IconButton("trash", said, pressed, size="small")


def _answers() -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(PANEL_SIDE, 12, PANEL_SIDE, 14)
    row.setSpacing(10)
    row.addWidget(Icon("shield", "accent_text", 15), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(Text(_NO_ANSWERS, "caption", "text_2", wrap=True), 1)
    return holder


def _shares(times: tuple[DepartmentTime, ...], today: date) -> list[float]:
    """Return the share of the bar of each stretch; a short or unknown one stays to be seen."""
    starts = [time.since for time in times[1:] if time.since]
    first = times[0].since or min([*starts, today])
    edges = [first, *starts, max([today, *starts])]
    days = [max((after - before).days, 0) for before, after in pairwise(edges)]
    whole = sum(days) or 1
    shares = [max(number / whole, _SHORTEST) for number in days]
    return [share / sum(shares) for share in shares]
