"""Write the tables of schema 1 and rows for them: `python -m tests.upgrade.freeze`.

Only while schema 1 has not been released; after that a change of the models needs a new migration.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Connection

from tests.storage.table_rows import fill_everything
from workbench.foundation.assets import asset
from workbench.models import Base
from workbench.storage.schema import statements
from workbench.storage.workspace import create_workspace

TABLES = asset("schemas", "0001.sql")
ROWS = Path(__file__).with_name("schema_1_rows.sql")
_WIDTH = 98
_TOKEN = re.compile(r"'(?:[^']|'')*'\S*|\S+")


def wrapped(statement: str) -> str:
    """The statement on lines that fit, never broken inside a quoted text."""
    lines = [""]
    for token in _TOKEN.findall(statement):
        if lines[-1] and len(lines[-1]) + 1 + len(token) > _WIDTH:
            lines.append("")
        lines[-1] += (" " if lines[-1] else "") + token
    return "\n  ".join(lines) + "\n"


def tables() -> str:
    """Every statement that makes a table or an index, parted by empty lines."""
    return "\n".join(wrapped(statement) for statement in statements(Base.metadata))


def rows() -> str:
    """A statement for each of three rows in every table, to be read by released.py."""
    with TemporaryDirectory() as folder, create_workspace(Path(folder, "w.fwb")) as workspace:
        workspace.perform(fill_everything, 3, "Zoë O'Neill ‰")
        lines: list[str] = []
        workspace.read(lambda session: lines.extend(_inserts(session.connection())))
    return "\n".join(lines) + "\n"


def _inserts(connection: Connection) -> Iterator[str]:
    for table in Base.metadata.sorted_tables:
        values = "||','||".join(f'quote("{column.name}")' for column in table.columns)
        names = ", ".join(f'"{column.name}"' for column in table.columns)
        for row in connection.exec_driver_sql(f'SELECT {values} FROM "{table.name}"').scalars():
            yield f"INSERT INTO {table.name} ({names}) VALUES ({row});"


if __name__ == "__main__":
    TABLES.write_text(tables(), encoding="utf-8")
    ROWS.write_text(rows(), encoding="utf-8")
