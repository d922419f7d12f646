"""Waves on a real file: planned, opened, filled in rounds, closed once, frozen, deleted."""

from datetime import date

import msgspec
import pytest
from sqlalchemy import text

from workbench.foundation.errors import BadInput, NotFound, UserFixable
from workbench.foundation.words import WaveState
from workbench.storage.unit_of_work import Work, action
from workbench.storage.workspace import Workspace
from workbench.surveys import queries
from workbench.surveys.actions import close_wave, delete_wave, take_wave
from workbench.surveys.answer_actions import add_answers
from workbench.surveys.answers import AnswerSheet
from workbench.surveys.asking_actions import open_wave, plan_wave
from workbench.surveys.closing import close_for_good, delete_for_good
from workbench.surveys.instrument_actions import keep_instrument
from workbench.surveys.instruments import load_instrument
from workbench.surveys.wave_rules import WavePlan

COMMUNITY = 7
MARCH, JUNE = date(2026, 3, 24), date(2026, 6, 16)


def rounds(many: int, shift: int = 0) -> list[AnswerSheet]:
    return [
        AnswerSheet(tuple((n * k + n // 3 + shift) % 3 + 1 for k in (1, 2, 5)), "ABC"[n % 3])
        for n in range(many)
    ]


def taken(workspace: Workspace, label: str, day: date, sheets: list[AnswerSheet]) -> int:
    return workspace.perform(take_wave, COMMUNITY, "ucla-3", label, day, sheets).value


def opened(workspace: Workspace, plan: WavePlan | None = None) -> int:
    plan = plan or WavePlan(" May  ", invited=30)
    wave_id = workspace.perform(plan_wave, COMMUNITY, "ucla-3", plan).value
    workspace.perform(open_wave, wave_id)
    return wave_id


def test_a_wave_from_plan_to_frozen_figures(workspace: Workspace) -> None:
    wave_id = opened(workspace)
    assert workspace.perform(add_answers, wave_id, rounds(6)).value == 6
    assert workspace.perform(add_answers, wave_id, rounds(7, 1)).value == 13
    row = workspace.read(queries.wave_row, wave_id)
    assert (row.label, row.state, row.answered) == ("May", WaveState.OPEN, 13)
    assert row.opened_on == date(2026, 10, 13)
    assert workspace.read(queries.wave_results, COMMUNITY, "ucla-3") == []
    done = close_for_good(workspace, wave_id)
    assert done.topics == {"surveys"}
    (result,) = workspace.read(queries.wave_results, COMMUNITY, "ucla-3")
    assert (result.wave.state, result.wave.closed_on) == (WaveState.CLOSED, date(2026, 10, 13))
    assert (result.figures.n, result.figures.invited) == (13, 30)
    assert result.wave.answered is None
    assert result.instrument == load_instrument("ucla-3")


def test_a_closed_wave_never_opens_or_takes_answers_again(workspace: Workspace) -> None:
    wave_id = taken(workspace, "March", MARCH, rounds(9))
    for attempt in (
        lambda: workspace.perform(open_wave, wave_id),
        lambda: workspace.perform(close_wave, wave_id),
        lambda: workspace.perform(add_answers, wave_id, rounds(9, 2)),
    ):
        with pytest.raises(BadInput, match="March"):
            attempt()


def test_results_read_the_frozen_figures_and_not_the_answers(workspace: Workspace) -> None:
    wave_id = taken(workspace, "March", MARCH, rounds(9))
    before = workspace.read(queries.wave_results, COMMUNITY, "ucla-3")
    workspace.perform(run, "DELETE FROM answer_sheets")
    assert workspace.read(queries.wave_results, COMMUNITY, "ucla-3") == before
    workspace.perform(run, "UPDATE frozen_figures SET figures = replace(figures, '9', '8')")
    with pytest.raises(UserFixable, match="not the ones that were frozen"):
        workspace.read(queries.wave_results, COMMUNITY, "ucla-3")
    assert workspace.read(queries.wave_row, wave_id).label == "March"


def test_the_same_name_or_day_is_refused_in_words(workspace: Workspace) -> None:
    taken(workspace, "March", MARCH, rounds(9))
    with pytest.raises(BadInput, match="already has a wave called march"):
        taken(workspace, "march", JUNE, rounds(12, 1))
    with pytest.raises(BadInput, match="24 March 2026"):
        taken(workspace, "June", MARCH, rounds(12, 1))
    with pytest.raises(BadInput, match="already has a wave called March"):
        workspace.perform(plan_wave, COMMUNITY, "ucla-3", WavePlan("March"))
    other = workspace.perform(take_wave, COMMUNITY + 1, "ucla-3", "March", MARCH, rounds(15)).value
    assert workspace.read(queries.wave_row, other).community_id == COMMUNITY + 1
    assert [row.label for row in workspace.read(queries.waves, COMMUNITY)] == ["March"]


def test_a_late_answer_cannot_be_found_out_by_taking_the_wave_in_again(
    workspace: Workspace,
) -> None:
    taken(workspace, "March", MARCH, rounds(9))
    late = AnswerSheet((3, 3, 1))
    with pytest.raises(BadInput, match="closed wave March"):
        taken(workspace, "March again", JUNE, [*rounds(9), late])
    with pytest.raises(BadInput, match="closed wave March"):
        taken(workspace, "March again", JUNE, rounds(8))
    taken(workspace, "June", JUNE, rounds(9, 1))


def test_a_late_answer_is_found_in_another_community_too(workspace: Workspace) -> None:
    taken(workspace, "March", MARCH, rounds(9))
    more = [*rounds(9), AnswerSheet((3, 3, 1))]
    with pytest.raises(BadInput, match="closed wave March"):
        workspace.perform(take_wave, COMMUNITY + 1, "ucla-3", "Spring", JUNE, more)


def test_a_wave_that_will_not_be_shown_gives_nobody_away(workspace: Workspace) -> None:
    taken(workspace, "March", MARCH, rounds(8))
    taken(workspace, "June", JUNE, rounds(4))
    march, june = workspace.read(queries.wave_results, COMMUNITY, "ucla-3")
    assert not march.figures.suppressed
    assert june.figures.suppressed


def test_a_wave_below_the_minimum_says_nothing(workspace: Workspace) -> None:
    taken(workspace, "March", MARCH, rounds(4))
    (result,) = workspace.read(queries.wave_results, COMMUNITY, "ucla-3")
    assert result.figures.suppressed
    assert result.figures.n is None


def test_more_answers_than_people_and_small_rounds_are_refused(workspace: Workspace) -> None:
    wave_id = opened(workspace, WavePlan("May", invited=8))
    with pytest.raises(BadInput, match="fewer than 5 answers is not stored"):
        workspace.perform(add_answers, wave_id, [*rounds(4), AnswerSheet((None, None, None))])
    with pytest.raises(BadInput, match="9 people answered, but only 8"):
        workspace.perform(add_answers, wave_id, rounds(9))
    with pytest.raises(BadInput, match="More people answered, but only 2"):
        workspace.perform(
            take_wave, COMMUNITY, "uls-8", "May", MARCH, [AnswerSheet((1,) * 8)] * 3, invited=2
        )
    assert workspace.read(queries.wave_row, wave_id).answered == 0
    assert len(workspace.read(queries.waves, COMMUNITY)) == 1


def test_one_wave_of_a_questionnaire_is_open_at_a_time(workspace: Workspace) -> None:
    opened(workspace)
    other = workspace.perform(plan_wave, COMMUNITY, "ucla-3", WavePlan("June")).value
    with pytest.raises(BadInput, match=r"May of UCLA.* is still open"):
        workspace.perform(open_wave, other)
    pulse = workspace.perform(plan_wave, COMMUNITY, "safety-pulse", WavePlan("June")).value
    workspace.perform(open_wave, pulse)


def test_taking_in_fills_the_open_wave_of_that_name(workspace: Workspace) -> None:
    wave_id = opened(workspace, WavePlan("May", invited=30, minimum_group=7))
    workspace.perform(add_answers, wave_id, rounds(7))
    assert taken(workspace, "may", JUNE, rounds(8, 1)) == wave_id
    (result,) = workspace.read(queries.wave_results, COMMUNITY, "ucla-3")
    assert (result.figures.n, result.figures.minimum_group) == (15, 7)


@pytest.mark.parametrize(
    ("plan", "words"),
    [
        (WavePlan("  "), "no name"),
        (WavePlan("May", minimum_group=4), "cannot be 4"),
        (WavePlan("May", invited=0), "0 people"),
        (WavePlan("May", change_that_matters=0), "above 0"),
    ],
)
def test_a_plan_that_cannot_be_is_refused(workspace: Workspace, plan: WavePlan, words: str) -> None:
    with pytest.raises(BadInput, match=words):
        workspace.perform(plan_wave, COMMUNITY, "ucla-3", plan)


def test_unknown_questionnaires_and_waves(workspace: Workspace) -> None:
    with pytest.raises(NotFound, match="no questionnaire"):
        workspace.perform(plan_wave, COMMUNITY, "mbti", WavePlan("May"))
    with pytest.raises(NotFound):
        workspace.perform(delete_wave, 99)
    with pytest.raises(NotFound):
        workspace.read(queries.wave_row, 99)


def test_a_questionnaire_of_ones_own_is_kept_by_version(workspace: Workspace) -> None:
    own = msgspec.structs.replace(load_instrument("transfer-item"), id="used-at-work", title="Used")
    assert workspace.perform(keep_instrument, own).value == "used-at-work@1"
    assert workspace.perform(keep_instrument, own).value == "used-at-work@1"
    with pytest.raises(BadInput, match="next version number"):
        workspace.perform(keep_instrument, msgspec.structs.replace(own, title="Other"))
    newer = msgspec.structs.replace(own, version=2, title="Used again")
    workspace.perform(keep_instrument, newer)
    assert workspace.read(queries.instrument_named, "Used-at-work") == newer
    assert workspace.read(queries.known_instruments)[-1] == newer


def test_a_wave_keeps_the_questionnaire_it_was_asked_with(workspace: Workspace) -> None:
    first = msgspec.structs.replace(load_instrument("ucla-3"), id="own")
    workspace.perform(keep_instrument, first)
    wave_id = workspace.perform(plan_wave, COMMUNITY, "own", WavePlan("May")).value
    workspace.perform(keep_instrument, msgspec.structs.replace(first, version=2, title="New"))
    row = workspace.read(queries.wave_row, wave_id)
    assert workspace.read(queries.instrument_of, row) == first


def test_nothing_of_a_survey_can_be_undone(workspace: Workspace) -> None:
    wave_id = opened(workspace)
    workspace.perform(add_answers, wave_id, rounds(9))
    close_for_good(workspace, wave_id)
    delete_for_good(workspace, wave_id)
    assert workspace.undo_names == []
    assert workspace.read(queries.waves, COMMUNITY) == []
    assert workspace.check().whole


@action("Run")
def run(work: Work, statement: str) -> None:
    """Change rows behind the actions' back."""
    work.session.execute(text(statement))
