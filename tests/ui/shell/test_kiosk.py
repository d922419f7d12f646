"""A round in the real window: what is asked, and what becomes of it; the file rests till then."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from tests.ui.desks import settle
from tests.ui.shell.kiosks import CODE, Kiosk, opened
from tests.ui.shell.programs import dialogs
from workbench.models.surveys import Wave
from workbench.storage.unit_of_work import Work, action
from workbench.surveys.answer_queries import sealed_box, stored_comments, stored_sheets
from workbench.surveys.asking_actions import open_asking, plan_asking
from workbench.surveys.asking_queries import asking_row
from workbench.surveys.asking_rules import AskingPlan
from workbench.ui.surveys.kiosk_faces import (
    DecisionFace,
    ThanksFace,
    WelcomeFace,
)
from workbench.ui.surveys.kiosk_question import QuestionFace
from workbench.ui.surveys.kiosk_setup import KioskSetup
from workbench.ui.surveys.kiosk_stage import THANKS_MS

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def kiosk(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[Kiosk]:
    made = opened(tmp_path, qapp, qtbot)
    yield made
    made.program.end()


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
        kiosk.decide(press)
        assert kiosk.shell.at_work
        assert kiosk.stored() == 0
        assert (kiosk.desk.workspace.read(sealed_box, kiosk.asking) is not None) is sealed
    kiosk.start()
    kiosk.answer()
    kiosk.open_door()
    assert kiosk.stored() == 5


def test_more_than_were_invited_are_asked_about_and_stored(kiosk: Kiosk) -> None:
    def invite(work: Work) -> None:
        for wave in work.session.scalars(select(Wave).where(Wave.asking_id == kiosk.asking)):
            wave.invited = 5

    kiosk.desk.workspace.perform(action("Invite")(invite))
    kiosk.start()
    for _ in range(6):
        kiosk.answer()
    kiosk.open_door()
    assert kiosk.is_shut()
    assert kiosk.stored() == 0
    kiosk.decide("Correct to 6")
    assert kiosk.shell.at_work
    assert kiosk.stored() == 6
    (wave,) = kiosk.desk.workspace.read(asking_row, kiosk.asking).waves
    assert wave.invited == 6


@pytest.mark.parametrize("label", ["Keep the few sealed", "Discard the few"])
def test_one_part_with_too_few_does_not_hold_up_the_other(kiosk: Kiosk, label: str) -> None:
    workspace = kiosk.desk.workspace
    plan = AskingPlan("June", ("safety-pulse", "transfer-item"))
    kiosk.asking = workspace.perform(plan_asking, 1, plan).value
    workspace.perform(open_asking, kiosk.asking)
    presenter = kiosk.start().presenter
    for person in range(6):
        presenter.begin()
        for _ in range(7):
            presenter.choose(person)
            presenter.next()
        if person < 2:
            presenter.choose(1)
            presenter.next()
        else:
            presenter.skip()
    kiosk.stage.thanks.stop()
    kiosk.stage.show_welcome()
    kiosk.open_door()
    assert kiosk.is_shut()
    kiosk.decide(label)
    assert kiosk.shell.at_work
    held = [
        len(workspace.read(stored_sheets, wave.id))
        for wave in workspace.read(asking_row, kiosk.asking).waves
    ]
    assert held == [6, 0]
    sealed = workspace.read(sealed_box, kiosk.asking) is not None
    assert sealed is (label == "Keep the few sealed")


def test_sealed_answers_that_stay_shut_can_be_let_go(kiosk: Kiosk, tmp_path: Path) -> None:
    kiosk.start()
    for _ in range(3):
        kiosk.answer()
    kiosk.open_door()
    kiosk.decide("Keep them sealed")
    for key in (tmp_path / "home" / "keys").iterdir():
        key.unlink()
    kiosk.start()
    for _ in range(6):
        kiosk.answer()
    kiosk.open_door()
    assert kiosk.is_shut()
    kiosk.decide("Let the sealed ones go")
    assert kiosk.shell.at_work
    assert kiosk.stored() == 6
    assert kiosk.desk.workspace.read(sealed_box, kiosk.asking) is None


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
    kiosk.decide("Try again")
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


def test_mouse_and_keys_go_together(kiosk: Kiosk) -> None:
    stage = kiosk.start()
    kiosk.press(Qt.Key.Key_Return)
    face = stage.face
    assert isinstance(face, QuestionFace)
    assert face.options is not None
    kiosk.qtbot.mouseClick(face.options.tiles[0], Qt.MouseButton.LeftButton)
    kiosk.press(Qt.Key.Key_Right)
    assert face.options.place == 1
    kiosk.press(Qt.Key.Key_Return)
    assert stage.face is not face


def test_tab_reaches_answers_and_buttons_before_the_door(kiosk: Kiosk) -> None:
    stage = kiosk.start()
    kiosk.press(Qt.Key.Key_Return)
    face = stage.face
    assert isinstance(face, QuestionFace)
    assert face.options is not None
    seen = []
    for _ in range(6):
        kiosk.press(Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
    skip = face.right[0]
    assert seen[:5] == [*face.options.tiles, skip, stage.facilitator]


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
