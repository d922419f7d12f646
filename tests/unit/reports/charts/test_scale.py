"""Axes: never zoomed past a third of the scale, round ticks, bars and counts from 0."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.reports.charts.scale import (
    count_axis,
    figure_axis,
    nice_ticks,
    share_axis,
    survey_axis,
)

SCALE = (1.0, 7.0)
inside = st.floats(1.0, 7.0)
room = st.floats(0.0, 0.3)


@given(inside, inside, room, room)
@settings(max_examples=200)
def test_a_survey_axis_shows_a_third_of_the_scale_and_says_when_it_is_zoomed(
    one: float, other: float, below: float, above: float
) -> None:
    low, high = sorted((one, other))
    axis = survey_axis(low, high, SCALE, (below, above))
    assert axis.high - axis.low >= 2.0 - 1e-9
    assert axis.low <= low + 1e-9
    assert high - 1e-9 <= axis.high
    assert axis.zoomed == (axis.low > 1.0 + 1e-9 or axis.high < 7.0 - 1e-9)
    assert all(1.0 <= tick <= 7.0 for tick in axis.ticks)


def test_the_pictures_axis() -> None:
    axis = survey_axis(4.6, 5.55, SCALE, (0.15, 0.15))
    assert axis.zoomed
    assert axis.high - axis.low == pytest.approx(2.0)
    assert 5.0 in axis.ticks


def test_a_scale_shown_whole_is_not_called_zoomed() -> None:
    axis = survey_axis(1.1, 6.9, SCALE)
    assert (axis.zoomed, axis.low, axis.high) == (False, 1.0, 7.0)


@given(st.floats(-1e6, 1e6), st.floats(1e-3, 1e6))
@settings(max_examples=200)
def test_ticks_are_round_few_and_inside(low: float, span: float) -> None:
    ticks = nice_ticks(low, low + span)
    assert 2 <= len(ticks) <= 5
    slack = 1e-6 * max(abs(low), span, 1.0)
    assert low - slack <= ticks[0]
    assert ticks[-1] <= low + span + slack


def test_ticks_of_nothing_or_of_the_infinite_are_one_tick() -> None:
    assert nice_ticks(3.0, 3.0) == (3.0,)
    assert nice_ticks(0.0, math.inf) == (0.0,)


@given(st.lists(st.integers(0, 5000), max_size=30))
@settings(max_examples=100)
def test_counts_start_at_zero_and_fit(values: list[int]) -> None:
    axis = count_axis([float(value) for value in values])
    assert axis.low == 0.0
    assert axis.ticks[0] == 0.0
    assert axis.high >= max(values, default=0)
    assert all(tick == int(tick) for tick in axis.ticks)
    assert not axis.zoomed


@given(st.lists(st.floats(0, 100), max_size=30))
@settings(max_examples=100)
def test_shares_reach_100_and_show_at_least_a_third(values: list[float]) -> None:
    axis = share_axis(values, (0.05, 0.0))
    assert axis.high == 100.0
    assert 0.0 <= axis.low <= 67.0
    assert axis.low <= min(values, default=100.0)
    assert axis.zoomed == (axis.low > 0)


@given(st.lists(st.floats(-1e9, 1e9), min_size=1, max_size=30))
@settings(max_examples=100)
def test_a_small_move_of_a_large_figure_stays_small(values: list[float]) -> None:
    axis = figure_axis(values, (0.1, 0.1))
    assert axis.high - axis.low >= max(abs(value) for value in values) / 3 - 1e-6
    assert axis.low <= min(values) + 1e-6
    assert axis.high >= max(values) - 1e-6


def test_ticks_are_written_with_a_true_minus_and_as_many_decimals_as_they_need() -> None:
    axis = survey_axis(-0.2, 0.4, (-1.0, 1.0))
    texts = [axis.tick_text(tick) for tick in axis.ticks]
    assert texts == ["−0.3", "0.0", "0.3"] or texts[0].startswith("−")
    assert "-" not in "".join(texts)
    assert count_axis([12_000.0]).tick_text(12_000) == "12,000"
