"""The plan edited while it runs, in any order: the place, the clock and the time are never lost."""

from datetime import datetime, timedelta
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, rule

from tests.factories import community_with
from tests.storage.session_rows import wall
from tests.storage.workspace_machines import WorkspaceMachine
from workbench.foundation.clock import FixedClock
from workbench.foundation.errors import UserFixable
from workbench.sessions import agenda_actions, live_actions, track_actions
from workbench.sessions import run_rules as rules
from workbench.sessions.actions import SessionDraft, add_session
from workbench.sessions.agenda import AgendaBlock, TrackPlan
from workbench.sessions.agenda_lanes import Lane, Spot
from workbench.sessions.live_queries import LiveSession, live_session
from workbench.sessions.run_rules import Run
from workbench.storage.unit_of_work import Action

ZERO = timedelta(0)
numbers = st.integers(0, 12)


def agenda() -> list[AgendaBlock]:
    inside = [AgendaBlock(0, f"Inside {name}", 10) for name in "abc"]
    tracks = (TrackPlan(1, blocks=tuple(inside[:2])), TrackPlan(2, blocks=(inside[2],)))
    return [
        AgendaBlock(0, "One", 10),
        AgendaBlock(0, "Two", 20, tracks=tracks),
        AgendaBlock(0, "Three", 15),
        AgendaBlock(0, "Four", 15),
    ]


class LiveMachine(WorkspaceMachine):
    """One session that runs while its plan is edited, over a clock the machine moves."""

    def __init__(self) -> None:
        self.clock = FixedClock(wall("2026-10-15T14:00"), "Europe/London")
        super().__init__(self.clock)

    @initialize()
    def begin(self) -> None:
        community = community_with(self.workspace, "Ama")[0]
        draft = SessionDraft(title="Live", starts=self.clock.at, minutes=60)
        self.session = self.workspace.perform(add_session, community, draft, agenda()).value
        self.workspace.perform(live_actions.start_live, self.session)
        self.began = self.now

    @property
    def now(self) -> datetime:
        return self.clock.now()

    def state(self) -> LiveSession:
        return self.workspace.read(live_session, self.session)

    def block(self, number: int) -> int:
        blocks = [placed.block.key for placed in self.state().agenda.everything]
        return blocks[number % len(blocks)] if blocks else 999

    def edit(self, action: Action[..., Any], *arguments: Any) -> None:
        """Do an edit: what runs goes on running, by the same clock."""
        before = self.state()
        try:
            self.workspace.perform(action, *arguments)
        except UserFixable:
            return
        after = self.state()
        assert started(after.run) == started(before.run), "the place is kept"
        assert after.run.paused_at == before.run.paused_at
        assert total(after.run, self.now) == total(before.run, self.now), "no time is lost"
        assert after.run.current is not None
        gone = after.run.current_block not in [block.key for block in after.plan]
        left = rules.left_here(after.run, after.plan, self.now)
        assert not gone or left is not None, "a block that left the plan keeps its clock"

    @rule(
        action=st.sampled_from(
            [
                live_actions.next_block,
                live_actions.previous_block,
                live_actions.pause,
                live_actions.resume,
                live_actions.add_minutes,
            ]
        )
    )
    def press(self, action: Action[..., Any]) -> None:
        self.workspace.perform(action, self.session)

    @rule()
    def press_next(self) -> None:
        before = self.state()
        order = [block.key for block in before.plan]
        run = self.workspace.perform(live_actions.next_block, self.session).value
        if run == before.run:
            here = before.run.current_block
            assert here in order[-1:] or all(rules.has_run(run, key) for key in order)
        else:
            assert run.current_block in order, "next leads to a block that is in the plan"

    @rule(
        action=st.sampled_from(
            [
                live_actions.next_in_track,
                live_actions.previous_in_track,
                live_actions.add_minutes_in_track,
            ]
        ),
        number=st.integers(1, 3),
    )
    def press_in_a_track(self, action: Action[..., Any], number: int) -> None:
        before = self.state()
        self.workspace.perform(action, self.session, number)
        after = self.state()
        assert after.run == before.run, "the whole stays where it is"
        for lane, own in before.tracked.tracks.items():
            assert lane[1] == number or after.tracked.tracks[lane] == own, "and the other tracks"

    @rule(minutes=st.integers(0, 20))
    def wait(self, minutes: int) -> None:
        self.clock.at += timedelta(minutes=minutes)

    @rule(
        number=numbers,
        action=st.sampled_from(
            [
                agenda_actions.delete_block,
                agenda_actions.duplicate_block,
                agenda_actions.lock_block,
                track_actions.split_block,
                track_actions.run_in_tracks,
                track_actions.add_track,
                track_actions.end_tracks,
            ]
        ),
    )
    def change_the_plan(self, number: int, action: Action[..., Any]) -> None:
        self.edit(action, self.block(number))

    @rule(number=numbers)
    def merge(self, number: int) -> None:
        self.edit(track_actions.merge_block, self.block(number))

    @rule(number=numbers, by=st.integers(-30, 30))
    def other_minutes(self, number: int, by: int) -> None:
        self.edit(agenda_actions.change_minutes, self.block(number), by)

    @rule(number=numbers, to=st.integers(0, 5))
    def move(self, number: int, to: int) -> None:
        self.edit(agenda_actions.move_block, self.block(number), to)

    @rule(number=numbers, to=st.integers(0, 5))
    def move_out(self, number: int, to: int) -> None:
        self.edit(agenda_actions.move_block, self.block(number), Spot(to))

    @rule(number=numbers, into=numbers, track=st.integers(1, 3))
    def move_into_a_track(self, number: int, into: int, track: int) -> None:
        spot = Spot(0, Lane(self.block(into), track))
        self.edit(agenda_actions.move_block, self.block(number), spot)

    @rule(number=numbers, track=st.integers(1, 3))
    def remove_a_track(self, number: int, track: int) -> None:
        self.edit(track_actions.remove_track, self.block(number), track)

    @invariant()
    def time_adds_up(self) -> None:
        run = self.state().run
        if run.visits:
            standing = self.now - run.paused_at if run.paused_at else ZERO
            stood = sum((visit.paused_for for visit in run.visits), standing)
            assert total(run, self.now) + stood == self.now - self.began

    @invariant()
    def tracks_run_only_inside_their_block(self) -> None:
        state = self.state()
        for (within, _), own in state.tracked.tracks.items():
            assert own.current is None or within == state.run.current_block
        running = [state.tracked.of(track) for track in state.running_tracks]
        assert all(own.visits for own in running), "every track of the running block has begun"

    @invariant()
    def the_forecast_always_says_something(self) -> None:
        state = self.state()
        ahead = rules.forecast(state.run, state.plan, self.now)
        assert ahead.ends >= self.now


def started(run: Run) -> list[datetime]:
    return [visit.started for visit in run.visits]


def total(run: Run, now: datetime) -> timedelta:
    return sum((rules.length(visit, run, now) for visit in run.visits), ZERO)


LiveMachine.TestCase.settings = settings(max_examples=12, stateful_step_count=25, deadline=None)
TestLiveMachine = LiveMachine.TestCase
