"""Participation and wellbeing meet only side by side: no read joins them, and no person is left.

Survey science 3.14 allows two series of one community on one axis, and a band that people tick in
the survey itself. Everything here would fail if answers were ever read beside who came.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pingouin
import pytest
from pandas import DataFrame  # type: ignore[import-untyped]  # pandas ships no stubs
from sqlalchemy import Engine, event

from workbench.imports.sample import make_sample, sample_clock
from workbench.insights.community_queries import community_facts
from workbench.insights.participation_queries import participation
from workbench.insights.people_queries import members
from workbench.insights.person_queries import person_whole
from workbench.insights.queries import insights, results
from workbench.insights.series_words import TOGETHER
from workbench.insights.worth_queries import calls
from workbench.models import Base
from workbench.models.surveys import KEPT_OUT_OF_UNDO
from workbench.reports.brief import facts_and_draft
from workbench.storage.workspace import Workspace, open_workspace

ROOT = Path(__file__).parents[2] / "workbench"
ANSWERS = {"answer_sheets", "answer_comments", "sealed_rounds"}
ISLAND = {name for name, table in Base.metadata.tables.items() if table.info == KEPT_OUT_OF_UNDO}
PEOPLE = {
    "people", "memberships", "expected", "attendance_marks", "attendance_minutes", "contributions",
    "contribution_receivers", "department_stays", "promises",
}  # fmt: skip
_CORRELATES = re.compile(r"corrcoef|pearsonr|spearmanr|statistics\.correlation|rm_corr")
READS: tuple[tuple[Any, ...], ...] = (
    (insights, 1, sample_clock().today()),
    (participation, 1, sample_clock().today()),
    (results, "Bridges", "safety-pulse"),
    (community_facts, 1, sample_clock().today()),
    (calls, 1, sample_clock().today()),
    (members, 1, sample_clock().today()),
    (person_whole, 1, 2, sample_clock().today()),
    (facts_and_draft, "Bridges", None, None, sample_clock().today()),
)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    path = tmp_path_factory.mktemp("worlds") / "bridges.fwb"
    make_sample(path)
    with open_workspace(path, clock=sample_clock()) as opened:
        yield opened


@pytest.fixture
def statements() -> Iterator[list[str]]:
    """Every statement that any engine runs meanwhile."""
    run: list[str] = []

    def keep(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        run.append(statement)

    event.listen(Engine, "before_cursor_execute", keep)
    yield run
    event.remove(Engine, "before_cursor_execute", keep)


def tables_in(statement: str) -> set[str]:
    named = set(re.findall(r"(?:FROM|JOIN|INTO|UPDATE|,)\s+\"?(\w+)\"?", statement))
    return named & Base.metadata.tables.keys()


@pytest.mark.parametrize("read", READS, ids=lambda read: read[0].__name__)
def test_no_page_reads_an_answer_and_no_statement_joins_the_worlds(
    sample: Workspace, statements: list[str], read: tuple[Any, ...]
) -> None:
    query, *asked = read
    sample.read(query, *asked)
    assert statements, "or this test looks at nothing"
    for statement in statements:
        named = tables_in(statement)
        assert not named & ANSWERS or "count(" in statement, statement
        assert not (named & ISLAND and named & PEOPLE), statement


def imported(path: Path) -> set[str]:
    """The modules a file takes anything from, and "module.name" for each name it takes."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{name.name}" for name in node.names)}
        elif isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
    return found


def test_only_surveys_know_answers_and_surveys_know_nobody() -> None:
    reads_answers = {
        path.relative_to(ROOT).parts[0]
        for path in ROOT.rglob("*.py")
        if imported(path)
        & {
            "workbench.surveys.answer_queries.stored_sheets",
            "workbench.surveys.answer_queries.stored_comments",
            "workbench.models.surveys.AnswerSheet",
            "workbench.models.surveys.AnswerComment",
        }
    }
    assert reads_answers == {"surveys"}
    knows = {
        module
        for path in (ROOT / "surveys").rglob("*.py")
        for module in imported(path)
        if module.startswith(
            ("workbench.rosters", "workbench.sessions", "workbench.contributions",
             "workbench.models.rosters", "workbench.models.sessions",
             "workbench.models.contributions")
        )
    }  # fmt: skip
    assert knows == set()


def test_the_page_says_that_side_by_side_is_not_cause() -> None:
    assert "does not show that one led to the other" in TOGETHER
    assert not re.search(r"\bcorrelat|\bbecause\b|\bdue to\b", TOGETHER)


@pytest.mark.filterwarnings("ignore:The inplace keyword")
def test_t31_communities_thrown_together_turn_the_sign_round() -> None:
    """Why nothing in the program pools communities: between them up, within each of them down."""
    came = {"A": (20, 25, 30, 35, 40, 45), "B": (45, 50, 55, 60, 65, 70),
            "C": (70, 75, 80, 85, 90, 95)}  # fmt: skip
    safe = {"A": (4.6, 4.5, 4.3, 4.2, 4.1, 3.9), "B": (5.3, 5.1, 5.0, 4.9, 4.7, 4.6),
            "C": (6.0, 5.9, 5.7, 5.6, 5.4, 5.3)}  # fmt: skip
    rows = DataFrame(
        [
            (name, share / 100, value)
            for name in came
            for share, value in zip(came[name], safe[name], strict=True)
        ],
        columns=["community", "came", "safe"],
    )
    means = rows.groupby("community").mean()
    assert rows.came.corr(rows.safe) == pytest.approx(0.6983, abs=5e-5)
    assert means.came.corr(means.safe) == pytest.approx(0.9998, abs=5e-5)
    within = pingouin.rm_corr(rows, "came", "safe", "community")
    assert float(within["r"].iloc[0]) == pytest.approx(-0.9939, abs=5e-5)


def test_no_module_works_out_a_correlation_of_the_two_worlds() -> None:
    """Item-rest correlations within one questionnaire are all there is."""
    found = {
        path.relative_to(ROOT).as_posix()
        for path in ROOT.rglob("*.py")
        if re.search(
            r"corrcoef|pearsonr|spearmanr|statistics\.correlation|rm_corr", path.read_text()
        )
    }
    assert all(name.startswith("surveys/") for name in found), found
