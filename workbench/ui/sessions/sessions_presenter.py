"""The Sessions page without Qt: the list, the month above it, what can be done to a session."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from workbench.foundation.text import counted
from workbench.foundation.words import SessionState
from workbench.sessions.actions import (
    SessionDraft,
    add_session,
    cancel_session,
    delete_session,
    duplicate_session,
    restore_session,
)
from workbench.sessions.calendar_file import calendar_file
from workbench.sessions.copy_actions import add_session_like, start_from_session
from workbench.sessions.queries import SessionRow, calendar_entries, session_kinds, session_rows
from workbench.sessions.rules import FIRST_YEAR, LAST_YEAR, month_weeks
from workbench.sessions.template_actions import add_session_from
from workbench.sessions.template_queries import TemplateChoice, templates
from workbench.storage.unit_of_work import Done
from workbench.storage.workspace import Workspace
from workbench.ui.desk import Desk, Failed
from workbench.ui.sessions.agenda_source import AgendaSource

UPCOMING, HELD, ALL = "upcoming", "held", "all"


@dataclass(frozen=True, slots=True)
class Day:
    """One day of the month: whether it belongs to it, and its sessions by time."""

    on: date
    inside: bool
    sessions: tuple[SessionRow, ...]


@dataclass(frozen=True, slots=True)
class Month:
    """The month that shows: its first day, its weeks from Monday, today, the kinds in order."""

    first: date
    weeks: tuple[tuple[Day, ...], ...]
    today: date
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Season:
    """Sessions of one year in the list, under a heading with a note."""

    title: str
    note: str
    rows: tuple[SessionRow, ...]


@dataclass(frozen=True, slots=True)
class Sessions:
    """What is read at once: the sessions by date, the kinds in use, the templates."""

    rows: list[SessionRow]
    kinds: list[str]
    templates: list[TemplateChoice]


class SessionsView(Protocol):
    """What the presenter asks of the page."""

    def show_list(self, seasons: Sequence[Season], counts: dict[str, int], subtitle: str) -> None:
        """Show the sessions that the filter lets through, and how many there are of each."""
        ...

    def show_month(self, month: Month, selected: int | None) -> None:
        """Show a month with the selected session outlined."""
        ...

    def choose(self, session_id: int) -> None:
        """Select a session in the list."""
        ...


class SessionsPresenter:
    """Holds the sessions that were read, the filter, the month and the selected session."""

    def __init__(self, desk: Desk, view: SessionsView) -> None:
        self.desk, self.view = desk, view
        self.rows: list[SessionRow] = []
        self.kinds: list[str] = []
        self.templates: list[TemplateChoice] = []
        self.which, self.kind = UPCOMING, ""
        self.selected: int | None = None
        self.wanted: int | None = None
        self.month = desk.clock.today().replace(day=1)
        self.loaded = False

    def load(self) -> None:
        """Read the sessions."""
        community = self.desk.community

        def read(workspace: Workspace) -> Sessions:
            return Sessions(
                workspace.read(session_rows, community),
                workspace.read(session_kinds, community),
                workspace.read(templates),
            )

        self.desk.read(read, self._show)

    def filter(self, *, which: str | None = None, kind: str | None = None) -> None:
        """Show upcoming, held or all sessions, of one kind or of all."""
        self.which = self.which if which is None else which
        self.kind = self.kind if kind is None else kind
        self._refresh()

    def turn(self, by: int) -> None:
        """Show the month so many later; 0 goes back to today's."""
        today = self.desk.clock.today()
        months = self.month.year * 12 + self.month.month - 1 + by
        year, month = divmod(max(FIRST_YEAR * 12, min(LAST_YEAR * 12 + 11, months)), 12)
        self.month = date(year, month + 1, 1) if by else today.replace(day=1)
        self._show_month()

    def select(self, session_id: int) -> None:
        """Select a session in list and month; the month follows, and the filter gives way."""
        row = self.row(session_id)
        if row is None or session_id == self.selected:
            return
        self.selected = session_id
        self.month = row.on.replace(day=1)
        if row not in self._visible():
            self.which, self.kind = ALL, ""
            self._refresh()
        self._show_month()
        self.view.choose(session_id)

    def arrive(self, session_id: int) -> None:
        """Select a session as another page asks, now or once it has been read."""
        self.wanted = session_id
        if self.row(session_id) is not None:
            self._select_wanted()

    def row(self, session_id: int | None) -> SessionRow | None:
        """Return a session that was read."""
        return next((row for row in self.rows if row.id == session_id), None)

    def sources(self) -> list[AgendaSource]:
        """Return the agendas a new session may start from: templates, then earlier sessions."""
        kept = [
            AgendaSource(
                f"template:{template.key}",
                f"{template.name}, {template.minutes} min" + f": {template.why}".rstrip(": "),
                template.minutes,
            )
            for template in self.templates
            if not template.problem
        ]
        earlier = [
            AgendaSource(
                f"session:{row.id}",
                f"Session {row.number}: {row.title}, {row.agenda.end} min",
                row.minutes,
            )
            for row in reversed(self.rows)
            if row.agenda.blocks
        ]
        return [AgendaSource("", "Empty agenda"), *kept, *earlier]

    def add(
        self, draft: SessionDraft, source: str, done: Callable[[], None], failed: Failed
    ) -> None:
        """Add a session that starts from an agenda, then open its planner."""
        community = self.desk.community
        kind, _, key = source.partition(":")

        def add(workspace: Workspace) -> Done[int]:
            if kind == "session":
                return workspace.perform(add_session_like, community, draft, int(key))
            if kind == "template":
                return workspace.perform(add_session_from, community, draft, key)
            return workspace.perform(add_session, community, draft)

        def added(session_id: int) -> None:
            done()
            self.desk.go("planner", session=session_id)

        self.desk.do(add, then=added, failed=failed)

    def copy_earlier(self, row: SessionRow) -> None:
        """Start an empty agenda from the earlier session it continues."""
        source = row.continues
        if source is not None:
            self.desk.do(
                lambda workspace: workspace.perform(start_from_session, row.id, source),
                said=f"Agenda of session {row.continues_number} copied.",
            )

    def duplicate(
        self, session_id: int, starts: datetime, done: Callable[[], None], failed: Failed
    ) -> None:
        """Add a copy of a session with its blocks at another time."""
        self.desk.do(
            lambda workspace: workspace.perform(duplicate_session, session_id, starts),
            then=lambda _: done(),
            said="Session duplicated with its agenda.",
            failed=failed,
        )

    def cancel(self, row: SessionRow) -> None:
        """Call a session off, and say what that means."""
        self.desk.do(
            lambda workspace: workspace.perform(cancel_session, row.id),
            said=f"{row.title} is cancelled and drops out of every rate.",
        )

    def restore(self, row: SessionRow) -> None:
        """Take a cancelled session back."""
        self.desk.do(
            lambda workspace: workspace.perform(restore_session, row.id),
            said=f"{row.title} is back in the plan.",
        )

    def delete(self, row: SessionRow) -> None:
        """Delete a session; Undo brings all of it back."""
        self.desk.do(
            lambda workspace: workspace.perform(delete_session, row.id),
            said=f"Deleted {row.title}.",
        )

    def calendar(self, write: Callable[[bytes], None]) -> None:
        """Read the sessions to come as a calendar file and hand it over, or say there are none."""
        community, today = self.desk.community, self.desk.clock.today()

        def made(workspace: Workspace) -> bytes:
            name, entries = workspace.read(calendar_entries, community, today)
            return calendar_file(name, entries) if entries else b""

        def arrived(content: bytes) -> None:
            if content:
                write(content)
            else:
                self.desk.say("There are no sessions to come, so there is nothing to export.")

        self.desk.read(made, arrived)

    def _show(self, read: Sessions) -> None:
        self.rows, self.kinds, self.templates = read.rows, read.kinds, read.templates
        self.loaded = True
        if self.row(self.selected) is None:
            coming = [row for row in self.rows if self._is_coming(row)]
            self.selected = coming[0].id if coming else None
        self._refresh()
        self._show_month()
        if self.row(self.wanted) is not None:
            self._select_wanted()
        elif self.selected is not None:
            self.view.choose(self.selected)

    def _select_wanted(self) -> None:
        wanted, self.wanted, self.selected = self.wanted, None, None
        if wanted is not None:
            self.select(wanted)

    def _refresh(self) -> None:
        coming = sum(self._is_coming(row) for row in self.rows)
        counts = {UPCOMING: coming, HELD: len(self.rows) - coming, ALL: len(self.rows)}
        held = sum(row.state is SessionState.HELD for row in self.rows)
        subtitle = f"{counted(len(self.rows), 'session', 'sessions')}, {held} held"
        self.view.show_list(self._seasons(), counts, subtitle if self.rows else "none yet")

    def _seasons(self) -> list[Season]:
        today = self.desk.clock.today()
        years: dict[int, list[SessionRow]] = {}
        for row in self._visible():
            years.setdefault(row.on.year, []).append(row)
        found = []
        for year, rows in years.items():
            every = [row for row in self.rows if row.on.year == year]
            held = sum(row.state is SessionState.HELD for row in every)
            title = "This year" if year == today.year else str(year)
            found.append(Season(title, f"{held} of {len(every)} held", tuple(rows)))
        return found

    def _visible(self) -> list[SessionRow]:
        rows = [row for row in self.rows if not self.kind or row.kind == self.kind]
        if self.which == ALL:
            return rows[::-1]
        if self.which == HELD:
            return [row for row in rows if not self._is_coming(row)][::-1]
        return [row for row in rows if self._is_coming(row)]

    def _is_coming(self, row: SessionRow) -> bool:
        return row.on >= self.desk.clock.today() and row.state is not SessionState.HELD

    def _show_month(self) -> None:
        by_day: dict[date, list[SessionRow]] = {}
        for row in self.rows:
            by_day.setdefault(row.on, []).append(row)
        weeks = tuple(
            tuple(
                Day(day, day.month == self.month.month, tuple(by_day.get(day, ()))) for day in week
            )
            for week in month_weeks(self.month.year, self.month.month)
        )
        month = Month(self.month, weeks, self.desk.clock.today(), tuple(self.kinds))
        self.view.show_month(month, self.selected)
