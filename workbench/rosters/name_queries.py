"""Reading every name by which anybody in the workspace is known."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.models.rosters import Alias, Person


def everybodys_names(session: Session) -> list[str]:
    """Return the names of all people and those that files use for them, each once."""
    known = session.scalars(select(Person.name)).all()
    aliases = session.scalars(select(Alias.name).where(Alias.person_id.is_not(None)))
    return sorted({*known, *(name for name in aliases if "@" not in name)})
