"""Reading a questionnaire file, with a plain sentence for whatever does not fit."""

import re
from collections.abc import Iterator

from workbench.foundation.text import listed
from workbench.foundation.typed_toml import read_typed, refusal
from workbench.surveys.answer_labels import comparable
from workbench.surveys.instrument_shape import Instrument

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def parse_instrument(text: str, name: str = "this questionnaire") -> Instrument:
    """Return the questionnaire written as TOML in `text`; raises BadInput naming line or field."""
    instrument = read_typed(text, Instrument, name)
    problem = next(_problems(instrument), None)
    if problem:
        raise refusal(name, problem)
    return instrument


def _problems(instrument: Instrument) -> Iterator[str]:
    yield from _naming_problems(instrument)
    yield from _item_problems(instrument)
    yield from _anchor_problems(instrument)
    yield from _scoring_problems(instrument)
    yield from _band_problems(instrument)


def _naming_problems(instrument: Instrument) -> Iterator[str]:
    if not _ID.fullmatch(instrument.id):
        yield f'id: "{instrument.id}" may hold only small letters, digits and single hyphens'
    if instrument.version < 1:
        yield "version: counting starts at 1"
    if not instrument.title.strip():
        yield "title: it is empty"
    if not instrument.licence.strip():
        yield "licence: say who holds the rights and what may be done with the wording"


def _item_problems(instrument: Instrument) -> Iterator[str]:
    if not instrument.items:
        yield "items: at least one is needed"
    twice = _twice([item.key for item in instrument.items])
    if twice:
        yield f'items: the key "{twice}" is used twice'
    worded = sum(bool(item.text.strip()) for item in instrument.items)
    if 0 < worded < len(instrument.items):
        missing = [item.key for item in instrument.items if not item.text.strip()]
        yield f"items: some have wording and others have none ({listed(missing)})"


def _anchor_problems(instrument: Instrument) -> Iterator[str]:
    codes = instrument.codes
    if len(codes) < 2:
        yield "anchors: at least two answers are needed"
        return
    twice = _twice([str(code) for code in codes])
    if twice:
        yield f"anchors: the code {twice} is used twice"
    if {codes[0] + codes[-1] - code for code in codes} != set(codes):
        yield "anchors: turned round, the codes do not fall on each other"
    owner: dict[str, int] = {}
    for anchor in instrument.anchors:
        others = (word for words in anchor.aliases.values() for word in words)
        for word in (anchor.label, *others):
            if owner.setdefault(comparable(word), anchor.code) != anchor.code:
                yield f'anchors: "{word}" stands for two different codes'


def _scoring_problems(instrument: Instrument) -> Iterator[str]:
    many, codes = len(instrument.items), instrument.codes
    if not 1 <= instrument.missing.at_least <= many:
        yield f"missing, at_least: it must lie between 1 and the number of items, {many}"
    counts = instrument.counts_from
    if (instrument.scoring == "count") != (counts is not None):
        yield 'counts_from: it is needed with scoring "count" and with no other'
    elif counts is not None and not codes[0] < counts <= codes[-1]:
        yield "counts_from: it must be one of the codes above the lowest"
    possible = _possible(instrument)
    if instrument.range != possible:
        low, high = possible
        yield f"range: these items and codes give {low:g} to {high:g}"


def _possible(instrument: Instrument) -> tuple[float, float]:
    """Return the lowest and highest score that items, codes and scoring allow."""
    many, codes = len(instrument.items), instrument.codes
    if instrument.scoring == "count":
        return (0.0, float(many))
    times = many if instrument.scoring == "sum" else 1
    return (float(codes[0] * times), float(codes[-1] * times))


def _band_problems(instrument: Instrument) -> Iterator[str]:
    lowest, highest = instrument.range
    ends = [lowest - 1, *(band.high for band in instrument.bands)]
    for place, band in enumerate(instrument.bands, start=1):
        if not band.source.strip():
            yield f"bands, entry {place}: a band needs the source that published it"
        if not max(lowest, ends[place - 1] + 1e-9) <= band.low <= band.high <= highest:
            yield f"bands, entry {place}: it overlaps another or leaves the range"


def _twice(words: list[str]) -> str:
    return next((word for place, word in enumerate(words) if word in words[:place]), "")
