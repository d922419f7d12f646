"""The text a questionnaire is opened with: a new one, the next version, a copy of another."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

import msgspec

from workbench.surveys.instrument_lines import read_instrument
from workbench.surveys.instrument_shape import Instrument
from workbench.surveys.instrument_text import as_toml

_VERSION: Final = re.compile(r"^([ \t]*version[ \t]*=[ \t]*)\d+", re.MULTILINE)
_LONGEST_KEY: Final = 80

NEW_TEXT: Final = """\
# What stands after a number sign is a note to yourself.
id = "own-questionnaire"
version = 1
language = "en"
title = "Our own questions"
construct = "belonging"  # safety, loneliness, belonging, transfer or other
direction = "higher is better"  # or "lower is better"
scoring = "mean"  # mean, sum, or count together with counts_from = a code
range = [1, 5]  # the lowest and the highest possible score
recall = "the last four weeks"
lead_in = "Here in this community: how far do you agree?"
licence = "Our own wording, free to use and to change."
validated = false
groups_only = true

[missing]
at_least = 2
note = "Both items are needed for a score."

[[items]]
key = "1"
text = "People here notice when I am away."
reversed = false
# subscale = "noticed"  # items of one subscale get a figure of their own

[[items]]
key = "2"
text = "I could stop coming and nobody would ask."
reversed = true

[[anchors]]
code = 1
label = "strongly disagree"

[[anchors]]
code = 2
label = "disagree"

[[anchors]]
code = 3
label = "neither agree nor disagree"

[[anchors]]
code = 4
label = "agree"

[[anchors]]
code = 5
label = "strongly agree"
[anchors.aliases]  # other words for this answer, by language
de = ["stimme voll zu"]
"""


@dataclass(frozen=True, slots=True)
class OpenedText:
    """A text to be written on: its title in the window, and the version it changes, if any."""

    title: str
    text: str
    before: Instrument | None = None


def new_text(taken: Collection[str]) -> str:
    """Return the text a new questionnaire begins with, under a key that is not taken."""
    return NEW_TEXT.replace("own-questionnaire", _free("own-questionnaire", taken), 1)


def next_text(source: str, instrument: Instrument, version: int) -> str:
    """Return the author's text of `instrument` with the number of its next version.

    Notes and the order of the lines stay, but where the number cannot be found for certain.
    """
    wanted = msgspec.structs.replace(instrument, version=version)
    found = _VERSION.sub(rf"\g<1>{version}", source, count=1)
    return found if read_instrument(found)[0] == wanted else as_toml(wanted)


def copy_text(instrument: Instrument, taken: Collection[str]) -> str:
    """Return the text of a copy under a key of its own, to be changed.

    Bands and the word validated stay with the wording they were published for.
    """
    key = _free(f"{instrument.id[: _LONGEST_KEY - 8]}-own", taken)
    copied = msgspec.structs.replace(instrument, id=key, version=1, validated=False, bands=())
    return as_toml(copied)


def is_same(one: Instrument, other: Instrument) -> bool:
    """Whether two versions differ in nothing but their number."""
    return msgspec.structs.replace(one, version=other.version) == other


def _free(key: str, taken: Collection[str]) -> str:
    if key not in taken:
        return key
    numbers = range(2, len(taken) + 3)
    return next(found for n in numbers if (found := f"{key}-{n}") not in taken)
