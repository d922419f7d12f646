"""The presenter of the names page: what files call people, and what becomes of a name."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from workbench.foundation.dates import short_day
from workbench.foundation.text import counted, fold
from workbench.imports.alias_book_queries import AliasLine, AliasRow, alias_book
from workbench.imports.alias_correction_actions import correct_alias, split_alias
from workbench.rosters.alias_rules import day_words, heard_words
from workbench.rosters.queries import roster
from workbench.storage.workspace import Workspace
from workbench.ui.desk import Desk
from workbench.ui.imports.attendance_shown import ShownPerson

ALL, PEOPLE, IGNORED = "all", "people", "ignored"


@dataclass(frozen=True, slots=True)
class ShownName:
    """One learned name as the page shows it; no person where it belongs to nobody."""

    id: int
    name: str
    folded: str
    person: ShownPerson | None
    why: str
    since: str
    day: date
    sessions: tuple[AliasLine, ...]

    @property
    def who(self) -> str:
        """Whose the name is, in words."""
        return self.person.name if self.person else "Nobody here"


@dataclass(frozen=True, slots=True)
class _Read:
    """The names and everybody they may belong to."""

    names: tuple[ShownName, ...]
    people: Mapping[int, ShownPerson]


class NamesView(Protocol):
    """What the page shows."""

    def show_names(self, names: Sequence[ShownName], counts: Mapping[str, int]) -> None:
        """Show these names, and how many each filter has."""
        ...

    def show_name(self, name: ShownName | None) -> None:
        """Show one name beside the list, or none."""
        ...


class NamesPresenter:
    """Reads the book of names and changes it, each change one step of undo."""

    def __init__(self, desk: Desk, view: NamesView) -> None:
        self.desk, self.view = desk, view
        self.people: Mapping[int, ShownPerson] = {}
        self.loaded = False
        self._names: tuple[ShownName, ...] = ()
        self._filter, self._words = ALL, ""
        self._chosen = 0

    def load(self) -> None:
        """Read the book again."""
        self.desk.read(self._read, self._arrived)

    def search(self, words: str) -> None:
        """Show the names, or people, that hold these words."""
        self._words = words
        self._show()

    def filter(self, key: str) -> None:
        """Show all names, those of people, or those that are ignored."""
        self._filter = key
        self._show()

    def choose(self, name: ShownName | None) -> None:
        """Show a name beside the list."""
        self._chosen = name.id if name else 0
        self.view.show_name(name)

    def give_to(self, name: ShownName, person: int | None) -> None:
        """A name is somebody else's, or nobody's; its lines and marks go along."""
        who = self.people[person].name if person is not None else "nobody here"
        self.desk.do(
            lambda workspace: workspace.perform(correct_alias, name.id, person),
            said=lambda moved: f"{name.name} is {who}.{_moved_words(moved)}",
        )

    def split(self, name: ShownName, line: AliasLine, person: int) -> None:
        """One session of a name was somebody else."""
        who = self.people[person].name
        self.desk.do(
            lambda workspace: workspace.perform(split_alias, name.id, line.id, person),
            said=f"{name.name} was {who} on {short_day(line.on)}.",
        )

    def _read(self, workspace: Workspace) -> _Read:
        people = {
            row.person_id: ShownPerson(
                row.person_id,
                row.name,
                row.department.name if row.department else "",
                row.department.position if row.department else None,
            )
            for row in workspace.read(roster, self.desk.community)
        }
        today = workspace.clock.today()
        rows = workspace.read(alias_book, self.desk.community)
        return _Read(tuple(_shown(row, people, today) for row in rows), people)

    def _arrived(self, found: _Read) -> None:
        self._names, self.people, self.loaded = found.names, found.people, True
        self._show()
        self.view.show_name(next((one for one in self._names if one.id == self._chosen), None))

    def _show(self) -> None:
        asked = fold(self._words).split()
        found = [name for name in self._names if all(word in name.folded for word in asked)]
        kinds = {
            ALL: found,
            PEOPLE: [name for name in found if name.person],
            IGNORED: [name for name in found if not name.person],
        }
        counts = {key: len(names) for key, names in kinds.items()}
        self.view.show_names(kinds[self._filter], counts)


def _shown(row: AliasRow, people: Mapping[int, ShownPerson], today: date) -> ShownName:
    learned = row.learned
    person = people.get(learned.person) if learned.person is not None else None
    return ShownName(
        learned.id,
        learned.name,
        fold(f"{learned.name} {row.person_name}"),
        person,
        heard_words(learned),
        day_words(learned.learned_on, today),
        learned.learned_on,
        row.sessions,
    )


def _moved_words(moved: int) -> str:
    return f" {counted(moved, 'mark', 'marks')} went along." if moved else ""
