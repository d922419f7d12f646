"""What the tests of sessions and attendance share: wall times, and every row of the file."""

from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.models import Base
from workbench.storage.workspace import Workspace

Rows = dict[str, list[tuple[Any, ...]]]


def wall(text: str) -> datetime:
    """Return a wall time such as 2026-10-15T14:00, naive."""
    return datetime.fromisoformat(text)


def every_row(workspace: Workspace) -> Rows:
    """Return every row of every table, in the order of its text."""
    return workspace.read(_rows)


def _rows(session: Session) -> Rows:
    return {
        table.name: sorted((tuple(row) for row in session.execute(select(table))), key=repr)
        for table in Base.metadata.sorted_tables
    }
