"""Reading attendance costs a row a session and a row a person, and says what plain SQL says."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import text
from sqlalchemy.orm import Session as Connection

from tests.factories import CLOCK, community_with
from tests.storage.session_rows import wall
from workbench.foundation.words import Mark
from workbench.sessions.actions import SessionDraft, add_session
from workbench.sessions.attendance_actions import guest_in, mark_many
from workbench.sessions.attendance_queries import attendance_series, records
from workbench.sessions.grid_queries import attendance_grid
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
