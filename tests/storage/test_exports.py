"""Workbooks of the sample workspace: what leaves the house is right, and nothing private leaves."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.factories import CLOCK, community_with
from workbench.foundation.errors import NotFound
from workbench.imports.sample import make_sample
from workbench.reports.exports import export_attendance, export_contributions, export_roster
from workbench.rosters.actions import write_note
from workbench.storage.workspace import Workspace, create_workspace, open_workspace


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    path = tmp_path_factory.mktemp("exports") / "bridges.fwb"
    make_sample(path)
    workspace = open_workspace(path, clock=CLOCK)
    yield workspace
    workspace.close()


def cells(path: Path, sheet: str) -> list[list[Any]]:
    return [list(row) for row in load_workbook(path)[sheet].iter_rows(values_only=True)]


def test_the_roster_of_the_sample_holds_everybody(sample: Workspace, tmp_path: Path) -> None:
    export_roster(sample, "bridges", tmp_path / "r.xlsx")
    rows = cells(tmp_path / "r.xlsx", "Roster")
    members = [row for row in rows[1:] if row[6] != "guest"]
    assert len(members) == 48
    assert {row[4] for row in members} >= {"Support", "Engineering", "Operations"}
    export_roster(sample, "Bridges", tmp_path / "january.xlsx", date(2026, 1, 22))
    assert 0 < len(cells(tmp_path / "january.xlsx", "Roster")) - 1 < len(rows) - 1


def test_the_attendance_of_the_sample_agrees_with_the_pictures(
    sample: Workspace, tmp_path: Path
) -> None:
    export_attendance(sample, "Bridges", tmp_path / "a.xlsx")
    grid = cells(tmp_path / "a.xlsx", "Attendance")
    assert len([heading for heading in grid[0] if heading[0].isdigit()]) == 16
    rate = next(row for row in grid if row[0] == "Rate")
    assert round(100 * rate[4]) == 71
    assert round(100 * rate[-1]) == 62
    export_attendance(sample, "Bridges", tmp_path / "half.xlsx", date(2026, 6, 30))
    assert len([h for h in cells(tmp_path / "half.xlsx", "Attendance")[0] if h[0].isdigit()]) == 12


def test_the_contributions_of_the_sample_are_all_there(sample: Workspace, tmp_path: Path) -> None:
    export_contributions(sample, "Bridges", tmp_path / "c.xlsx")
    assert len(cells(tmp_path / "c.xlsx", "Contributions")) == 350
    assert cells(tmp_path / "c.xlsx", "By session")[-1][2] == 349
    export_contributions(sample, "Bridges", tmp_path / "spring.xlsx", date(2026, 4, 30))
    spring = cells(tmp_path / "spring.xlsx", "Contributions")
    assert max(row[0] for row in spring[1:]).date() <= date(2026, 4, 30)


def test_private_notes_chips_and_private_lists_never_leave(tmp_path: Path) -> None:
    with create_workspace(tmp_path / "w.fwb", clock=CLOCK) as workspace:
        _, ama = community_with(workspace, "Ama Boateng", joined_on=date(2026, 1, 1))
        workspace.perform(write_note, ama, "sealed-note-7")
        for name, export in (("r", export_roster), ("a", export_attendance),
                             ("c", export_contributions)):  # fmt: skip
            out = tmp_path / f"{name}.xlsx"
            export(workspace, "Bridges", out)
            book = load_workbook(out)
            text = " ".join(
                str(cell).casefold()
                for sheet in book.worksheets
                for row in sheet.iter_rows(values_only=True)
                for cell in row
                if cell is not None
            )
            for private in ("sealed-note-7", "drifting", "worth a call", "engagement"):
                assert private not in text, (name, private)


def test_an_unknown_community_is_named_with_those_there_are(
    sample: Workspace, tmp_path: Path
) -> None:
    with pytest.raises(NotFound, match="Bridges"):
        export_roster(sample, "Brigdes", tmp_path / "r.xlsx")
    assert list(tmp_path.iterdir()) == []
