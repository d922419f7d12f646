"""What the Community page opens: its forms, the two lists to sort, and the other pages."""

from functools import partial

from PySide6.QtWidgets import QWidget

from workbench.communities.queries import GoalRow, RhythmRow
from workbench.communities.rules import Theme
from workbench.impact.queries import FigureRow
from workbench.surveys.instruments import list_instruments
from workbench.ui.communities.charter_form import CharterForm
from workbench.ui.communities.community_presenter import CommunityPresenter
from workbench.ui.communities.community_reads import CommunityRead
from workbench.ui.communities.figures_form import FiguresForm
from workbench.ui.communities.focus_memory import widget_of
from workbench.ui.communities.goal_form import GoalForm, goal_choices
from workbench.ui.communities.norms_form import NormsForm, show_versions
from workbench.ui.communities.rhythm_form import RhythmForm
from workbench.ui.communities.sorting_dialog import SortingDialog
from workbench.ui.communities.sorting_shown import Sorting, reasons_sorted, sessions_sorted
from workbench.ui.communities.steps_shown import Doing, figure_behind
from workbench.ui.communities.theme_form import ThemeForm

_PAGES = {
    Doing.SESSION: ("sessions", {"new": True}),
    Doing.ATTENDANCE: ("attendance", {}),
    Doing.PEOPLE: ("people", {}),
    Doing.GIFT: ("contributions", {"log": True}),
    Doing.WAVE: ("surveys", {"plan": True}),
}


class CommunityDialogs:
    """Opens each form over the page with what the presenter has read."""

    def __init__(self, page: QWidget, presenter: CommunityPresenter) -> None:
        self._page = page
        self._presenter = presenter
        self._reasons: SortingDialog | None = None
        self._sessions: SortingDialog | None = None

    @property
    def _read(self) -> CommunityRead | None:
        return self._presenter.read

    def do(self, doing: Doing) -> None:
        """Do what closes a gap, here or on another page."""
        if doing in _PAGES:
            page, argument = _PAGES[doing]
            self._presenter.desk.go(page, **argument)
            return
        {
            Doing.CHARTER: self.edit_charter,
            Doing.GOAL: self.add_goal,
            Doing.OWNER: self.name_owner,
            Doing.NORMS: self.agree_norms,
            Doing.FIGURES: self.type_in_what_is_behind,
            Doing.REASONS: self.read_reasons,
        }[doing]()

    def edit_charter(self) -> None:
        """Change the charter."""
        if self._read is not None:
            keep, tell = self._presenter.keep_charter, self._presenter.desk.tell
            CharterForm(self._page, self._read.charter, keep, tell).open()

    def agree_norms(self) -> None:
        """Write the next version of the norms."""
        if self._read is not None:
            newest, presenter = self._read.charter.norms, self._presenter
            NormsForm(
                self._page, newest, self._read.today, presenter.agree, presenter.desk.tell
            ).open()

    def see_versions(self) -> None:
        """Show every version of the norms."""
        if self._read is not None:
            show_versions(self._page, self._read.versions)

    def add_goal(self) -> None:
        """Write down a goal."""
        self._open_goal(None)

    def edit_goal(self, goal: GoalRow) -> None:
        """Change a goal."""
        self._open_goal(goal)

    def name_owner(self) -> None:
        """Change the first goal that has no owner."""
        goals = [one.goal for one in self._read.goals] if self._read else []
        goal = next((goal for goal in goals if goal.owner_id is None), None)
        if goal is not None:
            self._open_goal(goal)

    def add_theme(self) -> None:
        """Write down a theme."""
        keep = partial(self._presenter.keep_theme, None)
        ThemeForm(self._page, keep, self._presenter.desk.tell).open()

    def edit_theme(self, theme: Theme) -> None:
        """Change a theme."""
        presenter = self._presenter
        keep = partial(presenter.keep_theme, theme)
        delete = partial(presenter.delete_theme, theme)
        ThemeForm(self._page, keep, presenter.desk.tell, theme, delete).open()

    def judge(self, theme: Theme) -> None:
        """Turn over whether the purpose names a theme."""
        self._presenter.judge(theme)

    def unfold_themes(self) -> None:
        """Show or join the small themes."""
        self._presenter.unfold_themes()

    def add_rhythm(self) -> None:
        """Write down a rhythm."""
        keep = partial(self._presenter.keep_rhythm, None)
        RhythmForm(self._page, keep, self._presenter.desk.tell).open()

    def edit_rhythm(self, rhythm: RhythmRow) -> None:
        """Change a rhythm."""
        presenter = self._presenter
        keep = partial(presenter.keep_rhythm, rhythm)
        delete = partial(presenter.delete_rhythm, rhythm)
        RhythmForm(self._page, keep, presenter.desk.tell, rhythm, delete).open()

    def type_in_what_is_behind(self) -> None:
        """Type in the months of the first goal that lacks them; a figure gone is chosen anew."""
        behind = figure_behind(self._read) if self._read else None
        if behind is not None:
            self.type_in(behind[2])
            return
        stale = [one.goal for one in self._read.goals if one.line.stale] if self._read else []
        if stale:
            self._open_goal(stale[0])

    def type_in(self, figure: FigureRow) -> None:
        """Type in months of a figure."""
        desk, today = self._presenter.desk, self._presenter.desk.clock.today()
        keep = partial(self._presenter.type_in, figure)
        bring_in = partial(desk.bring_in, "figures")
        FiguresForm(self._page, figure, today, keep, desk.tell, bring_in).open()

    def read_reasons(self) -> None:
        """Show why each member comes, to be put under themes."""
        if self._read is not None:
            self._reasons = SortingDialog(
                self._page,
                "Reasons to come",
                "Told to you by name. They stay on this screen and in no report.",
                ("Who", "Why they come"),
                "Choose theme",
                self._presenter.sort_reason,
            )
            self._reasons.destroyed.connect(self._forget_reasons)
            self.refresh()
            self._reasons.open()

    def link_sessions(self) -> None:
        """Show which session serves which goal, to be chosen."""
        if self._read is not None:
            self._sessions = SortingDialog(
                self._page,
                "Sessions and goals",
                "A session can serve one goal.",
                ("Session", "Day"),
                "Choose goal",
                self._presenter.serve_goal,
            )
            self._sessions.destroyed.connect(self._forget_sessions)
            self.refresh()
            self._sessions.open()

    def refresh(self) -> None:
        """Show what was read last in the list that is open, if one is."""
        read = self._read
        if read is None:
            return
        if self._reasons is not None:
            self._fill(self._reasons, reasons_sorted(read.reasons, read.themes))
        if self._sessions is not None:
            goals = [one.goal for one in read.goals]
            self._fill(self._sessions, sessions_sorted(read.sessions, goals))

    def _fill(self, dialog: SortingDialog, sorting: Sorting) -> None:
        dialog.show_sorting(sorting)
        dialog.return_to(widget_of(self._page, dialog.return_key) or self._page)

    def _open_goal(self, goal: GoalRow | None) -> None:
        read, presenter = self._read, self._presenter
        if read is None:
            return
        choices = goal_choices(read.figures, list_instruments(), read.people, goal)
        keep = partial(presenter.keep_goal, goal)
        form = GoalForm(self._page, choices, read.today, keep, presenter.desk.tell, goal)
        if goal is not None:
            figure = next((one for one in read.figures if one.id == goal.measure.figure_id), None)
            if figure is not None:
                form.offer("Type in the figures", partial(self.type_in, figure), icon="pencil")
            form.offer("Delete goal", partial(presenter.delete_goal, goal))
        form.open()

    def _forget_reasons(self) -> None:
        self._reasons = None

    def _forget_sessions(self) -> None:
        self._sessions = None
