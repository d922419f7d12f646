"""The method library without Qt: what is looked for, what matches, own methods and notes."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from workbench.foundation.atomic_file import write_bytes
from workbench.foundation.text import fold
from workbench.foundation.words import BlockKind
from workbench.sessions.agenda import AgendaBlock
from workbench.sessions.durations import Learned, MethodRun, learned_for
from workbench.sessions.method_actions import (
    add_method,
    delete_method,
    edit_method,
    set_method_note,
)
from workbench.sessions.method_queries import Library, method_library
from workbench.sessions.method_rules import block_of, free_name, usual_minutes
from workbench.sessions.method_search import MethodEntry, Wish, search
from workbench.sessions.method_text import file_name, method_text
from workbench.sessions.methods import Method, Minutes, read_method_file, renamed
from workbench.ui.desk import Desk, Failed

_USEFUL_MINUTES = 5
_USUAL_LIMIT = 30
_EMPTY = Method("", BlockKind.EXCHANGE, Minutes(15, 20))


@dataclass(frozen=True, slots=True)
class Room:
    """What the session that is planned offers: likely people (0 unknown), minutes still open."""

    people: int = 0
    open: int = 0

    @property
    def limit(self) -> int:
        """The minutes a method may take: those left in the slot, or else half an hour."""
        return self.open if self.open >= _USEFUL_MINUTES else _USUAL_LIMIT


class LibraryView(Protocol):
    """What the presenter asks of the panel."""

    def show_matches(self, entries: Sequence[MethodEntry], whole: int) -> None:
        """Show what matches, out of how many."""
        ...

    def show_troubles(self, troubles: Sequence[str]) -> None:
        """Say which methods could not be read."""
        ...

    def show_room(self, room: Room) -> None:
        """Say in the filters how many people and minutes there are."""
        ...

    def show_method(self, entry: MethodEntry, learned: Learned | None) -> None:
        """Show one method whole."""
        ...

    def show_list(self) -> None:
        """Show the list again."""
        ...


class LibraryPresenter:
    """Holds the library as it was read, and what is looked for in it."""

    def __init__(
        self, desk: Desk, view: LibraryView, add_block: Callable[[AgendaBlock], object]
    ) -> None:
        self.desk, self.view, self._add_block = desk, view, add_block
        self.library = Library(())
        self.durations: Mapping[str, Sequence[MethodRun]] = {}
        self.room = Room()
        self.wish = Wish()
        self.loaded = False
        self._open: str | None = None
        self._wanted: str | None = None

    def load(self) -> None:
        """Read the library again."""
        self.desk.read(lambda workspace: workspace.read(method_library), self._take)

    def take_room(self, room: Room, durations: Mapping[str, Sequence[MethodRun]]) -> None:
        """Follow the session that is planned."""
        self.durations = durations
        before, self.room = self.room, room
        if room != before:
            self.view.show_room(room)

    def look_for(self, wish: Wish) -> None:
        """Look for something else."""
        if wish != self.wish:
            self.wish = wish
            self._show()

    def open(self, name: str) -> None:
        """Show the method of a name, once the library has been read."""
        self._wanted = fold(name)
        if self.loaded:
            self._show_wanted()

    def close(self) -> None:
        """Go back to the list."""
        self._open = None
        self.view.show_list()

    def block_for(self, entry: MethodEntry) -> AgendaBlock:
        """Return the block a method makes, as long as it usually takes here."""
        learned = self.learned(entry)
        known = learned is not None and learned.is_known
        minutes = learned.minutes if learned and known else usual_minutes(entry.method.minutes)
        return block_of(entry.method, minutes)

    def learned(self, entry: MethodEntry) -> Learned | None:
        """Return what runs say of the method, for about so many people as are likely."""
        return learned_for(self.durations, entry.method.folded, self.room.people or None)

    def add(self, entry: MethodEntry) -> None:
        """Add a block of the method after the selected one."""
        self._add_block(self.block_for(entry))

    def variation_of(self, method: Method) -> Method:
        """Return a method to write a variation from, under a name that is free."""
        return renamed(method, self._free(method.name))

    def draft(self, typed: str) -> Method:
        """Return an empty own method; what was looked for and not found is its name."""
        return renamed(_EMPTY, self._free(typed) if typed else "")

    def keep_own(self, method: Method, own: int | None, failed: Failed) -> None:
        """Add an own method, or change one, and show it."""

        def kept(_value: object) -> None:
            self._wanted, self.loaded = method.folded, False
            self.load()

        if own is None:
            self.desk.do(
                lambda w: w.perform(add_method, method), then=kept,
                said=f"Added {method.name} to your methods.", failed=failed,
            )  # fmt: skip
        else:
            self.desk.do(
                lambda w: w.perform(edit_method, own, method), then=kept,
                said=f"Changed {method.name}.", failed=failed,
            )  # fmt: skip

    def delete(self, entry: MethodEntry) -> None:
        """Take an own method out; Undo brings it back."""
        own = entry.own
        if own is not None:
            self.close()
            self.desk.do(
                lambda w: w.perform(delete_method, own),
                said=f"Deleted {entry.method.name} from your methods.",
            )

    def judge(self, entry: MethodEntry, note: str, rating: int | None) -> None:
        """Keep note and rating where one of them is new."""
        if (note, rating) != (entry.note, entry.rating):
            name = entry.method.name
            self.desk.do(lambda w: w.perform(set_method_note, name, note, rating))

    def export(self, entry: MethodEntry) -> None:
        """Write one method to a file of its own."""
        text, name = method_text(entry.method), entry.method.name

        def write(path: Path) -> None:
            self.desk.run(
                lambda: write_bytes(path, text.encode("utf-8")),
                lambda _: self.desk.say(f"Saved {name} as {path.name}."),
            )

        self.desk.choose_new_file("Save this method", file_name(entry.method), write)

    def bring_in(self, failed: Failed) -> None:
        """Let the user choose the file of a method and add it, or say why not."""

        def read(path: Path) -> None:
            self.desk.do(
                lambda w: w.perform(add_method, read_method_file(path)),
                then=lambda _: self.load(),
                said=f"Brought in {path.name}.",
                failed=failed,
            )

        self.desk.choose_file("Bring in a method", ("*.toml",), read)

    def _take(self, library: Library) -> None:
        self.library, self.loaded = library, True
        self.view.show_troubles(library.troubles)
        self._show()
        self._wanted = self._wanted or self._open
        self._show_wanted()

    def _show(self) -> None:
        found = search(self.library.entries, self.wish)
        self.view.show_matches(found, len(self.library.entries))

    def _show_wanted(self) -> None:
        wanted, self._wanted = self._wanted, None
        if wanted is None:
            return
        entry = self.library.named(wanted)
        self._open = entry.method.folded if entry else None
        if entry is not None:
            self.view.show_method(entry, self.learned(entry))
        else:
            self.view.show_list()

    def _free(self, name: str) -> str:
        return free_name(name, frozenset(e.method.folded for e in self.library.entries))
