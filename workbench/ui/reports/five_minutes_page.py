"""The five-minute brief on the screen: whom to welcome, what is due, what to look out for."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from workbench.foundation.words import PromiseState
from workbench.ui.desk import Desk
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.empty import EmptyState
from workbench.ui.kit.menus import Item
from workbench.ui.kit.page import Page, scrolled
from workbench.ui.kit.panel import clear
from workbench.ui.kit.settle_dialog import ask_or_settle
from workbench.ui.kit.table import PAGE_SIDE
from workbench.ui.reports.five_minutes_parts import LineActions, PartCard, facts_card, private_line
from workbench.ui.reports.five_minutes_presenter import FiveMinutesPresenter

if TYPE_CHECKING:
    from workbench.contributions.promise_queries import PromiseRow
    from workbench.reports.prints.five_minutes import FiveMinutes


class FiveMinutesPage(Page):
    """What the facilitator reads before people arrive; for their eyes alone."""

    name = "five-minutes"
    title = "Five-minute brief"
    interests = frozenset({"sessions", "communities", "rosters", "contributions"})

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.presenter = FiveMinutesPresenter(desk, self)
        self.header.show_way([("Sessions", lambda: desk.go("sessions"))])
        self._print = Button("Print", self.export, icon="printer", keys="Ctrl E")
        self._planner = Button("Open planner", self._open_planner, icon="list")
        self._start = Button("Start live", self._start_live, kind="primary", icon="play")
        self.header.set_actions(self._planner, self._print, primary=self._start)
        self.parts: list[PartCard] = []
        self._does = LineActions(
            self._show_person, self.presenter.mark_answered, self.presenter.settle
        )
        self._lay_out()

    def reload(self) -> None:
        """Read the brief again."""
        self.presenter.load()

    def arrive(self, session: int = 0, **_argument: object) -> None:
        """Show the brief of a session."""
        self.presenter.arrive(session or None)

    def settled(self) -> bool:
        """Whether the brief has been read."""
        return self.presenter.loaded

    def export(self) -> None:
        """Show the brief as it prints, to save or print it."""
        if self.presenter.session is not None:
            self.desk.go("prints", session=self.presenter.session, sheet="five-minutes")

    def commands(self) -> list[Item]:
        """What the palette offers here."""
        return [
            Item("Print the five-minute brief", self.export, "printer", "Ctrl E"),
            Item("Start live", self._start_live, "play"),
        ]

    def fit(self, width: int, *, narrow: bool) -> None:
        """Put the parts below each other where it is narrow."""
        del width
        direction = QBoxLayout.Direction
        self._columns.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)

    # what the presenter asks of the view

    def show_brief(self, brief: "FiveMinutes") -> None:
        """Show the brief."""
        self.header.show_title("Five-minute brief", brief.head.heading)
        self._turn_actions(on=True)
        whole = {part.key for part in self.parts if part.whole}
        focus = self._focus()
        for column in (self._top, *self._halves):
            clear(column)
        self._top.addWidget(private_line(brief.head.private))
        self._top.addWidget(facts_card(brief))
        half = (len(brief.parts) + 1) // 2
        self.parts = [PartCard(part, self._does, whole=part.key in whole) for part in brief.parts]
        for place, part in enumerate(self.parts):
            self._halves[place >= half].addWidget(part)
        for column in self._halves:
            column.addStretch(1)
        self.turn_to(self._stack, 0)
        self._focus_again(focus)

    def show_nothing(self) -> None:
        """Say that no session is to come."""
        self.parts = []
        self.header.show_title("Five-minute brief", "no session to come")
        self._turn_actions(on=False)
        self.turn_to(self._stack, 1)

    def settle_promise(self, row: "PromiseRow", state: PromiseState) -> None:
        """Settle a promise, or ask first what came of it."""
        ask_or_settle(self.desk, self, row, state)

    def _lay_out(self) -> None:
        holder = QWidget()
        self._stack = QStackedLayout(holder)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(PAGE_SIDE, 16, PAGE_SIDE, 24)
        column.setSpacing(16)
        self._top = QVBoxLayout()
        self._top.setSpacing(12)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(16)
        self._halves = (QVBoxLayout(), QVBoxLayout())
        for half in self._halves:
            half.setSpacing(16)
            self._columns.addLayout(half, 1)
        column.addLayout(self._top)
        column.addLayout(self._columns)
        column.addStretch(1)
        self._stack.addWidget(scrolled(inside))
        self._stack.addWidget(scrolled(self._empty()))
        self.body.addWidget(holder, 1)

    def _focus(self) -> tuple[str, int] | None:
        """Return the part and the place of the button that has the focus, so that it stays."""
        focus = self.window().focusWidget()
        for part in self.parts:
            for place, button in enumerate(part.buttons()):
                if button is focus:
                    return part.key, place
        return None

    def _focus_again(self, focus: tuple[str, int] | None) -> None:
        for part in self.parts:
            buttons = part.buttons()
            if focus is not None and part.key == focus[0] and buttons:
                buttons[min(focus[1], len(buttons) - 1)].setFocus()

    def _turn_actions(self, *, on: bool) -> None:
        for button in (self._planner, self._print, self._start):
            button.setEnabled(on)

    def _show_person(self, person: int) -> None:
        self.desk.go("person", person=person)

    def _open_planner(self) -> None:
        if self.presenter.session is not None:
            self.desk.go("planner", session=self.presenter.session)

    def _start_live(self) -> None:
        if self.presenter.session is not None:
            self.desk.go("live", session=self.presenter.session)

    def _empty(self) -> EmptyState:
        return EmptyState(
            "clock",
            "No session is to come",
            "Before each session this page tells whom to welcome back, who is new, what was "
            "promised and which questions are open.",
            [Button("Plan a session", lambda: self.desk.go("sessions", new=True), kind="primary")],
        )
