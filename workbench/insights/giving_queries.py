"""Reading what stands round the feed of gifts: who may be named, how giving is spread."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from workbench.contributions.capture_queries import capture_words
from workbench.contributions.capture_words import CaptureWords
from workbench.contributions.queries import (
    SessionCount,
    given_by_member,
    kind_counts,
    session_counts,
)
from workbench.contributions.spread import Spread, spread
from workbench.foundation.words import ContributionKind
from workbench.insights.help_queries import RECENT_SESSIONS, HelpShown, help_shown


@dataclass(frozen=True, slots=True)
class Giving:
    """What stands round the feed: who may be named, sessions to log into, and the spread since."""

    words: CaptureWords
    sessions: tuple[SessionCount, ...]
    since: date | None
    spread: Spread
    kinds: tuple[tuple[ContributionKind, int], ...]
    help: HelpShown | None


def giving(session: Session, community_id: int, today: date) -> Giving:
    """Return what stands round the feed; the spread is over the last 8 sessions."""
    held = session_counts(session, community_id)
    since = held[-RECENT_SESSIONS:][0].on if held else None
    return Giving(
        words=capture_words(session, community_id, today),
        sessions=tuple(held),
        since=since,
        spread=spread(list(given_by_member(session, community_id, today, since).values())),
        kinds=tuple(kind_counts(session, community_id, since).items()),
        help=help_shown(session, community_id, [one.on for one in held], today),
    )
