"""What must fit together within a questionnaire: items, codes, labels, scoring, range, bands."""

import itertools
import math
import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING, Final

from workbench.foundation.text import listed
from workbench.surveys.answer_labels import comparable
from workbench.surveys.instrument_shape import Instrument

if TYPE_CHECKING:
    import msgspec

Fault = tuple[str, str]
LARGEST_CODE: Final = 1000
MOST_ITEMS: Final = 200
MOST_ANSWERS: Final = 101
LONGEST: Final = {"label": 200, "text": 1000, "title": 300, "source": 500, "key": 40, "id": 80}
LONGEST_NOTE: Final = 5000
MOST_VERSION: Final = 9999
_ID: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def faults_of(instrument: Instrument, broken: AbstractSet[str | int]) -> Iterator[Fault]:
    """Yield the field and words for whatever does not fit.

    `broken` names the fields that hold nothing of their own, so that nothing is said about those.
    """
    yield from (fault for fault in _naming_faults(instrument) if fault[0] not in broken)
    yield from _length_faults(instrument)
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
    if not _LANGUAGE.fullmatch(instrument.language):
        told = "it is empty" if not instrument.language.strip() else "it is no code of a language"
        yield "language", f'{told}; write "en" for English'
    if not instrument.licence.strip():
        yield "licence", "say who holds the rights and what may be done with the wording"


def _item_faults(instrument: Instrument) -> Iterator[Fault]:
    items = instrument.items
    if not 1 <= len(items) <= MOST_ITEMS:
        yield "items", "at least one is needed" if not items else f"{MOST_ITEMS} are the most"
        return
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
    if len(codes) > MOST_ANSWERS:
        yield "anchors", f"{MOST_ANSWERS} are the most"
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
    yield from _gap_faults(instrument)


def _gap_faults(instrument: Instrument) -> Iterator[Fault]:
    """Yield the first code that stands further from the one below than others do."""
    codes = instrument.codes
    step = min(b - a for a, b in itertools.pairwise(codes))
    gap = next(((a, b) for a, b in itertools.pairwise(codes) if b - a > step), None)
    if gap is not None:
        place = next(n for n, anchor in enumerate(instrument.anchors) if anchor.code == gap[1])
        told = f"the codes leave a gap between {gap[0]} and {gap[1]}; all steps are of one size"
        yield f"anchors[{place}].code", told


def _label_faults(instrument: Instrument) -> Iterator[Fault]:
    if len(instrument.anchors) > MOST_ANSWERS:
        return
    owner: dict[str, int] = {}
    for place, anchor in enumerate(instrument.anchors):
        if not anchor.label.strip():
            yield f"anchors[{place}].label", "it is empty"
            continue
        for language, words in anchor.aliases.items():
            if not all(map(str.strip, words)):
                yield f"anchors[{place}].aliases.{language}", "a label here is empty"
        others = (word for words in anchor.aliases.values() for word in words if word.strip())
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
        if counts is None:
            told = 'a "count" needs counts_from, the lowest code that counts after turning round'
            yield "scoring", told
        else:
            yield "counts_from", 'it belongs to scoring "count" only'
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
    for place, band in enumerate(instrument.bands):
        if not band.label.strip():
            yield f"bands[{place}].label", "it is empty"
        if not band.source.strip():
            yield f"bands[{place}].source", "a band needs the source that published it"
        told = _place_fault(instrument, place) if places else ""
        if told:
            yield f"bands[{place}]", told


def _place_fault(instrument: Instrument, place: int) -> str:
    """Return what is wrong with where a band lies, or ""."""
    lowest, highest = instrument.range
    band, before = instrument.bands[place], instrument.bands[:place]
    if not (math.isfinite(band.low) and math.isfinite(band.high)):
        return "its ends are numbers"
    if band.low > band.high:
        return f"its low end, {band.low:g}, lies above its high end, {band.high:g}"
    if band.low < lowest or band.high > highest:
        return f"it leaves the range of the score, {lowest:g} to {highest:g}"
    over = next((one for one in before if one.low <= band.high and band.low <= one.high), None)
    if over is not None:
        return f'it overlaps the band "{over.label}"; both ends of a band belong to it'
    if before and band.high < before[-1].low:
        return "bands stand in their order, the lowest first"
    return ""


def _length_faults(instrument: Instrument) -> Iterator[Fault]:
    """Yield each text that no screen and no page could show."""
    parts: list[tuple[str, msgspec.Struct]] = [("", instrument), ("missing.", instrument.missing)]
    for name in ("items", "anchors", "bands"):
        every = enumerate(getattr(instrument, name))
        parts += [(f"{name}[{place}].", part) for place, part in every]
    for path, part in parts:
        for name in part.__struct_fields__:
            value = getattr(part, name)
            most = LONGEST.get(name, LONGEST_NOTE)
            if isinstance(value, str) and len(value) > most:
                yield f"{path}{name}", f"it is too long; {most:,} signs are the most"
