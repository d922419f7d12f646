"""Home: today's work. The next session first, then promises, then people."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from workbench.contributions.promise_queries import PromiseRow
from workbench.foundation.dates import weekday_and_day
from workbench.rosters.queries import RosterRow, roster
from workbench.sessions.open_marking_queries import OpenMarking
from workbench.sessions.pre_work_queries import DuePreWork
from workbench.surveys.queries import WaveRow
from workbench.ui.desk import Desk
from workbench.ui.home.first_steps import FirstSteps, steps_of
from workbench.ui.home.follow_ups import FollowUp
from workbench.ui.home.home_presenter import HomePresenter
from workbench.ui.home.home_reads import Coming, Today, YourData
from workbench.ui.home.home_words import Tile, follow_up_note, greeting, long_day
from workbench.ui.home.next_session import no_session_card, session_card
from workbench.ui.home.parts import DayLine, SessionLine, fact
from workbench.ui.home.quick_note import open_quick_note
from workbench.ui.home.quiet_part import QuietPart
from workbench.ui.home.stat_strip import StatStrip
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.chips import Bar
from workbench.ui.kit.hidden_names import hidden_line
from workbench.ui.kit.kept_focus import give_focus, place_of_focus
from workbench.ui.kit.moments import moment_near
from workbench.ui.kit.page import Page, card, scrolled
from workbench.ui.kit.panel import clear, heading_row
from workbench.ui.kit.rows_card import rows_card
from workbench.ui.kit.text import Text

_PROMISES, _PRE_WORK, _MARKINGS = 6, 5, 2
_LATE_DAYS = 7


class HomePage(Page):
    """Five sentences, the next session, follow-ups, who to ask after, the survey, the file."""

    name = "home"
    title = "Home"
    interests = frozenset(
        {"communities", "rosters", "sessions", "contributions", "surveys", "impact", "backups"}
    )
    without_names = True

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.presenter = HomePresenter(desk, self)
        self.quiet = QuietPart(self, desk, self.presenter)
        self.strip = StatStrip(desk.go)
        self.strip.hide()
        self._left = QVBoxLayout()
        self._right = QVBoxLayout()
        self._today: Today | None = None
        self._all_promises = False
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()
        self.header.set_actions(
            Button("Quick note", self.quick_note, icon="note", keys="Ctrl Shift N"),
            Button("Log contribution", self._log, icon="plus"),
        )
        self._greet("")

    def reload(self) -> None:
        """Read today's work again."""
        self.presenter.load()

    def settled(self) -> bool:
        """Whether everything was read and shown."""
        return self.presenter.settled

    def arrive(self, note: bool = False, **_argument: object) -> None:
        """Open the quick note, where its key was pressed."""
        if note:
            self.quick_note()

    def hide_names(self, *, hidden: bool) -> None:
        """Hide who is quiet and who promised what, or show it."""
        if hidden:
            self.quiet.hide()
        if self._today is not None:
            self.show_today(self._today)

    def fit(self, width: int, *, narrow: bool) -> None:
        """Put the right column below where it is narrow, and the strip into two rows."""
        del width
        self.strip.set_narrow(narrow=narrow)
        direction = QBoxLayout.Direction
        self._columns.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)

    def quick_note(self) -> None:
        """Write a line about somebody."""
        today = self._desk.clock.today()

        def ask(people: list[RosterRow]) -> None:
            if not people:
                self._desk.say("A note is about somebody: add people first.")
                return
            open_quick_note(self, people, self.presenter.note, self._desk.tell)

        self._desk.read(lambda workspace: workspace.read(roster, self._desk.community, today), ask)

    def show_today(self, today: Today) -> None:
        """Show today's work."""
        self._today = today
        place = place_of_focus(self._inside)
        self._greet(today.facilitator)
        clear(self._left)
        clear(self._right)
        steps = FirstSteps(today.steps, self._desk.go)
        if not steps.done:
            self._left.addWidget(steps)
            self._left.addSpacing(24)
        self._add_sessions(today)
        self._add_pre_work(today.pre_work)
        self._add_promises(today.promises)
        self._left.addStretch(1)
        late = _backup_is_late(today.data, self._desk.clock.today())
        if late:
            self._add_data(today.data, late=True)
        self.quiet.show(self._right, today.quiet, hidden=self.names_hidden)
        self._add_survey(today.open_waves)
        if not late:
            self._add_data(today.data, late=False)
        self._right.addStretch(1)
        give_focus(self._inside, place)

    def show_tiles(self, tiles: Sequence[Tile]) -> None:
        """Show the strip."""
        self.strip.show_tiles(tiles)

    def _lay_out(self) -> None:
        self._inside = QWidget()
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(28, 20, 28, 28)
        column.setSpacing(20)
        column.addWidget(self.strip)
        for layout, share in ((self._left, 2), (self._right, 1)):
            layout.setSpacing(0)
            self._columns.addLayout(layout, share)
        self._columns.setSpacing(24)
        column.addLayout(self._columns)
        column.addStretch(1)
        self.body.addWidget(scrolled(self._inside))

    def _greet(self, facilitator: str) -> None:
        now = self._desk.clock.local()
        self.header.show_title(greeting(now, facilitator), long_day(now.date()))

    def _add_sessions(self, today: Today) -> None:
        primary = all(step.done for step in steps_of(today.steps))
        if today.coming is None:
            self._left.addWidget(no_session_card(self._desk.go, primary=primary))
            if today.markings:
                self._left.addSpacing(12)
                self._left.addWidget(rows_card(*self._markings(today.markings)))
        else:
            self._left.addWidget(self._session_box(today.coming, today, primary=primary))
        self._left.addSpacing(22)

    def _session_box(self, coming: Coming, today: Today, *, primary: bool) -> QWidget:
        first = session_card(coming, self._desk.clock.today(), self._desk.go, primary=primary)
        later = [
            SessionLine(
                row, weekday_and_day(row.on), partial(self._desk.go, "sessions", session=row.id)
            )
            for row in today.later
        ]
        debriefs = [
            DayLine(
                weekday_and_day(one.on), one.line, one.title,
                partial(self._desk.go, "debrief", session=one.session_id),
            )
            for one in today.debriefs[:1]
        ]  # fmt: skip
        return rows_card(first, *later, *self._markings(today.markings), *debriefs)

    def _markings(self, rows: Sequence[OpenMarking]) -> list[DayLine]:
        return [
            DayLine(
                weekday_and_day(one.on), f"Attendance: {one.words}", one.title,
                partial(self._desk.go, "attendance", session=one.session_id),
            )
            for one in rows[:_MARKINGS]
        ]  # fmt: skip

    def _add_pre_work(self, rows: Sequence[DuePreWork]) -> None:
        if not rows:
            return
        self._left.addLayout(heading_row("Pre-work", "due within a week"))
        self._left.addSpacing(8)
        lines = [
            DayLine(
                weekday_and_day(row.due), row.item.text,
                " · ".join(part for part in (self._named(row.item.who), row.title) if part),
                partial(self._desk.go, "planner", session=row.session_id),
            )
            for row in rows[:_PRE_WORK]
        ]  # fmt: skip
        self._left.addWidget(rows_card(*lines))
        self._left.addSpacing(22)

    def _add_promises(self, rows: Sequence[PromiseRow]) -> None:
        label = "Show fewer" if self._all_promises else f"All {len(rows)}"
        turns = len(rows) > _PROMISES and not self.names_hidden
        more = Button(label, self._turn_promises, kind="link") if turns else None
        note = follow_up_note(rows, self._desk.clock.today())
        self._left.addLayout(heading_row("Follow-ups", note, more))
        self._left.addSpacing(8)
        if not rows:
            quiet = Text("Nothing promised is open. What people say they will try appears here.",
                         tone="text_3", wrap=True)  # fmt: skip
            self._left.addWidget(card(quiet))
            return
        if self.names_hidden:
            self._left.addWidget(card(hidden_line()))
            return
        today = self._desk.clock.today()
        shown = rows if self._all_promises else rows[:_PROMISES]
        lines = [FollowUp(row, today, partial(self.presenter.keep, row)) for row in shown]
        self._left.addWidget(rows_card(*lines))

    def _turn_promises(self) -> None:
        """Show every follow-up, or the next ones alone again."""
        self._all_promises = not self._all_promises
        if self._today is not None:
            self.show_today(self._today)

    def _named(self, who: str) -> str:
        return "" if self.names_hidden else who

    def _add_survey(self, waves: Sequence[WaveRow]) -> None:
        for wave in waves:
            self._right.addLayout(heading_row("Open survey"))
            self._right.addSpacing(8)
            self._right.addWidget(self._wave_card(wave))
            self._right.addSpacing(22)

    def _wave_card(self, wave: WaveRow) -> QWidget:
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(Text(wave.label, "strong"), 1)
        answered = wave.answered or 0
        told = f"{answered} of {wave.invited} answered" if wave.invited else f"{answered} answered"
        row.addWidget(Text(told, tone="text_2"))
        bar = Bar()
        bar.show_share(answered / wave.invited if wave.invited else 0.0, words=told)
        foot = QWidget()
        line = QHBoxLayout(foot)
        line.setContentsMargins(0, 0, 0, 0)
        closes = f" · closes {weekday_and_day(wave.closes_on)}" if wave.closes_on else ""
        line.addWidget(Text(f"Counted per round{closes}", "caption", "text_3"), 1)
        line.addWidget(
            Button("Go to surveys", partial(self._desk.go, "surveys", wave=wave.id), kind="link")
        )
        return card(head, bar, foot, margin=14)

    def _add_data(self, data: YourData, *, late: bool) -> None:
        self._right.addLayout(heading_row("Your data"))
        self._right.addSpacing(8)
        today = self._desk.clock.today()
        safe = (
            "Encrypted on this laptop only" if data.protected else "On this laptop, not protected"
        )
        lines = [fact("lock" if data.protected else "unlock", [safe])]
        if data.backed_up is None:
            lines.append(fact("warning", ["No backup yet. One is made when you close."], "warn"))
        else:
            when = moment_near(data.backed_up, today)
            words = [f"Backed up {'today ' if ':' in when and ' ' not in when else ''}{when}"]
            icon, tone = ("warning", "warn") if late else ("drive", "accent_text")
            lines.append(fact(icon, words, tone))
            if not late:
                lines.append(fact("shield", ["Opened and checked after it was made"]))
        box = card(*lines, name="noteWarn" if late else "card", margin=14, gap=10)
        if late:
            go = Button("Back up now", partial(self._desk.go, "settings", section="backups"))
            box.layout().addWidget(go)  # type: ignore[union-attr]  # a card always has a layout
        self._right.addWidget(box)
        self._right.addSpacing(22)

    def _log(self) -> None:
        self._desk.go("contributions", log=True)


def _backup_is_late(data: YourData, today: date) -> bool:
    return data.backed_up is not None and (today - data.backed_up.date()).days > _LATE_DAYS
