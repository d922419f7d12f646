"""Which backups may go, so that there are many of late and some of long ago."""

from collections.abc import Callable, Hashable, Sequence
from datetime import date, timedelta

from workbench.storage.backup_names import BackupCopy, Why

ALL_OF_DAYS = 2
DAILY, WEEKLY, MONTHLY = 7, 4, 12


def thinned(backups: Sequence[BackupCopy], today: date) -> list[BackupCopy]:
    """Return the backups to keep, newest first.

    All of today and yesterday stay; then the newest of each of 7 days, then of each of 4 weeks,
    then of each of 12 months, counting only days, weeks and months that have one. Those made
    before an upgrade stay for ever, and so do those dated after today: a clock was wrong then.
    """
    newest_first = sorted(backups, key=lambda copy: (copy.when, copy.path.name), reverse=True)
    since = today - timedelta(days=ALL_OF_DAYS - 1)
    slots = [_Slots(_day, DAILY), _Slots(_week, WEEKLY), _Slots(_month, MONTHLY)]
    return [
        copy
        for copy in newest_first
        if copy.when.date() >= since
        or copy.why == Why.BEFORE_UPGRADE
        or _has_place(copy.when.date(), slots)
    ]


class _Slots:
    """A number of places, one for each stretch of time, filled from the newest backup on."""

    def __init__(self, stretch: Callable[[date], Hashable], places: int) -> None:
        self._stretch = stretch
        self._places = places
        self._last: Hashable = None

    def covers(self, day: date) -> bool:
        """Return whether a newer backup stands for the stretch the day lies in."""
        return self._stretch(day) == self._last

    def takes(self, day: date) -> bool:
        """Return whether a place was left for the day's stretch, and give it away."""
        if not self._places:
            return False
        self._last = self._stretch(day)
        self._places -= 1
        return True


def _has_place(day: date, slots: Sequence[_Slots]) -> bool:
    for slot in slots:
        if slot.covers(day):
            return False
        if slot.takes(day):
            return True
    return False


def _day(day: date) -> Hashable:
    return day


def _week(day: date) -> Hashable:
    return day.isocalendar()[:2]


def _month(day: date) -> Hashable:
    return day.year, day.month
