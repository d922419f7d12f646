"""The Live page: one clock to run a session by, marks and captures beside it, nothing lost."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from workbench.contributions.feed_queries import FeedRow
from workbench.sessions.attendance_queries import Marking, MarkingRow
from workbench.ui.desk import Desk
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.empty import EmptyState
from workbench.ui.kit.menus import Item
from workbench.ui.kit.page import Page, scrolled
from workbench.ui.kit.themed import frame, hairline
from workbench.ui.sessions.live_agenda import LiveAgenda, PaceLine
from workbench.ui.sessions.live_capture import LiveCapture
from workbench.ui.sessions.live_clock import LiveClock
from workbench.ui.sessions.live_face import Face
from workbench.ui.sessions.live_keys import OWN, meant
from workbench.ui.sessions.live_parts import BlankScreen
from workbench.ui.sessions.live_people import LivePeople
from workbench.ui.sessions.live_presenter import LivePresenter
from workbench.ui.sessions.live_top import LiveTop
from workbench.ui.theme import look

_SECOND = 1000
_AGENDA, _PEOPLE, _FEWEST = 324, 312, 270
_TIGHT, _TIGHT_WITH_TRACKS = 620, 800


class LivePage(Page):
    """One running session."""

    name = "live"
    title = "Live"
    interests = frozenset({"sessions", "contributions", "rosters"})
    without_names = True

    def __init__(self, desk: Desk) -> None:
        super().__init__(with_header=False)
        self.desk = desk
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ownFocus", True)
        self.presenter = LivePresenter(desk, self)
        self._second = QTimer(self)
        self._second.setInterval(_SECOND)
        self._second.timeout.connect(self.presenter.tick)
        self.dark = BlankScreen(self)
        self._narrow = self._drifts = False
        self._make_body()
        for widget in (self.people.table, *self.findChildren(Button)):
            widget.installEventFilter(self)

    def reload(self) -> None:
        """Read the run again."""
        self.presenter.load()

    def arrive(self, session: int = 0, **argument: Any) -> None:  # noqa: ANN401 - see Page
        """Run a session."""
        if session and not argument:
            self.presenter.arrive(session)
        elif not argument:
            self.presenter.arrive_anew()
        self.setFocus()

    def take_focus(self) -> None:
        """Begin at the page, where a clicker's keys and letters are its own."""
        self.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Lists and buttons leave the keys of the page to it, all but Space on a button."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        key = Qt.Key(event.key())
        presses = key == Qt.Key.Key_Space and isinstance(watched, Button)
        if presses or key not in OWN:
            return False
        self.keyPressEvent(event)
        return True

    def settled(self) -> bool:
        """Whether the run has been read."""
        return self.presenter.loaded

    def escape(self) -> bool:
        """Esc only leaves a field, as it is: a clicker sends it, too, when a show ends."""
        self.setFocus()
        return True

    def focus_find(self) -> None:
        """Ctrl+F and F2: tick somebody."""
        if self.names_hidden:
            return
        self.people.field.setFocus()
        self.people.field.selectAll()

    def commands(self) -> list[Item]:
        """What the palette offers here."""
        presenter = self.presenter
        return [
            Item("Next block", presenter.go_on, "next", "F7"),
            Item("Previous block", presenter.back, "back", "PageUp"),
            Item("Pause or go on", presenter.pause, "pause", "F5"),
            Item("One minute more", presenter.more, "plus", "F6"),
            Item("End session", presenter.end, "stop"),
            Item("Blank screen", self.dark.toggle, "moon", "B"),
            Item("Debrief of this session", presenter.debrief, "pencil"),
            Item("Rooms of this session", presenter.rooms, "people"),
        ]

    def fit(self, width: int, *, narrow: bool) -> None:
        """The agenda becomes one line where there is little room."""
        self.agenda.setVisible(not narrow)
        self._narrow = narrow
        self.agenda.setFixedWidth(look().px(_AGENDA))
        people = look().px(_PEOPLE)
        self.people.setFixedWidth(max(_FEWEST, min(people, round(width * 0.4))))
        self.pace.setVisible(narrow and self._drifts)
        self._fit_height()

    def _fit_height(self) -> None:
        wanted = _TIGHT_WITH_TRACKS if self.clock.tracks.cards else _TIGHT
        tight = self.height() / look().scale < wanted
        self.clock.fit(tight=tight)
        self.capture.fit(tight=tight)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to tick."""
        super().showEvent(event)
        self._second.start()
        self.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop ticking: nothing is counted, so nothing is missed."""
        super().hideEvent(event)
        self._second.stop()
        if not event.spontaneous():  # left or locked, not merely minimised
            self.dark.dismiss()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys of the page; letters, Space and arrows only outside text fields."""
        key = Qt.Key(event.key())
        wanted = meant(key, in_text=self._in_text(), plain=self._is_plain(event))
        if wanted:
            self._do(wanted)
        else:
            super().keyPressEvent(event)

    def hide_names(self, *, hidden: bool) -> None:
        """Hide everything with a name on it, so that the page may be projected; or show it."""
        for each in (self.people, self.capture, self._line):
            each.setVisible(not hidden)
        self.setFocus()

    # what the presenter asks of the view

    def show_face(self, face: Face, chosen: int | None) -> None:
        """Show what changes with the clock, and which track the keys move."""
        self.stack.setCurrentIndex(0)
        self.top.show_face(face)
        tracks = len(self.clock.tracks.cards)
        self.clock.show_face(face, chosen)
        if len(self.clock.tracks.cards) != tracks:
            self._fit_height()
        self.agenda.show_face(face)
        self.pace.show_face(face)
        self._drifts = bool(face.drift)
        self.pace.setVisible(self._narrow and self._drifts)

    def show_session(self, title: str) -> None:
        """Show which session it is."""
        self.top.show_session(title)

    def show_people(self, marking: Marking, found: Sequence[MarkingRow], typed: str) -> None:
        """Show who is here and who was found."""
        self.people.show_people(marking, found, typed)

    def show_captured(self, rows: Sequence[FeedRow], kinds: Sequence[str]) -> None:
        """Show the latest captures, and the kinds offered."""
        self.capture.show_captured(rows, kinds)

    def give_back(self, line: str, problem: str) -> None:
        """Put a captured line that is in doubt back, and say why."""
        self.capture.give_back(line, problem)

    def show_nothing(self) -> None:
        """Lead to where sessions are planned."""
        self.stack.setCurrentIndex(1)
        self.top.show_nothing()

    def _do(self, wanted: str) -> None:
        if wanted.isdigit():
            self.presenter.choose(int(wanted) or None)
        elif wanted == "capture" and not self.names_hidden:
            self.capture.line.setFocus()
        else:
            doings = {
                "pause": self.presenter.pause,
                "more": self.presenter.more,
                "go_on": self.presenter.go_on,
                "onward": self.presenter.onward,
                "back": self.presenter.back,
                "blank": self.dark.toggle,
                "find": self.focus_find,
            }
            doings.get(wanted, self.setFocus)()

    def _in_text(self) -> bool:
        return isinstance(QApplication.focusWidget(), QLineEdit | QPlainTextEdit)

    def _is_plain(self, event: QKeyEvent) -> bool:
        letter = bool(event.text().strip())
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.ShiftModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        return plain and (self.desk.settings.single_letter_keys or not letter)

    def _make_body(self) -> None:
        self.top = LiveTop(self._leave, self.presenter.debrief, self.presenter.end)
        self.end_button = self.top.end_button
        self.body.addWidget(self.top)
        holder = frame("window")
        self.stack = QStackedLayout(holder)
        self.stack.addWidget(self._work())
        self.stack.addWidget(scrolled(self._nothing()))
        self.body.addWidget(holder, 1)

    def _work(self) -> QWidget:
        work = QWidget()
        row = QHBoxLayout(work)
        row.setContentsMargins(12, 12, 12, 12)
        row.setSpacing(12)
        presenter = self.presenter
        self.agenda = LiveAgenda(presenter.go_to, presenter.take)
        self.clock = LiveClock(presenter)
        self.capture = LiveCapture(presenter.capture, presenter.offers)
        self.people = LivePeople(presenter.toggle, presenter.mark)
        self.people.searched.connect(presenter.search)
        self.people.first_wanted.connect(self._tick_first)
        self.pace = PaceLine(presenter.take)
        middle = frame("card")
        column = QVBoxLayout(middle)
        column.setContentsMargins(1, 10, 1, 1)
        column.setSpacing(0)
        column.addWidget(self.pace)
        column.addWidget(scrolled(self.clock), 1)
        self._line = hairline()
        column.addWidget(self._line)
        column.addWidget(self.capture)
        row.addWidget(self.agenda)
        row.addWidget(middle, 1)
        row.addWidget(self.people)
        return work

    def _nothing(self) -> EmptyState:
        return EmptyState(
            "live",
            "Plan a session first",
            "Live runs one session: a clock for each block, who is here, what is given.",
            [Button("Go to Sessions", lambda: self.desk.go("sessions"), kind="primary")],
        )

    def _tick_first(self, late: bool) -> None:
        if self.presenter.tick_first(late=late):
            self.people.field.clear()

    def _leave(self) -> None:
        self.desk.go("sessions", session=self.presenter.session or 0)
