"""The live run: clocks from instants, drift in words, pauses, next and back, coming back."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.foundation.errors import BadInput
from workbench.sessions import run_rules as live
from workbench.sessions.run_rules import Run, RunBlock
from workbench.sessions.run_words import Pressure, clock_words, drift_words, pressure

TWO = datetime(2026, 10, 15, 14, tzinfo=UTC)
MINUTES = [8, 4, 10, 20, 5, 30, 8, 10]
ORDER = list(range(1, 9))


def at(clock: str) -> datetime:
    parts = [int(part) for part in clock.split(":")]
    hour, minute, second = (*parts, 0)[:3]
    return TWO.replace(hour=hour, minute=minute, second=second)


def plan() -> list[RunBlock]:
    starts = [TWO + timedelta(minutes=sum(MINUTES[:i])) for i in range(8)]
    return [RunBlock(k, m, s) for k, m, s in zip(ORDER, MINUTES, starts, strict=True)]


def run_of_the_picture() -> Run:
    run = Run()
    starts = ["14:00", "14:09", "14:13", "14:24", "14:45", "14:50"]
    for block, clock in zip(plan(), starts, strict=False):
        run = live.started(run, block, at(clock))
    return run


def test_the_live_picture() -> None:
    run, now, blocks = run_of_the_picture(), at("15:04:18"), plan()
    assert run.current_block == 6
    assert clock_words(live.remaining(run, blocks[5], now)) == "15:42"
    seen = live.forecast(run, blocks, now)
    assert drift_words(seen.drift) == "3 min behind"
    assert seen.starts == {7: at("15:20"), 8: at("15:28")}
    assert seen.ends == at("15:38")
    assert live.actual_minutes(run, now) == {1: 9, 2: 4, 3: 11, 4: 21, 5: 5, 6: 14}


def test_one_minute_more_moves_the_rest() -> None:
    run, now, blocks = live.with_minutes_added(run_of_the_picture()), at("15:04:18"), plan()
    assert clock_words(live.remaining(run, blocks[5], now)) == "16:42"
    assert live.forecast(run, blocks, now).ends == at("15:39")
    assert drift_words(live.forecast(run, blocks, now).drift) == "4 min behind"
    back = live.with_minutes_added(run, -5)
    assert live.remaining(back, blocks[5], now) == timedelta(minutes=15, seconds=42)


def test_a_block_left_and_still_to_come_takes_only_what_is_left_of_it() -> None:
    run, blocks = run_of_the_picture(), plan()
    back = live.started(run, blocks[4], at("15:00"))
    seen = live.forecast(back, blocks, at("15:00"))
    assert clock_words(live.remaining(back, blocks[5], at("15:00"))) == "20:00"
    assert seen.starts == {6: at("15:00"), 7: at("15:20"), 8: at("15:28")}


def test_a_pause_stands_still_and_comes_off_the_clock() -> None:
    run, block = run_of_the_picture(), plan()[5]
    standing = live.paused(run, at("15:00"))
    assert live.remaining(standing, block, at("15:30")) == timedelta(minutes=20)
    going = live.resumed(standing, at("15:10"))
    assert live.remaining(going, block, at("15:12")) == timedelta(minutes=18)
    assert live.paused(standing, at("15:20")) == standing
    assert live.resumed(run, at("15:20")) == run


def test_next_while_paused_ends_the_pause_with_the_block() -> None:
    standing = live.paused(run_of_the_picture(), at("15:00"))
    run = live.started(standing, plan()[6], at("15:10"))
    assert live.elapsed(run, 6, at("15:40")) == timedelta(minutes=10)
    assert live.elapsed(run, 7, at("15:12")) == timedelta(minutes=2)
    assert run.paused_at is None


def test_back_goes_on_where_the_block_was_left() -> None:
    run = live.started(run_of_the_picture(), plan()[4], at("15:00"))
    assert live.elapsed(run, 5, at("15:01")) == timedelta(minutes=6)
    assert live.first_start(run, 5) == at("14:45")
    assert live.previous_block(run, ORDER) == 4


def test_next_and_back_at_the_ends() -> None:
    assert live.next_block(Run(), ORDER) == 1
    assert live.previous_block(Run(), ORDER) is None
    run = live.started(Run(), plan()[0], TWO)
    assert live.previous_block(run, ORDER) is None
    assert live.next_block(live.started(run, plan()[7], at("15:00")), ORDER) is None
    assert live.next_block(Run(), []) is None


def test_editing_the_plan_keeps_the_place() -> None:
    run = run_of_the_picture()
    assert live.next_block(run, [7, 6, 8, 1]) == 8
    assert live.next_block(run, [1, 2, 3, 7, 8]) == 7, "the current block was deleted"


def test_a_locked_block_waits_for_its_time() -> None:
    blocks = [RunBlock(1, 10, TWO), RunBlock(2, 5, at("14:30"), locked=True)]
    run = live.started(Run(), blocks[0], TWO)
    seen = live.forecast(run, blocks, at("14:05"))
    assert seen.starts == {2: at("14:30")}
    assert seen.ends == at("14:35")


def test_before_the_start_the_forecast_begins_now() -> None:
    seen = live.forecast(Run(), plan(), at("14:03"))
    assert seen.starts[1] == at("14:03")
    assert seen.ends == at("15:38")


def test_end_closes_the_block_and_stays() -> None:
    run = live.ended(run_of_the_picture(), at("15:10"))
    assert run.current is None
    assert live.elapsed(run, 6, at("18:00")) == timedelta(minutes=20)
    assert live.ended(run, at("19:00")) == run
    assert live.ended(Run(), at("19:00")) == Run()
    with pytest.raises(BadInput, match="has ended"):
        live.started(run, plan()[6], at("15:11"))


def test_without_an_agenda_it_is_a_stopwatch() -> None:
    run = live.stopwatch_started(Run(), TWO)
    assert live.current_elapsed(run, at("14:07")) == timedelta(minutes=7)
    assert live.stopwatch_started(run, at("14:05")) == run
    assert live.current_elapsed(Run(), TWO) == timedelta(0)


def test_a_clock_set_back_never_counts_below_nothing() -> None:
    run = live.started(Run(), plan()[0], at("14:30"))
    assert live.elapsed(run, 1, at("14:00")) == timedelta(0)
    run = live.started(run, plan()[1], at("14:00"))
    assert live.elapsed(run, 1, at("15:00")) == timedelta(0)


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "on time"),
        (59, "on time"),
        (-59, "on time"),
        (60, "1 min behind"),
        (-130, "2 min ahead"),
        (3 * 3600, "180 min behind"),
        (-3 * 86400, "not at its planned time"),
    ],
)
def test_drift_words(seconds: int, words: str) -> None:
    assert drift_words(timedelta(seconds=seconds)) == words


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(942, "15:42"), (59, "0:59"), (0, "0:00"), (-30, "−0:30"), (3900, "1:05:00")],
)
def test_clock_words(seconds: int, words: str) -> None:
    assert clock_words(timedelta(seconds=seconds)) == words


def test_pressure() -> None:
    assert pressure(timedelta(seconds=61)) is Pressure.CALM
    assert pressure(timedelta(seconds=60)) is Pressure.LAST_MINUTE
    assert pressure(timedelta(0)) is Pressure.LAST_MINUTE
    assert pressure(timedelta(seconds=-1)) is Pressure.OVER


def test_a_run_left_open_is_asked_about() -> None:
    run, slot_ends = run_of_the_picture(), at("15:30")
    assert not live.was_left_open(run, slot_ends, at("18:00"))
    assert live.was_left_open(run, slot_ends, at("18:00") + timedelta(days=1))
    assert not live.was_left_open(Run(), slot_ends, at("18:00") + timedelta(days=1))


HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    ("began", "ended", "now", "is_over"),
    [
        (-48, -47, -24, False),
        (-48, -47, -2, True),
        (-5, -4, -0.1, True),
        (-2, -1, 0, False),
        (-3.5, None, -3, False),
        (-3.5, -2.5, -2, False),
        (-48, None, -1, True),
        (-48, None, -24, False),
    ],
)
def test_a_rehearsal_is_over_when_the_session_comes(
    began: float, ended: float | None, now: float, is_over: bool
) -> None:
    run = live.started(Run(), plan()[0], TWO + began * HOUR)
    run = run if ended is None else live.ended(run, TWO + ended * HOUR)
    assert live.is_over_rehearsal(run, TWO, TWO + now * HOUR) is is_over


steps = st.lists(
    st.tuples(
        st.sampled_from(["next", "back", "pause", "resume", "more", "wait"]), st.integers(0, 900)
    ),
    max_size=20,
)


@settings(max_examples=60)
@given(steps)
def test_time_is_neither_lost_nor_doubled(history: list[tuple[str, int]]) -> None:
    blocks = plan()
    run, now, standing = live.started(Run(), blocks[0], TWO), TWO, timedelta(0)
    for name, seconds in history:
        if run.paused_at is not None:
            standing += timedelta(seconds=seconds)
        now += timedelta(seconds=seconds)
        target = {"next": live.next_block, "back": live.previous_block}.get(name)
        key = target(run, ORDER) if target else None
        if key is not None:
            run = live.started(run, blocks[key - 1], now)
        elif name == "pause":
            run = live.paused(run, now)
        elif name == "resume":
            run = live.resumed(run, now)
        elif name == "more":
            run = live.with_minutes_added(run)
    total = sum((live.elapsed(run, key, now) for key in ORDER), timedelta(0))
    assert total + standing == now - TWO
