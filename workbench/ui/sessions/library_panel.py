"""The method library beside the agenda: find, read, add, and write down one's own."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPoint, QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QWidget

from workbench.foundation.errors import UserFixable
from workbench.foundation.text import fold
from workbench.sessions.agenda import AgendaBlock
from workbench.sessions.durations import Learned
from workbench.sessions.method_rules import method_of
from workbench.sessions.method_search import MethodEntry
from workbench.sessions.methods import Method
from workbench.ui.desk import Desk
from workbench.ui.kit import paint
from workbench.ui.kit.buttons import IconButton
from workbench.ui.kit.menus import Item, menu_of, pop_up
from workbench.ui.kit.panel import DetailPanel
from workbench.ui.kit.text import Text
from workbench.ui.kit.themed import Themed
from workbench.ui.sessions.library_presenter import LibraryPresenter, Room
from workbench.ui.sessions.library_search import LibrarySearch
from workbench.ui.sessions.method_face import MethodFace
from workbench.ui.sessions.method_form import MethodForm
from workbench.ui.sessions.planner_plan import Plan
from workbench.ui.theme import look

_SIDE = 16
KEYS = "Ctrl M"


class LibraryPanel(DetailPanel):
    """Three faces, one at a time: the list, one method, the form of an own one.

    `add_block` puts a block after the selected one of the agenda.
    """

    added = Signal()

    def __init__(self, desk: Desk, add_block: Callable[[AgendaBlock], object]) -> None:
        super().__init__("", scrolls=False)
        self.setAccessibleName("Method library")
        self.desk = desk
        self.presenter = LibraryPresenter(desk, self, add_block)
        self.search = LibrarySearch(self.presenter.block_for)
        self.method = MethodFace()
        self.form = MethodForm()
        self._troubles: Sequence[str] = ()
        self._followed = ""
        self.head.setContentsMargins(_SIDE, 15, _SIDE, 12)
        self.head.addLayout(self._title_row())
        self._faces = QStackedLayout()
        self.body.addLayout(self._faces, 1)
        for face in (self.search, self.method, self.form):
            self._faces.addWidget(face)
        self._connect()

    def open(self) -> None:
        """Read the library and put the cursor into the find field."""
        if not self.presenter.loaded:
            self.presenter.load()
        self.search.field.setFocus()
        self.search.field.selectAll()

    def open_method(self, name: str) -> None:
        """Show the method of a name."""
        self.presenter.open(name)
        if not self.presenter.loaded:
            self.presenter.load()

    def keep(self) -> None:
        """Keep the note that is being written."""
        self.method.keep()

    def write_from_block(self, block: AgendaBlock) -> None:
        """Write a method down from a block of the agenda."""
        if not self.presenter.loaded:
            self.presenter.load()
        self._write(self.presenter.variation_of(method_of(block)))

    def follow(self, block: AgendaBlock | None) -> None:
        """Point at the method of the selected block."""
        self._followed = fold(block.method) if block else ""
        self.search.follow(self._followed)

    def show_plan(self, plan: Plan) -> None:
        """Follow the session that is planned; what was changed is read again."""
        room = Room(plan.likely, plan.detail.agenda.open)
        self.presenter.take_room(room, plan.durations)
        if self.presenter.loaded:
            self.presenter.load()

    # what the presenter asks of the view

    def show_matches(self, entries: Sequence[MethodEntry], whole: int) -> None:
        """Show what matches, out of how many."""
        first = not self.search.list.methods.entries
        self.search.show_matches(entries, whole)
        if first:
            self.search.follow(self._followed)

    def show_troubles(self, troubles: Sequence[str]) -> None:
        """Say which methods could not be read."""
        self._troubles = troubles
        self.search.show_notes(troubles)

    def show_room(self, room: Room) -> None:
        """Say in the filters how many people and minutes there are."""
        self.search.show_room(room)

    def show_method(self, entry: MethodEntry, learned: Learned | None) -> None:
        """Show one method whole; one being written stays."""
        if self._faces.currentWidget() is self.form and self._writing:
            return
        self.method.show_method(entry, learned)
        self._turn(self.method)

    def show_list(self) -> None:
        """Show the list again, with the cursor where it was."""
        self._turn(self.search)

    def back(self) -> bool:
        """Leave the form or the method for the list; returns whether there was one to leave."""
        if self._faces.currentWidget() is self.search:
            return False
        self._writing = False
        self.presenter.close()
        self.search.list.setFocus()
        return True

    def _connect(self) -> None:
        self._writing = False
        presenter = self.presenter
        self.search.wished.connect(presenter.look_for)
        self.search.write_wanted.connect(lambda typed: self._write(presenter.draft(typed)))
        self.search.list.added.connect(self._add)
        self.search.list.opened.connect(self._open)
        self.search.list.menu_wanted.connect(self._menu_at)
        self.method.back_wanted.connect(self.back)
        self.method.added.connect(self._add)
        self.method.judged.connect(presenter.judge)
        self.method.menu_wanted.connect(
            lambda entry, below: pop_up(self.items_for(entry), below, right=True)
        )
        self.form.cancelled.connect(self.back)
        self.form.kept.connect(self._keep)
        presenter.wish = self.search.wish()

    def items_for(self, entry: MethodEntry) -> list[Item]:
        """Return what can be done with a method."""
        presenter, method = self.presenter, entry.method
        items = [
            Item("Add to the agenda", partial(self._add, entry), "plus", "Enter"),
            Item("Show the method", partial(self._open, entry), "eye"),
            Item("Write a variation", partial(self._vary, method), "copy"),
            Item("Save as a file", partial(presenter.export, entry), "download"),
        ]
        if entry.own is not None:
            items.insert(2, Item("Change", partial(self._write, method, entry.own), "pencil"))
            items.append(Item("Delete", partial(presenter.delete, entry), "trash", grave=True))
        return items

    def library_items(self) -> list[Item]:
        """Return what can be done with the library as a whole."""
        draft = self.presenter.draft
        return [
            Item("Write your own method", lambda: self._write(draft("")), "pencil"),
            Item("Bring in a method file", self.bring_in, "upload"),
        ]

    def bring_in(self) -> None:
        """Let the user choose the file of a method."""
        self.search.show_notes(self._troubles)
        self.show_list()
        self.presenter.bring_in(self._refused)

    def _add(self, entry: MethodEntry) -> None:
        self.presenter.add(entry)
        self.added.emit()

    def _open(self, entry: MethodEntry) -> None:
        self.presenter.open(entry.method.name)
        self.method.back.setFocus()

    def _vary(self, method: Method) -> None:
        self._write(self.presenter.variation_of(method))

    def _write(self, method: Method, own: int | None = None) -> None:
        self._writing = True
        self._turn(self.form)
        self.form.begin(method, own)

    def _keep(self, method: Method, own: int | None) -> None:
        def failed(problem: Exception) -> None:
            self._writing = True
            if not self.form.show_problem(problem):
                self.desk.tell(problem)

        self._writing = False
        self.presenter.keep_own(method, own, failed)

    def _refused(self, problem: Exception) -> None:
        if isinstance(problem, UserFixable):
            self.search.show_notes([str(problem), *self._troubles], "danger")
        else:
            self.desk.tell(problem)

    def _turn(self, face: QWidget) -> None:
        self._faces.setCurrentWidget(face)

    def _menu_at(self, entry: MethodEntry, where: QPoint) -> None:
        menu = menu_of(self.items_for(entry), self.search.list)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(where)

    def _title_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Text("Method library", "section"), 1)
        row.addWidget(_Cap(KEYS))
        more = IconButton("more", "More for the library", size="small")
        more.clicked.connect(lambda _=False: pop_up(self.library_items(), more, right=True))
        row.addWidget(more)
        row.addWidget(self.close_button)
        return row


class _Cap(Themed, QWidget):
    """A key cap."""

    def __init__(self, keys: str) -> None:
        super().__init__()
        self._keys = keys
        self.restyle()

    def restyle(self) -> None:
        """Grow with the text."""
        self.setFixedSize(round(paint.key_cap_width(self._keys)) + 1, look().px(20))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        ink, edge = look().colour("text_2"), look().colour("border_strong")
        paint.key_cap(QPainter(self), QRectF(self.rect()), self._keys, ink, edge)
