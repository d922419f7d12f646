"""A survey from plan to brief: planned, answered on this laptop, closed and read, by keys."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.journeys.evening import Evening, evening
from tests.ui.shell.programs import made_file
from workbench.foundation.words import WaveState
from workbench.surveys.answer_queries import stored_sheets
from workbench.surveys.queries import WaveRow, waves
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.text import Text
from workbench.ui.surveys.kiosk_faces import DoorFace, ThanksFace, WelcomeFace
from workbench.ui.surveys.kiosk_question import QuestionFace
from workbench.ui.surveys.kiosk_stage import KioskStage

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
CODE = "harbour 7"
INVITED = 16
# What each of twelve people answers to three questions, 1 rarely to 3 often.
ANSWERS = (
    (1, 1, 2), (1, 2, 2), (2, 2, 2), (3, 2, 1), (1, 1, 1), (2, 3, 3),
    (3, 3, 3), (2, 1, 2), (1, 2, 1), (2, 2, 3), (1, 3, 2), (3, 1, 2),
)  # fmt: skip
MEAN = sum(sum(one) for one in ANSWERS) / len(ANSWERS)
HARD_TO_TELL = "Ask Hana, or call 0171 5551234"


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Evening]:
    """The window on a community in which nothing was asked yet, with Home painted."""
    with evening(qtbot, made_file(tmp_path / "w.fwb")) as shown:
        shown.until(lambda: shown.page.name == "home")
        shown.rest()
        yield shown


def button(inside: QWidget, label: str) -> Button:
    found = [b for b in inside.findChildren(Button) if b.label == label and b.isVisible()]
    assert found, f"no button {label}"
    return found[0]


def press_button(desk: Evening, label: str) -> None:
    """Tab to the button of the page shown, and press it by key."""
    desk.to_field(button(desk.page, label))
    desk.press("Space")


def wave(desk: Evening, label: str = "Winter") -> WaveRow:
    rows = desk.ask(lambda w: w.read(waves, desk.community))
    return next(row for row in rows if row.label == label)


def plan_and_open(desk: Evening) -> None:
    """Plan the wave of one questionnaire with a comment, and open it."""
    desk.go("Ctrl+8", "surveys")
    desk.press("Ctrl+N")
    desk.until(lambda: desk.page.name == "survey-plan")
    desk.until(desk.page.label.hasFocus)
    desk.write("Winter")
    what = desk.page.what
    for key, row in what.rows.items():
        if row.check.isChecked() != (key == "loneliness-pulse"):
            desk.to_field(row.check)
            desk.press("Space")
    for row, wanted in ((what.department, False), (what.comment, True)):
        if row.check.isChecked() != wanted:
            desk.to_field(row.check)
            desk.press("Space")
    for stepper, number in ((desk.page.who.invited, INVITED), (desk.page.finds.expected, 12)):
        desk.to_field(stepper)
        desk.press("Ctrl+A")
        desk.write(str(number))
        desk.press("Tab")
    assert desk.page.plan().invited == INVITED
    assert desk.page.plan().instruments == ("loneliness-pulse",)
    press_button(desk, "Open the wave")
    desk.press("Ctrl+Return")
    desk.until(lambda: desk.page.name == "surveys")
    desk.rest()
    assert wave(desk).state is WaveState.OPEN


def start_round(desk: Evening) -> KioskStage:
    """Start a round with a code from the panel of the open wave."""
    press_button(desk, "Start on this laptop")
    desk.until(lambda: desk.dialog.code.hasFocus() is True)
    desk.write(CODE)
    desk.to_field(desk.dialog.again)
    desk.write(CODE)
    desk.tap("Ctrl+Return")
    desk.until(lambda: isinstance(desk.shell.stage, KioskStage))
    stage = desk.shell.stage
    assert isinstance(stage, KioskStage)
    stage.thanks.setInterval(0)
    return stage


def question(desk: Evening, stage: KioskStage, place: int) -> QuestionFace:
    """Wait for the question at this place."""

    def shown() -> bool:
        return isinstance(stage.face, QuestionFace) and f"{place} of" in _said(stage)

    desk.until(shown)
    assert isinstance(stage.face, QuestionFace)
    return stage.face


def _said(stage: KioskStage) -> str:
    return " ".join(each.accessibleName() for each in stage.face.findChildren(QWidget))


def answer(desk: Evening, stage: KioskStage, codes: tuple[int, ...], comment: str = "") -> None:
    """Answer as one person, by keys alone, past the neutral ending."""
    desk.until(lambda: isinstance(stage.face, WelcomeFace))
    desk.tap("Return")
    for place, code in enumerate(codes, 1):
        question(desk, stage, place)
        desk.tap(str(code), "Return")
    finish(desk, stage, comment)


def finish(desk: Evening, stage: KioskStage, comment: str) -> None:
    desk.until(lambda: question(desk, stage, 4).field is not None)
    desk.write(comment)
    desk.tap("Return")
    desk.until(lambda: isinstance(stage.face, ThanksFace | WelcomeFace))


def skip(desk: Evening, stage: KioskStage) -> None:
    """Tab to the button that skips, and press it by key."""
    desk.until(lambda: button(stage, "Skip this one"))
    desk.to_field(button(stage, "Skip this one"))
    desk.tap("Space")


def answer_with_second_thoughts(desk: Evening, stage: KioskStage, codes: tuple[int, ...]) -> None:
    """Change an answer before going on, skip one, come back to it, and skip the comment."""
    desk.until(lambda: isinstance(stage.face, WelcomeFace))
    desk.tap("Return")
    question(desk, stage, 1)
    desk.tap("3", "Left", str(codes[0]), "Return")
    question(desk, stage, 2)
    skip(desk, stage)
    question(desk, stage, 3)
    desk.tap("Backspace")
    question(desk, stage, 2)
    desk.tap("Return")
    question(desk, stage, 2)
    desk.tap(str(codes[1]), "Return")
    question(desk, stage, 3)
    desk.tap(str(codes[2]), "Return")
    question(desk, stage, 4)
    skip(desk, stage)
    desk.until(lambda: isinstance(stage.face, ThanksFace | WelcomeFace))


def end_round(desk: Evening, stage: KioskStage) -> None:
    """Go out by the door: a wrong code first, then the one of the round."""
    desk.until(lambda: isinstance(stage.face, WelcomeFace))
    desk.to_field(stage.facilitator)
    desk.tap("Space")
    desk.until(lambda: isinstance(stage.face, DoorFace))
    face = stage.face
    assert isinstance(face, DoorFace)
    for typed in ("harbour 8", CODE):
        desk.until(face.typed.hasFocus)
        desk.write(typed)
        desk.tap("Return")
    desk.until(lambda: desk.shell.stage is None and desk.shell.at_work)
    desk.shell.activateWindow()
    desk.rest()


def whole_round(desk: Evening) -> None:
    """Let twelve people answer; one of them thinks twice and writes no comment."""
    stage = start_round(desk)
    answer_with_second_thoughts(desk, stage, ANSWERS[0])
    for number, codes in enumerate(ANSWERS[1:], 1):
        comment = HARD_TO_TELL if number == 1 else f"More time for it, please {'so ' * number}"
        answer(desk, stage, codes, comment)
    end_round(desk, stage)


def close(desk: Evening) -> None:
    press_button(desk, "Close the wave")
    assert f"12 of {INVITED} answered" in _dialog_words(desk)
    desk.press("Ctrl+Return")
    desk.until(lambda: desk.page.name == "survey")
    desk.rest()


def _counts(place: int) -> str:
    many = [sum(one[place] == code for one in ANSWERS) for code in (1, 2, 3)]
    return "answers " + ", ".join(f"{code}: {count}" for code, count in enumerate(many, 1))


def _dialog_words(desk: Evening) -> str:
    return " ".join(each.text() for each in desk.dialog.findChildren(Text))


def decide_on_comments(desk: Evening) -> None:
    """Let every comment through, the number in one of them taken out."""
    press_button(desk, "Decide on comments")
    desk.until(lambda: desk.page.name == "comments")
    desk.rest()
    assert HARD_TO_TELL not in " ".join(desk.lines), "the warning stands before the comments"
    press_button(desk, "I read them alone")
    for left in range(len(ANSWERS) - 1, 0, -1):
        waits = desk.page.header.subtitle.text()
        assert waits == f"{left} to read"
        card = next(each for each in desk.page.cards if each.show_button.hasFocus())
        if HARD_TO_TELL in card.shown.row.text:
            assert card.checks, "what could tell who wrote it is offered to be taken out"
            desk.to_field(card.checks[0])
            for check in card.checks:
                desk.until(check.hasFocus)
                if not check.isChecked():
                    desk.press("Space")
                desk.tap("Tab")
            desk.to_field(card.show_button)
        desk.press("Space")
    assert desk.page.header.subtitle.text() == "all read"


def say_what_was_done(desk: Evening) -> None:
    press_button(desk, "You said, we did")
    desk.until(lambda: desk.page.name == "said")
    desk.rest()
    desk.press("Ctrl+N")
    desk.until(lambda: desk.dialog.said.hasFocus() is True)
    desk.write("Too little time")
    desk.to_field(desk.dialog.did)
    desk.write("Half an hour more each week")
    desk.press("Ctrl+Return")
    desk.until(lambda: "Half an hour more each week" in desk.lines)


def test_a_wave_is_planned_answered_here_closed_and_read(desk: Evening) -> None:
    plan_and_open(desk)
    whole_round(desk)
    assert desk.page.name == "surveys"
    assert desk.toast.startswith("The round is stored")
    number = wave(desk).id
    stored = desk.ask(lambda w: w.read(stored_sheets, number))
    assert sorted(sheet.codes for sheet in stored) == sorted(ANSWERS)
    assert QApplication.focusWidget() is not None

    close(desk)
    assert wave(desk).state is WaveState.CLOSED
    shown = desk.page.shown
    assert shown.label == "Winter"
    answered, mean = shown.stats[:2]
    assert (answered.value, answered.of) == ("12", f"of {INVITED} (75%)")
    assert (mean.value, mean.of) == (f"{MEAN:.1f}", "on 3 to 9")
    assert [line.answers for line in shown.items] == [_counts(place) for place in range(3)]


def test_comments_are_decided_on_and_answered_and_the_brief_tells_the_mean(
    desk: Evening, tmp_path: Path
) -> None:
    plan_and_open(desk)
    whole_round(desk)
    close(desk)
    decide_on_comments(desk)
    assert QApplication.focusWidget() is desk.page.results_button
    desk.press("Space")
    desk.until(lambda: desk.page.name == "survey")
    desk.rest()
    assert len(desk.page.shown.comments) == len(ANSWERS) - 1
    assert not any("5551234" in each for each in desk.page.shown.comments)
    say_what_was_done(desk)
    desk.shell.activateWindow()  # as a desktop does when the dialog has gone
    desk.go("Ctrl+0", "reports")
    desk.tap("Ctrl+E")
    desk.name_file(tmp_path / "brief.pdf")
    desk.until(lambda: (tmp_path / "brief.pdf").exists() and "brief.pdf" in desk.toast)
    pages = PdfReader(tmp_path / "brief.pdf").pages
    text = " ".join(" ".join(page.extract_text().split()) for page in pages)
    assert len(pages) == 1
    assert f"{MEAN:.1f}" in text
    assert "5551234" not in text
