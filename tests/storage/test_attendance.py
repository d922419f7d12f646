"""Attendance on a real file: strokes, bulk acts, guests, the frozen list, rates and the grid."""

from datetime import date, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.factories import CLOCK
from tests.storage.session_desk import SessionDesk
from tests.storage.session_rows import every_row
from workbench.foundation.errors import BadInput, DecisionNeeded, NotFound
from workbench.foundation.words import Mark, Role, SessionState
from workbench.rosters.actions import add_people, leave_community
from workbench.rosters.rules import PersonDraft
from workbench.sessions import attendance_queries, grid_queries, queries
from workbench.sessions.actions import cancel_session
from workbench.sessions.attendance_actions import (
    MarkDetail,
    clear_marks,
    guest_in,
    mark_attendance,
    mark_many,
    mark_unmarked,
    set_head_count,
    start_marking,
)
from workbench.sessions.engagement import Engagement
from workbench.sessions.grid_rules import with_mark
from workbench.storage.workspace import Workspace, create_workspace

NAMES = ("Ama Boateng", "Jonas Weber", "Leila Haddad", "Marta Kowalczyk")
TODAY = CLOCK.today()


class Desk(SessionDesk):
    """A community of four, with sessions by date."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, *NAMES)
        self.ama, self.jonas, self.leila, self.marta = self.people

    def join(self, name: str, on: date | None = None, role: Role = Role.MEMBER) -> int:
        draft = PersonDraft(name=name, joined_on=on, role=role)
        (person,) = self.workspace.perform(add_people, self.community, [draft]).value
        return person

    def marking(self, session: int) -> attendance_queries.Marking:
        return self.workspace.read(attendance_queries.marking, session)

    def fraction(self, session: int) -> str:
        return self.marking(session).rate.fraction


@pytest.fixture
def desk(workspace: Workspace) -> Desk:
    return Desk(workspace)


def test_one_stroke_is_one_named_step(desk: Desk) -> None:
    session = desk.session("2026-10-01T14:00")
    done = desk.workspace.perform(mark_attendance, session, desk.ama, Mark.PART)
    assert done.step == "Ama Boateng: late"
    assert (done.value.before, done.value.now) == (Mark.UNKNOWN, Mark.PART)
    assert "sessions" in done.topics
    assert desk.workspace.perform(mark_attendance, session, desk.ama, Mark.PART).step is None


def test_marking_only_who_came_is_not_a_hundred_per_cent(desk: Desk) -> None:
    session = desk.session("2026-10-01T14:00")
    desk.mark(session, desk.ama, Mark.PRESENT)
    assert desk.fraction(session) == "1 of 4"
    (row,) = desk.workspace.read(queries.session_rows, desk.community)
    assert (row.here, row.expected, row.state) == (1, 4, SessionState.HELD)


def test_the_expected_list_freezes_when_marking_starts(desk: Desk) -> None:
    session = desk.session("2026-10-01T14:00")
    desk.join("Guest One", role=Role.GUEST)
    assert desk.workspace.perform(start_marking, session).value == set(desk.people)
    desk.join("Late Entry")
    desk.workspace.perform(leave_community, desk.community, desk.ama, date(2026, 9, 1))
    assert desk.fraction(session) == "0 of 4"


def test_a_member_entered_late_joins_the_list_when_marked(desk: Desk) -> None:
    session = desk.session("2026-10-01T14:00")
    desk.mark(session, desk.ama, Mark.PRESENT)
    late = desk.join("Late Entry", date(2026, 9, 1))
    afterwards = desk.join("Joined Later", date(2026, 10, 5))
    desk.mark(session, late, Mark.PRESENT)
    desk.mark(session, afterwards, Mark.PRESENT)
    found = desk.marking(session)
    assert found.rate.fraction == "2 of 5"
    assert found.guests == 1


@pytest.mark.parametrize("mark", [Mark.ABSENT, Mark.EXCUSED])
def test_nobody_misses_a_session_before_they_joined(desk: Desk, mark: Mark) -> None:
    session = desk.session("2026-10-01T14:00", "Handovers")
    later = desk.join("Joined Later", date(2026, 10, 5))
    with pytest.raises(BadInput) as refused:
        desk.mark(session, later, mark)
    assert refused.value.sentence == "Handovers was on Thu 1 Oct, and Joined Later joined 5 Oct."
    with pytest.raises(BadInput):
        desk.workspace.perform(mark_many, session, {desk.ama: Mark.PRESENT, later: mark})
    assert {row.mark for row in desk.marking(session).rows} == {Mark.UNKNOWN}
    desk.mark(session, later, Mark.PRESENT)
    desk.mark(session, later, mark)
    assert desk.fraction(session) == "0 of 4"


def test_apologies_before_the_day_do_not_start_marking(desk: Desk) -> None:
    session = desk.session("2026-10-15T14:00", "Handovers")
    desk.mark(session, desk.leila, Mark.EXCUSED)
    found = desk.marking(session)
    assert [row.mark for row in found.rows if row.person_id == desk.leila] == [Mark.EXCUSED]
    (row,) = desk.workspace.read(queries.session_rows, desk.community)
    assert (row.state, row.expected) == (SessionState.PLANNED, None)
    desk.mark(session, desk.leila, Mark.UNKNOWN)
    assert {row.mark for row in desk.marking(session).rows} == {Mark.UNKNOWN}


@pytest.mark.parametrize("mark", [Mark.PRESENT, Mark.PART, Mark.ABSENT])
def test_a_session_to_come_cannot_be_mismarked(desk: Desk, mark: Mark) -> None:
    session = desk.session("2026-10-15T14:00", "Handovers")
    before = every_row(desk.workspace)
    with pytest.raises(BadInput, match="Handovers is on Thu 15 Oct and has not started yet"):
        desk.mark(session, desk.ama, mark)
    with pytest.raises(BadInput, match="has not started yet"):
        desk.workspace.perform(mark_unmarked, session, mark)
    with pytest.raises(BadInput, match="has not started yet"):
        desk.workspace.perform(set_head_count, session, 3)
    with pytest.raises(BadInput, match="has not started yet"):
        desk.workspace.perform(start_marking, session)
    assert every_row(desk.workspace) == before


def test_everybody_then_exceptions_spares_apologies(desk: Desk) -> None:
    session = desk.session("2026-10-01T14:00")
    desk.mark(session, desk.leila, Mark.EXCUSED)
    done = desk.workspace.perform(mark_unmarked, session)
    assert (done.value, done.step) == (3, "Everybody else here")
    desk.mark(session, desk.marta, Mark.ABSENT)
    assert desk.fraction(session) == "2 of 4"
    assert desk.workspace.perform(mark_unmarked, session).step is None


def test_many_at_once_are_one_step(desk: Desk) -> None:
    session = desk.session("2026-10-01T14:00")
    before = every_row(desk.workspace)
    marks = {desk.ama: Mark.PRESENT, desk.jonas: Mark.PRESENT, desk.leila: Mark.UNKNOWN}
    details = {desk.ama: MarkDetail(time(14, 3), 80.5, "teams")}
    assert desk.workspace.perform(mark_many, session, marks, details).step == "Mark 2 people"
    row = next(row for row in desk.marking(session).rows if row.person_id == desk.ama)
    assert (row.arrived_at, row.minutes) == (time(14, 3), 80.5)
    desk.workspace.undo()
    assert every_row(desk.workspace) == before


def test_a_hand_made_mark_keeps_minutes_only_while_here(desk: Desk) -> None:
    session = desk.session("2026-10-01T14:00")
    file = {desk.ama: MarkDetail(time(14, 3), 80.5, "teams")}
    desk.workspace.perform(mark_many, session, {desk.ama: Mark.PRESENT}, file)

    def ama() -> attendance_queries.MarkingRow:
        return next(row for row in desk.marking(session).rows if row.person_id == desk.ama)

    desk.mark(session, desk.ama, Mark.PRESENT)
    assert ama().arrived_at == time(14, 3)
    desk.mark(session, desk.ama, Mark.PART)
    assert (ama().arrived_at, ama().minutes) == (None, 80.5)
    desk.mark(session, desk.ama, Mark.ABSENT)
    assert ama().minutes is None


def test_guests_are_found_again_and_never_expected(desk: Desk) -> None:
    session = desk.session("2026-10-01T14:00")
    guest = desk.workspace.perform(guest_in, session, "  zoë Brandt ").value
    assert desk.workspace.perform(guest_in, session, "Zoe Brandt").value == guest
    found = desk.marking(session)
    assert (found.rate.fraction, found.guests) == ("0 of 4", 1)
    assert [row.name for row in found.rows if not row.is_expected] == ["zoë Brandt"]
    other = desk.session("2026-10-08T14:00")
    assert guest in {row.person_id for row in desk.marking(other).rows}


def test_a_guest_with_a_members_name_is_that_member(desk: Desk) -> None:
    session = desk.session("2026-10-01T14:00")
    done = desk.workspace.perform(guest_in, session, "ama boateng")
    assert (done.value, done.step) == (desk.ama, "ama boateng: here")


def test_two_of_the_name_are_never_chosen_between(desk: Desk) -> None:
    session = desk.session("2026-10-01T14:00")
    desk.join("Ama Boateng")
    with pytest.raises(DecisionNeeded, match="2 people are named Ama Boateng"):
        desk.workspace.perform(guest_in, session, "Ama Boateng")
    with pytest.raises(BadInput, match="needs a name"):
        desk.workspace.perform(guest_in, session, " ")


def test_a_head_count_alone_is_kept(desk: Desk) -> None:
    session = desk.session("2026-10-01T14:00")
    desk.workspace.perform(set_head_count, session, 14)
    (point,) = desk.workspace.read(attendance_queries.attendance_series, desk.community)
    assert (point.head_count, point.rate) == (14, None)
    words = desk.marking(session).head_count
    assert words is not None
    assert words.words == "14 counted, nobody named"
    assert desk.workspace.read(queries.session_rows, desk.community)[0].state is SessionState.HELD
    desk.workspace.perform(set_head_count, session, None)
    assert desk.marking(session).head_count is None


def test_clearing_is_one_step(desk: Desk) -> None:
    session = desk.session("2026-10-01T14:00")
    desk.workspace.perform(mark_unmarked, session)
    marked = every_row(desk.workspace)
    assert desk.workspace.perform(clear_marks, session).value == 4
    assert desk.fraction(session) == "0 of 4"
    desk.workspace.undo()
    assert every_row(desk.workspace) == marked


def test_somebody_who_is_not_there_is_said(desk: Desk) -> None:
    session = desk.session("2026-10-01T14:00")
    with pytest.raises(NotFound):
        desk.mark(session, 999, Mark.PRESENT)
    with pytest.raises(NotFound):
        desk.mark(999, desk.ama, Mark.PRESENT)


def test_the_series_leaves_out_what_has_no_rate(desk: Desk) -> None:
    held, off, to_come = (desk.session(f"2026-{day}T14:00") for day in ("09-17", "10-01", "10-15"))
    desk.mark(held, desk.ama, Mark.PRESENT)
    desk.mark(held, desk.leila, Mark.EXCUSED)
    desk.mark(off, desk.ama, Mark.PRESENT)
    desk.workspace.perform(cancel_session, off)
    desk.mark(to_come, desk.ama, Mark.EXCUSED)
    series = desk.workspace.read(attendance_queries.attendance_series, desk.community)
    assert [point.rate.fraction if point.rate else None for point in series] == [
        "1 of 4",
        None,
        None,
    ]
    assert [point.cancelled for point in series] == [False, True, False]


def test_standings_say_how_somebodys_coming_looks(desk: Desk) -> None:
    days = ["07-02", "07-16", "08-20", "09-03", "09-17", "10-01"]
    for index, day in enumerate(days):
        session = desk.session(f"2026-{day}T14:00")
        desk.mark(session, desk.ama, Mark.PRESENT)
        desk.mark(session, desk.jonas, Mark.PRESENT if index < 3 else Mark.ABSENT)
    newcomer = desk.join("New Person", date(2026, 10, 5))
    found = desk.workspace.read(attendance_queries.standings, desk.community, TODAY)
    assert found[desk.ama].chip.engagement is Engagement.REGULAR
    assert found[desk.jonas].chip.engagement is Engagement.DRIFTING
    assert found[desk.jonas].last_here == date(2026, 8, 20)
    assert found[desk.jonas].rate.fraction == "3 of 6"
    assert found[newcomer].strip == (None,) * 6
    assert found[newcomer].chip.engagement is Engagement.NEW


def test_the_grid_shows_each_cell_in_a_letter(desk: Desk) -> None:
    first, second = desk.session("2026-10-01T14:00"), desk.session("2026-10-15T14:00")
    newcomer = desk.join("New Person", date(2026, 10, 5))
    for person, mark in zip(
        desk.people, [Mark.PRESENT, Mark.PART, Mark.EXCUSED, Mark.ABSENT], strict=True
    ):
        desk.mark(first, person, mark)
    desk.mark(second, desk.leila, Mark.EXCUSED)
    grid = desk.workspace.read(grid_queries.attendance_grid, desk.community, TODAY)
    assert {row.person_id: row.cells for row in grid.rows} == {
        desk.ama: "P.",
        desk.jonas: "L.",
        desk.leila: "EE",
        desk.marta: "A.",
        newcomer: " .",
    }
    assert [column.rate.fraction if column.rate else None for column in grid.columns] == [
        "2 of 4",
        None,
    ]
    assert grid.overall.fraction == "2 of 4"
    rates = {row.person_id: row.rate.fraction for row in grid.rows}
    assert rates[newcomer] == "0 of 0"
    assert rates[desk.leila] == "0 of 1"


def test_the_grid_goes_by_department_then_name(desk: Desk) -> None:
    drafts = [
        PersonDraft(name="Zoe", department="Support"),
        PersonDraft(name="Bea", department="Operations"),
        PersonDraft(name="Anna", department="Support"),
    ]
    desk.workspace.perform(add_people, desk.community, drafts)
    grid = desk.workspace.read(grid_queries.attendance_grid, desk.community, TODAY)
    assert [row.name for row in grid.rows] == ["Anna", "Zoe", "Bea", *NAMES]


def test_a_session_over_and_never_marked_shows_not_known(desk: Desk) -> None:
    desk.session("2026-10-01T14:00")
    grid = desk.workspace.read(grid_queries.attendance_grid, desk.community, TODAY)
    assert {row.cells for row in grid.rows} == {"?"}
    assert grid.columns[0].rate is None


@settings(max_examples=10, deadline=None)
@given(st.data())
def test_a_stroke_in_the_grid_is_what_a_fresh_reading_shows(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    path = tmp_path_factory.mktemp("grid") / "w.fwb"
    with create_workspace(path, clock=CLOCK) as workspace:
        desk = Desk(workspace)
        first, second = desk.session("2026-09-17T14:00"), desk.session("2026-10-01T14:00")
        guest = workspace.perform(guest_in, first, "Zoe").value
        desk.mark(second, desk.ama, Mark.ABSENT)
        for _ in range(6):
            grid = workspace.read(grid_queries.attendance_grid, desk.community, TODAY)
            line = data.draw(st.integers(0, len(grid.rows) - 1))
            column = data.draw(st.integers(0, 1))
            mark = data.draw(st.sampled_from(list(Mark)))
            expected = with_mark(grid, line, column, mark)
            desk.mark((first, second)[column], grid.rows[line].person_id, mark)
            read = workspace.read(grid_queries.attendance_grid, desk.community, TODAY)
            if expected is not None:
                assert expected == read
            else:
                assert (
                    grid.rows[line].person_id == guest
                    or grid.columns[column].rate is None
                    or (read.columns[column].rate is None)
                )
