"""What an import of people looks up: the roster, private notes, people elsewhere, old mappings."""

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.foundation.text import fold
from workbench.imports.roster_plan import Elsewhere, KnownPeople
from workbench.models.communities import Community
from workbench.models.rosters import Person, RememberedMapping
from workbench.rosters.queries import roster


def community_number(session: Session, name: str) -> int | None:
    """Return the number of the community of this name, or None where there is none yet."""
    return session.scalar(select(Community.id).where(Community.folded_name == fold(name)))


def known_people(session: Session, community_id: int | None) -> KnownPeople:
    """Return who is on a community's roster with every membership, and who is elsewhere."""
    rows = roster(session, community_id) if community_id is not None else []
    here = {row.person_id for row in rows}
    notes: dict[int, str] = {}
    elsewhere = []
    for person in session.execute(select(Person.id, Person.name, Person.email, Person.note)):
        if person.id in here:
            notes[person.id] = person.note
        else:
            elsewhere.append(Elsewhere(person.id, person.name, person.email))
    return KnownPeople(rows, notes, elsewhere)


def remembered_mapping(session: Session, signature: str) -> dict[str, str]:
    """Return how the columns of such a file were mapped last time, empty for a new kind."""
    row = session.get(RememberedMapping, signature)
    return msgspec.json.decode(row.mapping, type=dict[str, str]) if row else {}
