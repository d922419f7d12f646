"""Reading how the answers to a questionnaire spread in the waves closed so far."""

from sqlalchemy.orm import Session

from workbench.foundation.errors import UserFixable
from workbench.surveys.asking_power import Spread, pooled
from workbench.surveys.instruments import Instrument
from workbench.surveys.queries import wave_results


def spread_of(session: Session, community_id: int, instrument: Instrument) -> Spread | None:
    """Return how the shown waves of this version of a questionnaire spread, None without any."""
    try:
        every = wave_results(session, community_id, instrument.id)
    except UserFixable:  # a broken seal: told where the wave itself is shown
        return None
    return pooled(
        [
            (one.wave.label, one.figures.scored or 0, one.figures.sd or 0.0)
            for one in every
            if one.wave.instrument_version == instrument.version
        ]
    )
