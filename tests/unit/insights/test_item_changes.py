"""Several tests at once (T-29), refereed by statsmodels."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from statsmodels.stats.multitest import multipletests

from workbench.insights.change import Comparison
from workbench.insights.item_changes import ItemReading, holm, item_readings


def test_t29() -> None:
    raised = holm([0.003, 0.012, 0.021, 0.040, 0.260])
    assert raised == pytest.approx([0.015, 0.048, 0.063, 0.080, 0.260])
    assert holm([]) == []


@settings(max_examples=40)
@given(st.lists(st.floats(0, 1), min_size=1, max_size=12))
def test_statsmodels_agrees(chances: list[float]) -> None:
    assert holm(chances) == pytest.approx(list(multipletests(chances, method="holm")[1]))


def test_one_of_seven_is_no_hint_by_its_own_interval_alone() -> None:
    """An interval that leaves out 0 is not enough among seven items."""
    by_itself = Comparison(0.5, 0.05, 0.95, 0.03, 0.4)
    quiet = Comparison(0.1, -0.3, 0.5, 0.6, 0.1)
    sure = Comparison(0.9, 0.5, 1.3, 0.0001, 0.9)
    items = {"1": by_itself, **{str(place): quiet for place in range(2, 7)}, "7": sure}
    assert by_itself.excludes_zero
    found = item_readings(items)
    assert found["1"] is ItemReading.HINT
    assert found["2"] is ItemReading.TOO_EARLY
    assert found["7"] is ItemReading.LIKELY_REAL
    assert item_readings({"1": by_itself}) == {"1": ItemReading.LIKELY_REAL}
    assert item_readings({}) == {}
