"""Agreement within groups and between them (T-27, T-28)."""

import statistics
from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest
import scipy.stats
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.surveys.agreement import agreement_said, icc, rwg, rwg_of_items
from workbench.surveys.answers import AnswerSheet
from workbench.surveys.instruments import load_instrument
from workbench.surveys.wave_figures import wave_figures

GROUPS = [
    (5.1, 5.4, 4.9, 5.6, 5.2),
    (4.2, 4.0, 4.6, 3.9, 4.4),
    (6.0, 5.7, 6.2, 5.5, 5.9),
]


def near(value: float, tolerance: float = 5e-5) -> Any:
    return pytest.approx(value, abs=tolerance)


def described(groups: Sequence[Sequence[float]]) -> list[tuple[int, float, float]]:
    return [(len(one), statistics.fmean(one), statistics.stdev(one)) for one in groups]


def test_t27_rwg() -> None:
    variance = statistics.variance([5, 6, 5, 6, 6, 5])
    assert variance == near(0.3)
    assert rwg(variance, 7) == near(0.925)
    assert rwg(4, 7) == near(0)
    assert rwg_of_items([variance], 7) == near(0.925)
    assert rwg_of_items([variance] * 7, 7) == near(7 * 0.925 / (7 * 0.925 + 0.075))
    assert rwg_of_items([9.0] * 7, 7) == 0


def test_t28_icc() -> None:
    found = icc(described(GROUPS))
    assert found == (near(0.8982), near(0.9778))
    ratio = float(scipy.stats.f_oneway(*GROUPS).statistic)
    assert found == pytest.approx(((ratio - 1) / (ratio + 4), 1 - 1 / ratio))


def test_icc_of_what_does_not_vary_is_not_made_up() -> None:
    assert icc([(5, 4.0, 1.0)]) is None
    assert icc([]) is None
    assert icc([(5, 4.0, 0.0), (6, 4.0, 0.0)]) is None


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(st.integers(5, 40), st.floats(1, 7), st.floats(0.1, 3)), min_size=2))
def test_icc_never_passes_one(groups: list[tuple[int, float, float]]) -> None:
    found = icc(groups)
    assert found is None or (found[0] <= 1 and found[1] <= 1)


def test_hidden_departments_leave_no_word_on_departments() -> None:
    """Only what is shown anyway enters; with one hidden there is no ICC at all."""
    pulse = load_instrument("safety-pulse")
    draw = np.random.default_rng(5)

    def sheets(last: str) -> list[AnswerSheet]:
        names = ["Support"] * 12 + ["Sales"] * 12 + [last] * 12
        return [
            AnswerSheet(tuple(int(code) for code in draw.integers(1, 8, 7)), name) for name in names
        ]

    shown = wave_figures(pulse, sheets("People"), minimum_group=5)
    said = " ".join(agreement_said(pulse, shown))
    assert "rwg(j)" in said
    assert "ICC(1)" in said
    some = [*sheets("People"), AnswerSheet((4,) * 7, "Finance")]
    hidden = wave_figures(pulse, some, minimum_group=5)
    assert "ICC" not in " ".join(agreement_said(pulse, hidden))
