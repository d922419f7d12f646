"""What a careful reader should know beside the figures of a wave, in sentences."""

from collections.abc import Sequence

from workbench.foundation.text import listed
from workbench.surveys.figures import ItemFigures
from workbench.surveys.instrument_shape import Instrument
from workbench.surveys.intervals import t_interval
from workbench.surveys.suppression import distribution_from

_CROWDED = 0.15

UNCHECKED_KEY = (
    "Which items of this questionnaire are turned round could not be checked against the paper: "
    "compare the key with your copy before you read the score."
)
SPREAD_WITHHELD = (
    "Answers are so few that their spread would tell single ones: the mean stands without an "
    "interval."
)


def notes_on(
    instrument: Instrument,
    scores: Sequence[float],
    items: Sequence[ItemFigures],
    alike: Sequence[bool],
    minimum: int,
    *,
    spread: bool,
) -> tuple[str, ...]:
    """Return the sentences that fit a wave that may be shown, most important first.

    `alike` tells of each item whether everybody's answer to it was the same, `spread` whether the
    spread is shown.
    """
    notes = _on_sameness(instrument, scores, items, alike)
    notes += _on_interval(instrument, scores) if spread else [SPREAD_WITHHELD]
    if len(scores) >= distribution_from(minimum):
        notes += _on_crowding(instrument, scores)
    return tuple(notes)


def _on_sameness(
    instrument: Instrument,
    scores: Sequence[float],
    items: Sequence[ItemFigures],
    alike: Sequence[bool],
) -> list[str]:
    notes = []
    if min(scores) == max(scores):
        notes.append("Everyone has the same score, so there is no interval.")
    if len(instrument.items) > 1 and all(alike):
        return [
            *notes,
            "Every item was answered alike by all: how they hang together cannot be judged.",
        ]
    keys = [
        row.item for row, same in zip(items, alike, strict=True) if same and row.mean is not None
    ]
    if keys and len(instrument.items) > 1:
        who = f"Item {keys[0]} was" if len(keys) == 1 else f"Items {listed(keys)} were"
        notes.append(f"{who} answered alike by all.")
    return notes


def _on_interval(instrument: Instrument, scores: Sequence[float]) -> list[str]:
    interval = t_interval(scores)
    low, high = instrument.range
    if interval is None or low <= interval[0] <= interval[1] <= high:
        return []
    end, possible = ("below", low) if interval[0] < low else ("above", high)
    return [f"The interval reaches {end} {possible:g}, the last possible score: read it as wide."]


def _on_crowding(instrument: Instrument, scores: Sequence[float]) -> list[str]:
    """Flag 15% or more at one end: a change beyond it cannot show."""
    notes = []
    for name, end in (("lowest", instrument.range[0]), ("highest", instrument.range[1])):
        count = sum(score == end for score in scores)
        if count >= _CROWDED * len(scores):
            notes.append(
                f"{count} of {len(scores)} people are at the {name} possible score, so a change "
                "beyond it cannot show."
            )
    return notes
