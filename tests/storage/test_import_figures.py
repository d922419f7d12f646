from pathlib import Path

import pytest

from tests.factories import CLOCK, make_community
from workbench.foundation.errors import BadInput
from workbench.impact.queries import figures
from workbench.imports.figures import apply_figures, preview_figures
from workbench.storage.workspace import Workspace


def written(folder: Path, text: str) -> Path:
    source = folder / "figures.csv"
    source.write_text(text, encoding="utf-8")
    return source


def test_figures_come_in_once_and_one_undo_takes_them_back(
    workspace: Workspace, tmp_path: Path
) -> None:
    community_id = workspace.perform(make_community).value
    source = written(tmp_path, "month,Tickets\n2026-01,14.2\n2026-02,14.6\n")
    assert not preview_figures(workspace, "bridges", source).written
    assert workspace.read(figures, community_id, CLOCK.today()) == []
    first = apply_figures(workspace, "bridges", source).as_json()
    assert first["figures"] == [{"figure": "Tickets", "added": 2, "changed": 0, "unchanged": 0}]
    steps = workspace.undo_names
    again = apply_figures(workspace, "Bridges", source).as_json()
    assert again["figures"] == [{"figure": "Tickets", "added": 0, "changed": 0, "unchanged": 2}]
    assert workspace.undo_names == steps
    corrected = written(tmp_path, "month,Tickets\n2026-02,14.7\n")
    assert apply_figures(workspace, "Bridges", corrected).plans[0].changed == 1
    (row,) = workspace.read(figures, community_id, CLOCK.today())
    assert [month.value for month in row.months] == [14.2, 14.7]
    workspace.undo()
    workspace.undo()
    assert workspace.read(figures, community_id, CLOCK.today()) == []


def test_a_month_twice_is_asked_about_and_nothing_is_written(
    workspace: Workspace, tmp_path: Path
) -> None:
    source = written(tmp_path, "month,Tickets\n2026-01,14.2\n2026-01,14.6\n")
    found = apply_figures(workspace, "New circle", source)
    assert not found.written
    assert found.questions[0].startswith("Tickets has two values for Jan 2026: 14.2 and 14.6")
    assert workspace.undo_names == []


def test_a_month_to_come_is_refused_and_nothing_is_half_written(
    workspace: Workspace, tmp_path: Path
) -> None:
    source = written(tmp_path, "month,Tickets\n2026-01,14.2\n2027-01,14.6\n")
    with pytest.raises(BadInput, match="2027-01"):
        apply_figures(workspace, "New circle", source)
    assert workspace.undo_names == []


def test_numbers_that_can_be_read_two_ways_are_asked_about(
    workspace: Workspace, tmp_path: Path
) -> None:
    source = written(tmp_path, "month\tOrders\n2026-01\t12.000\n2026-02\t11.500\n")
    found = apply_figures(workspace, "Bridges", source)
    assert not found.written
    (question,) = found.questions
    assert "12.000 can be read as 12 or as 12,000" in question
    assert "--decimal comma" in question
    assert apply_figures(workspace, "Bridges", source, "comma").plans[0].months[0][1] == 12000.0
