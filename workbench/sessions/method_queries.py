"""Reading the library: the methods that come with the program, own ones, notes and ratings."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session as Connection

from workbench.foundation.errors import BadInput, NotFound
from workbench.models.sessions import MethodNote, OwnMethod
from workbench.sessions.method_search import MethodEntry
from workbench.sessions.methods import Method, parse_method, shelves


@dataclass(frozen=True, slots=True)
class Library:
    """Every method that can be used, and a sentence for each that cannot be read."""

    entries: tuple[MethodEntry, ...]
    troubles: tuple[str, ...] = ()

    def named(self, folded: str) -> MethodEntry | None:
        """Return the method of a folded name."""
        return next((entry for entry in self.entries if entry.method.folded == folded), None)


def method_library(connection: Connection) -> Library:
    """Return the methods of the program and the facilitator's own, with notes and ratings.

    An own method of the same name as one of the program's, as after an update, stands for it.
    """
    notes = {row.method: row for row in connection.scalars(select(MethodNote))}
    read = shelves()
    own, troubles = _own(connection)
    names = {method.folded for method, _ in own}
    found = [(method, "", number) for method, number in own]
    found += [(m, key, 0) for key, m in read.methods.items() if m.folded not in names]
    entries = tuple(
        _entry(method, key, number, notes.get(method.folded)) for method, key, number in found
    )
    return Library(entries, (*read.troubles, *troubles))


def own_row(connection: Connection, own_id: int) -> OwnMethod:
    """Return the row of an own method; raises NotFound."""
    row = connection.get(OwnMethod, own_id)
    if row is None:
        raise NotFound("This method is not in the library any more.", "Undo may bring it back.")
    return row


def _own(connection: Connection) -> tuple[list[tuple[Method, int]], list[str]]:
    found: list[tuple[Method, int]] = []
    troubles: list[str] = []
    for row in connection.scalars(select(OwnMethod).order_by(OwnMethod.folded_name)):
        try:
            found.append((parse_method(row.description, f"your method {row.name}"), row.id))
        except BadInput as problem:
            troubles.append(
                f"{problem.sentence} Your other methods are here; it stays in the file."
            )
    return found, troubles


def _entry(method: Method, key: str, own: int, note: MethodNote | None) -> MethodEntry:
    return MethodEntry(
        method, key, own or None, note.note if note else "", note.rating if note else None
    )
