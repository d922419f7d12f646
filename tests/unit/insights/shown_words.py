"""What a reader sees of raw answers: shared by the tests of the tables of survey science 3."""

from collections.abc import Sequence
from datetime import date, timedelta
from statistics import fmean, stdev

from workbench.insights.change import Change, WaveFigures, change_between
from workbench.insights.trend import TrendPoint, TrendReading, trend_of
from workbench.insights.wording import wording
from workbench.surveys.answers import AnswerSheet
from workbench.surveys.instruments import load_instrument
from workbench.surveys.linked_change import LinkedChange, LinkedWave, linked_change
from workbench.surveys.wave_figures import wave_figures

A = [4.14, 5.29, 5.71, 3.86, 6.00, 5.43, 4.71, 5.14, 6.29, 4.43, 5.57, 4.86]
B = [4.57, 5.43, 5.71, 4.43, 6.14, 5.29, 5.43, 5.57, 6.43, 4.29, 6.00, 5.14]
NEW = [5.00, 4.71, 5.86, 5.29, 4.86]
EVERYBODY = tuple(range(12))


def wave(
    scores: Sequence[float], label: str = "Spring", invited: int | None = None, **more: float
) -> WaveFigures:
    """Return what a wave of seven items froze; below the minimum nothing but a reason."""
    if len(scores) < 5:
        return WaveFigures(label, len(scores), None, None, 1, 7, invited)
    return WaveFigures(
        label, len(scores), fmean(scores), stdev(scores), 1, 7, invited, matters=more.get("matters")
    )


def link(
    earlier: tuple[Sequence[float], Sequence[int]], later: tuple[Sequence[float], Sequence[int]]
) -> LinkedChange | None:
    """Return the linked change of two waves, each given as scores and numbers of people."""
    sides = [
        LinkedWave(tuple(scores), tuple(one.to_bytes(16, "big") for one in people), ())
        for scores, people in (earlier, later)
    ]
    return linked_change(sides[0], sides[1], 5)


def changed(
    earlier: Sequence[float], later: Sequence[float], linked: LinkedChange | None = None
) -> Change:
    """Return the change from a wave called Spring to one called Autumn."""
    return change_between(wave(earlier), wave(later, "Autumn"), linked)


def said(change: Change) -> str:
    """Return all that is said of a change: the short form, the long form and the note."""
    words = wording(change)
    return f"{words.short} {words.long} {words.note}"


def wave_says(rows: Sequence[Sequence[int | None]]) -> str:
    """Return what is said of a wave of the safety pulse: why it is hidden, or its notes."""
    sheets = [AnswerSheet(tuple(row)) for row in rows]
    found = wave_figures(load_instrument("safety-pulse"), sheets, minimum_group=5)
    return found.reason or " ".join(found.notes)


def trend_over(means: Sequence[float], n: int = 30, apart: int = 90) -> TrendReading:
    """Return the trend of waves so many days apart."""
    start = date(2025, 1, 31)
    return trend_of(
        [TrendPoint(start + timedelta(days=apart * at), mean, n) for at, mean in enumerate(means)]
    )


def trend_says(means: Sequence[float], n: int = 30, apart: int = 90) -> str:
    """Return the sentence of a trend, or why there is none."""
    found = trend_over(means, n, apart)
    return found.trend.sentence if found.trend else found.reason
