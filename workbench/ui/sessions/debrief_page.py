"""The debrief page: three questions while it is fresh, beside what was planned and what came."""

from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from workbench.foundation.dates import short_day, weekday_and_day
from workbench.foundation.errors import BadInput
from workbench.foundation.text import counted
from workbench.sessions.actuals import overran_words
from workbench.sessions.debrief_actions import Answer
from workbench.sessions.debrief_rules import QUESTIONS
from workbench.ui.desk import Desk
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.empty import EmptyState
from workbench.ui.kit.menus import Item
from workbench.ui.kit.page import Page, card, scrolled
from workbench.ui.kit.panel import clear
from workbench.ui.kit.text import Span, Text
from workbench.ui.sessions.debrief_parts import AnswerArea, TimeLines
from workbench.ui.sessions.debrief_presenter import DebriefPresenter, DebriefRead, NextPlan

_SIDE, _GAP = 28, 16
_ANSWERS: tuple[Answer, ...] = ("worked", "differently", "carry_over")
_PROMISES = 6


class DebriefPage(Page):
    """What worked, what to do differently, what to carry over, and the next plan."""

    name = "debrief"
    title = "Debrief"
    interests = frozenset({"sessions", "contributions", "rosters"})

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.presenter = DebriefPresenter(desk, self)
        self._shown: int | None = None
        self.header.show_way([("Sessions", self._leave)])
        self.header.set_actions(Button("Attendance", self._mark, icon="attendance"))
        self.answers = {
            answer: AnswerArea(QUESTIONS[answer], partial(self.presenter.keep, answer))
            for answer in _ANSWERS
        }
        self.over, self.times = Text("", wrap=True), TimeLines()
        self.came, self.given = Text("", wrap=True), Text("", wrap=True)
        self.promised = QVBoxLayout()
        self.coming = QVBoxLayout()
        self.problem = Text("", "caption", "danger", wrap=True)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()

    def reload(self) -> None:
        """Read the session again."""
        self.presenter.load()

    def arrive(self, session: int = 0, **_argument: Any) -> None:  # noqa: ANN401 - see Page
        """Write down another session."""
        if session:
            for area in self.answers.values():
                area.keep_now()
            self.presenter.arrive(session)

    def take_focus(self) -> None:
        """Begin with the first answer that is still empty."""
        areas = list(self.answers.values())
        first = next((area for area in areas if not area.toPlainText()), areas[0])
        first.setFocus()

    def settled(self) -> bool:
        """Whether the session has been read."""
        return self.presenter.loaded

    def commands(self) -> list[Item]:
        """What the palette offers here."""
        return [Item("Put into the next plan", self.presenter.carry_over, "next")]

    def fit(self, width: int, *, narrow: bool) -> None:
        """Put what happened below the questions where it is narrow."""
        del width
        wanted = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._columns.setDirection(wanted)

    # what the presenter asks of the view

    def show_debrief(self, read: DebriefRead) -> None:
        """Show a session and what is written of it."""
        self._work.show()
        self._nothing.hide()
        starts = read.session.starts
        day = weekday_and_day(starts.date())
        self.header.show_title(
            f"Debrief of {short_day(starts.date())}", f"{read.session.title} · {day}"
        )
        afresh = read.session.id != self._shown
        self._shown = read.session.id
        for answer, area in self.answers.items():
            area.show_answer(getattr(read.text, answer), afresh=afresh)
        self._show_times(read)
        self.came.say(read.came_words)
        self.given.say(read.given_words)
        self._show_promises(read)
        self.problem.hide()
        self._show_next(read.following, can_carry=bool(read.text.carry_over))

    def show_nothing(self) -> None:
        """Say that no session was held yet."""
        self._work.hide()
        self._nothing.show()
        self.header.show_title("Debrief")

    def show_problem(self, problem: BadInput) -> None:
        """Say what stands against putting it into the next plan."""
        self.problem.say(str(problem))
        self.problem.show()

    def _show_times(self, read: DebriefRead) -> None:
        ran = bool(read.times)
        self.times.setVisible(ran)
        self.times.show_times(read.times)
        self.over.say(
            overran_words(read.times)
            or "This session was not run in Live, so there are no times to compare. "
            "The three questions are enough."
        )

    def _show_promises(self, read: DebriefRead) -> None:
        clear(self.promised)
        if not read.promises:
            self.promised.addWidget(Text("No promise was noted.", tone="text_2"))
        for row in read.promises[:_PROMISES]:
            line = Text("", wrap=True)
            due = f" · by {short_day(row.due_on)}" if row.due_on else ""
            line.say_spans(
                Span(row.who or "You", "strong"), Span(f"  {row.text}"), Span(due, tone="text_2")
            )
            self.promised.addWidget(line)
        more = len(read.promises) - _PROMISES
        if more > 0:
            self.promised.addWidget(Text(f"and {more} more", tone="text_2"))

    def _show_next(self, following: NextPlan | None, *, can_carry: bool) -> None:
        clear(self.coming)
        if following is None:
            self.coming.addWidget(
                Text("No session is planned after this one.", tone="text_2", wrap=True)
            )
            return
        session = following.session
        line = Text("", wrap=True)
        day = weekday_and_day(session.starts.date())
        line.say_spans(Span(session.title, "strong"), Span(f"  {day}", tone="text_2"))
        row = QHBoxLayout()
        row.addWidget(line, 1)
        row.addWidget(Button("Open its plan", self._plan, kind="link"))
        self.coming.addLayout(row)
        if following.is_carried:
            self.coming.addWidget(Text("What you carry over stands in its note.", tone="good"))
        else:
            button = Button(
                "Put into the next plan", self.presenter.carry_over, kind="primary", icon="next"
            )
            button.setEnabled(can_carry)
            self.coming.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        for proposal in following.proposals:
            words = f"{proposal.title}: {proposal.planned} min planned. {proposal.words}."
            self.coming.addWidget(Text(words, tone="text_2", wrap=True))
            use = Button(
                f"Use {counted(proposal.minutes, 'minute', 'minutes')}",
                partial(self.presenter.take, proposal),
                size="small",
            )
            self.coming.addWidget(use, 0, Qt.AlignmentFlag.AlignLeft)

    def _lay_out(self) -> None:
        self._columns.setContentsMargins(_SIDE, 20, _SIDE, 28)
        self._columns.setSpacing(_GAP)
        self._columns.addWidget(self._questions(), 3, Qt.AlignmentFlag.AlignTop)
        self._columns.addWidget(self._happened(), 2, Qt.AlignmentFlag.AlignTop)
        self._work = QWidget()
        self._work.setLayout(self._columns)
        self.body.addWidget(area := scrolled(self._work), 1)
        self._work_area = area
        self._nothing = EmptyState(
            "pencil",
            "Nothing to look back on yet",
            "After each session three questions wait here, with what took longer than planned.",
            [Button("Go to Sessions", self._leave, kind="primary")],
        )
        self.body.addWidget(self._nothing, 1)
        self._nothing.hide()

    def _questions(self) -> QWidget:
        parts: list[QWidget] = []
        for answer, area in self.answers.items():
            parts += [Text(QUESTIONS[answer], "section", wrap=True), area]
        parts.append(Text("Kept as you type. Only you see it.", "caption", "text_3", wrap=True))
        return _column(
            card(*parts, margin=20, gap=10),
            card(Text("Next plan", "section"), _held(self.coming), self.problem, margin=20),
        )

    def _happened(self) -> QWidget:
        return _column(
            card(Text("Planned and taken", "section"), self.over, self.times),
            card(Text("Who came, what was given", "section"), self.came, self.given),
            card(Text("Promises made", "section"), _held(self.promised)),
        )

    def _leave(self) -> None:
        self.desk.go("sessions", session=self.presenter.session or 0)

    def _mark(self) -> None:
        self.desk.go("attendance", session=self.presenter.session or 0)

    def _plan(self) -> None:
        following = self.presenter.read.following if self.presenter.read else None
        if following is None:
            self.desk.go("sessions")
        else:
            self.desk.go("planner", session=following.session.id)


def _column(*cards: QWidget) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(_GAP)
    for each in cards:
        column.addWidget(each)
    return holder


def _held(column: QVBoxLayout) -> QWidget:
    holder = QWidget()
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    holder.setLayout(column)
    return holder
