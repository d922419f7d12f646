"""What an asking can find, said before it is asked: after how the answers spread in earlier waves.

The smallest change found 4 times in 5 (survey science 3.6) needs a spread; a questionnaire that was
never asked here has none, and nothing is said of it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite, sqrt

from sqlalchemy.orm import Session

from workbench.foundation.errors import UserFixable
from workbench.surveys.instruments import Instrument
from workbench.surveys.power import found_sentence, smallest_found
from workbench.surveys.queries import WaveResult, wave_results


@dataclass(frozen=True, slots=True)
class Spread:
    """How the scores of a questionnaire spread here: the SD pooled over so many waves and answers.

    `last` is the name of the newest of them.
    """

    sd: float
    waves: int
    answers: int
    last: str


@dataclass(frozen=True, slots=True)
class Found:
    """What so many answers can find: the smallest change in points, and the sentence about it."""

    answers: int
    change: float
    said: str


def spread_of(session: Session, community_id: int, instrument: Instrument) -> Spread | None:
    """Return how the shown waves of this version of a questionnaire spread, None without any."""
    try:
        every = wave_results(session, community_id, instrument.id)
    except UserFixable:  # a broken seal: told where the wave itself is shown
        return None
    return pooled([one for one in every if one.wave.instrument_version == instrument.version])


def pooled(results: Sequence[WaveResult]) -> Spread | None:
    """Return the SD pooled over closed waves, None where none of them shows one above 0."""
    shown = [
        (one.wave.label, one.figures.scored, one.figures.sd)
        for one in results
        if one.figures.sd and one.figures.scored and one.figures.scored > 1
    ]
    if not shown:
        return None
    freedom = sum(n - 1 for _, n, _ in shown)
    squares = sum((n - 1) * sd * sd for _, n, sd in shown)
    answers = sum(n for _, n, _ in shown)
    return Spread(sqrt(squares / freedom), len(shown), answers, shown[-1][0])


def found_with(answers: int, spread: Spread) -> Found | None:
    """Return what so many answers can find, None where that is nothing."""
    change = smallest_found(answers, spread.sd)
    if not isfinite(change):
        return None
    return Found(answers, change, found_sentence(answers, spread.sd))


def curve(spread: Spread, least: int, most: int, points: int = 30) -> tuple[tuple[int, float], ...]:
    """Return (answers, smallest change found) from `least` to `most` answers, evenly spaced."""
    step = max(1, (most - least) // points)
    counts = sorted({*range(max(2, least), most, step), max(2, most)})
    return tuple((count, smallest_found(count, spread.sd)) for count in counts)
