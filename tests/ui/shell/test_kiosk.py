"""A round in the real window: nothing leads back but the door, and the file rests until the end."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.desks import settle
from tests.ui.shell.programs import SECRET, dialogs, made_file, made_program
from workbench.foundation.clock import FixedClock
from workbench.foundation.errors import UserFixable
from workbench.storage.workspace import open_workspace
from workbench.surveys.answer_queries import sealed_box, stored_comments, stored_sheets
from workbench.surveys.asking_actions import open_asking, plan_asking
from workbench.surveys.asking_queries import asking_row
from workbench.surveys.asking_rules import AskingPlan
from workbench.ui.kit.buttons import Button
from workbench.ui.shell.open_desk import OpenDesk
from workbench.ui.shell.program import Program
from workbench.ui.surveys.kiosk_faces import (
    DecisionFace,
    DoorFace,
    QuestionFace,
    ThanksFace,
    WelcomeFace,
)
from workbench.ui.surveys.kiosk_setup import KioskSetup
from workbench.ui.surveys.kiosk_stage import THANKS_MS, KioskStage

CODE = "round 7"
NOBODY = Qt.KeyboardModifier.NoModifier
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


class Kiosk:
    """A window with a round in it, and hands that answer."""

    def __init__(self, program: Program, qtbot: QtBot, path: Path, asking: int) -> None:
        self.program, self.shell, self.qtbot = program, program.shell, qtbot
        self.path, self.asking = path, asking

    @property
    def desk(self) -> OpenDesk:
        assert self.program.desk is not None
        return self.program.desk

    @property
    def stage(self) -> KioskStage:
        assert isinstance(self.shell.stage, KioskStage)
        return self.shell.stage

    def start(self, code: str = CODE) -> KioskStage:
        self.desk.start_kiosk(self.asking)
        (dialog,) = dialogs(self.program)
        assert isinstance(dialog, KioskSetup)
        dialog.code.setText(code)
        dialog.again.setText(code)
        dialog.accept()
        settle()
        return self.stage

    def press(self, *keys: Qt.Key, held: Qt.KeyboardModifier = NOBODY) -> None:
        for key in keys:
            self.qtbot.keyClick(QApplication.focusWidget() or self.shell, key, held)
            settle()

    def answer(self, key: Qt.Key = Qt.Key.Key_2, comment: str = "") -> None:
        """Answer as one person, by keys alone, up to the neutral ending and past it."""
        self.press(Qt.Key.Key_Return)
        for _ in range(3):
            self.press(key, Qt.Key.Key_Return)
        self.qtbot.keyClicks(QApplication.focusWidget(), comment)
        self.press(Qt.Key.Key_Return)
        assert isinstance(self.stage.face, ThanksFace)
        self.stage.thanks.stop()
        self.stage.show_welcome()
        settle()

    def open_door(self, typed: str = CODE) -> None:
        self.stage.facilitator.click()
        settle()
        face = self.stage.face
        assert isinstance(face, DoorFace)
        self.qtbot.keyClicks(face.typed, typed)
        self.press(Qt.Key.Key_Return)

    def stored(self) -> int:
        (wave,) = self.desk.workspace.read(asking_row, self.asking).waves
        return len(self.desk.workspace.read(stored_sheets, wave.id))

    def is_shut(self) -> bool:
        """Whether the stage fills the screen and nothing of the program shows or opened."""
        settle()
        shell = self.shell
        return (
            isinstance(shell.stage, KioskStage)
            and shell.isVisible()
            and shell.isFullScreen()
            and not shell.at_work
            and shell.page is None
            and shell.palette_shown is None
            and not shell.menuBar().isVisible()
            and not dialogs(self.program)
            and self.program.desk is not None
        )


def opened(tmp_path: Path, qapp: QApplication, qtbot: QtBot, secret: str | None = None) -> Kiosk:
    path = made_file(tmp_path / "w.fwb", secret)
    with open_workspace(path, secret) as workspace:
        plan = AskingPlan("May", ("loneliness-pulse",), asks_comment=True)
        asking = workspace.perform(plan_asking, 1, plan).value
        workspace.perform(open_asking, asking)
    program = made_program(qapp)
    program.entrance.open(path, secret)
    settle()
    program.shell.go("surveys")
    return Kiosk(program, qtbot, path, asking)


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


def test_the_file_rests_until_the_round_ends(kiosk: Kiosk) -> None:
    kiosk.start()
    folder = kiosk.path.parent
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    changed = kiosk.path.stat().st_mtime_ns
    for person in range(5):
        kiosk.answer(comment=f"marker-{person}")
        now = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
        assert now == before
        assert kiosk.path.stat().st_mtime_ns == changed
    kiosk.open_door()
    assert kiosk.shell.at_work
    assert kiosk.stored() == 5
    (wave,) = kiosk.desk.workspace.read(asking_row, kiosk.asking).waves
    comments = kiosk.desk.workspace.read(stored_comments, wave.id)
    assert sorted(comments) == [f"marker-{person}" for person in range(5)]


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


def test_whoever_opens_the_door_sees_nothing_of_a_form_that_is_begun(kiosk: Kiosk) -> None:
    kiosk.start()
    kiosk.press(Qt.Key.Key_Return, Qt.Key.Key_3)
    kiosk.stage.facilitator.click()
    settle()
    assert not kiosk.stage.findChildren(QuestionFace)
    kiosk.stage.presenter.stay()
    face = kiosk.stage.face
    assert isinstance(face, QuestionFace)
    assert face.options is not None
    assert face.options.place == 2


def test_too_few_are_discarded_or_kept_sealed(kiosk: Kiosk) -> None:
    for press, sealed in (("Discard them", False), ("Keep them sealed", True)):
        kiosk.start()
        for _ in range(4):
            kiosk.answer()
        kiosk.open_door()
        assert isinstance(kiosk.stage.face, DecisionFace)
        assert kiosk.is_shut()
        (button,) = [b for b in kiosk.stage.findChildren(Button) if b.label == press]
        button.click()
        settle()
        assert kiosk.shell.at_work
        assert kiosk.stored() == 0
        assert (kiosk.desk.workspace.read(sealed_box, kiosk.asking) is not None) is sealed
    kiosk.start()
    kiosk.answer()
    kiosk.open_door()
    assert kiosk.stored() == 5


def test_a_fault_while_storing_tells_no_answer_and_loses_none(
    kiosk: Kiosk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    kiosk.start()
    for person in range(5):
        kiosk.answer(comment=f"marker-{person}")

    def broken(*_given: object) -> None:
        raise ValueError("out of order")

    with monkeypatch.context() as patched:
        patched.setattr("workbench.surveys.rounds.as_round", broken)
        kiosk.open_door()
    told = [path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()]
    assert any(b"out of order" in text or b"ValueError" in text for text in told)
    assert not any(b"marker-" in text for text in told)
    assert "marker-" not in "".join(capfd.readouterr())
    for dialog in dialogs(kiosk.program):
        dialog.cancel()
    settle()
    (again,) = [b for b in kiosk.stage.findChildren(Button) if b.label == "Try again"]
    again.click()
    settle()
    assert kiosk.stored() == 5


def test_the_ending_is_the_same_for_everybody(kiosk: Kiosk) -> None:
    stage = kiosk.start()
    seen = []
    for skips in (True, False):
        kiosk.press(Qt.Key.Key_Return)
        for _ in range(4):
            if skips:
                stage.presenter.skip()
            else:
                kiosk.press(Qt.Key.Key_2, Qt.Key.Key_Return)
        assert stage.thanks.isActive()
        assert stage.thanks.interval() == THANKS_MS == 5000
        kiosk.press(Qt.Key.Key_Return, Qt.Key.Key_Backspace, Qt.Key.Key_1)
        assert isinstance(stage.face, ThanksFace)
        seen.append(bytes(stage.grab().toImage().constBits()))
        stage.thanks.stop()
        stage.show_welcome()
    assert seen[0] == seen[1]


def test_an_untouched_form_warns_and_clears(kiosk: Kiosk) -> None:
    stage = kiosk.start()
    now = [0.0]
    stage._seconds = lambda: now[0]
    kiosk.press(Qt.Key.Key_Return, Qt.Key.Key_2)
    now[0] = 105.0
    stage.look()
    assert "15 seconds" in stage.warning.text()
    kiosk.press(Qt.Key.Key_3)
    assert stage.warning.text() == ""
    now[0] = 226.0
    stage.look()
    assert isinstance(stage.face, WelcomeFace)
    kiosk.press(Qt.Key.Key_Return)
    face = stage.face
    assert isinstance(face, QuestionFace)
    assert face.options is not None
    assert face.options.place == -1


def test_keys_alone_answer_go_back_and_move(kiosk: Kiosk) -> None:
    stage = kiosk.start()
    kiosk.press(Qt.Key.Key_Return, Qt.Key.Key_Return)
    face = stage.face
    assert isinstance(face, QuestionFace)
    assert face.question.text() == stage._asked.blocks[0].instrument.items[0].text
    kiosk.press(Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left)
    assert face.options is not None
    assert face.options.place == 0
    kiosk.press(Qt.Key.Key_Return, Qt.Key.Key_Backspace)
    again = stage.face
    assert isinstance(again, QuestionFace)
    assert again.options is not None
    assert again.options.place == 0


def test_a_form_without_wording_or_not_open_does_not_start(kiosk: Kiosk) -> None:
    workspace = kiosk.desk.workspace
    bare = workspace.perform(plan_asking, 1, AskingPlan("June", ("ucla-3",))).value
    kiosk.desk.start_kiosk(bare)
    assert "not open" in _told(kiosk)
    workspace.perform(open_asking, bare)
    kiosk.desk.start_kiosk(bare)
    assert "no wording" in _told(kiosk)
    assert kiosk.shell.stage is None


def test_a_code_that_differs_starts_nothing(kiosk: Kiosk) -> None:
    kiosk.desk.start_kiosk(kiosk.asking)
    (dialog,) = dialogs(kiosk.program)
    assert isinstance(dialog, KioskSetup)
    for code, again in (("", ""), ("abc", "abc"), (CODE, "round 8")):
        dialog.code.setText(code)
        dialog.again.setText(again)
        dialog.accept()
        assert kiosk.shell.stage is None


def _told(kiosk: Kiosk) -> str:
    """Return what the dialog over the window says, and close it."""
    settle()
    (dialog,) = dialogs(kiosk.program)
    words = " ".join(text.text() for text in dialog.findChildren(type(dialog.title)))
    dialog.cancel()
    settle()
    return words
