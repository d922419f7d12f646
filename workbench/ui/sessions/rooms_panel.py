"""Beside the rooms: what a draw respects, who is pinned, who has shared a room this season."""

from collections.abc import Callable
from functools import partial
from typing import Protocol

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbench.foundation.text import counted
from workbench.sessions.rooms_queries import RoomPerson
from workbench.ui.kit.buttons import IconButton
from workbench.ui.kit.chips import Icon
from workbench.ui.kit.inputs import Switch
from workbench.ui.kit.panel import DetailPanel, PanelSection
from workbench.ui.kit.text import Span, Text
from workbench.ui.sessions.rooms_matrix import RoomsMatrix
from workbench.ui.sessions.rooms_presenter import Wish
from workbench.ui.sessions.rooms_shown import RoomsShown


class Wished(Protocol):
    """What is told when a switch is turned."""

    def __call__(self, name: Wish, *, on: bool) -> None:
        """Let a draw respect something, or not."""
        ...


class RoomsPanel(DetailPanel):
    """Four switches, the private notes behind their lock, pins and the matrix."""

    def __init__(
        self,
        wish: Wished,
        notes: Callable[[], object],
        screens: Callable[[], object],
        let_go: Callable[[int], object],
    ) -> None:
        super().__init__("What a draw respects")
        self._wish, self._let_go = wish, let_go
        self.switches: dict[Wish, Switch] = {}
        self._effects: dict[Wish, Text] = {}
        self._rows = [
            self._row("mix_departments", "Mix departments"),
            self._row("avoid_met", "Avoid pairs who met this season"),
            self._row("seat_newcomers", "A newcomer sits with a regular"),
            self._row("screens_together", "On screen together", screens),
        ]
        self.lock_button = IconButton("lock", "Open the keep-apart notes", notes)
        words = "always; never named, not even here"
        self._rows.append(_lined("Keep-apart notes", Text(words, "caption", "text_2"),
                                 self.lock_button))  # fmt: skip
        self._pins, self._matrix = PanelSection(), PanelSection()
        self.show_sections(*self._rows, self._pins, self._matrix)

    def show_rooms(self, shown: RoomsShown) -> None:
        """Show the effects of the switches, the pins and the matrix."""
        for name, switch in self.switches.items():
            switch.setChecked(getattr(shown.wishes, name))
            effect = _effect(name, shown)
            self._effects[name].say(effect)
            switch.setAccessibleDescription(effect)
        self._show_pins(shown)
        self._show_matrix(shown)

    def _row(self, name: Wish, title: str, more: Callable[[], object] | None = None) -> QWidget:
        switch = Switch(title, on=True)
        switch.clicked.connect(lambda on: self._wish(name, on=on))
        self.switches[name] = switch
        self._effects[name] = Text("", "caption", "text_2", wrap=True)
        extra = [IconButton("monitor", "Say who is on screen", more, size="small")] if more else []
        return _lined(title, self._effects[name], *extra, switch)

    def _show_pins(self, shown: RoomsShown) -> None:
        section = PanelSection("Pinned", str(len(shown.pinned) or "nobody"))
        for person, why in shown.pinned:
            section.add(self._pin(person, why))
        self._pins = self._replaced(self._pins, section)

    def _pin(self, person: RoomPerson, why: str) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(Icon("thumb-pin-full", "accent", 14))
        row.addWidget(Text(person.name), 1)
        row.addWidget(Text(why, tone="text_2"))
        let_go = partial(self._let_go, person.id)
        row.addWidget(IconButton("close", f"Let {person.name} go", let_go, size="small"))
        return line

    def _show_matrix(self, shown: RoomsShown) -> None:
        section = PanelSection("Who has shared a room this season")
        legend = Text()
        legend.say_spans(
            Span("% of possible pairs  ", "body", "text_2"),
            Span("●", "caption", "accent"),
            Span(" this draw adds some", "body", "text_2"),
        )
        section.add(legend, RoomsMatrix(shown.facts.departments, shown.matrix))
        self._matrix = self._replaced(self._matrix, section)
        if not shown.facts.departments:
            section.hide()

    def _replaced(self, old: PanelSection, new: PanelSection) -> PanelSection:
        self.body.replaceWidget(old, new)
        old.hide()
        old.deleteLater()
        return new


def _effect(name: Wish, shown: RoomsShown) -> str:
    found = shown.figures
    if name == "mix_departments":
        return (
            "at least 3 in every room" if found.least_departments >= 3 else "as many as there are"
        )
    if name == "avoid_met":
        return f"{counted(shown.earlier, 'earlier draw', 'earlier draws')} remembered"
    if name == "seat_newcomers":
        if not found.newcomers:
            return "no newcomers this time"
        return (
            f"{counted(found.newcomers, 'newcomer', 'newcomers')}, "
            f"{counted(found.rooms_with_newcomers, 'room', 'different rooms')}"
        )
    rooms = [card.place or card.name for card in shown.cards if card.on_screen]
    people = sum(
        seat.person.id in shown.facts.on_screen for card in shown.cards for seat in card.seats
    )
    where = f" in {_span(rooms)}" if rooms and shown.wishes.screens_together else ""
    return f"{counted(people, 'person', 'people')}{where}"


def _span(rooms: list[str]) -> str:
    """Return "Teams rooms 1 to 3" for rooms that count up, else how many there are."""
    first, last = rooms[0].rpartition(" "), rooms[-1].rpartition(" ")
    if len(rooms) > 1 and first[0] and first[0] == last[0] and last[2].isdecimal():
        return f"{first[0]}s {first[2]} to {last[2]}"
    return rooms[0] if len(rooms) == 1 else counted(len(rooms), "room", "rooms")


def _lined(title: str, effect: Text, *controls: QWidget) -> QWidget:
    section = PanelSection()
    section.column.setContentsMargins(20, 8, 20, 8)
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(Text(title, "strong", wrap=True))
    words.addWidget(effect)
    row.addLayout(words, 1)
    for control in controls:
        row.addWidget(control)
    section.add(line)
    return section
