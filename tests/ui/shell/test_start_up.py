"""Starting: only light modules before the window shows."""

import os
import subprocess
import sys
from pathlib import Path

from workbench.storage.workspace import create_workspace

_PROGRAM = """
import sys
from PySide6.QtWidgets import QApplication
app = QApplication([])
from workbench.foundation.settings import Settings
from workbench.ui.app import make_program
from workbench.ui.theme import apply_look, load_fonts, look_for
settings = Settings()
load_fonts()
apply_look(app, look_for(settings))
program, lanes = make_program(app, settings)
program.shell.show()
program.entrance.show_welcome()
app.processEvents()
heavy = ("matplotlib", "scipy", "numpy", "openpyxl", "alembic", "typst", "sqlalchemy", "sqlcipher3",
         "icalendar", "rapidfuzz", "python_calamine")
print("LOADED", sorted(name for name in heavy if name in sys.modules))
program.end()
for lane in lanes:
    lane.close()
"""


def test_nothing_heavy_is_imported_before_the_window_shows(tmp_path: Path) -> None:
    environment = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "WORKBENCH_HOME": str(tmp_path / "home"),
    }
    done = subprocess.run(
        [sys.executable, "-c", _PROGRAM],
        capture_output=True, text=True, env=environment, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "LOADED []" in done.stdout


_SEARCHES = """
import gc, sys
from workbench.launcher import main
sys.argv = ["workbench", "check", sys.argv[1]]
code = main()
print("FULL SEARCHES", gc.get_stats()[2]["collections"])
sys.exit(code)
"""


def test_no_full_search_for_garbage_while_a_file_is_opened(tmp_path: Path) -> None:
    path = tmp_path / "w.fwb"
    create_workspace(path).close()
    done = subprocess.run(
        [sys.executable, "-c", _SEARCHES, str(path)],
        capture_output=True, text=True, timeout=120, check=False,
        env=os.environ | {"WORKBENCH_HOME": str(tmp_path / "home")},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "FULL SEARCHES 0" in done.stdout


_TURNS = """
import sys
from PySide6.QtWidgets import QApplication
from workbench.ui import app
QApplication.exec = lambda *_: print("TURN", sys.getswitchinterval()) or 0
sys.exit(app.run_window(None))
"""


def test_the_window_gets_its_turn_while_another_thread_calculates(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _TURNS], capture_output=True, text=True, timeout=120, check=False,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "WORKBENCH_HOME": str(tmp_path / "home")},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "TURN 0.0005" in done.stdout


def test_without_a_screen_there_is_a_sentence_not_an_abort(tmp_path: Path) -> None:
    environment = {
        name: value
        for name, value in os.environ.items()
        if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    } | {"WORKBENCH_HOME": str(tmp_path / "home")}
    done = subprocess.run(
        [sys.executable, "-m", "workbench"],
        capture_output=True, text=True, env=environment, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert "workbench tour" in done.stderr
    assert "Traceback" not in done.stderr
