"""Reading comments without Qt: one wave's, with what could tell who wrote them; decisions kept."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from workbench.foundation.text import clean
from workbench.foundation.words import CommentDecision, WaveState
from workbench.rosters.name_queries import everybodys_names
from workbench.storage.workspace import Workspace
from workbench.surveys.comment_actions import settle_comment
from workbench.surveys.comment_queries import CommentRow, comments_read
from workbench.surveys.comment_rules import Suggestion, scrubbed, suggestions
from workbench.surveys.queries import WaveRow, waves
from workbench.surveys.suppression import distribution_from
from workbench.ui.desk import Desk


@dataclass(frozen=True, slots=True)
class ShownComment:
    """A comment with what is proposed to be taken out of it."""

    row: CommentRow
    proposed: tuple[Suggestion, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class ShownComments:
    """The comments of one wave; none of them shows below `limit` let through."""

    wave: WaveRow
    comments: tuple[ShownComment, ...]
    limit: int

    def how_many(self, decision: CommentDecision) -> int:
        """Return how many comments have been decided so."""
        return sum(one.row.decision is decision for one in self.comments)


class CommentsView(Protocol):
    """What the page must be able to do."""

    def show_comments(self, shown: ShownComments | None) -> None:
        """Show the comments of a wave; None where no wave has any that may be read."""
        ...


class CommentsPresenter:
    """Holds the comments in the order they were first read in, and keeps decisions."""

    def __init__(self, desk: Desk, view: CommentsView) -> None:
        self.desk = desk
        self.view = view
        self.wave_id = 0
        self.loaded = False
        self._order: list[bytes] = []

    def show_wave(self, wave_id: int) -> None:
        """Read the comments of a wave, in a new order."""
        self.wave_id = wave_id
        self._order = []
        self.load()

    def load(self) -> None:
        """Read the comments again; those known keep their places."""
        community_id, wave_id = self.desk.community, self.wave_id
        self.desk.read(lambda workspace: _read(workspace, community_id, wave_id), self._show)

    def settle(
        self, shown: ShownComment, accepted: Sequence[Suggestion], decision: CommentDecision
    ) -> None:
        """Keep a decision about a comment, without what was accepted to be taken out."""
        self.rewrite(shown, scrubbed(shown.row.text, accepted), decision)

    def rewrite(self, shown: ShownComment, text: str, decision: CommentDecision) -> None:
        """Keep a decision about a comment in other words."""
        wave_id, key = self.wave_id, shown.row.key
        self.desk.do(
            lambda workspace: workspace.perform(settle_comment, wave_id, key, clean(text), decision)
        )

    def _show(self, read: ShownComments | None) -> None:
        self.loaded = True
        if read is None:
            self.view.show_comments(None)
            return
        self.wave_id = read.wave.id
        self._order += [one.row.key for one in read.comments if one.row.key not in self._order]
        placed = sorted(read.comments, key=lambda one: self._order.index(one.row.key))
        self.view.show_comments(ShownComments(read.wave, tuple(placed), read.limit))


def _read(workspace: Workspace, community_id: int, wave_id: int) -> ShownComments | None:
    closed = [row for row in workspace.read(waves, community_id) if row.state is WaveState.CLOSED]
    wanted = [row for row in closed if row.id == wave_id] if wave_id else closed[::-1]
    names = workspace.read(everybodys_names)
    for wave in wanted:
        rows = workspace.read(comments_read, wave.id)
        if rows:
            return ShownComments(wave, _shown(rows, names), distribution_from(wave.minimum_group))
    return None


def _shown(rows: Sequence[CommentRow], names: Collection[str]) -> tuple[ShownComment, ...]:
    return tuple(ShownComment(row, suggestions(row.text, list(names))) for row in rows)
