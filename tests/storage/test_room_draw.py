"""Rooms without a window: the sample's draw of the pictures, put to use, printed, refused."""

import json
import shutil
from pathlib import Path

import pytest

from workbench.cli.root import run
from workbench.imports.sample import make_sample, sample_clock
from workbench.reports.room_draw import RoomsMade, RoomsWanted, make_rooms
from workbench.sessions.rooms import Honour
from workbench.sessions.rooms_draw_queries import season_draws
from workbench.storage.workspace import open_workspace

NEXT = 17


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("rooms") / "bridges.fwb"
    make_sample(path)
    return path


@pytest.fixture
def file(sample: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(sample, tmp_path / "bridges.fwb"))


def made(file: Path, wanted: RoomsWanted) -> RoomsMade:
    with open_workspace(file, clock=sample_clock()) as workspace:
        return make_rooms(workspace, NEXT, wanted)


def test_the_next_session_of_the_sample_is_as_in_the_pictures(file: Path) -> None:
    found = made(file, RoomsWanted())
    assert [len(room.people) for room in found.rooms] == [4] * 7 + [3]
    figures = found.figures
    assert (figures.new.count, figures.pairs, round(figures.new.by_chance)) == (41, 45, 28)
    assert (figures.across.count, round(figures.across.by_chance)) == (37, 22)
    assert (figures.met.count, round(figures.met.by_chance), figures.met_words) == (
        4, 17, "each once",
    )  # fmt: skip
    assert (figures.newcomers, figures.rooms_with_newcomers) == (4, 4)
    assert figures.least_departments >= 3
    assert found.honour is Honour.HELD
    assert (len(found.facts.likely), len(found.facts.could)) == (31, 45)
    assert len(found.facts.draws) == 11
    assert [room.on_screen for room in found.rooms] == [False] * 5 + [True] * 3


def test_everybody_who_could_come(file: Path) -> None:
    found = made(file, RoomsWanted(size=5, everybody=True))
    assert sum(len(room.people) for room in found.rooms) == 45


def test_rooms_in_use_are_shown_until_others_are_asked_for(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["rooms", str(file), "--session", "17", "--seed", "3", "--use", "--json"]) == 0
    first = json.loads(capsys.readouterr().out)
    assert run(["rooms", str(file), "--session", "17", "--json"]) == 0
    again = json.loads(capsys.readouterr().out)
    assert first["used"]
    assert again["used"]
    assert [set(room["people"]) for room in again["rooms"]] == [
        set(room["people"]) for room in first["rooms"]
    ]
    with open_workspace(file) as workspace:
        assert len(workspace.read(season_draws, NEXT)) == 12
    assert run(["rooms", str(file), "--session", "17", "--size", "3", "--json"]) == 0
    other = json.loads(capsys.readouterr().out)
    assert (other["used"], max(len(room["people"]) for room in other["rooms"])) == (False, 3)


def test_the_command_tells_rooms_in_lines(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rooms", str(file), "--session", "17", "--block", "0"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0].startswith("41 of 45 pairs are new, by chance about 28; 37 of these across")
    assert said[1].startswith("Room 1, Window table: ")
    assert len(said) == 9


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--session", "17", "--size", "1"], "Rooms hold 2 to 12 people, not 1."),
        (["--session", "17", "--size", "13"], "Rooms hold 2 to 12 people, not 13."),
        (["--session", "999"], "There is no session number 999"),
        (["--session", "17", "--block", "9999"], "There is no block number 9999"),
        (["--session", "17", "--out", "rooms.doc"], "A list of rooms is written as .pdf or .csv"),
        (["--session", "17", "--out", "/nowhere/at/all/rooms.pdf"], "does not exist"),
    ],
)
def test_what_cannot_be_is_said_in_a_sentence(
    file: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], says: str
) -> None:
    assert run(["rooms", str(file), *arguments]) == 2
    told = capsys.readouterr()
    assert says in told.err
    assert told.err.count("\n") == 1
    assert "Traceback" not in told.err
