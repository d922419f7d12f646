"""The word in the corner: there while a read lasts, never for what is quick."""

import threading

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from workbench.ui.lane import QtLane
from workbench.ui.shell.waiting_sign import WaitingSign


def test_a_long_read_is_told_in_the_corner_until_it_ends(qtbot: QtBot) -> None:
    room = QWidget()
    qtbot.addWidget(room)
    room.resize(600, 400)
    room.show()
    sign, lane, held = WaitingSign(room), QtLane("test"), threading.Event()
    lane.waits.connect(sign.wait)
    lane.run(lambda: held.wait(30), lambda _: None)
    assert not sign.isVisible()
    qtbot.waitUntil(sign.isVisible)
    assert room.rect().contains(sign.geometry())
    assert sign.words.text() == "Reading …"
    room.resize(300, 200)
    assert room.rect().contains(sign.geometry())
    held.set()
    qtbot.waitUntil(lambda: not sign.isVisible())
    lane.close()


def test_a_quick_read_shows_nothing(qtbot: QtBot) -> None:
    room = QWidget()
    qtbot.addWidget(room)
    room.show()
    sign, lane = WaitingSign(room), QtLane("test")
    shown: list[bool] = []
    lane.waits.connect(sign.wait)
    lane.run(lambda: 1, lambda _: shown.append(sign.isVisible()))
    qtbot.waitUntil(lambda: not lane.busy)
    lane.close()
    assert shown == [False]
    assert not sign._soon.isActive()
