"""`new`, `check`, `backup` and `restore` on the command line, with every exit code."""

import os
from pathlib import Path

import pytest

from tests.journeys.commands import Outcome, command, program, refused, succeeded
from workbench.storage.workspace import open_workspace

SECRET = "lamp otter seven quiet brook"


def test_new_makes_a_file_that_check_calls_whole(tmp_path: Path) -> None:
    path = tmp_path / "Gruppe Süd.fwb"
    assert str(path) in succeeded("new", path).out
    told = succeeded("check", path, "--json").json
    assert (told["whole"], told["problems"], told["rows"]["people"]) == (True, [], 0)


def test_new_sample_says_so(tmp_path: Path) -> None:
    told = succeeded("new", tmp_path / "b.fwb", "--sample", "--json").json
    assert told["sample"] is True
    assert succeeded("check", tmp_path / "b.fwb", "--json").json["rows"]["contributions"] == 349


def test_new_never_writes_over_a_file(bridges: Path) -> None:
    before = bridges.read_bytes()
    for arguments in (("new", bridges), ("new", bridges, "--sample")):
        assert "bridges.fwb" in refused(command(*arguments))
    assert bridges.read_bytes() == before


def test_new_in_a_folder_that_is_not_there(tmp_path: Path) -> None:
    refused(command("new", tmp_path / "nowhere" / "a.fwb"))
    refused(command("new", tmp_path))
    assert not (tmp_path / "nowhere").exists()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_new_in_a_read_only_folder(tmp_path: Path) -> None:
    shut = tmp_path / "shut"
    shut.mkdir(mode=0o500)
    refused(command("new", shut / "a.fwb"))


def test_a_protected_file_opens_with_its_passphrase_only(tmp_path: Path) -> None:
    path, secret = tmp_path / "p.fwb", tmp_path / "secret.txt"
    secret.write_text(f"{SECRET}\n", encoding="utf-8")
    assert succeeded("new", path, "--passphrase-file", secret, "--json").json["protected"] is True
    assert b"SQLite format" not in path.read_bytes()
    succeeded("check", path, "--passphrase-file", secret)
    assert "passphrase" in refused(command("check", path))
    secret.write_text("wrong", encoding="utf-8")
    assert "passphrase" in refused(command("check", path, "--passphrase-file", secret))
    refused(command("check", path, "--passphrase-file", tmp_path / "missing.txt"))
    secret.write_bytes(b"\xff\xfe\x00")
    refused(command("check", path, "--passphrase-file", secret))


def test_passphrase_from_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKBENCH_PASSPHRASE", "Zażółć gęślą jaźń '\";--")
    succeeded("new", tmp_path / "p.fwb")
    succeeded("check", tmp_path / "p.fwb")
    monkeypatch.setenv("WORKBENCH_PASSPHRASE", "other")
    assert "passphrase" in refused(command("check", tmp_path / "p.fwb"))


def test_an_empty_passphrase_file_protects_nothing_and_says_so(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("\n", encoding="utf-8")
    refused(command("new", tmp_path / "p.fwb", "--passphrase-file", secret))
    assert not (tmp_path / "p.fwb").exists()


def test_backup_and_restore_bring_back_what_was(bridges: Path, tmp_path: Path) -> None:
    folder = tmp_path / "copies"
    folder.mkdir()
    told = succeeded("backup", bridges, folder, "--json").json
    copy = Path(told["backup"])
    assert copy.parent == folder
    assert told["size"] == copy.stat().st_size > 0
    succeeded("import", "roster", bridges, _one_person(tmp_path), "--community", "Bridges")
    assert _people(bridges) == 49
    aside = succeeded("restore", copy, bridges, "--json").json["set_aside"]
    assert _people(bridges) == 48
    assert _people(Path(aside)) == 49


def test_backup_beside_the_file_and_restore_to_a_new_place(bridges: Path, tmp_path: Path) -> None:
    copy = Path(succeeded("backup", bridges, "--json").json["backup"])
    assert copy.is_file()
    told = succeeded("restore", copy, tmp_path / "fresh.fwb", "--json").json
    assert told["set_aside"] is None
    assert _people(tmp_path / "fresh.fwb") == 48


def test_a_damaged_backup_is_refused_and_the_file_stays(bridges: Path, tmp_path: Path) -> None:
    before = bridges.read_bytes()
    broken = tmp_path / "broken.fwb"
    broken.write_bytes(before[: len(before) // 2])
    for source in (broken, tmp_path / "missing.fwb", tmp_path):
        refused(command("restore", source, bridges))
    assert bridges.read_bytes() == before


def test_backup_into_places_that_cannot_take_it(bridges: Path, tmp_path: Path) -> None:
    (tmp_path / "a-file").write_text("x", encoding="utf-8")
    refused(command("backup", bridges, tmp_path / "a-file"))
    refused(command("backup", tmp_path / "missing.fwb", tmp_path))


def test_one_window_at_a_time(bridges: Path) -> None:
    with open_workspace(bridges):
        sentence = refused(program("check", bridges))
        assert "already open" in sentence
    assert program("check", bridges).code == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ["nonsense"],
        ["check"],
        ["new"],
        ["import"],
        ["import", "roster"],
        ["export", "roster", "a.fwb"],
        ["check", "a.fwb", "--colour", "red"],
        ["import", "roster", "a.fwb", "b.csv"],
        ["brief", "a.fwb", "b.pdf", "--community", "X", "--from", "Tuesday"],
        ["import", "attendance", "a.fwb", "b.csv", "--community", "X", "--min-minutes", "-4"],
        ["import", "attendance", "a.fwb", "b.csv", "--community", "X", "--session", "one"],
        ["import", "attendance", "a.fwb", "b.csv", "--community", "X", "--session", "1",
         "--create"],
        ["import", "roster", "a.fwb", "b.csv", "--community", "X", "--map", "Name"],
        ["import", "responses", "a.fwb", "b.csv", "--community", "X", "--instrument", "ucla-3",
         "--wave", "A", "--closed-on", "31/12/2026"],
    ],
)  # fmt: skip
def test_wrong_use_exits_2_with_one_sentence(arguments: list[str]) -> None:
    outcome = command(*arguments)
    assert outcome.code == 2
    assert outcome.err.count("\n") == 1, outcome.err
    assert "Traceback" not in outcome.err


def test_help_and_version_exit_0() -> None:
    for arguments in (["--help"], ["--version"], ["import", "roster", "--help"]):
        outcome = command(*arguments)
        assert (outcome.code, outcome.err) == (0, "")
        assert outcome.out


def test_the_program_itself(tmp_path: Path) -> None:
    made: Outcome = program("new", tmp_path / "a.fwb")
    assert (made.code, made.err) == (0, "")
    missing = program("check", tmp_path / "b.fwb")
    assert refused(missing)
    assert missing.out == ""


def _people(path: Path) -> int:
    return int(succeeded("check", path, "--json").json["rows"]["people"])


def _one_person(folder: Path) -> Path:
    path = folder / "one.csv"
    path.write_text("Name,Department\nZuzana Říhová,Support\n", encoding="utf-8")
    return path


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1", "ascii"])
def test_every_letter_can_be_printed_on_old_computers(bridges: Path, encoding: str) -> None:
    asked = ("--community", "Bridges", "--instrument", "loneliness-pulse")
    told = program("results", bridges, *asked, PYTHONIOENCODING=encoding)
    assert (told.code, told.err) == (0, "")
    assert "−" in told.out
    wrong = program(
        "results", bridges, "--community", "Łódź", *asked[2:], PYTHONIOENCODING=encoding
    )
    assert "Łódź" in refused(wrong)
