"""Which days count as usual: fixed with a reason, replaced, let go, undone, and read by charts."""

from datetime import date, timedelta

import pytest

from tests.factories import CLOCK
from workbench.communities.actions import create_community
from workbench.communities.usual_range_actions import freeze_usual_range, release_usual_range
from workbench.communities.usual_range_queries import usual_ranges
from workbench.communities.usual_range_rules import UsualRangeDraft
from workbench.foundation.errors import BadInput, NotFound
from workbench.foundation.words import ChartSeries
from workbench.insights.measure_queries import measures
from workbench.storage.workspace import Workspace
from workbench.surveys.actions import take_wave
from workbench.surveys.answers import AnswerSheet

START = date(2025, 1, 7)
DRAFT = UsualRangeDraft(
    series=ChartSeries.LONELINESS,
    first_on=START + timedelta(days=300),
    last_on=START + timedelta(days=600),
    reason=" The teams moved together. ",
)


@pytest.fixture
def community(workspace: Workspace) -> int:
    return workspace.perform(create_community, "Bridges", founded_on=None).value


def take_waves(workspace: Workspace, community: int, many: int) -> None:
    for at in range(many):
        codes = [1, 2, 3, 2, 1, 2, 3, 1, 2, 3 if at % 2 else 1]
        taken = [AnswerSheet((code, code, code)) for code in codes]
        on = START + timedelta(days=50 * at)
        workspace.perform(take_wave, community, "loneliness-pulse", f"Wave {at}", on, taken)


def test_a_range_is_fixed_with_a_reason_and_taken_back(
    workspace: Workspace, community: int
) -> None:
    workspace.perform(freeze_usual_range, community, DRAFT)
    (kept,) = workspace.read(usual_ranges, community).values()
    assert (kept.first_on, kept.last_on) == (DRAFT.first_on, DRAFT.last_on)
    assert kept.reason == "The teams moved together."
    assert kept.set_on == CLOCK.today()
    workspace.undo()
    assert workspace.read(usual_ranges, community) == {}


def test_another_range_takes_the_place_of_the_first(workspace: Workspace, community: int) -> None:
    workspace.perform(freeze_usual_range, community, DRAFT)
    later = UsualRangeDraft(
        series=DRAFT.series, first_on=START, last_on=START, reason="Counted anew."
    )
    workspace.perform(freeze_usual_range, community, later)
    found = workspace.read(usual_ranges, community)
    assert [one.reason for one in found.values()] == ["Counted anew."]
    workspace.perform(release_usual_range, community, DRAFT.series)
    assert workspace.read(usual_ranges, community) == {}
    with pytest.raises(NotFound):
        workspace.perform(release_usual_range, community, DRAFT.series)
    workspace.undo()
    workspace.undo()
    assert workspace.read(usual_ranges, community)[DRAFT.series].first_on == DRAFT.first_on


@pytest.mark.parametrize(
    ("draft", "field"),
    [
        (UsualRangeDraft(series=DRAFT.series, first_on=START, last_on=START, reason=" "), "reason"),
        (
            UsualRangeDraft(
                series=DRAFT.series, first_on=START, last_on=date(2024, 1, 1), reason="Why not"
            ),
            "last_on",
        ),
        (
            UsualRangeDraft(
                series=ChartSeries.FIGURE, first_on=START, last_on=START, reason="Why not"
            ),
            "series",
        ),
        (
            UsualRangeDraft(
                series=DRAFT.series, first_on=START, last_on=START, reason="long " * 99
            ),
            "reason",
        ),
    ],
)
def test_a_range_that_makes_no_sense_is_refused(
    workspace: Workspace, community: int, draft: UsualRangeDraft, field: str
) -> None:
    with pytest.raises(BadInput) as no:
        workspace.perform(freeze_usual_range, community, draft)
    assert no.value.field == field
    assert workspace.read(usual_ranges, community) == {}


def test_no_community_no_range(workspace: Workspace) -> None:
    with pytest.raises(NotFound):
        workspace.perform(freeze_usual_range, 99, DRAFT)


def test_the_limits_of_waves_come_from_the_days_that_were_fixed(
    workspace: Workspace, community: int
) -> None:
    take_waves(workspace, community, 13)
    (before,) = workspace.read(measures, community, CLOCK.today())
    workspace.perform(freeze_usual_range, community, DRAFT)
    (after,) = workspace.read(measures, community, CLOCK.today())

    assert before.limits is not None
    assert after.limits is not None
    assert (before.limits.baseline.chosen, before.limits.baseline.first_on) == (False, START)
    assert after.limits.baseline.chosen
    assert after.limits.baseline.first_on == DRAFT.first_on
    assert after.limits.baseline.waves == 7
