"""The lines of a meeting file beside the roster: whose they are and which mark they give."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time

from workbench.foundation.words import Mark
from workbench.imports.attendance_choices import Decisions, Thresholds
from workbench.imports.attendees import Attendee
from workbench.imports.intervals import Interval
from workbench.imports.kept_lines import FileFacts, KeptLine, Whole, kept_line, whole_of
from workbench.imports.matching import Asked, Known, Match, match_people
from workbench.imports.meeting import MeetingReport
from workbench.sessions.attendance_actions import MarkDetail
from workbench.sessions.attendance_rules import HERE

_NOT_KEPT = -1
_NOT_TAKEN = 0


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


def matches_of(
    report: MeetingReport,
    roster: Sequence[Known],
    ignored: Mapping[str, str],
    owners: Mapping[tuple[str, str], int],
) -> tuple[Match, ...]:
    """Return whom each line means; `owners` holds whose (name, address) it was taken in as."""
    asked = [Asked(each.name, each.email, bool(each.doubt)) for each in report.people]
    settled = {
        index: owners[each.shown, each.email]
        for index, each in enumerate(asked)
        if (each.shown, each.email) in owners
    }
    return match_people(asked, roster, ignored, settled)


def lines_of(
    report: MeetingReport,
    matches: Sequence[Match],
    thresholds: Thresholds,
    start: datetime | None,
    decisions: Decisions | None = None,
) -> tuple[Line, ...]:
    """Return a line per person of the report; `start` is when the session began, if known."""
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

    `taken` is this very file where it is among them: it only adds who has no line of it yet, unless
    `counted_anew` says that another threshold was chosen for it.
    """

    start: datetime | None
    marks: Mapping[int, KnownMark]
    lines: Mapping[int, Sequence[KeptLine]]
    taken: FileFacts | None = None
    counted_anew: bool = False

    @property
    def file(self) -> int:
        """The number that tells the lines of this file from those of others."""
        return self.taken.id if self.taken else _NOT_TAKEN

    def stands(self, person: int) -> bool:
        """Return whether a mark stays: set by hand as "here" or "late", or taken in before."""
        mark = self.marks.get(person)
        if mark is None:
            return False
        held = any(line.file == self.file for line in self.lines.get(person, ()))
        if not mark.source:
            return held or mark.mark in HERE
        return held and not self.counted_anew

    def of_others(self, person: int) -> Sequence[KeptLine]:
        """Return what other files say of somebody."""
        kept = self.lines.get(person)
        if not kept:
            return _from_mark(self.marks.get(person), self.start)
        return [line for line in kept if line.file != self.file]


def marks_to_write(
    lines: Sequence[Line], before: Before, thresholds: Thresholds, source: str
) -> dict[int, tuple[Mark, MarkDetail]]:
    """Return the marks that differ from what the session holds, with their details."""
    of_person: dict[int, list[KeptLine]] = defaultdict(list)
    for line in lines:
        if line.person is not None:
            of_person[line.person].append(kept_line(line.attendee, before.file))
    if before.counted_anew:
        for person, kept in before.lines.items():
            of_person.setdefault(person, [line for line in kept if line.file == before.file])
    marks: dict[int, tuple[Mark, MarkDetail]] = {}
    for person, own in of_person.items():
        if before.stands(person):
            continue
        after = _united(person, own, before, thresholds)
        if _differs(before.marks.get(person), after):
            marks[person] = (after[0], replace(after[1], source=source))
    return marks


def _united(
    person: int, own: Sequence[KeptLine], before: Before, thresholds: Thresholds
) -> tuple[Mark, MarkDetail]:
    """Return the mark and its details from all files; another file never takes a "here" away.

    Of a file that keeps no times only the other files' times stay.
    """
    others = before.of_others(person)
    whole = whole_of([*others, *own])
    known = before.marks.get(person)
    mark = mark_of(whole, thresholds, before.start)
    if known is not None and known.mark in HERE:
        unsure = before.counted_anew and whole.minutes is None
        if unsure or (known.mark is Mark.PRESENT and not before.counted_anew):
            mark = known.mark
    return mark, detail_of(whole_of(others) if thresholds.who_not_when else whole)


def _differs(known: KnownMark | None, after: tuple[Mark, MarkDetail]) -> bool:
    mark, detail = after
    if known is None or (known.mark, known.minutes) != (mark, detail.minutes):
        return True
    return known.arrived_at is not None and detail.arrived_at is None


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
