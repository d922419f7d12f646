"""Reading whether answers are linked, and by which key; never a link itself."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.foundation.errors import BadInput
from workbench.foundation.words import WaveState
from workbench.models.surveys import AnswerSheet, Asking, SealedRound, Wave


def has_links(session: Session, community_id: int) -> bool:
    """Whether any answer of a community carries a link."""
    waves = select(Wave.id).where(Wave.community_id == community_id)
    linked = select(AnswerSheet.wave_id).where(
        AnswerSheet.wave_id.in_(waves), AnswerSheet.link.is_not(None)
    )
    return session.scalar(linked.limit(1)) is not None


def link_keys(session: Session, community_id: int) -> list[str]:
    """Return the names of the keys that lie outside the file for a community."""
    names = select(Asking.key_name).where(Asking.community_id == community_id).distinct()
    return sorted(session.scalars(names))


def refuse_to_forget(session: Session, community_id: int) -> None:
    """Raise BadInput while a wave with codes is open or a small round waits: links would return."""
    own = select(Asking.id).where(Asking.community_id == community_id)
    waits = select(SealedRound.key).where(SealedRound.asking_id.in_(own)).limit(1)
    asked = own.where(Asking.code_parts.is_not(None))
    opened = select(Wave.id).where(Wave.asking_id.in_(asked), Wave.state == WaveState.OPEN)
    if session.scalar(waits) is not None or session.scalar(opened.limit(1)) is not None:
        raise BadInput(
            "A wave that asks for codes is open, or a small round is kept sealed.",
            "Close the wave first.",
        )
