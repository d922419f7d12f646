"""The sample workspace on a real file: whole, the same each time, and as the pictures show it."""

import time
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session as Reading

from workbench.contributions.feed_queries import feed_rows
from workbench.contributions.promise_queries import promises
from workbench.foundation.errors import CannotSave
from workbench.foundation.words import ContributionKind, Mark, SessionState
from workbench.imports.sample import make_sample, sample_clock
from workbench.insights.people_queries import members
from workbench.models import Base
from workbench.models.communities import Community, Goal
from workbench.models.contributions import Contribution, ContributionReceiver
from workbench.models.rosters import Person
from workbench.models.sessions import AttendanceMark, Expected, Session
from workbench.rosters.queries import departments_of, member_count, roster
from workbench.sessions.queries import session_rows
from workbench.storage.workspace import Workspace, open_workspace

BRIDGES = 1
TODAY = date(2026, 10, 13)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("sample") / "bridges.fwb"
    make_sample(made)
    return made


@pytest.fixture
def workspace(path: Path) -> Iterator[Workspace]:
    with open_workspace(path, clock=sample_clock()) as opened:
        yield opened


RANDOM = {"key", "key_name"}


def contents(session: Reading) -> dict[str, Counter[Any]]:
    """Return every table as a multiset of rows, without the keys that are random on purpose."""
    return {
        table.name: Counter(
            session.execute(
                select(*[column for column in table.columns if column.name not in RANDOM])
            ).all()
        )
        for table in Base.metadata.sorted_tables
    }


def test_two_builds_hold_the_same(workspace: Workspace, tmp_path: Path) -> None:
    make_sample(tmp_path / "again.fwb")
    with open_workspace(tmp_path / "again.fwb") as again:
        second = again.read(contents)
    first = workspace.read(contents)
    assert [name for name in first if first[name] != second[name]] == []
    assert first["people"].total() == 48


def test_it_is_whole_and_has_nothing_to_undo(workspace: Workspace) -> None:
    assert workspace.check().problems == []
    assert workspace.undo_names == []
    assert not workspace.protected


def test_it_is_made_in_a_moment(tmp_path: Path) -> None:
    began = time.process_time()
    make_sample(tmp_path / "quick.fwb")
    assert time.process_time() - began < 2


def test_it_can_be_protected(tmp_path: Path) -> None:
    make_sample(tmp_path / "locked.fwb", "lamp otter seven quiet brook")
    with open_workspace(tmp_path / "locked.fwb", "lamp otter seven quiet brook") as opened:
        assert opened.protected


def test_a_file_that_is_there_stays(tmp_path: Path) -> None:
    there = tmp_path / "there.fwb"
    there.write_bytes(b"mine")
    with pytest.raises(CannotSave):
        make_sample(there)
    assert there.read_bytes() == b"mine"


def test_nothing_is_left_when_it_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ValueError("torn page")

    monkeypatch.setattr(Workspace, "perform", fail)
    with pytest.raises(ValueError, match="torn page"):
        make_sample(tmp_path / "half.fwb")
    assert list(tmp_path.iterdir()) == []


def test_communities_people_and_departments(workspace: Workspace) -> None:
    def read(session: Reading) -> tuple[list[str], int, int]:
        names = session.scalars(select(Community.name).order_by(Community.id)).all()
        return list(names), member_count(session, 1, TODAY), member_count(session, 2, TODAY)

    assert workspace.read(read) == (["Bridges", "Welcome circle"], 48, 0)
    rows = workspace.read(roster, BRIDGES, TODAY)
    in_departments = Counter(row.department.name for row in rows if row.department)
    assert list(in_departments.values()).count(0) == 0
    assert in_departments["Support"] == 12
    by_colour = {row.department.position: row.department.name for row in rows if row.department}
    assert [by_colour[number] for number in range(6)] == [
        "Support", "Operations", "Engineering", "Sales", "People", "Finance",
    ]  # fmt: skip


def test_hana_was_in_support_before(workspace: Workspace) -> None:
    def read(session: Reading) -> list[str]:
        hana = session.scalars(select(Person.id).where(Person.name == "Hana Novák")).one()
        days = (date(2026, 1, 1), TODAY)
        return [departments_of(session, [hana], day)[hana].name for day in days]

    assert workspace.read(read) == ["Support", "Engineering"]


def test_attendance_rates(workspace: Workspace) -> None:
    def read(session: Reading) -> list[tuple[int, int]]:
        came = AttendanceMark.mark.in_([Mark.PRESENT, Mark.PART])
        expected = Counter(session.scalars(select(Expected.session_id)))
        here = Counter(session.scalars(select(AttendanceMark.session_id).where(came)))
        held = select(Session.id).where(Session.state == SessionState.HELD)
        numbers = session.scalars(held.order_by(Session.starts_at))
        return [(here[number], expected[number]) for number in numbers]

    rates = workspace.read(read)
    assert len(rates) == 16
    assert (rates[0], rates[12], rates[15]) == ((27, 34), (20, 44), (30, 48))


def test_contributions_and_help(workspace: Workspace) -> None:
    def read(session: Reading) -> tuple[int, int, int]:
        every = session.scalar(select(func.count(Contribution.id))) or 0
        helped = session.scalar(
            select(func.count(Contribution.id)).where(Contribution.kind == ContributionKind.HELP)
        )
        received = session.scalar(select(func.count()).select_from(ContributionReceiver))
        return every, helped or 0, received or 0

    assert workspace.read(read) == (349, 59, 59)


def test_goals_point_at_what_they_measure(workspace: Workspace) -> None:
    def read(session: Reading) -> list[str]:
        goals = select(Goal.measure).where(Goal.community_id == BRIDGES).order_by(Goal.position)
        return list(session.scalars(goals))

    assert workspace.read(read) == [
        "figure:1",
        "instrument:safety-pulse",
        "help across",
        "figure:2",
    ]


def test_pages_read_what_the_pictures_show(workspace: Workspace) -> None:
    chips = Counter(
        row.chip.engagement.value for row in workspace.read(members, BRIDGES, TODAY) if row.chip
    )
    assert chips == {"Regular": 25, "Occasional": 11, "Drifting": 8, "New": 4}
    newest = workspace.read(feed_rows, BRIDGES)[0]
    assert newest.text == "Showed how to tag damage photos so testers can find them"
    follow_ups = workspace.read(promises, BRIDGES, TODAY, only_open=True)
    assert len(follow_ups) == 9
    assert (follow_ups[0].text, follow_ups[0].late) == (
        "Send the Engineering notes to the 18 who missed 1 Oct", 5,
    )  # fmt: skip
    planned = workspace.read(session_rows, BRIDGES)[-4:]
    assert [row.agenda.words for row in planned] == [
        "95 of 90 min", "40 of 90 min", "No agenda yet", "No agenda yet",
    ]  # fmt: skip
