"""Schema 1: the tables of the first release, written by tests/upgrade/freeze.py.

Kept as plain statements in a file, so that no later change of the models reaches back into it.
"""

from alembic import op  # noqa: TID253 - only Alembic itself loads this file

from workbench.foundation.assets import asset

revision = "0001"
down_revision = None

STATEMENTS = tuple(asset("schemas", "0001.sql").read_text(encoding="utf-8").strip().split("\n\n"))


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
