"""What a file remembers of figures shown: chains of waves, other keys, a wave deleted."""

import random
from datetime import date, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.foundation.errors import BadInput
from workbench.models.surveys import ReleasedCut
from workbench.storage.workspace import Workspace
from workbench.surveys import ledger
from workbench.surveys.actions import close_wave, take_wave
from workbench.surveys.answer_actions import add_answers
from workbench.surveys.answers import AnswerSheet
from workbench.surveys.asking_actions import open_wave, plan_wave
from workbench.surveys.closing import delete_for_good
from workbench.surveys.queries import wave_result
from workbench.surveys.wave_rules import WavePlan

START = date(2025, 1, 15)
AGREE, ACCURATE = "edmondson-7-agree7", "edmondson-7-accurate7"


def people(many: int, seed: int = 3, items: int = 7, codes: int = 7) -> list[AnswerSheet]:
    draw = random.Random(seed)
    return [
        AnswerSheet(tuple(draw.randint(1, codes) for _ in range(items)), "AB"[n % 2])
        for n in range(many)
    ]


def take(
    workspace: Workspace,
    sheets: list[AnswerSheet],
    month: int = 0,
    key: str = AGREE,
    community: int = 1,
) -> int:
    """Take a wave in, named by its month after the start."""
    day = START + timedelta(days=30 * month)
    return workspace.perform(take_wave, community, key, f"W{month}", day, sheets).value


def cuts(session: Session) -> list[tuple[int, str, int, str]]:
    rows = session.scalars(select(ReleasedCut).order_by(ReleasedCut.wave_id, ReleasedCut.answers))
    return [(row.wave_id, row.cut, row.answers, row.sums) for row in rows]


def bare(sheets: list[AnswerSheet]) -> list[AnswerSheet]:
    return [AnswerSheet(sheet.codes) for sheet in sheets]


def test_a_chain_of_waves_that_tells_of_one_is_refused_at_the_last(workspace: Workspace) -> None:
    everyone = people(20, items=20, codes=4)
    parts = (everyone, everyone[:12], everyone[5:])
    for month, part in enumerate(parts):
        take(workspace, bare(part), month, "ucla-20-v3")
    with pytest.raises(BadInput, match="fewer than 5"):
        take(workspace, bare(everyone[5:13]), 3, "ucla-20-v3")
    take(workspace, people(8, seed=9, items=20, codes=4), 3, "ucla-20-v3")


def test_what_cannot_be_searched_to_the_end_is_refused_in_a_sentence(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    everyone = people(40)
    take(workspace, everyone[:20])
    take(workspace, everyone[10:30], 1)
    monkeypatch.setattr(ledger, "_MOST_TRIED", 0)
    with pytest.raises(BadInput, match="cannot be made sure that fewer than 5"):
        take(workspace, bare(everyone[17:37]), 2)
    take(workspace, bare(people(20, seed=8)), 3)


def test_departments_that_cannot_be_searched_to_the_end_are_hidden(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    everyone = people(24)
    take(workspace, bare(everyone))
    monkeypatch.setattr(ledger, "_MOST_TRIED", 0)
    again = [AnswerSheet(one.codes, "ABCD"[at % 4]) for at, one in enumerate(everyone[:23])]
    wave_id = take(workspace, [*again, *people(8, seed=8)], 1)
    figures = workspace.read(wave_result, wave_id).figures
    assert figures.mean is not None
    assert not any(one.shown for one in figures.departments)


def test_another_key_or_other_columns_do_not_help(workspace: Workspace) -> None:
    everyone = people(10)
    take(workspace, everyone[:9])
    turned = [AnswerSheet(tuple(reversed(sheet.codes))) for sheet in everyone]
    for month, (sheets, key) in enumerate(
        [(everyone, ACCURATE), (turned, AGREE), (turned, ACCURATE)], start=1
    ):
        with pytest.raises(BadInput, match="closed wave W0"):
            take(workspace, sheets, month, key)
    take(workspace, everyone[:9], 4, ACCURATE)


def test_a_wave_filled_in_here_is_held_against_the_others_too(workspace: Workspace) -> None:
    everyone = people(10)
    take(workspace, everyone[:9])
    wave_id = workspace.perform(plan_wave, 2, ACCURATE, WavePlan("Here")).value
    workspace.perform(open_wave, wave_id)
    workspace.perform(add_answers, wave_id, everyone)
    with pytest.raises(BadInput, match="closed wave W0"):
        workspace.perform(close_wave, wave_id)


@pytest.mark.parametrize("order", [(9, 4, 13), (13, 9, 4), (13, 4, 9), (4, 13, 9)])
def test_nine_and_four_of_thirteen_are_never_all_shown(
    workspace: Workspace, order: tuple[int, int, int]
) -> None:
    everyone = people(13)
    parts = {9: everyone[:9], 4: everyone[9:], 13: everyone}
    refused = 0
    for month, many in enumerate(order):
        try:
            take(workspace, parts[many], month)
        except BadInput:
            refused += 1
    assert refused == 1


@pytest.mark.parametrize("late", [1, 2, 3, 4])
def test_deleting_a_wave_does_not_open_the_way_to_a_late_answer(
    workspace: Workspace, late: int
) -> None:
    everyone = people(9 + late)
    first = take(workspace, everyone[:9])
    delete_for_good(workspace, first)
    for month in (0, 12):
        with pytest.raises(BadInput, match="a wave that was deleted"):
            take(workspace, everyone, month)
    with pytest.raises(BadInput, match="a wave that was deleted"):
        take(workspace, everyone, 0, ACCURATE)
    take(workspace, everyone[:9])


def test_after_deleting_one_more_the_rest_is_refused(workspace: Workspace) -> None:
    everyone = people(10)
    delete_for_good(workspace, take(workspace, everyone))
    for month in (0, 12):
        with pytest.raises(BadInput, match="a wave that was deleted"):
            take(workspace, everyone[:9], month)


def test_other_people_are_taken_after_a_wave_is_deleted(workspace: Workspace) -> None:
    delete_for_good(workspace, take(workspace, people(12)))
    take(workspace, people(13, seed=8), 12)
    take(workspace, people(18, seed=5), 0)


def test_a_short_questionnaire_is_held_against_what_was_deleted_near_by(
    workspace: Workspace,
) -> None:
    everyone = people(10, items=3, codes=3)
    delete_for_good(workspace, take(workspace, everyone[:9], 0, "ucla-3"))
    with pytest.raises(BadInput, match="a wave that was deleted"):
        take(workspace, everyone, 1, "ucla-3")
    take(workspace, everyone, 6, "ucla-3")


def test_a_department_that_would_tell_beside_another_wave_is_hidden(workspace: Workspace) -> None:
    everyone = people(21)
    first = [sheet for sheet in everyone if sheet.department == "A"]
    take(workspace, bare(first[:10]))
    wave_id = take(workspace, everyone, 1)
    figures = workspace.read(wave_result, wave_id).figures
    assert figures.mean is not None
    assert [(one.name, one.shown) for one in figures.departments] == [("A", False), ("B", False)]
    assert "worked out" in figures.departments[0].reason


def test_the_ledger_keeps_what_was_shown_and_outlives_the_wave(workspace: Workspace) -> None:
    everyone = people(20)
    wave_id = take(workspace, everyone)
    held = workspace.read(cuts)
    assert [answers for _, _, answers, _ in held] == [10, 10, 20]
    take(workspace, people(4, seed=4), 1)
    assert workspace.read(cuts) == held, "a wave that is not shown leaves nothing"
    delete_for_good(workspace, wave_id)
    assert workspace.read(cuts) == held
    take(workspace, everyone)
    assert workspace.check().whole


def test_a_year_of_honest_waves_of_a_short_questionnaire_is_taken(workspace: Workspace) -> None:
    draw = random.Random(11)
    moods = [draw.choices((1, 2, 3), (3, 2, 1))[0] for _ in range(32)]
    for month in range(12):
        sheets = [
            AnswerSheet(tuple(max(1, min(3, mood + draw.choice((-1, 0, 0, 1)))) for _ in range(3)))
            for mood in moods
            if draw.random() < 0.8
        ]
        take(workspace, sheets, month, "ucla-3")


def test_three_late_answers_to_a_short_form_are_refused_and_told_how_to_go_on(
    workspace: Workspace,
) -> None:
    everyone = bare(people(12, items=3, codes=3))
    take(workspace, everyone[:9], 0, "loneliness-pulse")
    with pytest.raises(BadInput, match="look like the answers of the closed wave W0") as refused:
        take(workspace, everyone, 1, "loneliness-pulse")
    assert "A late answer goes into the next wave" in str(refused.value)
    take(workspace, bare(people(12, seed=8, items=3, codes=3)), 1, "loneliness-pulse")


def test_a_department_of_a_short_form_with_one_more_is_hidden_near_in_time(
    workspace: Workspace,
) -> None:
    everyone = people(20, items=3, codes=3)
    fewer = [*everyone[:11], *everyone[12:13], *everyone[14:15]]
    before = take(workspace, fewer, 0, "loneliness-pulse")
    near = take(workspace, everyone, 1, "loneliness-pulse")
    for wave, hidden in ((before, False), (near, True)):
        departments = workspace.read(wave_result, wave).figures.departments
        assert [one.mean is None for one in departments] == [hidden, hidden]


def test_three_questions_of_a_longer_form_tell_of_nobody(workspace: Workspace) -> None:
    everyone = bare(people(21, items=6, codes=3))
    take(workspace, everyone[:20], 0, "djg-6")
    with pytest.raises(BadInput, match="fewer than 5"):
        take(workspace, [AnswerSheet(one.codes[3:]) for one in everyone], 1, "loneliness-pulse")
