"""What a round in the real window leaves outside the file: nothing anybody said, chose or typed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.storage.answer_traces import everything_in, found_in, traces_of_words
from tests.storage.test_survey_traces import everything_temporary
from tests.ui.desks import settle
from tests.ui.shell.kiosks import CODE, Kiosk, opened
from tests.ui.shell.programs import dialogs
from workbench.foundation.settings import settings_file
from workbench.ui.surveys.kiosk_question import QuestionFace

TRACES = {
    trace
    for words in (*(f"marker-{person}" for person in range(5)), CODE)
    for trace in traces_of_words(words)
}
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def kiosk(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[Kiosk]:
    made = opened(tmp_path, qapp, qtbot)
    yield made
    made.program.end()


def on_clipboard() -> bytes:
    """Return all formats of all clipboards."""
    held = []
    for mode in (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection):
        found = QGuiApplication.clipboard().mimeData(mode)
        if found is not None:
            held += [bytes(found.data(kind).data()) for kind in found.formats()]
    return b"\0".join(held)


def in_window(kiosk: Kiosk) -> bytes:
    """Return the words of everything in the window, shown or not: properties and descriptions."""
    told = []
    for widget in [kiosk.shell, *kiosk.shell.findChildren(QWidget)]:
        told += [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()]
        told += [str(widget.property(name)) for name in ("text", "plainText", "windowTitle")]
    return "\0".join(told).encode()


def kept_outside(kiosk: Kiosk, folder: Path) -> bytes:
    """Return all that the program has put anywhere but into the file itself."""
    workspace = kiosk.desk.workspace
    undo = workspace.read(everything_temporary)
    names = str((workspace.undo_names, workspace.redo_names))
    files = everything_in(folder, but=[kiosk.path])
    return b"\0".join([on_clipboard(), undo.encode(), names.encode(), files, in_window(kiosk)])


def test_a_round_leaves_nothing_outside_the_file(kiosk: Kiosk, tmp_path: Path) -> None:
    QGuiApplication.clipboard().setText("from before")
    kiosk.start()
    for person in range(5):
        kiosk.press(Qt.Key.Key_Return)
        for _ in range(3):
            kiosk.press(Qt.Key.Key_2, Qt.Key.Key_Return)
        kiosk.qtbot.keyClicks(QApplication.focusWidget(), f"marker-{person}")
        for key in (Qt.Key.Key_A, Qt.Key.Key_C, Qt.Key.Key_X):
            kiosk.press(key, held=CONTROL)
        kiosk.qtbot.keyClicks(QApplication.focusWidget(), f"marker-{person}")
        assert found_in(in_window(kiosk), TRACES), "or the look into the window sees nothing"
        kiosk.press(Qt.Key.Key_Return)
        kiosk.stage.thanks.stop()
        kiosk.stage.show_welcome()
        settle()
        assert not found_in(kept_outside(kiosk, tmp_path), TRACES)
    kiosk.open_door()
    assert kiosk.stored() == 5
    kiosk.program.keep_settings()
    assert settings_file().exists()
    assert not found_in(kept_outside(kiosk, tmp_path), TRACES)


def test_a_fault_amid_a_question_tells_nothing_of_it(
    kiosk: Kiosk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kiosk.start()
    kiosk.press(Qt.Key.Key_Return)
    for _ in range(3):
        kiosk.press(Qt.Key.Key_2, Qt.Key.Key_Return)
    face = kiosk.stage.face
    assert isinstance(face, QuestionFace)
    assert face.field is not None
    held = face.field.toPlainText
    kiosk.qtbot.keyClicks(QApplication.focusWidget(), "marker-3")

    def failing(*_given: object) -> None:
        raise ValueError("marker-3", held())

    monkeypatch.setattr("workbench.surveys.kiosk_round.KioskRound.finish", failing)
    with pytest.raises(ValueError, match="marker-3") as caught:
        kiosk.stage.presenter.next()
    kiosk.program.tell(caught.value)
    settle()
    assert b"ValueError" in everything_in(tmp_path)
    kiosk.stage.presenter.clear()
    for dialog in dialogs(kiosk.program):
        dialog.cancel()
    settle()
    assert not found_in(kept_outside(kiosk, tmp_path), TRACES)
