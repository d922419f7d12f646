"""The sidebar: switcher, search, pages in groups, settings, the state of the file; or the rail."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from workbench.ui.kit.nav_item import NavItem
from workbench.ui.kit.themed import Themed, frame, hairline
from workbench.ui.shell.keys import PAGE_KEYS
from workbench.ui.shell.registry import PageSpec
from workbench.ui.shell.sidebar_items import FileRow, SearchButton, Switcher, group_name
from workbench.ui.theme import look

WIDE, RAIL = 232, 56


@dataclass(frozen=True, slots=True)
class Badge:
    """A count behind a page's name; `asks` adds the dot of something that wants attention."""

    text: str
    asks: bool = False


@dataclass(frozen=True, slots=True)
class FileState:
    """The file's name, its second line, and how it is: good, warn or danger."""

    name: str
    line: str
    tone: str = "good"
    locked: bool = False


@dataclass(frozen=True, slots=True)
class SidebarFacts:
    """What the sidebar tells: the community, its size in words, badges by page, the file."""

    community: str
    size: str
    badges: dict[str, Badge] = field(default_factory=dict)
    file: FileState = FileState("", "")


class Sidebar(Themed, QFrame):
    """Leads to the pages; 232 px wide, or a rail of icons under 1200 px."""

    go = Signal(str)
    search = Signal()
    switch = Signal()

    def __init__(self, specs: Sequence[PageSpec]) -> None:
        super().__init__()
        self.setObjectName("sidebar")
        self.setAccessibleName("Pages")
        self._rail = False
        self._column = QVBoxLayout(self)
        self._column.setSpacing(1)
        self.switcher = Switcher(self.switch.emit)
        self._search = SearchButton(self.search.emit)
        self._items: dict[str, NavItem] = {}
        self._groups: list[tuple[QWidget, QWidget]] = []
        self.file = FileRow(lambda: self.go.emit("settings"))
        self._fill(specs)
        self.restyle()

    def show_facts(self, facts: SidebarFacts) -> None:
        """Show the community, the badges and the state of the file."""
        self.switcher.show_community(facts.community, facts.size)
        for name, item in self._items.items():
            badge = facts.badges.get(name)
            item.show_badge(badge.text if badge else "", asks=bool(badge and badge.asks))
        state = facts.file
        self.file.show_state(state.name, state.line, state.tone, locked=state.locked)

    def show_page(self, name: str) -> None:
        """Light the item of the page that is shown."""
        for each, item in self._items.items():
            item.light(on=each == name)

    def set_rail(self, *, rail: bool) -> None:
        """Become the rail of icons, or the wide sidebar again."""
        if rail != self._rail:
            self._rail = rail
            for item in [*self._items.values(), self.switcher, self._search, self.file]:
                item.set_rail(rail=rail)
            for words, line in self._groups:
                words.setVisible(not rail)
                line.setVisible(rail)
            self.restyle()

    def restyle(self) -> None:
        """Grow with the text."""
        if not hasattr(self, "_column"):
            return
        side = 8 if self._rail else 12
        self._column.setContentsMargins(side, 12, side, 12)
        self.setFixedWidth(look().px(RAIL if self._rail else WIDE) - (16 if self._is_big else 0))

    @property
    def _is_big(self) -> bool:
        return self._rail and look().scale > 1.5

    def _fill(self, specs: Sequence[PageSpec]) -> None:
        self._column.addWidget(self.switcher)
        self._column.addSpacing(10)
        self._column.addWidget(self._search)
        self._column.addSpacing(6)
        self._nav = QVBoxLayout()
        self._nav.setContentsMargins(0, 0, 0, 0)
        self._nav.setSpacing(1)
        shown = ""
        for spec in [each for each in specs if each.group and each.group != "foot"]:
            if spec.group not in (shown, "top"):
                self._add_group(spec.group)
                shown = spec.group
            self._add_item(spec, self._nav)
        self._nav.addStretch(1)
        self._column.addWidget(_scrolling(self._nav), 1)
        self._column.addWidget(hairline())
        self._column.addSpacing(7)
        for spec in [each for each in specs if each.group == "foot"]:
            self._add_item(spec, self._column)
        self._column.addSpacing(4)
        self._column.addWidget(self.file)

    def _add_group(self, name: str) -> None:
        words, line = group_name(name), _RailLine()
        line.hide()
        self._groups.append((words, line))
        self._nav.addWidget(words)
        self._nav.addWidget(line)

    def _add_item(self, spec: PageSpec, column: QVBoxLayout) -> None:
        key = PAGE_KEYS.get(spec.name)
        leads = partial(self.go.emit, spec.name)
        item = NavItem(spec.title, spec.icon, key.shown if key else "", leads)
        self._items[spec.name] = item
        column.addWidget(item)


def _scrolling(column: QVBoxLayout) -> QScrollArea:
    """Return the pages in an area that scrolls where the window is low; no bar takes width."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    inside = frame("sidebarPages")
    inside.setLayout(column)
    area.setWidget(inside)
    return area


class _RailLine(QWidget):
    """The hairline that stands for a group's name in the rail."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 5, 8, 5)
        column.addWidget(hairline())
