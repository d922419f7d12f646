"""Names learned from files: whose each is and why; corrected, forgotten, split, taken back."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtWidgets import QWidget

from workbench.foundation.dates import short_day
from workbench.foundation.text import counted
from workbench.imports.alias_book_queries import AliasLine
from workbench.ui.desk import Desk
from workbench.ui.imports.names_presenter import (
    ALL,
    IGNORED,
    PEOPLE,
    NamesPresenter,
    ShownName,
)
from workbench.ui.imports.names_table import NamesTable
from workbench.ui.imports.people_picker import PeoplePicker
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cells import Cell, PersonCell, TextCell
from workbench.ui.kit.empty import EmptyState
from workbench.ui.kit.filters import FilterBar, FindField, Segments
from workbench.ui.kit.forget_name import forget_name
from workbench.ui.kit.menus import Item, pop_up
from workbench.ui.kit.page import Page
from workbench.ui.kit.panel import DetailPanel, PanelSection, heading_row
from workbench.ui.kit.rows import Column
from workbench.ui.kit.text import Text
from workbench.ui.kit.way_back import WayBack

_WHY = (
    "When you say who a line of a Teams, Zoom or Meet file is, the name is remembered here, "
    "so that the next file knows it."
)


class NamesPage(Page):
    """The book of names that files use for people."""

    name = "names"
    title = "Names in files"
    interests = frozenset({"rosters", "sessions"})

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._chosen: ShownName | None = None
        self.presenter = NamesPresenter(desk, self)
        self.way_back = self._way = WayBack(self.header, self._back, "people", "People")
        self.header.show_title(self.title)
        self.find_field = FindField()
        self.find_field.textChanged.connect(self.presenter.search)
        self.segments = Segments([(ALL, "All"), (PEOPLE, "People"), (IGNORED, "Ignored")])
        self.segments.chosen.connect(self.presenter.filter)
        self.bar = FilterBar(self.segments, right=[self.find_field])
        self.table = NamesTable(self._columns(), nobody=self._nobody, forget=self._forget)
        self.table.chosen.connect(self.presenter.choose)
        self.table.opened.connect(self._open)
        self.table.menu_wanted.connect(lambda row, point: pop_up(self._items(row), point))
        bring_in = Button("Import a report", lambda: desk.bring_in("attendance"), icon="upload")
        self.empty = EmptyState("tag", "No names learned yet", _WHY, [bring_in])
        for widget in (self.bar, self.table, self.empty):
            self.body.addWidget(widget, 0 if widget is self.bar else 1)
        self.empty.hide()
        self.detail = DetailPanel()
        self.use_panel(self.detail)
        self.detail.closed.connect(lambda: self.presenter.choose(None))

    def reload(self) -> None:
        """Read the names again."""
        self.table.letters = self.desk.settings.single_letter_keys
        self.presenter.load()

    def arrive(self, words: str = "", **_argument: object) -> None:
        """Show the names of somebody, or all."""
        self.find_field.setText(words)

    def settled(self) -> bool:
        """Whether the names have been read."""
        return self.presenter.loaded

    def focus_find(self) -> None:
        """Put the cursor into the find field."""
        self.find_field.setFocus()
        self.find_field.selectAll()

    def escape(self) -> bool:
        """Esc: close what is beside the list, then back to where one came from."""
        if not super().escape():
            self._back()
        return True

    def fit(self, width: int, *, narrow: bool) -> None:
        """Let columns leave where the width does not hold them."""
        step = next((each for each in range(3) if self.table.needed_width(each) <= width), 3)
        self.table.leave_out(step)

    def commands(self) -> list[Item]:
        """What the palette offers for the chosen name."""
        return self._items(self._chosen) if self._chosen else []

    def show_names(self, names: Sequence[ShownName], counts: Mapping[str, int]) -> None:
        """Show these names, and how many each filter has."""
        nothing = not counts[ALL] and not self.find_field.text()
        self.empty.setVisible(nothing)
        self.table.setVisible(not nothing)
        self.bar.setVisible(not nothing)
        self.segments.show_counts(dict(counts))
        known = counted(counts[PEOPLE], "name", "names")
        self.header.show_title(self.title, f"{known} of people · {counts[IGNORED]} ignored")
        self.table.show_rows(names)

    def show_name(self, name: ShownName | None) -> None:
        """Show one name beside the list, or none."""
        self._chosen = name
        if name is None:
            self.hide_panel()
            return
        self.detail.show_head(
            Text(name.name, "lead_strong", wrap=True),
            Text(f"{name.why}, {name.since}", tone="text_2", wrap=True),
        )
        self.detail.show_sections(self._whose(name), *self._where(name))
        self.show_panel()

    @property
    def _letter(self) -> str:
        return "N" if self.desk.settings.single_letter_keys else ""

    def _back(self) -> None:
        self.desk.go(self._way.page)

    def _columns(self) -> list[Column[ShownName]]:
        def who(row: ShownName) -> Cell:
            if row.person is None:
                return TextCell(row.who, "text_2")
            place, department = row.person.place, row.person.department
            return PersonCell(row.person.name, "", place, department)

        def times(row: ShownName) -> Cell:
            return TextCell(str(len(row.sessions)) if row.sessions else "", "text_2")

        return [
            Column("name", "Name in the file", lambda row: TextCell(row.name, role="strong"),
                   lambda row: row.folded, width=240),
            Column("who", "Is", who, lambda row: row.who, stretch=True),
            Column("why", "Heard in", lambda row: TextCell(row.why, "text_2"),
                   lambda row: row.why, width=250, leaves=2),
            Column("since", "Since", lambda row: TextCell(row.since, "text_2"),
                   lambda row: row.day, width=90, leaves=1),
            Column("sessions", "Sessions", times, lambda row: len(row.sessions), width=90,
                   leaves=3),
        ]  # fmt: skip

    def _items(self, row: ShownName) -> list[Item]:
        items = [Item(_other(row), lambda: self._open(row), icon="person", keys="Enter")]
        if row.person is not None:
            items.append(
                Item("Nobody here", lambda: self._nobody(row), icon="eye-off", keys=self._letter)
            )
        forget = Item("Forget", lambda: self._forget(row), icon="trash", keys="Delete", grave=True)
        return [*items, forget]

    def _whose(self, row: ShownName) -> QWidget:
        section = PanelSection("Is", "", Text(row.who, wrap=True))
        section.add(Button(_other(row), lambda: self._open(row), icon="person", keys="Enter"))
        if row.person is not None:
            section.add(
                Button(
                    "Nobody here: ignore from now on",
                    lambda: self._nobody(row),
                    icon="eye-off",
                    keys=self._letter,
                )
            )
        section.add(
            Button("Forget this name", lambda: self._forget(row), icon="trash", keys="Delete")
        )
        return section

    def _where(self, row: ShownName) -> list[QWidget]:
        """Return the sessions in which the name counted, each with its way to another person."""
        if not row.sessions:
            return []
        section = PanelSection("Counted in", counted(len(row.sessions), "session", "sessions"))
        for line in row.sessions:
            button = Button("Not them", self._splitting(row, line), kind="link", size="small")
            button.setAccessibleDescription(f"{short_day(line.on)}, {line.title}")
            section.column.addLayout(
                heading_row(short_day(line.on), line.title, button, role="body")
            )
        return [section]

    def _splitting(self, row: ShownName, line: AliasLine) -> Callable[[], None]:
        return lambda: self._choose(
            f"Who was {row.name} on {short_day(line.on)}?",
            lambda person: self.presenter.split(row, line, person),
        )

    def _open(self, row: ShownName) -> None:
        self._choose(f"Who is {row.name}?", lambda person: self.presenter.give_to(row, person))

    def _choose(self, title: str, done: Callable[[int], None]) -> None:
        people = sorted(self.presenter.people.values(), key=lambda person: person.name.casefold())
        PeoplePicker(self, title, "Choose", people, lambda chosen: done(chosen[0])).open()

    def _forget(self, row: ShownName) -> None:
        forget_name(self, self.desk, row.id, row.name)

    def _nobody(self, row: ShownName) -> None:
        if row.person is not None:
            self.presenter.give_to(row, None)


def _other(row: ShownName) -> str:
    return "Somebody else" if row.person is not None else "It is somebody"
