"""Reading measures: for each construct asked about, its closed waves over all questionnaires."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy.orm import Session as Connection

from workbench.foundation.words import WaveState
from workbench.insights.measures import Measure, measure_of, when_asked_next
from workbench.insights.segments import line_of
from workbench.surveys.queries import WaveResult, WaveRow, wave_results, waves

_CONSTRUCTS = ("safety", "loneliness", "belonging", "transfer", "other")


def measures(connection: Connection, community_id: int, today: date) -> list[Measure]:
    """Return one measure for each construct asked about, with its breaks."""
    asked = waves(connection, community_id)
    found = []
    for construct in _CONSTRUCTS:
        closed = _closed(connection, community_id, asked, construct)
        if closed:
            key = line_of(closed)[-1].instrument.id
            found.append(measure_of(closed, when_asked_next(asked, key, today)))
    return [measure for measure in found if measure is not None]


def _closed(
    connection: Connection, community_id: int, asked: Sequence[WaveRow], construct: str
) -> list[WaveResult]:
    """Return the closed waves of a construct in the order they were closed."""
    own = [wave for wave in asked if (wave.construct, wave.state) == (construct, WaveState.CLOSED)]
    order = {wave.id: place for place, wave in enumerate(own)}
    found = [
        result
        for key in dict.fromkeys(wave.instrument_key for wave in own)
        for result in wave_results(connection, community_id, key)
        if result.wave.id in order
    ]
    return sorted(found, key=lambda result: order[result.wave.id])
