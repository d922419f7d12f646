"""Undo and redo by triggers that keep the former row of every change in temporary tables.

After SQLite's own note on undo and redo, but with values instead of statements: they stay as they
were bit by bit, and a large step is replayed by a few prepared statements. The triggers are made
from the metadata, so a new table is covered without a line here; tables marked
`info={"undo": False}` are left out on purpose. The log lives in memory with the connection and is
never written to disk.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from sqlalchemy import Connection, MetaData, Table

DEPTH = 50


@dataclass(frozen=True, slots=True)
class Step:
    """One named step: entries first..last of the log, and the tables they touch."""

    name: str
    first: int
    last: int
    tables: frozenset[str]


class UndoLog:
    """The steps that can be undone and redone on one open file."""

    def __init__(self, metadata: MetaData) -> None:
        self._logged = {
            table.name: _Logged(table)
            for table in metadata.sorted_tables
            if table.info.get("undo", True) is not False
        }
        # replaced whole, never changed in place: the screen reads the names from its own thread
        self._undo: tuple[Step, ...] = ()
        self._redo: tuple[Step, ...] = ()

    @property
    def undo_names(self) -> list[str]:
        """The names of the steps that can be undone, newest first."""
        return [step.name for step in reversed(self._undo)]

    @property
    def redo_names(self) -> list[str]:
        """The names of the steps that can be redone, next first."""
        return [step.name for step in reversed(self._redo)]

    def install(self, connection: Connection) -> None:
        """Create the temporary tables and the triggers on this connection."""
        connection.exec_driver_sql(
            "CREATE TEMP TABLE undo_entries (position INTEGER PRIMARY KEY AUTOINCREMENT, "
            "table_name TEXT NOT NULL, verb TEXT NOT NULL)"
        )
        for logged in self._logged.values():
            for statement in logged.set_up():
                connection.exec_driver_sql(statement)

    def mark(self, connection: Connection) -> int:
        """Return the position of the newest entry, before a use case writes."""
        value = connection.exec_driver_sql(
            "SELECT coalesce(max(seq), 0) FROM temp.sqlite_sequence WHERE name = 'undo_entries'"
        ).scalar()
        return int(value or 0)

    def collect(self, connection: Connection, name: str, since: int) -> Step | None:
        """Return the step made of the entries after `since`, or None when nothing was changed."""
        first, last = connection.exec_driver_sql(
            "SELECT min(position), max(position) FROM temp.undo_entries WHERE position > ?",
            (since,),
        ).one()
        if last is None:
            return None
        tables = connection.exec_driver_sql(
            "SELECT DISTINCT table_name FROM temp.undo_entries WHERE position > ?", (since,)
        ).scalars()
        return Step(name, int(first), int(last), frozenset(str(table) for table in tables))

    def make_room(self, connection: Connection) -> None:
        """Drop the entries of steps that a new step outdates, inside that step's transaction."""
        for step in self._redo:
            self._forget(connection, step)
        if len(self._undo) >= DEPTH:
            self._forget(connection, self._undo[0])

    def push(self, step: Step) -> None:
        """Remember a committed step; what could be redone, and what is beyond the depth, goes."""
        self._redo = ()
        self._undo = (*self._undo, step)[-DEPTH:]

    def replay(self, connection: Connection, *, redo: bool) -> Step:
        """Take the newest step back inside the caller's transaction; returns the new inverse.

        Raises IndexError when there is nothing to undo or redo.
        """
        step = (self._redo if redo else self._undo)[-1]
        since = self.mark(connection)
        for logged, verb, first, last in self._runs(connection, step):
            rows = connection.exec_driver_sql(logged.fetch(verb), (first, last)).all()
            connection.exec_driver_sql(logged.inverse(verb), [tuple(row) for row in rows])
        self._forget(connection, step)
        turned = self.collect(connection, step.name, since)
        return turned or Step(step.name, since + 1, since, step.tables)

    def turned(self, step: Step, *, redo: bool) -> None:
        """Move the newest step to the other side once its replay is committed."""
        if redo:
            self._redo, self._undo = self._redo[:-1], (*self._undo, step)
        else:
            self._undo, self._redo = self._undo[:-1], (*self._redo, step)

    def _runs(
        self, connection: Connection, step: Step
    ) -> Iterator[tuple["_Logged", str, int, int]]:
        """Yield the stretches of entries on one table by one verb, newest first."""
        entries = connection.exec_driver_sql(
            "SELECT table_name, verb, position FROM temp.undo_entries "
            "WHERE position BETWEEN ? AND ? ORDER BY position DESC",
            (step.first, step.last),
        ).all()
        for (table, verb), run in groupby(entries, key=lambda entry: (entry[0], entry[1])):
            positions = [entry[2] for entry in run]
            yield self._logged[table], verb, positions[-1], positions[0]

    def _forget(self, connection: Connection, step: Step) -> None:
        logs = [self._logged[table].log for table in step.tables]
        for log in ("undo_entries", *logs):
            connection.exec_driver_sql(
                f"DELETE FROM temp.{log} WHERE position BETWEEN ? AND ?", (step.first, step.last)
            )


def forget_rows(connection: Connection, table: str, column: str, value: int) -> None:
    """Take rows that were deleted for good out of the log: no undo or redo brings them back.

    They are those that held `value` in `column` of a table with the key "id"; call it when they are
    deleted, inside that transaction. Steps that touched them stay and do the rest.
    """
    log, old = _quoted(f"undo_{table}"), _quoted(f"old {column}")
    gone = f'SELECT "old id" FROM temp.{log} WHERE {old} = ?'
    about = f'SELECT position FROM temp.{log} WHERE "new id" IN ({gone}) OR "old id" IN ({gone})'
    found = connection.exec_driver_sql(about, (value, value)).scalars().all()
    for name in ("undo_entries", log):
        connection.exec_driver_sql(
            f"DELETE FROM temp.{name} WHERE position IN ({', '.join('?' * len(found))})",
            tuple(found),
        )


class _Logged:
    """One table that is covered: its log, its triggers, and how each verb is taken back."""

    def __init__(self, table: Table) -> None:
        self._name = table.name
        self._table = f"main.{_quoted(table.name)}"
        self._columns = [column.name for column in table.columns]
        self._keys = [column.name for column in table.primary_key.columns]
        self.log = _quoted(f"undo_{table.name}")
        self._kept_keys = [_quoted(f"new {key}") for key in self._keys]
        self._kept = [_quoted(f"old {column}") for column in self._columns]

    def set_up(self) -> list[str]:
        """Return the statements that make the log and the triggers.

        The log's columns have no type, so that every value stays what it is.
        """
        names = ", ".join(["position INTEGER PRIMARY KEY", *self._kept_keys, *self._kept])
        keys = [f"new.{_quoted(key)}" for key in self._keys]
        row = [f"old.{_quoted(column)}" for column in self._columns]
        return [
            f"CREATE TEMP TABLE {self.log} ({names})",
            self._trigger("INSERT", self._kept_keys, keys),
            self._trigger("UPDATE", [*self._kept_keys, *self._kept], [*keys, *row]),
            self._trigger("DELETE", self._kept, row),
        ]

    def _trigger(self, verb: str, kept: list[str], values: list[str]) -> str:
        return (
            f"CREATE TEMP TRIGGER {_quoted(f'undo_{self._name}_{verb}')} "
            f"AFTER {verb} ON {self._table} BEGIN "
            f"INSERT INTO undo_entries (table_name, verb) VALUES ('{self._name}', '{verb}'); "
            f"INSERT INTO {self.log} (position, {', '.join(kept)}) "
            f"VALUES (last_insert_rowid(), {', '.join(values)}); END"
        )

    def fetch(self, verb: str) -> str:
        """Return the query for the parameters of `inverse`, newest first."""
        kept = {
            "INSERT": self._kept_keys,
            "UPDATE": [*self._kept, *self._kept_keys],
            "DELETE": self._kept,
        }[verb]
        return (
            f"SELECT {', '.join(kept)} FROM temp.{self.log} "
            "WHERE position BETWEEN ? AND ? ORDER BY position DESC"
        )

    def inverse(self, verb: str) -> str:
        """Return the statement that takes one change of this kind back."""
        where = " AND ".join(f"{_quoted(key)} = ?" for key in self._keys)
        sets = ", ".join(f"{_quoted(column)} = ?" for column in self._columns)
        names = ", ".join(map(_quoted, self._columns))  # an upgraded file has its own order
        marks = ", ".join("?" * len(self._columns))
        return {
            "INSERT": f"DELETE FROM {self._table} WHERE {where}",
            "UPDATE": f"UPDATE {self._table} SET {sets} WHERE {where}",
            "DELETE": f"INSERT INTO {self._table} ({names}) VALUES ({marks})",
        }[verb]


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'
