"""Reading who helps whom: people, links and departments of the map, and what may be said of it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session as Connection

from workbench.contributions.link_queries import HelpRow, help_rows
from workbench.contributions.queries import session_counts
from workbench.foundation.words import Role
from workbench.insights.connections import graph_of, returned
from workbench.insights.help_queries import HelpShown, help_shown
from workbench.insights.shares import Share
from workbench.insights.silo import ENOUGH_LINKS
from workbench.models.rosters import Person
from workbench.rosters.queries import DepartmentRow, departments_of, roster


@dataclass(frozen=True, slots=True)
class MapPerson:
    """Somebody on the map; `gave` and `had` count acts of help, the department is today's."""

    id: int
    name: str
    department: DepartmentRow | None
    gave: int
    had: int

    @property
    def alone(self) -> bool:
        """Whether no help given or had is logged; that is a missing record, not a verdict."""
        return not self.gave and not self.had


@dataclass(frozen=True, slots=True)
class MapLink:
    """How often one helped another; `across` where it last crossed departments."""

    giver_id: int
    receiver_id: int
    acts: int
    across: bool


@dataclass(frozen=True, slots=True)
class Connections:
    """Who helped whom in the last 8 sessions: people by name, links, and figures of the whole."""

    people: tuple[MapPerson, ...]
    links: tuple[MapLink, ...]
    until: date | None
    returned: Share
    help: HelpShown | None

    @property
    def offers(self) -> int:
        """How many acts of help are logged."""
        return sum(link.acts for link in self.links)

    @property
    def linked(self) -> int:
        """Between how many people."""
        return sum(not person.alone for person in self.people)

    @property
    def enough(self) -> bool:
        """Whether there is enough help logged to say anything of the whole."""
        return self.offers >= ENOUGH_LINKS


def connections(connection: Connection, community_id: int, today: date) -> Connections:
    """Return who helped whom in the last 8 sessions and since, among the members of today.

    Who is no member any more is on the map as long as help of theirs is.
    """
    held = [one.on for one in session_counts(connection, community_id)]
    shown = help_shown(connection, community_id, held or _first(connection, community_id), today)
    rows = help_rows(connection, community_id, shown.since if shown else None, today)
    rows = [row for row in rows if row.giver_id != row.receiver_id]
    graph = graph_of((), ((row.giver_id, row.receiver_id) for row in rows))
    return Connections(
        people=_people(connection, community_id, rows, today),
        links=_links(rows),
        until=rows[-1].on if rows else None,
        returned=returned(graph),
        help=shown,
    )


def _first(connection: Connection, community_id: int) -> list[date]:
    """Return the day help was first logged: where no session was held, all since then counts."""
    return [row.on for row in help_rows(connection, community_id)[:1]]


def _links(rows: Iterable[HelpRow]) -> tuple[MapLink, ...]:
    acts: Counter[tuple[int, int]] = Counter()
    across: dict[tuple[int, int], bool] = {}
    for row in rows:
        pair = row.giver_id, row.receiver_id
        acts[pair] += 1
        across[pair] = row.giver_department != row.receiver_department
    return tuple(MapLink(*pair, count, across[pair]) for pair, count in acts.items())


def _people(
    connection: Connection, community_id: int, rows: Iterable[HelpRow], today: date
) -> tuple[MapPerson, ...]:
    """Return the members of today, and everybody at the end of a link, by name."""
    gave, had = Counter(row.giver_id for row in rows), Counter(row.receiver_id for row in rows)
    members = [row for row in roster(connection, community_id, today) if row.role != Role.GUEST]
    ids = {row.person_id for row in members} | gave.keys() | had.keys()
    departments = departments_of(connection, ids, today)
    found = connection.execute(
        select(Person.id, Person.name).order_by(Person.folded_name, Person.id)
    )
    return tuple(
        MapPerson(row.id, row.name, departments.get(row.id), gave[row.id], had[row.id])
        for row in found
        if row.id in ids
    )
