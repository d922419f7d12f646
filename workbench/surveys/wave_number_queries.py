"""The number of a new wave: one that no wave ever had, for what is kept about deleted ones."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from workbench.models.communities import SaidAndDone
from workbench.models.surveys import ReleasedCut, Wave


def unused_number(session: Session) -> int:
    """Return a number beyond those of all waves, released cuts and lines of what was said."""
    known = (Wave.id, ReleasedCut.wave_id, SaidAndDone.wave_number)
    return max(session.scalar(select(func.max(column))) or 0 for column in known) + 1
