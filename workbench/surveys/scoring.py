"""One person's answers to one score: turning items round, missing rules, percent of maximum."""

from collections.abc import Sequence

from workbench.foundation.errors import BadInput
from workbench.surveys.instrument_shape import Band, Instrument

Codes = Sequence[int | None]


def checked(instrument: Instrument, codes: Codes) -> tuple[int | None, ...]:
    """Return one sheet's codes in the order of the items; raises BadInput off the scale."""
    if len(codes) != len(instrument.items):
        raise BadInput(
            f"{instrument.title} has {len(instrument.items)} items, but a sheet has {len(codes)}.",
            "Compare the columns with the items.",
        )
    allowed = set(instrument.codes)
    for item, code in zip(instrument.items, codes, strict=True):
        if code is not None and code not in allowed:
            raise BadInput(
                f"{code} is not an answer of {instrument.title} (item {item.key}).",
                "Take the answer out or name what the numbers mean.",
            )
    return tuple(codes)


def turned(instrument: Instrument, codes: Codes) -> tuple[int | None, ...]:
    """Return the codes with reversed items turned round: lowest + highest code - code."""
    ends = instrument.codes[0] + instrument.codes[-1]
    return tuple(
        ends - code if item.reversed and code is not None else code
        for item, code in zip(instrument.items, codes, strict=True)
    )


def item_scores(instrument: Instrument, codes: Codes) -> tuple[float | None, ...]:
    """Return what each answer adds: the turned code, or 0 and 1 where the scale counts."""
    counts_from = instrument.counts_from
    scored = turned(instrument, codes)
    if counts_from is None:
        return tuple(None if code is None else float(code) for code in scored)
    return tuple(None if code is None else float(code >= counts_from) for code in scored)


def score(instrument: Instrument, codes: Codes) -> float | None:
    """Return one person's score, or None where too few items were answered.

    Means and sums stand in for a skipped item with the person's own mean; counts are not scaled up.
    """
    answered = [value for value in item_scores(instrument, codes) if value is not None]
    if len(answered) < instrument.missing.at_least:
        return None
    total = sum(answered)
    if instrument.scoring == "count":
        return total
    if instrument.scoring == "mean":
        return total / len(answered)
    return total * len(instrument.items) / len(answered)


def subscale_score(instrument: Instrument, codes: Codes, subscale: str) -> float | None:
    """Return the score of one part, scored like the whole; None unless all its items are there."""
    parts = [
        value
        for item, value in zip(instrument.items, item_scores(instrument, codes), strict=True)
        if item.subscale == subscale
    ]
    answered = [value for value in parts if value is not None]
    if not parts or len(answered) < len(parts):
        return None
    return sum(answered) / len(parts) if instrument.scoring == "mean" else sum(answered)


def percent_of_maximum(instrument: Instrument, value: float) -> float:
    """Return a score as percent of the way from the lowest to the highest possible one (POMP)."""
    low, high = instrument.range
    return (value - low) / (high - low) * 100


def band_of(instrument: Instrument, value: float) -> Band | None:
    """Return the published band a score falls into, or None where the scale has none for it."""
    return next((band for band in instrument.bands if band.low <= value <= band.high), None)


def has_both_directions(instrument: Instrument) -> bool:
    """Whether some items are turned round and others not, so that straight lines can be seen."""
    return len({item.reversed for item in instrument.items}) == 2


def straight_lined(instrument: Instrument, codes: Codes) -> bool:
    """Whether one answer was ticked all the way down over items of both directions."""
    answered = {
        (code, item.reversed)
        for item, code in zip(instrument.items, codes, strict=True)
        if code is not None
    }
    ticks = {code for code, _ in answered}
    return len(ticks) == 1 and len(answered) == 2
