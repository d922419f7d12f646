"""A block from the method library, an own method, and Ctrl+K: by keys alone in the real window."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.journeys.evening import Evening, evening
from workbench.sessions.method_queries import method_library
from workbench.sessions.queries import session_detail

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def methods_of(desk: Evening) -> list[str]:
    session = desk.page.presenter.session
    placed = desk.ask(lambda w: w.read(session_detail, session)).agenda.blocks
    return [each.block.method for each in placed]


def own_methods(desk: Evening) -> list[str]:
    entries = desk.ask(lambda w: w.read(method_library)).entries
    return [entry.method.name for entry in entries if entry.own is not None]


def open_planner(desk: Evening) -> None:
    desk.press("Ctrl+K")
    desk.write("handovers that hold")
    desk.press("Return")
    desk.until(lambda: desk.page.name == "sessions")
    desk.shell.go("planner", session=17)
    desk.until(lambda: desk.page.name == "planner")
    desk.rest()


def add_from_the_library(desk: Evening) -> None:
    before = methods_of(desk)
    desk.press("Ctrl+M")
    library = desk.page.library
    desk.until(library.search.field.hasFocus)
    desk.write("quiet start")
    desk.press("Down", "Down", "Return")
    chosen = library.search.list.current().method.name
    desk.until(lambda: chosen in methods_of(desk) and len(methods_of(desk)) == len(before) + 1)
    assert methods_of(desk)[1] == chosen, "after the selected block"
    desk.press("Ctrl+Z")
    assert methods_of(desk) == before


def write_an_own_method(desk: Evening) -> None:
    library = desk.page.library
    desk.to_field(library.search.field)
    desk.press("Ctrl+A")
    desk.write("Biscuit round")
    desk.until(lambda: not library.search.list.isVisible())
    desk.to_field(next(b for b in library.search.findChildren(type(library.method.add_button))
                       if b.label == "Write your own method"))  # fmt: skip
    desk.press("Space")
    desk.until(library.form.name_input.hasFocus)
    assert library.form.name_input.text() == "Biscuit round"
    desk.to_field(library.form.minutes_input)
    desk.press("Ctrl+A")
    desk.write("10,000")
    desk.press("Ctrl+Return")
    assert library.form.minutes_input.property("wrong")
    desk.press("Ctrl+A")
    desk.write("5 to 10")
    desk.press("Ctrl+Return")
    desk.until(lambda: own_methods(desk) == ["Biscuit round"])
    desk.until(library.method.isVisible)
    desk.press("Esc")
    assert library.search.isVisible()


def find_it_from_home(desk: Evening) -> None:
    desk.go("Ctrl+1", "home")
    desk.press("Ctrl+K")
    desk.write("biscuit")
    desk.until(lambda: desk.found == ["Biscuit round"])
    desk.press("Return")
    desk.until(lambda: desk.page.name == "planner")
    desk.until(lambda: desk.page.library.method.entry.method.name == "Biscuit round")
    desk.press("Esc", "Esc")
    assert not desk.page.panels.shows("library")
    assert desk.page.blocks.isAncestorOf(QApplication.focusWidget()) or desk.page.blocks.hasFocus()


def test_methods_by_keys_alone(qtbot: QtBot, bridges: Path) -> None:
    with evening(qtbot, bridges) as desk:
        desk.rest()
        open_planner(desk)
        add_from_the_library(desk)
        write_an_own_method(desk)
        find_it_from_home(desk)
