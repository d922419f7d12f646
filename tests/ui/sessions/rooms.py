"""What the tests of pages of sessions share: a community of four, sessions, keys."""

from typing import Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.storage.session_rows import wall
from tests.ui.desks import BenchDesk, settle
from workbench.rosters.actions import add_people
from workbench.rosters.rules import PersonDraft
from workbench.sessions.actions import SessionDraft, add_session
from workbench.sessions.agenda import AgendaBlock
from workbench.ui.kit.dialog import Dialog

PEOPLE = [
    ("Ama Boateng", "Support"),
    ("Jonas Weber", "Support"),
    ("Bea Almeida", "Operations"),
    ("Zoë Martin", "Operations"),
]
W = TypeVar("W", bound=QWidget)


def four_people(desk: BenchDesk) -> list[int]:
    """Add four members from two departments and return their numbers."""
    drafts = [PersonDraft(name=name, department=place) for name, place in PEOPLE]
    return desk.workspace.perform(add_people, desk.community, drafts).value


def session_on(
    desk: BenchDesk, day: str, title: str = "", *blocks: AgendaBlock, **more: Any
) -> int:
    """Add a session at 14:00 of a day and return its number."""
    draft = SessionDraft(title=title or f"On {day}", starts=wall(f"{day}T14:00"), **more)
    return desk.workspace.perform(add_session, desk.community, draft, blocks).value


def press(qtbot: QtBot, widget: QWidget, *keys: Qt.Key, **more: Any) -> None:
    """Press keys one after the other in a widget."""
    for key in keys:
        qtbot.keyClick(widget, key, **more)
    settle()


def dialog_of(page: QWidget, kind: type[W] = Dialog) -> W:  # type: ignore[assignment] # a default
    """Return the one dialog that is open over a page."""
    (found,) = [each for each in page.window().findChildren(kind) if each.isVisible()]
    return found
