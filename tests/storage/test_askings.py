"""Askings on a real file: one form, a wave for each questionnaire, opened and closed together."""

from dataclasses import replace
from datetime import date
from statistics import stdev
from typing import Any

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from tests.factories import CLOCK, make_community
from workbench.communities.actions import set_workspace_setting
from workbench.foundation.errors import BadInput, NotFound
from workbench.foundation.words import Means, WaveState
from workbench.models.surveys import Asking
from workbench.storage.workspace import Workspace
from workbench.surveys.actions import delete_wave, take_wave
from workbench.surveys.answer_actions import store_round
from workbench.surveys.answer_queries import stored_comments, stored_sheets
from workbench.surveys.answers import AnswerSheet, Form, Round, as_round, joined
from workbench.surveys.asking_actions import change_asking, open_asking, plan_asking
from workbench.surveys.asking_queries import asking_row, askings, form_of
from workbench.surveys.asking_rules import AskingPlan
from workbench.surveys.closing import close_asking_for_good
from workbench.surveys.promise import own_words, promise_problems, promise_words

PLAN = AskingPlan(
    label="December",
    instruments=("safety-pulse", "loneliness-pulse"),
    invited=20,
    closes_on=date(2026, 12, 18),
    change_that_matters={"safety-pulse": 0.3},
    expected_answers=14,
    departments=("Support", "Sales"),
    asks_comment=True,
    means=frozenset({Means.LAPTOP, Means.PAPER}),
    promise="Your answers are confidential.",
)


def form(code: int, comment: str = "") -> Form:
    """A form whose answers are all the same code, safety 1-7, loneliness 1-3."""
    return Form(((code,) * 7, (min(code, 3),) * 3), "Support", comment)


@pytest.fixture
def asking(workspace: Workspace) -> int:
    return workspace.perform(plan_asking, workspace.perform(make_community).value, PLAN).value


def of_wave(workspace: Workspace, asking: int) -> list[int]:
    return [wave.id for wave in workspace.read(asking_row, asking).waves]


def test_a_plan_is_read_as_it_was_planned(workspace: Workspace, asking: int) -> None:
    row = workspace.read(asking_row, asking)
    assert row.plan == PLAN
    assert (row.state, row.label, row.sealed) == (WaveState.PLANNED, "December", False)
    asked = workspace.read(form_of, asking)
    assert [block.instrument.id for block in asked.blocks] == list(PLAN.instruments)
    assert (asked.lines, asked.minutes, asked.can_be_asked) == (10, 3, True)


def test_a_plan_is_changed_until_it_opens(workspace: Workspace, asking: int) -> None:
    later = replace(PLAN, label="January", instruments=("loneliness-pulse",), departments=())
    later = replace(later, change_that_matters={})
    workspace.perform(change_asking, asking, later)
    assert workspace.read(asking_row, asking).plan == later
    workspace.perform(open_asking, asking)
    with pytest.raises(BadInput, match="is open"):
        workspace.perform(change_asking, asking, PLAN)
    kept = workspace.read(asking_row, asking).plan
    assert replace(kept, promise="") == replace(later, promise="")


def test_opening_writes_the_facts_into_the_promise(workspace: Workspace, asking: int) -> None:
    workspace.perform(set_workspace_setting, "facilitator", "Ruth Adeyemi")
    workspace.perform(change_asking, asking, replace(PLAN, promise="We ask to mend things."))
    workspace.perform(open_asking, asking)
    promise = workspace.read(asking_row, asking).plan.promise
    facts = promise_words("Ruth Adeyemi", 5)
    assert promise_problems(promise, facts) == ()
    assert own_words(promise) == "We ask to mend things."


@pytest.mark.parametrize("words", ["It is anonymous.", "ANONYMITY for all", "Ganz anonym!"])
def test_a_wave_that_promises_too_much_does_not_open(
    workspace: Workspace, asking: int, words: str
) -> None:
    workspace.perform(change_asking, asking, replace(PLAN, promise=words))
    with pytest.raises(BadInput, match="confidential") as refused:
        workspace.perform(open_asking, asking)
    assert refused.value.field == "promise"
    assert workspace.read(asking_row, asking).state is WaveState.PLANNED


def test_opening_keeps_what_the_wave_can_find_as_it_was_said(workspace: Workspace) -> None:
    """By the spread of the waves before it; a questionnaire without a past says nothing."""
    community = workspace.perform(make_community).value
    sheets = [AnswerSheet((code % 3 + 1, 1, code % 2 + 1)) for code in range(12)]
    workspace.perform(take_wave, community, "loneliness-pulse", "May", date(2026, 5, 4), sheets)
    asking = workspace.perform(plan_asking, community, replace(PLAN, expected_answers=20)).value
    workspace.perform(open_asking, asking)
    safety, lonely = workspace.read(asking_row, asking).waves
    assert (safety.can_find, safety.can_find_said) == (None, "")
    spread = stdev([sum(sheet.codes) for sheet in sheets])  # type: ignore[arg-type] # none skipped
    assert lonely.can_find == pytest.approx(spread * 0.9091, abs=1e-3)
    assert lonely.can_find_said.startswith("With 20 answers you would see a change of ")


def test_all_waves_open_and_close_together(workspace: Workspace, asking: int) -> None:
    workspace.perform(open_asking, asking)
    assert workspace.read(asking_row, asking).state is WaveState.OPEN
    close_asking_for_good(workspace, asking)
    row = workspace.read(asking_row, asking)
    assert {wave.closed_on for wave in row.waves} == {CLOCK.today()}
    with pytest.raises(BadInput, match="not open"):
        close_asking_for_good(workspace, asking)


def test_one_open_wave_of_a_questionnaire_keeps_the_others_planned(
    workspace: Workspace, asking: int
) -> None:
    workspace.perform(open_asking, asking)
    row = workspace.read(asking_row, asking)
    other = workspace.perform(plan_asking, row.community_id, replace(PLAN, label="Again")).value
    with pytest.raises(BadInput, match="still open"):
        workspace.perform(open_asking, other)
    assert workspace.read(asking_row, other).state is WaveState.PLANNED


def test_a_round_fills_every_wave_and_joins_nothing(workspace: Workspace, asking: int) -> None:
    workspace.perform(open_asking, asking)
    safety, lonely = of_wave(workspace, asking)
    forms = [form(code, f"Comment {code}" if code < 3 else "") for code in range(1, 8)]
    workspace.perform(store_round, asking, as_round(forms, (safety, lonely), Means.PAPER))
    for wave in (safety, lonely):
        assert len(workspace.read(stored_sheets, wave)) == 7
    assert sorted(workspace.read(stored_comments, safety)) == ["Comment 1", "Comment 2"]
    assert workspace.read(stored_comments, lonely) == []
    counted = [wave.came_by for wave in workspace.read(asking_row, asking).waves]
    assert counted == [((Means.LAPTOP, 0), (Means.PAPER, 7), (Means.FILE, 0))] * 2


def test_a_wave_with_too_few_sheets_keeps_the_whole_round_out(
    workspace: Workspace, asking: int
) -> None:
    """Two copies of the file would tell what the few answered."""
    workspace.perform(open_asking, asking)
    safety, lonely = of_wave(workspace, asking)
    forms = [form(code) for code in range(1, 5)] + [Form(((2,) * 7, (None,) * 3))]
    with pytest.raises(BadInput, match="fewer than 5"):
        workspace.perform(store_round, asking, as_round(forms, (safety, lonely), Means.LAPTOP))
    assert workspace.read(stored_sheets, safety) == []


def test_the_sheets_of_two_waves_lie_in_orders_of_their_own() -> None:
    forms = [Form(((code,), (code,))) for code in range(60)]
    taken = as_round(forms, (1, 2), Means.LAPTOP)
    first, second = ([sheet.codes for sheet in taken.sheets[wave]] for wave in (1, 2))
    assert sorted(first) == sorted(second)
    assert first != second
    assert first != [(code,) for code in range(60)]


def test_rounds_are_joined_with_their_counts() -> None:
    one = as_round([Form(((1,),), comment="a")], (7,), Means.PAPER)
    two = as_round([Form(((2,),)), Form(((3,),), comment="b")], (7,), Means.LAPTOP)
    both = joined(one, two)
    assert sorted(sheet.codes for sheet in both.sheets[7]) == [(1,), (2,), (3,)]
    assert sorted(both.comments) == ["a", "b"]
    assert both.came_by == {7: {Means.PAPER: 1, Means.LAPTOP: 2}}
    assert both.sizes() == (3,)


def test_nothing_that_holds_answers_tells_them_when_printed() -> None:
    told = [
        repr(AnswerSheet((4321,), "Sales")),
        repr(form(3, "A comment")),
        repr(Round({1: (AnswerSheet((4321,)),)}, ("A comment",))),
    ]
    assert not any(word in line for line in told for word in ("4321", "Sales", "comment"))


def test_the_last_wave_takes_its_asking_along(workspace: Workspace, asking: int) -> None:
    community = workspace.read(asking_row, asking).community_id
    safety, lonely = of_wave(workspace, asking)
    workspace.perform(delete_wave, safety)
    assert [row.id for row in workspace.read(askings, community)] == [asking]
    workspace.perform(delete_wave, lonely)
    assert workspace.read(_count) == 0
    with pytest.raises(NotFound):
        workspace.read(asking_row, asking)


def _count(session: Session) -> int:
    return session.scalar(select(func.count()).select_from(Asking)) or 0


def test_a_wave_taken_in_counts_as_come_from_a_file(workspace: Workspace) -> None:
    sheets = [AnswerSheet((code % 3 + 1,) * 3) for code in range(8)]
    community = workspace.perform(make_community).value
    workspace.perform(take_wave, community, "loneliness-pulse", "May", CLOCK.today(), sheets)
    (row,) = workspace.read(askings, community)
    assert dict(row.waves[0].came_by)[Means.FILE] == 8


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"instruments": ()}, "instruments"),
        ({"instruments": ("safety-pulse", "safety-pulse")}, "instruments"),
        ({"departments": ("Sales",)}, "departments"),
        ({"departments": ("Sales", "sales ")}, "departments"),
        ({"departments": tuple(f"D{number}" for number in range(13))}, "departments"),
        ({"code_parts": ("Street", "Shoe size")}, "code_parts"),
        ({"means": frozenset()}, "means"),
        ({"minimum_group": 4}, "minimum_group"),
        ({"label": " "}, "label"),
    ],
)
def test_what_cannot_be_asked_names_its_field(
    workspace: Workspace, changed: dict[str, Any], field: str
) -> None:
    with pytest.raises(BadInput) as refused:
        workspace.perform(
            plan_asking, workspace.perform(make_community).value, replace(PLAN, **changed)
        )
    assert refused.value.field == field
