"""How often people say they came, asked inside the survey: the one join of both worlds.

Nobody's attendance is looked up (survey science 3.14): the answer is ticked in the survey itself,
and stored as one of three words. It is shown for all three answers or for none.
"""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Final

from workbench.foundation.words import Attended
from workbench.surveys.answers import AnswerSheet
from workbench.surveys.figures import GroupFigures
from workbench.surveys.group_figures import group_figures
from workbench.surveys.instrument_shape import Instrument
from workbench.surveys.suppression import alike_at_an_end, cuts_tell_about_few

QUESTION: Final = "How many sessions have you come to since the last time of asking?"
LABELS: Final = {
    Attended.NONE: "None",
    Attended.FEW: "One or two",
    Attended.MORE: "Three or more",
}
"""In words: figures would be taken for the keys 1 to 3 that stand beside them."""
RIVAL: Final = (
    "Side by side, without a test. People who feel well may come more often, just as coming may "
    "do them good: this cannot tell which."
)


@dataclass(frozen=True, slots=True)
class AttendedFigures:
    """The three groups in their order, or none and the reason; both empty where nobody said."""

    groups: tuple[GroupFigures, ...] = ()
    reason: str = ""


def attended_figures(
    instrument: Instrument,
    sheets: Sequence[AnswerSheet],
    scores: Sequence[float],
    cuts: Sequence[Sequence[Hashable]],
    minimum: int,
) -> AttendedFigures:
    """Return the scores by how often people say they came, where that tells of nobody.

    Each of the three answers, and those who did not say, must be the minimum or more, also where
    they cross the `cuts` shown; no group may be all alike at an end of the scale.
    """
    sides = attended_sides(sheets)
    if not any(sides):
        return AttendedFigures()
    by_band = {
        band: [value for value, side in zip(scores, sides, strict=True) if side == band]
        for band in Attended
    }
    told = (
        any(len(values) < minimum for values in by_band.values())
        or cuts_tell_about_few([*cuts, sides], minimum)
        or any(alike_at_an_end(values, *instrument.range) for values in by_band.values())
    )
    if told:
        return AttendedFigures(
            reason=f"each answer needs at least {minimum} people, also beside what else is shown"
        )
    many = len(instrument.items)
    return AttendedFigures(
        tuple(group_figures(instrument, band, values, many) for band, values in by_band.items())
    )


def attended_sides(sheets: Sequence[AnswerSheet]) -> list[str]:
    """Return the answer of each sheet; those who did not say are one group, the empty word."""
    return [sheet.attended or "" for sheet in sheets]
