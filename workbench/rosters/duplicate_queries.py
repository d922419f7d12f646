"""Reading who in a community may be one person."""

from collections import defaultdict
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session as Connection

from workbench.foundation.words import Role
from workbench.models.rosters import Alias, Membership, NotTheSame, Person
from workbench.rosters.duplicates import Pair, PersonFacts, duplicates
from workbench.rosters.queries import departments_of


def possible_duplicates(connection: Connection, community_id: int, today: date) -> tuple[Pair, ...]:
    """Return the pairs of people who ever belonged here and may be one, with the reasons."""
    people = person_facts(connection, community_id, today)
    said = connection.execute(select(NotTheSame.person_id, NotTheSame.other_id))
    return duplicates(people, {(row.person_id, row.other_id) for row in said})


def person_facts(connection: Connection, community_id: int, today: date) -> list[PersonFacts]:
    """Return what is compared of everybody who ever belonged to the community, by number."""
    rows = connection.execute(
        select(Person.id, Person.name, Person.email, Membership.role, Membership.joined_on)
        .join(Membership, Membership.person_id == Person.id)
        .where(Membership.community_id == community_id)
        .order_by(Person.id)
    ).all()
    names = {row.id: (row.name, row.email) for row in rows}
    members = {row.id for row in rows if row.role is not Role.GUEST}
    joined: dict[int, date | None] = {}
    for row in rows:
        since = joined.get(row.id, row.joined_on)
        joined[row.id] = min(since, row.joined_on) if since and row.joined_on else None
    places = departments_of(connection, names, today)
    learned: dict[int, list[str]] = defaultdict(list)
    for alias in connection.execute(select(Alias.person_id, Alias.name).order_by(Alias.id)):
        learned[alias.person_id].append(alias.name)
    return [
        PersonFacts(
            number,
            name,
            email,
            places[number].id if number in places else None,
            number not in members,
            tuple(dict.fromkeys(learned.get(number, ()))),
            places[number].name if number in places else "",
            joined[number],
        )
        for number, (name, email) in names.items()
    ]
