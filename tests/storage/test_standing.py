from datetime import date, datetime
from pathlib import Path

import pytest

from tests.factories import CLOCK
from workbench.communities.actions import set_workspace_setting
from workbench.foundation.clock import ShiftedClock, SystemClock
from workbench.storage.standing import STANDS_AT
from workbench.storage.workspace import create_workspace, open_workspace


def test_a_workspace_that_stands_in_time_opens_on_its_day(tmp_path: Path) -> None:
    with create_workspace(tmp_path / "w.fwb", clock=CLOCK) as workspace:
        workspace.perform(set_workspace_setting, STANDS_AT, "2026-10-13T09:41 Europe/London")
    with open_workspace(tmp_path / "w.fwb") as workspace:
        assert workspace.clock.today() == date(2026, 10, 13)
        assert workspace.clock.local() >= datetime(2026, 10, 13, 9, 41)
        assert workspace.clock.now().hour == 8  # British summer time
    with open_workspace(tmp_path / "w.fwb", clock=CLOCK) as workspace:
        assert workspace.clock is CLOCK


@pytest.mark.parametrize("value", ["", "yesterday", "2026-10-13T09:41 Nowhere/Town"])
def test_a_setting_nobody_can_read_changes_nothing(tmp_path: Path, value: str) -> None:
    with create_workspace(tmp_path / "w.fwb", clock=CLOCK) as workspace:
        workspace.perform(set_workspace_setting, STANDS_AT, value)
    with open_workspace(tmp_path / "w.fwb") as workspace:
        assert isinstance(workspace.clock, SystemClock)


def test_a_shifted_clock_goes_on() -> None:
    made = datetime.now().astimezone()
    clock = ShiftedClock(datetime(2026, 10, 13, 9, 41), "UTC", made)
    assert clock.local() > datetime(2026, 10, 13, 9, 41)
