"""Undo and redo by triggers that write the inverse of every change into a temporary table.

After SQLite's own note on undo and redo. The triggers are generated from the metadata, so a new
table is covered without a line here; tables marked `info={"undo": False}` are left out on purpose.
The log lives in memory with the connection and is never written to disk.
"""

from dataclasses import dataclass

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
        self._tables = [
            table for table in metadata.sorted_tables if table.info.get("undo", True) is not False
        ]
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
        """Create the temporary table and the triggers on this connection."""
        connection.exec_driver_sql(
            "CREATE TEMP TABLE undo_entries (position INTEGER PRIMARY KEY AUTOINCREMENT, "
            "table_name TEXT NOT NULL, inverse TEXT NOT NULL)"
        )
        for table in self._tables:
            for statement in _triggers(table):
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
            _forget(connection, step)
        if len(self._undo) >= DEPTH:
            _forget(connection, self._undo[0])

    def push(self, step: Step) -> None:
        """Remember a committed step; what could be redone, and what is beyond the depth, goes."""
        self._redo = ()
        self._undo = (*self._undo, step)[-DEPTH:]

    def replay(self, connection: Connection, *, redo: bool) -> Step:
        """Run the newest step's inverses inside the caller's transaction; returns the new inverse.

        Raises IndexError when there is nothing to undo or redo.
        """
        step = (self._redo if redo else self._undo)[-1]
        since = self.mark(connection)
        inverses = connection.exec_driver_sql(
            "SELECT inverse FROM temp.undo_entries WHERE position BETWEEN ? AND ? "
            "ORDER BY position DESC",
            (step.first, step.last),
        )
        for inverse in list(inverses.scalars()):
            # no parameters: text that looks like a placeholder must reach the file untouched
            connection.exec_driver_sql(str(inverse))
        _forget(connection, step)
        turned = self.collect(connection, step.name, since)
        return turned or Step(step.name, since + 1, since, step.tables)

    def turned(self, step: Step, *, redo: bool) -> None:
        """Move the newest step to the other side once its replay is committed."""
        if redo:
            self._redo, self._undo = self._redo[:-1], (*self._undo, step)
        else:
            self._undo, self._redo = self._undo[:-1], (*self._redo, step)


def _forget(connection: Connection, step: Step) -> None:
    connection.exec_driver_sql(
        "DELETE FROM temp.undo_entries WHERE position BETWEEN ? AND ?", (step.first, step.last)
    )


def _name(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def _triggers(table: Table) -> list[str]:
    columns = [column.name for column in table.columns]
    keys = [column.name for column in table.primary_key.columns]
    target = _name(table.name)

    def where(row: str) -> str:
        return "||' AND '||".join(f"'{_name(key)}='||quote({row}.{_name(key)})" for key in keys)

    values = "||','||".join(f"quote(old.{_name(column)})" for column in columns)
    sets = "||','||".join(f"'{_name(column)}='||quote(old.{_name(column)})" for column in columns)
    names = ",".join(_name(column) for column in columns)
    inverses = {
        "INSERT": f"'DELETE FROM {target} WHERE '||{where('new')}",
        "UPDATE": f"'UPDATE {target} SET '||{sets}||' WHERE '||{where('new')}",
        "DELETE": f"'INSERT INTO {target}({names}) VALUES('||{values}||')'",
    }
    return [
        f"CREATE TEMP TRIGGER {_name(f'undo_{table.name}_{verb.lower()}')} AFTER {verb} "
        f"ON main.{target} BEGIN INSERT INTO undo_entries(table_name, inverse) "
        f"VALUES('{table.name}', {inverse}); END"
        for verb, inverse in inverses.items()
    ]
