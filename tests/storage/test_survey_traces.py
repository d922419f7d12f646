"""What the file's bytes tell: neither the order of answering, nor a deleted wave, nor an undo."""

import re
from itertools import combinations
from pathlib import Path

import pytest
from sqlalchemy import inspect, text
from sqlalchemy.orm import Session

from tests.factories import CLOCK
from workbench.models import Base
from workbench.storage.workspace import Workspace, create_workspace
from workbench.surveys.actions import take_wave
from workbench.surveys.answer_actions import add_answers
from workbench.surveys.answers import AnswerSheet
from workbench.surveys.asking_actions import open_wave, plan_wave
from workbench.surveys.closing import close_for_good, delete_for_good
from workbench.surveys.wave_rules import WavePlan

RUNS = 16


def marked(number: int) -> AnswerSheet:
    """A sheet whose codes spell its number, so that it can be found in the file."""
    bits = [(number >> place) % 2 + 2 for place in range(7)]
    return AnswerSheet((*bits, 3, 2, 3, 3, 2, 2, 3, 2, 3, 3, 2, 2, 3))


def stored_text(sheet: AnswerSheet) -> bytes:
    return ("[" + ",".join(map(str, sheet.codes)) + "]").encode()


def in_file(path: Path, sheets: list[AnswerSheet]) -> list[int]:
    """Return where in the file each sheet lies; fails where one is missing or there twice."""
    content = path.read_bytes()
    places = []
    for sheet in sheets:
        found = [match.start() for match in re.finditer(re.escape(stored_text(sheet)), content)]
        assert len(found) == 1
        places += found
    return places


def tau(places: list[int]) -> float:
    """Kendall's tau between the order of answering and the order in the file."""
    pairs = list(combinations(places, 2))
    return sum(1 if a < b else -1 for a, b in pairs) / len(pairs)


def opened(workspace: Workspace) -> int:
    plan = WavePlan("May", invited=60)
    wave_id = workspace.perform(plan_wave, 1, "ucla-20-v3", plan).value
    workspace.perform(open_wave, wave_id)
    return wave_id


def test_the_order_of_answering_is_not_in_the_file(tmp_path: Path) -> None:
    sheets = [marked(number) for number in range(10)]
    taus = []
    for run in range(RUNS):
        path = tmp_path / f"{run}.fwb"
        with create_workspace(path, clock=CLOCK) as workspace:
            workspace.perform(add_answers, opened(workspace), sheets)
            taus.append(tau(in_file(path, sheets)))
    assert abs(sum(taus) / RUNS) < 0.25  # four standard deviations of the mean of random orders
    assert max(map(abs, taus)) < 0.95
    assert len(set(taus)) > 3


def test_rounds_are_not_in_the_file_either(tmp_path: Path) -> None:
    sheets = [marked(number) for number in range(12)]
    taus = []
    for run in range(RUNS):
        path = tmp_path / f"{run}.fwb"
        with create_workspace(path, clock=CLOCK) as workspace:
            wave_id = opened(workspace)
            workspace.perform(add_answers, wave_id, sheets[:6])
            workspace.perform(add_answers, wave_id, sheets[6:])
            close_for_good(workspace, wave_id)
            taus.append(tau(in_file(path, sheets)))
    assert abs(sum(taus) / RUNS) < 0.25


@pytest.mark.parametrize("close", [False, True])
def test_a_deleted_wave_leaves_no_answer_anywhere(tmp_path: Path, close: bool) -> None:
    sheets = [marked(number) for number in range(40)]
    comments = [f"marker-{number}-kept-nowhere" for number in range(12)]
    path = tmp_path / "w.fwb"
    with create_workspace(path, clock=CLOCK) as workspace:
        wave_id = opened(workspace)
        workspace.perform(add_answers, wave_id, sheets, comments)
        assert len(in_file(path, sheets)) == 40
        if close:
            close_for_good(workspace, wave_id)
        delete_for_good(workspace, wave_id)
        for beside in tmp_path.iterdir():
            content = beside.read_bytes()
            assert not any(stored_text(sheet) in content for sheet in sheets)
            assert b"kept-nowhere" not in content


def test_answers_are_not_in_the_undo_log(tmp_path: Path) -> None:
    with create_workspace(tmp_path / "w.fwb", clock=CLOCK) as workspace:
        done = workspace.perform(
            take_wave, 1, "ucla-20-v3", "May", CLOCK.today(), [marked(n) for n in range(9)]
        )
        assert done.step is None
        assert workspace.undo_names == []
        assert "answer" not in workspace.read(everything_temporary)


def everything_temporary(session: Session) -> str:
    """All rows of all temporary tables, as text."""
    tables = session.execute(
        text("SELECT name FROM sqlite_temp_master WHERE type = 'table'")
    ).scalars()
    rows = [session.execute(text(f'SELECT * FROM temp."{name}"')).all() for name in tables]
    return str(rows)


def test_no_key_leads_from_the_island_of_surveys_to_any_other_table() -> None:
    island = {
        table.name
        for mapper in Base.registry.mappers
        if mapper.class_.__module__.endswith(".surveys")
        for table in mapper.tables
    }
    for table in Base.metadata.tables.values():
        for key in table.foreign_keys:
            assert (table.name in island) == (key.column.table.name in island)


def test_answers_carry_no_time_order_session_or_person() -> None:
    columns = {
        name: {column.name for column in Base.metadata.tables[name].columns}
        for name in ("answer_sheets", "answer_comments", "sealed_rounds")
    }
    assert columns == {
        "answer_sheets": {"key", "wave_id", "answers", "department", "attended", "link"},
        "answer_comments": {"key", "wave_id", "text", "decision"},
        "sealed_rounds": {"key", "asking_id", "box"},
    }
    for name in columns:
        assert Base.metadata.tables[name].dialect_options["sqlite"]["with_rowid"] is False
    assert inspect(Base.metadata.tables["answer_sheets"]).primary_key.columns.keys() == ["key"]
