"""Reading the names learned from files: all of them, those of one person, the whole book."""

from sqlalchemy import Select, select
from sqlalchemy.orm import Session as Connection

from workbench.models.rosters import Alias
from workbench.rosters.alias_rules import LearnedName


def learned_names(connection: Connection) -> list[LearnedName]:
    """Return every name learned from a file, the newest first."""
    return _read(connection, select(Alias))


def aliases_of(connection: Connection, person_id: int) -> list[LearnedName]:
    """Return the names that files use for somebody, the newest first."""
    return _read(connection, select(Alias).where(Alias.person_id == person_id))


def _read(connection: Connection, statement: Select[Alias]) -> list[LearnedName]:
    rows = connection.scalars(statement.order_by(Alias.learned_at.desc(), Alias.id.desc()))
    return [
        LearnedName(
            row.id,
            row.person_id,
            row.source,
            row.name,
            row.how,
            row.decided,
            row.learned_at.date(),
        )
        for row in rows
    ]
