"""Windows without a screen: nothing of Qt may complain, nothing may be left over."""

import os
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.desks import NOW, BenchDesk, ready_app, settle, tiny_workspace
from workbench.foundation.clock import FixedClock
from workbench.storage.workspace import open_workspace


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("qt_log_ignore", "This plugin does not support")


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    return ready_app()


@pytest.fixture(autouse=True)
def nothing_left_over(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    """Start with light at 100 %, own folders, no windows; end with no window, timer or thread."""
    monkeypatch.setenv("WORKBENCH_HOME", str(tmp_path / "home"))
    threads = set(threading.enumerate())
    yield
    for widget in QApplication.topLevelWidgets():
        if not widget.isHidden() and widget.property("leftForGood") is None:
            widget.close()
            widget.deleteLater()
    settle()
    _drop_orphans()
    assert not _ticking(), f"timers still run: {_ticking()}"
    assert set(threading.enumerate()) <= threads, "a thread is left over"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[BenchDesk]:
    """A workspace with one empty community "Bridges" on 13 October 2026."""
    made = tiny_workspace(tmp_path / "bridges.fwb")
    yield made
    made.workspace.close()


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample workspace, made once."""
    from workbench.imports.sample import make_sample

    path = tmp_path_factory.mktemp("sample") / "bridges.fwb"
    make_sample(path)
    return path


@pytest.fixture
def sample_desk(sample_file: Path, tmp_path: Path) -> Iterator[BenchDesk]:
    """A copy of the sample workspace, open, on the day of the pictures."""
    from workbench.communities.queries import community_named

    path = shutil.copy(sample_file, tmp_path / "sample.fwb")
    workspace = open_workspace(Path(path), clock=FixedClock(NOW, "Europe/London"))
    bridges = workspace.read(community_named, "Bridges")
    yield BenchDesk(workspace, bridges.id, bridges.name)
    workspace.close()


def _drop_orphans() -> None:
    for widget in QApplication.topLevelWidgets():
        if widget.parent() is None:
            widget.deleteLater()
    settle()


def _ticking() -> list[str]:
    app = QApplication.instance()
    assert app is not None
    holders: list[QWidget] = QApplication.allWidgets()
    found = [*app.findChildren(QTimer), *(t for w in holders for t in w.findChildren(QTimer))]
    return [t.objectName() or repr(t.parent()) for t in found if t.isActive()]
