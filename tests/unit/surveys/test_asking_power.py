"""What an asking can find by the spread of the waves before it."""

from statistics import variance

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.surveys.asking_power import Spread, curve, found_with, pooled

SAMPLE_SAFETY = [
    ("January", 26, 0.4699), ("March", 31, 0.6259), ("June", 33, 0.5928), ("September", 38, 0.6227),
]  # fmt: skip
SAMPLE_LONELINESS = [
    ("January", 26, 1.5013), ("March", 31, 1.4591), ("June", 33, 1.4603), ("September", 38, 1.6134),
]  # fmt: skip


@pytest.mark.parametrize(("waves", "said"), [(SAMPLE_SAFETY, "0.4"), (SAMPLE_LONELINESS, "1.0")])
def test_the_figures_of_the_design(waves: list[tuple[str, int, float]], said: str) -> None:
    spread = pooled(waves)
    assert spread is not None
    assert (spread.waves, spread.answers, spread.last) == (4, 128, "September")
    found = found_with(34, spread)
    assert found is not None
    assert found.said == f"With 34 answers you would see a change of {said} or more 4 times in 5."


def test_pooled_as_within_groups() -> None:
    groups = [[1.0, 2.0, 4.0], [3.0, 3.5, 5.0, 9.0]]
    within = sum((len(group) - 1) * variance(group) for group in groups) / 5
    spread = pooled([("", len(group), variance(group) ** 0.5) for group in groups])
    assert spread is not None
    assert spread.sd == pytest.approx(within**0.5)


def test_without_a_past_nothing_is_said() -> None:
    assert pooled([]) is None
    assert pooled([("All alike", 9, 0.0), ("Hidden", 0, 0.0)]) is None
    assert found_with(1, Spread(1.0, 1, 9, "May")) is None


@settings(max_examples=15, deadline=None)
@given(st.integers(2, 60), st.integers(0, 400))
def test_the_curve_falls_from_end_to_end(least: int, more: int) -> None:
    line = curve(Spread(1.5, 2, 40, "May"), least, least + more)
    counts = [count for count, _ in line]
    assert counts == sorted(set(counts))
    assert (counts[0], counts[-1]) == (least, least + more)
    changes = [change for _, change in line]
    assert changes == sorted(changes, reverse=True)
    assert len(line) <= 62
