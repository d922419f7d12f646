"""Random questionnaires that fit together, every field of them used, for hypothesis."""

from typing import Any, get_args

import msgspec
from hypothesis import strategies as st

from workbench.foundation.words import Direction
from workbench.surveys.answer_labels import comparable
from workbench.surveys.instrument_checks import possible_range
from workbench.surveys.instrument_shape import (
    Anchor,
    Band,
    Construct,
    Instrument,
    Item,
    MissingRule,
    Scoring,
)

ANY_WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30).filter(
    lambda words: bool(words.strip())
)


@st.composite
def instruments(draw: st.DrawFn, words: st.SearchStrategy[str] = ANY_WORDS) -> Instrument:
    """A questionnaire without a fault; its texts are drawn from `words`."""
    items = _items(draw, words)
    made = Instrument(
        id=draw(st.from_regex(r"[a-z0-9]{1,6}(-[a-z0-9]{1,6}){0,2}", fullmatch=True)),
        version=draw(st.integers(1, 9999)),
        language=draw(st.sampled_from(["en", "de", "pt-BR", "zh-Hant"])),
        title=draw(words),
        construct=draw(st.sampled_from(get_args(Construct))),
        direction=draw(st.sampled_from(list(Direction))),
        scoring=draw(st.sampled_from(get_args(Scoring))),
        range=(0, 0),
        missing=MissingRule(
            at_least=draw(st.integers(1, len(items))), note=draw(st.just("") | words)
        ),
        items=items,
        anchors=_anchors(draw, words),
        licence=draw(words),
        recall=draw(st.just("") | words),
        lead_in=draw(st.just("") | words),
        validated=draw(st.booleans()),
        key_checked=draw(st.booleans()),
        codes_ambiguous=draw(st.booleans()),
        groups_only=draw(st.booleans()),
        notes=draw(st.just("") | words),
    )
    return _scored(draw, made, words)


def _items(draw: st.DrawFn, words: st.SearchStrategy[str]) -> tuple[Item, ...]:
    keys = draw(st.lists(words.filter(lambda w: len(w) <= 40), min_size=1, max_size=5, unique=True))
    worded = draw(st.booleans())
    return tuple(
        Item(
            key=key,
            text=draw(words) if worded else "",
            reversed=draw(st.booleans()),
            subscale=draw(st.sampled_from(["", "one", "two"])),
        )
        for key in keys
    )


def _anchors(draw: st.DrawFn, words: st.SearchStrategy[str]) -> tuple[Anchor, ...]:
    many, low, step = draw(st.integers(2, 6)), draw(st.integers(-9, 9)), draw(st.integers(1, 3))
    labels: list[Any] = draw(
        st.lists(words, min_size=many * 2, max_size=many * 2, unique_by=comparable)
    )
    anchors = [
        Anchor(
            code=low + place * step,
            label=labels[place],
            aliases=draw(st.just({}) | st.just({"de": (labels[many + place],), "fr x": ()})),
        )
        for place in range(many)
    ]
    return tuple(draw(st.permutations(anchors)))


def _scored(draw: st.DrawFn, made: Instrument, words: st.SearchStrategy[str]) -> Instrument:
    counts = draw(st.sampled_from(made.codes[1:])) if made.scoring == "count" else None
    made = msgspec.structs.replace(made, counts_from=counts)
    low, high = possible_range(made)
    inside = st.floats(low, high, allow_nan=False)
    ends = sorted(draw(st.lists(inside, min_size=0, max_size=4, unique=True)))
    pairs = zip(ends[::2], ends[1::2], strict=False)
    bands = tuple(Band(label=draw(words), low=a, high=b, source=draw(words)) for a, b in pairs)
    return msgspec.structs.replace(made, range=(low, high), bands=bands)
