"""The questionnaires that come with the program, each a readable file in resources/instruments."""

from functools import cache
from pathlib import Path

from workbench.foundation.assets import asset
from workbench.foundation.errors import NotFound
from workbench.foundation.text import clean, listed
from workbench.surveys.instrument_parser import parse_instrument
from workbench.surveys.instrument_shape import (
    Anchor,
    Band,
    Construct,
    Instrument,
    Item,
    MissingRule,
    Scoring,
)

__all__ = [
    "Anchor",
    "Band",
    "Construct",
    "Instrument",
    "Item",
    "MissingRule",
    "Scoring",
    "instrument_keys",
    "list_instruments",
    "load_instrument",
    "parse_instrument",
]


def instrument_keys() -> list[str]:
    """Return the keys of the questionnaires that come with the program, in alphabetical order."""
    return sorted(path.stem for path in asset("instruments").glob("*.toml"))


def list_instruments() -> list[Instrument]:
    """Return the questionnaires that come with the program, those with wording first."""
    every = [load_instrument(key) for key in instrument_keys()]
    return sorted(every, key=lambda one: (not one.has_wording, one.title))


def load_instrument(key: str) -> Instrument:
    """Return the questionnaire with this key; raises NotFound naming the keys there are."""
    wanted = clean(key).casefold()
    if wanted not in instrument_keys():
        raise NotFound(
            f'There is no questionnaire with the key "{clean(key)}".',
            f"The keys are {listed(instrument_keys())}.",
        )
    return _read(asset("instruments", f"{wanted}.toml"))


@cache
def _read(path: Path) -> Instrument:
    return parse_instrument(path.read_text(encoding="utf-8"), f"the file {path.name}")
