"""Participation read from real files: the sample against plain SQL, and an empty community."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session as Connection

from tests.factories import CLOCK, make_community
from workbench.imports.sample import make_sample, sample_clock
from workbench.insights.participation_queries import participation
from workbench.reports.participation_charts import flow_chart, staying_chart
from workbench.storage.workspace import Workspace, create_workspace, open_workspace

BRIDGES, TODAY = 1, date(2026, 10, 13)

MEMBERS = """
    SELECT count(DISTINCT person_id) FROM memberships WHERE community_id = 1 AND role <> 'guest'
    AND (joined_on IS NULL OR joined_on <= :on) AND (left_on IS NULL OR left_on >= :on)
"""
GAVE = """
    SELECT count(DISTINCT giver_id) FROM contributions JOIN memberships
    ON person_id = giver_id AND memberships.community_id = contributions.community_id
    WHERE contributions.community_id = 1 AND role <> 'guest' AND given_on BETWEEN :first AND :on
    AND (joined_on IS NULL OR joined_on <= :on) AND (left_on IS NULL OR left_on >= :on)
"""


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    path = tmp_path_factory.mktemp("participation") / "bridges.fwb"
    make_sample(path)
    with open_workspace(path, clock=sample_clock()) as opened:
        yield opened


def test_members_and_givers_are_those_of_plain_sql(sample: Workspace) -> None:
    found = sample.read(participation, BRIDGES, TODAY)

    def counted(connection: Connection, first: date, on: date) -> tuple[int, int]:
        days = {"first": first, "on": on}
        members = connection.scalar(text(MEMBERS), {"on": on})
        return members, connection.scalar(text(GAVE), days)

    assert len(found.flow) == 10
    for one, given in zip(found.flow, found.given.months, strict=True):
        last = min(TODAY, date(2026, one.month.month + 1, 1).fromordinal(
            date(2026, one.month.month + 1, 1).toordinal() - 1))  # fmt: skip
        members, gave = sample.read(counted, one.month, last)
        assert (one.members, given.members, given.gave) == (members, members, gave)
    assert sum(one.given for one in found.given.months) == sample.read(
        lambda connection: connection.scalar(text("SELECT count(*) FROM contributions"))
    )


def test_a_period_begins_with_the_month_of_its_first_day(sample: Workspace) -> None:
    found = sample.read(participation, BRIDGES, TODAY, date(2026, 8, 20))
    assert [one.month for one in found.flow] == [
        date(2026, 8, 1), date(2026, 9, 1), date(2026, 10, 1),
    ]  # fmt: skip
    assert [one.label for one in found.across] == ["Q3 2026", "Q4 2026"]
    assert len(found.retention.cohorts) == 4, "who stays is told over all cohorts"


def test_a_community_of_nobody_is_empty(tmp_path: Path) -> None:
    with create_workspace(tmp_path / "w.fwb", clock=CLOCK) as file:
        file.perform(make_community)
        found = file.read(participation, 1, TODAY)
    assert found.empty
    assert found.across == ()
    assert staying_chart(found.retention) is None
    assert flow_chart(found.flow).rows[-1][1:] == ("0",) * 5


def test_nobody_is_named_in_words_or_tables(sample: Workspace) -> None:
    from workbench.ui.insights.participation_cards import shown

    told = shown(sample.read(participation, BRIDGES, TODAY))
    said = [told.words, *(cell for chart in told.charts for row in chart.rows for cell in row)]
    said += [line for _, lines in told.told for line in lines]
    names = sample.read(lambda c: c.scalars(text("SELECT name FROM people")).all())
    assert names
    assert not [name for name in names if any(name in line for line in said)]
    departments = sample.read(lambda c: c.scalars(text("SELECT name FROM departments")).all())
    assert not [name for name in departments if name in told.words], "what is copied counts them"
