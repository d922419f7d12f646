"""Any order of edits, marks and presses: rates agree with plain SQL, undo gives the exact rows."""

from datetime import timedelta
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, rule
from sqlalchemy import text
from sqlalchemy.orm import Session

from tests.factories import community_with
from tests.storage.session_rows import every_row, wall
from tests.storage.workspace_machines import UndoneMachine
from workbench.foundation.words import Mark
from workbench.sessions import (
    actions,
    agenda_actions,
    attendance_actions,
    live_actions,
    track_actions,
)
from workbench.sessions.agenda import AgendaBlock
from workbench.sessions.agenda_lanes import Lane, Spot
from workbench.sessions.attendance_queries import attendance_series
from workbench.sessions.queries import session_detail, session_rows
from workbench.storage.unit_of_work import Action

_PLAIN = """
SELECT e.session_id, count(*), sum(coalesce(m.mark IN ('present', 'part'), 0))
FROM expected e JOIN sessions s ON s.id = e.session_id
LEFT JOIN attendance_marks m ON m.session_id = e.session_id AND m.person_id = e.person_id
WHERE s.state != 'cancelled' AND EXISTS (SELECT 1 FROM attendance_marks t WHERE
  t.session_id = s.id AND t.mark IN ('present', 'part', 'absent'))
GROUP BY e.session_id
"""

numbers = st.integers(0, 30)


class SessionsMachine(UndoneMachine):
    """Drives every action of sessions on one small file."""

    @initialize()
    def begin(self) -> None:
        self.community, *self.people = community_with(self.workspace, "Ama", "Jonas", "Leila")
        self.plan(0)

    def sessions(self) -> list[int]:
        return [row.id for row in self.workspace.read(session_rows, self.community)]

    def pick(self, number: int) -> int:
        found = self.sessions()
        return found[number % len(found)] if found else 999

    def block(self, number: int) -> int:
        for session in self.sessions():
            blocks = list(self.workspace.read(session_detail, session).agenda.everything)
            if blocks:
                return blocks[number % len(blocks)].block.key
        return 999

    def track(self, number: int) -> tuple[int, int]:
        for session in self.sessions():
            agenda = self.workspace.read(session_detail, session).agenda
            tracks = [(p.block.key, t.track.number) for p in agenda.blocks for t in p.tracks]
            if tracks:
                return tracks[number % len(tracks)]
        return 999, 1

    @rule(days=st.integers(-20, 20))
    def plan(self, days: int) -> None:
        starts = wall("2026-10-13T08:00") + timedelta(days=days)
        blocks = [AgendaBlock(0, "One", 30), AgendaBlock(0, "Two", 20)]
        draft = actions.SessionDraft(title=f"Day {days}", starts=starts, minutes=45)
        self.do(actions.add_session, self.community, draft, blocks)

    @rule(number=numbers, person=numbers, mark=st.sampled_from(list(Mark)))
    def mark(self, number: int, person: int, mark: Mark) -> None:
        who = self.people[person % len(self.people)]
        self.do(attendance_actions.mark_attendance, self.pick(number), who, mark)

    @rule(number=numbers, name=st.sampled_from(["Zoe", "ama", "Kim"]))
    def guest(self, number: int, name: str) -> None:
        self.do(attendance_actions.guest_in, self.pick(number), name)

    @rule(
        number=numbers,
        action=st.sampled_from(
            [
                attendance_actions.mark_unmarked,
                attendance_actions.clear_marks,
                attendance_actions.start_marking,
                actions.cancel_session,
                actions.restore_session,
                actions.delete_session,
                live_actions.start_live,
                live_actions.next_block,
                live_actions.previous_block,
                live_actions.pause,
                live_actions.resume,
                live_actions.add_minutes,
                live_actions.end_live,
            ]
        ),
    )
    def on_a_session(self, number: int, action: Action[..., Any]) -> None:
        self.do(action, self.pick(number))

    @rule(number=numbers, count=st.one_of(st.none(), st.integers(-1, 30)))
    def head_count(self, number: int, count: int | None) -> None:
        self.do(attendance_actions.set_head_count, self.pick(number), count)

    @rule(
        number=numbers,
        action=st.sampled_from(
            [
                agenda_actions.duplicate_block,
                agenda_actions.delete_block,
                agenda_actions.lock_block,
                agenda_actions.unlock_block,
                track_actions.run_in_tracks,
                track_actions.add_track,
                track_actions.end_tracks,
                track_actions.split_block,
                track_actions.merge_block,
            ]
        ),
    )
    def on_a_block(self, number: int, action: Action[..., Any]) -> None:
        self.do(action, self.block(number))

    @rule(number=numbers, by=st.integers(-800, 800))
    def minutes(self, number: int, by: int) -> None:
        self.do(agenda_actions.change_minutes, self.block(number), by)

    @rule(number=numbers, to=st.integers(-2, 5))
    def move(self, number: int, to: int) -> None:
        self.do(agenda_actions.move_block, self.block(number), to)

    @rule(number=numbers, to=st.integers(-1, 4), into=numbers)
    def move_into_a_track(self, number: int, to: int, into: int) -> None:
        spot = Spot(to, Lane(*self.track(into)))
        self.do(agenda_actions.move_block, self.block(number), spot)

    @rule(number=numbers, to=st.integers(-1, 4))
    def move_out_of_its_track(self, number: int, to: int) -> None:
        self.do(agenda_actions.move_block, self.block(number), Spot(to))

    @rule(number=numbers, name=st.sampled_from(["", "Birch room", "Online"]))
    def name_a_track(self, number: int, name: str) -> None:
        self.do(track_actions.change_track, *self.track(number), name, name, "Ruth")

    @rule(number=numbers)
    def remove_a_track(self, number: int) -> None:
        self.do(track_actions.remove_track, *self.track(number))

    @rule(number=numbers, after=st.integers(-1, 40))
    def split_after(self, number: int, after: int) -> None:
        self.do(track_actions.split_block, self.block(number), after)

    @invariant()
    def rates_agree_with_plain_sql(self) -> None:
        if not hasattr(self, "community"):
            return
        series = self.workspace.read(attendance_series, self.community)
        ours = {p.session_id: (p.rate.expected, p.rate.here) for p in series if p.rate}
        plain = self.workspace.read(_by_plain_sql)
        assert {s: pair for s, pair in ours.items() if pair[0]} == plain

    @invariant()
    def positions_have_no_holes(self) -> None:
        rows = every_row(self.workspace)["blocks"]
        runs: dict[tuple[object, ...], list[int]] = {}
        for _, session, within, track, position, *_ in rows:
            runs.setdefault((session, within, track), []).append(position)
        assert all(sorted(p) == list(range(len(p))) for p in runs.values())


def _by_plain_sql(session: Session) -> dict[int, tuple[int, int]]:
    return {row[0]: (row[1], row[2]) for row in session.execute(text(_PLAIN))}


SessionsMachine.TestCase.settings = settings(max_examples=12, stateful_step_count=25, deadline=None)
TestSessions = SessionsMachine.TestCase
