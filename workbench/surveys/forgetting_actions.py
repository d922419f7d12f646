"""Forgetting, as a wave closes, what it can never show: whoever gets the file finds none of it."""

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from workbench.foundation.text import clean, fold
from workbench.models.surveys import AnswerComment
from workbench.models.surveys import AnswerSheet as StoredSheet
from workbench.surveys.figures import WaveFigures
from workbench.surveys.suppression import distribution_from

_PLAIN = {"synchronize_session": False}


def forget_unshown(session: Session, wave_id: int, figures: WaveFigures) -> None:
    """Forget the sheets of a wave that shows nothing, departments that stay hidden, few comments.

    A department of one would name who filled in the sheet; frozen figures and the ledger have all
    they need, as both know shown groups only.
    """
    if figures.suppressed:
        session.execute(delete(StoredSheet).where(StoredSheet.wave_id == wave_id))
    else:
        _forget_departments(session, wave_id, figures)
        if not figures.attended:
            kept = update(StoredSheet).where(StoredSheet.wave_id == wave_id)
            session.execute(kept.values(attended=None).execution_options(**_PLAIN))
    own = AnswerComment.wave_id == wave_id
    comments = session.scalar(select(func.count()).select_from(AnswerComment).where(own)) or 0
    if comments < distribution_from(figures.minimum_group):
        session.execute(delete(AnswerComment).where(own))


def _forget_departments(session: Session, wave_id: int, figures: WaveFigures) -> None:
    shown = {fold(group.name) for group in figures.departments if group.shown}
    own = StoredSheet.wave_id == wave_id
    chosen = session.scalars(select(StoredSheet.department).where(own).distinct())
    hidden = [name for name in chosen if name is not None and fold(clean(name)) not in shown]
    if hidden:
        session.execute(
            update(StoredSheet)
            .where(own, StoredSheet.department.in_(hidden))
            .values(department=None)
            .execution_options(**_PLAIN)
        )
