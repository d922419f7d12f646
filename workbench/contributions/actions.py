"""Writing contributions: logging, changing and taking out gifts; each one undo step."""

from collections.abc import Collection
from datetime import date

from sqlalchemy import delete, select
from sqlalchemy.orm import Session as Connection

from workbench.communities.queries import there
from workbench.contributions.capture import Capture, read_line
from workbench.contributions.kind_queries import kind_book
from workbench.contributions.queries import people_to_name
from workbench.contributions.rules import Gift, checked_gift
from workbench.foundation.errors import BadInput, NotFound
from workbench.foundation.text import counted
from workbench.foundation.words import ContributionKind
from workbench.models.communities import Community
from workbench.models.contributions import (
    Contribution,
    ContributionReceiver,
    ContributionTag,
    OwnKind,
)
from workbench.models.rosters import Person
from workbench.models.sessions import Session
from workbench.storage.unit_of_work import Work, action


@action("Log contribution")
def log_contribution(work: Work, community_id: int, gift: Gift) -> int:
    """Log something given and return its number; without a day it is the session's, or today.

    Raises BadInput for a gift that cannot be, NotFound for people or sessions that are not there.
    """
    there(work.session, Community, community_id, "community")
    checked = checked_gift(gift, work.clock.today())
    row = Contribution(community_id=community_id)
    _write(work, row, checked)
    work.session.add(row)
    work.session.flush()
    _write_parts(work.session, row.id, checked)
    work.name = f"Log {_kind(work, row)} from {_name(work.session, checked.giver_id)}"
    return row.id


@action("Log contribution")
def log_line(work: Work, community_id: int, line: str, session_id: int | None = None) -> int:
    """Log one captured line, in a session or today; raises BadInput with what is in doubt.

    It may name who belonged on the day of the session, and who belongs today.
    """
    days = work.clock.today(), _day(work, session_id)
    people = people_to_name(work.session, community_id, *days)
    understood = read_line(line, people, kind_book(work.session))
    return log_contribution(work, community_id, gift_of(understood, session_id))


@action("Change contribution")
def change_contribution(work: Work, contribution_id: int, gift: Gift) -> None:
    """Change a logged gift to what is said now; raises BadInput or NotFound."""
    row = work.session.get(Contribution, contribution_id)
    if row is None:
        raise NotFound("This contribution is no longer there.")
    checked = checked_gift(gift, work.clock.today())
    _write(work, row, checked)
    for part in (ContributionReceiver, ContributionTag):
        work.session.execute(delete(part).where(part.contribution_id == contribution_id))
    _write_parts(work.session, contribution_id, checked)
    work.name = f"Change {_kind(work, row)} from {_name(work.session, checked.giver_id)}"


@action("Delete contribution")
def delete_contributions(work: Work, contribution_ids: Collection[int]) -> int:
    """Take logged gifts out and return how many there were."""
    wanted = set(contribution_ids)
    found = work.session.scalars(select(Contribution.id).where(Contribution.id.in_(wanted))).all()
    work.session.execute(delete(Contribution).where(Contribution.id.in_(found)))
    work.name = f"Delete {counted(len(found), 'contribution', 'contributions')}"
    return len(found)


def gift_of(understood: Capture, session_id: int | None = None) -> Gift:
    """Return the gift a captured line stands for; raises BadInput with what is in doubt."""
    if understood.problems or understood.giver.person is None or understood.kind is None:
        raise BadInput(" ".join(understood.problems), field="line")
    return Gift(
        giver_id=understood.giver.person.id,
        kind=understood.kind,
        text=understood.text,
        receiver_ids=tuple(one.person.id for one in understood.receivers if one.person),
        tags=understood.tags,
        session_id=session_id,
        own_kind_id=understood.spec.own_id if understood.spec else None,
    )


def _write(work: Work, row: Contribution, gift: Gift) -> None:
    for person_id in (gift.giver_id, *gift.receiver_ids):
        there(work.session, Person, person_id, "person")
    row.giver_id, row.kind, row.text = gift.giver_id, gift.kind, gift.text
    row.session_id, row.own_kind_id = gift.session_id, gift.own_kind_id
    if gift.own_kind_id is not None:
        row.kind = there(work.session, OwnKind, gift.own_kind_id, "kind").counts_as
    if row.kind is not ContributionKind.QUESTION:
        row.answered_on = None
    row.given_on = gift.given_on or _day(work, gift.session_id)


def _write_parts(connection: Connection, contribution_id: int, gift: Gift) -> None:
    connection.add_all(
        ContributionReceiver(contribution_id=contribution_id, person_id=person_id)
        for person_id in gift.receiver_ids
    )
    connection.add_all(
        ContributionTag(contribution_id=contribution_id, tag=tag) for tag in gift.tags
    )


def _day(work: Work, session_id: int | None) -> date:
    if session_id is None:
        return work.clock.today()
    return there(work.session, Session, session_id, "session").starts_at.date()


def _kind(work: Work, row: Contribution) -> str:
    return kind_book(work.session).of(row.kind, row.own_kind_id).name


def _name(connection: Connection, person_id: int) -> str:
    return there(connection, Person, person_id, "person").name
