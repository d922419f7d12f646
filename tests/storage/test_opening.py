"""Opening: what works, and every refusal as a sentence with the file as it was."""

import os
import sqlite3
import stat
import zipfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from tests.storage.table_rows import everything, fill_everything, fill_undoable
from workbench.foundation.clock import FixedClock
from workbench.foundation.errors import CannotSave, UserFixable
from workbench.storage import schema
from workbench.storage.engine import connect
from workbench.storage.faults import (
    AlreadyOpen,
    DamagedWorkspace,
    FileMoved,
    NewerWorkspace,
    NotAWorkspace,
    PassphraseNeeded,
    WorkspaceFault,
    WrittenByAnother,
    WrongPassphrase,
)
from workbench.storage.opening import is_protected
from workbench.storage.unit_of_work import Work, action
from workbench.storage.workspace import Workspace, create_workspace, open_workspace

CLOCK = FixedClock(datetime(2026, 10, 13, 9))


@pytest.mark.parametrize(
    "name", ["w.fwb", "Führung & co. #1 100%? 'x'.fwb", "two  blanks", "汉字.fwb", "n" * 240]
)
@pytest.mark.parametrize("passphrase", [None, 'pass\'phrase "ü" ; --'])
def test_what_was_written_is_there_again(tmp_path: Path, name: str, passphrase: str | None) -> None:
    path = tmp_path / name
    with create_workspace(path, passphrase, CLOCK) as workspace:
        workspace.perform(fill_everything, 2)
        rows = workspace.read(everything)
        assert workspace.protected == (passphrase is not None)
    assert is_protected(path) == (passphrase is not None)
    with open_workspace(path, passphrase) as workspace:
        assert workspace.read(everything) == rows
    assert sorted(entry.name for entry in tmp_path.iterdir()) == [name], "nothing else is left"


def test_a_passphrase_for_an_open_file_is_not_needed(tmp_path: Path) -> None:
    create_workspace(tmp_path / "w.fwb").close()
    with open_workspace(tmp_path / "w.fwb", "superfluous") as workspace:
        assert not workspace.protected
        assert workspace.passphrase is None


def test_an_accent_typed_in_two_parts_is_the_same_passphrase(tmp_path: Path) -> None:
    create_workspace(tmp_path / "w.fwb", "Caf\u00e9").close()
    open_workspace(tmp_path / "w.fwb", "Cafe\u0301").close()


@pytest.mark.parametrize("passphrase", ["", "a\0b", "\ud800"])
def test_a_passphrase_that_cannot_protect_makes_no_file(tmp_path: Path, passphrase: str) -> None:
    with pytest.raises(UserFixable):
        create_workspace(tmp_path / "w.fwb", passphrase)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("there", ["file", "folder", "link", "dangling link", "workspace"])
def test_a_new_workspace_takes_the_place_of_nothing(tmp_path: Path, there: str) -> None:
    path, other = tmp_path / "w.fwb", tmp_path / "other"
    if there == "file":
        path.write_bytes(b"mine")
    elif there == "folder":
        path.mkdir()
    elif there == "workspace":
        create_workspace(path).close()
    else:
        path.symlink_to(other)
        if there == "link":
            other.write_bytes(b"mine")
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(CannotSave, match="already exists"):
        create_workspace(path)
    assert (path.read_bytes() if path.is_file() else None) == before
    assert path.is_symlink() == ("link" in there)


@pytest.mark.parametrize(
    ("name", "words"),
    [("missing/w.fwb", "does not exist"), ("n" * 300, "shorter name"), ("a\0b", "shorter name")],
)
def test_a_place_where_none_can_be_made(tmp_path: Path, name: str, words: str) -> None:
    with pytest.raises(CannotSave) as told:
        create_workspace(tmp_path / name)
    assert words in str(told.value)


def test_only_the_owner_may_read_the_file_and_its_journal(workspace: Workspace) -> None:
    workspace.perform(fill_everything, 1)
    for name in ("w.fwb", "w.fwb-journal"):
        assert stat.S_IMODE(workspace.path.with_name(name).stat().st_mode) == 0o600


def test_a_link_leads_to_the_file_and_its_marker(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    path = tmp_path / "real" / "w.fwb"
    create_workspace(path).close()
    (tmp_path / "link.fwb").symlink_to(path)
    with open_workspace(tmp_path / "link.fwb") as workspace:
        assert workspace.path == path
        with pytest.raises(AlreadyOpen):
            open_workspace(path)


def test_a_relative_name_is_kept_when_the_program_goes_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with create_workspace(Path("w.fwb")) as workspace:
        monkeypatch.chdir("/")
        workspace.perform(fill_everything, 1)


def zip_file(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("a.txt", "a" * 5000)


def other_database(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("CREATE TABLE people (id INTEGER PRIMARY KEY)")
    connection.commit()
    connection.close()


def other_database_with_a_number(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA application_id = 1234")
    connection.execute("CREATE TABLE people (id INTEGER PRIMARY KEY)")
    connection.close()


def newer(path: Path) -> None:
    create_workspace(path).close()
    connection = connect(path, None)
    connection.execute(f"PRAGMA user_version = {schema.SCHEMA + 1}")
    connection.close()


def without_stamp(path: Path) -> None:
    create_workspace(path).close()
    connection = connect(path, None)
    connection.execute("PRAGMA user_version = 0")
    connection.close()


def without_a_table(path: Path) -> None:
    create_workspace(path).close()
    connection = connect(path, None)
    connection.execute("DROP TABLE events")
    connection.close()


def with_a_trigger(path: Path) -> None:
    create_workspace(path).close()
    connection = connect(path, None)
    connection.execute("CREATE TRIGGER t AFTER INSERT ON people BEGIN DELETE FROM communities; END")
    connection.close()


def written(content: bytes) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(content)


REFUSED: dict[str, tuple[Callable[[Path], object], type[WorkspaceFault], str]] = {
    "nothing": (lambda path: None, NotAWorkspace, "There is no file"),
    "an empty file": (lambda path: path.touch(), NotAWorkspace, "is empty"),
    "a folder": (lambda path: path.mkdir(), NotAWorkspace, "it is a folder"),
    "a dangling link": (
        lambda path: path.symlink_to("nowhere"), NotAWorkspace, "There is no file",
    ),
    "a pipe": (os.mkfifo, NotAWorkspace, "it is not a file"),
    "a zip": (zip_file, NotAWorkspace, "an Office or zip file"),
    "a PDF": (written(b"%PDF-1.7\n" + b"x" * 9000), NotAWorkspace, "it is a PDF"),
    "a picture": (written(b"\x89PNG\r\n\x1a\n" + bytes(9000)), NotAWorkspace, "a picture"),
    "plain text": (written(b"Name;Team\r\n" * 900), NotAWorkspace, "it holds plain text"),
    "German text": (written("Müller;Köln\n".encode() * 900), NotAWorkspace, "plain text"),
    "UTF-16 text": (written("Müller\tKöln\n".encode("utf-16") * 900), NotAWorkspace, "plain text"),
    "a few bytes": (written(b"\x00\x01\x02"), NotAWorkspace, "too short"),
    "half a header": (written(b"SQLite format 3\x00"), NotAWorkspace, "another program"),
    "another database": (other_database, NotAWorkspace, "another program wrote this database"),
    "a numbered one": (other_database_with_a_number, NotAWorkspace, "another program"),
    "zeros": (written(bytes(20_000)), DamagedWorkspace, "is damaged"),
    "noise": (written(os.urandom(20_000)), PassphraseNeeded, "protected by a passphrase"),
    "a newer file": (newer, NewerWorkspace, "newer version"),
    "no schema number": (without_stamp, DamagedWorkspace, "is damaged"),
    "a table missing": (without_a_table, DamagedWorkspace, "is damaged"),
    "a strange trigger": (with_a_trigger, DamagedWorkspace, "is damaged"),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_opened_is_refused_in_words_and_stays(tmp_path: Path, case: str) -> None:
    make, kind, words = REFUSED[case]
    path = tmp_path / "w.fwb"
    make(path)
    content = path.read_bytes() if path.is_file() else None
    names = sorted(tmp_path.iterdir())
    with pytest.raises(kind) as told:
        open_workspace(path)
    assert words in told.value.sentence
    assert "sqlite" not in str(told.value).lower()
    assert told.value.next_step
    assert (path.read_bytes() if path.is_file() else None) == content
    assert sorted(tmp_path.iterdir()) == names


@pytest.mark.parametrize("passphrase", ["wrong", "", "a\0b", "\ud800", "x" * 10_000])
def test_a_wrong_passphrase_is_told_and_the_right_one_works_after_it(
    tmp_path: Path, passphrase: str
) -> None:
    path = tmp_path / "w.fwb"
    create_workspace(path, "right").close()
    content = path.read_bytes()
    with pytest.raises(PassphraseNeeded):
        open_workspace(path)
    with pytest.raises(WrongPassphrase):
        open_workspace(path, passphrase)
    assert path.read_bytes() == content
    open_workspace(path, "right").close()


def test_noise_with_a_passphrase_looks_like_a_wrong_one(tmp_path: Path) -> None:
    (tmp_path / "w.fwb").write_bytes(os.urandom(20_480))
    with pytest.raises(WrongPassphrase):
        open_workspace(tmp_path / "w.fwb", "any")


def test_the_cipher_writes_nothing_on_standard_error(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "w.fwb"
    create_workspace(path, "right").close()
    content = bytearray(path.read_bytes())
    content[5000:6000] = bytes(1000)
    path.write_bytes(content)
    for passphrase in ("wrong", "right"):
        with pytest.raises(WorkspaceFault):
            open_workspace(path, passphrase)
    assert capfd.readouterr() == ("", "")


def test_a_closed_workspace_says_so(workspace: Workspace) -> None:
    workspace.close()
    workspace.close()
    attempts: list[Callable[[], object]] = [
        lambda: workspace.read(everything),
        lambda: workspace.perform(fill_everything),
        workspace.undo,
        workspace.check,
        workspace.compact,
        lambda: workspace.copy_to(Path("x")),
    ]
    for attempt in attempts:
        with pytest.raises(UserFixable, match="is closed"):
            attempt()


def test_the_same_window_opens_a_file_once(workspace: Workspace) -> None:
    with pytest.raises(AlreadyOpen, match="in this window"):
        open_workspace(workspace.path)
    with pytest.raises(AlreadyOpen):
        is_protected(workspace.path)
    workspace.perform(fill_everything, 1)


@pytest.mark.parametrize("gone", ["deleted", "moved", "replaced", "folder moved"])
def test_a_file_that_was_taken_away_takes_no_writes(workspace: Workspace, gone: str) -> None:
    """A program that syncs may do so; writing on would end in a file without a name."""
    workspace.perform(fill_everything, 1)
    path, folder = workspace.path, workspace.path.parent
    if gone == "deleted":
        path.unlink()
    elif gone == "folder moved":
        folder.rename(folder.with_name("elsewhere"))
    else:
        path.rename(path.with_name("moved.fwb"))
    if gone == "replaced":
        path.write_bytes(b"older")
    attempts: list[Callable[[], object]] = [
        lambda: workspace.perform(fill_everything, 1, first=9),
        workspace.undo,
    ]
    for attempt in attempts:
        with pytest.raises(FileMoved, match="while it was open"):
            attempt()
    assert len(workspace.read(everything)["people"]) == 1, "it can still be read"
    rescued = (folder if folder.exists() else folder.with_name("elsewhere")) / "rescued.fwb"
    workspace.copy_to(rescued)
    with open_workspace(rescued) as copy:
        assert len(copy.read(everything)["people"]) == 1


@pytest.mark.parametrize("how", ["older copy", "grown", "cut", "other bytes"])
def test_a_file_that_another_program_wrote_into_takes_no_writes(
    workspace: Workspace, how: str
) -> None:
    """A copy put over the open file keeps its place on the disk, and only its bytes tell."""
    path = workspace.path
    older = path.with_name("older.fwb")
    workspace.copy_to(older)
    workspace.perform(fill_everything, 1)
    content = {
        "older copy": older.read_bytes(),
        "grown": path.read_bytes() + bytes(4096),
        "cut": path.read_bytes()[:-4096],
        "other bytes": path.read_bytes()[:100] + b"x" * 100 + path.read_bytes()[200:],
    }[how]
    path.write_bytes(content)
    with pytest.raises(WrittenByAnother, match="by another program while it was open"):
        workspace.perform(fill_everything, 1, first=9)
    assert path.read_bytes() == content, "nothing was mixed into it"
    workspace.close()
    if how == "older copy":
        with open_workspace(path) as again:
            assert again.read(everything)["people"] == []


def test_its_own_writes_are_not_taken_for_anothers(workspace: Workspace) -> None:
    workspace.perform(fill_undoable, 30)
    workspace.undo()
    workspace.redo()
    workspace.compact()
    with pytest.raises(ZeroDivisionError):
        workspace.perform(failing)
    workspace.perform(fill_undoable, 1, first=99)


@action("Fail")
def failing(work: Work) -> None:
    fill_undoable(work, 400, "x" * 400, 200)
    raise ZeroDivisionError


def test_a_file_that_another_tool_switched_to_a_log_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "w.fwb"
    create_workspace(path).close()
    other = sqlite3.connect(path)
    other.execute("PRAGMA journal_mode = WAL")
    other.execute("INSERT INTO workspace_settings VALUES ('a', 'b')")
    other.commit()
    other.close()
    with open_workspace(path) as workspace:
        assert workspace.read(everything)["workspace_settings"] == [("a", "b")]
        workspace.perform(fill_everything, 1)
    assert [entry.name for entry in tmp_path.iterdir()] == ["w.fwb"]
