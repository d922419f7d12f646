"""While people answer nothing leads back into the program but the door."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QDropEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.desks import settle
from tests.ui.shell.kiosks import NOBODY, Kiosk, opened
from tests.ui.shell.programs import SECRET, dialogs, made_file, made_program
from workbench.foundation.clock import FixedClock
from workbench.foundation.errors import UserFixable
from workbench.storage.workspace import open_workspace
from workbench.ui.surveys.kiosk_faces import (
    DoorFace,
    WelcomeFace,
)
from workbench.ui.surveys.kiosk_question import QuestionFace

CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
META = Qt.KeyboardModifier.MetaModifier
WAYS_OUT = [
    (Qt.Key.Key_F4, ALT), (Qt.Key.Key_Escape, NOBODY), (Qt.Key.Key_K, CONTROL),
    (Qt.Key.Key_Tab, CONTROL), (Qt.Key.Key_F1, NOBODY), (Qt.Key.Key_Menu, NOBODY),
    (Qt.Key.Key_Alt, NOBODY), (Qt.Key.Key_1, CONTROL), (Qt.Key.Key_8, CONTROL),
    (Qt.Key.Key_O, CONTROL), (Qt.Key.Key_L, CONTROL), (Qt.Key.Key_Z, CONTROL),
    (Qt.Key.Key_N, CONTROL), (Qt.Key.Key_Q, CONTROL), (Qt.Key.Key_W, CONTROL),
    (Qt.Key.Key_Return, CONTROL), (Qt.Key.Key_F11, NOBODY), (Qt.Key.Key_F10, SHIFT),
    (Qt.Key.Key_P, CONTROL | SHIFT), (Qt.Key.Key_N, CONTROL | SHIFT), (Qt.Key.Key_F, ALT),
    (Qt.Key.Key_D, META),
]  # fmt: skip


class CloseWatch(QObject):
    """Notes each close that is asked of a window, and whether the system asked."""

    def __init__(self, window: QWindow) -> None:
        super().__init__(window)
        self.asked: list[bool] = []
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Close:
            self.asked.append(event.spontaneous())
        return False


@pytest.fixture
def kiosk(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[Kiosk]:
    made = opened(tmp_path, qapp, qtbot)
    yield made
    made.program.end()


def test_no_key_leads_out(kiosk: Kiosk) -> None:
    kiosk.start()
    for face in (WelcomeFace, QuestionFace):
        assert isinstance(kiosk.stage.face, face)
        for key, held in WAYS_OUT:
            kiosk.press(key, held=held)
            assert kiosk.is_shut(), f"{key} leads out"
            assert isinstance(kiosk.stage.face, face), f"{key} moves on"
        kiosk.press(Qt.Key.Key_Return)


def test_the_keys_lead_somewhere_without_a_round(kiosk: Kiosk) -> None:
    """Or the test before would look at nothing."""
    kiosk.press(Qt.Key.Key_K, held=CONTROL)
    assert kiosk.shell.palette_shown is not None
    kiosk.shell.palette_shown.close_palette()
    kiosk.press(Qt.Key.Key_F1)
    assert dialogs(kiosk.program)


def test_neither_the_window_menu_nor_minimising_leads_out(kiosk: Kiosk) -> None:
    kiosk.start()
    kiosk.shell.close()
    assert kiosk.is_shut()
    kiosk.shell.showMinimized()
    assert kiosk.is_shut()
    kiosk.shell.showNormal()
    assert kiosk.is_shut()
    QApplication.sendEvent(
        kiosk.stage, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(9, 9), QPoint(9, 9))
    )
    assert kiosk.is_shut()


def test_a_close_asked_by_the_system_is_refused(kiosk: Kiosk) -> None:
    """As a window manager asks: through the window of the system, not by a call of ours."""
    kiosk.start()
    kiosk.press(Qt.Key.Key_Return, Qt.Key.Key_2)
    handle = kiosk.shell.windowHandle()
    watch = CloseWatch(handle)
    assert not handle.close()
    assert watch.asked == [True]
    assert kiosk.is_shut()
    assert isinstance(kiosk.stage.face, QuestionFace)


def test_a_finger_answers_and_counts_as_a_hand_on_the_laptop(kiosk: Kiosk) -> None:
    finger = QTest.createTouchDevice()
    stage = kiosk.start()
    kiosk.press(Qt.Key.Key_Return)
    face = stage.face
    assert isinstance(face, QuestionFace)
    assert face.options is not None
    stage._untouched.touch(stage._seconds() - 110.0)
    stage.look()
    assert "starts fresh" in stage.warning.text().casefold()
    tile = face.options.tiles[2]
    middle = tile.mapTo(kiosk.shell, tile.rect().center())
    handle = kiosk.shell.windowHandle()
    QTest.touchEvent(handle, finger).press(0, middle, handle).commit()
    settle()
    assert stage.warning.text() == ""
    QTest.touchEvent(handle, finger).release(0, middle, handle).commit()
    settle()
    assert face.options.place == 2
    assert kiosk.is_shut()


def test_no_file_can_be_dragged_in(kiosk: Kiosk, tmp_path: Path) -> None:
    kiosk.start()
    other = made_file(tmp_path / "other.fwb")
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(other))])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(QPoint(5, 5), copy, carried, left, NOBODY)
    QApplication.sendEvent(kiosk.shell, enter)
    drop = QDropEvent(QPointF(5, 5), copy, carried, left, NOBODY)
    QApplication.sendEvent(kiosk.shell, drop)
    assert not enter.isAccepted()
    assert kiosk.is_shut()
    assert kiosk.desk.workspace.path == kiosk.path


def test_the_idle_lock_waits(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> None:
    kiosk = opened(tmp_path, qapp, qtbot, SECRET)
    try:
        kiosk.start("")
        kiosk.program.lock_if_protected()
        kiosk.program.lock()
        assert kiosk.is_shut()
        kiosk.open_door(SECRET)
        assert kiosk.shell.at_work
        assert kiosk.program.idle._timer.isActive()
    finally:
        kiosk.program.end()


def test_a_second_instance_cannot_open_the_file(kiosk: Kiosk, qapp: QApplication) -> None:
    kiosk.start()
    with pytest.raises(UserFixable):
        open_workspace(kiosk.path, clock=FixedClock(kiosk.desk.clock.now()))
    second = made_program(qapp)
    try:
        second.entrance.open(kiosk.path)
        settle()
        assert second.desk is None
    finally:
        second.end()


def test_after_the_round_the_window_is_as_before(kiosk: Kiosk) -> None:
    kiosk.start()
    kiosk.open_door()
    assert kiosk.shell.at_work
    assert not kiosk.shell.isFullScreen()
    assert kiosk.shell.page is not None
    assert kiosk.shell.page.name == "surveys"
    kiosk.press(Qt.Key.Key_K, held=CONTROL)
    assert kiosk.shell.palette_shown is not None


def test_a_wrong_code_waits_and_shows_nothing(kiosk: Kiosk) -> None:
    kiosk.start()
    kiosk.open_door("not it at all")
    face = kiosk.stage.face
    assert isinstance(face, DoorFace)
    assert not face.typed.isEnabled()
    kiosk.stage.presenter.stay()
    kiosk.stage.facilitator.click()
    again = kiosk.stage.face
    assert isinstance(again, DoorFace)
    assert not again.typed.isEnabled(), "going back and forth must not shorten the wait"
    kiosk.qtbot.waitUntil(again.typed.isEnabled)
    assert kiosk.is_shut()
