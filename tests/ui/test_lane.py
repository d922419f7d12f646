"""The lane: in order, off the window's thread, back on it, and nothing left when it closes."""

import threading

import pytest
from pytestqt.qtbot import QtBot

from workbench.ui.lane import InlineLane, QtLane


def test_results_come_in_order_on_the_windows_thread(qtbot: QtBot) -> None:
    lane = QtLane("test")
    home = threading.get_ident()
    seen: list[tuple[int, bool, bool]] = []

    def job(number: int) -> tuple[int, bool]:
        return number, threading.get_ident() == home

    for number in range(20):
        lane.run(
            lambda number=number: job(number),  # type: ignore[misc]
            lambda found: seen.append((found[0], found[1], threading.get_ident() == home)),
        )
    qtbot.waitUntil(lambda: not lane.busy)
    lane.close()
    assert seen == [(number, False, True) for number in range(20)]


def test_errors_go_to_the_one_who_asked_else_to_the_lane(qtbot: QtBot) -> None:
    told: list[str] = []
    lane = QtLane("test", lambda error: told.append(f"lane {error}"))

    def fail() -> None:
        raise ValueError("no")

    lane.run(fail, lambda _: told.append("never"), lambda error: told.append(f"mine {error}"))
    lane.run(fail, lambda _: told.append("never"))
    lane.run(lambda: 1, lambda _: fail())
    qtbot.waitUntil(lambda: not lane.busy)
    lane.close()
    assert told == ["mine no", "lane no", "lane no"]


def test_closing_drops_what_waits_and_ends_the_thread(qtbot: QtBot) -> None:
    lane = QtLane("closing")
    begun, go = threading.Event(), threading.Event()
    done: list[int] = []

    def slow() -> int:
        begun.set()
        go.wait(5)
        return 1

    lane.run(slow, done.append)
    lane.run(lambda: 2, done.append)
    assert begun.wait(5)
    go.set()
    lane.close()
    lane.run(lambda: 3, done.append)
    assert done == []
    assert not [t for t in threading.enumerate() if t.name.startswith("closing")]


def test_inline_lane_raises_what_nobody_takes() -> None:
    lane = InlineLane()
    with pytest.raises(ZeroDivisionError):
        lane.run(lambda: 1 / 0, print)
    told: list[Exception] = []
    lane.run(lambda: 1 / 0, print, told.append)
    assert len(told) == 1


def test_waiting_is_told_once_as_it_begins_and_ends(qtbot: QtBot) -> None:
    lane = QtLane("test")
    told: list[bool] = []
    lane.waits.connect(told.append)
    for number in range(3):
        lane.run(lambda number=number: number, lambda _: None)  # type: ignore[misc]
    qtbot.waitUntil(lambda: not lane.busy)
    assert told == [True, False]
    held = threading.Event()
    lane.run(lambda: held.wait(5), lambda _: None)
    lane.run(lambda: 1, lambda _: None)
    held.set()
    lane.close()
    assert told == [True, False, True, False]
