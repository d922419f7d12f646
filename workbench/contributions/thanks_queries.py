"""Reading what a thank-you may say: the newest gifts of somebody, as they were logged."""

from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.orm import Session as Connection

from workbench.communities.queries import there, workspace_setting
from workbench.contributions.feed_queries import feed_rows
from workbench.contributions.names import Somebody
from workbench.contributions.rules import FeedFilter
from workbench.contributions.thanks import MOST_NAMED, ThanksFacts, ThanksGift
from workbench.models.contributions import Contribution
from workbench.models.rosters import Person


def thanks_facts(
    connection: Connection,
    community_id: int,
    person_id: int,
    today: date,
    since: date | None = None,
) -> ThanksFacts:
    """Return the newest gifts of somebody, since a day or ever; raises NotFound."""
    giver = there(connection, Person, person_id, "person")
    wanted = FeedFilter(person_id=person_id, since=since, until=today)
    rows = [r for r in feed_rows(connection, community_id, wanted) if r.giver.id == person_id]
    return ThanksFacts(
        name=giver.name,
        sender=workspace_setting(connection, "facilitator"),
        today=today,
        gifts=tuple(
            ThanksGift(
                kind=row.kind,
                text=row.text,
                receivers=tuple(one.name for one in row.receivers),
                on=row.given_on,
                tags=row.tags,
                own_kind=row.kind_name if row.own_kind_id is not None else "",
            )
            for row in rows[:MOST_NAMED]
        ),
    )


def givers(connection: Connection, community_id: int, also: int | None = None) -> list[Somebody]:
    """Return everybody who gave something in a community, and one more person, by name."""
    gave = select(Contribution.giver_id).where(Contribution.community_id == community_id)
    rows = connection.execute(
        select(Person.id, Person.name)
        .where(or_(Person.id.in_(gave), Person.id == also))
        .order_by(Person.folded_name, Person.id)
    )
    return [Somebody(row.id, row.name) for row in rows]
