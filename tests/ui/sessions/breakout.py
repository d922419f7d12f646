"""The rooms of the sample's next session under a test's hands."""

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.desks import BenchDesk, settle
from workbench.sessions.rooms_queries import RoomsFacts, rooms_facts
from workbench.ui.kit.dialog import Dialog
from workbench.ui.kit.text import Text
from workbench.ui.sessions.rooms_card import RoomCard
from workbench.ui.sessions.rooms_page import RoomsPage
from workbench.ui.sessions.rooms_seat import Seat

ALT = Qt.KeyboardModifier.AltModifier
SESSION = 17


class Breakout:
    """The rooms of the sample's next session."""

    def __init__(self, desk: BenchDesk, qtbot: QtBot) -> None:
        self.desk, self.qtbot = desk, qtbot
        page = desk.open(RoomsPage)
        assert isinstance(page, RoomsPage)
        self.page = page
        page.arrive(session=SESSION)
        settle()

    def names(self) -> list[set[str]]:
        return [{seat.shown.person.name for seat in card.seats} for card in self.cards]

    @property
    def cards(self) -> list[RoomCard]:
        return self.page.grid.cards

    def seat(self, name: str) -> Seat:
        return next(seat for seat in self.page.grid.seats if seat.shown.person.name == name)

    def room(self, name: str) -> int:
        return next(number for number, names in enumerate(self.names()) if name in names)

    def key(self, name: str, key: Qt.Key, held: Qt.KeyboardModifier | None = None) -> None:
        seat = self.seat(name)
        seat.setFocus()
        more = {"modifier": held} if held else {}
        self.qtbot.keyClick(seat, key, **more)
        settle()

    def drag(self, name: str, onto: QWidget, at: QPoint) -> None:
        seat = self.seat(name)
        target = seat.mapFromGlobal(onto.mapToGlobal(at))
        start = seat.rect().center()
        _mouse(seat, QEvent.Type.MouseButtonPress, start)
        for point in (start + QPoint(30, 0), target):
            _mouse(seat, QEvent.Type.MouseMove, point)
        _mouse(seat, QEvent.Type.MouseButtonRelease, target)
        settle()

    def words(self, inside: QWidget) -> str:
        return " ".join(text.text() for text in inside.findChildren(Text) if text.isVisible())

    def dialog(self, kind: type[Dialog]) -> Dialog:
        return next(one for one in self.page.findChildren(kind) if one.isVisible())

    def facts(self) -> RoomsFacts:
        return self.desk.workspace.read(rooms_facts, SESSION)


def _mouse(widget: QWidget, kind: QEvent.Type, at: QPoint) -> None:
    left = Qt.MouseButton.LeftButton
    held = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseButtonRelease else left
    QApplication.sendEvent(
        widget,
        QMouseEvent(
            kind, QPointF(at), QPointF(widget.mapToGlobal(at)), left, held,
            Qt.KeyboardModifier.NoModifier,
        ),
    )  # fmt: skip
