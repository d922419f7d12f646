"""Reading what stands round the feed of gifts: who may be named, how giving is spread."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from workbench.contributions.capture_queries import capture_words
from workbench.contributions.capture_words import CaptureWords
from workbench.contributions.names import Somebody
from workbench.contributions.queries import (
    SessionCount,
    kind_counts,
    session_counts,
)
from workbench.contributions.spread_parts import SpreadParts
from workbench.contributions.thanks_queries import givers
from workbench.foundation.text import fold
from workbench.foundation.words import ContributionKind
from workbench.insights.help_queries import RECENT_SESSIONS
from workbench.insights.spread_queries import spread_of


@dataclass(frozen=True, slots=True)
class Giving:
    """What stands round the feed: who may be named, sessions to log into, and the spread since."""

    words: CaptureWords
    named: tuple[Somebody, ...]
    sessions: tuple[SessionCount, ...]
    since: date | None
    today: date
    spread: SpreadParts
    kinds: tuple[tuple[ContributionKind, int], ...]


def giving(
    session: Session,
    community_id: int,
    today: date,
    kind: ContributionKind | None = None,
    logged_on: date | None = None,
) -> Giving:
    """Return what stands round the feed; the spread is over the last 8 sessions.

    With a kind the spread is of that kind alone. A line that goes into a session of a day may name
    who belonged then too.
    """
    held = session_counts(session, community_id)
    since = held[-RECENT_SESSIONS:][0].on if held else None
    words = capture_words(session, community_id, today, logged_on or today)
    named = {one.id: one for one in (*givers(session, community_id), *words.people)}
    return Giving(
        words=words,
        named=tuple(sorted(named.values(), key=lambda one: (fold(one.name), one.id))),
        sessions=tuple(held),
        since=since,
        today=today,
        spread=spread_of(session, community_id, today, since, [one.on for one in held], kind),
        kinds=tuple(kind_counts(session, community_id, since).items()),
    )
