"""Alpha over several waves, from frozen figures alone: pingouin over all rows agrees."""

from collections.abc import Sequence

import msgspec
import numpy as np
import pingouin
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from pandas import DataFrame  # type: ignore[import-untyped]  # comes with pingouin

from workbench.surveys.answers import AnswerSheet
from workbench.surveys.figures import WaveFigures
from workbench.surveys.instruments import load_instrument
from workbench.surveys.pooled_alpha import pooled_alpha
from workbench.surveys.scoring import item_scores
from workbench.surveys.wave_figures import wave_figures

KEYS = ["edmondson-7-agree7", "ucla-20-v3", "ucla-3", "djg-11", "uls-8"]


def rows(key: str, seed: int, many: int) -> list[tuple[int, ...]]:
    """Return answers that hang together, turned where the key turns them."""
    instrument, draw = load_instrument(key), np.random.default_rng(seed)
    low, high = instrument.codes[0], instrument.codes[-1]
    found = []
    for own in draw.normal((low + high) / 2, 0.8, many):
        codes = np.clip(np.rint(own + draw.normal(0, 0.7, len(instrument.items))), low, high)
        found.append(
            tuple(
                int(low + high - code) if item.reversed else int(code)
                for item, code in zip(instrument.items, codes, strict=True)
            )
        )
    return found


def figures(key: str, answers: Sequence[tuple[int | None, ...]]) -> WaveFigures:
    sheets = [AnswerSheet(codes) for codes in answers]
    return wave_figures(load_instrument(key), sheets, minimum_group=5)


@pytest.mark.parametrize("key", KEYS)
@settings(max_examples=8, deadline=None)
@given(seed=st.integers(0, 10_000), sizes=st.lists(st.integers(10, 40), min_size=2, max_size=4))
def test_pingouin_agrees_over_all_rows(key: str, seed: int, sizes: list[int]) -> None:
    instrument = load_instrument(key)
    waves = [rows(key, seed + place, many) for place, many in enumerate(sizes)]
    closed = [figures(key, wave) for wave in waves]
    assume(all(item.sd is not None for one in closed for item in one.items))
    found = pooled_alpha(instrument, closed)
    table = DataFrame([item_scores(instrument, row) for wave in waves for row in wave])
    value, interval = pingouin.cronbach_alpha(table)
    if found is None:
        assert sum(sizes) < 30 or value < 0
        return
    assert (found.answers, found.waves) == (sum(sizes), len(sizes))
    assert found.alpha == pytest.approx(value, abs=1e-9)
    assert found.interval == pytest.approx(tuple(interval), abs=1e-3)


def test_two_items_are_spearman_brown() -> None:
    three = load_instrument("ucla-3")
    every = msgspec.structs.replace(three.missing, at_least=2)
    two = msgspec.structs.replace(three, items=three.items[:2], missing=every)
    answers = [row[:2] for row in rows("ucla-3", 3, 36)]
    found = pooled_alpha(
        two,
        [wave_figures(two, [AnswerSheet(row) for row in part], minimum_group=5)
         for part in (answers[:20], answers[20:])],
    )  # fmt: skip
    r = float(np.corrcoef(np.array(answers, dtype=float), rowvar=False)[0, 1])
    assert found is not None
    assert found.alpha == pytest.approx(2 * r / (1 + r))
    assert found.interval is None


def test_waves_that_show_no_spread_stay_out() -> None:
    key, one = "ucla-3", load_instrument("ucla-3")
    large, small = figures(key, rows(key, 1, 40)), figures(key, rows(key, 2, 9))
    assert pooled_alpha(one, [large]) == pooled_alpha(one, [large, small])
    assert pooled_alpha(one, [small] * 6) is None
    other = msgspec.structs.replace(large, version=large.version + 1)
    assert pooled_alpha(one, [large, other]) == pooled_alpha(one, [large])
    hidden = figures(key, [(1, 2, 3)] * 4)
    assert hidden.suppressed
    assert pooled_alpha(one, [hidden, large]) == pooled_alpha(one, [large])
    assert pooled_alpha(one, []) is None


@pytest.mark.parametrize(("first", "found"), [(19, False), (20, True)])
def test_thirty_answers_are_enough_and_twenty_nine_are_not(first: int, *, found: bool) -> None:
    key = "ucla-3"
    waves = [figures(key, rows(key, 4, first)), figures(key, rows(key, 5, 10))]
    assert (pooled_alpha(load_instrument(key), waves) is not None) is found


def test_a_skipped_item_stands_as_the_own_mean_and_is_never_in_another_base() -> None:
    """Whoever has the frozen figures can work the pooled alpha out: it tells nothing more."""
    key = "edmondson-7-agree7"
    whole = rows(key, 6, 20)
    gap = [(*row[:2], None, *row[3:]) if at < 2 else row for at, row in enumerate(rows(key, 7, 20))]
    seven = load_instrument(key)
    found = pooled_alpha(seven, [figures(key, whole), figures(key, gap)])
    assert found is not None
    assert found.answers == 40
    count = load_instrument("djg-11")
    skipped = [(*row[:4], None, *row[5:]) for row in rows("djg-11", 8, 20)]
    only_whole = figures("djg-11", rows("djg-11", 9, 31))
    assert pooled_alpha(count, [only_whole, figures("djg-11", skipped)]) == pooled_alpha(
        count, [only_whole]
    )
