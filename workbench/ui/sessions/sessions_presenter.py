"""The Sessions page without Qt: the list, the month above it, what can be done to a session."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from workbench.sessions.days_off import DaysOff, days_off
from workbench.sessions.debrief_queries import open_debriefs
from workbench.sessions.debrief_rules import OpenDebrief
from workbench.sessions.queries import SessionRow, session_kinds, session_rows
from workbench.sessions.rules import FIRST_YEAR, LAST_YEAR
from workbench.sessions.season_actions import SeasonMade
from workbench.sessions.season_queries import SeasonFrame, season_frame
from workbench.sessions.template_queries import TemplateChoice, templates
from workbench.storage.workspace import Workspace
from workbench.ui.desk import Desk
from workbench.ui.sessions.agenda_source import AgendaSource
from workbench.ui.sessions.season_presenter import SeasonPresenter, SeasonView
from workbench.ui.sessions.sessions_shown import (
    ALL,
    HELD,
    UPCOMING,
    Chosen,
    Group,
    ListRow,
    Month,
    groups,
    is_coming,
    month_of,
    season_words,
    visible,
)


@dataclass(frozen=True, slots=True)
class _Read:
    rows: list[SessionRow]
    kinds: list[str]
    templates: list[TemplateChoice]
    frame: SeasonFrame
    debriefs: list[OpenDebrief]


class SessionsView(Protocol):
    """What the presenter asks of the page."""

    def show_list(self, groups: Sequence[Group], counts: dict[str, int], subtitle: str) -> None:
        """Show the sessions that the filter lets through, and how many there are of each."""
        ...

    def show_month(self, month: Month, selected: int | None) -> None:
        """Show a month with the selected session outlined."""
        ...

    def choose(self, session_id: int) -> None:
        """Select a session in the list."""
        ...

    def show_debrief(self, debrief: OpenDebrief | None) -> None:
        """Say which debrief is still open, or that none is."""
        ...

    def close_season(self) -> None:
        """Hide the panel: the season is created."""
        ...


class SessionsPresenter:
    """Holds the sessions that were read, the filter, the month and the selected session."""

    def __init__(self, desk: Desk, view: SessionsView, panel: SeasonView) -> None:
        self.desk, self.view = desk, view
        self.season = SeasonPresenter(desk, panel, self._show_all, self._season_made)
        self.frame = SeasonFrame()
        self.chosen = Chosen()
        self._off: dict[tuple[SeasonFrame, int], DaysOff] = {}
        self._used: list[str] = []
        self.rows: list[SessionRow] = []
        self.templates: list[TemplateChoice] = []
        self.selected: int | None = None
        self.wanted: int | None = None
        self.month = desk.clock.today().replace(day=1)
        self.loaded = False

    def load(self) -> None:
        """Read the sessions."""
        community = self.desk.community

        today = self.desk.clock.today()

        def read(workspace: Workspace) -> _Read:
            return _Read(
                workspace.read(session_rows, community),
                workspace.read(session_kinds, community),
                workspace.read(templates),
                workspace.read(season_frame, community),
                workspace.read(open_debriefs, community, today),
            )

        self.desk.read(read, self._show)

    @property
    def kinds(self) -> list[str]:
        """The kinds of sessions in the order of their colours, those proposed behind them."""
        return self.season.kinds(self._used)

    def filter(self, *, which: str | None = None, kind: str | None = None) -> None:
        """Show upcoming, held or all sessions, of one kind or of all."""
        which = self.chosen.which if which is None else which
        kind = self.chosen.kind if kind is None else kind
        self.chosen = replace(self.chosen, which=which, kind=kind)
        self._refresh()

    def fold(self, key: str = "") -> None:
        """Fold a group of the list or unfold it; all of them without a key."""
        keys = frozenset([key] if key else [each.key for each in self._groups() if each.foldable])
        open_now = self.chosen.unfolded
        unfolded = open_now - keys if keys <= open_now else open_now | keys
        self.chosen = replace(self.chosen, unfolded=unfolded)
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
        self._make_visible(row)
        self._show_month()
        self.view.choose(session_id)

    def arrive(self, session_id: int) -> None:
        """Select a session as another page asks, now or once it has been read."""
        self.wanted = session_id
        if self.row(session_id) is not None:
            self._select_wanted()

    def row(self, session_id: int | None) -> ListRow | None:
        """Return a session that was read, or one that is proposed."""
        proposed = self.season.proposed()
        every: list[ListRow] = [*self.rows, *(proposed.rows if proposed else ())]
        return next((row for row in every if row.id == session_id), None)

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

    def _show(self, read: _Read) -> None:
        self.rows, self._used, self.templates = read.rows, read.kinds, read.templates
        self.frame = read.frame
        self.loaded = True
        self.view.show_debrief(read.debriefs[0] if read.debriefs else None)
        if self.row(self.selected) is None:
            today = self.desk.clock.today()
            self.selected = next((row.id for row in self.rows if is_coming(row, today)), None)
        self._show_all()
        if self.row(self.wanted) is not None:
            self._select_wanted()
        elif self.selected is not None:
            self.view.choose(self.selected)
        self.season.reload()

    def _show_all(self) -> None:
        self._refresh()
        self._show_month()

    def _season_made(self, made: SeasonMade) -> None:
        self.wanted = made.sessions[0] if made.sessions else None
        self.view.close_season()

    def _select_wanted(self) -> None:
        wanted, self.wanted, self.selected = self.wanted, None, None
        if wanted is not None:
            self.select(wanted)

    def _make_visible(self, row: ListRow) -> None:
        shown = [each for group in self._groups() if not group.folded for each in group.rows]
        if row in shown:
            return
        if isinstance(row, SessionRow):
            today = self.desk.clock.today()
            in_filter = row in visible(self.rows, self.chosen, today)
            chosen = self.chosen if in_filter else Chosen(ALL, "", self.chosen.unfolded)
            self.chosen = chosen
            holding = next(group for group in self._groups() if row in group.rows)
            if holding.folded:
                unfolded = self.chosen.unfolded | {holding.key}
                self.chosen = replace(self.chosen, unfolded=unfolded)
        else:
            self.chosen = replace(self.chosen, which=UPCOMING, kind="")
        self._refresh()

    def _refresh(self) -> None:
        today = self.desk.clock.today()
        coming = sum(is_coming(row, today) for row in self.rows)
        counts = {UPCOMING: coming, HELD: len(self.rows) - coming, ALL: len(self.rows)}
        subtitle = season_words(self.rows, self.frame.seasons, today)
        self.view.show_list(self._groups(), counts, subtitle)

    def _groups(self) -> list[Group]:
        today, seasons = self.desk.clock.today(), self.frame.seasons
        return groups(self.rows, seasons, self.season.proposed(), self.chosen, today)

    def _show_month(self) -> None:
        off = self._days_off()
        today, proposed = self.desk.clock.today(), self.season.proposed()
        month = month_of(self.month, self.rows, proposed, off, self.kinds, today)
        self.view.show_month(month, self.selected)

    def _days_off(self) -> DaysOff | None:
        """Return the days off round the month that shows; None until they are worked out."""
        plan = self.season.plan if self.season.is_open else None
        frame = self.frame
        if plan is not None:
            frame = SeasonFrame((), plan.country, plan.region, plan.closures)
        key = (replace(frame, seasons=()), self.month.year)
        if key not in self._off:
            self._work_out_days_off(key)
        return self._off.get(key)

    def _work_out_days_off(self, key: tuple[SeasonFrame, int]) -> None:
        frame, year = key
        first, last = date(year - 1, 12, 20), date(year + 1, 1, 12)

        def arrived(off: DaysOff) -> None:
            self._off[key] = off
            self._show_month()

        def refused(_problem: Exception) -> None:
            self._off[key] = DaysOff({}, {})

        if not frame.country and not frame.closures:
            self._off[key] = DaysOff({}, {})
            return
        self.desk.run(
            lambda: days_off(frame.country, frame.region, frame.closures, first, last),
            arrived,
            refused,
        )
