"""The trend page of ten years beside the sample's, opened in turn in one run.

50 communities, 5,000 people, 2,600 sessions, half a million marks, 100,000 contributions, 400
waves: it opens in under twice the time.
"""

import sys
import time
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.benchmarks.big_workspace import WIDE, add_waves, big_workspace
from tests.ui.desks import NOW, BenchDesk, ready_app
from workbench.foundation.clock import Clock, FixedClock
from workbench.imports.sample import make_sample, sample_clock
from workbench.storage.workspace import open_workspace
from workbench.ui.insights.insights_page import InsightsPage

TURNS = 5


def opened_in(path: Path, clock: Clock, qtbot: QtBot) -> float:
    """Return the seconds from asking for the page until everything is read and drawn."""
    with open_workspace(path, clock=clock) as workspace:
        desk = BenchDesk(workspace, 1, "Bridges")
        began = time.perf_counter()
        page = desk.open(InsightsPage, 1440, 900)
        assert isinstance(page, InsightsPage)
        qtbot.waitUntil(page.settled, timeout=60_000)
        seconds = time.perf_counter() - began
        assert page.presenter.shown is not None
        page.window().close()
    return seconds


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_ten_years_open_in_under_twice_the_time_of_the_sample(
    tmp_path: Path, qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    ready_app()
    sample, big = tmp_path / "sample.fwb", tmp_path / "big.fwb"
    make_sample(sample)
    big_workspace(big, WIDE)
    add_waves(big, 8)
    small, large = [], []
    for _ in range(TURNS):
        small.append(opened_in(sample, sample_clock(), qtbot))
        large.append(opened_in(big, FixedClock(NOW), qtbot))
    ratio = min(large) / min(small)
    with capsys.disabled():
        sys.stdout.write(
            f"\nthe trend page opens in {min(small) * 1000:.0f} ms with the sample, in "
            f"{min(large) * 1000:.0f} ms with ten years: {ratio:.2f} times\n"
        )
    assert ratio < 2
