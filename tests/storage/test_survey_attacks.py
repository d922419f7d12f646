"""The attacks of T-43 on real files, byte by byte, by every door; each first catches a bad writer.

The order of answering, a deleted wave, a late answer, two backups round a round, what logs and
temporary folders keep. The third, a killed round, is in tests/torture; the fifth, every figure that
ever went out, in `test_released_machine` and `test_survey_leaving`; the eighth, what an import
takes along, in `test_survey_owners`.
"""

import json
import random
import shutil
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from tests.storage.survey_doors import (
    DOORS,
    INSTRUMENT,
    Place,
    comment,
    marked,
    place_in,
    stored_text,
)
from tests.storage.survey_doors import as_forms as forms_of
from tests.storage.survey_orders import RUNS, all_bytes, tau, tau_between, tells_order
from workbench.cli.root import run as run_command
from workbench.foundation.crash_report import keep_report
from workbench.foundation.errors import BadInput
from workbench.foundation.words import Means
from workbench.storage.workspace import open_workspace
from workbench.surveys import actions
from workbench.surveys.actions import take_wave
from workbench.surveys.answer_actions import add_answers
from workbench.surveys.answers import AnswerSheet
from workbench.surveys.closing import close_for_good, delete_for_good
from workbench.surveys.rounds import end_round, keep_sealed

TEN = [marked(number) for number in range(10)]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Settings, logs, keys and temporary files of this computer, in a folder of the test."""
    folder = tmp_path / "home"
    (folder / "tmp").mkdir(parents=True)
    monkeypatch.setenv("WORKBENCH_HOME", str(folder))
    monkeypatch.setattr("tempfile.tempdir", str(folder / "tmp"))
    return folder


def marks_in(content: bytes) -> set[int]:
    return {number for number, sheet in enumerate(TEN) if stored_text(sheet) in content}


def written_in_order(path: Path) -> bytes:
    """Store ten sheets as a careless program would: one by one, as they come."""
    with sqlite3.connect(path) as file:
        file.execute("CREATE TABLE answers (key BLOB PRIMARY KEY, codes TEXT) WITHOUT ROWID")
        for number, sheet in enumerate(TEN):
            file.execute("INSERT INTO answers VALUES (?, ?)", (f"{number:16}", stored_text(sheet)))
            file.commit()
    return path.read_bytes()


def test_the_attack_on_order_finds_a_careless_writer(tmp_path: Path) -> None:
    taus = [tau(written_in_order(tmp_path / f"{run}.db"), TEN) for run in range(RUNS)]
    assert tells_order(taus)


@pytest.mark.parametrize("door", DOORS)
def test_1_the_order_of_answering_is_nowhere_in_the_file(tmp_path: Path, door: str) -> None:
    taus, of_comments = [], []
    for run in range(RUNS):
        place = place_in(tmp_path / str(run))
        DOORS[door](place, TEN)
        place.workspace.close()
        content = place.path.read_bytes()
        taus.append(tau(content, TEN))
        found = [content.find(comment(number).encode()) for number in range(10)]
        if door != "command line":
            assert min(found) > 0
            of_comments.append(tau_between([content.find(stored_text(s)) for s in TEN], found))
    assert not tells_order(taus)
    assert len(set(taus)) > 3
    assert not of_comments or not tells_order(of_comments)


@pytest.mark.parametrize("door", DOORS)
def test_2_a_deleted_wave_leaves_nothing_anywhere(tmp_path: Path, door: str) -> None:
    for run in range(RUNS // len(DOORS)):
        place = place_in(tmp_path / str(run))
        DOORS[door](place, TEN)
        place.workspace.close()
        assert len(marks_in(place.path.read_bytes())) == 10, "or this test looks at nothing"
        with open_workspace(place.path) as workspace:
            delete_for_good(workspace, place.wave_id)
            assert not marks_in(all_bytes(tmp_path))
        assert not marks_in(all_bytes(tmp_path))
        assert b"-marker" not in all_bytes(tmp_path)


def late_by_every_door(place: Place, late: AnswerSheet) -> list[Callable[[], object]]:
    """Return the ways in which somebody could try to add one late answer to the wave."""
    workspace, day = place.workspace, date(2026, 6, 1)
    forms = forms_of([late] * 6)
    return [
        lambda: workspace.perform(add_answers, place.wave_id, [late] * 5),
        lambda: end_round(workspace, place.asking_id, forms, Means.PAPER, place.keys),
        lambda: workspace.perform(take_wave, 1, INSTRUMENT, "May", day, [*TEN, late]),
        lambda: workspace.perform(take_wave, 1, INSTRUMENT, "June", day, [*TEN, late]),
        lambda: workspace.perform(take_wave, 2, INSTRUMENT, "June", day, TEN[:9]),
    ]


def test_4_two_exports_round_a_late_answer_are_the_same(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    draw = random.Random(4)
    for run in range(RUNS):
        place = place_in(tmp_path / str(run))
        DOORS["laptop"](place, TEN)
        late = AnswerSheet(tuple(draw.randint(1, 4) for _ in range(20)))
        close_for_good(place.workspace, place.wave_id)
        before = exported(place, capsys)
        assert '"n": 10' in before
        with open_workspace(place.path) as workspace:
            again = replace(place, workspace=workspace)
            for attempt in late_by_every_door(again, late):
                with pytest.raises(BadInput):
                    attempt()
            keep_sealed(workspace, place.asking_id, forms_of([late]), Means.PAPER, place.keys)
        assert exported(place, capsys) == before


def told_by_two(before: str, after: str) -> float:
    """Return the score of the one who came late, from the sums in two exports."""
    first, second = (json.loads(text)["waves"] for text in (before, after))
    sums = [max(wave["n"] * wave["mean"] for wave in waves) for waves in (first, second)]
    return float(sums[1] - sums[0])


def test_4_without_the_rules_two_exports_tell_the_score_of_whoever_came_late(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    place = place_in(tmp_path / "w")
    DOORS["laptop"](place, TEN)
    close_for_good(place.workspace, place.wave_id)
    before = exported(place, capsys)
    monkeypatch.setattr(actions, "checked_beside_others", lambda *given: given[4])
    with open_workspace(place.path) as workspace:
        late = AnswerSheet((4,) * 20)
        late_by_every_door(replace(place, workspace=workspace), late)[3]()
    assert told_by_two(before, exported(place, capsys)) == pytest.approx(53)  # T-02: all 4


def exported(place: Place, capsys: pytest.CaptureFixture[str]) -> str:
    """Return what the command line gives out about the wave."""
    place.workspace.close()
    capsys.readouterr()
    wanted = ["--community", "Bridges", "--instrument", INSTRUMENT, "--json"]
    assert run_command(["results", str(place.path), *wanted]) == 0
    return capsys.readouterr().out


def copies_round(folder: Path, *, careful: bool) -> list[bytes]:
    """Return the file as backups had it: before, while four wait sealed, and after the round."""
    place = place_in(folder)
    held = [place.path.read_bytes()]
    forms = forms_of(TEN)
    with place.workspace as workspace:
        for start in (0, 2):
            if careful:
                few = forms[start : start + 2]
                keep_sealed(workspace, place.asking_id, few, Means.LAPTOP, place.keys)
            held.append(copied(place.path))
        if careful:
            end_round(workspace, place.asking_id, forms[4:], Means.LAPTOP, place.keys)
        else:
            for start in (0, 5):
                workspace.perform(add_answers, place.wave_id, TEN[start : start + 5])
                held.append(copied(place.path))
        held.append(copied(place.path))
    return held


def copied(path: Path) -> bytes:
    copy = path.with_suffix(".copy")
    shutil.copyfile(path, copy)
    return copy.read_bytes()


def test_6_backups_round_a_round_differ_in_whole_batches(tmp_path: Path) -> None:
    by_fives = [len(marks_in(one)) for one in copies_round(tmp_path / "fives", careful=False)]
    assert by_fives == [0, 0, 0, 5, 10, 10], "or this test looks at nothing"
    for run in range(RUNS):
        held = copies_round(tmp_path / str(run), careful=True)
        assert [len(marks_in(one)) for one in held] == [0, 0, 0, 10]
        assert len(held[1]) == len(held[2]), "two and four that wait take the same room"
        assert not any(b"-marker" in one for one in held[:3])


@pytest.mark.parametrize("broken", [False, True])
def test_7_logs_reports_and_temporary_files_hold_no_answer(
    tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch, broken: bool
) -> None:
    def failing(*_: object, **__: object) -> None:
        raise ValueError(str(TEN[0].codes), comment(3))

    place = place_in(tmp_path / "w")
    with place.workspace as workspace:
        monkeypatch.setattr(actions, "wave_figures", failing)
        with pytest.raises(ValueError) as caught:
            workspace.perform(take_wave, 1, INSTRUMENT, "June", date(2026, 6, 1), TEN)
        report = keep_report(caught.value, datetime_of(2026, 6, 1))
        if broken:
            report.write_text(str(caught.value), encoding="utf-8")
        inside = all_bytes(home) + str(workspace.undo_names).encode()
        assert (b"3, 2, 3, 3" in inside or b"-marker" in inside) == broken
        assert not marks_in(all_bytes(tmp_path)), "what failed half way is not in the file"


def datetime_of(year: int, month: int, day: int) -> datetime:
    return datetime(year, month, day, 9, 0)
