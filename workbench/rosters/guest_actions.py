"""Guests: when they were first there, and how one becomes a member without losing anything."""

from datetime import date, timedelta

from sqlalchemy import select

from workbench.foundation.dates import short_day
from workbench.foundation.errors import BadInput
from workbench.foundation.words import Role
from workbench.models.rosters import Membership
from workbench.rosters import details_actions as details
from workbench.rosters.rules import belongs
from workbench.storage.unit_of_work import Work, action


@action("Guest becomes a member")
def promote_guest(
    work: Work,
    community_id: int,
    person_id: int,
    joined_on: date,
    role: Role = Role.MEMBER,
) -> None:
    """Make a guest a member from a day on; what they did as a guest stays and the time ends.

    Raises BadInput where somebody is no guest, belongs already, or is to stay a guest.
    """
    person = details.person(work.session, person_id)
    details.community(work.session, community_id)
    times = _times(work, community_id, person_id)
    if role is Role.GUEST or not any(time.role is Role.GUEST for time in times):
        raise BadInput(f"{person.name} is not a guest here.", "Choose somebody who is.")
    for time in times:
        if time.role is not Role.GUEST and (time.left_on is None or time.left_on >= joined_on):
            raise BadInput(
                f"{person.name} already belongs to this community on {short_day(joined_on)}.",
                "Choose a later day.",
                field="joined_on",
            )
    for time in times:
        _end_before(work, time, joined_on)
    work.session.flush()
    reason = next((time.reason_to_join for time in times if time.reason_to_join), "")
    work.session.add(
        Membership(
            community_id=community_id,
            person_id=person_id,
            role=role,
            joined_on=joined_on,
            reason_to_join=reason,
        )
    )
    work.name = f"{person.name} becomes a member"


@action("Guest from a day on")
def guest_since(work: Work, community_id: int, person_id: int, on: date) -> None:
    """Let a guest's time reach back to a day they were there, so that the day's roster has them.

    Somebody who belongs on that day, or came as a member only, stays as they are.
    """
    times = _times(work, community_id, person_id)
    if any(belongs(time.joined_on, time.left_on, on) for time in times):
        return
    later = [time for time in times if time.joined_on is not None and time.joined_on > on]
    first = min(later, key=lambda time: time.joined_on or on, default=None)
    if first is not None and first.role is Role.GUEST:
        first.joined_on = on


def _times(work: Work, community_id: int, person_id: int) -> list[Membership]:
    return list(
        work.session.scalars(
            select(Membership)
            .where(Membership.community_id == community_id, Membership.person_id == person_id)
            .order_by(Membership.id)
        )
    )


def _end_before(work: Work, time: Membership, joined_on: date) -> None:
    if time.role is not Role.GUEST or (time.left_on is not None and time.left_on < joined_on):
        return
    if time.joined_on is not None and time.joined_on >= joined_on:
        work.session.delete(time)
    else:
        time.left_on = joined_on - timedelta(days=1)
