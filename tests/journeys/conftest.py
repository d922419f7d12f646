"""A home of its own for settings and logs, and a sample workspace made once."""

import shutil
from pathlib import Path

import pytest

from workbench.imports.sample import make_sample


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    home = tmp_path / "home"
    monkeypatch.setenv("WORKBENCH_HOME", str(home))
    monkeypatch.delenv("WORKBENCH_PASSPHRASE", raising=False)
    return home


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("made") / "bridges.fwb"
    make_sample(path)
    return path


@pytest.fixture
def bridges(made_once: Path, tmp_path: Path) -> Path:
    """A sample workspace that a test may change."""
    return Path(shutil.copy2(made_once, tmp_path / "bridges.fwb"))


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    """A new workspace without anything in it."""
    from workbench.storage.workspace import create_workspace

    path = tmp_path / "empty.fwb"
    create_workspace(path).close()
    return path
