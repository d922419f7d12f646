"""The whole window with names hidden: no page, dialog, list, menu or sentence names anybody."""

import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.desks import settle
from tests.ui.imports.files import meeting_file
from tests.ui.shell.name_hunt import painted, pattern_of, told
from tests.ui.shell.programs import dialogs, made_program
from tests.ui.shell.sample_window import BOTH, CONTROL, LAST, NEXT, Window
from workbench.foundation.words import Mark
from workbench.rosters.actions import add_person
from workbench.rosters.queries import RosterRow, roster
from workbench.rosters.rules import PersonDraft
from workbench.sessions.attendance_actions import mark_attendance
from workbench.ui.app import PAGES
from workbench.ui.kit.menus import close_menus
from workbench.ui.rosters.people_page import PeoplePage
from workbench.ui.sessions.attendance_page import AttendancePage
from workbench.ui.sessions.live_page import LivePage
from workbench.ui.shell.open_desk import OpenDesk

HANA = 29
PLACES: dict[str, tuple[str, dict[str, object]]] = {
    **{spec.name: (spec.name, {}) for spec in PAGES},
    "people with its panel": ("people", {"person": 3}),
    "person": ("person", {"person": HANA}),
    "planner": ("planner", {"session": NEXT}),
    "planner with the library": ("planner", {"session": NEXT, "library": True}),
    "planner with templates": ("planner", {"session": NEXT, "dialog": "templates"}),
    "planner with a copy": ("planner", {"session": NEXT, "dialog": "copy"}),
    "rooms": ("rooms", {"session": NEXT}),
    "debrief": ("debrief", {"session": LAST}),
    "prints": ("prints", {"session": NEXT}),
    "prints of the brief": ("prints", {"session": NEXT, "sheet": "five-minutes"}),
    "prints to sign in": ("prints", {"session": NEXT, "sheet": "sign-in"}),
    "five-minutes": ("five-minutes", {"session": NEXT}),
    "live": ("live", {"session": NEXT}),
    "sessions with its panel": ("sessions", {"session": LAST}),
    "season": ("sessions", {"season": True, "session": -3}),
}
NAMED = {
    "home", "community", "people", "person", "names", "planner", "prints", "debrief", "rooms",
    "attendance", "contributions", "prints to sign in",
}  # fmt: skip


class Hunt:
    """Finds who is named in the window."""

    def __init__(self, window: Window) -> None:
        self.window = window
        self.people: list[RosterRow] = window.desk.workspace.read(
            roster, window.desk.community, window.desk.clock.today()
        )
        self._pattern = pattern_of(self.people)

    def named(self) -> set[str]:
        """Return every name that is told."""
        settle()
        return {name for words in told(self.window.shell) for name in self._pattern.findall(words)}

    def seen(self) -> set[str]:
        """Return every name that is told or painted."""
        return self.named() | set(self._pattern.findall(painted(self.window.shell)))


@pytest.fixture
def hunt(window: Window) -> Hunt:
    return Hunt(window)


@pytest.mark.parametrize("place", PLACES)
def test_no_page_names_anybody(window: Window, hunt: Hunt, place: str) -> None:
    page, argument = PLACES[place]
    window.go(page, **argument)
    before = hunt.named()
    assert before or place not in NAMED, "the hunt must find the names that are there"
    window.turn()
    assert hunt.seen() == set()
    window.shell.reload_all()
    window.press(Qt.Key.Key_T, CONTROL)
    assert hunt.named() == set(), "read again, and charts as tables"
    window.press(Qt.Key.Key_T, CONTROL)
    window.program.turn_theme()
    assert hunt.named() == set(), "in the other theme"
    window.program.turn_theme()
    window.turn()
    assert hunt.named() == before


@pytest.mark.parametrize("place", PLACES)
def test_no_page_first_seen_while_names_are_hidden_names_anybody(
    window: Window, hunt: Hunt, place: str
) -> None:
    window.turn()
    page, argument = PLACES[place]
    window.go(page, **argument)
    assert hunt.seen() == set()
    for key, held in (
        (Qt.Key.Key_F, CONTROL), (Qt.Key.Key_N, CONTROL), (Qt.Key.Key_N, BOTH),
        (Qt.Key.Key_F1, None), (Qt.Key.Key_F2, None), (Qt.Key.Key_C, BOTH),
    ):  # fmt: skip
        window.press(key, held)
        if dialogs(window.program) or not window.shell.covered:
            assert hunt.named() == set(), key
        for dialog in dialogs(window.program):
            dialog.cancel()
    assert hunt.named() == set()


OPEN = ("home", "sessions", "live", "attendance", "surveys", "survey", "insights",
        "participation", "reports", "settings")  # fmt: skip


@pytest.mark.parametrize("page", OPEN)
def test_no_command_of_a_page_that_stays_open_names_anybody(
    window: Window, hunt: Hunt, page: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for asking in ("choose_file", "choose_new_file"):
        monkeypatch.setattr(OpenDesk, asking, lambda *_asked: None)
    window.turn()
    argument = PLACES[page][1]
    labels = [item.label for item in window.go(page, **argument).commands()]
    for label in labels:
        offered = {item.label: item for item in window.go(page, **argument).commands()}
        if label in offered and offered[label].enabled:
            offered[label].pressed()
            assert hunt.named() == set(), label
        for dialog in dialogs(window.program):
            dialog.cancel()
        close_menus()


def test_only_these_pages_stay_open(window: Window) -> None:
    assert {spec.name for spec in PAGES if window.go(spec.name).without_names} == set(OPEN)


@pytest.mark.parametrize("page", ["home", "people", "attendance", "contributions", "person"])
def test_no_change_brings_a_name_back(window: Window, hunt: Hunt, page: str) -> None:
    window.go(page, **PLACES[page][1])
    before = hunt.named()
    window.turn()
    desk, who = window.desk, hunt.people[0]
    desk.do(lambda w: w.perform(mark_attendance, LAST, who.person_id, Mark.EXCUSED),
            said=f"Marked {who.name}.")  # fmt: skip
    assert hunt.seen() == set()
    draft = PersonDraft(name="Ama Neuhaus")
    desk.do(lambda w: w.perform(add_person, desk.community, draft), said="Added Ama Neuhaus.")
    assert hunt.named() == set()
    for step in (desk.undo, desk.undo, desk.redo, desk.undo):
        step()
        assert hunt.named() == set(), step
    window.shell.toast.hide()
    window.turn()
    window.shell.toast.hide()
    assert hunt.named() >= before


def _command(window: Window, label: str) -> None:
    assert window.shell.page is not None
    next(item for item in window.shell.page.commands() if item.label == label).pressed()


def _bring_in(window: Window, folder: Path) -> None:
    window.desk.bring_in("attendance", meeting_file(folder))


DIALOGS: dict[str, tuple[str, Callable[[Window], None]]] = {
    "a quick note": ("home", lambda window: window.press(Qt.Key.Key_N, BOTH)),
    "a person changed": ("person", partial(_command, label="Edit this person")),
    "a follow-up": ("person", partial(_command, label="Plan a follow-up")),
    "thanks to a person": ("person", partial(_command, label="Thank-you draft")),
    "thanks": ("contributions", partial(_command, label="Thank-you draft")),
    "a promise": ("contributions", partial(_command, label="Add promise")),
    "somebody who comes": ("rooms", lambda window: window.press(Qt.Key.Key_N, CONTROL)),
    "a guest": ("attendance", lambda window: window.press(Qt.Key.Key_N, CONTROL)),
    "a sheet of paper": ("attendance", lambda window: window.press(Qt.Key.Key_R, BOTH)),
}


def _covers_and_comes_back(window: Window, hunt: Hunt) -> set[str]:
    (dialog,) = dialogs(window.program)
    before = hunt.named()
    window.turn()
    assert dialog.isVisible()
    assert hunt.seen() == set()
    window.press(Qt.Key.Key_Return, CONTROL)
    assert dialogs(window.program) == [dialog]
    assert hunt.named() == set()
    window.turn()
    assert hunt.named() == before
    dialog.cancel()
    return before


@pytest.mark.parametrize("which", DIALOGS)
def test_no_dialog_names_anybody(window: Window, hunt: Hunt, which: str) -> None:
    page, open_it = DIALOGS[which]
    window.go(page, **PLACES[page][1])
    open_it(window)
    settle()
    assert _covers_and_comes_back(window, hunt)


def test_the_review_of_a_meeting_file_names_nobody(
    window: Window, hunt: Hunt, tmp_path: Path
) -> None:
    _bring_in(window, tmp_path)
    settle()
    assert "Ama Boateng" in _covers_and_comes_back(window, hunt)
    window.turn()
    _bring_in(window, tmp_path)
    assert len(dialogs(window.program)) == 1
    assert hunt.seen() == set()


def test_the_rates_beside_the_grid_name_nobody(window: Window, hunt: Hunt) -> None:
    page = window.go("attendance")
    assert isinstance(page, AttendancePage)
    page.show_rates()
    settle()
    window.turn()
    assert page.rates.isVisible()
    assert hunt.seen() == set()
    page.show_rates()
    page.show_rates()
    assert hunt.named() == set()


def test_the_palette_finds_nobody(window: Window, hunt: Hunt) -> None:
    window.go("person", person=HANA)
    for typed in ("ama", "boateng", "hana", "e", "> ", ""):
        window.shell.open_palette()
        palette = window.shell.palette_shown
        assert palette is not None
        palette.field.setText(typed)
        there = hunt.named()
        assert typed not in ("ama", "hana") or there
        window.turn()
        assert window.shell.palette_shown is None, "it goes, with what it found"
        window.press(Qt.Key.Key_K, CONTROL)
        palette = window.shell.palette_shown
        assert palette is not None
        palette.field.setText(typed)
        assert {name.casefold() for name in hunt.seen()} <= {typed}, "but what is typed"
        palette.close_palette()
        window.turn()


def test_a_menu_that_is_open_goes(window: Window, hunt: Hunt) -> None:
    page = window.go("contributions")
    page.header._open_more()
    assert QApplication.activePopupWidget() is not None
    window.program.hide_names(hidden=True)
    assert QApplication.activePopupWidget() is None
    assert hunt.seen() == set()


def test_offers_below_a_line_go(window: Window, hunt: Hunt) -> None:
    window.go("contributions", log=True)
    window.qtbot.keyClicks(QApplication.focusWidget(), "Am")
    assert "Ama Boateng" in hunt.named()
    window.turn()
    assert hunt.seen() == set()


def test_a_running_session_names_nobody(
    qapp: QApplication, sample_file: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    from workbench.imports.sample_live import run_sample

    path = Path(shutil.copy(sample_file, tmp_path / "running.fwb"))
    run_sample(path)
    program = made_program(qapp)
    program.entrance.open(path)
    window = Window(program, qtbot)
    hunt = Hunt(window)
    assert isinstance(program.shell.page, LivePage)
    before = hunt.named()
    assert before
    window.turn()
    assert hunt.seen() == set()
    for key in (Qt.Key.Key_F2, Qt.Key.Key_F3, Qt.Key.Key_F6, Qt.Key.Key_F7):
        window.press(key)
        assert hunt.named() == set(), key
    window.turn()
    assert hunt.named()
    program.end()


def test_the_walk_would_see_a_page_that_forgets(
    window: Window, hunt: Hunt, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(PeoplePage, "without_names", True)
    window.go("people")
    window.turn()
    assert "Ama Boateng" in hunt.seen()
