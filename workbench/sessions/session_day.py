"""Which day it is for a session that may take place in another time zone."""

from datetime import date, datetime, timedelta

from workbench.sessions.calendar_file import checked_zone, end_of


def day_it_is(today: date, now: datetime, zone: str) -> date:
    """Return the day where the facilitator sits or where the session is, the later of the two.

    `now` is an aware instant: a session of tomorrow morning in Auckland may run this evening here.
    """
    return max(today, now.astimezone(checked_zone(zone)).date())


def is_over(starts: datetime, minutes: int, zone: str, now: datetime) -> bool:
    """Whether a slot that starts at a wall time (naive) is over at `now`.

    `now` is a wall time, too, or an aware instant, compared with the end in the zone of the slot.
    """
    if now.tzinfo is None:
        return starts + timedelta(minutes=minutes) <= now
    return end_of(starts, minutes, checked_zone(zone)) <= now


def elsewhere(zone: str, now: datetime, here: datetime) -> str:
    """Return the place a zone is named after where its clock differs from that on the wall here.

    `now` is an aware instant, `here` the naive wall time of the same moment; "New York", or empty.
    """
    there = now.astimezone(checked_zone(zone)).replace(tzinfo=None)
    if abs(there - here) < timedelta(minutes=1):
        return ""
    return zone.rpartition("/")[2].replace("_", " ")
