"""What there is to sort: reasons to come under themes, sessions under goals."""

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.communities.queries import GoalRow
from workbench.communities.reason_queries import ReasonRow
from workbench.communities.rules import Theme
from workbench.foundation.dates import full_date
from workbench.sessions.goal_queries import GoalSession


@dataclass(frozen=True, slots=True)
class Sortable:
    """A row: its number, two texts, and the choice it stands under (None: none yet)."""

    id: int
    first: str
    second: str
    choice: int | None


@dataclass(frozen=True, slots=True)
class Sorting:
    """Headings with their rows, and the choices as (number, name); None takes a choice away."""

    groups: tuple[tuple[str, tuple[Sortable, ...]], ...]
    choices: tuple[tuple[int | None, str], ...]


def reasons_sorted(reasons: Sequence[ReasonRow], themes: Sequence[Theme]) -> Sorting:
    """Return reasons under no theme yet, those under each, and last who was not asked."""
    rows = [
        (row, Sortable(row.membership_id, row.name, row.reason or "not asked yet", row.theme_id))
        for row in reasons
    ]
    free = tuple(row for about, row in rows if row.choice is None and about.reason)
    silent = tuple(row for about, row in rows if row.choice is None and not about.reason)
    named = [
        (one.name, tuple(row for _, row in rows if row.choice == one.id))
        for one in sorted(themes, key=lambda one: -one.now)
    ]
    groups = (("Under no theme yet", free), ("Not asked yet", silent), *named)
    choices = (*((one.id, one.name) for one in themes), (None, "No theme"))
    return Sorting(groups, choices)


def sessions_sorted(sessions: Sequence[GoalSession], goals: Sequence[GoalRow]) -> Sorting:
    """Return the sessions that serve no goal yet, newest first, then those of each goal."""
    rows = [
        Sortable(one.id, one.title, full_date(one.on), one.goal_id) for one in reversed(sessions)
    ]
    free = tuple(row for row in rows if row.choice is None)
    named = [(goal.title, tuple(row for row in rows if row.choice == goal.id)) for goal in goals]
    choices = (*((goal.id, goal.title) for goal in goals), (None, "No goal"))
    return Sorting((("No goal yet", free), *named), choices)
