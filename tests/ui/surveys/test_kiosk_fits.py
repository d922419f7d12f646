"""A question on the stage: whatever the screen and the text size, all of it is in sight."""

from collections.abc import Iterator
from itertools import product

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.desks import BenchDesk, ready_app, settle
from workbench.surveys.asking_rules import AskedForm
from workbench.surveys.kiosk_door import Door
from workbench.surveys.kiosk_round import Step, StepKind
from workbench.ui.surveys.kiosk_options import Lie, Options
from workbench.ui.surveys.kiosk_question import QuestionFace
from workbench.ui.surveys.kiosk_stage import KioskStage

SIZES = ((1024, 700), (1366, 768), (1440, 900))
SCALES = (1.0, 1.5, 2.0)
SHORT = ("strongly disagree", "slightly agree", "neither")
LONG = "this was so for me on nearly every one of the working days, to the degree"
HEBREW = "אני מסכים מאוד עם המשפט"
TEXT = "When something goes wrong here, we look for the cause first."
LEAD_IN = "Here in this community: how far do you agree?"
FORM = AskedForm(0, "Bridges", "September wave", (), (), True, (), "", 5, "")


@pytest.fixture
def stage(desk: BenchDesk, qtbot: QtBot) -> Iterator[KioskStage]:
    made = KioskStage(desk, FORM, Door("a word"), lambda: None)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.leave()
    QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    ready_app()


def answers(many: int, *, long: bool, mirrored: bool) -> tuple[str, ...]:
    if mirrored:
        return tuple(f"{HEBREW} {place}" for place in range(many))
    return tuple(
        f"{LONG} {place}" if long else f"{SHORT[place % 3]} {place}" for place in range(many)
    )


def asked(stage: KioskStage, options: tuple[str, ...], kind: StepKind = StepKind.ITEM) -> Options:
    stage.show_step(Step(kind, TEXT, options, LEAD_IN, 4, 10, 4, 10), None)
    settle()
    face = stage.face
    assert isinstance(face, QuestionFace)
    assert face.options is not None
    return face.options


def in_sight(stage: KioskStage, widget: QWidget) -> bool:
    """Whether all of a widget shows: inside the stage, and inside the area that could scroll."""
    where = QRect(widget.mapTo(stage, QPoint(0, 0)), widget.size())
    area = stage._area.viewport()
    room = QRect(area.mapTo(stage, QPoint(0, 0)), area.size())
    inside = stage.rect() if not area.isAncestorOf(widget) else room.intersected(stage.rect())
    return widget.isVisible() and inside.contains(where)


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("size", SIZES)
def test_question_answers_and_buttons_are_all_in_sight(
    stage: KioskStage, size: tuple[int, int], scale: float
) -> None:
    ready_app(scale=scale)
    stage.resize(*size)
    for many, long, mirrored in product((5, 7, 11), (False, True), (False, True)):
        side = Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight
        QApplication.setLayoutDirection(side)
        options = asked(stage, answers(many, long=long, mirrored=mirrored))
        stage.face.choose(4)
        settle()
        assert (stage.width(), stage.height()) == size
        face = stage.face
        assert isinstance(face, QuestionFace)
        shown = (face.question, *options.tiles, *face.left, *face.right, stage.facilitator)
        hidden = [widget.accessibleName() for widget in shown if not in_sight(stage, widget)]
        assert not hidden, (many, long, mirrored)
        boxes = [QRect(tile.mapTo(stage, QPoint()), tile.size()) for tile in options.tiles]
        assert not any(a.intersects(b) for a in boxes for b in boxes if a is not b)


def test_numbers_alone_keep_their_keys_and_whole_names(stage: KioskStage) -> None:
    ready_app(scale=2.0)
    stage.resize(1024, 700)
    options = asked(stage, answers(7, long=True, mirrored=False))
    assert {tile.way for tile in options.tiles} == {Lie.NUMBER}
    assert options.ends.words == ""
    height = options.height()
    for place, tile in enumerate(options.tiles):
        assert tile.accessibleName() == f"{place + 1} {LONG[:1].upper()}{LONG[1:]} {place}"
        stage.face.choose(place)
        assert options.ends.words == f"{place + 1}  {tile.label}"
    assert options.height() == height


def test_words_come_back_with_the_room(stage: KioskStage) -> None:
    ready_app(scale=2.0)
    stage.resize(1024, 700)
    options = asked(stage, answers(7, long=False, mirrored=False))
    assert {tile.way for tile in options.tiles} == {Lie.NUMBER}
    stage.resize(2400, 1400)
    settle()
    assert {tile.way for tile in options.tiles} == {Lie.UPRIGHT}
    assert not options.ends.isVisible()
    assert stage.foot.isVisible()


def test_another_screen_size_keeps_question_and_answer(stage: KioskStage) -> None:
    options = asked(stage, answers(7, long=False, mirrored=False))
    face = stage.face
    stage.face.choose(1)
    for size in ((1366, 768), (1024, 600), (1920, 1080), (800, 600), (768, 1024)):
        stage.resize(*size)
        settle()
        assert (stage.width(), stage.height()) == size
        assert stage.face is face
        assert options.place == 1
        assert in_sight(stage, options.tiles[1])
        assert all(in_sight(stage, button) for button in (*face.left, *face.right))


def test_departments_always_keep_their_words(stage: KioskStage) -> None:
    ready_app(scale=2.0)
    stage.resize(1024, 700)
    names = ("Support", "Operations", "Engineering", "Sales", "People", "Finance")
    options = asked(stage, names, StepKind.DEPARTMENT)
    assert {tile.way for tile in options.tiles} <= {Lie.LINE, Lie.UPRIGHT}
    assert all(in_sight(stage, tile) for tile in options.tiles)


def test_the_word_before_clearing_takes_no_room_where_it_is_short(stage: KioskStage) -> None:
    ready_app(scale=2.0)
    stage.resize(1024, 700)
    options = asked(stage, answers(7, long=True, mirrored=False))
    stage._seconds = lambda: stage._untouched._since + 105.0
    stage.look()
    settle()
    assert "15 seconds" in stage.warning.text()
    assert in_sight(stage, stage.warning)
    assert stage.warning.width() >= stage.warning.sizeHint().width()
    assert all(in_sight(stage, tile) for tile in options.tiles)
    stage.touch()
    assert stage.warning.text() == ""
    assert stage._heading.isVisible()


def test_arrows_go_where_they_point(stage: KioskStage, qtbot: QtBot) -> None:
    QApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    stage.resize(1366, 768)
    options = asked(stage, answers(7, long=False, mirrored=True))
    options.mark(3)
    qtbot.keyClick(stage, Qt.Key.Key_Left)
    assert options.place == 4
    qtbot.keyClick(stage, Qt.Key.Key_Up)
    assert options.place == 3
