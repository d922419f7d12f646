"""Reading measures: for each construct asked about, its closed waves over all questionnaires."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy.orm import Session as Connection

from workbench.communities.usual_range_queries import UsualRangeRow, usual_ranges
from workbench.foundation.words import ChartSeries, WaveState
from workbench.insights.control import Stretch
from workbench.insights.measures import Measure, measure_of, when_asked_next
from workbench.insights.segments import line_of
from workbench.surveys.growth_queries import frozen_growth
from workbench.surveys.queries import WaveResult, WaveRow, wave_results, waves

_CONSTRUCTS = ("safety", "loneliness", "belonging", "transfer", "other")


def measures(connection: Connection, community_id: int, today: date) -> list[Measure]:
    """Return one measure for each construct asked about, with its breaks."""
    asked = waves(connection, community_id)
    fixed = usual_ranges(connection, community_id)
    found = []
    for construct in _CONSTRUCTS:
        closed = _closed(connection, community_id, asked, construct)
        if closed:
            key = line_of(closed)[-1].instrument.id
            usual = stretch(fixed.get(ChartSeries(construct)))
            found.append(measure_of(closed, when_asked_next(asked, key, today), usual))
    return [_with_growth(connection, measure) for measure in found if measure is not None]


def _with_growth(connection: Connection, measure: Measure) -> Measure:
    newest = measure.waves[-1]
    if newest.open_alarms:
        return measure
    return replace(measure, growth=frozen_growth(connection, newest.wave))


def stretch(fixed: UsualRangeRow | None) -> Stretch | None:
    """Return the days fixed as usual as a stretch, None where nobody fixed any."""
    return Stretch(fixed.first_on, fixed.last_on, fixed.reason) if fixed else None


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
