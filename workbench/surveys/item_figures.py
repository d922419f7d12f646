"""The items of a wave one by one: means, spread, bars of answers, and which must stay hidden."""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass

from workbench.surveys.figures import ItemFigures
from workbench.surveys.instrument_shape import Instrument
from workbench.surveys.intervals import t_interval
from workbench.surveys.reliability import Consistency
from workbench.surveys.scoring import Codes, item_scores, turned
from workbench.surveys.suppression import (
    ALIKE,
    alike_at_an_end,
    distribution_from,
    tells_about_few,
    too_few,
)

_PARTNER = "another item could be worked out from it"


@dataclass(frozen=True, slots=True)
class _Item:
    """One item over the scored sheets: what counts into the score, and the codes as answered."""

    key: str
    values: tuple[float, ...]
    codes: tuple[int, ...]
    skipped: int


def items_shown(
    instrument: Instrument, sheets: Sequence[Codes], found: Consistency, minimum: int
) -> tuple[ItemFigures, ...]:
    """Return a row per item over the scored sheets, hidden ones with their reason only.

    Spread and interval come from 10 answers on, bars as well unless 1 to `minimum` - 1 people
    skipped the item: their scores could be worked out from the rest.
    """
    items = [_item(instrument, sheets, place) for place in range(len(instrument.items))]
    hidden = _hidden(instrument, items, minimum)
    return tuple(
        ItemFigures(item=item.key, reason=hidden[item.key])
        if item.key in hidden
        else _row(instrument, item, found, place, minimum)
        for place, item in enumerate(items)
    )


def answered_alike(instrument: Instrument, sheets: Sequence[Codes]) -> tuple[bool, ...]:
    """Return for each item whether every scored sheet holds the same, skipped answers included."""
    places = range(len(instrument.items))
    return tuple(len(set(_item(instrument, sheets, place).values)) == 1 for place in places)


def _item(instrument: Instrument, sheets: Sequence[Codes], place: int) -> _Item:
    values = []
    for sheet in sheets:
        scores = item_scores(instrument, sheet)
        own = scores[place]
        if own is not None:
            values.append(own)
        elif instrument.scoring != "count":
            values.append(statistics.fmean(value for value in scores if value is not None))
    codes = tuple(
        code for code in (turned(instrument, sheet)[place] for sheet in sheets) if code is not None
    )
    key = instrument.items[place].key
    return _Item(key, tuple(values), codes, skipped=len(sheets) - len(codes))


def _hidden(instrument: Instrument, items: Sequence[_Item], minimum: int) -> dict[str, str]:
    """Return why items are hidden; where one is, the least spread other one goes with it.

    The item means add up to the mean score, so a single hidden item would follow from the others.
    """
    ends, codes = _ends(instrument), (instrument.codes[0], instrument.codes[-1])
    hidden = {item.key: too_few(minimum) for item in items if len(item.codes) < minimum}
    for item in items:
        alike = alike_at_an_end(item.values, *ends) or alike_at_an_end(item.codes, *codes)
        if item.key not in hidden and alike:
            hidden[item.key] = ALIKE
    others = [item for item in items if item.key not in hidden]
    if hidden and others:
        hidden[min(others, key=lambda item: statistics.pstdev(item.values)).key] = _PARTNER
    return hidden


def _ends(instrument: Instrument) -> tuple[float, float]:
    if instrument.scoring == "count":
        return (0.0, 1.0)
    return (float(instrument.codes[0]), float(instrument.codes[-1]))


def _row(
    instrument: Instrument, item: _Item, found: Consistency, place: int, minimum: int
) -> ItemFigures:
    enough = len(item.codes) >= distribution_from(minimum)
    low, high = (t_interval(item.values) if enough else None) or (None, None)
    everyone = len(item.codes) + item.skipped
    bars = enough and not tells_about_few(everyone, len(item.codes), minimum)
    return ItemFigures(
        item=item.key,
        mean=statistics.fmean(item.values),
        sd=statistics.stdev(item.values) if enough else None,
        ci_low=low,
        ci_high=high,
        item_rest=found.item_rest[place],
        alpha_without=found.alpha_without[place],
        distribution=tuple(map(item.codes.count, instrument.codes)) if bars else None,
    )
