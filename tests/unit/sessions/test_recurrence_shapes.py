"""Shapes that a form shows: the same days as the rule they came from, and back."""

from datetime import date, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.foundation.errors import BadInput
from workbench.sessions.recurrence import days_of, read_rule
from workbench.sessions.recurrence_shapes import PLACES, RhythmShape, Shape, rule_of, shape_of

weekly = st.builds(
    RhythmShape,
    st.just(Shape.WEEKLY),
    st.integers(1, 52),
    st.lists(st.integers(0, 6), min_size=1, unique=True).map(lambda days: tuple(sorted(days))),
)
monthly = st.builds(
    RhythmShape,
    st.just(Shape.MONTHLY),
    st.integers(1, 12),
    st.integers(0, 6).map(lambda day: (day,)),
    st.sets(st.sampled_from(PLACES), min_size=1).map(
        lambda chosen: tuple(place for place in PLACES if place in chosen)
    ),
)


@settings(max_examples=80, deadline=None)
@given(st.one_of(weekly, monthly))
def test_a_shape_comes_back_from_its_rule(shape: RhythmShape) -> None:
    assert shape_of(rule_of(shape)) == shape


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH",
        "FREQ=MONTHLY;BYDAY=-1MO",
        "DTSTART:20260122\nRRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TH",
    ],
)
def test_the_form_keeps_the_days_of_a_rule(rule: str) -> None:
    first = read_rule(rule).begins or date(2026, 12, 10)
    last, at, zone = first + timedelta(days=200), time(14), ZoneInfo("UTC")
    shape = shape_of(rule)
    assert shape.shape is not Shape.OWN
    kept = days_of(read_rule(rule), first, last, at, zone, 999)
    assert days_of(read_rule(rule_of(shape)), first, last, at, zone, 999) == kept


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=WEEKLY;BYDAY=TH;COUNT=6",
        "FREQ=MONTHLY;BYMONTHDAY=31",
        "FREQ=MONTHLY;BYDAY=1MO,2TU",
        "FREQ=MONTHLY;BYDAY=5MO",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29",
        "nonsense",
    ],
)
def test_any_other_rule_stays_its_own(rule: str) -> None:
    shape = shape_of(rule)
    assert shape.shape is Shape.OWN
    assert rule_of(shape) == rule


@pytest.mark.parametrize(
    "shape", [RhythmShape(Shape.WEEKLY), RhythmShape(Shape.MONTHLY, 1, (0,), ())]
)
def test_what_is_missing_is_said(shape: RhythmShape) -> None:
    with pytest.raises(BadInput) as problem:
        rule_of(shape)
    assert problem.value.field == "rule"
