"""Rooms: who sits together in a block, drawn, moved by hand, put to use and printed."""

from functools import partial
from typing import Any

from PySide6.QtCore import QPoint
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QWidget

from workbench.foundation.dates import weekday_and_day
from workbench.sessions.rooms import LARGEST, SMALLEST
from workbench.ui.desk import Desk
from workbench.ui.kit.buttons import Button, IconButton
from workbench.ui.kit.empty import EmptyState
from workbench.ui.kit.filters import FilterBar, Segments, footer
from workbench.ui.kit.inputs import Choice, Stepper
from workbench.ui.kit.menus import Item, menu_of, pop_up
from workbench.ui.kit.page import Page, scrolled
from workbench.ui.kit.text import Span, Text
from workbench.ui.sessions.rooms_dialogs import ComingDialog, RoomDialog, ScreensDialog
from workbench.ui.sessions.rooms_files import RoomsFiles
from workbench.ui.sessions.rooms_grid import RoomsGrid
from workbench.ui.sessions.rooms_hands import RoomsHands
from workbench.ui.sessions.rooms_menu import person_items
from workbench.ui.sessions.rooms_notes import NotesDialog
from workbench.ui.sessions.rooms_panel import RoomsPanel
from workbench.ui.sessions.rooms_presenter import RoomsPresenter
from workbench.ui.sessions.rooms_shown import RoomsShown
from workbench.ui.sessions.rooms_strip import RoomsStrip
from workbench.ui.theme import look

_BLOCK = 236
_CARDS, _TOO_FEW, _NOTHING = range(3)


class RoomsPage(Page):
    """The rooms of one block."""

    name = "rooms"
    title = "Rooms"
    interests = frozenset({"sessions", "rosters"})

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.presenter = RoomsPresenter(desk, self)
        self.hands = RoomsHands(self.presenter)
        self.files = RoomsFiles(desk, self.presenter, self)
        self._make_header()
        self._make_bar()
        self._make_body()
        self.rules = RoomsPanel(
            self.presenter.wish, self.open_notes, self.open_screens, self.hands.pin
        )
        self.use_panel(self.rules)
        self._beside: bool | None = None

    def reload(self) -> None:
        """Read the session again."""
        self.presenter.load()

    def arrive(self, session: int = 0, block: int = 0, **_argument: Any) -> None:  # noqa: ANN401 - see Page
        """Draw rooms for a session, and for a block where one is named."""
        if session:
            self.presenter.arrive(session, block or None)
        self.take_focus()

    def settled(self) -> bool:
        """Whether the session has been read and the draw is made."""
        return self.presenter.loaded and not self.presenter.working

    def take_focus(self) -> None:
        """Work begins at the seats."""
        self.grid.take_focus()

    def showEvent(self, event: QShowEvent) -> None:
        """Follow the switch of single-letter keys."""
        super().showEvent(event)
        self.grid.letters = self.desk.settings.single_letter_keys

    def escape(self) -> bool:
        """Esc stops a draw that takes long, then closes the panel."""
        return self.presenter.stop() or super().escape()

    def new_item(self) -> None:
        """Ctrl+N: somebody else who comes."""
        self.open_coming()

    def export(self) -> None:
        """Ctrl+E: the printed list."""
        self.files.print_list()

    def commands(self) -> list[Item]:
        """What the palette offers here."""
        return [
            Item("Draw rooms again", self.presenter.draw_again, "shuffle", "R"),
            Item("Use these rooms", self.presenter.use, "check"),
            Item("Seat somebody who comes", self.open_coming, "user-plus", "A"),
            *self._more(),
        ]

    def fit(self, _width: int, *, narrow: bool) -> None:
        """Fewer columns where it is narrow; the panel moves out of the way."""
        self.blocks.setFixedWidth(look().px(_BLOCK))
        self.grid.fit(narrow=narrow)
        self.strip.fit(narrow=narrow)
        self.hint.setVisible(not narrow)
        self.rules.close_button.setVisible(narrow)
        if self._beside is not (not narrow):
            self._beside = not narrow
            if narrow:
                self.hide_panel()
            elif self.stack.currentIndex() != _NOTHING:
                self.show_panel()

    # what the presenter asks of the view

    def show_rooms(self, shown: RoomsShown) -> None:
        """Show the rooms."""
        self._show_frame(shown)
        self.turn_to(self.stack, _CARDS)
        self.strip.show_figures(shown)
        self.strip.show()
        self.note.say(shown.note)
        self.note.setVisible(bool(shown.note))
        self.grid.show_rooms(shown)
        self.rules.show_rooms(shown)
        self.use_button.setEnabled(not shown.used)
        self.use_button.relabel("Rooms in use" if shown.used else "Use these rooms")
        self._say_foot(shown)
        self.foot.show()

    def show_too_few(self, shown: RoomsShown) -> None:
        """Ask how many are expected."""
        self._show_frame(shown)
        self._hide_figures()
        self.turn_to(self.stack, _TOO_FEW)

    def show_nothing(self) -> None:
        """Lead to where sessions are planned."""
        self.header.show_title("Rooms", "no session yet")
        self._hide_figures()
        self.bar.hide()
        self.hide_panel()
        self.turn_to(self.stack, _NOTHING)

    def show_working(self, working: bool) -> None:
        """Say that a draw is being made."""
        if working:
            self.header.progress.begin("Drawing rooms. Esc takes the best so far")
        else:
            self.header.progress.end()

    # dialogs

    def open_coming(self) -> None:
        """Ask who else comes."""
        state = self.presenter.state
        if state is not None:
            people = state.shown.waiting
            ComingDialog(self, people, self.hands.seat, self.hands.add_guest).open()

    def open_screens(self) -> None:
        """Ask who joins on screen."""
        state = self.presenter.state
        if state is not None:
            people = list(state.facts.people.values())
            ScreensDialog(self, people, state.facts.on_screen, self.presenter.set_on_screen).open()

    def open_notes(self) -> None:
        """Open the private notes; the draw follows them at once."""
        state = self.presenter.state
        if state is not None:
            NotesDialog(self, self.desk, list(state.facts.people.values())).open()

    def open_room(self, number: int) -> None:
        """Ask what a room is called."""
        state = self.presenter.state
        if state is not None and number < len(state.rooms):
            card = state.shown.cards[number]
            RoomDialog(self, card.name, card.place, partial(self.hands.call, number)).open()

    def open_person(self, person: int, at: QPoint) -> None:
        """Offer what can be done with somebody."""
        menu = menu_of(self.person_items(person), self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def person_items(self, person: int) -> list[Item]:
        """Return what can be done with somebody in a room."""
        state = self.presenter.state
        open_person = partial(self.desk.go, "person", person=person)
        return person_items(state, self.hands, person, self.open_room, open_person) if state else []

    def _make_header(self) -> None:
        self.use_button = Button(
            "Use these rooms", self.presenter.use, kind="primary", icon="check"
        )
        self.way = self.header.show_way([("Session", self._open_planner)])[0]
        self.header.set_actions(
            Button("Print list", self.files.print_list, icon="printer"),
            Button("Meeting-tool CSV", self.files.meeting_file, icon="download"),
            primary=self.use_button,
        )

    def _make_bar(self) -> None:
        self.blocks = Choice()
        self.blocks.setAccessibleName("Block")
        self.blocks.setFixedWidth(look().px(_BLOCK))
        self.blocks.picked.connect(
            lambda key: self.presenter.choose_block(int(key) if key != "whole" else None)
        )
        self.stepper = Stepper(4, SMALLEST, LARGEST, name="Rooms of")
        self.stepper.changed.connect(self._resize)
        self.who = Segments([("likely", "Likely"), ("could", "Could come")], name="Who comes")
        self.who.chosen.connect(self.presenter.choose_people)
        self.again = Button("Draw again", self.presenter.draw_again, icon="shuffle", keys="R")
        self.more = IconButton("more", "More for these rooms", self._open_more, kind="secondary")
        self.bar = FilterBar(
            self.blocks,
            Text("Rooms of", tone="text_2"),
            self.stepper,
            self.who,
            right=[self.again, self.more],
        )
        self.body.addWidget(self.bar)
        self._filling = False

    def _make_body(self) -> None:
        self.strip = RoomsStrip()
        self.note = Text("", tone="warn", wrap=True)
        self.note.setContentsMargins(28, 8, 28, 0)
        self.note.hide()
        holder = QWidget()
        self.stack = QStackedLayout(holder)
        self.grid = RoomsGrid()
        self.stack.addWidget(self.grid.in_area())
        self.stack.addWidget(scrolled(self._too_few()))
        self.stack.addWidget(scrolled(self._nothing()))
        self.waiting, self.hint = Text(), Text("Drag, or Alt and arrows to move · P pins",
                                               tone="text_2")  # fmt: skip
        self.foot = footer(self.waiting, right=[self.hint])
        for widget in (self.strip, self.note):
            self.body.addWidget(widget)
        self.body.addWidget(holder, 1)
        self.body.addWidget(self.foot)
        self._connect(self.grid)

    def _connect(self, grid: RoomsGrid) -> None:
        grid.moved.connect(self.hands.move)
        grid.swapped.connect(self.hands.swap)
        grid.pinned.connect(self.hands.pin)
        grid.left.connect(self.hands.leave)
        grid.draw_wanted.connect(self.presenter.draw_again)
        grid.seat_wanted.connect(self.open_coming)
        grid.rename_wanted.connect(self.open_room)
        grid.menu_wanted.connect(self.open_person)

    def _too_few(self) -> EmptyState:
        return EmptyState(
            "people",
            "Say how many you expect",
            "Rooms are drawn from at least two people: those likely to come, all who could, or "
            "guests you add.",
            [
                Button("Draw for all who could come", lambda: self.who.choose("could"),
                       kind="primary"),
                Button("Add somebody", self.open_coming, icon="user-plus"),
            ],
        )  # fmt: skip

    def _nothing(self) -> EmptyState:
        return EmptyState(
            "calendar",
            "Plan a session first",
            "Rooms belong to a session with a day and a length.",
            [Button("Go to Sessions", lambda: self.desk.go("sessions"), kind="primary")],
        )

    def _show_frame(self, shown: RoomsShown) -> None:
        facts = shown.facts
        self.way.relabel(facts.title if len(facts.title) <= 28 else f"{facts.title[:27].rstrip()}…")
        self.way.setToolTip(facts.title)
        self.header.show_title("Rooms", weekday_and_day(facts.starts.date()))
        self._filling = True
        offered = [(str(one.id), f"{one.starts:%H:%M} {one.title}") for one in facts.blocks]
        key = str(shown.block) if shown.block is not None else "whole"
        self.blocks.offer([*offered, ("whole", "The whole session")], key)
        self.stepper.set_value(shown.size)
        groups = [("likely", "Likely"), ("could", "Could come")]
        counts = {"likely": len(facts.likely), "could": len(facts.could)}
        if facts.here or shown.who == "here":
            groups.append(("here", "Here"))
            counts["here"] = len(facts.here)
        self.who.offer(groups, shown.who)
        self.who.show_counts(counts)
        self._filling = False
        self.bar.show()
        if self._beside:
            self.show_panel()

    def _say_foot(self, shown: RoomsShown) -> None:
        number, _, rest = shown.footer.partition(" ")
        if number.isdecimal():
            self.waiting.say_spans(Span(number, "strong"), Span(f" {rest}", "body", "text_2"))
        else:
            self.waiting.say(shown.footer, "text_2")

    def _hide_figures(self) -> None:
        for widget in (self.strip, self.note, self.foot):
            widget.hide()
        self.use_button.setEnabled(False)

    def _resize(self, size: int) -> None:
        if not self._filling:
            self.presenter.choose_size(size)

    def _more(self) -> list[Item]:
        used = self.presenter.state is not None and bool(
            self.presenter.state.facts.used(self.presenter.state.block)
        )
        return [
            Item("What a draw respects", self.show_panel, "sliders"),
            Item("Seat somebody who comes", self.open_coming, "user-plus", "A"),
            Item("Say who is on screen", self.open_screens, "monitor"),
            Item("Print the list on Letter", self._print_letter, "printer"),
            Item("Copy the list for a chat", self.files.copy_list, "copy"),
            Item("Save the list as CSV", self.files.list_file, "download"),
            Item("Forget the rooms in use", self.presenter.forget, "trash", enabled=used,
                 grave=True),
        ]  # fmt: skip

    def _print_letter(self) -> None:
        self.files.print_list(letter=True)

    def _open_more(self) -> None:
        pop_up(self._more(), self.more, right=True)

    def _open_planner(self) -> None:
        if self.presenter.session is not None:
            self.desk.go("planner", session=self.presenter.session)


def _labelled(label: str, control: QWidget) -> QWidget:
    """Return a control with its label before it, which never wrap apart."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(Text(label, tone="text_2"))
    row.addWidget(control)
    return holder
