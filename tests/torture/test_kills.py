"""Two hundred kills of a process that writes in a loop: every acknowledged write is there."""

from pathlib import Path

import pytest

from tests.storage.killing import kill_while_writing


@pytest.mark.parametrize(("passphrase", "times"), [(None, 160), ("pass", 40)])
def test_kills_lose_nothing(tmp_path: Path, passphrase: str | None, times: int) -> None:
    written, healed = kill_while_writing(tmp_path / "w.fwb", times, 2026, passphrase)
    assert written > times
    assert healed > times / 20, "too few kills met a write half done; draw other moments"
