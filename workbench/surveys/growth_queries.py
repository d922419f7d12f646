"""Reading the growth that was frozen with a wave."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.models.surveys import FrozenChange, FrozenGrowth
from workbench.surveys.frozen import unseal_growth
from workbench.surveys.growth import Growth
from workbench.surveys.queries import WaveRow


def frozen_growth(session: Session, wave: WaveRow) -> Growth | None:
    """Return the growth up to a closed wave, None without one or once a wave of it is deleted.

    Raises UserFixable where the figures are not the ones that were sealed.
    """
    stored = session.get(FrozenGrowth, wave.id)
    if stored is None:
        return None
    found = unseal_growth(stored.figures, stored.sha256, wave.label)
    there = session.scalars(select(FrozenChange.earlier_id).where(FrozenChange.later_id == wave.id))
    return found if set(found.earlier) <= set(there) else None
