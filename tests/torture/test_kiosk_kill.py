"""Twenty kills in mid-answer on a laptop: nothing of anybody is anywhere on the disk."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from tests.factories import CLOCK, make_community
from workbench.storage.workspace import create_workspace, open_workspace
from workbench.surveys.answer_queries import sealed_box, stored_comments, stored_sheets
from workbench.surveys.asking_actions import open_asking, plan_asking
from workbench.surveys.asking_queries import asking_row
from workbench.surveys.asking_rules import AskingPlan

ROOT = Path(__file__).parents[2]
MARKERS = ("markercomment", "markerkey")
PLAN = AskingPlan(
    "May",
    ("safety-pulse", "loneliness-pulse"),
    departments=("Sales", "Finance"),
    asks_comment=True,
    code_parts=("Street", "Pet", "Month", "Colour"),
)
ANSWERS = """
import sys
from pathlib import Path
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.ui.desks import ready_app, settle
from workbench.foundation.settings import load_settings
from workbench.ui.app import make_program
from workbench.ui.surveys.kiosk_question import QuestionFace
from workbench.ui.surveys.kiosk_setup import KioskSetup

app = ready_app()
program, lanes = make_program(app, load_settings())
program.shell.show()
program.entrance.start(Path(sys.argv[1]))

def wait(reached):
    while not reached():
        settle()

wait(lambda: program.desk is not None and program.shell.at_work)
program.desk.start_kiosk(int(sys.argv[2]))
wait(lambda: program.shell.findChildren(KioskSetup))
(dialog,) = program.shell.findChildren(KioskSetup)
dialog.code.setText("markerkey")
dialog.again.setText("markerkey")
dialog.accept()
settle()
stage = program.shell.stage
told = False
while True:
    stage.presenter.begin()
    while isinstance(stage.face, QuestionFace):
        face = stage.face
        if face.options is not None:
            QTest.keyClick(app.focusWidget() or stage, Qt.Key.Key_2)
        else:
            QTest.keyClicks(face.field, "markercomment")
            face.field.selectAll()
        settle()
        stage.presenter.next()
        settle()
    stage.thanks.stop()
    stage.show_welcome()
    settle()
    if not told:
        print("ready", flush=True)
        told = True
"""


def test_twenty_kills_leave_nothing_of_an_answer(tmp_path: Path) -> None:
    path = tmp_path / "files" / "w.fwb"
    path.parent.mkdir()
    with create_workspace(path, clock=CLOCK) as workspace:
        community = workspace.perform(make_community).value
        asking = workspace.perform(plan_asking, community, PLAN).value
        workspace.perform(open_asking, asking)
    before = path.read_bytes()
    moments = random.Random(2026)
    for _ in range(20):
        _kill_while_answering(tmp_path, path, asking, moments.uniform(0.1, 1.5))
        assert found_in(tmp_path) == []
    assert path.read_bytes() == before
    with open_workspace(path, clock=CLOCK) as workspace:
        for wave in workspace.read(asking_row, asking).waves:
            assert not workspace.read(stored_sheets, wave.id)
            assert not workspace.read(stored_comments, wave.id)
        assert workspace.read(sealed_box, asking) is None


def test_an_end_of_session_leaves_nothing_of_an_answer_and_no_fault(tmp_path: Path) -> None:
    """The system ends programs so at log-out: the round goes, the file opens as it was."""
    path = tmp_path / "files" / "w.fwb"
    path.parent.mkdir()
    with create_workspace(path, clock=CLOCK) as workspace:
        community = workspace.perform(make_community).value
        asking = workspace.perform(plan_asking, community, PLAN).value
        workspace.perform(open_asking, asking)
    before = path.read_bytes()
    for seconds in (0.1, 0.4):
        ended = _kill_while_answering(tmp_path, path, asking, seconds, signal.SIGTERM)
        assert ended in (0, -signal.SIGTERM)
        assert found_in(tmp_path) == []
    assert path.read_bytes() == before
    with open_workspace(path, clock=CLOCK) as workspace:
        assert workspace.read(sealed_box, asking) is None


def test_the_search_would_find_what_was_left(tmp_path: Path) -> None:
    """Or the test before would look at nothing."""
    for coding in ("utf-8", "utf-16-le"):
        left = tmp_path / coding
        left.write_bytes(b"\x00x" + "a markercomment b".encode(coding))
        assert found_in(tmp_path) == [left]
        left.unlink()


def found_in(folder: Path) -> list[Path]:
    """Return the files below a folder that hold a marker, with one or two bytes a letter."""
    wanted = [marker.encode(coding) for marker in MARKERS for coding in ("utf-8", "utf-16-le")]
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [path for path in files if any(each in path.read_bytes() for each in wanted)]


def _kill_while_answering(
    folder: Path, path: Path, asking: int, seconds: float, how: signal.Signals = signal.SIGKILL
) -> int:
    """Start the whole program with every folder of it below `folder`, and end it as it answers."""
    own = {
        name: str(folder / name.casefold())
        for name in ("WORKBENCH_HOME", "HOME", "TMPDIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME",
                     "XDG_DATA_HOME", "XDG_RUNTIME_DIR")
    }  # fmt: skip
    for made in own.values():
        Path(made).mkdir(mode=0o700, exist_ok=True)
    process = subprocess.Popen(
        [sys.executable, "-c", ANSWERS, str(path), str(asking)],
        env=os.environ | own | {"PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"},
        cwd=folder,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    with process.stdout as told:
        assert told.readline() == "ready\n"
        time.sleep(seconds)
        assert process.poll() is None, "it ended by itself"
        process.send_signal(how)
        return process.wait()
