"""Reading what blocks may be copied from: every session with an agenda, of any community."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session as Connection

from workbench.foundation.dates import full_date
from workbench.foundation.text import counted, fold
from workbench.models.communities import Community
from workbench.models.sessions import Block, Session


@dataclass(frozen=True, slots=True)
class CopySource:
    """A session whose blocks may be copied; `blocks` counts those of the agenda itself."""

    session_id: int
    community_id: int
    community: str
    title: str
    starts: datetime
    blocks: int
    minutes: int

    @property
    def line(self) -> str:
        """The day, how many blocks and minutes."""
        count = counted(self.blocks, "block", "blocks")
        return f"{full_date(self.starts.date())}, {count}, {self.minutes} min"

    def holds(self, typed: str) -> bool:
        """Whether every word typed occurs in title, community or day."""
        text = fold(f"{self.title} {self.community} {self.line}")
        return all(word in text for word in fold(typed).split())


def copy_sources(
    connection: Connection, community_id: int, but: int | None = None
) -> list[CopySource]:
    """Return the sessions with blocks, the latest first, those of the own community before others.

    `but` is the session that is copied to.
    """
    statement = (
        select(Session, Community.name, func.count(Block.id), func.sum(Block.minutes))
        .join(Community, Community.id == Session.community_id)
        .join(Block, Block.session_id == Session.id)
        .where(Block.within_id.is_(None), Session.id != (but or 0))
        .group_by(Session.id)
        .order_by(Session.starts_at.desc(), Session.id.desc())
    )
    found = [
        CopySource(
            row.id, row.community_id, community, row.title, row.starts_at, int(blocks), int(minutes)
        )
        for row, community, blocks, minutes in connection.execute(statement)
    ]
    return sorted(found, key=lambda source: source.community_id != community_id)
