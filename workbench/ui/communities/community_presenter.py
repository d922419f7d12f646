"""The Community page without Qt: what it shows, and what each of its actions does."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol, TypeVar

from workbench.communities.actions import (
    add_theme,
    agree_norms,
    change_charter,
    judge_theme,
    sort_reason,
)
from workbench.communities.plan_actions import (
    add_rhythm,
    change_rhythm,
    delete_goal,
    delete_rhythm,
)
from workbench.communities.queries import GoalRow, RhythmRow
from workbench.communities.rules import CharterDraft, GoalDraft, RhythmDraft, Theme
from workbench.communities.theme_actions import change_theme, delete_theme
from workbench.foundation.text import clean, counted
from workbench.impact.actions import set_months
from workbench.impact.queries import FigureRow
from workbench.impact.rules import FigureDraft
from workbench.sessions.goal_actions import serve_goal
from workbench.storage.unit_of_work import Done as Kept
from workbench.storage.workspace import Workspace
from workbench.ui.communities.community_reads import CommunityRead, read_community
from workbench.ui.communities.goal_step import keep_goal
from workbench.ui.communities.page_shown import PageShown, page_shown
from workbench.ui.desk import Desk, Failed

Done = Callable[[], None]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class ThemeDraft:
    """A theme as typed: its name, whether the purpose names it, how many had it when joining."""

    name: str
    in_purpose: bool
    at_joining: int


class CommunityView(Protocol):
    """What the presenter asks of the page."""

    def show_community(self, shown: PageShown) -> None:
        """Show everything."""
        ...


class CommunityPresenter:
    """Holds what was read, and keeps what the forms say."""

    def __init__(self, desk: Desk, view: CommunityView) -> None:
        self.desk = desk
        self.view = view
        self.read: CommunityRead | None = None
        self._unfolded: bool | None = None

    def load(self) -> None:
        """Read everything the page shows."""
        community_id, today = self.desk.community, self.desk.clock.today()
        self.desk.read(lambda workspace: read_community(workspace, community_id, today), self._show)

    def unfold_themes(self) -> None:
        """Show the small themes one by one, or join them again."""
        if self.read is not None:
            shown = page_shown(self.read, unfolded=self._unfolded)
            self._unfolded = not shown.themes.unfolded
            self._show(self.read)

    def keep_charter(self, draft: CharterDraft, done: Done, failed: Failed) -> None:
        """Keep what the charter says."""
        community_id = self.desk.community
        self._keep(
            lambda workspace: workspace.perform(change_charter, community_id, draft),
            "Charter changed.",
            done,
            failed,
        )

    def agree(self, norms: tuple[str, ...], on: date, done: Done, failed: Failed) -> None:
        """Keep the norms as the next version."""
        community_id = self.desk.community
        self._keep(
            lambda workspace: workspace.perform(agree_norms, community_id, norms, on),
            f"{counted(len(norms), 'norm', 'norms')} agreed.",
            done,
            failed,
        )

    def keep_goal(
        self,
        goal: GoalRow | None,
        draft: GoalDraft,
        figure: FigureDraft | None,
        done: Done,
        failed: Failed,
    ) -> None:
        """Add a goal, or change one, with a new figure where one was named."""
        community_id, number = self.desk.community, goal.id if goal else None
        self._keep(
            lambda workspace: workspace.perform(keep_goal, community_id, number, draft, figure),
            f'{"Changed" if goal else "Added"} the goal "{clean(draft.title)}".',
            done,
            failed,
        )

    def delete_goal(self, goal: GoalRow) -> None:
        """Take a goal out."""
        self.desk.do(
            lambda workspace: workspace.perform(delete_goal, goal.id),
            said=f'Deleted the goal "{goal.title}".',
        )

    def keep_theme(
        self, theme: Theme | None, draft: ThemeDraft, done: Done, failed: Failed
    ) -> None:
        """Add a theme, or change one."""
        number = theme.id if theme else None
        if number is None:
            community_id = self.desk.community
            self._keep(
                lambda workspace: workspace.perform(
                    add_theme,
                    community_id,
                    draft.name,
                    in_purpose=draft.in_purpose,
                    at_joining=draft.at_joining,
                ),
                f'Added the theme "{clean(draft.name)}".',
                done,
                failed,
            )
            return
        self._keep(
            lambda workspace: workspace.perform(
                change_theme,
                number,
                draft.name,
                in_purpose=draft.in_purpose,
                at_joining=draft.at_joining,
            ),
            f'Changed the theme "{clean(draft.name)}".',
            done,
            failed,
        )

    def delete_theme(self, theme: Theme) -> None:
        """Take a theme out."""
        number = theme.id
        if number is not None:
            self.desk.do(
                lambda workspace: workspace.perform(delete_theme, number),
                said=f'Deleted the theme "{theme.name}".',
            )

    def judge(self, theme: Theme) -> None:
        """Say that the purpose names a theme, or not yet: the other of what it says now."""
        number, named = theme.id, not theme.in_purpose
        if number is not None:
            self.desk.do(
                lambda workspace: workspace.perform(judge_theme, number, in_purpose=named),
                said=f'"{theme.name}": {"in the purpose" if named else "not in the purpose yet"}.',
            )

    def keep_rhythm(
        self, rhythm: RhythmRow | None, draft: RhythmDraft, done: Done, failed: Failed
    ) -> None:
        """Add a rhythm, or change one."""
        community_id = self.desk.community
        name = clean(draft.name)
        if rhythm is None:
            self._keep(
                lambda workspace: workspace.perform(add_rhythm, community_id, draft),
                f'Added the rhythm "{name}".',
                done,
                failed,
            )
            return
        self._keep(
            lambda workspace: workspace.perform(change_rhythm, rhythm.id, draft),
            f'Changed the rhythm "{name}".',
            done,
            failed,
        )

    def delete_rhythm(self, rhythm: RhythmRow) -> None:
        """Take a rhythm out."""
        self.desk.do(
            lambda workspace: workspace.perform(delete_rhythm, rhythm.id),
            said=f'Deleted the rhythm "{rhythm.name}".',
        )

    def sort_reason(self, membership_id: int, theme_id: int | None) -> None:
        """Put somebody's reason to come under a theme, or under none."""
        self.desk.do(
            lambda workspace: workspace.perform(sort_reason, membership_id, theme_id),
            said="Reason sorted.",
        )

    def serve_goal(self, session_id: int, goal_id: int | None) -> None:
        """Let a session serve a goal, or none."""
        self.desk.do(
            lambda workspace: workspace.perform(serve_goal, session_id, goal_id),
            said="Goal chosen." if goal_id is not None else "Goal taken away.",
        )

    def type_in(
        self, figure: FigureRow, values: Mapping[date, float | None], done: Done, failed: Failed
    ) -> None:
        """Keep months of a figure."""

        def said(changed: int) -> str:
            months = counted(changed, "month", "months")
            return f'Typed in {months} of "{figure.name}".' if changed else ""

        self.desk.do(
            lambda workspace: workspace.perform(set_months, figure.id, values),
            then=lambda _changed: done(),
            said=said,
            failed=failed,
        )

    def _keep(
        self,
        job: Callable[[Workspace], Kept[T]],
        said: str,
        done: Done,
        failed: Failed,
    ) -> None:
        self.desk.do(job, then=lambda _value: done(), said=said, failed=failed)

    def _show(self, read: CommunityRead) -> None:
        self.read = read
        self.view.show_community(page_shown(read, unfolded=self._unfolded))
