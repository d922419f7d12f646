import csv
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.insights.control import Count, Signal, Stretch, p_chart, xmr_chart

SAMPLE = Path(__file__).parents[3] / "../shared/design/sample"
needs_sample = pytest.mark.skipif(not SAMPLE.is_dir(), reason="the design's sample is not here")
TWELVE_WAVES = [4.9, 5.1, 4.8, 5.0, 5.2, 4.9, 5.1, 4.3, 4.4, 4.5, 4.4, 4.6]


def rows(name: str) -> list[dict[str, str]]:
    with (SAMPLE / name).open(encoding="utf-8") as stream:
        return list(csv.DictReader(stream))


def held_on() -> list[date]:
    return [date.fromisoformat(row["date"]) for row in rows("sessions.csv") if row["held"] == "1"]


def sample_attendance() -> list[Count]:
    marks = rows("attendance.csv")
    return [
        Count(
            on,
            sum(row[str(number)] in {"P", "L"} for row in marks),
            sum(row[str(number)] != "" for row in marks),
        )
        for number, on in enumerate(held_on(), start=1)
    ]


def fortnightly(values: list[float]) -> list[tuple[date, float]]:
    return [(date(2026, 1, 1) + timedelta(days=14 * at), value) for at, value in enumerate(values)]


def counts(*here: int, of: int = 40) -> list[Count]:
    return [Count(on, int(value), of) for on, value in fortnightly([float(one) for one in here])]


@needs_sample
def test_attendance_of_the_pictures() -> None:
    chart = p_chart(sample_attendance())

    assert chart.centre == pytest.approx(0.71, abs=0.005)
    assert [point.on for point in chart.signals] == [date(2026, 8, 20)]
    assert chart.signals[0].signal is Signal.BELOW
    assert round(100 * chart.signals[0].value) == 45
    last = chart.points[-1]
    assert (round(100 * last.low), round(100 * last.high)) == (51, 90)
    assert len({point.low for point in chart.points}) == 4  # the limits step with membership


@needs_sample
def test_contributions_of_the_pictures() -> None:
    given_in = [int(row["session"]) for row in rows("contributions.csv")]
    chart = xmr_chart(
        [(on, float(given_in.count(number))) for number, on in enumerate(held_on(), start=1)]
    )

    assert round(chart.centre or 0) == 22
    assert (round(chart.points[0].low), round(chart.points[0].high)) == (4, 40)
    assert not chart.signals
    values = [point.value for point in chart.points]
    assert (min(values), max(values), values[-1]) == (13, 32, 23)


def test_t22_ranges_and_the_side_the_last_waves_lie_on() -> None:
    for baseline, centre, steps in ((7, 5.0, 0.2333), (None, 4.7667, 0.2455)):
        chart = xmr_chart(fortnightly(TWELVE_WAVES), baseline=baseline, floor=1)
        point = chart.points[0]
        assert chart.centre == pytest.approx(centre, abs=5e-5)
        moving = (point.high - (chart.centre or 0)) / 2.66
        assert moving == pytest.approx(steps, abs=5e-5)
        if baseline:
            assert 3.268 * moving == pytest.approx(0.7625, abs=5e-5)
        nearer = [
            at for at, one in enumerate(chart.points[7:11], 8)
            if one.value - one.low < centre - one.value
        ]  # fmt: skip
        assert nearer == ([8, 9, 10, 11] if baseline else [8, 9, 11])


def test_a_frozen_baseline_finds_what_moving_limits_hide() -> None:
    frozen = xmr_chart(fortnightly(TWELVE_WAVES), baseline=7, floor=1)
    assert frozen.centre == pytest.approx(5.0)
    assert (frozen.points[0].low, frozen.points[0].high) == pytest.approx(
        (4.3793, 5.6207), abs=5e-5
    )
    assert frozen.points[7].signal is Signal.BELOW

    moving = xmr_chart(fortnightly(TWELVE_WAVES), floor=1)
    assert moving.centre == pytest.approx(4.7667, abs=5e-5)
    assert (moving.points[0].low, moving.points[0].high) == pytest.approx(
        (4.1138, 5.4196), abs=5e-5
    )
    assert not moving.signals


def test_eight_in_a_row_are_a_signal_and_seven_are_not() -> None:
    seven = p_chart(counts(20, 20, *[30] * 7))
    assert not seven.signals

    eight = p_chart(counts(20, 20, *[30] * 8))
    assert [point.signal for point in eight.signals] == [Signal.RUN_ABOVE]
    assert eight.signals[0].on == eight.points[-1].on

    falling = p_chart(counts(30, 30, *[20] * 8))
    assert [point.signal for point in falling.signals] == [Signal.RUN_BELOW]


def test_a_point_on_the_average_breaks_a_run() -> None:
    values = [30.0, 23, 30, 23, 22, 30, 23, 30, 23, 14, 21, 14, 21, 22, 14, 21, 14, 21]
    chart = xmr_chart(fortnightly(values))

    assert chart.centre == 22
    assert not chart.signals


def test_below_eight_sessions_there_are_no_limits_and_it_says_why() -> None:
    chart = p_chart(counts(40, 1, 40, 1, 40, 1))

    assert not chart.has_limits
    assert not chart.signals
    assert chart.reason == "6 sessions so far: a usual range needs 8."
    assert chart.centre is not None
    assert p_chart([]).reason == "No session held yet: a usual range needs 8."
    assert xmr_chart([]).points == ()


def test_sessions_nobody_was_expected_at_are_left_out() -> None:
    chart = p_chart([*counts(20, 21, 22), Count(date(2027, 1, 1), 0, 0)])

    assert len(chart.points) == 3


def test_constant_counts_are_steady() -> None:
    chart = xmr_chart(fortnightly([7.0] * 10))

    assert not chart.signals
    assert (chart.points[0].low, chart.points[0].high) == (7, 7)


@settings(max_examples=50, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 60), st.integers(0, 20)), min_size=1, max_size=30))
def test_limits_hold_the_average_and_stay_between_nothing_and_all(
    sizes: list[tuple[int, int]],
) -> None:
    series = [
        Count(date(2026, 1, 1) + timedelta(days=at), part, part + more)
        for at, (part, more) in enumerate(sizes)
    ]
    chart = p_chart(series)

    for point in chart.points:
        assert chart.centre is not None
        assert 0 <= point.low <= chart.centre <= point.high <= 1


def test_days_fixed_as_usual_make_the_range_of_all_sessions() -> None:
    low, high = [10.0, 12, 10, 12, 10, 12, 10, 12], [30.0, 32, 30, 32, 30, 32, 30, 32]
    series = fortnightly([*low, *high])
    usual = Stretch(series[0][0], series[7][0], "Before the merger")
    chart = xmr_chart(series, usual=usual)

    assert chart.centre == 11
    assert {point.signal for point in chart.points[8:]} == {Signal.ABOVE}
    shares = p_chart(counts(*(int(value) for _, value in series)), usual)
    assert shares.centre == pytest.approx(11 / 40)


def test_too_few_sessions_in_the_usual_days_change_nothing() -> None:
    series = fortnightly([10.0, 12, 10, 12, 30, 32, 30, 32, 31])
    usual = Stretch(series[0][0], series[3][0], "Too short")

    assert xmr_chart(series, usual=usual) == xmr_chart(series)
    many = counts(*(int(value) for _, value in series))
    assert p_chart(many, usual) == p_chart(many)
