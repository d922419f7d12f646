"""When a changed questionnaire is still the same version, and which version comes next."""

from collections.abc import Sequence

import msgspec

from workbench.foundation.errors import BadInput
from workbench.foundation.text import clean, counted
from workbench.surveys.instrument_shape import Instrument


def only_worded(before: Instrument, after: Instrument) -> bool:
    """Whether `after` is `before` with its empty places for wording filled, and nothing else."""
    return not before.has_wording and after.has_wording and _bare(after) == _bare(before)


def worded(instrument: Instrument, texts: Sequence[str]) -> Instrument:
    """Return the questionnaire with this wording, an item to a text; raises BadInput."""
    kept = [clean(text) for text in texts]
    many = len(instrument.items)
    if len(kept) != many:
        raise BadInput(
            f"{instrument.title} has {counted(many, 'item', 'items')}, but there are "
            f"{counted(len(kept), 'line', 'lines')} of wording.",
            "Paste one item to a line, in the order of the questionnaire.",
            field="texts",
        )
    empty = next((place for place, text in enumerate(kept) if not text), None)
    if empty is not None:
        raise BadInput(
            f"Item {instrument.items[empty].key} has no wording.",
            "Every item needs one before anybody can be asked.",
            field="texts",
        )
    items = (
        msgspec.structs.replace(item, text=text)
        for item, text in zip(instrument.items, kept, strict=True)
    )
    return msgspec.structs.replace(instrument, items=tuple(items))


def _bare(instrument: Instrument) -> Instrument:
    items = (msgspec.structs.replace(item, text="") for item in instrument.items)
    return msgspec.structs.replace(instrument, items=tuple(items))
