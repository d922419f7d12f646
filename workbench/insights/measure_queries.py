"""Reading measures: for each construct asked about, its questionnaire over the closed waves."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy.orm import Session as Connection

from workbench.foundation.words import WaveState
from workbench.insights.measures import Measure, measure_of, when_asked_next
from workbench.surveys.queries import WaveRow, wave_results, waves

_CONSTRUCTS = ("safety", "loneliness", "belonging", "transfer", "other")


def measures(connection: Connection, community_id: int, today: date) -> list[Measure]:
    """Return one measure for each construct asked about: the questionnaire closed last for it."""
    asked = waves(connection, community_id)
    found = []
    for construct in _CONSTRUCTS:
        key = _newest_key(asked, construct)
        if key:
            closed = wave_results(connection, community_id, key)
            measure = measure_of(closed, when_asked_next(asked, key, today))
            if measure:
                found.append(measure)
    return found


def _newest_key(asked: Sequence[WaveRow], construct: str) -> str:
    closed = [
        wave for wave in asked if wave.construct == construct and wave.state is WaveState.CLOSED
    ]
    return closed[-1].instrument_key if closed else ""
