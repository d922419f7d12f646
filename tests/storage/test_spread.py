from datetime import date
from pathlib import Path

import pytest

from workbench.contributions.feed_queries import feed_rows
from workbench.contributions.rules import FeedFilter
from workbench.foundation.text import fold
from workbench.foundation.words import ContributionKind as Kind
from workbench.foundation.words import Role
from workbench.imports.sample import make_sample
from workbench.insights.giving_queries import giving
from workbench.insights.spread_queries import spread_of
from workbench.rosters.actions import leave_community
from workbench.rosters.queries import roster
from workbench.storage.workspace import Workspace, open_workspace

TODAY = date(2026, 10, 13)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("spread") / "sample.fwb"
    make_sample(path)
    return path


def by_hand(file: Workspace, kind: Kind | None, since: date | None) -> dict[str, tuple[int, int]]:
    rows = file.read(feed_rows, 1, FeedFilter(kind=kind, since=since, until=TODAY))
    gave = {row.giver.id for row in rows}
    found: dict[str, tuple[int, int]] = {}
    for one in file.read(roster, 1, TODAY):
        if one.role is not Role.GUEST and one.department:
            before = found.get(one.department.name, (0, 0))
            found[one.department.name] = (before[0] + (one.person_id in gave), before[1] + 1)
    return found


@pytest.mark.parametrize("kind", [None, Kind.HELP])
def test_the_sample_by_department_as_counted_by_hand(sample: Path, kind: Kind | None) -> None:
    with open_workspace(sample) as file:
        found = file.read(spread_of, 1, TODAY, None, [], kind)

        counted = by_hand(file, kind, None)
        for part in found.departments:
            if part.name in counted:
                assert (part.gave, part.people) == counted[part.name]
        assert sum(part.people for part in found.departments) + found.left_out == 48
        assert found.whole.people == 48
        assert found.hosts == sum(one.role is Role.CO_HOST for one in file.read(roster, 1, TODAY))


def test_what_stands_round_the_feed_may_be_of_one_kind(sample: Path) -> None:
    with open_workspace(sample) as file:
        everything = file.read(giving, 1, TODAY)
        help_alone = file.read(giving, 1, TODAY, Kind.HELP)

    assert help_alone.spread.whole.given < everything.spread.whole.given
    assert help_alone.spread.whole.of == "over help alone"
    assert everything.since == date(2026, 5, 14)
    assert everything.spread.newcomers == help_alone.spread.newcomers or (
        help_alone.spread.newcomers.gave <= everything.spread.newcomers.gave
    )


def test_who_left_stays_in_the_list_of_people_to_filter_by(sample: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.fwb"
    copy.write_bytes(sample.read_bytes())
    with open_workspace(copy) as file:
        hana = next(one for one in file.read(roster, 1, TODAY) if one.name == "Hana Novák")
        file.perform(leave_community, 1, hana.person_id, date(2026, 10, 2))

        found = file.read(giving, 1, TODAY)

        assert "Hana Novák" in [one.name for one in found.named]
        assert "Hana Novák" not in [one.name for one in found.words.people]
        assert list(found.named) == sorted(found.named, key=lambda one: fold(one.name))
