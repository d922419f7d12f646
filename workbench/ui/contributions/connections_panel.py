"""Who helps whom: the map with its figures, and the same as a list."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from workbench.foundation.dates import short_day, with_year
from workbench.foundation.text import counted
from workbench.insights.connection_queries import Connections, connections
from workbench.storage.workspace import Workspace
from workbench.ui.contributions.connection_list import ConnectionList
from workbench.ui.contributions.connection_map import ConnectionMap
from workbench.ui.contributions.connection_strip import ConnectionStrip
from workbench.ui.contributions.map_content import MapContent, map_content
from workbench.ui.contributions.map_legend import MapLegend
from workbench.ui.desk import Desk
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.empty import EmptyState
from workbench.ui.kit.filters import Segments
from workbench.ui.kit.page import scrolled
from workbench.ui.kit.text import Text

MAP, TABLE = "map", "table"


@dataclass(frozen=True, slots=True)
class _Read:
    shown: Connections
    content: MapContent


class ConnectionsPanel(QFrame):
    """The map at the right of Contributions; `person_chosen` tells whom, 0 for nobody."""

    person_chosen = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName("Who helps whom")
        self._desk = desk
        self.loaded = False
        self._of_people = True
        inside = QWidget()
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(scrolled(inside))
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head())
        self.strip = ConnectionStrip()
        column.addWidget(self.strip)
        self._stack = QStackedLayout()
        column.addLayout(self._stack, 1)
        self._make_faces()
        self.legend = MapLegend(self._show_alone)
        column.addWidget(self.legend)
        self.map.pointed.connect(self.legend.show_pointed)

    def reload(self) -> None:
        """Read people and links again."""
        community, today = self._desk.community, self._desk.clock.today()

        def job(workspace: Workspace) -> _Read:
            shown = workspace.read(connections, community, today)
            return _Read(shown, map_content(shown))

        self._desk.read(job, self._show)

    def settled(self) -> bool:
        """Whether the map has been read."""
        return self.loaded

    def select(self, person: int | None) -> None:
        """Darken somebody's arrows as another part of the page chose them; tells nobody."""
        if self._of_people:
            self.map.choose(person or 0)
            if person:
                self.list.choose(person)

    def as_table(self) -> None:
        """Show the list instead of the map, or the map again (Ctrl+T), the cursor with it."""
        self.faces.choose(MAP if self.faces.key == TABLE else TABLE)
        self.take_focus()

    def take_focus(self) -> None:
        """Put the cursor on the map or on the list, whichever shows."""
        face: QWidget = self.list.table if self.faces.key == TABLE else self.map
        face.setFocus(Qt.FocusReason.TabFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let columns of the list go where there is no room."""
        super().resizeEvent(event)
        self.list.resize_columns(self.width())

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(24, 8, 24, 8)
        self._since = Text("", "label", wrap=True)
        self.faces = Segments([(MAP, "Map"), (TABLE, "Table")], "Map or table (Ctrl+T)")
        self.faces.chosen.connect(self._turn)
        row.addWidget(self._since, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.faces)
        return row

    def _make_faces(self) -> None:
        self.map, self.list = ConnectionMap(), ConnectionList()
        self.empty = EmptyState(
            "people",
            "Who helps whom will appear here",
            "Log help as “Ama helped Jonas: what it was”, and an arrow stands for it.",
            [Button("Log help", lambda: self._desk.go("contributions", log=True), icon="plus")],
            outline=False,
        )
        for face in (self.map, self.list, self.empty):
            self._stack.addWidget(face)
        self.map.chosen.connect(self._tell)
        self.list.chosen.connect(self._tell)
        self.map.opened.connect(self._open)
        self.list.opened.connect(self._open_person)

    def _show(self, read: _Read) -> None:
        shown, self._of_people = read.shown, read.content.of_people
        self.loaded = True
        today = self._desk.clock.today()
        since = _since(shown, today)
        self._since.say(since)
        self.strip.show_connections(shown, today)
        self.map.show_content(read.content, _aloud(since))
        self.list.show_connections(shown)
        self.legend.show_connections(shown)
        for part in (self.strip, self.legend, self.faces):
            part.setVisible(bool(shown.links))
        self._turn(self.faces.key, any_links=bool(shown.links))

    def _turn(self, face: str, *, any_links: bool = True) -> None:
        places: dict[str, QWidget] = {MAP: self.map, TABLE: self.list}
        self._stack.setCurrentWidget(places[face] if any_links else self.empty)
        self.legend.show_face(is_map=face == MAP)

    def _show_alone(self) -> None:
        self.faces.choose(TABLE)
        self.list.show_alone()

    def _tell(self, person: int) -> None:
        if self._of_people:
            self.map.choose(person)
            self.list.choose(person)
            self.person_chosen.emit(person)

    def _open(self, key: int) -> None:
        if self._of_people:
            self._open_person(key)

    def _open_person(self, person: int) -> None:
        self._desk.go("person", person=person)


def _since(shown: Connections, today: date) -> str:
    if not shown.links or shown.help is None or shown.until is None:
        return ""
    ends = (shown.help.since, shown.until)
    when = " to ".join(dict.fromkeys(with_year(short_day(day), day, today) for day in ends))
    offers = counted(shown.offers, "offer", "offers")
    return f"{when} · {offers} of help between {shown.linked} people"


def _aloud(since: str) -> str:
    return f"{since}. Arrow keys move, Enter opens the person, Ctrl+T shows a list."
