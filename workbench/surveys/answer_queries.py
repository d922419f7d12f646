"""Reading stored answers and comments, in no order that means anything."""

import msgspec
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from workbench.models.surveys import AnswerComment, SealedRound
from workbench.models.surveys import AnswerSheet as StoredSheet
from workbench.surveys.answers import AnswerSheet

_CODES = msgspec.json.Decoder(tuple[int | None, ...])


def stored_sheets(session: Session, wave_id: int) -> list[AnswerSheet]:
    """Return the answer sheets of a wave, for computing its figures and nothing else."""
    rows = session.execute(
        select(StoredSheet.answers, StoredSheet.department, StoredSheet.link, StoredSheet.attended)
        .where(StoredSheet.wave_id == wave_id)
        .order_by(StoredSheet.key)
    )
    return [
        AnswerSheet(_CODES.decode(answers), department or "", link or b"", attended)
        for answers, department, link, attended in rows
    ]


def stored_comments(session: Session, wave_id: int) -> list[str]:
    """Return the comments of a wave in the order of their random keys."""
    rows = select(AnswerComment.text).where(AnswerComment.wave_id == wave_id)
    return list(session.scalars(rows.order_by(AnswerComment.key)))


def sealed_box(session: Session, asking_id: int) -> bytes | None:
    """Return the sealed box of an asking, None where nothing waits."""
    return session.scalar(select(SealedRound.box).where(SealedRound.asking_id == asking_id))


def sealed_boxes(session: Session) -> set[bytes]:
    """Return every sealed box in the file."""
    return set(session.scalars(select(SealedRound.box)))


def answered_by_wave(session: Session) -> dict[int, int]:
    """Return how many sheets each wave holds; it moves only by whole rounds."""
    rows = select(StoredSheet.wave_id, func.count()).group_by(StoredSheet.wave_id)
    return {wave: answered for wave, answered in session.execute(rows)}  # noqa: C416 - typed rows
