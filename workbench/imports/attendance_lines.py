"""The lines of a meeting file beside the roster: whose they are and which mark they give."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, time

from workbench.foundation.words import Mark
from workbench.imports.attendees import Attendee
from workbench.imports.intervals import Interval
from workbench.imports.kept_lines import KeptLine, Whole, kept_line, whole_of
from workbench.imports.matching import Asked, Known, Match, match_people
from workbench.imports.meeting import MeetingReport
from workbench.sessions.attendance_actions import MarkDetail

_HERE = (Mark.PRESENT, Mark.PART)
_NOT_KEPT = -1


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

    `room` names people who sat in a meeting room that the file shows as one line; `joining` are new
    members of the community; `ignored` names belong to nobody, in this file and all later ones.
    """

    people: Mapping[int, int] = field(default_factory=dict)
    guests: frozenset[int] = frozenset()
    refused: frozenset[int] = frozenset()
    room: frozenset[int] = frozenset()
    joining: frozenset[int] = frozenset()
    ignored: frozenset[int] = frozenset()

    @property
    def newcomers(self) -> frozenset[int]:
        """The lines of people who are not on the roster yet: guests and new members."""
        return self.guests | self.joining


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
    asked = [Asked(each.name, each.email, bool(each.doubt)) for each in report.people]
    matches = match_people(asked, roster, ignored)
    return lines_again(report, matches, thresholds, start, decisions)


def lines_again(
    report: MeetingReport,
    matches: Sequence[Match],
    thresholds: Thresholds,
    start: datetime | None,
    decisions: Decisions | None = None,
) -> tuple[Line, ...]:
    """Return the lines under other thresholds or decisions, with the matches found before."""
    decisions = decisions or Decisions()
    return tuple(
        Line(
            index,
            attendee,
            match,
            _person(index, match, decisions),
            mark_of(whole_of([kept_line(attendee)]), thresholds, start),
            decided=index in decisions.people,
        )
        for index, (attendee, match) in enumerate(zip(report.people, matches, strict=True))
    )


def _person(index: int, match: Match, decisions: Decisions) -> int | None:
    if index in decisions.people:
        return decisions.people[index]
    return None if index in decisions.refused else match.person


def mark_of(whole: Whole, thresholds: Thresholds, start: datetime | None) -> Mark:
    """Return present, or part for somebody below the threshold or late; unknown times are present.

    Somebody below the threshold was there for a part.
    """
    if whole.certain and (whole.minutes or 0) < (thresholds.min_minutes or 0):
        return Mark.PART
    if thresholds.late_after is not None and start is not None and whole.first_in is not None:
        late = (whole.first_in - start).total_seconds() / 60
        if late > thresholds.late_after:
            return Mark.PART
    return Mark.PRESENT


@dataclass(frozen=True, slots=True)
class Before:
    """What a session holds already: its start, the marks, the lines of files taken before.

    `seen_before` says that this very file is among them: it only adds who has no mark yet.
    """

    start: datetime | None
    marks: Mapping[int, KnownMark]
    lines: Mapping[int, Sequence[KeptLine]]
    seen_before: bool = False


def marks_to_write(
    lines: Sequence[Line], before: Before, thresholds: Thresholds, source: str
) -> dict[int, tuple[Mark, MarkDetail]]:
    """Return the marks that differ from what the session holds, with their details.

    A mark set by hand that says "here" or "late" stays.
    """
    of_person: dict[int, list[KeptLine]] = defaultdict(list)
    for line in lines:
        if line.person is not None:
            of_person[line.person].append(kept_line(line.attendee))
    marks: dict[int, tuple[Mark, MarkDetail]] = {}
    for person, own in of_person.items():
        mark = before.marks.get(person)
        if mark and (before.seen_before or (mark.mark in _HERE and not mark.source)):
            continue
        earlier = before.lines.get(person) or _from_mark(mark, before.start)
        after = _united(mark, earlier, own, before.start, thresholds)
        if not mark or (mark.mark, mark.minutes) != (after[0], after[1].minutes):
            marks[person] = (after[0], replace(after[1], source=source))
    return marks


def _united(
    before: KnownMark | None,
    earlier: Sequence[KeptLine],
    own: Sequence[KeptLine],
    start: datetime | None,
    thresholds: Thresholds,
) -> tuple[Mark, MarkDetail]:
    """Return the mark and its details from all files; another file never takes a "here" away.

    Of a file that keeps no times only the earlier files' times stay.
    """
    whole = whole_of([*earlier, *own])
    here = before is not None and before.mark is Mark.PRESENT
    mark = Mark.PRESENT if here else mark_of(whole, thresholds, start)
    return mark, detail_of(whole_of(earlier) if thresholds.who_not_when else whole)


def detail_of(whole: Whole, source: str = "") -> MarkDetail:
    """Return what else a mark keeps: arrival and minutes, as far as they are known."""
    first = whole.first_in
    arrived = first.time().replace(second=0, microsecond=0) if first else None
    return MarkDetail(arrived, whole.minutes, source)


def _from_mark(mark: KnownMark | None, start: datetime | None) -> Sequence[KeptLine]:
    """Return a mark that was taken from a file whose lines are not kept as a line of its own."""
    if mark is None or mark.minutes is None or not mark.source:
        return ()
    moment: tuple[Interval, ...] = ()
    if mark.arrived_at is not None and start is not None:
        came = datetime.combine(start.date(), mark.arrived_at)
        moment = (Interval(came, came),)
    return (KeptLine(_NOT_KEPT, moment, mark.minutes),)
