"""A few kills in every run of the tests; `make torture` does two hundred."""

from pathlib import Path

from tests.storage.killing import kill_while_writing


def test_five_kills_lose_nothing(tmp_path: Path) -> None:
    written, _ = kill_while_writing(tmp_path / "w.fwb", times=5, seed=5)
    assert written > 5
