"""The sample, open in the real window."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.desks import settle
from tests.ui.shell.programs import made_program
from tests.ui.shell.sample_window import Window


@pytest.fixture
def window(qapp: QApplication, sample_file: Path, tmp_path: Path, qtbot: QtBot) -> Iterator[Window]:
    program = made_program(qapp)
    program.entrance.open(Path(shutil.copy(sample_file, tmp_path / "sample.fwb")))
    settle()
    yield Window(program, qtbot)
    program.end()
