"""The marker beside an open file: written, removed, never in the way."""

import platform
from datetime import datetime
from pathlib import Path

import pytest

from tests.storage.children import run
from workbench.foundation.clock import FixedClock
from workbench.storage import marker
from workbench.storage.workspace import create_workspace, open_workspace

SINCE = datetime(2026, 10, 13, 9, 15)


def test_a_marker_comes_and_goes_with_the_open_file(tmp_path: Path) -> None:
    path = tmp_path / "w.fwb"
    with create_workspace(path, clock=FixedClock(SINCE)):
        assert marker.left_behind(path)
        assert "in another window on this computer (by " in marker.where_open(path)
        assert "since 13 Oct 09:15" in marker.where_open(path)
    assert not marker.left_behind(path)


def test_another_computer_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "w.fwb"
    monkeypatch.setattr(platform, "node", lambda: "office-pc")
    marker.leave(path, SINCE)
    monkeypatch.setattr(platform, "node", lambda: "laptop")
    assert marker.where_open(path).startswith("on the computer office-pc (by ")


def test_a_user_without_a_name_is_somebody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def nameless() -> str:
        raise KeyError("getpwuid(): uid not found: 4711")

    monkeypatch.setattr("getpass.getuser", nameless)
    marker.leave(tmp_path / "w.fwb", SINCE)
    assert "by somebody" in marker.where_open(tmp_path / "w.fwb")


@pytest.mark.parametrize("content", [b"", b"{", b'{"computer": 3}', b"\xff\xfe", b"[]" * 9999])
def test_a_marker_that_says_nothing_is_no_obstacle(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "w.fwb"
    create_workspace(path).close()
    marker.marker_path(path).write_bytes(content)
    assert marker.where_open(path) == "in another window or by another program"
    with open_workspace(path) as workspace:
        tell = "\ntry: open_workspace(path)\nexcept UserFixable as error: print(error)"
        if not content:
            assert "on this computer" in run(tell, path), "it was written anew"
        assert workspace.check().whole
    assert not marker.left_behind(path)


def test_a_folder_in_the_markers_place_is_no_obstacle(tmp_path: Path) -> None:
    path = tmp_path / "w.fwb"
    create_workspace(path).close()
    marker.marker_path(path).mkdir()
    open_workspace(path).close()
    open_workspace(path).close()


def test_refusing_a_second_window_keeps_the_first_ones_marker(tmp_path: Path) -> None:
    path = tmp_path / "w.fwb"
    with create_workspace(path):
        run("\ntry: open_workspace(path)\nexcept UserFixable: pass", path)
        assert marker.left_behind(path)
