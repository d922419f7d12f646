"""A page of the program: header, body, and the detail panel beside or over it."""

from collections.abc import Callable, Sequence
from typing import Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from workbench.ui.kit.buttons import Button, IconButton
from workbench.ui.kit.menus import Item, pop_up
from workbench.ui.kit.panel import PANEL_WIDTH, DetailPanel
from workbench.ui.kit.progress import ThinProgress
from workbench.ui.kit.table import PAGE_SIDE
from workbench.ui.kit.text import Text
from workbench.ui.kit.themed import Themed, frame
from workbench.ui.kit.way_back import WayBack  # noqa: TC001 - one import style for the kit
from workbench.ui.theme import look

NARROW = 1200


def is_narrow(width: int) -> bool:
    """Return whether a window of that width counts as narrow at the present text size."""
    return width / look().scale < NARROW


class PageHeader(Themed, QFrame):
    """Title, a quiet line, secondary actions and the one primary button; 60 px high."""

    def __init__(self, title: str, subtitle: str = "") -> None:
        super().__init__()
        self.setObjectName("pageHeader")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._row = QHBoxLayout()
        self._row.setContentsMargins(PAGE_SIDE, 0, PAGE_SIDE, 0)
        self._row.setSpacing(8)
        column.addLayout(self._row, 1)
        self.progress = ThinProgress(self)
        self.title = Text(title, "title")
        self.title.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.subtitle = Text(subtitle, tone="text_3", by_parts=True)
        self._row.addWidget(self.title)
        self._row.addSpacing(4)
        self._beside = QVBoxLayout()
        self._beside.addWidget(self.subtitle)
        self._row.addLayout(self._beside, 1)
        self._row.addSpacing(8)
        self._actions: list[Button] = []
        self._stays: list[QWidget] = []
        self._primary: Button | None = None
        self._menu: Callable[[], list[Item]] | None = None
        self._more = IconButton("more", "More actions", self._open_more, kind="secondary")
        self._more.hide()
        self._row.addWidget(self._more)
        self.restyle()

    def show_title(self, title: str, subtitle: str = "") -> None:
        """Show another title and quiet line."""
        self.title.say(title)
        self.subtitle.say(subtitle)
        self._fit()

    def show_way(self, pages: Sequence[tuple[str, Any]]) -> list[Button]:
        """Lead back: labels with what pressing them does, before the title ("Surveys ›")."""
        links = []
        for place, (label, pressed) in enumerate(pages):
            link, turn = Button(label, pressed, kind="way"), Text("›", tone="text_3")
            self._row.insertWidget(2 * place, link)
            self._row.insertWidget(2 * place + 1, turn)
            self._stays += [link, turn]
            links.append(link)
        return links

    def set_actions(self, *actions: Button, primary: Button | None = None) -> None:
        """Put the secondary actions and the primary one at the right end."""
        self._actions, self._primary = list(actions), primary
        for button in [*actions, *([primary] if primary else [])]:
            self._row.addWidget(button)
        self._fit()

    def set_menu(self, items: Callable[[], list[Item]]) -> None:
        """Give the header a menu of more that always shows; it is asked for as it opens."""
        self._menu = items
        self._fit()

    def add_tool(self, widget: QWidget) -> None:
        """Put another control, such as a find field, at the right end."""
        self._row.addWidget(widget)
        self._stays.append(widget)

    def restyle(self) -> None:
        """Grow with the text."""
        self.setFixedHeight(20 + look().px(40))
        if hasattr(self, "_beside"):
            self._beside.setContentsMargins(0, look().px(4), 0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put secondary actions into the menu where they do not fit."""
        super().resizeEvent(event)
        self.progress.setGeometry(0, self.height() - 3, self.width(), 2)
        self._fit()

    def _fit(self) -> None:
        if not self._actions and self._menu is None:
            return
        shown = [self.title, *self._stays, *([self._primary] if self._primary else [])]
        always = sum(widget.sizeHint().width() + 8 for widget in shown) + 2 * PAGE_SIDE + 100
        always += self._more.sizeHint().width() + 8 if self._menu else 0
        room = self.width() - always
        fits = sum(button.sizeHint().width() + 8 for button in self._actions) <= room
        for button in self._actions:
            button.setVisible(fits)
        self._more.setVisible(not fits or self._menu is not None)

    def _open_more(self) -> None:
        items = [
            Item(b.label, b.click, icon=b.icon_name, keys=b.keys, enabled=b.isEnabled())
            for b in self._actions
            if not b.isVisibleTo(self)
        ]
        items += self._menu() if self._menu else []
        pop_up(items, self._more, right=True)


class Page(QWidget):
    """Base of every page: set `name`, `title` and `interests`, fill `body`, write `reload`.

    `interests` are the topics of changes (feature words such as "rosters") that make it reload.
    While names are hidden the window covers a page, unless it is `without_names`: then it promises
    to show nobody's name as long as `names_hidden` holds.
    """

    name: ClassVar[str] = ""
    title: ClassVar[str] = ""
    interests: ClassVar[frozenset[str]] = frozenset()
    without_names: ClassVar[bool] = False

    def __init__(self, *, with_header: bool = True) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._main = QWidget()
        column = QVBoxLayout(self._main)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.header = PageHeader(self.title)
        if not with_header:
            self.header.hide()
        column.addWidget(self.header)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        column.addLayout(self.body, 1)
        row.addWidget(self._main, 1)
        self.panel: DetailPanel | None = None
        self.way_back: WayBack | None = None
        self.names_hidden = False
        self._panel_beside = True

    def reload(self) -> None:
        """Read what the page shows again; called on first visit and after changes."""

    def arrive(self, **argument: Any) -> None:  # noqa: ANN401 - each page has its own
        """Take the argument of `desk.go(page, ...)`; called after the page is shown."""

    def new_item(self) -> None:
        """Ctrl+N: the new thing of this page."""

    def focus_find(self) -> None:
        """Ctrl+F: put the cursor into the page's find field."""

    def export(self) -> None:
        """Ctrl+E: what this page exports."""

    def as_table(self) -> None:
        """Ctrl+T: charts of this page as tables, and back."""

    def commands(self) -> list[Item]:
        """What this page adds to the palette and the menu bar."""
        return []

    def take_names(self, *, hidden: bool) -> None:
        """Note whether names are hidden; told before the page shows, and on every change."""
        if hidden is not self.names_hidden:
            self.names_hidden = hidden
            self.hide_names(hidden=hidden)

    def hide_names(self, *, hidden: bool) -> None:
        """Hide what this page says of people by name (`names_hidden` holds), or show it again."""

    def take_focus(self) -> None:
        """Put the focus where work on this page begins: its largest list, or else the page."""
        lists = [
            view
            for view in self.findChildren(QAbstractItemView)
            if view.isVisible() and view.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        widest = max(lists, key=lambda view: view.width() * view.height(), default=self)
        widest.setFocus(Qt.FocusReason.OtherFocusReason)

    def turn_to(self, stack: QStackedLayout, place: int) -> None:
        """Show another face of the page, such as the list instead of its empty state.

        A cursor that was on the face that goes, or nowhere, moves to where work begins.
        """
        focus, goes = self.window().focusWidget(), stack.currentWidget()
        if stack.currentIndex() == place:
            return
        lost = focus in (None, self) or (goes is not None and goes.isAncestorOf(focus))
        stack.setCurrentIndex(place)
        if lost and self.isVisible():
            self.take_focus()

    def make_room(self, height: int) -> None:
        """Leave so many pixels free at the bottom for a toast, where it would lie over work."""

    def may_leave(self) -> bool:
        """Whether the page may be left now; a page with an unfinished form may ask first."""
        return True

    def settled(self) -> bool:
        """Whether nothing is being read for this page; pictures of it wait for that."""
        return True

    def use_panel(self, panel: DetailPanel) -> None:
        """Give the page its detail panel, hidden until `show_panel`."""
        self.panel = panel
        panel.hide()
        panel.closed.connect(self.hide_panel)
        self._place_panel()

    def show_panel(self) -> None:
        """Show the detail panel, beside the page or over its right columns."""
        if self.panel is not None:
            self._place_panel()
            self.panel.show()
            self.panel.raise_()

    def hide_panel(self) -> None:
        """Hide the detail panel (Esc)."""
        if self.panel is not None:
            self.panel.hide()

    def escape(self) -> bool:
        """Esc: close the panel if one can be closed; returns whether anything closed."""
        panel = self.panel
        if panel is not None and panel.isVisible() and panel.close_button.isVisible():
            panel.closed.emit()
            return True
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Move the panel beside or over the page."""
        super().resizeEvent(event)
        self._place_panel()
        self.fit(self._main.width(), narrow=self.narrow)

    def fit(self, width: int, *, narrow: bool) -> None:
        """Adapt to `width` pixels of the body; `narrow` holds under 1200 px of window."""

    @property
    def narrow(self) -> bool:
        """Whether the window counts as narrow at this text size."""
        return is_narrow(self.window().width())

    def _place_panel(self) -> None:
        panel, row = self.panel, self.layout()
        if panel is None or not isinstance(row, QHBoxLayout):
            return
        beside = not self.narrow
        if beside:
            if row.indexOf(panel) < 0:
                row.addWidget(panel)
            return
        if row.indexOf(panel) >= 0:
            visible = panel.isVisibleTo(self)
            row.removeWidget(panel)
            panel.setParent(self)
            panel.setVisible(visible)
        elif panel.parentWidget() is not self:
            panel.setParent(self)
        top = self.header.height() if self.header.isVisibleTo(self) else 0
        width = min(look().px(PANEL_WIDTH), self.width())
        panel.setGeometry(self.width() - width, top, width, self.height() - top)


def scrolled(content: QWidget) -> QScrollArea:
    """Return the content in an area that scrolls up and down on the page's ground."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    content.setObjectName("scrollBody")
    content.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    area.setWidget(content)
    return area


def card(*content: QWidget, name: str = "card", margin: int = 16, gap: int = 8) -> QFrame:
    """Return a bordered surface with the content one below the other."""
    made = frame(name)
    column = QVBoxLayout(made)
    column.setContentsMargins(margin, margin, margin, margin)
    column.setSpacing(gap)
    for widget in content:
        column.addWidget(widget)
    return made
