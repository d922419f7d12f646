"""All that leaves the program as text: commands, JSON, workbooks, the brief, charts in words."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click
import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from tests.factories import CLOCK, make_community
from tests.journeys.commands import succeeded
from tests.never_said import never_said
from workbench.cli import workbench
from workbench.imports.sample import make_sample, sample_clock
from workbench.insights.queries import insights, results
from workbench.reports.charts import page_reading
from workbench.reports.panels import insights_page
from workbench.reports.survey_sheets import export_survey
from workbench.storage.workspace import Workspace, create_workspace, open_workspace
from workbench.surveys.actions import take_wave
from workbench.surveys.answers import AnswerSheet

EDGES: dict[str, list[tuple[int, int, int]]] = {
    "Many": [(1 + at % 3, 1 + at * at % 3, 1 + at * 5 % 3) for at in range(14)],
    "Few": [(1, 2, 3)] * 3,
    "Seven": [(1, 2, 3), (2, 2, 2), (1, 1, 2), (3, 3, 3), (1, 3, 1), (2, 1, 2), (3, 2, 1)],
    "Alike": [(2, 2, 2)] * 12,
    "At an end": [(1, 1, 1)] * 12,
    "Higher": [(3, 3, 3 - at % 2) for at in range(14)],
    "Again": [(3, 3, 2 + at % 2) for at in range(14)],
    "Floor": [(1, 1, 1 + (at == 0)) for at in range(14)],
}


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("said") / "bridges.fwb"
    make_sample(path)
    return path


@pytest.fixture
def edges(tmp_path: Path) -> Iterator[Workspace]:
    with create_workspace(tmp_path / "edges.fwb", clock=CLOCK) as opened:
        opened.perform(make_community)
        for month, (label, rows) in enumerate(EDGES.items(), 1):
            sheets = [AnswerSheet(row) for row in rows]
            day = date(2025, month, 20)
            opened.perform(take_wave, 1, "loneliness-pulse", label, day, sheets, invited=30)
        yield opened


def test_results_of_the_sample_in_words_and_json(sample: Path) -> None:
    for instrument in ("safety-pulse", "loneliness-pulse"):
        for how in ((), ("--json",)):
            asked = ("--community", "Bridges", "--instrument", instrument)
            out = succeeded("results", sample, *asked, *how).out
            assert "For leaders:" in out or '"long"' in out
            assert "Welch's t interval" in out
            assert not never_said(out)


def test_every_command_explains_itself() -> None:
    texts: list[str] = []

    def read(one: click.Command) -> None:
        texts.append(one.get_help(click.Context(one)))
        for inner in getattr(one, "commands", {}).values():
            read(inner)

    read(workbench)
    assert len(texts) > 20
    assert not [found for text in texts for found in never_said(text)]


def test_workbooks_and_brief_of_the_sample(sample: Path, tmp_path: Path) -> None:
    asked = ("--community", "Bridges")
    succeeded("brief", sample, tmp_path / "b.pdf", *asked)
    words = " ".join(page.extract_text() for page in PdfReader(tmp_path / "b.pdf").pages)
    assert "likely a real change" in " ".join(words.split())
    assert not never_said(words)
    for kind in ("attendance", "contributions", "survey"):
        out = tmp_path / f"{kind}.xlsx"
        if kind == "survey":
            with open_workspace(sample, clock=sample_clock()) as opened:
                export_survey(opened, "Bridges", "safety-pulse", out)
        else:
            succeeded("export", kind, sample, out, *asked)
        cells = [cell for sheet in load_workbook(out) for row in sheet.values for cell in row]
        assert not [found for cell in cells for found in never_said(str(cell))]


def test_the_charts_of_the_sample_in_words(sample: Path) -> None:
    with open_workspace(sample, clock=sample_clock()) as opened:
        found = opened.read(insights, 1, date(2026, 10, 13))
        page = insights_page(found, date(2026, 1, 1), date(2026, 10, 13))
        words = page_reading(page)
    assert len(words) > 400
    assert not never_said(words)


def test_waves_at_the_edges(edges: Workspace) -> None:
    found = edges.read(results, "Bridges", "loneliness-pulse")
    told = "\n".join(found.lines())
    for expected in ("fewer than 5 answers", "Too few answers to compare", "same score",
                     "too alike to show", "people are at the lowest possible score"):  # fmt: skip
        assert expected in told
    assert not never_said(told)
    assert not never_said(repr(found.as_json()))
    shown = edges.read(insights, 1, date(2025, 12, 1))
    page = insights_page(shown, date(2025, 1, 1), date(2025, 12, 1))
    assert not never_said(page_reading(page))
    assert not never_said(" ".join(one.sentence for one in shown.measures))
