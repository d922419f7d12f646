"""What an asking can find, said before it is asked: after how the answers spread in earlier waves.

The smallest change found 4 times in 5 (survey science 3.6) needs a spread; a questionnaire that was
never asked here has none, and nothing is said of it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite, sqrt

from workbench.surveys.power import found_sentence, smallest_found


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


def pooled(waves: Sequence[tuple[str, int, float]]) -> Spread | None:
    """Return the SD pooled over waves given as (name, scored answers, SD), oldest first.

    None where no wave shows a spread above 0.
    """
    shown = [(label, n, sd) for label, n, sd in waves if n > 1 and sd > 0]
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
