"""The closed waves as a workbook: the frozen numbers, hidden groups hidden, no key in question."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.storage.test_key_alarms import sheets
from workbench.communities.actions import create_community
from workbench.foundation.errors import BadInput
from workbench.imports.sample import make_sample
from workbench.reports.survey_sheets import export_survey
from workbench.storage.workspace import Workspace, open_workspace
from workbench.surveys.actions import take_wave
from workbench.surveys.key_alarm_actions import settle_alarm
from workbench.surveys.queries import wave_results


def cells(path: Path, sheet: str) -> list[dict[str, Any]]:
    head, *rows = load_workbook(path)[sheet].iter_rows(values_only=True)
    return [dict(zip(map(str, head), row, strict=True)) for row in rows]


def test_the_workbook_holds_the_frozen_numbers(tmp_path: Path) -> None:
    make_sample(tmp_path / "bridges.fwb")
    workspace = open_workspace(tmp_path / "bridges.fwb")
    try:
        export_survey(workspace, "bridges", "safety-pulse", tmp_path / "s.xlsx")
        results = workspace.read(wave_results, 1, "safety-pulse")
    finally:
        workspace.close()
    book = load_workbook(tmp_path / "s.xlsx")
    told = [str(cell) for sheet in book for row in sheet.values for cell in row if cell]
    assert any("over 4 waves with 128 answers: 0.64" in cell for cell in told)
    rows = cells(tmp_path / "s.xlsx", "Waves")
    assert [row["Answers"] for row in rows] == [26, 31, 33, 38]
    for row, one in zip(rows, results, strict=True):
        assert row["Mean"] == pytest.approx(one.figures.mean)
        assert row["95% to"] == pytest.approx(one.figures.ci_high)
    groups = {
        row["Department"]: row
        for row in cells(tmp_path / "s.xlsx", "Departments")
        if row["Wave"] == "September"
    }
    assert groups["Finance"]["Mean"] is None
    assert groups["Finance"]["Answers"] is None
    assert "fewer than 5" in groups["Finance"]["Not shown because"]
    changes = {(row["From"], row["To"]): row for row in cells(tmp_path / "s.xlsx", "Changes")}
    assert "likely a real change" in changes["March", "September"]["In words"]
    assert changes["March", "September"]["Linked"] is None
    assert changes["March", "September"]["For leaders"].startswith("Probably higher than in March")
    assert "Figures as frozen at the close, " in changes["March", "September"]["How"]


def test_a_key_in_question_keeps_the_workbook_back(workspace: Workspace, tmp_path: Path) -> None:
    community = workspace.perform(create_community, "Bridges", founded_on=None).value
    with pytest.raises(BadInput, match="No wave of Safety pulse"):
        export_survey(workspace, "Bridges", "safety-pulse", tmp_path / "s.xlsx")
    march = date(2026, 3, 24)
    wave = workspace.perform(take_wave, community, "safety-pulse", "March", march, sheets(2)).value
    with pytest.raises(BadInput, match="in question in March"):
        export_survey(workspace, "Bridges", "safety-pulse", tmp_path / "s.xlsx")
    assert not (tmp_path / "s.xlsx").exists()
    workspace.perform(settle_alarm, wave, "items 3", "Compared with the paper form.")
    export_survey(workspace, "Bridges", "safety-pulse", tmp_path / "s.xlsx")
    assert cells(tmp_path / "s.xlsx", "Waves")[0]["Answers"] == 24
