"""Departments in a file are those that people were offered, or the file is not taken."""

from datetime import date
from pathlib import Path

import pytest

from tests.factories import make_community
from workbench.imports.responses import ResponseChoices, apply_responses
from workbench.storage.workspace import Workspace
from workbench.surveys.answer_queries import stored_sheets
from workbench.surveys.asking_actions import open_asking, plan_asking
from workbench.surveys.asking_queries import askings
from workbench.surveys.asking_rules import AskingPlan

PLANNED = ("Support", "Sales or Marketing", "Research, Legal or Finance")


@pytest.fixture
def wave(workspace: Workspace) -> int:
    community_id = workspace.perform(make_community).value
    plan = AskingPlan(
        "March", ("loneliness-pulse",), 40, departments=PLANNED, promise="Confidential."
    )
    asking_id = workspace.perform(plan_asking, community_id, plan).value
    workspace.perform(open_asking, asking_id)
    (row,) = workspace.read(askings, community_id)
    return row.waves[0].id


def take(workspace: Workspace, folder: Path, teams: list[str]) -> tuple[str, ...]:
    source = folder / "answers.csv"
    lines = [
        "a,b,c,Team",
        *(f'{1 + at % 3},2,{1 + at % 2},"{team}"' for at, team in enumerate(teams)),
    ]
    source.write_text("\n".join(lines) + "\n", encoding="utf-8")
    said = ResponseChoices(
        "loneliness-pulse", "March", date(2026, 3, 24), columns="a,b,c", department="Team"
    )
    return apply_responses(workspace, "Bridges", source, said).questions


def test_a_department_becomes_the_choice_that_stands_for_it(
    workspace: Workspace, wave: int, tmp_path: Path
) -> None:
    teams = ["support", "Sales", "MARKETING", "Legal", "Finance", "Sales or Marketing"] * 5
    assert take(workspace, tmp_path, teams) == ()
    held = [sheet.department for sheet in workspace.read(stored_sheets, wave)]
    assert set(held) == set(PLANNED)
    assert held.count("Sales or Marketing") == 15


def test_a_department_that_was_not_offered_is_asked_about(
    workspace: Workspace, wave: int, tmp_path: Path
) -> None:
    (question,) = take(workspace, tmp_path, ["Support", "Sales", "Board"] * 6)
    assert "1 department in the file, such as Board, is not among those planned" in question
    assert "Sales or Marketing" in question
    assert "--department" in question
    assert workspace.read(stored_sheets, wave) == []
