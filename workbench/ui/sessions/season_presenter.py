"""Planning a season without Qt: the plan as it is typed, what it would make, creating it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Protocol

from workbench.foundation.dates import short_day
from workbench.foundation.errors import BadInput
from workbench.foundation.text import clean, counted
from workbench.foundation.words import OnDayOff
from workbench.sessions.days_off import DaysOff, place_words
from workbench.sessions.recurrence import read_rule
from workbench.sessions.recurrence_words import rhythm_words
from workbench.sessions.season import Preview, Proposal, Rhythm, SeasonPlan
from workbench.sessions.season_actions import SeasonMade, create_season
from workbench.sessions.season_queries import (
    SeasonStart,
    plan_days_off,
    season_preview,
    season_start,
)
from workbench.sessions.season_words import (
    Remark,
    numbers_words,
    remarks,
    stretch_words,
    themes_words,
)
from workbench.sessions.template_queries import TemplateChoice, templates
from workbench.storage.workspace import Workspace
from workbench.ui.desk import Desk
from workbench.ui.sessions.sessions_shown import Proposed, ProposedRow

OPEN_THEME = "Theme open"


@dataclass(frozen=True, slots=True)
class SeasonShown:
    """What the panel shows of a plan; `problem` is what keeps it from being created."""

    plan: SeasonPlan
    rhythms: tuple[str, ...]
    place: str
    remarks: tuple[Remark, ...]
    rows: tuple[ProposedRow, ...]
    themes: str
    foot: str
    more: bool
    problem: Exception | None = None


@dataclass(frozen=True, slots=True)
class _WorkedOut:
    plan: SeasonPlan
    preview: Preview
    off: DaysOff
    place: str


class SeasonView(Protocol):
    """What the presenter asks of the panel."""

    def show_season(self, shown: SeasonShown) -> None:
        """Show a plan and what it would make."""
        ...

    def show_refusal(self, problem: Exception) -> None:
        """Say at its field why nothing was created."""
        ...

    def show_busy(self, *, busy: bool) -> None:
        """Show that the sessions are being created, or that this is over."""
        ...


class SeasonPresenter:
    """Holds the plan of a season until it is created; closing the panel does not lose it."""

    def __init__(
        self, desk: Desk, view: SeasonView, changed: Callable[[], None],
        created: Callable[[SeasonMade], None],
    ) -> None:  # fmt: skip
        self.desk, self.view = desk, view
        self._changed, self._created = changed, created
        self.start: SeasonStart | None = None
        self.templates: list[TemplateChoice] = []
        self.plan: SeasonPlan | None = None
        self.is_open = False
        self._community = 0
        self._creating = False
        self._before: tuple[SeasonPlan, SeasonPlan] | None = None
        self.off: DaysOff | None = None
        self._rows: tuple[ProposedRow, ...] = ()
        self._preview: Preview | None = None
        self._problem: Exception | None = None
        self._place = "None"

    def open(self) -> None:
        """Begin with the rhythms and days off of the last season, or go on where it was left."""
        self.is_open = True
        community, today = self.desk.community, self.desk.clock.today()

        def read(workspace: Workspace) -> tuple[SeasonStart, list[TemplateChoice]]:
            start = workspace.read(season_start, community, today)
            return start, workspace.read(templates)

        self.desk.read(read, self._begin)

    def close(self) -> None:
        """Put the plan aside."""
        self.is_open = False
        self._changed()

    def reload(self) -> None:
        """Work the plan out again after a change elsewhere."""
        if self.is_open:
            self.open()

    def change(self, **values: Any) -> None:  # noqa: ANN401 - fields of a plan
        """Change what the plan says and work it out again."""
        if self.plan is not None:
            self.plan = replace(self.plan, **values)
            self._work_out()

    def keep_rhythm(self, place: int | None, rhythm: Rhythm) -> None:
        """Put a rhythm in the place of one, or at the end."""
        rhythms = list(self.plan.rhythms if self.plan else ())
        if place is None:
            rhythms.append(rhythm)
        else:
            rhythms[place] = rhythm
        self.change(rhythms=tuple(rhythms))

    def drop_rhythm(self, place: int) -> None:
        """Take a rhythm out of the plan."""
        rhythms = self.plan.rhythms if self.plan else ()
        self.change(rhythms=(*rhythms[:place], *rhythms[place + 1 :]))

    def name_theme(self, place: int, theme: str) -> None:
        """Give the date of that place a theme, or leave it open."""
        themes = self._themes(place + 1)
        themes[place] = clean(theme)
        self.change(themes=tuple(themes))

    def move_theme(self, place: int, to: int) -> None:
        """Move a theme to another date; those between move up or down by one date."""
        count = len(self._rows)
        if 0 <= place < count and 0 <= to < count and place != to:
            themes = self._themes(count)
            themes.insert(to, themes.pop(place))
            self.change(themes=tuple(themes))

    def paste_themes(self, lines: Sequence[str], at: int = 0) -> None:
        """Put themes onto the dates in order from one on; an empty line leaves a date open."""
        wanted = [clean(line) for line in lines]
        themes = self._themes(at + len(wanted))
        themes[at : at + len(wanted)] = wanted
        self.change(themes=tuple(themes))

    def turn_to_more(self, *, more: bool) -> None:
        """Plan more of the latest season instead of a new one, or the other way round."""
        start = self.start
        if start is None or self.plan is None:
            return
        begun = start.more if more and start.more is not None else start.new
        themes, last = self.plan.themes, self.plan.last
        self.plan = replace(begun, themes=themes, last=last or begun.last)
        self._work_out()

    def create(self) -> None:
        """Create all sessions in one step that Undo takes back."""
        plan, start = self.plan, self.start
        if plan is None or start is None or not self.is_open or self._creating:
            return
        self._creating = True
        self.view.show_busy(busy=True)

        def made(result: SeasonMade) -> None:
            self._end_creating()
            self._before = (start.new, plan)
            self.plan, self.is_open, self._rows = None, False, ()
            self._created(result)

        def refused(problem: Exception) -> None:
            self._end_creating()
            self.view.show_refusal(problem)

        self.desk.do(
            lambda w: w.perform(create_season, self.desk.community, plan),
            then=made,
            said=lambda result: f"Created {counted(len(result.sessions), 'session', 'sessions')}.",
            failed=refused,
        )

    def _end_creating(self) -> None:
        self._creating = False
        self.view.show_busy(busy=False)

    def proposed(self) -> Proposed | None:
        """Return the season being planned for the list and the month, None while none is."""
        plan, preview = self.plan, self._preview
        if not self.is_open or plan is None or preview is None or self._problem is not None:
            return None
        if plan.first is None or plan.last is None or self.start is None:
            return None
        title = f"Proposed, {stretch_words(plan.first, plan.last, self.start.zone)}"
        return Proposed(title, self._rows, preview.left_out)

    def kinds(self, used: Sequence[str]) -> list[str]:
        """Return the kinds of sessions in use, those of the plan's rhythms behind them."""
        rhythms = self.plan.rhythms if self.is_open and self.plan else ()
        return list(dict.fromkeys([*used, *(each.name for each in rhythms)]))

    def template_words(self, rhythm: Rhythm) -> str:
        """Return "Deep-dive template, 90 min", or that there is no agenda."""
        named = {each.key: each.name for each in self.templates}
        if rhythm.template not in named:
            return "No agenda yet"
        return f"{named[rhythm.template]} template, {rhythm.minutes} min"

    def _begin(self, read: tuple[SeasonStart, list[TemplateChoice]]) -> None:
        self.start, self.templates = read
        if self._community != self.desk.community:
            self._community, self.plan, self._before = self.desk.community, None, None
        if self.plan is None:
            undone = self._before is not None and self._before[0] == self.start.new
            self.plan = self._before[1] if self._before and undone else self.start.new
        self._work_out()

    def _work_out(self) -> None:
        plan, community = self.plan, self.desk.community
        if plan is None:
            return

        def work(workspace: Workspace) -> _WorkedOut:
            place = place_words(plan.country, plan.region)
            preview = workspace.read(season_preview, community, plan)
            return _WorkedOut(plan, preview, plan_days_off(plan), place)

        self.desk.read(work, self._worked_out, lambda problem: self._failed(plan, problem))

    def _worked_out(self, found: _WorkedOut) -> None:
        if found.plan != self.plan:
            return  # something else was typed meanwhile
        self._preview, self.off, self._place = found.preview, found.off, found.place
        self._problem = None
        self._rows = tuple(
            self._row(-place, each) for place, each in enumerate(found.preview.proposals, 1)
        )
        self._show()

    def _failed(self, plan: SeasonPlan, problem: Exception) -> None:
        if not isinstance(problem, BadInput):
            self.desk.tell(problem)
        if plan == self.plan:
            self._problem, self._rows, self._preview = problem, (), None
            self._show()

    def _row(self, number: int, each: Proposal) -> ProposedRow:
        return ProposedRow(
            id=number,
            number=each.number,
            title=each.theme or OPEN_THEME,
            kind=each.rhythm.name,
            starts=each.starts,
            minutes=each.rhythm.minutes,
            agenda=self.template_words(each.rhythm),
            moved_from=each.moved_from,
            clash=each.clash,
            open=not each.theme,
        )

    def _show(self) -> None:
        plan, start, preview = self.plan, self.start, self._preview
        if plan is None or start is None:
            return
        said = tuple(remarks(plan, preview, start.zone)) if preview else ()
        used = [each.rhythm.template for each in preview.proposals] if preview else []
        self.view.show_season(
            SeasonShown(
                plan=plan,
                rhythms=tuple(_words(each) for each in plan.rhythms),
                place=self._place,
                remarks=said,
                rows=self._rows,
                themes=themes_words(preview) if preview and self._rows else "",
                foot=numbers_words(preview, used) if preview else "",
                more=start.more is not None,
                problem=self._problem,
            )
        )
        self._changed()

    def _themes(self, least: int) -> list[str]:
        themes = list(self.plan.themes if self.plan else ())
        return themes + [""] * (max(least, len(self._rows)) - len(themes))


DAY_OFF_CHOICES = (
    (OnDayOff.NEXT_WORKING_DAY.value, "next working day that week"),
    (OnDayOff.SKIP.value, "skipped"),
    (OnDayOff.KEEP.value, "kept"),
)


def closure_words(first: date, last: date, name: str) -> str:
    """Return "Closed 24 Dec to 3 Jan", or what the closure is called with its days."""
    days = short_day(first) if first == last else f"{short_day(first)} to {short_day(last)}"
    return f"{name or 'Closed'} {days}"


def _words(rhythm: Rhythm) -> str:
    return rhythm_words(read_rule(rhythm.rule), rhythm.starts, rhythm.minutes)
