"""Reading attendance costs a row a session and a row a person, and says what plain SQL says."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import text
from sqlalchemy.orm import Session as Connection

from tests.factories import CLOCK, community_with
from tests.storage.session_rows import wall
from workbench.foundation.words import Mark
from workbench.insights.people_queries import members
from workbench.sessions.actions import SessionDraft, add_session
from workbench.sessions.attendance_actions import MarkDetail, guest_in, mark_many
from workbench.sessions.attendance_queries import attendance_series, marks_of, records
from workbench.sessions.attendance_rules import histories, history
from workbench.sessions.grid_queries import attendance_grid
from workbench.sessions.queries import session_rows
from workbench.sessions.rooms_queries import on_screen
from workbench.storage.unit_of_work import Work, action
from workbench.storage.workspace import Workspace, create_workspace

TODAY = CLOCK.today()


def filled(workspace: Workspace, people: int, sessions: int) -> int:
    community, *members = community_with(workspace, *(f"Ana{n}" for n in range(people)))
    for number in range(sessions):
        draft = SessionDraft(title="Talk", starts=wall(f"2026-09-{number + 1:02}T14:00"))
        session = workspace.perform(add_session, community, draft).value
        marks = {person: list(Mark)[(person + number) % 4] for person in members if person % 7}
        workspace.perform(mark_many, session, marks)
    return community


class Rows:
    """Counts the rows that SQLite hands over."""

    def __init__(self, connection: Connection) -> None:
        self.count = 0
        driver: Any = connection.connection().connection.dbapi_connection
        self._driver = driver
        driver.row_factory = self._note

    def _note(self, _cursor: Any, row: Any) -> Any:
        self.count += 1
        return row

    def stop(self) -> int:
        self._driver.row_factory = None
        return self.count


def rows_read(connection: Connection, community: int) -> int:
    rows = Rows(connection)
    attendance_grid(connection, community, TODAY)
    return rows.stop()


def test_no_row_is_read_for_a_cell(workspace: Workspace) -> None:
    people, sessions = 60, 20
    community = filled(workspace, people, sessions)
    read = workspace.read(rows_read, community)
    assert sessions < read < 3 * (people + sessions) < people * sessions / 4, read


_BY_SESSION = """
    SELECT s.id,
        sum(coalesce(m.mark IN ('present', 'part'), 0)), count(*)
    FROM sessions s
    JOIN expected e ON e.session_id = s.id
    LEFT JOIN attendance_marks m ON m.session_id = s.id AND m.person_id = e.person_id
    WHERE s.state != 'cancelled' AND EXISTS (
        SELECT 1 FROM attendance_marks t
        WHERE t.session_id = s.id AND t.mark IN ('present', 'part', 'absent'))
    GROUP BY s.id
"""
_BY_PERSON = _BY_SESSION.replace("SELECT s.id", "SELECT e.person_id", 1).replace(
    "GROUP BY s.id", "GROUP BY e.person_id"
)


def plain(connection: Connection, statement: str) -> dict[int, tuple[int, int]]:
    return {row[0]: (row[1], row[2]) for row in connection.execute(text(statement))}


@action("Marks by chance")
def by_chance(work: Work, session: int, marks: dict[int, Mark], *, guest: bool) -> None:
    mark_many(work, session, marks)
    if guest:
        guest_in(work, session, "Kim Guest")


@settings(max_examples=15)
@given(data=st.data())
def test_rates_are_those_of_plain_sql(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    path = tmp_path_factory.mktemp("rates") / "w.fwb"
    with create_workspace(path, clock=CLOCK) as workspace:
        community, *people = community_with(workspace, "Ama", "Bo", "Cem", "Dee")
        for number in range(data.draw(st.integers(1, 4))):
            draft = SessionDraft(title="Talk", starts=wall(f"2026-09-{number + 1:02}T14:00"))
            session = workspace.perform(add_session, community, draft).value
            marks = data.draw(st.dictionaries(st.sampled_from(people), st.sampled_from(list(Mark))))
            workspace.perform(by_chance, session, marks, guest=data.draw(st.booleans()))
        grid = workspace.read(attendance_grid, community, TODAY)
        series = workspace.read(attendance_series, community)
        by_session = workspace.read(plain, _BY_SESSION)
        by_person = workspace.read(plain, _BY_PERSON)
        every = workspace.read(records, community)
    heads = {c.session_id: (c.rate.here, c.rate.expected) for c in grid.columns if c.rate}
    assert heads == by_session
    assert {p.session_id: (p.rate.here, p.rate.expected) for p in series if p.rate} == by_session
    rows = {r.person_id: (r.rate.here, r.rate.expected) for r in grid.rows if r.rate.expected}
    assert rows == by_person
    assert grid.overall.here == sum(here for here, _ in by_session.values())
    assert {record.session for record in every if record.counts} == by_session.keys()


_CAME = """
    SELECT s.id, count(*), count(e.person_id) FROM sessions s
    JOIN attendance_marks m ON m.session_id = s.id AND m.mark IN ('present', 'part')
    LEFT JOIN expected e ON e.session_id = s.id AND e.person_id = m.person_id
    GROUP BY s.id
"""
_LATEST = """
    SELECT m.person_id, s.starts_at, m.source FROM attendance_marks m
    JOIN sessions s ON s.id = m.session_id AND s.starts_at < '2026-10-01'
    WHERE m.mark IN ('present', 'part') ORDER BY s.starts_at, s.id
"""
_MARKS = "SELECT session_id, person_id, mark FROM attendance_marks"


def rows_of(connection: Connection, statement: str) -> list[Any]:
    return list(connection.execute(text(statement)))


def lists_agree(workspace: Workspace, community: int) -> None:
    rows = workspace.read(session_rows, community)
    came = workspace.read(plain, _CAME)
    assert {r.id: r.here or 0 for r in rows} == {r.id: came.get(r.id, (0, 0))[1] for r in rows}
    latest = workspace.read(rows_of, _LATEST)
    days = {row[0]: date.fromisoformat(row[1][:10]) for row in latest}
    shown = workspace.read(members, community, TODAY)
    assert [one.last_here for one in shown] == [days.get(one.roster.person_id) for one in shown]
    online = {person for person, source in {r[0]: r[2] for r in latest}.items() if source}
    draft = SessionDraft(title="Next", starts=wall("2026-10-01T14:00"))
    coming = workspace.perform(add_session, community, draft).value
    assert workspace.read(on_screen, coming) == online


def windows_agree(workspace: Workspace, community: int, first: date, last: date) -> None:
    every = workspace.read(records, community)
    window = workspace.read(records, community, first, last)
    assert window == [record for record in every if first <= record.on <= last]
    plainly: dict[int, dict[int, str]] = {}
    for session, person, mark in workspace.read(rows_of, _MARKS):
        if session in {record.session for record in window}:
            plainly.setdefault(session, {})[person] = mark
    assert workspace.read(marks_of, community, first, last) == plainly
    listed = {person for record in every for person in record.expected}
    told = {person: own for person in listed if (own := history(person, every))}
    assert histories(every) == told


@settings(max_examples=15)
@given(data=st.data())
def test_lists_and_windows_say_what_plain_sql_says(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    path = tmp_path_factory.mktemp("lists") / "w.fwb"
    days = st.integers(1, 9)
    with create_workspace(path, clock=CLOCK) as workspace:
        community, *people = community_with(workspace, "Ama", "Bo", "Cem", "Dee")
        for day in data.draw(st.lists(days, min_size=1, max_size=5)):
            draft = SessionDraft(title="Talk", starts=wall(f"2026-09-{day:02}T14:00"))
            session = workspace.perform(add_session, community, draft).value
            marks = data.draw(st.dictionaries(st.sampled_from(people), st.sampled_from(list(Mark))))
            source = MarkDetail(source=data.draw(st.sampled_from(["", "teams"])))
            workspace.perform(mark_many, session, marks, dict.fromkeys(marks, source))
            if data.draw(st.booleans()):
                workspace.perform(guest_in, session, "Kim Guest")
        lists_agree(workspace, community)
        first, last = sorted((data.draw(days), data.draw(days)))
        windows_agree(workspace, community, date(2026, 9, first), date(2026, 9, last))
