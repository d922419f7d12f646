"""The wave a file of answers would fill: planned or open, with what its form offers."""

from sqlalchemy.orm import Session

from workbench.foundation.text import fold
from workbench.foundation.words import WaveState
from workbench.surveys.asking_queries import asking_row
from workbench.surveys.queries import waves


def waiting_asking(session: Session, community_id: int, instrument: str, label: str) -> int | None:
    """Return the number of the asking whose wave is not closed yet, None where there is none."""
    return next(
        (
            wave.asking_id
            for wave in waves(session, community_id)
            if wave.instrument_key == instrument
            and wave.state is not WaveState.CLOSED
            and fold(wave.label) == fold(label)
        ),
        None,
    )


def planned_departments(
    session: Session, community_id: int, instrument: str, label: str
) -> tuple[str, ...]:
    """Return the departments that the form of the waiting wave offers, () where it asks none."""
    asking_id = waiting_asking(session, community_id, instrument, label)
    return asking_row(session, asking_id).plan.departments if asking_id is not None else ()
