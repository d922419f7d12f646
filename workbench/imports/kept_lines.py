"""Lines of meeting files as they are kept with a session: all of one person counted as one."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from workbench.imports.attendees import Attendee
from workbench.imports.intervals import Interval, covered_seconds, union

_ROUNDING_MINUTES = 1.5


@dataclass(frozen=True, slots=True)
class FileFacts:
    """A file taken into a session: what counts as here in it, and whether it keeps times."""

    id: int
    recognised_as: str
    keeps_times: bool
    min_minutes: float | None
    late_after: float | None
    content_hash: str = ""


@dataclass(frozen=True, slots=True)
class KeptLine:
    """What one line of a file says of somebody's stay; `file` tells the files apart.

    `stays` are wall times; one of no length is a moment at which they were seen coming.
    `timeless` lines come from a file of which only who came was kept.
    """

    file: int
    stays: tuple[Interval, ...] = ()
    unplaced_minutes: float | None = None
    stated_minutes: float | None = None
    timeless: bool = False

    @property
    def minutes(self) -> float | None:
        """The minutes of the line alone, None where they are not known."""
        placed = covered_seconds(self.stays) / 60
        if not placed and self.unplaced_minutes is None:
            return None
        return placed + (self.unplaced_minutes or 0)


@dataclass(frozen=True, slots=True)
class TakenLine:
    """A line of a file that was given to somebody; `stays` are wall times of the session."""

    person: int | None
    name: str
    email: str
    how: str
    stays: tuple[Interval, ...]
    unplaced_minutes: float | None
    stated_minutes: float | None


@dataclass(frozen=True, slots=True)
class Whole:
    """One person in one session: minutes, each counted once, and when they came first.

    `certain` is false where a line does not tell how long they stayed.
    """

    minutes: float | None
    first_in: datetime | None
    certain: bool


@dataclass(frozen=True, slots=True)
class _Part:
    """What one file says of somebody."""

    stays: tuple[Interval, ...]
    unplaced: float | None
    first: datetime | None

    @property
    def minutes(self) -> float:
        return covered_seconds(self.stays) / 60 + (self.unplaced or 0)


def kept_line(attendee: Attendee, file: int = 0) -> KeptLine:
    """Return a line of a file as it is kept, with the first coming as a moment if it stands apart.

    A row that sums up several joins has no stretch of its own, but tells when they came.
    """
    stays = attendee.stays
    first = attendee.first_in
    if first is not None and (not stays or first < stays[0].start):
        stays = (Interval(first, first), *stays)
    unplaced, stated = attendee.unplaced_seconds, attendee.stated_seconds
    return KeptLine(
        file,
        stays,
        None if unplaced is None else unplaced / 60,
        None if stated is None else stated / 60,
    )


def whole_of(lines: Sequence[KeptLine]) -> Whole:
    """Return all lines of one person in one session as one, however many files they stand in.

    Stays are united, so that two devices, or a file taken in twice, count once. Minutes without
    times of day are added up for each file, except where two files tell of the same meeting.
    """
    timed = [line for line in lines if not line.timeless]
    parts = _parts(timed)
    stays = union(stay for part in parts for stay in part.stays)
    known = [line.minutes for line in timed if line.minutes is not None]
    minutes = covered_seconds(stays) / 60 + _loose_minutes(parts)
    return Whole(
        round(minutes, 4) if known else None,
        min((part.first for part in parts if part.first), default=None),
        len(known) == len(timed) > 0,
    )


def _parts(lines: Sequence[KeptLine]) -> list[_Part]:
    """Return what each file says, those with times of day first."""
    files: dict[int, list[KeptLine]] = defaultdict(list)
    for line in lines:
        files[line.file].append(line)
    parts = []
    for own in files.values():
        stays = union(stay for line in own for stay in line.stays)
        loose = [line.unplaced_minutes for line in own if line.unplaced_minutes is not None]
        parts.append(_Part(stays, sum(loose) if loose else None, stays[0].start if stays else None))
    return sorted(parts, key=lambda part: covered_seconds(part.stays) == 0)


def _loose_minutes(parts: Sequence[_Part]) -> float:
    total = 0.0
    for index, part in enumerate(parts):
        if part.unplaced is None:
            continue
        same = [other.minutes for other in parts[:index] if _same_meeting(part, other)]
        total += max(0.0, part.minutes - max(same)) if same else part.unplaced
    return total


def _same_meeting(one: _Part, other: _Part) -> bool:
    """Return whether two files tell of the same time: the same coming, else the same minutes."""
    if one.first is not None and other.first is not None:
        return one.first == other.first
    return abs(one.minutes - other.minutes) <= _ROUNDING_MINUTES
