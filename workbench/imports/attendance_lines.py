"""The lines of a meeting file beside the roster: whose they are and which mark they give."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, time

from workbench.foundation.words import Mark
from workbench.imports.attendees import Attendee, together
from workbench.imports.matching import Asked, Known, Match, match_people
from workbench.imports.meeting import MeetingReport
from workbench.sessions.attendance_actions import MarkDetail

_HERE = (Mark.PRESENT, Mark.PART)


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Who counts as here: from how many minutes, late from how many minutes after the start.

    `who_not_when` keeps who came and discards every time.
    """

    min_minutes: float | None = None
    late_after: float | None = None
    who_not_when: bool = False


@dataclass(frozen=True, slots=True)
class Decisions:
    """What a person decided about lines, by their place: whose they are, guests, refused matches.

    `room` names people who sat in a meeting room that the file shows as one line.
    """

    people: Mapping[int, int] = field(default_factory=dict)
    guests: frozenset[int] = frozenset()
    refused: frozenset[int] = frozenset()
    room: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Line:
    """One person of the file: what the file says, whom it means, the mark that follows."""

    index: int
    attendee: Attendee
    match: Match
    person: int | None
    mark: Mark
    decided: bool = False


@dataclass(frozen=True, slots=True)
class KnownMark:
    """A mark that a session already holds for somebody; `source` is "" for one set by hand."""

    mark: Mark
    minutes: float | None = None
    arrived_at: time | None = None
    source: str = ""


def lines_of(
    report: MeetingReport,
    roster: Sequence[Known],
    thresholds: Thresholds,
    start: datetime | None,
    decisions: Decisions | None = None,
    ignored: Mapping[str, str] | None = None,
) -> tuple[Line, ...]:
    """Return a line per person of the report; `start` is when the session began, if known."""
    decisions = decisions or Decisions()
    asked = [Asked(each.name, each.email, bool(each.doubt)) for each in report.people]
    found = match_people(asked, roster, ignored)
    return tuple(
        Line(
            index,
            attendee,
            match,
            _person(index, match, decisions),
            mark_of(attendee, thresholds, start),
            decided=index in decisions.people,
        )
        for index, (attendee, match) in enumerate(zip(report.people, found, strict=True))
    )


def _person(index: int, match: Match, decisions: Decisions) -> int | None:
    if index in decisions.people:
        return decisions.people[index]
    return None if index in decisions.refused else match.person


def mark_of(attendee: Attendee, thresholds: Thresholds, start: datetime | None) -> Mark:
    """Return present, or part for somebody below the threshold or late; unknown times are present.

    Somebody below the threshold was there for a part.
    """
    minutes = attendee.minutes
    if minutes is not None and minutes < (thresholds.min_minutes or 0):
        return Mark.PART
    if thresholds.late_after is not None and start is not None and attendee.first_in is not None:
        late = (attendee.first_in - start).total_seconds() / 60
        if late > thresholds.late_after:
            return Mark.PART
    return Mark.PRESENT


def marks_to_write(
    lines: Sequence[Line],
    known: Mapping[int, KnownMark],
    thresholds: Thresholds,
    source: str,
    *,
    seen_before: bool,
) -> dict[int, tuple[Mark, MarkDetail]]:
    """Return the marks that differ from what the session holds, with their details.

    A file taken in before only adds people who have no mark yet. A mark set by hand that says
    "here" or "late" stays.
    """
    of_person: dict[int, list[Line]] = defaultdict(list)
    for line in lines:
        if line.person is not None:
            of_person[line.person].append(line)
    marks: dict[int, tuple[Mark, MarkDetail]] = {}
    for person, own in of_person.items():
        before = known.get(person)
        if before and (seen_before or (before.mark in _HERE and not before.source)):
            continue
        after = _mark_and_detail(own, thresholds, source)
        if before and before.mark in _HERE:
            after = _together(before, after, thresholds)
        if not before or (before.mark, before.minutes) != (after[0], after[1].minutes):
            marks[person] = after
    return marks


def _mark_and_detail(
    lines: Sequence[Line], thresholds: Thresholds, source: str
) -> tuple[Mark, MarkDetail]:
    """Return the mark of a person who may have several lines: phone and laptop count once."""
    whole = together([line.attendee for line in lines])
    here = any(line.mark is Mark.PRESENT for line in lines)
    enough = len(lines) > 1 and (whole.minutes or 0) >= (thresholds.min_minutes or 0)
    mark = Mark.PRESENT if here or enough else Mark.PART
    return mark, detail_of(whole, thresholds, source)


def detail_of(attendee: Attendee, thresholds: Thresholds, source: str) -> MarkDetail:
    """Return what else a mark keeps: arrival and minutes, unless only who came is wanted."""
    if thresholds.who_not_when:
        return MarkDetail(source=source)
    first = attendee.first_in
    arrived = first.time().replace(second=0, microsecond=0) if first else None
    return MarkDetail(arrived, attendee.minutes, source)


def _together(
    before: KnownMark, after: tuple[Mark, MarkDetail], thresholds: Thresholds
) -> tuple[Mark, MarkDetail]:
    """Return two files of one session as one: a meeting that was restarted goes on counting.

    The same arrival is the same meeting written twice: then the longer one stands.
    """
    mark, detail = after
    same = before.arrived_at == detail.arrived_at
    known = [each for each in (before.minutes, detail.minutes) if each is not None]
    minutes = (max(known) if same else sum(known)) if known else None
    enough = thresholds.min_minutes is None or (minutes or 0) >= thresholds.min_minutes
    arrivals = [each for each in (before.arrived_at, detail.arrived_at) if each is not None]
    here = Mark.PRESENT in (before.mark, mark) or (enough and not same)
    best = Mark.PRESENT if here else mark
    return best, MarkDetail(min(arrivals, default=None), minutes, detail.source)
