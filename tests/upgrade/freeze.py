"""Write migration 0001 and rows for it from today's models: `python -m tests.upgrade.freeze`.

Only while schema 1 has not been released; after that a change of the models needs a new migration.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Connection

from tests.storage.table_rows import fill_everything
from workbench.models import Base
from workbench.storage.schema import statements
from workbench.storage.workspace import create_workspace

TARGET = Path(__file__).parents[2] / "workbench/storage/migrations/versions/0001_first_schema.py"
ROWS = Path(__file__).with_name("schema_1_rows.sql")
_WIDTH = 92
_TOKEN = re.compile(r"'(?:[^']|'')*'\S*|\S+")
_HEAD = '''"""Schema 1: the tables of the first release, written by tests/upgrade/freeze.py.

Kept as plain statements, so that no later change of the models reaches back into it.
"""

from alembic import op  # noqa: TID253 - only Alembic itself loads this file

revision = "0001"
down_revision = None

STATEMENTS = (
'''
_TAIL = ''')


def upgrade() -> None:
    """Make every table and index in an empty file."""
    for statement in STATEMENTS:
        op.get_bind().exec_driver_sql(statement)


def downgrade() -> None:
    """Drop every table, the ones that refer to others first."""
    for statement in reversed(STATEMENTS):
        kind, name = statement.split()[1:3]
        if kind == "TABLE":
            op.get_bind().exec_driver_sql(f"DROP TABLE {name}")
'''


def wrapped(statement: str) -> str:
    """The statement on lines that fit, never broken inside a quoted text."""
    lines = [""]
    for token in _TOKEN.findall(statement):
        if lines[-1] and len(lines[-1]) + 1 + len(token) > _WIDTH:
            lines.append("")
        lines[-1] += (" " if lines[-1] else "") + token
    return "\n    ".join(lines)


def module() -> str:
    """The whole text of migration 0001."""
    quoted = [f'    """{wrapped(statement)}""",\n' for statement in statements(Base.metadata)]
    return _HEAD + "".join(quoted) + _TAIL


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
    TARGET.write_text(module(), encoding="utf-8")
    ROWS.write_text(rows(), encoding="utf-8")
