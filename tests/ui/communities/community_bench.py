"""What the tests of the Community page share: opening it, finding its parts, keys and clicks."""

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.desks import BenchDesk, settle
from workbench.communities.queries import charter
from workbench.foundation.words import ExcusedRule
from workbench.ui.communities.community_page import CommunityPage
from workbench.ui.communities.parts import Pressable
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.dialog import Dialog
from workbench.ui.kit.inputs import LineInput
from workbench.ui.kit.text import Text

D = TypeVar("D", bound=Dialog)
P = TypeVar("P", bound=Pressable)
PURPOSE = (
    "We learn how work moves between departments, so that customers are helped once and nobody "
    "carries a problem alone."
)
LEFT = Qt.MouseButton.LeftButton


def opened(desk: BenchDesk, width: int = 1440, height: int = 900) -> CommunityPage:
    page = desk.open(CommunityPage, width, height)
    assert isinstance(page, CommunityPage)
    return page


def words(within: QWidget) -> list[str]:
    return [text.text() for text in within.findChildren(Text) if text.isVisible()]


def press(qtbot: QtBot, within: QWidget, label: str) -> None:
    found = [b for b in within.findChildren(Button) if b.label == label and b.isVisible()]
    qtbot.mouseClick(found[0], LEFT)
    settle()


def shown(page: CommunityPage, kind: type[D]) -> D:
    return next(d for d in page.window().findChildren(kind) if d.isVisible())


def rows(within: QWidget, kind: type[P], start: str) -> P:
    return next(r for r in within.findChildren(kind) if r.accessibleName().startswith(start))


def write(qtbot: QtBot, field: LineInput, text: str) -> None:
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)


def confirm(qtbot: QtBot, within: QWidget) -> None:
    qtbot.keyClick(within, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle()


def pick(page: CommunityPage, label: str) -> None:
    menu = next(m for m in page.window().findChildren(QMenu) if m.isVisible())
    next(a for a in menu.actions() if a.text() == label).trigger()
    menu.close()
    settle()


def fits(page: CommunityPage) -> bool:
    content = page.area.widget()
    assert content is not None
    return content.minimumSizeHint().width() <= page.area.viewport().width()


def take_back(desk: BenchDesk) -> None:
    desk.undo()
    settle()


def charter_of(desk: BenchDesk) -> tuple[str, str, str, str, ExcusedRule, str]:
    found = desk.workspace.read(charter, desk.community)
    row = found.community
    return (
        row.name,
        row.strapline,
        row.organisation,
        row.zone,
        row.excused_rule,
        found.purpose,
    )
