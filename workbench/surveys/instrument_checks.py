"""What must fit together within a questionnaire: items, codes, labels, scoring, range, bands."""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from typing import Final

from workbench.foundation.text import listed
from workbench.surveys.answer_labels import comparable
from workbench.surveys.instrument_shape import Instrument

Fault = tuple[str, str]
LARGEST_CODE: Final = 1000
MOST_ITEMS: Final = 200
MOST_VERSION: Final = 9999
_ID: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def faults_of(instrument: Instrument, broken: AbstractSet[str | int]) -> Iterator[Fault]:
    """Yield the field and words for whatever does not fit.

    `broken` names the fields that hold nothing of their own, so that nothing is said about those.
    """
    yield from (fault for fault in _naming_faults(instrument) if fault[0] not in broken)
    shaky = set(broken)
    if "items" not in broken:
        yield from _item_faults(instrument)
    if "anchors" not in broken:
        codes = list(_code_faults(instrument))
        shaky |= {"anchors"} if codes else set()
        yield from codes
        yield from _label_faults(instrument)
    if not shaky & {"items", "missing"}:
        yield from _missing_faults(instrument)
    if not shaky & {"items", "anchors", "scoring", "counts_from"}:
        yield from _count_faults(instrument)
    ranged = [] if shaky & {"items", "anchors", "scoring", "range"} else _range_faults(instrument)
    yield from ranged
    if "bands" not in broken:
        yield from _band_faults(instrument, places=not ranged and "range" not in broken)


def _naming_faults(instrument: Instrument) -> Iterator[Fault]:
    if not _ID.fullmatch(instrument.id):
        yield "id", f'"{instrument.id}" may hold only small letters, digits and single hyphens'
    if not 1 <= instrument.version <= MOST_VERSION:
        yield "version", "counting starts at 1" if instrument.version < 1 else "it is too large"
    if not instrument.title.strip():
        yield "title", "it is empty"
    if not instrument.language.strip():
        yield "language", 'it is empty; write "en" for English'
    if not instrument.licence.strip():
        yield "licence", "say who holds the rights and what may be done with the wording"


def _item_faults(instrument: Instrument) -> Iterator[Fault]:
    items = instrument.items
    if not 1 <= len(items) <= MOST_ITEMS:
        yield "items", "at least one is needed" if not items else f"{MOST_ITEMS} are the most"
    seen: set[str] = set()
    for place, item in enumerate(items):
        if not item.key.strip():
            yield f"items[{place}].key", "it is empty; number the items"
        elif item.key in seen:
            yield f"items[{place}].key", f'the key "{item.key}" is used twice'
        seen.add(item.key)
    bare = [place for place, item in enumerate(items) if not item.text.strip()]
    if 0 < len(bare) < len(items):
        missing = listed([items[place].key for place in bare])
        yield f"items[{bare[0]}]", f"some have wording and others have none ({missing})"


def _code_faults(instrument: Instrument) -> Iterator[Fault]:
    codes = instrument.codes
    if len(codes) < 2:
        yield "anchors", "at least two answers are needed"
        return
    seen: set[int] = set()
    for place, anchor in enumerate(instrument.anchors):
        if abs(anchor.code) > LARGEST_CODE:
            yield f"anchors[{place}].code", f"{LARGEST_CODE} is the largest code"
            return
        if anchor.code in seen:
            yield f"anchors[{place}].code", f"the code {anchor.code} is used twice"
        seen.add(anchor.code)
    if len(seen) == len(codes):
        yield from _turned_faults(instrument)


def _turned_faults(instrument: Instrument) -> Iterator[Fault]:
    codes = instrument.codes
    for place, anchor in enumerate(instrument.anchors):
        turned = codes[0] + codes[-1] - anchor.code
        if turned not in codes:
            words = f"{anchor.code} would become {turned}, which is no answer here"
            told = f"turned round, the codes do not fall on each other: {words}"
            yield f"anchors[{place}].code", told
            return


def _label_faults(instrument: Instrument) -> Iterator[Fault]:
    owner: dict[str, int] = {}
    for place, anchor in enumerate(instrument.anchors):
        if not anchor.label.strip():
            yield f"anchors[{place}].label", "it is empty"
            continue
        others = (word for words in anchor.aliases.values() for word in words)
        for word in (anchor.label, *others):
            if owner.setdefault(comparable(word), place) != place:
                yield f"anchors[{place}].label", f'"{word}" stands for two different codes'


def _missing_faults(instrument: Instrument) -> Iterator[Fault]:
    many = len(instrument.items)
    if many and not 1 <= instrument.missing.at_least <= many:
        yield "missing.at_least", f"it must lie between 1 and the number of items, {many}"


def _count_faults(instrument: Instrument) -> Iterator[Fault]:
    counts, codes = instrument.counts_from, instrument.codes
    if (instrument.scoring == "count") != (counts is not None):
        place = "scoring" if counts is None else "counts_from"
        yield place, 'counts_from: it is needed with scoring "count" and with no other'
    elif counts is not None and not codes[0] < counts <= codes[-1]:
        yield "counts_from", "it must be one of the codes above the lowest"


def _range_faults(instrument: Instrument) -> list[Fault]:
    possible = possible_range(instrument)
    if instrument.range == possible:
        return []
    low, high = possible
    return [("range", f"these items and codes give {low:g} to {high:g}")]


def possible_range(instrument: Instrument) -> tuple[float, float]:
    """Return the lowest and highest score that items, codes and scoring allow."""
    many, codes = len(instrument.items), instrument.codes
    if instrument.scoring == "count":
        return (0.0, float(many))
    times = many if instrument.scoring == "sum" else 1
    return (float(codes[0] * times), float(codes[-1] * times))


def _band_faults(instrument: Instrument, *, places: bool) -> Iterator[Fault]:
    lowest, highest = instrument.range
    ends = [lowest - 1, *(band.high for band in instrument.bands)]
    for place, band in enumerate(instrument.bands):
        if not band.label.strip():
            yield f"bands[{place}].label", "it is empty"
        if not band.source.strip():
            yield f"bands[{place}].source", "a band needs the source that published it"
        if places and not max(lowest, ends[place] + 1e-9) <= band.low <= band.high <= highest:
            yield f"bands[{place}]", "it overlaps another or leaves the range"
