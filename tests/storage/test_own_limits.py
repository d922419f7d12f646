"""The facilitator's own limits of a file: engagement chips and the smallest group shown."""

from datetime import date, datetime

import pytest

from tests.factories import CLOCK, community_with
from workbench.foundation.errors import BadInput
from workbench.foundation.words import Mark
from workbench.insights.people_queries import members
from workbench.reports.prints.print_queries import five_minutes_of
from workbench.sessions.actions import SessionDraft, add_session
from workbench.sessions.attendance_actions import mark_attendance
from workbench.sessions.attendance_queries import standings
from workbench.sessions.engagement import USUAL, Engagement, Thresholds
from workbench.sessions.threshold_actions import set_thresholds
from workbench.sessions.threshold_queries import engagement_thresholds
from workbench.storage.workspace import Workspace
from workbench.surveys import queries
from workbench.surveys.actions import take_wave
from workbench.surveys.answers import AnswerSheet
from workbench.surveys.asking_actions import open_wave, plan_wave
from workbench.surveys.usual_actions import set_usual_minimum
from workbench.surveys.usual_queries import usual_minimum
from workbench.surveys.wave_rules import WavePlan
from workbench.ui.home.home_reads import read_today

MARKS = (Mark.PRESENT, Mark.PRESENT, Mark.PRESENT, Mark.ABSENT, Mark.ABSENT)


@pytest.fixture
def ana(workspace: Workspace) -> tuple[int, int]:
    """A community whose member came three times and then missed two; their numbers."""
    community, person = community_with(workspace, "Ana Berg", joined_on=date(2026, 1, 1))
    for month, mark in enumerate(MARKS, 1):
        draft = SessionDraft(title=f"{month}", starts=datetime(2026, month, 5, 14), minutes=60)
        session = workspace.perform(add_session, community, draft).value
        workspace.perform(mark_attendance, session, person, mark)
    return community, person


def test_chips_follow_the_thresholds_of_the_file_everywhere(
    workspace: Workspace, ana: tuple[int, int]
) -> None:
    community, person = ana
    today = CLOCK.today()

    def chip() -> set[Engagement]:
        (row,) = workspace.read(members, community, today)
        assert row.chip is not None
        return {workspace.read(standings, community, today)[person].chip.engagement,
                row.chip.engagement}  # fmt: skip

    assert chip() == {Engagement.OCCASIONAL}
    assert not read_today(workspace, community).quiet.rows
    workspace.perform(set_thresholds, Thresholds(missed_to_drift=2))
    assert chip() == {Engagement.DRIFTING}
    assert len(read_today(workspace, community).quiet.rows) == 1
    workspace.perform(set_thresholds, Thresholds(regular_from=0.5))
    assert chip() == {Engagement.REGULAR}
    workspace.undo()
    assert chip() == {Engagement.DRIFTING}
    workspace.perform(set_thresholds, USUAL)
    assert workspace.read(engagement_thresholds) == USUAL


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        (Thresholds(look_back=2), "look_back"),
        (Thresholds(new_within=-1), "new_within"),
        (Thresholds(missed_to_drift=1), "missed_to_drift"),
        (Thresholds(regular_from=1.2), "regular_percent"),
    ],
)
def test_thresholds_that_make_no_sense_are_refused(
    workspace: Workspace, wrong: Thresholds, field: str
) -> None:
    with pytest.raises(BadInput) as problem:
        workspace.perform(set_thresholds, wrong)
    assert problem.value.field == field


def test_the_smallest_group_holds_for_waves_opened_from_now_on(workspace: Workspace) -> None:
    early = workspace.perform(plan_wave, 1, "ucla-3", WavePlan("Early")).value
    workspace.perform(open_wave, early)
    waiting = workspace.perform(plan_wave, 1, "loneliness-pulse", WavePlan("Waiting")).value
    workspace.perform(set_usual_minimum, 8)
    assert workspace.read(queries.wave_row, early).minimum_group == 5
    workspace.perform(open_wave, waiting)
    assert workspace.read(queries.wave_row, waiting).minimum_group == 8
    later = workspace.perform(plan_wave, 1, "safety-pulse", WavePlan("Later")).value
    assert workspace.read(queries.wave_row, later).minimum_group == 8
    more = WavePlan("More", minimum_group=12)
    asked = workspace.perform(plan_wave, 1, "djg-6", more).value
    assert workspace.read(queries.wave_row, asked).minimum_group == 12


def test_an_imported_wave_keeps_to_it(workspace: Workspace) -> None:
    workspace.perform(set_usual_minimum, 8)
    sheets = [AnswerSheet((1 + n % 3, 1 + n % 2, 1 + (n + 1) % 3)) for n in range(6)]
    wave = workspace.perform(take_wave, 1, "ucla-3", "March", date(2026, 3, 24), sheets).value
    figures = workspace.read(queries.wave_result, wave).figures
    assert (figures.minimum_group, figures.suppressed) == (8, True)


@pytest.mark.parametrize("wrong", [4, 0, 51])
def test_the_smallest_group_is_never_below_five(workspace: Workspace, wrong: int) -> None:
    with pytest.raises(BadInput):
        workspace.perform(set_usual_minimum, wrong)
    assert workspace.read(usual_minimum) == 5


def test_the_five_minute_brief_knows_how_long_somebody_is_new(
    workspace: Workspace, ana: tuple[int, int]
) -> None:
    draft = SessionDraft(title="Next", starts=datetime(2026, 10, 15, 14), minutes=60)
    session = workspace.perform(add_session, ana[0], draft).value

    def new() -> list[str]:
        brief = workspace.read(five_minutes_of, session, CLOCK.today())
        return [line.lead for part in brief.parts if part.key == "new" for line in part.lines]

    assert new() == []
    workspace.perform(set_thresholds, Thresholds(new_within=6))
    assert new() == ["Ana Berg"]
