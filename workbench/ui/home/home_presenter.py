"""Home without Qt: reads today's work first, the arithmetic after, and acts on what is asked."""

from datetime import timedelta
from typing import TYPE_CHECKING, Protocol

from workbench.contributions.promise_actions import settle_promise
from workbench.foundation.dates import weekday_and_day
from workbench.foundation.words import PromiseState
from workbench.rosters.call_actions import forget_call_note, note_called, snooze_call
from workbench.ui.desk import Desk
from workbench.ui.home.home_reads import Figures, Today, read_figures, read_today
from workbench.ui.home.home_words import Tile, tiles

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from workbench.contributions.promise_queries import PromiseRow
    from workbench.insights.worth_queries import CallRow
    from workbench.rosters.call_queries import CallNoteRow


class HomeView(Protocol):
    """What the presenter asks of the page."""

    def show_today(self, today: Today) -> None:
        """Show today's work."""
        ...

    def show_tiles(self, tiles: "Sequence[Tile]") -> None:
        """Show the strip of measures."""
        ...


class HomePresenter:
    """Leads the view; `settled` is whether nothing is on its way."""

    def __init__(self, desk: Desk, view: HomeView) -> None:
        self.desk, self.view = desk, view
        self.today: Today | None = None
        self._waiting = 0

    @property
    def settled(self) -> bool:
        """Whether everything asked for was shown."""
        return self._waiting == 0

    def load(self) -> None:
        """Read what is light first, so that it is painted before the arithmetic is done."""
        number = self.desk.community
        self._waiting += 2
        self.desk.read(
            lambda workspace: read_today(workspace, number), self._show_today, self._failed
        )
        self.desk.read(
            lambda workspace: read_figures(workspace, number), self._show_figures, self._failed
        )

    def keep(self, promise: "PromiseRow") -> None:
        """Tick a follow-up off; one Undo brings it back."""
        self.desk.do(
            lambda workspace: workspace.perform(settle_promise, promise.id, PromiseState.KEPT),
            said=f"Done: {promise.text}",
        )

    def note(
        self, person_id: int, text: str, done: "Callable[[], None]",
        failed: "Callable[[Exception], None]",
    ) -> None:  # fmt: skip
        """Put a line below the private notes of somebody."""
        from workbench.ui.home.quick_note import add_note

        self.desk.do(
            lambda workspace: workspace.perform(add_note, person_id, text),
            then=lambda _: done(),
            said=lambda name: f"Noted about {name}. It stays in this file.",
            failed=failed,
        )

    def called(
        self, row: "CallRow", note: str, done: "Callable[[], None]",
        failed: "Callable[[Exception], None]",
    ) -> None:  # fmt: skip
        """Keep that somebody was called, with a note."""
        community, person = self.desk.community, row.member.roster
        self.desk.do(
            lambda workspace: workspace.perform(
                note_called, community, person.person_id, note, _about(row)
            ),
            then=lambda _: done(),
            said=f"Noted the call to {person.name}. It stays in this file.",
            failed=failed,
        )

    def snooze(self, row: "CallRow", weeks: int) -> None:
        """Leave somebody off the list for some weeks."""
        community, person = self.desk.community, row.member.roster
        until = self.desk.clock.today() + timedelta(weeks=weeks)
        self.desk.do(
            lambda workspace: workspace.perform(
                snooze_call, community, person.person_id, until, _about(row)
            ),
            said=f"{person.name} is back on the list {weekday_and_day(until)}.",
        )

    def forget(self, note: "CallNoteRow") -> None:
        """Remove the note of a call."""
        self.desk.do(
            lambda workspace: workspace.perform(forget_call_note, note.id),
            said=f"Forgot the note about {note.name}.",
        )

    def _show_today(self, today: Today) -> None:
        self._waiting -= 1
        self.today = today
        self.view.show_today(today)

    def _show_figures(self, figures: Figures) -> None:
        self._waiting -= 1
        self.view.show_tiles(tiles(figures))

    def _failed(self, problem: Exception) -> None:
        self._waiting -= 1
        self.desk.tell(problem)


def _about(row: "CallRow") -> str:
    """Return the reasons a note answers."""
    return "; ".join(reason.words for reason in row.reasons)
