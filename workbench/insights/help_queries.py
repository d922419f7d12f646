"""Reading help across departments: over a stretch of days, and session by session."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session as Connection

from workbench.contributions.link_queries import HelpRow, help_rows
from workbench.contributions.queries import session_counts
from workbench.foundation.words import Role
from workbench.insights.shares import Share, ShareChange, share_change
from workbench.insights.silo import HelpAcross, HelpLink, help_across
from workbench.rosters.queries import roster

if TYPE_CHECKING:
    from collections.abc import Hashable

RECENT_SESSIONS = 8


@dataclass(frozen=True, slots=True)
class HelpPoint:
    """How much of the help logged in one session crossed departments."""

    session_id: int
    on: date
    across: Share


@dataclass(frozen=True, slots=True)
class HelpShown:
    """Help across departments since a day and before it, and what may be said of the change."""

    since: date
    now: HelpAcross
    before: HelpAcross
    change: ShareChange | None


def help_shown(
    connection: Connection, community_id: int, held: Sequence[date], today: date
) -> HelpShown | None:
    """Compare help in the last 8 sessions with help before; `held` are the days of all, in order.

    None before the first session.
    """
    if not held:
        return None
    since = held[-RECENT_SESSIONS:][0]
    now = help_across_departments(connection, community_id, since, today)
    before = help_across_departments(connection, community_id, None, since - timedelta(days=1))
    return HelpShown(since, now, before, share_change(before.across, now.across))


def help_across_departments(
    connection: Connection, community_id: int, since: date | None, until: date
) -> HelpAcross:
    """Return how much help crossed departments between two days, among the members of the last."""
    links = [
        HelpLink(row.giver_id, row.receiver_id, row.giver_department, row.receiver_department)
        for row in help_rows(connection, community_id, since, until)
    ]
    departments: dict[Hashable, str] = {
        row.person_id: row.department.name
        for row in roster(connection, community_id, until)
        if row.department and row.role is not Role.GUEST
    }
    return help_across(links, departments)


def help_by_session(connection: Connection, community_id: int) -> list[HelpPoint]:
    """Return how much help crossed departments in each held session, by date."""
    rows = [row for row in help_rows(connection, community_id) if _known(row)]
    return [
        HelpPoint(
            one.session_id, one.on, _share([r for r in rows if r.session_id == one.session_id])
        )
        for one in session_counts(connection, community_id)
    ]


def share_across(
    connection: Connection, community_id: int, since: date | None, until: date
) -> Share:
    """Return how many of the offers of help between two days crossed departments."""
    return _share([row for row in help_rows(connection, community_id, since, until) if _known(row)])


def _share(rows: list[HelpRow]) -> Share:
    crossed = sum(row.giver_department != row.receiver_department for row in rows)
    return Share(crossed, len(rows))


def _known(row: HelpRow) -> bool:
    return bool(row.giver_department and row.receiver_department)
