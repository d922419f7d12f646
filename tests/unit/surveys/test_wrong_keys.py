"""Keys found wrong in public code (survey science 1.0): refused, or an alarm sounds."""

import random

import msgspec
import pytest

from workbench.surveys.answers import AnswerSheet
from workbench.surveys.instruments import Instrument, load_instrument
from workbench.surveys.scoring import score, turned
from workbench.surveys.wave_figures import wave_figures


def answers_to(instrument: Instrument, many: int, seed: int) -> list[AnswerSheet]:
    """Sheets of people who answer each item as it is truly worded."""
    draw = random.Random(seed)
    low, high = instrument.codes[0], instrument.codes[-1]
    rows = []
    for _ in range(many):
        mood = draw.gauss((low + high) / 2, (high - low) / 4)
        ticks = [round(mood + draw.gauss(0, (high - low) / 6)) for _ in instrument.items]
        kept = tuple(min(high, max(low, tick)) for tick in ticks)
        whole = tuple(code for code in turned(instrument, kept) if code is not None)
        rows.append(AnswerSheet(whole))
    return rows


def with_key(instrument: Instrument, places: set[int]) -> Instrument:
    items = tuple(
        msgspec.structs.replace(item, reversed=place in places)
        for place, item in enumerate(instrument.items, start=1)
    )
    return msgspec.structs.replace(instrument, items=items)


WRONG = [
    ("ucla-20-v3", {1, 4, 5, 6, 7, 10, 16, 20}),
    ("edmondson-7-agree7", {2, 4, 6}),
    ("edmondson-7-agree5", {1, 3, 4}),
    ("edmondson-7-accurate7", set()),
    ("uls-8", {2, 5}),
    ("safety-pulse", {1, 3, 6}),
]


@pytest.mark.parametrize(("key", "places"), WRONG)
@pytest.mark.parametrize("seed", range(4))
def test_a_wrong_key_raises_an_alarm(key: str, places: set[int], seed: int) -> None:
    right = load_instrument(key)
    rows = answers_to(right, 40, seed)
    assert wave_figures(right, rows, minimum_group=5).alarms == ()
    alarms = wave_figures(with_key(right, places), rows, minimum_group=5).alarms
    assert any("before you read" in alarm or "alpha is below 0" in alarm for alarm in alarms)


def test_turning_round_follows_the_scale_in_use() -> None:
    five = load_instrument("edmondson-7-agree5")
    assert turned(five, (1, 1, 1, 1, 1, 1, 1)) == (5, 1, 5, 1, 5, 1, 1)


@pytest.mark.parametrize("key", ["ucla-3", "uls-8", "cel-3", "loneliness-pulse"])
def test_a_skipped_item_never_counts_as_zero(key: str) -> None:
    instrument = load_instrument(key)
    codes = [instrument.codes[-1]] * len(instrument.items)
    assert score(instrument, codes) is not None
    assert score(instrument, [*codes[:-1], None]) is None


def test_skips_are_filled_from_the_same_person_where_the_rule_allows() -> None:
    seven = load_instrument("edmondson-7-agree7")
    assert score(seven, (None, 6, 2, 6, 2, 6, 6)) == 6
    assert score(seven, (None, None, 2, 6, 2, 6, 6)) is None
    ucla = load_instrument("ucla-20-v3")
    ticks = [2 if item.reversed else 3 for item in ucla.items]
    assert score(ucla, [None, None, *ticks[2:]]) == 60
    assert score(ucla, [None, None, None, *ticks[3:]]) is None


def test_counts_are_not_scaled_up() -> None:
    eleven = load_instrument("djg-11")
    ticks = [3 if not item.reversed else 1 for item in eleven.items]
    assert score(eleven, ticks) == 11
    assert score(eleven, [None, *ticks[1:]]) == 10
    assert score(eleven, [None, None, *ticks[2:]]) is None


def test_an_unchecked_key_always_says_so() -> None:
    scale = load_instrument("ccs-sf")
    found = wave_figures(scale, answers_to(scale, 12, 1), minimum_group=5)
    assert "compare the key with your copy" in found.alarms[-1]
