"""A meeting file of 1,000 rows from the file to the disk, beside the bare cost of reading it."""

import statistics
import time
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from workbench.foundation.clock import FixedClock
from workbench.imports.attendance_choices import AttendanceChoices
from workbench.imports.attendance_command import apply_attendance
from workbench.imports.meeting import read_meeting
from workbench.imports.roster import perform_plan, plan_file
from workbench.imports.tables import read_source, source_from_text
from workbench.storage.workspace import Workspace, create_workspace

ROWS = 1_000
ROUNDS = 5
MOST_TIMES = 3.0


def test_taking_a_file_in_costs_at_most_three_times_its_reading(
    tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    names = [f"{first} {last}" for first in _words("F", 40) for last in _words("L", 25)]
    files = [_report(tmp_path, number, names) for number in range(ROUNDS)]
    clock = FixedClock(datetime(2026, 10, 13, 9), "Europe/London")
    reading, whole = [], []
    with create_workspace(tmp_path / "w.fwb", clock=clock) as workspace:
        people = "Name\n" + "".join(f"{name}\n" for name in names)
        perform_plan(workspace, plan_file(workspace, "Bridges", source_from_text(people)))
        for path in files:
            reading.append(_seconds(partial(_read, path)))
            whole.append(_seconds(partial(taken_in, workspace, path)))
    parse, taken = statistics.median(reading), statistics.median(whole)
    told = f"read {parse * 1000:.0f} ms, taken in {taken * 1000:.0f} ms, {taken / parse:.1f} times"
    record_property("import of 1,000 rows", told)
    assert taken <= MOST_TIMES * parse, told


def _read(path: Path) -> None:
    read_meeting(read_source(path))


def taken_in(workspace: Workspace, path: Path) -> None:
    """Take a file in, every row of it."""
    choices = AttendanceChoices(create=True, min_minutes=45, late_after=10)
    assert apply_attendance(workspace, "Bridges", path, choices).changed == ROWS


def _words(letter: str, count: int) -> list[str]:
    vowels, ends = "aeiou", "nrstlkmd"
    return [
        f"{letter}{vowels[n % 5]}{ends[n // 5 % 8]}{vowels[n // 40 % 5]}{ends[n % 8]}"
        for n in range(count)
    ]


def _seconds(step: Callable[[], object]) -> float:
    begun = time.perf_counter()
    step()
    return time.perf_counter() - begun


def _report(folder: Path, number: int, names: list[str]) -> Path:
    day = f"10/{number + 1:02}/2026"
    head = "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest\n"
    rows = "".join(
        f"{name},,{day} 02:{index % 20:02}:00 PM,{day} 03:{index % 30:02}:00 PM,"
        f"{60 + index % 30 - index % 20},No\n"
        for index, name in enumerate(names[:ROWS])
    )
    path = folder / f"{number}.csv"
    path.write_text(head + rows, encoding="utf-8")
    return path
