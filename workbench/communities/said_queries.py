"""Reading what was said after a wave and what was done about it."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.models.communities import SaidAndDone


@dataclass(frozen=True, slots=True)
class SaidRow:
    """One line of "you said, we did"; `did` is empty while nothing was done."""

    id: int
    said: str
    did: str
    done_on: date | None


def said_of(session: Session, community_id: int, wave_number: int) -> list[SaidRow]:
    """Return the lines of a wave in the order they were put in."""
    found = (
        select(SaidAndDone)
        .where(SaidAndDone.community_id == community_id, SaidAndDone.wave_number == wave_number)
        .order_by(SaidAndDone.position, SaidAndDone.id)
    )
    return [SaidRow(row.id, row.said, row.did, row.done_on) for row in session.scalars(found)]
