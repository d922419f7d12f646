"""Parallel tracks: own clocks, one pause for all, closed with their block, never lost."""

from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.sessions import live_tracks as live
from workbench.sessions import run_rules as rules
from workbench.sessions.live_tracks import RunTrack, TrackedRun
from workbench.sessions.run_rules import Run, RunBlock
from workbench.sessions.run_words import clock_words

TWO = datetime(2026, 10, 15, 14, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def at(minute: float) -> datetime:
    return TWO + minute * MINUTE


WHOLE = (
    RunBlock(1, 10, TWO, title="Check-in"),
    RunBlock(2, 30, at(10), title="Two rooms"),
    RunBlock(3, 10, at(40), title="Close"),
)
QUIET = RunTrack(2, 1, "Quiet room", "Oak", (RunBlock(21, 10, at(10)), RunBlock(22, 20, at(20))))
LOUD = RunTrack(2, 2, "Loud room", "Ash", (RunBlock(23, 30, at(10), title="Case"),))
PLAN = (QUIET, LOUD)


def press(run: TrackedRun, whole: Run, minute: float) -> TrackedRun:
    return live.carried(run, whole, PLAN, at(minute))


def go(run: TrackedRun, block: int, minute: float) -> TrackedRun:
    return press(run, rules.started(run.whole, WHOLE[block - 1], at(minute)), minute)


def in_two_rooms() -> TrackedRun:
    return go(go(TrackedRun(), 1, 0), 2, 10)


def left(run: TrackedRun, track: RunTrack, minute: float) -> str:
    time = rules.left_here(run.of(track), track.blocks, at(minute))
    return "" if time is None else clock_words(time)


def test_every_track_begins_with_its_block() -> None:
    run = in_two_rooms()
    assert (left(run, QUIET, 14), left(run, LOUD, 14)) == ("6:00", "26:00")
    assert run.of(LOUD).visits[0].title == "Case"
    assert go(TrackedRun(), 1, 0).tracks == {}


def test_one_track_moves_by_itself() -> None:
    run = live.next_in_track(in_two_rooms(), QUIET, at(22))
    assert (left(run, QUIET, 23), left(run, LOUD, 23)) == ("19:00", "17:00")
    run = live.more_in_track(run, LOUD)
    assert left(run, LOUD, 23) == "18:00"
    run = live.previous_in_track(run, QUIET, at(23))
    assert left(run, QUIET, 24) == "−3:00", "12 minutes before, one again, of 10"
    assert run.whole == in_two_rooms().whole


def test_a_track_that_is_through_rests_and_can_go_on() -> None:
    run = live.next_in_track(in_two_rooms(), LOUD, at(30))
    assert run.of(LOUD).current is None
    assert live.next_in_track(run, LOUD, at(31)) == run
    again = live.previous_in_track(run, LOUD, at(32))
    assert left(again, LOUD, 33) == "9:00", "20 minutes before the rest, one since"


def test_one_pause_for_all() -> None:
    run = in_two_rooms()
    standing = press(run, rules.paused(run.whole, at(12)), 12)
    assert (left(standing, QUIET, 19), left(standing, LOUD, 19)) == ("8:00", "28:00")
    moved = live.next_in_track(standing, QUIET, at(15))
    assert left(moved, QUIET, 19) == "20:00", "moved while all stands still"
    going = press(moved, rules.resumed(moved.whole, at(20)), 20)
    assert (left(going, QUIET, 21), left(going, LOUD, 21)) == ("19:00", "27:00")
    assert rules.elapsed(going.of(QUIET), 21, at(60)) == 2 * MINUTE


def test_leaving_the_block_closes_every_track_and_coming_back_goes_on() -> None:
    run = go(live.next_in_track(in_two_rooms(), LOUD, at(30)), 3, 35)
    assert all(own.current is None for own in run.tracks.values())
    assert rules.elapsed(run.of(QUIET), 21, at(99)) == 25 * MINUTE
    back = go(run, 2, 37)
    assert left(back, QUIET, 38) == "−16:00"
    assert back.of(LOUD).current is None, "what was through before stays through"


def test_leaving_while_paused_takes_the_pause_off() -> None:
    run = in_two_rooms()
    run = press(run, rules.paused(run.whole, at(12)), 12)
    run = go(run, 3, 20)
    assert rules.elapsed(run.of(LOUD), 23, at(99)) == 2 * MINUTE


def test_the_end_of_the_session_ends_them_and_going_on_reopens_them() -> None:
    run = in_two_rooms()
    over = press(run, rules.ended(run.whole, at(20)), 20)
    assert all(own.ended == at(20) for own in over.tracks.values())
    again = press(over, rules.reopened(over.whole, at(25)), 25)
    assert (left(again, QUIET, 26), left(again, LOUD, 26)) == ("−1:00", "19:00")


def test_a_track_added_while_its_block_runs_joins_from_its_start() -> None:
    run = TrackedRun(in_two_rooms().whole)
    joined = live.joined(run, PLAN)
    assert left(joined, LOUD, 20) == "20:00"
    assert live.joined(joined, PLAN) == joined
    assert live.joined(run, (RunTrack(2, 1, "Empty"),)) == run


def test_a_block_that_left_the_plan_keeps_its_clock() -> None:
    run = in_two_rooms()
    shorter = RunTrack(2, 1, "Quiet room", "Oak", (RunBlock(22, 20, at(20)),))
    assert left(run, shorter, 14) == "6:00"
    moved = live.next_in_track(run, shorter, at(15))
    assert moved.of(shorter).current_block == 22


presses = st.lists(
    st.tuples(
        st.sampled_from(["next", "back", "pause", "resume", "one", "two", "back one", "more two"]),
        st.integers(0, 9),
    ),
    max_size=25,
)


@settings(max_examples=80)
@given(presses)
def test_no_time_in_a_track_is_lost_or_doubled(history: list[tuple[str, int]]) -> None:
    run, minute, ran = in_two_rooms(), 10.0, timedelta(0)
    for name, minutes in history:
        on = run.whole.current_block == 2 and run.of(LOUD).current is not None
        if on and run.whole.paused_at is None:
            ran += minutes * MINUTE
        minute += minutes
        run = _pressed(run, name, minute)
        _hold(run)
    assert rules.elapsed(run.of(LOUD), 23, at(minute)) == ran


def _pressed(run: TrackedRun, name: str, minute: float) -> TrackedRun:
    now, order = at(minute), [1, 2, 3]
    if name in ("next", "back"):
        find = rules.next_block if name == "next" else rules.previous_block
        key = find(run.whole, order)
        return run if key is None else go(run, key, minute)
    if name == "pause":
        return press(run, rules.paused(run.whole, now), minute)
    if name == "resume":
        return press(run, rules.resumed(run.whole, now), minute)
    if name == "back one":
        return live.previous_in_track(run, QUIET, now)
    if name == "more two":
        return live.more_in_track(run, LOUD)
    return live.next_in_track(run, QUIET if name == "one" else LOUD, now)


def _hold(run: TrackedRun) -> None:
    inside = run.whole.current_block == 2
    for own in run.tracks.values():
        assert inside or own.current is None, "no track runs outside its block"
        assert own.current is None or own.paused_at == run.whole.paused_at
        assert all(visit.ended for visit in own.visits[:-1])
