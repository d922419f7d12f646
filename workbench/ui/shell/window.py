"""The main window: sidebar, pages built on first visit, toast, palette, menu bar, shortcuts."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from workbench.ui.desk import Desk
from workbench.ui.kit.dialog import Dialog
from workbench.ui.kit.hidden_names import HIDDEN
from workbench.ui.kit.menus import Item, close_menus
from workbench.ui.kit.page import Page, is_narrow
from workbench.ui.kit.toast import Toast
from workbench.ui.shell.actions_bar import ActionsBar
from workbench.ui.shell.alt_key import AltKey
from workbench.ui.shell.finding import Found, Source, without_people
from workbench.ui.shell.help import open_help
from workbench.ui.shell.keys import PAGE_KEYS, Keys
from workbench.ui.shell.names_sign import NamesSign
from workbench.ui.shell.page_cover import PageCover
from workbench.ui.shell.palette import Palette
from workbench.ui.shell.registry import PageSpec
from workbench.ui.shell.sidebar import Sidebar
from workbench.ui.shell.waiting_sign import WaitingSign


class Shell(QMainWindow):
    """Shows one page of an open workspace, or one stage (welcome, locked, recovery) instead."""

    page_shown = Signal(str)

    def __init__(self, specs: Sequence[PageSpec]) -> None:
        super().__init__()
        self.setObjectName("shell")
        self.setWindowTitle("Facilitator Workbench")
        self.setMinimumSize(720, 520)
        self.resize(1440, 900)
        self.specs = {spec.name: spec for spec in specs}
        self.commands: list[Item] = []
        self.sources: list[Source] = []
        self.otherwise: Callable[[str], list[Found]] = lambda _typed: []
        self.on_close: Callable[[], bool] = lambda: True
        self.echo: Callable[[], None] = lambda: None
        self.names_hidden = False
        self._desk: Desk | None = None
        self._pages: dict[str, Page] = {}
        self._stale: set[str] = set()
        self._now = ""
        self._palette: Palette | None = None
        self._build(specs)

    @property
    def at_work(self) -> bool:
        """Whether a workspace is open and shown."""
        return self._desk is not None and self._outer.currentWidget() is self._work

    @property
    def stage(self) -> QWidget | None:
        """The stage that fills the window instead of pages, if one does."""
        shown = self._outer.currentWidget()
        return None if shown is self._work else shown

    @property
    def palette_shown(self) -> Palette | None:
        """The palette, while it is open."""
        return self._palette

    @property
    def page(self) -> Page | None:
        """The page that is shown, or covered."""
        return self._pages.get(self._now) if self.at_work else None

    @property
    def covered(self) -> bool:
        """Whether the page is covered, because it has names on it and they are hidden."""
        return self.page is not None and self._stack.currentWidget() is self._cover

    def show_stage(self, stage: QWidget) -> None:
        """Show a widget over the whole window instead of pages."""
        self._drop_stage()
        self._outer.addWidget(stage)
        self._outer.setCurrentWidget(stage)
        self._close_palette()
        self.toast.hide()
        stage.setFocus()
        self.actions_bar.enable(at_work=self.at_work)

    def show_work(self, desk: Desk, page: str = "home") -> None:
        """Show the pages of an open workspace; those of another one are let go."""
        if desk is not self._desk:
            self.forget_pages()
            self._desk = desk
        self._outer.setCurrentWidget(self._work)
        self._drop_stage()
        self.actions_bar.enable(at_work=self.at_work)
        self.go(page if page in self.specs else next(iter(self.specs)))

    def forget_pages(self) -> None:
        """Let every page go, as when another community or workspace is shown."""
        for page in self._pages.values():
            self._stack.removeWidget(page)
            page.deleteLater()
        self._pages.clear()
        self._stale.clear()
        self._now = ""
        self._desk = None

    def go(self, name: str, **argument: Any) -> None:  # noqa: ANN401 - each page has its own
        """Show a page, built now if this is the first visit, and hand it the argument."""
        if self._desk is None or name not in self.specs:
            return
        now = self.page
        if now is not None and name != self._now and not now.may_leave():
            return
        page = self._built(name)
        page.take_names(hidden=self.names_hidden)
        self._note_way(now, page)
        self._now = name
        self._show(page)
        spec = self.specs[name]
        self.sidebar.setVisible(not spec.full)
        self.sidebar.show_page(spec.under or name)
        if name in self._stale:
            self._stale.discard(name)
            page.reload()
        page.take_focus()
        if argument:
            page.arrive(**argument)
        if self.covered:
            self._take_focus()
        self.toast.place()
        self.page_shown.emit(name)

    def hide_names(self, *, hidden: bool) -> None:
        """Hide every name in the window, or show it; other pages are told as they show.

        What does not say that it can do without names is covered: pages, dialogs and sentences.
        """
        if hidden is self.names_hidden:
            return
        self.names_hidden = hidden
        close_menus()
        self._close_palette()
        self.toast.take_names(hidden=hidden)
        self.names_sign.show_hidden(hidden=hidden)
        if self.page is not None:
            self.page.take_names(hidden=hidden)
            self._show(self.page)
        for dialog in self.findChildren(Dialog):
            if dialog.isVisible():
                dialog.take_names(hidden=hidden)

    def changed(self, topics: frozenset[str]) -> None:
        """Reload the page shown if it is interested; others reload when they are shown next."""
        for name, page in self._pages.items():
            if page.interests & topics:
                if name == self._now:
                    page.reload()
                else:
                    self._stale.add(name)
        self.echo()

    def reload_all(self) -> None:
        """Let every page read again."""
        self._stale |= set(self._pages) - {self._now}
        if self.page is not None:
            self.page.reload()

    def open_palette(self, typed: str = "") -> None:
        """Ctrl+K, with words in it already; closed while locked or before a workspace is open."""
        if not self.at_work or self._palette is not None:
            return
        entries = self._command_entries()
        sources: list[Source] = [*self.sources, lambda take: take(entries)]
        if self.names_hidden:
            sources = [without_people(source) for source in sources]
        recent = [entry for entry in entries if entry.title.startswith("Go to")]
        self._palette = Palette(self._outer, sources, recent, self.otherwise)
        self._palette.destroyed.connect(self._palette_gone)
        self._palette.field.setText(typed)
        self._palette.open()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Become a rail under 1200 px; keep the toast at its corner."""
        super().resizeEvent(event)
        self.adapt()

    def adapt(self) -> None:
        """Follow width and text size."""
        self.sidebar.set_rail(rail=is_narrow(self.width()))
        self.toast.place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the panel of the page."""
        if event.key() == Qt.Key.Key_Escape and self.page is not None and self.page.escape():
            return
        super().keyPressEvent(event)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Keep the toast at its corner when the content changes its size."""
        if event.type() == QEvent.Type.Resize:
            self.toast.place()
        return False

    def closeEvent(self, event: QCloseEvent) -> None:
        """Go, or stay until the open file is closed or a dialog has its answer."""
        asking = (each for each in self.findChildren(Dialog) if each.isVisible())
        if all(dialog.may_go() for dialog in asking) and self.on_close():
            super().closeEvent(event)
        else:
            event.ignore()

    def _build(self, specs: Sequence[PageSpec]) -> None:
        self.actions_bar = ActionsBar(self)
        self._outer = QStackedWidget()
        self._work = QWidget()
        row = QHBoxLayout(self._work)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.sidebar = Sidebar(specs)
        self.sidebar.go.connect(self.go)
        self.sidebar.search.connect(self._search)
        self._stack = QStackedWidget()
        self._stack.installEventFilter(self)
        self._cover = PageCover(self.actions_bar[Keys.NAMES].trigger)
        self._stack.addWidget(self._cover)
        row.addWidget(self.sidebar)
        self.names_sign = NamesSign(self.actions_bar[Keys.NAMES].trigger)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.names_sign)
        column.addWidget(self._stack, 1)
        row.addLayout(column, 1)
        self._outer.addWidget(self._work)
        self.setCentralWidget(self._outer)
        self.toast = Toast(self._stack)
        self.waiting = WaitingSign(self._stack)
        self.toast.room_wanted.connect(self._make_room)
        self.toast.left.connect(self._take_focus)
        self._bind_own()
        self.menuBar().hide()
        AltKey(self, self.menuBar())

    def _show(self, page: Page) -> None:
        covered = self.names_hidden and not page.without_names
        if covered:
            self._cover.stand_for(page.title)
        self._stack.setCurrentWidget(self._cover if covered else page)

    def _built(self, name: str) -> Page:
        page = self._pages.get(name)
        if page is None:
            assert self._desk is not None  # noqa: S101 - `go` asked before
            page = self.specs[name].build(self._desk)
            self._pages[name] = page
            self._stack.addWidget(page)
            self._stale.add(name)
        return page

    def _note_way(self, now: Page | None, page: Page) -> None:
        """Let a page lead back to the one before, unless it was gone back to by that one's way."""
        if page.way_back is None or now is None or now is page:
            return
        if now.way_back is None or now.way_back.page != page.name:
            page.way_back.lead_to(now.name, self.specs[now.name].title)

    def _make_room(self, height: int) -> None:
        for name, page in self._pages.items():
            page.make_room(height if name == self._now else 0)

    def _drop_stage(self) -> None:
        for place in reversed(range(self._outer.count())):
            widget = self._outer.widget(place)
            if widget is not None and widget is not self._work:
                self._outer.removeWidget(widget)
                widget.hide()
                widget.deleteLater()

    def _bind_own(self) -> None:
        for name, keys in PAGE_KEYS.items():
            if name in self.specs:
                self.actions_bar.bind(keys, partial(self.go, name))
            else:
                self.actions_bar.leave_out(keys)
        self.actions_bar.bind(Keys.SEARCH, self._search)
        self.actions_bar.bind(Keys.NEW, lambda: self._on_page(lambda page: page.new_item()))
        self.actions_bar.bind(Keys.FIND, lambda: self._on_page(lambda page: page.focus_find()))
        self.actions_bar.bind(Keys.EXPORT, lambda: self._on_page(lambda page: page.export()))
        self.actions_bar.bind(Keys.AS_TABLE, lambda: self._on_page(lambda page: page.as_table()))
        self.actions_bar.bind(Keys.NEXT_PANE, self._next_pane)
        self.actions_bar.bind(Keys.HELP, lambda: open_help(self, self.specs.get(self._now)))

    def _on_page(self, do: Callable[[Page], None]) -> None:
        if self.covered:
            self.toast.show_words(HIDDEN, icon="eye-off", tone="info", without_names=True)
        elif self.page is not None:
            do(self.page)

    def _take_focus(self) -> None:
        if self.covered:
            self._cover.setFocus()
        elif self.page is not None:
            self.page.take_focus()

    def _next_pane(self) -> None:
        page = self.page
        if page is None or self.covered:
            return
        panel = page.panel
        inside = panel is not None and panel.isAncestorOf(self.focusWidget())
        if panel is not None and panel.isVisible() and not inside:
            panel.focusNextChild()
        else:
            page.focus_find()

    def _command_entries(self) -> list[Found]:
        page = None if self.covered else self.page
        items = [*(page.commands() if page else []), *self.commands]
        once = {item.label: item for item in reversed(items) if item.enabled}
        return self.actions_bar.entries() + [
            Found("Commands", item.label, item.pressed, item.effect, item.icon, keys=item.keys)
            for item in reversed(once.values())
        ]

    def _search(self) -> None:
        self.open_palette()

    def _close_palette(self) -> None:
        if self._palette is not None:
            self._palette.close_palette()

    def _palette_gone(self) -> None:
        self._palette = None
