"""Whatever is wrong with the file: a sentence, exit 2, and the file stays as it is."""

import random
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.journeys.commands import Outcome, command, program, refused, succeeded

BRIDGES = ("--community", "Bridges")


def every_command(path: Path, folder: Path) -> list[Outcome]:
    """Run what reads and what writes; each must refuse in its own words."""
    roster = folder / "one.csv"
    roster.write_text("Name\nAna\n", encoding="utf-8")
    return [
        command("check", path),
        command("check", path, "--json"),
        command("results", path, *BRIDGES, "--instrument", "safety-pulse"),
        command("export", "roster", path, folder / "out.xlsx", *BRIDGES),
        command("import", "roster", path, roster, *BRIDGES),
        command("backup", path, folder),
        command("brief", path, folder / "out.pdf", *BRIDGES),
        command("calendar", path, folder / "out.ics", *BRIDGES),
    ]


def foreign_database(path: Path) -> None:
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE recipes (name TEXT)")
        other.executemany("INSERT INTO recipes VALUES (?)", [("soup",)] * 500)
    other.close()


def newer_schema(path: Path) -> None:
    with sqlite3.connect(path) as own:
        own.execute("PRAGMA user_version = 999")
    own.close()


FAULTS = {
    "empty": lambda path: path.write_bytes(b""),
    "one byte": lambda path: path.write_bytes(b"S"),
    "zeros": lambda path: path.write_bytes(bytes(8192)),
    "text": lambda path: path.write_text("Dear Ruth,\n" * 500, encoding="utf-8"),
    "picture": lambda path: path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40),
    "workbook": lambda path: path.write_bytes(b"PK\x03\x04" + bytes(range(256)) * 40),
    "noise": lambda path: path.write_bytes(random.Random(3).randbytes(20_480)),
    "half": lambda path: path.write_bytes(path.read_bytes()[: path.stat().st_size // 2]),
    "a page less": lambda path: path.write_bytes(path.read_bytes()[:-4096]),
    "a byte less": lambda path: path.write_bytes(path.read_bytes()[:-1]),
    "header gone": lambda path: path.write_bytes(bytes(100) + path.read_bytes()[100:]),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_file_that_is_not_whole(bridges: Path, tmp_path: Path, fault: str) -> None:
    FAULTS[fault](bridges)
    before = bridges.read_bytes()
    for outcome in every_command(bridges, tmp_path):
        assert "bridges.fwb" in refused(outcome)
    assert bridges.read_bytes() == before
    assert not (tmp_path / "out.xlsx").exists()


@pytest.mark.parametrize("make", [foreign_database, newer_schema])
def test_another_programs_file_and_a_newer_one(
    bridges: Path, tmp_path: Path, make: Callable[[Path], None]
) -> None:
    if make is foreign_database:
        bridges.unlink()
    make(bridges)
    before = bridges.read_bytes()
    for outcome in every_command(bridges, tmp_path):
        refused(outcome)
    assert bridges.read_bytes() == before


def test_places_where_no_file_is(tmp_path: Path) -> None:
    for path in (tmp_path / "missing.fwb", tmp_path, tmp_path / "no" / "where.fwb"):
        for outcome in every_command(path, tmp_path):
            refused(outcome)
    assert not (tmp_path / "missing.fwb").exists()


@pytest.mark.parametrize("seed", range(24))
def test_any_range_of_zeros(bridges: Path, tmp_path: Path, seed: int) -> None:
    dice = random.Random(seed)
    content = bytearray(bridges.read_bytes())
    start = dice.randrange(len(content) - 600)
    length = dice.choice((1, 16, 100, 512, 4096, 40_000))
    content[start : start + length] = bytes(min(length, len(content) - start))
    bridges.write_bytes(content)
    outcome = command("check", bridges, "--json")
    if outcome.code == 0:
        assert outcome.json["whole"] is True
        assert outcome.err == ""
    else:
        refused(outcome)
    assert bridges.read_bytes() == bytes(content)
    for each in every_command(bridges, tmp_path)[2:]:
        if each.code != 0:
            refused(each)


def test_a_protected_file_damaged_or_opened_wrongly(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "locked.fwb"
    monkeypatch.setenv("WORKBENCH_PASSPHRASE", "lamp otter seven quiet brook")
    succeeded("new", path, "--sample")
    whole = path.read_bytes()
    for start in (0, 30, 5000, len(whole) // 2, len(whole) - 2000):
        content = bytearray(whole)
        content[start : start + 200] = bytes(200)
        path.write_bytes(content)
        for outcome in every_command(path, tmp_path):
            refused(outcome)
        assert path.read_bytes() == bytes(content)
    path.write_bytes(whole)
    monkeypatch.setenv("WORKBENCH_PASSPHRASE", "lamp otter seven quiet brooks")
    for outcome in every_command(path, tmp_path):
        assert "passphrase" in refused(outcome)
    assert path.read_bytes() == whole


def test_a_damaged_file_in_a_program_of_its_own(bridges: Path) -> None:
    bridges.write_bytes(bridges.read_bytes()[:9000])
    outcome = program("check", bridges)
    assert "bridges.fwb" in refused(outcome)
