"""A keep-apart note leaves the file nowhere: looked for in the bytes of whatever goes out."""

import io
import shutil
import zipfile
from pathlib import Path

import pytest
from pypdf import PdfReader

from workbench.cli.root import run
from workbench.foundation.errors import UserFixable
from workbench.imports.sample import make_sample, sample_clock
from workbench.sessions.rooms_actions import keep_apart
from workbench.storage.workspace import open_workspace

SECRET = "Zanzibarquarrel"
SESSION = "17"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("private") / "bridges.fwb"
    make_sample(path)
    with open_workspace(path, clock=sample_clock()) as workspace:
        workspace.perform(keep_apart, 1, 2, SECRET)
        workspace.perform(keep_apart, 3, 30, SECRET)
    return path


def texts(content: bytes) -> str:
    """Return all words of a file, packed or not."""
    if content.startswith(b"%PDF"):
        pages = PdfReader(io.BytesIO(content)).pages
        return " ".join(page.extract_text() for page in pages)
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            return " ".join(packed.read(n).decode("utf-8", "replace") for n in packed.namelist())
    return content.decode("utf-8", "replace")


@pytest.mark.parametrize(
    ("arguments", "out"),
    [
        (["rooms", "{file}", "--session", SESSION, "--out", "{out}"], "rooms.pdf"),
        (["rooms", "{file}", "--session", SESSION, "--out", "{out}"], "rooms.csv"),
        (["export", "roster", "{file}", "{out}", "--community", "Bridges"], "roster.xlsx"),
        (["export", "attendance", "{file}", "{out}", "--community", "Bridges"], "marks.xlsx"),
        (["export", "contributions", "{file}", "{out}", "--community", "Bridges"], "given.xlsx"),
        (["brief", "{file}", "{out}", "--community", "Bridges"], "brief.pdf"),
        (["calendar", "{file}", "{out}", "--community", "Bridges"], "calendar.ics"),
        *(
            (
                ["print", "{file}", "{out}", "--community", "Bridges", "--session", SESSION,
                 "--sheet", sheet],
                f"{sheet}.pdf",
            )
            for sheet in ("run", "agenda", "cue", "sign-in", "five-minutes")
        ),
    ],
)  # fmt: skip
def test_no_note_goes_out(
    made: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], out: str
) -> None:
    file, target = tmp_path / "copy.fwb", tmp_path / out
    shutil.copy(made, file)
    given = [part.format(file=file, out=target) for part in arguments]
    assert run(given) == 0
    content = target.read_bytes()
    said = capsys.readouterr()
    assert SECRET.encode() not in content
    for words in (texts(content), said.out, said.err):
        assert SECRET not in words
        assert "keep-apart" not in words.replace("Keep-apart notes: Honoured", "").casefold()


def test_the_note_is_in_the_file_itself(made: Path) -> None:
    assert SECRET.encode() in made.read_bytes()


def test_no_error_tells_of_a_note(made: Path, tmp_path: Path) -> None:
    shutil.copy(made, tmp_path / "copy.fwb")
    with (
        open_workspace(tmp_path / "copy.fwb", clock=sample_clock()) as workspace,
        pytest.raises(UserFixable) as told,
    ):
        workspace.perform(keep_apart, 5, 5, SECRET)
    assert SECRET not in str(told.value)
