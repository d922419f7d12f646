"""Importing and exporting a roster of 5,000, beside the bare cost of the libraries in between."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import count
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from tests.factories import CLOCK
from workbench.imports.roster import apply_roster
from workbench.reports.exports import export_roster
from workbench.storage.workspace import Workspace, create_workspace

PEOPLE = 5000
HEADER = ("Name", "E-mail", "Department", "Job title", "Joined on", "Staff number")


def rows() -> Iterator[tuple[object, ...]]:
    first = date(2015, 1, 1)
    for number in range(PEOPLE):
        joined = first + timedelta(days=number % 3000)
        mail = f"person.{number}@halden.example"
        yield (
            f"Zoë Nováková {number}",
            mail,
            f"Unit {number % 12}",
            "Lead",
            joined,
            f"{number:06}",
        )


@pytest.fixture
def source(tmp_path: Path) -> Path:
    from openpyxl import Workbook

    path = tmp_path / "people.xlsx"
    book = Workbook(write_only=True)
    sheet = book.create_sheet("People")
    sheet.append(HEADER)
    for row in rows():
        sheet.append(row)
    book.save(path)
    return path


def fresh(folder: Path, numbers: Iterator[int]) -> Workspace:
    return create_workspace(folder / f"w{next(numbers)}.fwb", clock=CLOCK)


@pytest.mark.benchmark(group="roster of 5,000 in")
def test_floor_reading_the_workbook(benchmark: BenchmarkFixture, source: Path) -> None:
    from python_calamine import load_workbook

    found = benchmark(lambda: load_workbook(source).get_sheet_by_index(0).to_python())
    assert len(found) == PEOPLE + 1


@pytest.mark.benchmark(group="roster of 5,000 in")
def test_import(benchmark: BenchmarkFixture, source: Path, tmp_path: Path) -> None:
    numbers = count()

    def setup() -> tuple[tuple[Workspace], dict[str, object]]:
        return (fresh(tmp_path, numbers),), {}

    def bring_in(workspace: Workspace) -> None:
        apply_roster(workspace, "Bridges", source)
        workspace.close()

    benchmark.pedantic(bring_in, setup=setup, rounds=3)


@pytest.mark.benchmark(group="roster of 5,000 out")
def test_floor_writing_the_same_cells(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    from openpyxl import Workbook

    def write() -> None:
        book = Workbook(write_only=True)
        sheet = book.create_sheet("People")
        sheet.append(HEADER)
        for row in rows():
            sheet.append(row)
        book.save(tmp_path / "floor.xlsx")

    benchmark.pedantic(write, rounds=3)


@pytest.mark.benchmark(group="roster of 5,000 out")
def test_export(benchmark: BenchmarkFixture, source: Path, tmp_path: Path) -> None:
    with fresh(tmp_path, count()) as workspace:
        apply_roster(workspace, "Bridges", source)
        target = tmp_path / "out.xlsx"
        benchmark.pedantic(export_roster, (workspace, "Bridges", target, None), rounds=3)
        assert target.exists()
