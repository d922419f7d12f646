"""Writing what was said after a wave and what was done about it; one step each."""

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from workbench.communities.queries import there
from workbench.communities.said_rules import SaidDraft, checked_said
from workbench.models.communities import Community, SaidAndDone
from workbench.storage.undo_log import forget_rows
from workbench.storage.unit_of_work import Work, action


@action("Add what was said", "communities")
def add_said(work: Work, community_id: int, wave_number: int, draft: SaidDraft) -> int:
    """Add a line at the end of a wave's list and return its number; raises BadInput."""
    there(work.session, Community, community_id, "community")
    kept = checked_said(draft)
    last = select(func.max(SaidAndDone.position)).where(
        SaidAndDone.community_id == community_id, SaidAndDone.wave_number == wave_number
    )
    row = SaidAndDone(
        community_id=community_id,
        wave_number=wave_number,
        position=(work.session.scalar(last) or 0) + 1,
        said=kept.said,
        did=kept.did,
        done_on=kept.done_on,
    )
    work.session.add(row)
    work.session.flush()
    return row.id


@action("Change what was said", "communities")
def change_said(work: Work, said_id: int, draft: SaidDraft) -> None:
    """Change a line to what the draft says; raises BadInput, NotFound."""
    kept = checked_said(draft)
    row = there(work.session, SaidAndDone, said_id, "line")
    row.said, row.did, row.done_on = kept.said, kept.did, kept.done_on


@action("Delete what was said", "communities")
def delete_said(work: Work, said_id: int) -> None:
    """Take a line out; raises NotFound."""
    work.session.delete(there(work.session, SaidAndDone, said_id, "line"))


def forget_said(session: Session, wave_number: int) -> None:
    """Delete the lines of a wave that is deleted, for good: no undo brings them back."""
    session.execute(delete(SaidAndDone).where(SaidAndDone.wave_number == wave_number))
    forget_rows(session.connection(), SaidAndDone.__tablename__, "wave_number", wave_number)
