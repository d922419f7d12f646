"""The Contributions page without Qt: what is shown, what filters hold, what each action does."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Protocol

from workbench.contributions.actions import (
    change_contribution,
    delete_contributions,
    log_line,
)
from workbench.contributions.capture_queries import capture_words
from workbench.contributions.capture_words import CaptureWords
from workbench.contributions.feed_queries import Feed, FeedRow, feed
from workbench.contributions.kind_actions import change_kinds
from workbench.contributions.kind_queries import kind_book, kinds_in_use
from workbench.contributions.kind_rules import KindBook, KindSpec
from workbench.contributions.promise_queries import PromiseRow, promises
from workbench.contributions.queries import SessionCount, contribution
from workbench.contributions.question_actions import mark_answered, open_again
from workbench.contributions.rules import FeedFilter, Gift
from workbench.foundation.errors import NotFound
from workbench.foundation.words import ContributionKind
from workbench.insights.giving_queries import Giving, giving
from workbench.storage.workspace import Workspace
from workbench.ui.desk import Desk, Failed

SESSIONS_AT_A_TIME = 12
_RECENTLY = timedelta(days=14)


class ContributionsView(Protocol):
    """What the presenter asks of the page."""

    def show_giving(self, giving: Giving) -> None:
        """Show the choices and the spread."""
        ...

    def show_words(self, words: CaptureWords) -> None:
        """Show whom and what a captured line may name."""
        ...

    def show_promises(self, rows: Sequence[PromiseRow]) -> None:
        """Show the promises."""
        ...

    def show_feed(self, feed: Feed, groups: int) -> None:
        """Show the feed's first groups."""
        ...

    def show_hidden(self, *, hidden: bool) -> None:
        """Say that what was logged last is hidden by the filter, or that nothing is."""
        ...

    def choose_session(self, session_id: int | None) -> None:
        """Show which session a captured line is logged into."""
        ...

    def line_refused(self, line: str, problem: Exception) -> None:
        """Give the line back and say what is in doubt."""
        ...

    def open_kinds(self, book: KindBook, used: frozenset[int]) -> None:
        """Open the kinds as they are called here."""
        ...

    def open_gift(self, contribution_id: int, gift: Gift) -> None:
        """Open the form of a gift."""
        ...


class ContributionsPresenter:
    """Holds the filter and the session that lines go into, and leads the view."""

    def __init__(self, desk: Desk, view: ContributionsView) -> None:
        self.desk = desk
        self.view = view
        self.filter = FeedFilter()
        self.groups = SESSIONS_AT_A_TIME
        self.session_id: int | None = None
        self.spread_kind: ContributionKind | None = None
        self.giving: Giving | None = None
        self.feed: Feed | None = None
        self._logged: int | None = None

    @property
    def loaded(self) -> bool:
        """Whether the feed has been read."""
        return self.feed is not None

    def load(self) -> None:
        """Read everything the page shows."""
        community_id, today, wanted = self.desk.community, self.desk.clock.today(), self.filter
        kind, logged, day = self.spread_kind, self._logged, self._day()

        def read(workspace: Workspace) -> tuple[Giving, Sequence[PromiseRow], Feed, int | None]:
            return (
                workspace.read(giving, community_id, today, kind, day),
                workspace.read(promises, community_id, today),
                workspace.read(feed, community_id, wanted),
                _if_there(workspace, logged),
            )

        self.desk.read(read, lambda found: self._arrived(*found))

    def search(self, **changes: Any) -> None:  # noqa: ANN401 - fields of FeedFilter
        """Change what is looked for and read the feed again; what is not named stays."""
        self._logged = None
        self.filter, self.groups = replace(self.filter, **changes), SESSIONS_AT_A_TIME
        community_id, wanted = self.desk.community, self.filter
        self.desk.read(
            lambda workspace: workspace.read(feed, community_id, wanted), self._show_feed
        )

    def spread_over(self, kind: ContributionKind | None) -> None:
        """Show how giving of one kind is spread, or of all."""
        self.spread_kind = kind
        self.load()

    def show_earlier(self) -> None:
        """Show the sessions before those shown."""
        self.groups += SESSIONS_AT_A_TIME
        if self.feed:
            self.view.show_feed(self.feed, self.groups)

    def log_into(self, session_id: int | None) -> None:
        """Let captured lines go into a session, or between sessions, and name who was there."""
        self.session_id = session_id
        community_id, days = self.desk.community, (self.desk.clock.today(), self._day())
        self.desk.read(
            lambda workspace: workspace.read(capture_words, community_id, *days),
            self.view.show_words,
        )

    def _day(self) -> date:
        """Return the day lines are logged on: of the session they go into, or today."""
        held = self.giving.sessions if self.giving else ()
        days = (one.on for one in held if one.session_id == self.session_id)
        return next(days, self.desk.clock.today())

    def log(self, line: str) -> None:
        """Log one captured line; where the filter hides it the view says so."""
        community_id, session_id = self.desk.community, self.session_id
        self.desk.do(
            lambda workspace: workspace.perform(log_line, community_id, line, session_id),
            then=self._remember,
            said="Logged.",
            failed=lambda problem: self.view.line_refused(line, problem),
        )

    def edit(self, contribution_id: int) -> None:
        """Open the form of a gift as it stands in the file."""
        self.desk.read(
            lambda workspace: workspace.read(contribution, contribution_id),
            lambda gift: self.view.open_gift(contribution_id, gift),
        )

    def change(
        self, contribution_id: int, gift: Gift, then: Callable[[], None], failed: Failed
    ) -> None:
        """Change a gift to what the form says."""
        self.desk.do(
            lambda workspace: workspace.perform(change_contribution, contribution_id, gift),
            then=lambda _: then(),
            said="Changed.",
            failed=failed,
        )

    def delete(self, contribution_id: int) -> None:
        """Take a gift out; the toast takes it back."""
        self.desk.do(
            lambda workspace: workspace.perform(delete_contributions, [contribution_id]),
            said="Contribution deleted.",
        )

    def edit_kinds(self) -> None:
        """Open the kinds as they stand in the file."""

        def read(workspace: Workspace) -> tuple[KindBook, frozenset[int]]:
            return workspace.read(kind_book), workspace.read(kinds_in_use)

        self.desk.read(read, lambda found: self.view.open_kinds(*found))

    def change_kinds(
        self, kinds: Sequence[KindSpec], then: Callable[[], None], failed: Failed
    ) -> None:
        """Let these be the kinds."""
        self.desk.do(
            lambda workspace: workspace.perform(change_kinds, kinds),
            then=lambda _: then(),
            said="Kinds changed.",
            failed=failed,
        )

    def turn_question(self, row: FeedRow) -> None:
        """Mark a question as answered, or open it again."""
        open_now = row.answered_on is None
        turn = mark_answered if open_now else open_again
        self.desk.do(
            lambda workspace: workspace.perform(turn, row.id),
            said="Marked as answered." if open_now else "The question is open again.",
        )

    def export(self, path: Path) -> None:
        """Write all contributions as a workbook."""
        name = self.desk.community_name

        def write(workspace: Workspace) -> None:
            from workbench.reports.exports import export_contributions

            export_contributions(workspace, name, path)

        self.desk.read(write, lambda _: self.desk.say(f"Saved as {path.name}."))

    def _arrived(
        self, found: Giving, promised: Sequence[PromiseRow], gifts: Feed, logged: int | None
    ) -> None:
        first = self.giving is None
        self.giving, self._logged = found, logged
        self.view.show_giving(found)
        if first:
            self.log_into(session_to_log_into(found.sessions, self.desk.clock.today()))
        elif self.session_id not in {None, *(one.session_id for one in found.sessions)}:
            self.log_into(None)
        self.view.choose_session(self.session_id)
        self.view.show_promises(promised)
        self._show_feed(gifts)

    def _remember(self, contribution_id: int) -> None:
        self._logged = contribution_id

    def _show_feed(self, gifts: Feed) -> None:
        self.feed = gifts
        self.view.show_feed(gifts, self.groups)
        shown = {row.id for group in gifts.groups for row in group.rows}
        filtered = self.filter != FeedFilter()
        self.view.show_hidden(hidden=filtered and self._logged not in {None, *shown})


def _if_there(workspace: Workspace, contribution_id: int | None) -> int | None:
    """Return the number of a contribution that is still there: Undo may have taken it back."""
    if contribution_id is None:
        return None
    try:
        workspace.read(contribution, contribution_id)
    except NotFound:
        return None
    return contribution_id


def session_to_log_into(sessions: tuple[SessionCount, ...], today: date) -> int | None:
    """Return the newest session held in the last two weeks, or None for between sessions."""
    if sessions and today - sessions[-1].on <= _RECENTLY:
        return sessions[-1].session_id
    return None
