"""What runs teach about minutes: a middle with its range, never more than the runs say."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.sessions.durations import (
    MethodRun,
    Stretch,
    differs_clearly,
    is_near,
    learned,
    learned_for,
    method_runs,
)

START = datetime(2026, 10, 1, 14, 0, tzinfo=UTC)
DAY = date(2026, 10, 1)


def stretch(
    minutes: float, session: int = 1, part: int = 1, *, method: str = "Troika consulting",
    paused: float = 0, people: int | None = 30, after: int = 0, unfinished: bool = False,
) -> Stretch:  # fmt: skip
    begun = START + timedelta(minutes=after)
    ended = None if unfinished else begun + timedelta(minutes=minutes)
    on = DAY + timedelta(days=session)
    pause = timedelta(minutes=paused)
    return Stretch(method, session, (part,), on, begun, ended, pause, people)


def runs(*minutes: float, people: int | None = 30) -> tuple[MethodRun, ...]:
    return tuple(
        MethodRun(each, DAY + timedelta(days=place), place, people)
        for place, each in enumerate(minutes)
    )


def test_pauses_and_short_and_unfinished_visits_are_left_out() -> None:
    found = method_runs([
        stretch(30, 1, paused=6),
        stretch(0.4, 2),
        stretch(20, 3, unfinished=True),
        stretch(5, 4, paused=5),
        stretch(12, 5, method="  "),
    ])  # fmt: skip
    assert list(found) == ["troika consulting"]
    assert [run.minutes for run in found["troika consulting"]] == [24]


def test_several_visits_of_one_block_are_one_run_and_two_blocks_are_two() -> None:
    found = method_runs([
        stretch(10, 1, 1), stretch(0.3, 1, 1), stretch(8, 1, 1, after=40), stretch(15, 1, 2),
        stretch(20, 2, 1, method="TROIKA  consulting"),
    ])["troika consulting"]  # fmt: skip
    assert sorted(run.minutes for run in found) == [15, 18, 20]


def test_six_runs_say_what_the_brief_says() -> None:
    six = [
        MethodRun(minutes, DAY, place, people)
        for place, (minutes, people) in enumerate(
            [(18, 20), (22, 25), (23, 28), (25, 30), (26, 35), (31, 33)]
        )
    ]
    known = learned(six)
    assert known is not None
    assert known.words == "Took 24 min in the middle of 6 runs (18 to 31), with 20 to 35 people"
    assert known.usually == "usually 24 min, from 6 runs"


@pytest.mark.parametrize("count", [1, 2])
def test_fewer_than_three_runs_tell_the_last_time_alone(count: int) -> None:
    known = learned(runs(*[20.0, 33.2][-count:]))
    assert known is not None
    assert known.words == "Took 33 min last time"
    assert not known.is_known
    assert not differs_clearly(5, known)


def test_no_run_says_nothing() -> None:
    assert learned(()) is None
    assert learned_for({}, "Round") is None


def test_runs_with_about_so_many_people_come_first() -> None:
    large, small = runs(30, 32, 34, people=40), runs(15, 16, 17, people=8)
    near = learned((*large, *small), people=9)
    assert near is not None
    assert (near.minutes, near.near, near.runs) == (16, True, 3)
    assert near.words.endswith("with 8 people")


def test_too_few_near_runs_fall_back_to_all_and_say_so() -> None:
    every = learned((*runs(30, 32, 34, people=40), *runs(15, people=8)), people=9)
    assert every is not None
    assert (every.runs, every.near) == (4, False)
    assert every.words.endswith("with 8 to 40 people, not yet often enough with about 9")


def test_nobody_counted_means_nobody_is_named() -> None:
    known = learned(runs(20, 20, 20, people=None), people=9)
    assert known is not None
    assert known.words == "Took 20 min in the middle of 3 runs"


@pytest.mark.parametrize(
    ("planned", "said"), [(24, False), (26, False), (20, False), (29, True), (19, True), (60, True)]
)
def test_a_clear_difference_is_three_minutes_and_a_fifth(planned: int, said: bool) -> None:
    assert differs_clearly(planned, learned(runs(24, 24, 24))) is said


def test_small_blocks_need_three_minutes() -> None:
    known = learned(runs(5, 5, 5))
    assert not differs_clearly(7, known)
    assert differs_clearly(8, known)


def test_a_run_over_night_teaches_nothing() -> None:
    assert method_runs([stretch(900)]) == {}


@given(st.lists(st.floats(0.5, 700), min_size=3, max_size=30), st.none() | st.integers(1, 300))
@settings(max_examples=100, deadline=None)
def test_the_middle_lies_in_the_range_and_the_order_of_runs_does_not_matter(
    lengths: list[float], people: int | None
) -> None:
    known, turned = learned(runs(*lengths), people), learned(runs(*reversed(lengths)), people)
    assert known is not None
    assert turned is not None
    assert 1 <= known.low <= known.minutes <= known.high
    assert (known.minutes, known.low, known.high) == (turned.minutes, turned.low, turned.high)


@given(st.lists(st.floats(10, 40), min_size=5, max_size=25), st.floats(200, 700))
@settings(max_examples=60, deadline=None)
def test_one_long_evening_hardly_moves_the_middle(lengths: list[float], long: float) -> None:
    before, after = learned(runs(*lengths)), learned(runs(*lengths, long))
    assert before is not None
    assert after is not None
    assert after.minutes <= round(max(lengths)) + 1


@given(st.integers(1, 500), st.integers(1, 500))
def test_a_group_is_near_itself_and_far_from_another_order_of_size(one: int, other: int) -> None:
    assert is_near(one, one)
    if other > one * 2 + 6:
        assert not is_near(one, other)
