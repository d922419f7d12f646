"""Who is worth a call and what was noted of a call leave the file nowhere: sought in bytes."""

import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from tests.storage.test_rooms_private import texts
from workbench.cli.root import run
from workbench.imports.sample import make_sample, sample_clock
from workbench.insights.worth_queries import calls
from workbench.rosters.call_actions import note_called, snooze_call
from workbench.storage.workspace import open_workspace

SECRET = "Zanzibarphonecall"
COMMUNITY = ["--community", "Bridges"]
SESSION = [*COMMUNITY, "--session", "16"]
SHEETS = ("run", "agenda", "cue", "sign-in", "five-minutes")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, frozenset[str]]:
    """Return a file with notes of calls, and the words the list has on its own."""
    path = tmp_path_factory.mktemp("private") / "bridges.fwb"
    make_sample(path)
    with open_workspace(path, clock=sample_clock()) as workspace:
        today = workspace.clock.today()
        found = workspace.read(calls, 1, today)
        words = {reason.words for row in found.rows for reason in row.reasons}
        for row in found.rows[:3]:
            workspace.perform(note_called, 1, row.member.roster.person_id, SECRET, SECRET)
        later = found.rows[4].member.roster.person_id
        workspace.perform(snooze_call, 1, later, today + timedelta(weeks=2), SECRET)
    return path, frozenset({SECRET, "Quiet lately", "Worth a call", *words})


@pytest.mark.parametrize(
    ("arguments", "out"),
    [
        (["export", "roster", "{file}", "{out}", *COMMUNITY], "roster.xlsx"),
        (["export", "attendance", "{file}", "{out}", *COMMUNITY], "marks.xlsx"),
        (["export", "contributions", "{file}", "{out}", *COMMUNITY], "given.xlsx"),
        (["brief", "{file}", "{out}", *COMMUNITY], "brief.pdf"),
        (["calendar", "{file}", "{out}", *COMMUNITY], "calendar.ics"),
        (["rooms", "{file}", "--session", "17", "--out", "{out}"], "rooms.pdf"),
        (["rooms", "{file}", "--session", "17", "--out", "{out}"], "rooms.csv"),
        *(
            (["print", "{file}", "{out}", *SESSION, "--sheet", sheet], f"{sheet}.pdf")
            for sheet in SHEETS
        ),
    ],
)
def test_neither_list_nor_note_goes_out(
    made: tuple[Path, frozenset[str]],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    out: str,
) -> None:
    path, private = made
    file, target = tmp_path / "copy.fwb", tmp_path / out
    shutil.copy(path, file)
    assert run([part.format(file=file, out=target) for part in arguments]) == 0
    content = target.read_bytes()
    said = capsys.readouterr()
    everything = " ".join([texts(content), said.out, said.err])
    for words in private:
        assert words not in everything
        assert words.encode() not in content


def test_the_words_looked_for_are_in_the_file_and_on_the_list(
    made: tuple[Path, frozenset[str]],
) -> None:
    path, private = made
    assert SECRET.encode() in path.read_bytes()
    assert any(words.startswith("Missed") for words in private)
    assert "Nothing of theirs noted yet" in private
