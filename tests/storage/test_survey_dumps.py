"""What is kept when storing answers goes wrong: reports, logs, settings, temporary files, undo.

A fault is put into the middle of every way answers come in, with answers in its words; then all
that the program has kept is looked through in every way of writing.
"""

import traceback
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import NoReturn

import pytest

from tests.storage.answer_traces import everything_in, found_in, traces_of_codes, traces_of_words
from tests.storage.survey_doors import DOORS, INSTRUMENT, ITEMS, Place, comment, marked, place_in
from tests.storage.survey_doors import as_forms as forms_of
from tests.storage.test_survey_traces import everything_temporary
from workbench.cli.root import run as run_command
from workbench.foundation.crash_report import keep_report
from workbench.foundation.settings import Settings, save_settings
from workbench.foundation.words import Means
from workbench.surveys.actions import take_wave
from workbench.surveys.answer_actions import add_answers
from workbench.surveys.closing import close_for_good
from workbench.surveys.rounds import end_round, keep_sealed

TEN = [marked(number) for number in range(10)]
WORDS = [comment(number) for number in range(10)]
OWNERS = ["Marker Person", "marker.example", "10.9.8.7"]
TRACES = {trace for sheet in TEN for trace in traces_of_codes(sheet.codes)} | {
    trace for words in (*WORDS, *OWNERS) for trace in traces_of_words(words)
}
DAY = date(2026, 6, 1)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Settings, logs, keys and temporary files of this computer, in a folder of the test."""
    folder = tmp_path / "home"
    (folder / "tmp").mkdir(parents=True)
    monkeypatch.setenv("WORKBENCH_HOME", str(folder))
    monkeypatch.setattr("tempfile.tempdir", str(folder / "tmp"))
    return folder


def failing(*given: object, **named: object) -> NoReturn:
    """Fail as a careless line would: with all it was given in its words."""
    told = [TEN[0].codes, WORDS, OWNERS, given, named]
    raise ValueError(*map(str, told)) from KeyError(str(TEN[1].codes))


def a_round(place: Place) -> None:
    end_round(place.workspace, place.asking_id, forms_of(TEN), Means.LAPTOP, place.keys)


def a_paper_round(place: Place) -> None:
    end_round(place.workspace, place.asking_id, forms_of(TEN), Means.PAPER, place.keys)


def a_sealed_one(place: Place) -> None:
    keep_sealed(place.workspace, place.asking_id, forms_of(TEN[:3]), Means.LAPTOP, place.keys)


def answers_added(place: Place) -> None:
    place.workspace.perform(add_answers, place.wave_id, TEN, WORDS)


def a_wave_taken(place: Place) -> None:
    place.workspace.perform(take_wave, 1, INSTRUMENT, "June", DAY, TEN, comments=WORDS)


FAULTS: list[tuple[str, Callable[[Place], None]]] = [
    ("workbench.surveys.answer_actions.random_key", a_round),
    ("workbench.surveys.answer_actions.count_means", a_paper_round),
    ("workbench.surveys.rounds.as_round", a_paper_round),
    ("workbench.surveys.rounds.sealed", a_sealed_one),
    ("workbench.surveys.answer_actions.stored_sheets", answers_added),
    ("workbench.surveys.actions.wave_figures", a_wave_taken),
    ("workbench.surveys.actions.freeze_changes", a_wave_taken),
    ("workbench.surveys.actions.record", a_wave_taken),
]


def kept_reports(error: BaseException) -> None:
    """Keep a report as the program does."""
    keep_report(error, datetime(2026, 6, 1, 9, 0))


def careless_reports(error: BaseException) -> None:
    """Keep a report as many programs do, with what every function held."""
    report = keep_report(error, datetime(2026, 6, 1, 9, 0))
    told = traceback.TracebackException.from_exception(error, capture_locals=True)
    report.write_text("".join(told.format()), encoding="utf-8")


@pytest.mark.parametrize("keep", [kept_reports, careless_reports])
@pytest.mark.parametrize(("where", "what"), FAULTS)
def test_a_fault_amid_storing_leaves_no_answer_in_anything_kept(
    tmp_path: Path,
    home: Path,
    monkeypatch: pytest.MonkeyPatch,
    where: str,
    what: Callable[[Place], None],
    keep: Callable[[BaseException], None],
) -> None:
    place = place_in(tmp_path / "w")
    save_settings(Settings(last_workspace=str(place.path), recent_workspaces=[str(place.path)]))
    monkeypatch.setattr(where, failing)
    with place.workspace as workspace:
        with pytest.raises(ValueError, match="marker") as caught:
            what(place)
        keep(caught.value)
        undo = workspace.read(everything_temporary) + str(workspace.undo_names)
        assert not found_in(undo.encode(), TRACES)
        inside = everything_in(home)
        assert b"ValueError" in inside
        assert bool(found_in(inside, TRACES)) == (keep is careless_reports)
    assert not found_in(everything_in(tmp_path / "w"), TRACES), "what failed half way is not stored"


def test_the_database_says_no_answer_when_it_refuses_one(
    tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = place_in(tmp_path / "w")
    monkeypatch.setattr("workbench.surveys.answer_actions.random_key", lambda: b"0" * 16)
    with pytest.raises(Exception, match="UNIQUE") as caught:
        a_round(place)
    kept_reports(caught.value)
    assert not found_in(f"{caught.value} {caught.value!r}".encode(), TRACES)
    assert not found_in(everything_in(home), TRACES)


def source_of(folder: Path) -> Path:
    source = folder / "answers of Marker Person.csv"
    heads = ["Timestamp", "Email address", "Name", "IP Address", *ITEMS, "Anything else?"]
    rows = [",".join(heads)]
    for sheet, words in zip(TEN, WORDS, strict=True):
        owner = ["2026-05-01 10:00", "p1@marker.example", "Marker Person", "10.9.8.7"]
        rows.append(",".join([*owner, *map(str, sheet.codes), words]))
    source.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return source


def taken(place: Place, source: Path) -> int:
    place.workspace.close()
    what = ["--instrument", INSTRUMENT, "--wave", "May", "--closed-on", "2026-05-31"]
    where = ["--community", "Bridges", "--columns", ",".join(ITEMS), "--comment", "Anything else?"]
    return run_command(
        ["import", "responses", str(place.path), str(source), *what, *where, "--duplicates", "all"]
    )  # fmt: skip


@pytest.mark.parametrize(
    "where", ["", "workbench.surveys.actions.wave_figures", "workbench.surveys.actions.deal"]
)
def test_a_file_taken_in_leaves_itself_nowhere_broken_or_not(
    tmp_path: Path,
    home: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    where: str,
) -> None:
    place, source = place_in(tmp_path / "w"), source_of(tmp_path)
    if where:
        monkeypatch.setattr(where, failing)
    assert taken(place, source) == (1 if where else 0)
    assert len(list(home.rglob("fault*"))) == (1 if where else 0)
    said = capfd.readouterr()
    assert not found_in((said.out + said.err).encode().replace(str(source).encode(), b""), TRACES)
    assert not found_in(everything_in(home), TRACES)
    owners = {trace for owner in OWNERS for trace in traces_of_words(owner)}
    assert not found_in(everything_in(place.path.parent), owners)


@pytest.mark.parametrize("door", [door for door in DOORS if door != "command line"])
def test_undo_holds_nothing_of_answers_comments_or_their_waves(tmp_path: Path, door: str) -> None:
    place = place_in(tmp_path / "w")
    with place.workspace as workspace:
        DOORS[door](place, TEN)
        close_for_good(workspace, place.wave_id)
        held = workspace.read(everything_temporary)
        assert "Bridges" in held or "communities" in held, "the log holds what was done besides"
        assert not found_in(held.encode(), TRACES)
        assert not {"waves", "answer_sheets", "answer_comments"} & set(held.split("'"))


def test_the_search_finds_an_answer_however_it_is_written() -> None:
    """Or none of the tests here could fail."""
    codes = TEN[3].codes
    written = [
        str(codes).encode(),
        repr(TEN[3].codes).encode("utf-16"),
        bytes(code or 0 for code in codes),
        ";".join(map(str, codes)).encode(),
        b"junk" + str(list(codes)).replace(" ", "").encode(),
    ]
    for one in written:
        assert found_in(one, traces_of_codes(codes)), one
    for words in (WORDS[3].encode(), WORDS[3].encode("utf-16"), WORDS[3].encode().hex().encode()):
        assert found_in(b"--" + words + b"--", traces_of_words(WORDS[3]))
